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
 * Says in the main window what was done, with a button that undoes it; or that there was nothing to change.
 */
void sotay_tell_step (GtkWidget *widget, SotayStep *step);

/**
 * sotay_apply_step:
 * @widget: see sotay_tell_step()
 * @step: what to do
 * @notice: where an error is shown
 *
 * Does @step without waiting and tells of it.
 */
void sotay_apply_step (GtkWidget *widget, SotayStore *store, SotayStep *step, SotayNotice *notice);

/**
 * SotayMakeStep:
 *
 * Makes a step; runs in a thread, so it may ask the store and take its time.
 *
 * Returns: (transfer full) (nullable): the step
 */
typedef SotayStep *(*SotayMakeStep) (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error);

/**
 * sotay_do_step_async:
 * @make: makes the step
 * @data: (transfer full): for @make
 * @free_data: frees @data, in any thread
 *
 * Makes a step that takes more than a moment, and does it, both in a thread. Cancelled, it changes nothing.
 */
void sotay_do_step_async (SotayStore *store, SotayMakeStep make, gpointer data, GDestroyNotify free_data,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * sotay_do_step_finish:
 *
 * Returns: (transfer full) (nullable): the step that was done; %NULL on error
 */
SotayStep *sotay_do_step_finish (GAsyncResult *result, GError **error);

G_END_DECLS
