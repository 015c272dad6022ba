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

/* Returns how many lines the words need without breaking one; 0: a word is wider than @width */
static int
count_lines (SotayPageFlow *flow, const char *text, double size, double width)
{
  PangoLayout *layout = sotay_page_pen_make_layout (flow->pen, (SotayPageFont){ size, TRUE, FALSE }, width);
  PangoRectangle logical;
  int count;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  sotay_page_pen_set_text (layout, text);
  pango_layout_get_extents (layout, NULL, &logical);
  count = logical.width > width * PANGO_SCALE ? 0 : pango_layout_get_line_count (layout);
  g_object_unref (layout);
  return count;
}

static gboolean
fits_display (SotayPageFlow *flow, const char *text, double size)
{
  int count = count_lines (flow, text, size, flow->width);

  return count > 0 && count <= DISPLAY_LINES;
}

/* Returns how much narrower the words can be in as many lines, which are then about equally long. */
static double
find_spare_width (SotayPageFlow *flow, const char *text, double size)
{
  int count = count_lines (flow, text, size, flow->width);
  double narrow = 0;
  double wide = flow->width;

  if (count == 0)
    return 0;
  while (wide - narrow > 1)
    {
      double middle = (narrow + wide) / 2;

      if (count_lines (flow, text, size, middle) == count)
        wide = middle;
      else
        narrow = middle;
    }
  return flow->width - wide;
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
  form.left = form.right = find_spare_width (flow, text, size) / 2;
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
