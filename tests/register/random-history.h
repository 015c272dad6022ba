/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register that lives: random steps of all kinds, undo and redo. */
#pragma once

#include "register/store.h"

G_BEGIN_DECLS

/* One step: what it is and whom it concerns is drawn from @random. One that breaks a rule is refused and leaves
 * nothing; every other must succeed. */
void random_history_step (SotayStore *store, GRand *random);

/* (transfer full) (nullable): such a step, for the caller to apply; the store may still refuse it as invalid. %NULL
 * when what was drawn breaks a rule or changes nothing. */
SotayStep *random_history_make (SotayStore *store, GRand *random);

/* A day of the two years in which everything happens, a little before or after too. */
GDate random_history_day (GRand *random);

G_END_DECLS
