/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a list shows: a title, and details in pale letters below it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *sotay_two_lines_new (void); /* (transfer floating): without words */

/**
 * sotay_two_lines_set:
 * @lines: a widget of sotay_two_lines_new()
 * @details: (nullable): %NULL takes no room, empty keeps it
 */
void sotay_two_lines_set (GtkWidget *lines, const char *title, const char *details);

G_END_DECLS
