/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The units as a person chooses one: in the order of the tree, each with the units above it. */
#pragma once

#include <gio/gio.h>

#include "register/progress.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_UNIT_NAMES (sotay_unit_names_get_type ())
/**
 * SotayUnitNames:
 *
 * Immutable; made of one state of the register.
 */
G_DECLARE_FINAL_TYPE (SotayUnitNames, sotay_unit_names, SOTAY, UNIT_NAMES, GObject)

SotayUnitNames *sotay_unit_names_new (SotayUnitProgress *whole); /* (transfer full) */

guint sotay_unit_names_count (SotayUnitNames *names);
SotayUnit *sotay_unit_names_get (SotayUnitNames *names, guint position); /* (transfer none) */
SotayUnit *sotay_unit_names_find (SotayUnitNames *names, const char *unit_id); /* (transfer none) (nullable) */

/**
 * sotay_unit_names_dup_path:
 *
 * Returns: (transfer full): "Ủy ban nhân dân phường › Văn phòng"
 */
char *sotay_unit_names_dup_path (SotayUnitNames *names, SotayUnit *unit);

char *sotay_unit_names_dup_above (SotayUnitNames *names, SotayUnit *unit); /* (nullable): the path without the unit */

/**
 * sotay_unit_names_is_within:
 *
 * Returns: whether @unit is @above or stands somewhere below it
 */
gboolean sotay_unit_names_is_within (SotayUnitNames *names, SotayUnit *unit, SotayUnit *above);

/**
 * sotay_unit_names_dup_all:
 *
 * Returns: (transfer full) (element-type SotayUnit): all units, as the rules of editing want them
 */
GPtrArray *sotay_unit_names_dup_all (SotayUnitNames *names);

/**
 * sotay_unit_names_search:
 * @units: (element-type SotayUnit): some of the units of @names, or all
 * @text: what was typed, with or without accents
 * @cancellable: (nullable): then what is returned is not complete
 *
 * Looks for units by the beginnings of words of their names; words may also be those of a unit above. May be called in
 * any thread.
 *
 * Returns: (transfer full) (element-type SotayUnit): those of @units that are meant, in their order
 */
GPtrArray *sotay_unit_names_search (SotayUnitNames *names, GPtrArray *units, const char *text,
                                    GCancellable *cancellable);

G_END_DECLS
