/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of many people at once: made and done in a thread. They finish with sotay_do_step_finish(). */
#pragma once

#include <gio/gio.h>

#include "register/store.h"

G_BEGIN_DECLS

/**
 * sotay_staff_mark_async:
 * @people: (element-type SotayStaff): the people
 * @day: (nullable): the day they were trained on; %NULL to take the mark away
 * @passed: see sotay_edit_mark_trained()
 */
void sotay_staff_mark_async (SotayStore *store, GPtrArray *people, const GDate *day, gboolean passed,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_staff_remove_async:
 * @people: (element-type SotayStaff): the people
 */
void sotay_staff_remove_async (SotayStore *store, GPtrArray *people, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
