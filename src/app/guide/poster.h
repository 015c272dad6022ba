/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The QR code as an A4 poster for a wall or a counter. */
#pragma once

#include <gtk/gtk.h>

#include "core/qr-symbol.h"

G_BEGIN_DECLS

/**
 * sotay_poster_draw:
 * @letterhead: (nullable): the unit's name
 * @width: of the sheet within its margins, in points
 * @height: of the sheet within its margins, in points
 *
 * Draws title, code, address and instruction from the origin, black on white.
 */
void sotay_poster_draw (cairo_t *cr, SotayQrSymbol *symbol, const char *letterhead, double width, double height);

/**
 * sotay_poster_print:
 * @widget: whose window asks for the printer, and hears of a failure
 */
void sotay_poster_print (SotayQrSymbol *symbol, const char *letterhead, GtkWidget *widget);

G_END_DECLS
