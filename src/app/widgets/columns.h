/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_COLUMNS (sotay_columns_get_type ())
/**
 * SotayColumns:
 *
 * Its children stand side by side in columns of one width where there is room for that, else one below the other.
 *
 * Properties "spacing" and "column-width" (the least width of a column), both in pixels and construct-only.
 */
G_DECLARE_FINAL_TYPE (SotayColumns, sotay_columns, SOTAY, COLUMNS, GtkWidget)

G_END_DECLS
