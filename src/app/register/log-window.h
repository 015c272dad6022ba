/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_LOG_WINDOW (sotay_log_window_get_type ())
/**
 * SotayLogWindow:
 *
 * What one step of the log changed: each entry, each field, before and after.
 */
G_DECLARE_FINAL_TYPE (SotayLogWindow, sotay_log_window, SOTAY, LOG_WINDOW, AdwWindow)

/**
 * sotay_log_window_new:
 * @step: a step of a listing
 */
GtkWidget *sotay_log_window_new (GtkWindow *parent, SotayStore *store, SotayUnitNames *names, SotayStep *step);

G_END_DECLS
