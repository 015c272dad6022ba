/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/poster.h"

#include "app/guide/qr-paintable.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define MARGIN_MM 20.0
#define CODE_PART 0.52 /* of the sheet's height at most */

typedef struct
{
  SotayQrSymbol *symbol;
  char *letterhead;
} Poster;

static PangoLayout *
new_layout (cairo_t *cr, const char *text, const char *font, double width, PangoAlignment alignment)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);

  /* Points of the sheet, not of a screen. */
  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignment);
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
show_text (cairo_t *cr, const char *text, const char *font, double x, double y, double width,
           PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout = new_layout (cr, text, font, width, alignment);

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  return y + get_height (layout);
}

static double
draw_head (cairo_t *cr, const char *letterhead, double width)
{
  double y = 0;

  if (letterhead != NULL && *letterhead != '\0')
    y = show_text (cr, letterhead, "Serif Bold 16", 0, y, width, PANGO_ALIGN_CENTER) + 14;
  y = show_text (cr, _("The VNeID manual"), "Sans Bold 40", 0, y, width, PANGO_ALIGN_CENTER) + 4;
  return show_text (cr, _("How to use the electronic identity app"), "Sans 20", 0, y, width, PANGO_ALIGN_CENTER);
}

static void
draw_steps (cairo_t *cr, double width, double y)
{
  const char *steps[] = {
    _("Open the camera or Zalo on your phone."),
    _("Hold the phone over this code."),
    _("Tap the link that appears to read the manual."),
  };
  double indent = width * 0.1;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);

      show_text (cr, number, "Sans Bold 20", indent, y, 32, PANGO_ALIGN_LEFT);
      y = show_text (cr, steps[i], "Sans 20", indent + 34, y, width - 2 * indent - 34, PANGO_ALIGN_LEFT) + 8;
    }
}

void
sotay_poster_draw (cairo_t *cr, SotayQrSymbol *symbol, const char *letterhead, double width, double height)
{
  double side = MIN (width, height * CODE_PART);
  double y;

  cairo_set_source_rgb (cr, 0, 0, 0);
  y = draw_head (cr, letterhead, width) + 6;
  cairo_save (cr);
  cairo_translate (cr, (width - side) / 2, y);
  sotay_qr_paintable_draw (cr, symbol, side);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  y = show_text (cr, sotay_qr_symbol_get_text (symbol), "Sans Bold 15", 0, y + side + 2, width, PANGO_ALIGN_CENTER);
  draw_steps (cr, width, y + 22);
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

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  text = g_strdup_printf (_("Printing failed: %s"), error->message);
  gtk_widget_activate_action (widget, "win.show-toast", "s", text);
}

static GtkPageSetup *
new_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  return setup;
}

void
sotay_poster_print (SotayQrSymbol *symbol, const char *letterhead, GtkWidget *widget)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup ();
  Poster *poster = g_new0 (Poster, 1);

  poster->symbol = g_object_ref (symbol);
  poster->letterhead = g_strdup (letterhead);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, _("The VNeID manual"));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), poster, poster_free, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), widget, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
