/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Characters in the name of a unit or of a person. */
#define SOTAY_LONGEST_NAME 200

#define SOTAY_TYPE_UNIT (sotay_unit_get_type ())
/**
 * SotayUnit:
 *
 * A unit of the tree: a city, a ward, a department, a school. Immutable; an edit makes another one.
 * Properties (read, construct-only): "id" (UUIDv7), "parent-id" (nullable), "name".
 */
G_DECLARE_FINAL_TYPE (SotayUnit, sotay_unit, SOTAY, UNIT, GObject)

/**
 * sotay_unit_new:
 * @id: (nullable): its id, or %NULL for a new one
 * @parent_id: (nullable): the unit above, or %NULL at the top
 * @name: its name; kept tidy, see sotay_text_tidy()
 *
 * Returns: (transfer full): the unit
 */
SotayUnit *sotay_unit_new (const char *id, const char *parent_id, const char *name);

/**
 * sotay_unit_check:
 * @error: %SOTAY_REGISTER_ERROR_INVALID ("name": 1 to 200 characters)
 *
 * Returns: whether @unit keeps the rules
 */
gboolean sotay_unit_check (SotayUnit *unit, GError **error);

const char *sotay_unit_get_id (SotayUnit *unit);
const char *sotay_unit_get_parent_id (SotayUnit *unit); /* (nullable) */
const char *sotay_unit_get_name (SotayUnit *unit);

/**
 * sotay_unit_to_record:
 *
 * Returns: (transfer full): the unit as the change log keeps it: `a{ss}`, absent keys for empty fields, without its id
 */
GVariant *sotay_unit_to_record (SotayUnit *unit);

/**
 * sotay_unit_from_record:
 *
 * Returns: (transfer full): the unit of a record made by sotay_unit_to_record()
 */
SotayUnit *sotay_unit_from_record (const char *id, GVariant *record);

G_END_DECLS
