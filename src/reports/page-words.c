/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forms of headings and paragraphs. */
#include "reports/page-text.h"

#define DISPLAY_MOST 60.0
#define DISPLAY_LEAST 16.0
#define DISPLAY_STEP 2.0
#define DISPLAY_LINES 3

static const SotayPageTextForm headings[] = {
  { { SOTAY_PAGE_BODY_SIZE, TRUE, FALSE }, .first = SOTAY_PAGE_INDENT, .before = 2 * SOTAY_PAGE_GAP, .role = "H1" },
  { { SOTAY_PAGE_BODY_SIZE, TRUE, FALSE }, .first = SOTAY_PAGE_INDENT, .before = SOTAY_PAGE_GAP, .role = "H2" },
  { { SOTAY_PAGE_BODY_SIZE, TRUE, TRUE }, .first = SOTAY_PAGE_INDENT, .before = SOTAY_PAGE_GAP, .role = "H3" },
};

static const SotayPageTextForm paragraphs[] = {
  [SOTAY_PARAGRAPH_BODY] = { .justify = TRUE, .first = SOTAY_PAGE_INDENT },
  [SOTAY_PARAGRAPH_ITEM] = { .justify = TRUE, .first = SOTAY_PAGE_INDENT },
  [SOTAY_PARAGRAPH_LINE] = { .align = PANGO_ALIGN_LEFT },
  [SOTAY_PARAGRAPH_CENTRED] = { .align = PANGO_ALIGN_CENTER },
  [SOTAY_PARAGRAPH_BASIS] = { .font = { .italic = TRUE }, .justify = TRUE, .first = SOTAY_PAGE_INDENT },
  [SOTAY_PARAGRAPH_NOTE] = { .font = { SOTAY_PAGE_NOTE_SIZE, FALSE, TRUE }, .pitch = 15 },
  [SOTAY_PARAGRAPH_DISPLAY] = { .font = { .bold = TRUE }, .align = PANGO_ALIGN_CENTER },
};

static void
add_heading (SotayPageFlow *flow, const SotayReportBlock *block, const char *text)
{
  SotayPageTextForm form = headings[CLAMP (block->level, 1, G_N_ELEMENTS (headings)) - 1];

  form.pitch = SOTAY_PAGE_PITCH;
  form.keep = TRUE;
  sotay_page_text_add (flow, &form, text, block);
}

static gboolean
fits_display (SotayPageFlow *flow, const char *text, double size)
{
  SotayPageFont font = { size, TRUE, FALSE };
  PangoLayout *layout = sotay_page_pen_make_layout (flow->pen, font, flow->width);
  gboolean fits;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  sotay_page_pen_set_text (layout, text);
  fits = pango_layout_get_line_count (layout) <= DISPLAY_LINES;
  if (fits)
    {
      PangoRectangle logical;

      /* A word that is wider than the page stands out. */
      pango_layout_get_extents (layout, NULL, &logical);
      fits = logical.width <= flow->width * PANGO_SCALE;
    }
  g_object_unref (layout);
  return fits;
}

/* The largest letters with which the words need few lines, and none of them is broken. */
static void
add_display (SotayPageFlow *flow, const SotayReportBlock *block, const char *text)
{
  SotayPageTextForm form = paragraphs[SOTAY_PARAGRAPH_DISPLAY];
  double size = MAX (DISPLAY_MOST * flow->display, DISPLAY_LEAST);

  while (size > DISPLAY_LEAST && !fits_display (flow, text, size))
    size = MAX (size - DISPLAY_STEP, DISPLAY_LEAST);
  form.font.size = size;
  form.before = size / 3;
  form.role = "P";
  sotay_page_text_add (flow, &form, text, block);
}

static void
add_paragraph (SotayPageFlow *flow, const SotayReportBlock *block, const char *text)
{
  SotayPageTextForm form = paragraphs[block->style];
  g_autofree char *item = block->style == SOTAY_PARAGRAPH_ITEM ? g_strconcat ("- ", text, NULL) : NULL;

  if (form.font.size == 0)
    form.font.size = SOTAY_PAGE_BODY_SIZE;
  if (form.pitch == 0)
    form.pitch = SOTAY_PAGE_PITCH;
  form.before = SOTAY_PAGE_GAP;
  form.role = "P";
  sotay_page_text_add (flow, &form, item != NULL ? item : text, block);
}

void
sotay_page_text_add_words (SotayPageFlow *flow, const SotayReportBlock *block)
{
  g_autofree char *text = sotay_report_block_get_text (block);

  if (block->kind == SOTAY_REPORT_BLOCK_HEADING)
    add_heading (flow, block, text);
  else if (block->style == SOTAY_PARAGRAPH_DISPLAY)
    add_display (flow, block, text);
  else
    add_paragraph (flow, block, text);
}
