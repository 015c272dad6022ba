/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed in a person's records, in words. */
#pragma once

#include "app/register/unit-names.h"
#include "register/step.h"

G_BEGIN_DECLS

/**
 * sotay_history_words_time:
 * @time: µs since 1970
 *
 * Returns: (transfer full): "09:05, 05/3/2024" on this machine's clock
 */
char *sotay_history_words_time (gint64 time);

/**
 * sotay_history_words_changes:
 * @step: a step of sotay_store_list_history() for a person
 * @names: the units there are
 *
 * Returns: (transfer full): a line for each field that changed: "Position: Văn thư → Kế toán"; may be empty
 */
char *sotay_history_words_changes (SotayStep *step, SotayUnitNames *names);

G_END_DECLS
