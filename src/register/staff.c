/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/staff.h"

#include "core/dates.h"
#include "core/text.h"
#include "core/uuid.h"
#include "register/employment.h"
#include "register/register-error.h"
#include "register/unit.h"

#include <string.h>

#define LONGEST_FIELD 1000

struct _SotayStaff
{
  GObject parent_instance;
  char *id;
  char *fields[SOTAY_STAFF_N_FIELDS];
  char *trained_since; /* the standing, when a store has set it */
  char *passed_since;
  gboolean has_standing;
  gboolean counts_not;
};

G_DEFINE_FINAL_TYPE (SotayStaff, sotay_staff, G_TYPE_OBJECT)

enum
{
  PROP_ID = SOTAY_STAFF_N_FIELDS + 1, /* field number + 1 is the property of a field */
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
dup_unless_empty (const char *value)
{
  return value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

static gboolean
refuse (SotayStaffField field, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID, sotay_staff_field_name (field));
  return FALSE;
}

static gboolean
is_date_or_empty (const char *const *fields, SotayStaffField field)
{
  GDate date;

  return fields[field] == NULL || sotay_date_parse_iso (fields[field], &date);
}

/* What is still to come has not happened yet: days of training are today or earlier. */
static gboolean
is_to_come (const char *const *fields, SotayStaffField field, const GDate *today)
{
  GDate date;

  return fields[field] != NULL && sotay_date_parse_iso (fields[field], &date)
         && g_date_compare (&date, today) > 0;
}

static gboolean
is_birth_or_empty (const char *const *fields, const GDate *today)
{
  const char *birth = fields[SOTAY_STAFF_BIRTH];
  g_autofree char *understood = NULL;

  if (birth == NULL)
    return TRUE;
  understood = sotay_birth_parse (birth, today);
  return g_strcmp0 (understood, birth) == 0;
}

static gboolean
is_level_or_empty (const char *const *fields)
{
  const char *level = fields[SOTAY_STAFF_LEVEL];

  return level == NULL || g_str_equal (level, "1") || g_str_equal (level, "2") || g_str_equal (level, "3");
}

static gboolean
is_employment_or_empty (const char *const *fields)
{
  const char *word = fields[SOTAY_STAFF_EMPLOYMENT];
  SotayEmployment employment;

  return word == NULL || sotay_employment_from_string (word, &employment);
}

static gboolean
is_answer_or_empty (const char *value)
{
  return value == NULL || g_str_equal (value, "yes") || g_str_equal (value, "no");
}

static gboolean
check_lengths (const char *const *fields, GError **error)
{
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    {
      const char *value = fields[i];
      glong longest = i == SOTAY_STAFF_NAME ? SOTAY_LONGEST_NAME : LONGEST_FIELD;

      if (value == NULL)
        continue;
      if (!g_utf8_validate (value, -1, NULL) || g_utf8_strlen (value, -1) > longest)
        return refuse (i, error);
    }
  return TRUE;
}

static gboolean
check_dates (const char *const *fields, const GDate *today, GError **error)
{
  static const SotayStaffField dates[] = {
    SOTAY_STAFF_JOINED_ON,
    SOTAY_STAFF_LEFT_ON,
    SOTAY_STAFF_TRAINED_ON,
    SOTAY_STAFF_PASSED_ON,
  };
  const char *joined = fields[SOTAY_STAFF_JOINED_ON];
  const char *left = fields[SOTAY_STAFF_LEFT_ON];

  if (!is_birth_or_empty (fields, today))
    return refuse (SOTAY_STAFF_BIRTH, error);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (!is_date_or_empty (fields, dates[i]))
      return refuse (dates[i], error);
  for (guint i = SOTAY_STAFF_TRAINED_ON; i <= SOTAY_STAFF_PASSED_ON; i++)
    if (is_to_come (fields, i, today))
      return refuse (i, error);
  if (joined != NULL && left != NULL && strcmp (left, joined) <= 0)
    return refuse (SOTAY_STAFF_LEFT_ON, error);
  if (fields[SOTAY_STAFF_PASSED_ON] != NULL && fields[SOTAY_STAFF_TRAINED_ON] == NULL)
    return refuse (SOTAY_STAFF_PASSED_ON, error);
  return TRUE;
}

static void
sotay_staff_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  SotayStaff *self = SOTAY_STAFF (object);

  g_value_set_string (value, id == PROP_ID ? self->id : self->fields[id - 1]);
}

static void
sotay_staff_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  SotayStaff *self = SOTAY_STAFF (object);

  if (id == PROP_ID)
    self->id = g_value_dup_string (value);
  else
    self->fields[id - 1] = dup_unless_empty (g_value_get_string (value));
}

static void
sotay_staff_finalize (GObject *object)
{
  SotayStaff *self = SOTAY_STAFF (object);

  g_free (self->id);
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self->trained_since);
  g_free (self->passed_since);
  G_OBJECT_CLASS (sotay_staff_parent_class)->finalize (object);
}

static void
sotay_staff_class_init (SotayStaffClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY;

  object_class->get_property = sotay_staff_get_property;
  object_class->set_property = sotay_staff_set_property;
  object_class->finalize = sotay_staff_finalize;
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    properties[i + 1] = g_param_spec_string (sotay_staff_field_name (i), NULL, NULL, NULL, flags);
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sotay_staff_init (SotayStaff *self)
{
}

const char *
sotay_staff_field_name (SotayStaffField field)
{
  g_return_val_if_fail (field < SOTAY_STAFF_N_FIELDS, NULL);
  return sotay_record_shape (SOTAY_RECORD_STAFF)->fields[field];
}

SotayStaff *
sotay_staff_new (const char *id, const char *name, const char *unit_id)
{
  SotayStaff *staff = g_object_new (SOTAY_TYPE_STAFF, NULL);
  g_autofree char *tidy = name != NULL ? sotay_text_tidy (name) : NULL;

  staff->id = id != NULL ? g_strdup (id) : sotay_uuid_new ();
  staff->fields[SOTAY_STAFF_NAME] = dup_unless_empty (tidy);
  staff->fields[SOTAY_STAFF_UNIT_ID] = dup_unless_empty (unit_id);
  return staff;
}

SotayStaff *
sotay_staff_restore (const char *id, const char *const *fields)
{
  SotayStaff *staff = g_object_new (SOTAY_TYPE_STAFF, NULL);

  staff->id = g_strdup (id);
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    staff->fields[i] = dup_unless_empty (fields[i]);
  return staff;
}

SotayStaff *
sotay_staff_with (SotayStaff *staff, SotayStaffField field, const char *value)
{
  g_autofree char *tidy = value != NULL ? sotay_text_tidy (value) : NULL;
  SotayStaff *copy = sotay_staff_restore (staff->id, (const char *const *) staff->fields);

  g_free (copy->fields[field]);
  copy->fields[field] = dup_unless_empty (tidy);
  return copy;
}

gboolean
sotay_staff_check (SotayStaff *staff, GError **error)
{
  GDate today = sotay_date_today ();

  return sotay_staff_check_fields ((const char *const *) staff->fields, &today, error);
}

gboolean
sotay_staff_check_fields (const char *const *fields, const GDate *today, GError **error)
{
  if (fields[SOTAY_STAFF_NAME] == NULL)
    return refuse (SOTAY_STAFF_NAME, error);
  if (fields[SOTAY_STAFF_UNIT_ID] == NULL)
    return refuse (SOTAY_STAFF_UNIT_ID, error);
  if (!is_level_or_empty (fields))
    return refuse (SOTAY_STAFF_LEVEL, error);
  if (!is_employment_or_empty (fields))
    return refuse (SOTAY_STAFF_EMPLOYMENT, error);
  if (!is_answer_or_empty (fields[SOTAY_STAFF_ACTIVATED]))
    return refuse (SOTAY_STAFF_ACTIVATED, error);
  return check_lengths (fields, error) && check_dates (fields, today, error);
}

const char *
sotay_staff_get_id (SotayStaff *staff)
{
  return staff->id;
}

const char *
sotay_staff_get_field (SotayStaff *staff, SotayStaffField field)
{
  return staff->fields[field];
}

const char *
sotay_staff_get_name (SotayStaff *staff)
{
  return staff->fields[SOTAY_STAFF_NAME];
}

const char *
sotay_staff_get_unit_id (SotayStaff *staff)
{
  return staff->fields[SOTAY_STAFF_UNIT_ID];
}

SotayAccountLevel
sotay_staff_get_level (SotayStaff *staff)
{
  const char *const *fields = (const char *const *) staff->fields;
  const char *level = fields[SOTAY_STAFF_LEVEL];

  return is_level_or_empty (fields) && level != NULL ? level[0] - '0' : SOTAY_ACCOUNT_UNKNOWN;
}

void
sotay_staff_set_standing (SotayStaff *staff, const char *trained_since, const char *passed_since, gboolean counts)
{
  g_free (staff->trained_since);
  g_free (staff->passed_since);
  staff->trained_since = g_strdup (trained_since);
  staff->passed_since = g_strdup (passed_since);
  staff->has_standing = TRUE;
  staff->counts_not = !counts;
}

const char *
sotay_staff_get_trained_since (SotayStaff *staff)
{
  return staff->has_standing ? staff->trained_since : staff->fields[SOTAY_STAFF_TRAINED_ON];
}

const char *
sotay_staff_get_passed_since (SotayStaff *staff)
{
  return staff->has_standing ? staff->passed_since : staff->fields[SOTAY_STAFF_PASSED_ON];
}

gboolean
sotay_staff_counts (SotayStaff *staff)
{
  return !staff->counts_not;
}

gboolean
sotay_staff_is_due (SotayStaff *staff, const GDate *day)
{
  g_autofree char *iso = sotay_date_to_iso (day);
  const char *joined = staff->fields[SOTAY_STAFF_JOINED_ON];
  const char *left = staff->fields[SOTAY_STAFF_LEFT_ON];

  return sotay_staff_counts (staff) && (joined == NULL || strcmp (joined, iso) <= 0)
         && (left == NULL || strcmp (left, iso) > 0);
}

gboolean
sotay_staff_is_trained (SotayStaff *staff, const GDate *day)
{
  g_autofree char *iso = sotay_date_to_iso (day);
  const char *trained = sotay_staff_get_trained_since (staff);

  return trained != NULL && strcmp (trained, iso) <= 0;
}

GVariant *
sotay_staff_to_record (SotayStaff *staff)
{
  return sotay_record_pack_fields (SOTAY_RECORD_STAFF, (const char *const *) staff->fields);
}

SotayStaff *
sotay_staff_from_record (const char *id, GVariant *record)
{
  const char *fields[SOTAY_STAFF_N_FIELDS] = { NULL };

  sotay_record_unpack_fields (SOTAY_RECORD_STAFF, record, fields);
  return sotay_staff_restore (id, fields);
}
