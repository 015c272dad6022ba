/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Selecting text with the pointer; and the hits of a search. */
#include "app/guide/reader/page-canvas-private.h"

#include <math.h>

/* A selection goes over so many pages at most: its text is kept in memory. */
#define MOST_PAGES 100

/* Near the edge of the view, and beyond it, it scrolls: in each frame by this share of the pointer's distance. */
#define EDGE 24
#define SCROLL_SHARE 0.2

static int
compare_places (const SotayTextPlace *a, const SotayTextPlace *b)
{
  if (a->index != b->index)
    return a->index < b->index ? -1 : 1;
  return a->offset < b->offset ? -1 : a->offset > b->offset;
}

static gboolean
is_empty (SotayPageCanvas *self)
{
  return compare_places (&self->selection_start, &self->selection_end) == 0;
}

/* The text of a page that is still being read, or of one without text, is empty. */
static SotayTextPlace
find_text_place (SotayPageCanvas *self, double x, double y)
{
  graphene_point_t point;
  SotayTextPlace place = { sotay_page_canvas_find_place (self, x, y, &point), 0 };
  SotayPageContent *content = sotay_page_contents_get (self->contents, place.index);

  if (content != NULL)
    place.offset = sotay_page_content_find_character (content, point.x, point.y);
  return place;
}

/* The line of the text, without its end, around a character. */
static void
find_line (SotayPageContent *content, guint *start, guint *end)
{
  const char *text = sotay_page_content_get_text (content);
  guint offset = 0, line = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text), offset++)
    {
      if (*text != '\n')
        continue;
      if (offset >= *start)
        break;
      line = offset + 1;
    }
  *start = line;
  *end = offset;
}

static void
find_unit (SotayPageCanvas *self, const SotayTextPlace *place, SotayTextPlace *start, SotayTextPlace *end)
{
  SotayPageContent *content = sotay_page_contents_get (self->contents, place->index);

  *start = *end = *place;
  if (content == NULL || self->unit == SOTAY_SELECT_CHARACTERS)
    return;
  if (self->unit == SOTAY_SELECT_WORDS)
    sotay_page_content_find_word (content, &start->offset, &end->offset);
  else
    find_line (content, &start->offset, &end->offset);
}

static void
set_selection (SotayPageCanvas *self, const SotayTextPlace *start, const SotayTextPlace *end)
{
  if (compare_places (start, &self->selection_start) == 0 && compare_places (end, &self->selection_end) == 0)
    return;
  self->selection_start = *start;
  self->selection_end = *end;
  sotay_page_canvas_wish (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* From the unit in which the selection began to that at the pointer. */
static void
extend_to (SotayPageCanvas *self, double x, double y)
{
  SotayTextPlace place = find_text_place (self, x, y), start, end;

  find_unit (self, &place, &start, &end);
  if (end.index >= self->anchor_start.index + MOST_PAGES || end.index + MOST_PAGES <= self->anchor_start.index)
    return;
  if (compare_places (&self->anchor_start, &start) < 0)
    start = self->anchor_start;
  if (compare_places (&self->anchor_end, &end) > 0)
    end = self->anchor_end;
  set_selection (self, &start, &end);
}

void
sotay_page_canvas_select_begin (SotayPageCanvas *self, double x, double y, SotaySelectUnit unit, gboolean extend)
{
  SotayTextPlace place;

  if (self->layout == NULL)
    return;
  self->selecting = TRUE;
  self->unit = unit;
  self->selecting_x = x;
  self->selecting_y = y;
  if (extend)
    {
      extend_to (self, x, y);
      return;
    }
  place = find_text_place (self, x, y);
  find_unit (self, &place, &self->anchor_start, &self->anchor_end);
  set_selection (self, &self->anchor_start, &self->anchor_end);
}

static double
measure_beyond_edge (double position, double size)
{
  if (position < EDGE)
    return position - EDGE;
  return MAX (position - (size - EDGE), 0);
}

/* As long as the pointer is held there. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SotayPageCanvas *self = SOTAY_PAGE_CANVAS (widget);
  double across = measure_beyond_edge (self->selecting_x, gtk_widget_get_width (widget));
  double down = measure_beyond_edge (self->selecting_y, gtk_widget_get_height (widget));

  if (across == 0 && down == 0)
    {
      self->selecting_tick = 0;
      return G_SOURCE_REMOVE;
    }
  sotay_page_canvas_scroll_to (self, sotay_page_canvas_get_left (self) + across * SCROLL_SHARE,
                               sotay_page_canvas_get_top (self) + down * SCROLL_SHARE);
  extend_to (self, self->selecting_x, self->selecting_y);
  return G_SOURCE_CONTINUE;
}

void
sotay_page_canvas_select_drag (SotayPageCanvas *self, double x, double y)
{
  if (!self->selecting)
    return;
  self->selecting_x = x;
  self->selecting_y = y;
  extend_to (self, x, y);
  if (self->selecting_tick == 0)
    self->selecting_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
give_primary (SotayPageCanvas *self)
{
  g_autofree char *text = sotay_page_canvas_dup_selection (self);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), text);
}

void
sotay_page_canvas_select_end (SotayPageCanvas *self)
{
  self->selecting = FALSE;
  if (self->selecting_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->selecting_tick);
  self->selecting_tick = 0;
  give_primary (self);
}

void
sotay_page_canvas_select_read (SotayPageCanvas *self, guint index)
{
  guint first, end;

  sotay_page_canvas_get_selected_pages (self, &first, &end);
  if (index < first || index >= end)
    return;
  sotay_page_canvas_wish (self); /* the next ones of a long selection */
  if (!self->selecting)
    give_primary (self);
}

void
sotay_page_canvas_select_page (SotayPageCanvas *self)
{
  SotayPageContent *content = self->layout != NULL ? sotay_page_contents_get (self->contents, self->index) : NULL;
  SotayTextPlace start = { self->index, 0 }, end = { self->index, 0 };

  if (content == NULL)
    return;
  sotay_page_content_get_boxes (content, &end.offset);
  self->anchor_start = start;
  self->anchor_end = end;
  set_selection (self, &start, &end);
  give_primary (self);
}

void
sotay_page_canvas_select_nothing (SotayPageCanvas *self)
{
  self->anchor_end = self->anchor_start;
  set_selection (self, &self->anchor_start, &self->anchor_start);
}

gboolean
sotay_page_canvas_get_selected (SotayPageCanvas *self, guint index, guint *start, guint *end)
{
  SotayPageContent *content;

  if (is_empty (self) || index < self->selection_start.index || index > self->selection_end.index)
    return FALSE;
  content = sotay_page_contents_get (self->contents, index);
  if (content == NULL)
    return FALSE;
  sotay_page_content_get_boxes (content, end);
  *start = index == self->selection_start.index ? self->selection_start.offset : 0;
  if (index == self->selection_end.index)
    *end = self->selection_end.offset;
  return *start < *end;
}

void
sotay_page_canvas_get_selected_pages (SotayPageCanvas *self, guint *first, guint *end)
{
  *first = self->selection_start.index;
  *end = is_empty (self) ? *first : self->selection_end.index + 1;
}

char *
sotay_page_canvas_dup_selection (SotayPageCanvas *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint first, end;

  if (self->layout == NULL)
    return NULL;
  sotay_page_canvas_get_selected_pages (self, &first, &end);
  for (guint i = first; i < end; i++)
    {
      guint from, to;
      g_autofree char *slice = NULL;

      if (!sotay_page_canvas_get_selected (self, i, &from, &to))
        continue;
      slice = sotay_page_content_slice (sotay_page_contents_get (self->contents, i), from, to);
      if (text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append_c (text, '\n');
      g_string_append (text, slice);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* The first hit on this page or on a later one. */
static guint
find_hit (GArray *hits, guint index)
{
  guint low = 0, high = hits->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (hits, SotayTextHit, middle).index < index)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
sotay_page_canvas_get_page_hits (SotayPageCanvas *self, guint index, guint *first, guint *end)
{
  *first = *end = 0;
  if (self->hits == NULL)
    return;
  *first = find_hit (self->hits, index);
  *end = find_hit (self->hits, index + 1);
}

/* One box around the lines that the hit takes. */
static void
join_boxes (GArray *boxes, SotayBox *whole)
{
  *whole = g_array_index (boxes, SotayBox, 0);
  for (guint i = 1; i < boxes->len; i++)
    {
      SotayBox *box = &g_array_index (boxes, SotayBox, i);
      double right = MAX (whole->x + whole->width, box->x + box->width);
      double bottom = MAX (whole->y + whole->height, box->y + box->height);

      whole->x = MIN (whole->x, box->x);
      whole->y = MIN (whole->y, box->y);
      whole->width = right - whole->x;
      whole->height = bottom - whole->y;
    }
}

void
sotay_page_canvas_reveal_hit (SotayPageCanvas *self)
{
  SotayTextHit *hit = &g_array_index (self->hits, SotayTextHit, self->current_hit);
  SotayPageContent *content = sotay_page_contents_get (self->contents, hit->index);
  g_autoptr (GArray) boxes = NULL;
  SotayBox whole;

  if (content == NULL && !sotay_page_contents_has_failed (self->contents, hit->index))
    return; /* it is being read */
  self->revealing = FALSE;
  if (content != NULL)
    boxes = sotay_page_content_cover (content, hit->start, hit->end);
  if (boxes == NULL || boxes->len == 0)
    {
      sotay_page_canvas_go_to (self, hit->index, 0);
      return;
    }
  join_boxes (boxes, &whole);
  sotay_page_canvas_reveal (self, hit->index, &whole);
}

void
sotay_page_canvas_set_hits (SotayPageCanvas *self, GArray *hits, int current)
{
  gboolean known = hits != NULL && current >= 0 && (guint) current < hits->len;

  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits != NULL ? g_array_ref (hits) : NULL;
  self->current_hit = known ? current : -1;
  self->revealing = known && self->layout != NULL;
  if (self->revealing)
    sotay_page_canvas_reveal_hit (self);
  sotay_page_canvas_wish (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
