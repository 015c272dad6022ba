/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/record.h"

G_BEGIN_DECLS

/* Characters in the name of a unit or of a person. */
#define SOTAY_LONGEST_NAME 200

/**
 * SotayUnitField:
 *
 * The fields of a unit, in the order of the record's shape. Opened-on is its first day, closed-on the first day on
 * which it is no more (absent: it always was, it still is). Ending and successor say what became of it.
 */
typedef enum
{
  SOTAY_UNIT_NAME,
  SOTAY_UNIT_PARENT_ID,
  SOTAY_UNIT_KIND, /* a word of SotayUnitKind */
  SOTAY_UNIT_OPENED_ON,
  SOTAY_UNIT_CLOSED_ON,
  SOTAY_UNIT_ENDING,       /* a word of SotayUnitEnding; with closed-on only */
  SOTAY_UNIT_SUCCESSOR_ID, /* with an ending by merging or renaming */
  SOTAY_UNIT_N_FIELDS
} SotayUnitField;

typedef enum
{
  SOTAY_UNIT_KIND_CITY,       /* a city or a province */
  SOTAY_UNIT_KIND_WARD,       /* phường, xã, đặc khu */
  SOTAY_UNIT_KIND_DEPARTMENT, /* phòng, ban, sở */
  SOTAY_UNIT_KIND_SCHOOL,
  SOTAY_UNIT_KIND_HEALTH,     /* trạm y tế, bệnh viện */
  SOTAY_UNIT_KIND_POLICE,
  SOTAY_UNIT_KIND_UNION,      /* đoàn thể, hội */
  SOTAY_UNIT_KIND_OTHER,
  SOTAY_UNIT_KIND_N
} SotayUnitKind;

typedef enum
{
  SOTAY_UNIT_MERGED,  /* into the successor, with its staff */
  SOTAY_UNIT_RENAMED, /* the successor is the same unit under another name or another parent */
  SOTAY_UNIT_CLOSED,
  SOTAY_UNIT_ENDING_N
} SotayUnitEnding;

const char *sotay_unit_kind_to_string (SotayUnitKind kind); /* "city", "ward" … */
gboolean sotay_unit_kind_from_string (const char *text, SotayUnitKind *kind);
const char *sotay_unit_ending_to_string (SotayUnitEnding ending); /* "merged", "renamed", "closed" */
gboolean sotay_unit_ending_from_string (const char *text, SotayUnitEnding *ending);

#define SOTAY_TYPE_UNIT (sotay_unit_get_type ())
/**
 * SotayUnit:
 *
 * A unit of the tree: a city, a ward, a department, a school. Immutable; an edit makes another one with
 * sotay_unit_with().
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
 * sotay_unit_restore:
 * @fields: (array length=SOTAY_UNIT_N_FIELDS): the fields, each nullable, as they were read
 *
 * For stores: a unit read back.
 *
 * Returns: (transfer full): the unit
 */
SotayUnit *sotay_unit_restore (const char *id, const char *const *fields);

/**
 * sotay_unit_with:
 * @value: (nullable): the new value of @field, kept tidy; empty means %NULL
 *
 * Returns: (transfer full): a copy of @unit, same id, with that one field changed
 */
SotayUnit *sotay_unit_with (SotayUnit *unit, SotayUnitField field, const char *value);

/**
 * sotay_unit_check:
 * @error: %SOTAY_REGISTER_ERROR_INVALID with the field's name as its message
 *
 * The rules of a unit's fields: a name of 1 to 200 characters, a known kind, real days, closed after opened, an ending
 * only with a closing day, a successor that is not the unit itself.
 *
 * Returns: whether @unit keeps the rules
 */
gboolean sotay_unit_check (SotayUnit *unit, GError **error);

const char *sotay_unit_get_id (SotayUnit *unit);
const char *sotay_unit_get_field (SotayUnit *unit, SotayUnitField field); /* (nullable) */
const char *sotay_unit_get_parent_id (SotayUnit *unit);                   /* (nullable) */
const char *sotay_unit_get_name (SotayUnit *unit);

/**
 * sotay_unit_is_open:
 *
 * Returns: whether the unit was there on @day
 */
gboolean sotay_unit_is_open (SotayUnit *unit, const GDate *day);

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
