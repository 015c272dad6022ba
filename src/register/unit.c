/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/unit.h"

#include "core/dates.h"
#include "core/text.h"
#include "core/uuid.h"
#include "register/register-error.h"
#include "register/words.h"

#include <string.h>

struct _SotayUnit
{
  GObject parent_instance;
  char *id;
  char *fields[SOTAY_UNIT_N_FIELDS];
};

G_DEFINE_FINAL_TYPE (SotayUnit, sotay_unit, G_TYPE_OBJECT)

static const char *const kinds[] = {
  [SOTAY_UNIT_KIND_CITY] = "city",     [SOTAY_UNIT_KIND_WARD] = "ward",     [SOTAY_UNIT_KIND_DEPARTMENT] = "department",
  [SOTAY_UNIT_KIND_SCHOOL] = "school", [SOTAY_UNIT_KIND_HEALTH] = "health", [SOTAY_UNIT_KIND_POLICE] = "police",
  [SOTAY_UNIT_KIND_UNION] = "union",   [SOTAY_UNIT_KIND_OTHER] = "other",
};

static const char *const endings[] = {
  [SOTAY_UNIT_MERGED] = "merged",
  [SOTAY_UNIT_RENAMED] = "renamed",
  [SOTAY_UNIT_CLOSED] = "closed",
};

static char *
dup_unless_empty (const char *value)
{
  return value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

static gboolean
refuse (SotayUnitField field, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID,
                       sotay_record_shape (SOTAY_RECORD_UNIT)->fields[field]);
  return FALSE;
}

static gboolean
is_day_or_empty (const char *value)
{
  GDate date;

  return value == NULL || sotay_date_parse_iso (value, &date);
}

static gboolean
check_days (SotayUnit *self, GError **error)
{
  const char *opened = self->fields[SOTAY_UNIT_OPENED_ON];
  const char *closed = self->fields[SOTAY_UNIT_CLOSED_ON];

  if (!is_day_or_empty (opened))
    return refuse (SOTAY_UNIT_OPENED_ON, error);
  if (!is_day_or_empty (closed) || (opened != NULL && closed != NULL && strcmp (closed, opened) <= 0))
    return refuse (SOTAY_UNIT_CLOSED_ON, error);
  return TRUE;
}

static gboolean
check_ending (SotayUnit *self, GError **error)
{
  const char *word = self->fields[SOTAY_UNIT_ENDING];
  const char *successor = self->fields[SOTAY_UNIT_SUCCESSOR_ID];
  SotayUnitEnding ending = SOTAY_UNIT_CLOSED;

  if (word != NULL && (self->fields[SOTAY_UNIT_CLOSED_ON] == NULL || !sotay_unit_ending_from_string (word, &ending)))
    return refuse (SOTAY_UNIT_ENDING, error);
  if ((successor != NULL) != (ending != SOTAY_UNIT_CLOSED) || g_strcmp0 (successor, self->id) == 0)
    return refuse (SOTAY_UNIT_SUCCESSOR_ID, error);
  return TRUE;
}

static void
sotay_unit_finalize (GObject *object)
{
  SotayUnit *self = SOTAY_UNIT (object);

  g_free (self->id);
  for (guint i = 0; i < SOTAY_UNIT_N_FIELDS; i++)
    g_free (self->fields[i]);
  G_OBJECT_CLASS (sotay_unit_parent_class)->finalize (object);
}

static void
sotay_unit_class_init (SotayUnitClass *class)
{
  G_OBJECT_CLASS (class)->finalize = sotay_unit_finalize;
}

static void
sotay_unit_init (SotayUnit *self)
{
}

const char *
sotay_unit_kind_to_string (SotayUnitKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  return kinds[kind];
}

gboolean
sotay_unit_kind_from_string (const char *text, SotayUnitKind *kind)
{
  guint place;

  if (!sotay_words_find (kinds, G_N_ELEMENTS (kinds), text, &place))
    return FALSE;
  *kind = place;
  return TRUE;
}

const char *
sotay_unit_ending_to_string (SotayUnitEnding ending)
{
  g_return_val_if_fail (ending < G_N_ELEMENTS (endings), NULL);
  return endings[ending];
}

gboolean
sotay_unit_ending_from_string (const char *text, SotayUnitEnding *ending)
{
  guint place;

  if (!sotay_words_find (endings, G_N_ELEMENTS (endings), text, &place))
    return FALSE;
  *ending = place;
  return TRUE;
}

SotayUnit *
sotay_unit_new (const char *id, const char *parent_id, const char *name)
{
  SotayUnit *unit = g_object_new (SOTAY_TYPE_UNIT, NULL);
  g_autofree char *tidy = name != NULL ? sotay_text_tidy (name) : NULL;

  unit->id = id != NULL ? g_strdup (id) : sotay_uuid_new ();
  unit->fields[SOTAY_UNIT_NAME] = dup_unless_empty (tidy);
  unit->fields[SOTAY_UNIT_PARENT_ID] = dup_unless_empty (parent_id);
  return unit;
}

SotayUnit *
sotay_unit_restore (const char *id, const char *const *fields)
{
  SotayUnit *unit = g_object_new (SOTAY_TYPE_UNIT, NULL);

  unit->id = g_strdup (id);
  for (guint i = 0; i < SOTAY_UNIT_N_FIELDS; i++)
    unit->fields[i] = dup_unless_empty (fields[i]);
  return unit;
}

SotayUnit *
sotay_unit_with (SotayUnit *unit, SotayUnitField field, const char *value)
{
  g_autofree char *tidy = value != NULL ? sotay_text_tidy (value) : NULL;
  SotayUnit *copy = sotay_unit_restore (unit->id, (const char *const *) unit->fields);

  g_free (copy->fields[field]);
  copy->fields[field] = dup_unless_empty (tidy);
  return copy;
}

gboolean
sotay_unit_check (SotayUnit *unit, GError **error)
{
  const char *name = unit->fields[SOTAY_UNIT_NAME];
  const char *word = unit->fields[SOTAY_UNIT_KIND];
  SotayUnitKind kind;

  if (name == NULL || g_utf8_strlen (name, -1) > SOTAY_LONGEST_NAME)
    return refuse (SOTAY_UNIT_NAME, error);
  if (word != NULL && !sotay_unit_kind_from_string (word, &kind))
    return refuse (SOTAY_UNIT_KIND, error);
  return check_days (unit, error) && check_ending (unit, error);
}

const char *
sotay_unit_get_id (SotayUnit *unit)
{
  return unit->id;
}

const char *
sotay_unit_get_field (SotayUnit *unit, SotayUnitField field)
{
  return unit->fields[field];
}

const char *
sotay_unit_get_parent_id (SotayUnit *unit)
{
  return unit->fields[SOTAY_UNIT_PARENT_ID];
}

const char *
sotay_unit_get_name (SotayUnit *unit)
{
  return unit->fields[SOTAY_UNIT_NAME];
}

gboolean
sotay_unit_is_open (SotayUnit *unit, const GDate *day)
{
  g_autofree char *iso = sotay_date_to_iso (day);
  const char *opened = unit->fields[SOTAY_UNIT_OPENED_ON];
  const char *closed = unit->fields[SOTAY_UNIT_CLOSED_ON];

  return (opened == NULL || strcmp (opened, iso) <= 0) && (closed == NULL || strcmp (closed, iso) > 0);
}

GVariant *
sotay_unit_to_record (SotayUnit *unit)
{
  return sotay_record_pack_fields (SOTAY_RECORD_UNIT, (const char *const *) unit->fields);
}

SotayUnit *
sotay_unit_from_record (const char *id, GVariant *record)
{
  const char *fields[SOTAY_UNIT_N_FIELDS] = { NULL };

  sotay_record_unpack_fields (SOTAY_RECORD_UNIT, record, fields);
  return sotay_unit_restore (id, fields);
}
