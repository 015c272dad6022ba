/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sotay_undo_toast_show:
 * @widget: what was done to; the toast shows in its window
 * @text: what was done
 * @undo: (scope async): called with @widget, @target and nothing else when the person wants it back
 * @target: (transfer full): what @undo needs
 *
 * For what the register does not know: its own steps are offered by the action "win.show-undo-toast".
 */
void sotay_undo_toast_show (GtkWidget *widget, const char *text, void (*undo) (GtkWidget *widget, GVariant *target),
                            GVariant *target);

G_END_DECLS
