/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/qr-symbol.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_QR_WINDOW (sotay_qr_window_get_type ())
/**
 * SotayQrWindow:
 *
 * The QR code over the whole screen, its address below; any click, Esc or Enter leaves.
 */
G_DECLARE_FINAL_TYPE (SotayQrWindow, sotay_qr_window, SOTAY, QR_WINDOW, GtkWindow)

/**
 * sotay_qr_window_new:
 * @parent: the window whose screen is filled
 *
 * Returns: (transfer none): the window; it destroys itself when left
 */
GtkWindow *sotay_qr_window_new (GtkWindow *parent, SotayQrSymbol *symbol);

G_END_DECLS
