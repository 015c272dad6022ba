/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sotay_wall_text_fit:
 * @label: a label of a window that is mapped
 * @lines: lines of such text that the window's screen is high
 *
 * Makes the text as large as the screen asks for, so that the last row of a room reads it.
 */
void sotay_wall_text_fit (GtkLabel *label, int lines);

G_END_DECLS
