/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"

G_BEGIN_DECLS

/**
 * sotay_unit_choice_fill:
 * @row: gets all units, in the order of @names
 * @unit_id: (nullable): the one that is chosen
 */
void sotay_unit_choice_fill (AdwComboRow *row, SotayUnitNames *names, const char *unit_id);

G_END_DECLS
