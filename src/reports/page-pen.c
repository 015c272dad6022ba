/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-pen.h"

#include <math.h>
#include <string.h>

#define FAMILIES "Times New Roman,Liberation Serif,serif"

/* Letters are measured at this size; without hinting, all others are in proportion. */
#define PROBE_SIZE 100.0

/* Kerning may widen a pair of letters: by less than this part of a line. */
#define SLACK 1.02

/* Latin, Greek and Cyrillic; Latin with two marks, as Vietnamese has; dashes and quotation marks. */
#define FIRST_LETTERS 0x0590
#define MORE_LETTERS 0x1e00
#define MORE_LETTERS_END 0x2028
#define N_LETTERS (FIRST_LETTERS + MORE_LETTERS_END - MORE_LETTERS)

#define RUN_BYTES 256

struct _SotayPagePen
{
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *probes[2]; /* regular, bold */
  float *letters[2];      /* widths at PROBE_SIZE; 0: not measured yet */
  double pitch;           /* at PROBE_SIZE */
  double ascent;
};

static void
measure_line (SotayPagePen *pen)
{
  PangoRectangle logical;

  pango_layout_set_text (pen->probes[0], "x", -1);
  pango_layout_get_extents (pen->probes[0], NULL, &logical);
  pen->pitch = (double) logical.height / PANGO_SCALE;
  pen->ascent = (double) pango_layout_get_baseline (pen->probes[0]) / PANGO_SCALE;
}

SotayPagePen *
sotay_page_pen_new (void)
{
  SotayPagePen *pen = g_new0 (SotayPagePen, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoFontDescription *description = pango_font_description_new ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pen->map = pango_cairo_font_map_new ();
  pen->context = pango_font_map_create_context (pen->map);
  pango_cairo_context_set_font_options (pen->context, options);
  pango_context_set_round_glyph_positions (pen->context, FALSE);
  pango_context_set_language (pen->context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (pen->context, PANGO_DIRECTION_LTR);
  pango_font_description_set_family_static (description, FAMILIES);
  pango_context_set_font_description (pen->context, description);
  pango_font_description_free (description);
  cairo_font_options_destroy (options);
  for (guint i = 0; i < 2; i++)
    {
      pen->probes[i] = sotay_page_pen_make_layout (pen, (SotayPageFont){ PROBE_SIZE, i == 1, FALSE }, -1);
      pen->letters[i] = g_new0 (float, N_LETTERS);
    }
  measure_line (pen);
  return pen;
}

void
sotay_page_pen_free (SotayPagePen *pen)
{
  for (guint i = 0; i < 2; i++)
    {
      g_object_unref (pen->probes[i]);
      g_free (pen->letters[i]);
    }
  g_object_unref (pen->context);
  g_object_unref (pen->map);
  g_free (pen);
}

PangoContext *
sotay_page_pen_get_context (SotayPagePen *pen)
{
  return pen->context;
}

static PangoAttrList *
make_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  return attributes;
}

PangoLayout *
sotay_page_pen_make_layout (SotayPagePen *pen, SotayPageFont font, double width)
{
  PangoLayout *layout = pango_layout_new (pen->context);
  PangoFontDescription *description
    = pango_font_description_copy (pango_context_get_font_description (pen->context));
  PangoAttrList *attributes = make_attributes ();

  pango_font_description_set_absolute_size (description, font.size * PANGO_SCALE);
  pango_font_description_set_weight (description, font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description, font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_attr_list_unref (attributes);
  pango_font_description_free (description);
  return layout;
}

/* Returns -1 for a letter that may join its neighbours, go the other way or stand higher than a line. */
static int
find_letter (gunichar letter)
{
  if (letter < FIRST_LETTERS)
    return (int) letter;
  if (letter >= MORE_LETTERS && letter < MORE_LETTERS_END)
    return (int) (FIRST_LETTERS + letter - MORE_LETTERS);
  return -1;
}

/* A letter that joins none before it: not a mark, not part of a picture. */
static gboolean
is_alone (const char *place)
{
  gunichar letter;

  if ((*place & 0xc0) == 0x80)
    return FALSE;
  letter = g_utf8_get_char (place);
  return find_letter (letter) >= 0 && g_unichar_isalnum (letter);
}

/* Returns where a run may end from @start on: behind a space, or at last before a letter that joins no other. */
static gsize
find_run_end (const char *text, gsize start, gsize length)
{
  gsize end = start + RUN_BYTES;

  if (end >= length)
    return length;
  for (gsize i = end; i < MIN (end + RUN_BYTES, length); i++)
    if (text[i] == ' ')
      return i + 1;
  while (end < length && !is_alone (text + end))
    end++;
  return end;
}

void
sotay_page_pen_set_text (PangoLayout *layout, const char *text)
{
  gsize length = strlen (text);

  if (length > 2 * RUN_BYTES)
    {
      PangoAttrList *attributes = make_attributes ();
      gboolean odd = FALSE;

      /* The attribute says nothing new: a run ends where it does. */
      for (gsize start = 0, end; start < length; start = end, odd = !odd)
        {
          PangoAttribute *attribute = odd ? pango_attr_fallback_new (TRUE) : NULL;

          end = find_run_end (text, start, length);
          if (attribute == NULL)
            continue;
          attribute->start_index = (guint) start;
          attribute->end_index = (guint) end;
          pango_attr_list_insert (attributes, attribute);
        }
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_set_text (layout, text, (int) length);
}

double
sotay_page_pen_get_pitch (SotayPagePen *pen, double size)
{
  return pen->pitch * size / PROBE_SIZE;
}

double
sotay_page_pen_get_ascent (SotayPagePen *pen, double size)
{
  return pen->ascent * size / PROBE_SIZE;
}

static float
measure_letter (SotayPagePen *pen, gboolean bold, gunichar letter)
{
  PangoLayout *probe = pen->probes[bold ? 1 : 0];
  PangoRectangle logical;
  char text[7] = { 0 };

  if (g_unichar_ismark (letter) || !g_unichar_isprint (letter))
    return INFINITY;
  g_unichar_to_utf8 (letter, text);
  pango_layout_set_text (probe, text, -1);
  pango_layout_get_extents (probe, NULL, &logical);
  if (fabs ((double) logical.height / PANGO_SCALE - pen->pitch) > 0.5 || logical.width <= 0)
    return INFINITY;
  return (float) logical.width / PANGO_SCALE;
}

double
sotay_page_pen_bound (SotayPagePen *pen, SotayPageFont font, const char *text, gssize length)
{
  const char *end = length < 0 ? NULL : text + length;
  float *letters = pen->letters[font.bold ? 1 : 0];
  double width = 0;

  g_return_val_if_fail (!font.italic, INFINITY);
  for (const char *place = text; place != end && *place != '\0'; place = g_utf8_next_char (place))
    {
      gunichar letter = g_utf8_get_char (place);
      int index = find_letter (letter);

      if (index < 0)
        return INFINITY;
      if (letters[index] == 0)
        letters[index] = measure_letter (pen, font.bold, letter);
      width += letters[index];
    }
  return width * SLACK * font.size / PROBE_SIZE;
}
