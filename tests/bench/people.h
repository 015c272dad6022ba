/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A province that does not exist: units and people by number, always the same, named as people in Vietnam are. */
#pragma once

#include "register/staff.h"
#include "register/unit.h"

G_BEGIN_DECLS

/**
 * people_unit:
 * @number: 0: the province; then wards, and in them offices, schools …
 * @units: (element-type SotayUnit): those with smaller numbers
 *
 * Returns: (transfer full): the unit
 */
SotayUnit *people_unit (guint number, GPtrArray *units);

/**
 * people_staff:
 * @number: the person
 * @units: (element-type SotayUnit): all units
 *
 * Returns: (transfer full): the person; two of five are trained
 */
SotayStaff *people_staff (guint number, GPtrArray *units);

G_END_DECLS
