/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/qr-symbol.h"
#include "guide/handout.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_HANDOUT_WINDOW (sotay_handout_window_get_type ())
/**
 * SotayHandoutWindow:
 *
 * The hand-out over the whole screen, for the projector: the code of the Wi-Fi, the code of the manual, the address,
 * and how many have it. Any click, Esc or Enter leaves; it leaves by itself when the hand-out ends.
 */
G_DECLARE_FINAL_TYPE (SotayHandoutWindow, sotay_handout_window, SOTAY, HANDOUT_WINDOW, GtkWindow)

/**
 * sotay_handout_window_new:
 * @parent: the window whose screen is filled
 * @handout: serves
 * @wifi: (nullable): the code that joins the Wi-Fi
 * @wifi_name: the name of that Wi-Fi
 *
 * Returns: (transfer none): the window; it destroys itself when left
 */
GtkWindow *sotay_handout_window_new (GtkWindow *parent, SotayHandout *handout, SotayQrSymbol *wifi,
                                     const char *wifi_name);

G_END_DECLS
