/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts in lists that are too long for their places. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sotay_cut_text_watch:
 * @list: a list or a table
 *
 * The whole text of what is cut off in @list is told under the pointer. A tooltip of each cell's own would ask the
 * display where the pointer is each time that it is set, and wait for the answer: for a table, hundreds of times.
 */
void sotay_cut_text_watch (GtkWidget *list);

G_END_DECLS
