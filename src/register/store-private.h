/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of SotayStore share. */
#pragma once

#include "register/store.h"

G_BEGIN_DECLS

/**
 * sotay_store_begin, sotay_store_end:
 * @changed: whether the register was changed, which is then announced
 *
 * Between the two this thread alone may call the virtual functions.
 */
void sotay_store_begin (SotayStore *store);
void sotay_store_end (SotayStore *store, gboolean changed);

/**
 * sotay_store_ask_guard:
 * @step: (nullable): the step that is to be applied; %NULL for an undo or a redo
 *
 * Returns: whether the guard lets the change be made
 */
gboolean sotay_store_ask_guard (SotayStore *store, SotayStep *step, GError **error);

G_END_DECLS
