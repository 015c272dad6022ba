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
 * @reason: (nullable): likewise
 */
void sotay_staff_mark_async (SotayStore *store, GPtrArray *people, const GDate *day, gboolean passed,
                             const char *reason, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer data);

/**
 * sotay_staff_change_async:
 * @people: (element-type SotayStaff): the people
 * @values: (element-type SotayStaffField utf8): for each field to be changed the value that all of them get
 */
void sotay_staff_change_async (SotayStore *store, GPtrArray *people, GHashTable *values, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_staff_move_async:
 * @people: (element-type SotayStaff): the people
 * @unit: (nullable): where they go; %NULL: they leave
 * @day: their first day there, or the first one on which they no longer count
 */
void sotay_staff_move_async (SotayStore *store, GPtrArray *people, SotayUnit *unit, const GDate *day,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_staff_remove_async:
 * @people: (element-type SotayStaff): the people
 */
void sotay_staff_remove_async (SotayStore *store, GPtrArray *people, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
