/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/book-layout.h"

struct _SotayBookLayout
{
  SotayPageSize *sizes;
  guint n_pages;
  guint columns;
  double *row_tops; /* in points, without gaps: the heights of all rows above, added up; one more than rows */
  guint n_rows;
  SotayPageSize largest; /* width of the widest row without gaps, height of the highest, in points */
  double scale;
  double view_width;
  double view_height;
};

static void
measure_row (SotayBookLayout *self, guint row, double *width, double *height)
{
  guint first = row * self->columns, end = MIN (first + self->columns, self->n_pages);

  *width = *height = 0;
  for (guint i = first; i < end; i++)
    {
      *width += self->sizes[i].width;
      *height = MAX (*height, self->sizes[i].height);
    }
}

SotayBookLayout *
sotay_book_layout_new (const SotayPageSize *sizes, guint n_pages, gboolean two_pages)
{
  SotayBookLayout *self = g_new0 (SotayBookLayout, 1);

  self->sizes = g_memdup2 (sizes, n_pages * sizeof (SotayPageSize));
  self->n_pages = n_pages;
  self->columns = two_pages && n_pages > 1 ? 2 : 1;
  self->n_rows = (n_pages + self->columns - 1) / self->columns;
  self->row_tops = g_new0 (double, self->n_rows + 1);
  self->scale = 1;
  for (guint row = 0; row < self->n_rows; row++)
    {
      double width, height;

      measure_row (self, row, &width, &height);
      self->row_tops[row + 1] = self->row_tops[row] + height;
      self->largest.width = MAX (self->largest.width, width);
      self->largest.height = MAX (self->largest.height, height);
    }
  return self;
}

void
sotay_book_layout_free (SotayBookLayout *self)
{
  g_free (self->sizes);
  g_free (self->row_tops);
  g_free (self);
}

void
sotay_book_layout_set_scale (SotayBookLayout *self, double scale)
{
  self->scale = scale;
}

double
sotay_book_layout_get_scale (SotayBookLayout *self)
{
  return self->scale;
}

void
sotay_book_layout_set_view (SotayBookLayout *self, double width, double height)
{
  self->view_width = width;
  self->view_height = height;
}

static double
gaps_across (SotayBookLayout *self)
{
  return (self->columns + 1) * SOTAY_PAGE_GAP;
}

static double
natural_height (SotayBookLayout *self)
{
  return self->row_tops[self->n_rows] * self->scale + (self->n_rows + 1) * SOTAY_PAGE_GAP;
}

void
sotay_book_layout_get_extent (SotayBookLayout *self, double *width, double *height)
{
  *width = MAX (self->largest.width * self->scale + gaps_across (self), self->view_width);
  *height = MAX (natural_height (self), self->view_height);
}

double
sotay_book_layout_fit_width (SotayBookLayout *self, double width)
{
  return self->largest.width > 0 ? MAX (width - gaps_across (self), 1) / self->largest.width : 1;
}

double
sotay_book_layout_fit_page (SotayBookLayout *self, double width, double height)
{
  double by_width = sotay_book_layout_fit_width (self, width);

  if (self->largest.height <= 0)
    return by_width;
  return MIN (by_width, MAX (height - 2 * SOTAY_PAGE_GAP, 1) / self->largest.height);
}

static double
row_top (SotayBookLayout *self, guint row)
{
  double spare = MAX (self->view_height - natural_height (self), 0);

  return spare / 2 + (row + 1) * SOTAY_PAGE_GAP + self->row_tops[row] * self->scale;
}

void
sotay_book_layout_get_page (SotayBookLayout *self, guint index, SotayBox *box)
{
  guint row = index / self->columns, first = row * self->columns;
  guint n_gaps = MIN (self->columns, self->n_pages - first) - 1;
  double canvas_width, canvas_height, row_width, row_height;

  measure_row (self, row, &row_width, &row_height);
  sotay_book_layout_get_extent (self, &canvas_width, &canvas_height);
  box->x = (canvas_width - row_width * self->scale - n_gaps * SOTAY_PAGE_GAP) / 2;
  for (guint i = first; i < index; i++)
    box->x += self->sizes[i].width * self->scale + SOTAY_PAGE_GAP;
  box->y = row_top (self, row);
  box->width = self->sizes[index].width * self->scale;
  box->height = self->sizes[index].height * self->scale;
}

SotayPageSize
sotay_book_layout_get_size (SotayBookLayout *self, guint index)
{
  return self->sizes[index];
}

void
sotay_book_layout_get_row (SotayBookLayout *self, guint index, guint *first, guint *end)
{
  *first = index - index % self->columns;
  *end = MIN (*first + self->columns, self->n_pages);
}

/* The row whose top, or the gap above it, is the last at or above this height. */
static guint
find_row (SotayBookLayout *self, double y)
{
  guint low = 0, high = self->n_rows;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (row_top (self, middle) - SOTAY_PAGE_GAP <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

void
sotay_book_layout_find_band (SotayBookLayout *self, double top, double bottom, guint *first, guint *end)
{
  *first = *end = 0;
  if (self->n_pages == 0 || bottom <= top || bottom <= 0)
    return;
  *first = find_row (self, top) * self->columns;
  *end = MIN ((find_row (self, bottom) + 1) * self->columns, self->n_pages);
}

guint
sotay_book_layout_find_page (SotayBookLayout *self, double x, double y)
{
  guint row = self->n_pages > 0 ? find_row (self, y) : 0;
  guint index = row * self->columns;
  SotayBox box;

  if (self->columns == 1 || index + 1 >= self->n_pages)
    return index;
  sotay_book_layout_get_page (self, index, &box);
  return x < box.x + box.width + SOTAY_PAGE_GAP / 2.0 ? index : index + 1;
}
