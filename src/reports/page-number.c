/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-number.h"

#include "reports/page-form.h"

#define MIDDLE SOTAY_PAGE_MM (12) /* from the top of the sheet */

void
sotay_page_number_draw (SotayPagePen *pen, guint number, double width, cairo_t *cr)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  PangoLayout *layout
    = sotay_page_pen_make_layout (pen, (SotayPageFont){ SOTAY_PAGE_BODY_SIZE, FALSE, FALSE }, width);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 0, MIDDLE - sotay_page_pen_get_pitch (pen, SOTAY_PAGE_BODY_SIZE) / 2);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}
