/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing a step of the register from the window, and telling that it was done. */
#pragma once

#include <gtk/gtk.h>

#include "app/widgets/notice.h"
#include "register/store.h"

G_BEGIN_DECLS

/**
 * sotay_tell_step:
 * @widget: a widget of the main window or of a dialog above it
 * @step: a step that was done
 *
 * Says in the main window what was done, with a button that undoes it.
 */
void sotay_tell_step (GtkWidget *widget, SotayStep *step);

/**
 * sotay_apply_step:
 * @widget: see sotay_tell_step()
 * @step: what to do; one without changes is not done, and that is said
 * @notice: where an error is shown
 *
 * Does @step without waiting and tells of it.
 */
void sotay_apply_step (GtkWidget *widget, SotayStore *store, SotayStep *step, SotayNotice *notice);

G_END_DECLS
