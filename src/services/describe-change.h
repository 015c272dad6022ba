/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change of the register in words: which field, what it said before, what it says now. */
#pragma once

#include <glib.h>

#include "register/step.h"

G_BEGIN_DECLS

/**
 * SotayNameOf:
 * @kind: a kind of record
 * @id: the id of one of these records
 *
 * Returns: (transfer full) (nullable): what people call it; %NULL when it is not known (any more)
 */
typedef char *(*SotayNameOf) (SotayRecordKind kind, const char *id, gpointer data);

/**
 * SotayFieldChange:
 * @field: the field's name for people: "Position"
 * @before: (nullable): what it said, in words: days as offices write them, units by name; %NULL when it was empty
 * @after: (nullable): what it says now
 */
typedef struct
{
  char *field;
  char *before;
  char *after;
} SotayFieldChange;

void sotay_field_change_free (SotayFieldChange *change);

/**
 * sotay_field_name_text:
 * @field: a field of the kind's enumeration
 *
 * Returns: (transfer none): the field's name for people
 */
const char *sotay_field_name_text (SotayRecordKind kind, guint field);

/**
 * sotay_field_value_text:
 * @value: (nullable): the field's value
 * @name_of: (nullable) (scope call): names the records that the value means
 *
 * Returns: (transfer full) (nullable): the value for people; %NULL for an absent one
 */
char *sotay_field_value_text (SotayRecordKind kind, guint field, const char *value, SotayNameOf name_of, gpointer data);

/**
 * sotay_describe_change:
 * @name_of: (nullable) (scope call): names the records that fields mean; without it such fields say "…"
 *
 * Returns: (transfer full) (element-type SotayFieldChange): the fields that differ, in the order of the kind's fields;
 *   of an entry that was added or removed, all that it had
 */
GPtrArray *sotay_describe_change (const SotayChange *change, SotayNameOf name_of, gpointer data);

/**
 * sotay_describe_entry:
 * @name_of: (nullable) (scope call): see sotay_describe_change()
 *
 * Returns: (transfer full): what was changed: "Person added: Nguyễn Văn A", "Attendance: Trần Thị B"
 */
char *sotay_describe_entry (const SotayChange *change, SotayNameOf name_of, gpointer data);

G_END_DECLS
