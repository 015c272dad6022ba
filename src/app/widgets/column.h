/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_COLUMN (sotay_column_get_type ())
/**
 * SotayColumn:
 *
 * Holds one long column of wrapped text inside a #GtkScrolledWindow. GTK asks what it scrolls for its height at the
 * narrowest and at the widest width too, and wraps every line for each answer, although nothing comes of them: half of
 * a start's time. This widget answers those itself and asks its child only for the width that it really gets.
 *
 * Properties: "child" (#GtkWidget), "least-width" (pixels, 200 by default): the child must be able to wrap to it.
 */
G_DECLARE_FINAL_TYPE (SotayColumn, sotay_column, SOTAY, COLUMN, GtkWidget)

G_END_DECLS
