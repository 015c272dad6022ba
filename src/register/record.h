/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the register keeps, seen as records: a kind, an id and named texts. The change log and the stores work with
 * records; the rules of a kind stand in its own header (session.h, attendance.h, …). */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  SOTAY_RECORD_UNIT,
  SOTAY_RECORD_STAFF,
  SOTAY_RECORD_MEMBERSHIP, /* a former membership of a unit; the present one stands in the person's own record */
  SOTAY_RECORD_SESSION,
  SOTAY_RECORD_ATTENDANCE,
  SOTAY_RECORD_PRACTICE,
  SOTAY_RECORD_CAMPAIGN,
  SOTAY_RECORD_OUTREACH,
  SOTAY_RECORD_FEEDBACK,
  SOTAY_RECORD_MONTHLY,
  SOTAY_RECORD_N_KINDS
} SotayRecordKind;

/**
 * SotayRecordShape:
 * @name: the kind in stores and in --json: "unit", "staff", "session" …
 * @fields: (array length=n_fields): the names of the fields, in the order of the kind's enumeration
 * @n_fields: how many
 */
typedef struct
{
  const char *name;
  const char *const *fields;
  guint n_fields;
} SotayRecordShape;

/**
 * sotay_record_shape:
 *
 * Returns: (transfer none): the shape of the records of @kind
 */
const SotayRecordShape *sotay_record_shape (SotayRecordKind kind);

#define SOTAY_TYPE_RECORD (sotay_record_get_type ())
/**
 * SotayRecord:
 *
 * One record. Immutable; an edit makes another one with sotay_record_with(). Every field is a text or absent; dates are
 * ISO ("2024-03-05"). Units and people have classes of their own, #SotayUnit and #SotayStaff.
 */
G_DECLARE_FINAL_TYPE (SotayRecord, sotay_record, SOTAY, RECORD, GObject)

/**
 * sotay_record_new:
 * @id: (nullable): the id, or %NULL for a new one (UUIDv7)
 *
 * Returns: (transfer full): the record, all fields absent
 */
SotayRecord *sotay_record_new (SotayRecordKind kind, const char *id);

/**
 * sotay_record_restore:
 * @fields: (array): the fields in the order of the shape, each nullable, as they were read
 *
 * For stores: a record read back.
 *
 * Returns: (transfer full): the record
 */
SotayRecord *sotay_record_restore (SotayRecordKind kind, const char *id, const char *const *fields);

/**
 * sotay_record_with:
 * @field: a field of the kind's enumeration
 * @value: (nullable): its new value; each line is kept tidy, empty lines go; empty means absent
 *
 * Returns: (transfer full): a copy of @record, same id, with that one field changed
 */
SotayRecord *sotay_record_with (SotayRecord *record, guint field, const char *value);

SotayRecordKind sotay_record_get_kind (SotayRecord *record);
const char *sotay_record_get_id (SotayRecord *record);
const char *sotay_record_get (SotayRecord *record, guint field); /* (nullable) */

/**
 * sotay_record_to_variant:
 *
 * Returns: (transfer full): the fields as the change log keeps them: `a{ss}`, absent keys for absent fields
 */
GVariant *sotay_record_to_variant (SotayRecord *record);

/**
 * sotay_record_from_variant:
 *
 * Returns: (transfer full): the record of sotay_record_to_variant()
 */
SotayRecord *sotay_record_from_variant (SotayRecordKind kind, const char *id, GVariant *fields);

/**
 * sotay_record_pack_fields, sotay_record_unpack_fields:
 * @fields: (array): texts in the order of the shape, each nullable; borrowed from @variant by the second
 *
 * Between an array of fields and `a{ss}`, for classes that keep their fields themselves.
 *
 * Returns: (transfer full): the variant
 */
GVariant *sotay_record_pack_fields (SotayRecordKind kind, const char *const *fields);
void sotay_record_unpack_fields (SotayRecordKind kind, GVariant *variant, const char **fields);

G_END_DECLS
