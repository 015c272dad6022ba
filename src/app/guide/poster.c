/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/poster.h"

#include "app/guide/qr-paintable.h"
#include "app/widgets/print.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define MARGIN_MM 20.0
#define MOST_LINES 4
#define LEAST_CODE 150.0
#define STEP_FONT "Sans 20"
#define STEP_MARGIN 22.0
#define STEP_INDENT 34.0

typedef struct
{
  SotayQrSymbol *symbol;
  char *letterhead;
} Poster;

static PangoLayout *
new_layout (cairo_t *cr, const char *text, const char *font, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);

  /* Points of the sheet, not of a screen. */
  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (layout, -MOST_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.2f);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return extents.height / (double) PANGO_SCALE;
}

/* Returns the height below the text. */
static double
show_centred (cairo_t *cr, const char *text, const char *font, double y, double width)
{
  g_autoptr (PangoLayout) layout = new_layout (cr, text, font, width);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);
  return y + get_height (layout);
}

static double
draw_head (cairo_t *cr, const char *letterhead, double width)
{
  double y = 0;

  if (letterhead != NULL && *letterhead != '\0')
    y = show_centred (cr, letterhead, "Serif Bold 16", y, width) + 14;
  y = show_centred (cr, _("The VNeID manual"), "Sans Bold 40", y, width) + 4;
  return show_centred (cr, _("How to use the electronic identity app"), "Sans 20", y, width);
}

static double
draw_step (cairo_t *cr, guint number, const char *text, double y, double width)
{
  g_autofree char *label = g_strdup_printf ("%u.", number);
  g_autoptr (PangoLayout) label_layout = new_layout (cr, label, STEP_FONT, STEP_INDENT);
  g_autoptr (PangoLayout) layout = new_layout (cr, text, STEP_FONT, width - 2 * STEP_MARGIN - STEP_INDENT);

  cairo_move_to (cr, STEP_MARGIN, y);
  pango_cairo_show_layout (cr, label_layout);
  cairo_move_to (cr, STEP_MARGIN + STEP_INDENT, y);
  pango_cairo_show_layout (cr, layout);
  return y + get_height (layout) + 8;
}

static double
draw_foot (cairo_t *cr, const char *address, double y, double width)
{
  y = show_centred (cr, address, "Sans Bold 15", y, width) + 18;
  y = draw_step (cr, 1, _("Open the camera or Zalo on your phone."), y, width);
  y = draw_step (cr, 2, _("Hold the phone over this code."), y, width);
  return draw_step (cr, 3, _("Tap the link that appears to read the manual."), y, width);
}

static double
measure_foot (cairo_t *cr, const char *address, double width)
{
  double height;

  cairo_push_group (cr);
  height = draw_foot (cr, address, 0, width);
  cairo_pattern_destroy (cairo_pop_group (cr));
  return height;
}

/* The code takes all the room that the text leaves. */
void
sotay_poster_draw (cairo_t *cr, SotayQrSymbol *symbol, const char *letterhead, double width, double height)
{
  const char *address = sotay_qr_symbol_get_text (symbol);
  double head, foot, side;

  cairo_set_source_rgb (cr, 0, 0, 0);
  head = draw_head (cr, letterhead, width);
  foot = measure_foot (cr, address, width);
  side = CLAMP (height - head - foot, LEAST_CODE, width);
  cairo_save (cr);
  cairo_translate (cr, (width - side) / 2, head);
  sotay_qr_paintable_draw (cr, symbol, side);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_foot (cr, address, head + side, width);
}

static void
poster_free (gpointer data, GClosure *closure)
{
  Poster *poster = data;

  g_object_unref (poster->symbol);
  g_free (poster->letterhead);
  g_free (poster);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, Poster *poster)
{
  sotay_poster_draw (gtk_print_context_get_cairo_context (context), poster->symbol, poster->letterhead,
                     gtk_print_context_get_width (context), gtk_print_context_get_height (context));
}

void
sotay_poster_print (SotayQrSymbol *symbol, const char *letterhead, GtkWidget *widget)
{
  const SotayPrintMargins margins = { MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM };
  g_autoptr (GtkPrintOperation) operation = sotay_print_new (_("The VNeID manual"), &margins);
  Poster *poster = g_new0 (Poster, 1);

  poster->symbol = g_object_ref (symbol);
  poster->letterhead = g_strdup (letterhead);
  gtk_print_operation_set_n_pages (operation, 1);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), poster, poster_free, 0);
  sotay_print_run (operation, widget);
}
