/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a unit is, in words. */
#pragma once

#include "register/unit.h"

G_BEGIN_DECLS

const char *sotay_unit_kind_label (SotayUnitKind kind); /* "Ward, commune" … */

/**
 * sotay_unit_words_kind:
 *
 * Returns: (nullable): what kind of unit it is; %NULL where nothing is said
 */
const char *sotay_unit_words_kind (SotayUnit *unit);

/**
 * sotay_unit_words_ending:
 *
 * Returns: (transfer full) (nullable): that and since when the unit is no more; %NULL for one without an end
 */
char *sotay_unit_words_ending (SotayUnit *unit);

G_END_DECLS
