/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_TOOL_ROW (sotay_tool_row_get_type ())
/**
 * SotayToolRow:
 *
 * Widgets in a row. Where there is not room for all, those of the highest rank leave first, all of one rank together;
 * those of rank 0 always stay. In a .ui the rank is the type of the child: `<child type="2">`. Those that expand share
 * what is left.
 *
 * Property "spacing" (int).
 */
G_DECLARE_FINAL_TYPE (SotayToolRow, sotay_tool_row, SOTAY, TOOL_ROW, GtkWidget)

G_END_DECLS
