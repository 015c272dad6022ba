/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of SotayStore only: its turn, its worker, its announcement. */
#pragma once

#include "register/store.h"

G_BEGIN_DECLS

/**
 * sotay_store_begin, sotay_store_end:
 *
 * One thread at a time is between the two, where the virtual functions are called.
 */
void sotay_store_begin (SotayStore *store);
void sotay_store_end (SotayStore *store);

/**
 * sotay_store_announce:
 *
 * Emits "changed" in the store's main context; several changes before it turns are announced once.
 */
void sotay_store_announce (SotayStore *store);

/**
 * sotay_store_push:
 * @tag: the asynchronous function that was asked
 * @request: what it was asked with: the data of the task, which frees it with @free_func
 *
 * Runs @func on the store's worker.
 */
void sotay_store_push (SotayStore *store, gpointer tag, gpointer request, GDestroyNotify free_func,
                       GTaskThreadFunc func, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_store_ask_guard:
 * @step: (nullable): the step that is to be applied; as SotayStoreGuard
 *
 * Returns: whether the guard lets the change be made
 */
gboolean sotay_store_ask_guard (SotayStore *store, SotayStep *step, GError **error);

G_END_DECLS
