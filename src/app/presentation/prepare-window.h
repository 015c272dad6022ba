/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/presentation/presentation.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PREPARE_WINDOW (sotay_prepare_window_get_type ())
/**
 * SotayPrepareWindow:
 *
 * What is taught, with what, in which room and on which wall. All of it is kept as it is set.
 *
 * Signal "start" (#SotayLessonPlan, nullable string: the id of the session): the person wants to begin.
 */
G_DECLARE_FINAL_TYPE (SotayPrepareWindow, sotay_prepare_window, SOTAY, PREPARE_WINDOW, AdwWindow)

GtkWidget *sotay_prepare_window_new (GtkWindow *parent, SotayServices *services); /* (transfer none) */

G_END_DECLS
