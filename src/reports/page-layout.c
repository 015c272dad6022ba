/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-layout.h"

#include "reports/clean-text.h"
#include "reports/page-foot.h"
#include "reports/page-form.h"
#include "reports/page-head.h"
#include "reports/page-number.h"
#include "reports/page-picture.h"
#include "reports/page-table.h"
#include "reports/page-text.h"

/* Very large words that would go over the page are made smaller by steps, down to this. */
#define DISPLAY_STEP 0.9
#define LEAST_DISPLAY 0.3
#define MOST_DISPLAY_PAGES 3 /* where a part has more, it is not meant for one */

/* What is left of a page of very large words stands above and below them, so much of it above. */
#define SPACE_ABOVE 0.4

typedef struct
{
  guint part;
  guint number; /* within the part, from 1 */
  guint first_strip;
  guint n_strips;
  double drop; /* how much further down everything stands */
} Page;

typedef struct
{
  guint first_strip;
  guint end_strip;
  guint first_page;
} Part;

struct _SotayPageLayout
{
  GObject parent_instance;

  SotayReport *report;
  SotayPageFlow flow;
  GArray *parts; /* Part */
  GArray *pages; /* Page */
};

G_DEFINE_FINAL_TYPE (SotayPageLayout, sotay_page_layout, G_TYPE_OBJECT)

static const SotayReportPart *
get_part (SotayPageLayout *self, guint part)
{
  return self->report->parts->pdata[part];
}

static void
set_sheet (SotayPageLayout *self, guint part)
{
  gboolean landscape = get_part (self, part)->landscape;
  double width = landscape ? SOTAY_PAGE_LONG_SIDE : SOTAY_PAGE_SHORT_SIDE;
  double height = landscape ? SOTAY_PAGE_SHORT_SIDE : SOTAY_PAGE_LONG_SIDE;

  self->flow.width = width - SOTAY_PAGE_LEFT - SOTAY_PAGE_RIGHT;
  self->flow.height = height - SOTAY_PAGE_TOP - SOTAY_PAGE_BOTTOM;
  self->flow.gap = 0;
}

/* A text that no QR code holds is written out instead. */
static void
add_qr (SotayPageFlow *flow, const SotayReportBlock *block)
{
  SotayPageTextForm form = { { SOTAY_PAGE_NOTE_SIZE }, PANGO_ALIGN_CENTER, .before = SOTAY_PAGE_GAP, .role = "P" };
  g_autofree char *clean = NULL;

  if (sotay_page_picture_add_qr (flow, block))
    return;
  clean = sotay_report_clean (block->text);
  sotay_page_text_add (flow, &form, clean, NULL);
}

static gboolean
add_block (SotayPageFlow *flow, const SotayReportBlock *block, GCancellable *cancellable, GError **error)
{
  switch (block->kind)
    {
    case SOTAY_REPORT_BLOCK_HEADING:
    case SOTAY_REPORT_BLOCK_PARAGRAPH:
      sotay_page_text_add_words (flow, block);
      break;
    case SOTAY_REPORT_BLOCK_TABLE:
      return sotay_page_table_add (flow, block, cancellable, error);
    case SOTAY_REPORT_BLOCK_CHART:
      sotay_page_picture_add_chart (flow, block);
      break;
    case SOTAY_REPORT_BLOCK_QR:
      add_qr (flow, block);
      break;
    case SOTAY_REPORT_BLOCK_PAGE_BREAK:
      flow->opens = TRUE;
      break;
    }
  return TRUE;
}

static gboolean
measure_part (SotayPageLayout *self, guint index, GCancellable *cancellable, GError **error)
{
  const SotayReportPart *part = get_part (self, index);

  if (index == 0)
    sotay_page_head_add (&self->flow, self->report);
  sotay_page_head_add_part (&self->flow, part);
  for (guint i = 0; i < part->blocks->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_block (&self->flow, part->blocks->pdata[i], cancellable, error))
      return FALSE;
  /* What comes next belongs to another part. */
  self->flow.opens = FALSE;
  if (index == 0)
    sotay_page_foot_add (&self->flow, self->report);
  return TRUE;
}

static void
deal_out (SotayPageLayout *self, guint index)
{
  Part *part = &g_array_index (self->parts, Part, index);
  guint strip = part->first_strip;
  guint number = 1;

  g_array_set_size (self->pages, part->first_page);
  do
    {
      guint next = strip < part->end_strip ? sotay_page_flow_fill (&self->flow, strip, part->end_strip) : strip;
      Page page = { index, number++, strip, next - strip, 0 };

      g_array_append_val (self->pages, page);
      strip = next;
    }
  while (strip < part->end_strip);
}

static gboolean
has_display (const SotayReportPart *part)
{
  for (guint i = 0; i < part->blocks->len; i++)
    {
      const SotayReportBlock *block = part->blocks->pdata[i];

      if (block->kind == SOTAY_REPORT_BLOCK_PARAGRAPH && block->style == SOTAY_PARAGRAPH_DISPLAY)
        return TRUE;
    }
  return FALSE;
}

static gboolean
lay_out_once (SotayPageLayout *self, guint index, double display, GCancellable *cancellable, GError **error)
{
  Part *part = &g_array_index (self->parts, Part, index);

  if (part->first_strip < self->flow.strips->len)
    {
      const SotayPageStrip *strip = &g_array_index (self->flow.strips, SotayPageStrip, part->first_strip);

      g_ptr_array_set_size (self->flow.pieces, (int) strip->piece);
      g_array_set_size (self->flow.strips, part->first_strip);
    }
  self->flow.display = display;
  set_sheet (self, index);
  if (!measure_part (self, index, cancellable, error))
    return FALSE;
  part->end_strip = self->flow.strips->len;
  deal_out (self, index);
  return TRUE;
}

/* A sheet for a wall fills its page from the middle. */
static void
centre_page (SotayPageLayout *self, Page *page)
{
  const SotayPageStrip *last;

  if (page->n_strips == 0)
    return;
  last = &g_array_index (self->flow.strips, SotayPageStrip, page->first_strip + page->n_strips - 1);
  page->drop = (self->flow.height - last->y - last->height) * SPACE_ABOVE;
}

static gboolean
lay_out_part (SotayPageLayout *self, guint index, GCancellable *cancellable, GError **error)
{
  Part part = { self->flow.strips->len, 0, self->pages->len };
  gboolean display = has_display (get_part (self, index));
  double size = 1;

  g_array_append_val (self->parts, part);
  if (!lay_out_once (self, index, size, cancellable, error))
    return FALSE;
  if (self->pages->len > part.first_page + MOST_DISPLAY_PAGES)
    display = FALSE;
  while (display && self->pages->len > part.first_page + 1 && size > LEAST_DISPLAY)
    {
      size *= DISPLAY_STEP;
      if (!lay_out_once (self, index, size, cancellable, error))
        return FALSE;
    }
  if (display && self->report->issuer == NULL)
    for (guint i = part.first_page; i < self->pages->len; i++)
      centre_page (self, &g_array_index (self->pages, Page, i));
  return TRUE;
}

static void
sotay_page_layout_finalize (GObject *object)
{
  SotayPageLayout *self = SOTAY_PAGE_LAYOUT (object);

  g_ptr_array_unref (self->flow.pieces);
  g_array_unref (self->flow.strips);
  g_clear_pointer (&self->flow.pen, sotay_page_pen_free);
  g_array_unref (self->parts);
  g_array_unref (self->pages);
  g_clear_pointer (&self->report, sotay_report_unref);
  G_OBJECT_CLASS (sotay_page_layout_parent_class)->finalize (object);
}

static void
sotay_page_layout_class_init (SotayPageLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_page_layout_finalize;
}

static void
sotay_page_layout_init (SotayPageLayout *self)
{
  self->flow.pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_page_piece_free);
  self->flow.strips = g_array_new (FALSE, FALSE, sizeof (SotayPageStrip));
  self->flow.pen = sotay_page_pen_new ();
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->pages = g_array_new (FALSE, TRUE, sizeof (Page));
}

SotayPageLayout *
sotay_page_layout_new (SotayReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayPageLayout) self = g_object_new (SOTAY_TYPE_PAGE_LAYOUT, NULL);

  g_return_val_if_fail (report->parts->len > 0, NULL);
  self->report = sotay_report_ref (report);
  for (guint i = 0; i < report->parts->len; i++)
    if (!lay_out_part (self, i, cancellable, error))
      return NULL;
  return g_steal_pointer (&self);
}

guint
sotay_page_layout_get_n_pages (SotayPageLayout *self)
{
  return self->pages->len;
}

static const Page *
get_page (SotayPageLayout *self, guint page)
{
  g_return_val_if_fail (page < self->pages->len, NULL);
  return &g_array_index (self->pages, Page, page);
}

void
sotay_page_layout_get_page_size (SotayPageLayout *self, guint page, double *width, double *height)
{
  gboolean landscape = get_part (self, get_page (self, page)->part)->landscape;

  *width = landscape ? SOTAY_PAGE_LONG_SIDE : SOTAY_PAGE_SHORT_SIDE;
  *height = landscape ? SOTAY_PAGE_SHORT_SIDE : SOTAY_PAGE_LONG_SIDE;
}

static void
draw_piece (SotayPageLayout *self, const SotayPageStrip *strips, guint n_strips, cairo_t *cr)
{
  SotayPagePiece *piece = self->flow.pieces->pdata[strips[0].piece];

  cairo_save (cr);
  if (piece->role != NULL)
    cairo_tag_begin (cr, piece->role, NULL);
  piece->klass->draw (piece, self->flow.pen, strips, n_strips, cr);
  if (piece->role != NULL)
    cairo_tag_end (cr, piece->role);
  cairo_restore (cr);
}

void
sotay_page_layout_draw (SotayPageLayout *self, guint index, cairo_t *cr)
{
  const Page *page = get_page (self, index);
  const SotayPageStrip *strips = &g_array_index (self->flow.strips, SotayPageStrip, page->first_strip);
  double width, height;

  sotay_page_layout_get_page_size (self, index, &width, &height);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  if (page->number > 1)
    sotay_page_number_draw (self->flow.pen, page->number, width, cr);
  cairo_translate (cr, SOTAY_PAGE_LEFT, SOTAY_PAGE_TOP + page->drop);
  for (guint first = 0, end; first < page->n_strips; first = end)
    {
      for (end = first + 1; end < page->n_strips && strips[end].piece == strips[first].piece; end++)
        ;
      draw_piece (self, strips + first, end - first, cr);
    }
  cairo_restore (cr);
}

/* Returns: (nullable): the strip at a point, and the point within it */
static const SotayPageStrip *
find_strip (SotayPageLayout *self, guint index, double *x, double *y)
{
  const Page *page = get_page (self, index);

  *x -= SOTAY_PAGE_LEFT;
  *y -= SOTAY_PAGE_TOP + page->drop;
  for (guint i = page->first_strip; i < page->first_strip + page->n_strips; i++)
    {
      const SotayPageStrip *strip = &g_array_index (self->flow.strips, SotayPageStrip, i);

      if (*y < strip->y || *y >= strip->y + strip->height)
        continue;
      *y -= strip->y;
      return strip;
    }
  return NULL;
}

int
sotay_page_layout_find_figure (SotayPageLayout *self, guint page, double x, double y)
{
  const SotayPageStrip *strip = find_strip (self, page, &x, &y);
  SotayPagePiece *piece = strip != NULL ? self->flow.pieces->pdata[strip->piece] : NULL;

  if (piece == NULL || piece->klass->find_figure == NULL)
    return -1;
  return piece->klass->find_figure (piece, self->flow.pen, strip, x, y);
}

const char *
sotay_page_layout_find_part (SotayPageLayout *self, guint page, double x, double y)
{
  const SotayPageStrip *strip = find_strip (self, page, &x, &y);
  const SotayPagePiece *piece = strip != NULL ? self->flow.pieces->pdata[strip->piece] : NULL;

  return piece != NULL && piece->block != NULL ? piece->block->part : NULL;
}

static void
find_place (SotayPageLayout *self, guint strip, guint *page, double *y)
{
  guint i = 0;

  while (strip >= get_page (self, i)->first_strip + get_page (self, i)->n_strips)
    i++;
  *page = i;
  *y = SOTAY_PAGE_TOP + get_page (self, i)->drop + g_array_index (self->flow.strips, SotayPageStrip, strip).y;
}

gboolean
sotay_page_layout_find_block (SotayPageLayout *self, const char *part, guint *page, double *y)
{
  for (guint i = 0; i < self->flow.pieces->len; i++)
    {
      const SotayPagePiece *piece = self->flow.pieces->pdata[i];

      if (piece->block == NULL || g_strcmp0 (piece->block->part, part) != 0)
        continue;
      find_place (self, piece->first_strip, page, y);
      return TRUE;
    }
  return FALSE;
}

/* "Phụ lục I. …" */
static char *
name_part (const SotayReportPart *part)
{
  if (part->label == NULL || part->title == NULL)
    return g_strdup (part->label != NULL ? part->label : part->title);
  return g_strdup_printf ("%s. %s", part->label, part->title);
}

void
sotay_page_layout_foreach_heading (SotayPageLayout *self, SotayPageHeadingFunc func, gpointer data)
{
  guint piece = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      g_autofree char *name = name_part (get_part (self, i));
      guint page;
      double y;

      if (name != NULL)
        func (0, name, part->first_page, SOTAY_PAGE_TOP, data);
      for (; piece < self->flow.pieces->len; piece++)
        {
          const SotayPagePiece *next = self->flow.pieces->pdata[piece];
          g_autofree char *text = NULL;

          if (next->first_strip >= part->end_strip)
            break;
          if (next->block == NULL || next->block->kind != SOTAY_REPORT_BLOCK_HEADING)
            continue;
          text = sotay_report_block_get_text (next->block);
          find_place (self, next->first_strip, &page, &y);
          func (next->block->level, text, page, y, data);
        }
    }
}
