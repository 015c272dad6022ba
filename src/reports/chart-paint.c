/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/chart-paint.h"

#include "core/numbers.h"

#include <math.h>

#define HATCH 3.5 /* between two lines of a hatch */
#define MARK 2.6  /* half of a mark's width */
#define MOST_STEPS 5
#define VALUE_MOST 20 /* of the size of the letters: the width of a number */

/* Manners that photocopies keep apart. */
enum
{
  FILL_DARK,
  FILL_HATCH,
  FILL_EMPTY,
  FILL_CROSS,
  FILL_GREY,
  N_FILLS
};

static PangoLayout *
lay_out (const SotayChartStyle *style, const char *text, SotayChartWords words, double width)
{
  PangoLayout *layout = pango_layout_new (style->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (style->context));

  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, words.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -words.lines);
  pango_layout_set_alignment (layout, words.align);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

double
sotay_chart_measure_words (const SotayChartStyle *style, const char *text, SotayChartWords words, double *width)
{
  PangoLayout *layout = lay_out (style, text, words, *width);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  g_object_unref (layout);
  *width = (double) logical.width / PANGO_SCALE;
  return (double) logical.height / PANGO_SCALE;
}

double
sotay_chart_draw_words (const SotayChartStyle *style, cairo_t *cr, const char *text, SotayChartWords words, double x,
                        double y, double width)
{
  PangoLayout *layout = lay_out (style, text, words, width);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  sotay_chart_set_ink (style, cr, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
  return (double) logical.height / PANGO_SCALE;
}

void
sotay_chart_draw_value (const SotayChartStyle *style, cairo_t *cr, const char *text, PangoAlignment align, double x,
                        double middle)
{
  SotayChartWords words = { PANGO_ALIGN_LEFT, FALSE, 1 };
  double width = VALUE_MOST * style->size;
  double height = sotay_chart_measure_words (style, text, words, &width);

  if (align == PANGO_ALIGN_CENTER)
    x -= width / 2;
  sotay_chart_set_ink (style, cr, 0);
  cairo_rectangle (cr, x - 1, middle - height * 0.4, width + 2, height * 0.8);
  cairo_fill (cr);
  sotay_chart_draw_words (style, cr, text, words, x, middle - height / 2, width + 1);
}

void
sotay_chart_set_ink (const SotayChartStyle *style, cairo_t *cr, double strength)
{
  double mixed[3];

  for (guint i = 0; i < 3; i++)
    mixed[i] = style->paper[i] + (style->ink[i] - style->paper[i]) * strength;
  cairo_set_source_rgb (cr, mixed[0], mixed[1], mixed[2]);
}

/* Lines as vectors, so that they are sharp at any size. */
static void
hatch (cairo_t *cr, double x, double y, double width, double height, double slope)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  for (double at = -height; at < width + height; at += HATCH)
    {
      cairo_move_to (cr, x + at, slope > 0 ? y + height : y);
      cairo_rel_line_to (cr, height, slope > 0 ? -height : height);
    }
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
sotay_chart_fill (const SotayChartStyle *style, cairo_t *cr, guint series, double x, double y, double width,
                  double height)
{
  static const double strengths[N_FILLS] = { 0.62, 0, 0, 0, 0.25 };
  guint fill = series % N_FILLS;

  if (width <= 0)
    return;
  sotay_chart_set_ink (style, cr, strengths[fill]);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  sotay_chart_set_ink (style, cr, 1);
  if (fill == FILL_HATCH || fill == FILL_CROSS)
    hatch (cr, x, y, width, height, 1);
  if (fill == FILL_CROSS)
    hatch (cr, x, y, width, height, -1);
  cairo_set_line_width (cr, 0.6);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
}

void
sotay_chart_dash (cairo_t *cr, guint series)
{
  static const double dashes[][4] = { { 1, 0, 1, 0 }, { 6, 3, 6, 3 }, { 1.5, 2.5, 1.5, 2.5 }, { 8, 2.5, 1.5, 2.5 } };
  guint manner = series % G_N_ELEMENTS (dashes);

  cairo_set_dash (cr, dashes[manner], manner == 0 ? 0 : 4, 0);
  cairo_set_line_width (cr, 1.3);
}

void
sotay_chart_mark (const SotayChartStyle *style, cairo_t *cr, guint series, double x, double y)
{
  cairo_new_path (cr);
  switch (series % 4)
    {
    case 0:
      cairo_arc (cr, x, y, MARK, 0, 2 * G_PI);
      break;
    case 1:
      cairo_rectangle (cr, x - MARK, y - MARK, 2 * MARK, 2 * MARK);
      break;
    case 2:
      cairo_move_to (cr, x, y - MARK * 1.2);
      cairo_line_to (cr, x + MARK * 1.2, y + MARK);
      cairo_line_to (cr, x - MARK * 1.2, y + MARK);
      cairo_close_path (cr);
      break;
    default:
      cairo_move_to (cr, x, y - MARK * 1.3);
      cairo_line_to (cr, x + MARK * 1.3, y);
      cairo_line_to (cr, x, y + MARK * 1.3);
      cairo_line_to (cr, x - MARK * 1.3, y);
      cairo_close_path (cr);
    }
  /* Every second one is hollow. */
  sotay_chart_set_ink (style, cr, series % 2 == 0 ? 1 : 0);
  cairo_fill_preserve (cr);
  sotay_chart_set_ink (style, cr, 1);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 0.9);
  cairo_stroke (cr);
}

char *
sotay_chart_format (const SotayReportChart *chart, double value)
{
  return chart->percent ? sotay_percent_format ((gint64) round (value * 100), 10000)
                        : sotay_number_format ((gint64) round (value));
}

char *
sotay_chart_format_step (const SotayReportChart *chart, double value)
{
  g_autofree char *number = sotay_number_format ((gint64) round (value));

  return g_strconcat (number, chart->percent ? " %" : "", NULL);
}

static double
find_most (const SotayReportChart *chart)
{
  double most = 0;

  for (guint i = 0; i < chart->series->len; i++)
    {
      const SotayChartSeries *series = chart->series->pdata[i];

      for (guint j = 0; j < chart->n_labels; j++)
        if (isfinite (series->values[j]))
          most = MAX (most, series->values[j]);
    }
  return most;
}

SotayChartScale
sotay_chart_get_scale (const SotayReportChart *chart)
{
  static const double rounds[] = { 1, 2, 5, 10 };
  double most = find_most (chart);
  double power = 1;
  guint i = 0;

  if (chart->percent)
    return (SotayChartScale){ 20, 5 };
  while (power * 10 * MOST_STEPS < most)
    power *= 10;
  while (i + 1 < G_N_ELEMENTS (rounds) && rounds[i] * power * MOST_STEPS < most)
    i++;
  return (SotayChartScale){ rounds[i] * power, (guint) MAX (1, ceil (most / (rounds[i] * power))) };
}
