/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "register/record.h"

G_BEGIN_DECLS

/**
 * SotayAccountLevel:
 *
 * The level of a person's VNeID account, as the person says (Nghị định 69/2024/NĐ-CP writes 01 and 02).
 */
typedef enum
{
  SOTAY_ACCOUNT_UNKNOWN = 0,
  SOTAY_ACCOUNT_LEVEL_1 = 1,
  SOTAY_ACCOUNT_LEVEL_2 = 2,
  SOTAY_ACCOUNT_NONE = 3,
} SotayAccountLevel;

#define SOTAY_TYPE_STAFF (sotay_staff_get_type ())
/**
 * SotayStaff:
 *
 * A member of the staff. Immutable; an edit makes another one with sotay_staff_with(). Every field but the id is
 * a string property (nullable, construct-only) named as the field: see sotay_staff_get_field().
 */
G_DECLARE_FINAL_TYPE (SotayStaff, sotay_staff, SOTAY, STAFF, GObject)

/**
 * SotayStaffField:
 *
 * The fields of a person, in the order of the record's shape. Dates are ISO ("2024-03-05"); birth may be a year
 * ("1975"); level is "1", "2" or "3". Unit and joining day are those of the present membership; former ones are records
 * of their own (membership.h). Trained-on and passed-on are set by hand and override what the sessions say, for the
 * reason given; see sotay_staff_get_trained_since() for what counts. Employment is a word of employment.h; activated,
 * whether the VNeID account is in use, is "yes" or "no".
 */
typedef enum
{
  SOTAY_STAFF_NAME,
  SOTAY_STAFF_UNIT_ID,
  SOTAY_STAFF_BIRTH,
  SOTAY_STAFF_POSITION,
  SOTAY_STAFF_CODE,
  SOTAY_STAFF_PHONE,
  SOTAY_STAFF_LEVEL,
  SOTAY_STAFF_JOINED_ON,
  SOTAY_STAFF_LEFT_ON,
  SOTAY_STAFF_TRAINED_ON,
  SOTAY_STAFF_PASSED_ON,
  SOTAY_STAFF_NOTE,
  SOTAY_STAFF_EMPLOYMENT,
  SOTAY_STAFF_ACTIVATED,
  SOTAY_STAFF_REASON,
  SOTAY_STAFF_N_FIELDS
} SotayStaffField;

/**
 * sotay_staff_field_name:
 *
 * Returns: the field's name in records, in the database and in the property: "name", "unit_id", "trained_on" …
 */
const char *sotay_staff_field_name (SotayStaffField field);

/**
 * sotay_staff_new:
 * @id: (nullable): the id, or %NULL for a new one
 * @name: the full name; kept tidy, see sotay_text_tidy()
 * @unit_id: the unit
 *
 * Returns: (transfer full): the person, other fields empty
 */
SotayStaff *sotay_staff_new (const char *id, const char *name, const char *unit_id);

/**
 * sotay_staff_restore:
 * @id: the id
 * @fields: (array length=SOTAY_STAFF_N_FIELDS): the fields, each nullable, as they were read
 *
 * For stores: a person read back.
 *
 * Returns: (transfer full): the person
 */
SotayStaff *sotay_staff_restore (const char *id, const char *const *fields);

/**
 * sotay_staff_with:
 * @field: a field
 * @value: (nullable): its new value, kept tidy; empty means %NULL
 *
 * Returns: (transfer full): a copy of @staff, same id, with that one field changed
 */
SotayStaff *sotay_staff_with (SotayStaff *staff, SotayStaffField field, const char *value);

/**
 * sotay_staff_check:
 * @error: %SOTAY_REGISTER_ERROR_INVALID with the field's name as its message
 *
 * The rules of a person's fields: a name of 1 to 200 characters, a unit, real dates, left after joined,
 * trained and passed not after today, passed only when trained, a known kind of employment, other fields of at most
 * 1,000 characters.
 *
 * Returns: whether @staff keeps them
 */
gboolean sotay_staff_check (SotayStaff *staff, GError **error);

/**
 * sotay_staff_check_fields:
 * @fields: (array length=SOTAY_STAFF_N_FIELDS): the fields, each nullable and not empty
 * @today: today, for the one who checks very many people: finding out takes longer than the rest
 *
 * See sotay_staff_check().
 *
 * Returns: whether somebody with @fields keeps the rules
 */
gboolean sotay_staff_check_fields (const char *const *fields, const GDate *today, GError **error);

const char *sotay_staff_get_id (SotayStaff *staff);
const char *sotay_staff_get_field (SotayStaff *staff, SotayStaffField field); /* (nullable) */
const char *sotay_staff_get_name (SotayStaff *staff);
const char *sotay_staff_get_unit_id (SotayStaff *staff);
SotayAccountLevel sotay_staff_get_level (SotayStaff *staff);

/**
 * sotay_staff_set_standing:
 * @trained_since: (nullable): the first day on which the person counts as trained
 * @passed_since: (nullable): likewise for passed
 * @counts: whether the kind of employment counts towards 100 %
 *
 * For stores: what the rules (standing.h) make of the whole register for this person. Without it, it is what was set by
 * hand, and the person counts.
 */
void sotay_staff_set_standing (SotayStaff *staff, const char *trained_since, const char *passed_since, gboolean counts);

const char *sotay_staff_get_trained_since (SotayStaff *staff); /* (nullable): ISO; by sessions or by hand */
const char *sotay_staff_get_passed_since (SotayStaff *staff);  /* (nullable): ISO; by practice or by hand */
gboolean sotay_staff_counts (SotayStaff *staff);               /* the kind of employment counts towards 100 % */

/**
 * sotay_staff_is_due:
 * @day: a day
 *
 * The day of leaving is the first on which a person no longer counts, so that someone who leaves one unit and joins
 * another on the same day is counted once.
 *
 * Returns: whether the person belonged to the staff on @day and so counts towards 100 %
 */
gboolean sotay_staff_is_due (SotayStaff *staff, const GDate *day);

/**
 * sotay_staff_is_trained:
 *
 * Returns: whether the person was trained on or before @day
 */
gboolean sotay_staff_is_trained (SotayStaff *staff, const GDate *day);

GVariant *sotay_staff_to_record (SotayStaff *staff);                    /* (transfer full): `a{ss}`, as for units */
SotayStaff *sotay_staff_from_record (const char *id, GVariant *record); /* (transfer full) */

G_END_DECLS
