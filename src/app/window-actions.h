/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/**
 * sotay_window_install_actions:
 * @klass: the window's class
 *
 * Adds the actions of the window: see SotayView for those that views use.
 */
void sotay_window_install_actions (SotayWindowClass *klass);

G_END_DECLS
