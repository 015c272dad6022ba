/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/edit.h"

#include "core/dates.h"
#include "register/attendance.h"
#include "register/edit-changes.h"
#include "register/feedback.h"
#include "register/membership.h"
#include "register/monthly.h"
#include "register/outreach.h"
#include "register/practice.h"
#include "register/record-rules.h"
#include "register/session.h"

#include <string.h>

/* The fields by which a record names a person and a unit. */
static const struct
{
  int staff_id; /* -1: none */
  int unit_id;
} owners[SOTAY_RECORD_N_KINDS] = {
  [SOTAY_RECORD_UNIT] = { -1, -1 },
  [SOTAY_RECORD_STAFF] = { -1, -1 },
  [SOTAY_RECORD_MEMBERSHIP] = { SOTAY_MEMBERSHIP_STAFF_ID, SOTAY_MEMBERSHIP_UNIT_ID },
  [SOTAY_RECORD_SESSION] = { -1, SOTAY_SESSION_UNIT_ID },
  [SOTAY_RECORD_ATTENDANCE] = { SOTAY_ATTENDANCE_STAFF_ID, -1 },
  [SOTAY_RECORD_PRACTICE] = { SOTAY_PRACTICE_STAFF_ID, -1 },
  [SOTAY_RECORD_CAMPAIGN] = { -1, -1 },
  [SOTAY_RECORD_OUTREACH] = { -1, SOTAY_OUTREACH_UNIT_ID },
  [SOTAY_RECORD_FEEDBACK] = { -1, SOTAY_FEEDBACK_UNIT_ID },
  [SOTAY_RECORD_MONTHLY] = { -1, SOTAY_MONTHLY_UNIT_ID },
};

static const char *
get_owner (SotayRecord *record, int field)
{
  return field >= 0 ? sotay_record_get (record, (guint) field) : NULL;
}

static SotayStaff *
without_training (SotayStaff *staff)
{
  g_autoptr (SotayStaff) unpassed = sotay_staff_with (staff, SOTAY_STAFF_PASSED_ON, NULL);
  g_autoptr (SotayStaff) untrained = sotay_staff_with (unpassed, SOTAY_STAFF_TRAINED_ON, NULL);

  return sotay_staff_with (untrained, SOTAY_STAFF_REASON, NULL);
}

static gboolean
is_by (const char *since, const char *day)
{
  return since != NULL && strcmp (since, day) <= 0;
}

/* Who counts since an earlier day keeps it. A day of passing needs one of training beside it. */
static SotayStaff *
with_training (SotayStaff *staff, const char *day, gboolean passed, const char *reason)
{
  gboolean pass = passed && !is_by (sotay_staff_get_passed_since (staff), day);
  gboolean train = !is_by (sotay_staff_get_trained_since (staff), day)
                   || (pass && sotay_staff_get_field (staff, SOTAY_STAFF_TRAINED_ON) == NULL);
  g_autoptr (SotayStaff) trained = train ? sotay_staff_with (staff, SOTAY_STAFF_TRAINED_ON, day) : g_object_ref (staff);
  g_autoptr (SotayStaff) marked = pass ? sotay_staff_with (trained, SOTAY_STAFF_PASSED_ON, day)
                                       : g_object_ref (trained);

  if (reason == NULL || !(train || pass))
    return g_steal_pointer (&marked);
  return sotay_staff_with (marked, SOTAY_STAFF_REASON, reason);
}

static gboolean
is_to_come (const GDate *day)
{
  GDate today = sotay_date_today ();

  return g_date_compare (day, &today) > 0;
}

static void
remove_belongings (SotayStep *step, GPtrArray *staff, GPtrArray *belongings)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < staff->len; i++)
    g_hash_table_add (ids, (char *) sotay_staff_get_id (g_ptr_array_index (staff, i)));
  for (guint i = 0; i < belongings->len; i++)
    {
      SotayRecord *record = g_ptr_array_index (belongings, i);
      const char *staff_id = get_owner (record, owners[sotay_record_get_kind (record)].staff_id);

      if (staff_id != NULL && g_hash_table_contains (ids, staff_id))
        sotay_edit_note_record (step, record, NULL);
    }
}

/* What a unit that goes leaves behind passes to the unit above. Its months' reports do not, which has its own; nor
 * does a former membership, which cannot be of no unit, when there is none above. */
static void
pass_on (SotayStep *step, SotayRecord *record, const char *parent_id)
{
  SotayRecordKind kind = sotay_record_get_kind (record);
  guint field = (guint) owners[kind].unit_id;
  g_autoptr (SotayRecord) after = NULL;

  if (kind != SOTAY_RECORD_MONTHLY && (parent_id != NULL || kind != SOTAY_RECORD_MEMBERSHIP))
    after = sotay_record_with (record, field, parent_id);
  sotay_edit_note_record (step, record, after);
}

/* @gone: the ids of the units and people that are removed. */
static void
pass_belongings_on (SotayStep *step, GHashTable *gone, const char *parent_id, GPtrArray *belongings)
{
  for (guint i = 0; i < belongings->len; i++)
    {
      SotayRecord *record = g_ptr_array_index (belongings, i);
      const char *staff_id = get_owner (record, owners[sotay_record_get_kind (record)].staff_id);
      const char *unit_id = get_owner (record, owners[sotay_record_get_kind (record)].unit_id);

      if (unit_id != NULL && g_hash_table_contains (gone, unit_id)
          && (staff_id == NULL || !g_hash_table_contains (gone, staff_id)))
        pass_on (step, record, parent_id);
    }
}

/* A unit that ended in favour of one that goes has no successor any more: it was closed. */
static void
forget_successor (SotayStep *step, SotayUnit *unit)
{
  g_autoptr (SotayUnit) closed = sotay_unit_with (unit, SOTAY_UNIT_ENDING,
                                                  sotay_unit_ending_to_string (SOTAY_UNIT_CLOSED));
  g_autoptr (SotayUnit) after = sotay_unit_with (closed, SOTAY_UNIT_SUCCESSOR_ID, NULL);

  sotay_edit_note_unit (step, unit, after);
}

/* The ids of the units that go, then of the people. */
static GHashTable *
list_gone (SotayUnit *unit, GPtrArray *units, GPtrArray *staff)
{
  g_autoptr (GHashTable) parents = sotay_edit_index_parents (units);
  GHashTable *gone = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < units->len; i++)
    if (sotay_edit_is_within (sotay_unit_get_id (g_ptr_array_index (units, i)), sotay_unit_get_id (unit), parents))
      g_hash_table_add (gone, (char *) sotay_unit_get_id (g_ptr_array_index (units, i)));
  for (guint i = 0; i < staff->len; i++)
    g_hash_table_add (gone, (char *) sotay_staff_get_id (g_ptr_array_index (staff, i)));
  return gone;
}

/* The end of a unit is a step of its own, see sotay_edit_end_unit(). */
static gboolean
keeps_ending (SotayUnit *before, SotayUnit *after, GError **error)
{
  for (guint i = SOTAY_UNIT_CLOSED_ON; i <= SOTAY_UNIT_SUCCESSOR_ID; i++)
    if (g_strcmp0 (sotay_unit_get_field (before, i), sotay_unit_get_field (after, i)) != 0)
      return sotay_edit_refuse (sotay_record_shape (SOTAY_RECORD_UNIT)->fields[i], error);
  return TRUE;
}

SotayStep *
sotay_edit_add_unit (SotayUnit *unit, GError **error)
{
  SotayStep *step;

  if (!sotay_unit_check (unit, error))
    return NULL;
  step = sotay_step_new (SOTAY_STEP_ADD_UNIT, sotay_unit_get_name (unit));
  sotay_edit_note_unit (step, NULL, unit);
  return step;
}

SotayStep *
sotay_edit_change_unit (SotayUnit *before, SotayUnit *after, GPtrArray *units, GError **error)
{
  g_autoptr (GHashTable) parents = sotay_edit_index_parents (units);
  const char *parent_id = sotay_unit_get_parent_id (after);
  gboolean moved = g_strcmp0 (sotay_unit_get_parent_id (before), parent_id) != 0;
  SotayStep *step;

  if (!sotay_unit_check (after, error) || !keeps_ending (before, after, error))
    return NULL;
  if (moved && parent_id != NULL && sotay_edit_is_within (parent_id, sotay_unit_get_id (before), parents))
    {
      sotay_edit_refuse ("parent_id", error);
      return NULL;
    }
  step = sotay_step_new (moved ? SOTAY_STEP_MOVE_UNIT : SOTAY_STEP_RENAME_UNIT, sotay_unit_get_name (after));
  sotay_edit_note_unit (step, before, after);
  return step;
}

SotayStep *
sotay_edit_remove_unit (SotayUnit *unit, GPtrArray *units, GPtrArray *staff, GPtrArray *belongings)
{
  g_autoptr (GHashTable) gone = list_gone (unit, units, staff);
  SotayStep *step = sotay_step_new (SOTAY_STEP_REMOVE_UNIT, sotay_unit_get_name (unit));

  remove_belongings (step, staff, belongings);
  pass_belongings_on (step, gone, sotay_unit_get_parent_id (unit), belongings);
  for (guint i = 0; i < staff->len; i++)
    sotay_edit_note_staff (step, g_ptr_array_index (staff, i), NULL);
  for (guint i = 0; i < units->len; i++)
    {
      SotayUnit *other = g_ptr_array_index (units, i);
      const char *successor_id = sotay_unit_get_field (other, SOTAY_UNIT_SUCCESSOR_ID);

      if (g_hash_table_contains (gone, sotay_unit_get_id (other)))
        sotay_edit_note_unit (step, other, NULL);
      else if (successor_id != NULL && g_hash_table_contains (gone, successor_id))
        forget_successor (step, other);
    }
  return step;
}

char **
sotay_edit_list_ids (SotayUnit *unit, GPtrArray *units, GPtrArray *staff)
{
  g_autoptr (GHashTable) gone = list_gone (unit, units, staff);
  g_autofree char **ids = (char **) g_hash_table_get_keys_as_array (gone, NULL);

  return g_strdupv (ids);
}

char **
sotay_edit_list_staff_ids (GPtrArray *staff)
{
  char **ids = g_new0 (char *, staff->len + 1);

  for (guint i = 0; i < staff->len; i++)
    ids[i] = g_strdup (sotay_staff_get_id (g_ptr_array_index (staff, i)));
  return ids;
}

SotayStep *
sotay_edit_add_staff (SotayStaff *staff, GError **error)
{
  SotayStep *step;

  if (!sotay_staff_check (staff, error))
    return NULL;
  step = sotay_step_new (SOTAY_STEP_ADD_STAFF, sotay_staff_get_name (staff));
  sotay_edit_note_staff (step, NULL, staff);
  return step;
}

SotayStep *
sotay_edit_change_staff (SotayStaff *before, SotayStaff *after, GError **error)
{
  SotayStep *step;

  if (!sotay_staff_check (after, error))
    return NULL;
  step = sotay_step_new (SOTAY_STEP_EDIT_STAFF, sotay_staff_get_name (after));
  sotay_edit_note_staff (step, before, after);
  return step;
}

SotayStep *
sotay_edit_change_people (GPtrArray *before, GPtrArray *after, GError **error)
{
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_EDIT_STAFF, sotay_edit_subject_of (after));

  g_return_val_if_fail (before->len == after->len, NULL);
  for (guint i = 0; i < after->len; i++)
    {
      if (!sotay_staff_check (g_ptr_array_index (after, i), error))
        return NULL;
      sotay_edit_note_staff (step, g_ptr_array_index (before, i), g_ptr_array_index (after, i));
    }
  return g_steal_pointer (&step);
}

SotayStep *
sotay_edit_remove_staff (GPtrArray *staff, GPtrArray *belongings)
{
  g_autoptr (GPtrArray) once = sotay_edit_each_once (staff);
  SotayStep *step = sotay_step_new (SOTAY_STEP_REMOVE_STAFF, sotay_edit_subject_of (once));

  remove_belongings (step, once, belongings);
  for (guint i = 0; i < once->len; i++)
    sotay_edit_note_staff (step, g_ptr_array_index (once, i), NULL);
  return step;
}

SotayStep *
sotay_edit_mark_trained (GPtrArray *staff, const GDate *day, gboolean passed, const char *reason, GError **error)
{
  g_autoptr (GPtrArray) once = sotay_edit_each_once (staff);
  g_autofree char *iso = day != NULL ? sotay_date_to_iso (day) : NULL;
  g_autoptr (SotayStep) step = NULL;

  if (day != NULL && is_to_come (day))
    {
      sotay_edit_refuse (sotay_staff_field_name (SOTAY_STAFF_TRAINED_ON), error);
      return NULL;
    }
  if (reason != NULL && g_utf8_strlen (reason, -1) > SOTAY_LONGEST_FIELD)
    {
      sotay_edit_refuse (sotay_staff_field_name (SOTAY_STAFF_REASON), error);
      return NULL;
    }
  step = sotay_step_new (day != NULL ? SOTAY_STEP_MARK_TRAINED : SOTAY_STEP_UNMARK_TRAINED,
                         sotay_edit_subject_of (once));
  for (guint i = 0; i < once->len; i++)
    {
      SotayStaff *before = g_ptr_array_index (once, i);
      g_autoptr (SotayStaff) after = iso != NULL ? with_training (before, iso, passed, reason)
                                                 : without_training (before);

      sotay_edit_note_staff (step, before, after);
    }
  return g_steal_pointer (&step);
}
