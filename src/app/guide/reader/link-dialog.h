/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sotay_link_dialog_show:
 * @address: what the document names, whatever that is
 * @widget: where the link was clicked
 *
 * Shows the whole address before anything happens. Only a web or mail address can be opened; any can be copied.
 */
void sotay_link_dialog_show (const char *address, GtkWidget *widget);

G_END_DECLS
