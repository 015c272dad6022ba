/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/edit.h"

#include "core/dates.h"
#include "register/register-error.h"

#include <string.h>

static void
add_staff_change (SotayStep *step, SotayStaff *before, SotayStaff *after)
{
  sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (before != NULL ? before : after),
                   before != NULL ? sotay_staff_to_record (before) : NULL,
                   after != NULL ? sotay_staff_to_record (after) : NULL);
}

static void
add_unit_change (SotayStep *step, SotayUnit *before, SotayUnit *after)
{
  sotay_step_take (step, SOTAY_RECORD_UNIT, sotay_unit_get_id (before != NULL ? before : after),
                   before != NULL ? sotay_unit_to_record (before) : NULL,
                   after != NULL ? sotay_unit_to_record (after) : NULL);
}

/* Whether @unit_id is @top or below it. The climb is bounded, so that a broken tree cannot make it endless. */
static gboolean
is_within (const char *unit_id, const char *top, GHashTable *parents)
{
  for (guint i = 0; unit_id != NULL && i <= g_hash_table_size (parents); i++)
    {
      if (g_str_equal (unit_id, top))
        return TRUE;
      unit_id = g_hash_table_lookup (parents, unit_id);
    }
  return FALSE;
}

static GHashTable *
index_parents (GPtrArray *units)
{
  GHashTable *parents = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < units->len; i++)
    {
      SotayUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (parents, (char *) sotay_unit_get_id (unit), (char *) sotay_unit_get_parent_id (unit));
    }
  return parents;
}

/* The subject of a step: the name when it concerns one person, else empty; the number of entries tells the rest. */
static const char *
subject_of (GPtrArray *staff)
{
  return staff->len == 1 ? sotay_staff_get_name (g_ptr_array_index (staff, 0)) : "";
}

/* The same person may be named twice, on a command line for example. */
static GPtrArray *
each_once (GPtrArray *staff)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *once = g_ptr_array_new ();

  for (guint i = 0; i < staff->len; i++)
    {
      SotayStaff *person = g_ptr_array_index (staff, i);

      if (g_hash_table_add (seen, (char *) sotay_staff_get_id (person)))
        g_ptr_array_add (once, person);
    }
  return once;
}

static SotayStaff *
without_training (SotayStaff *staff)
{
  g_autoptr (SotayStaff) untrained = sotay_staff_with (staff, SOTAY_STAFF_TRAINED_ON, NULL);

  return sotay_staff_with (untrained, SOTAY_STAFF_PASSED_ON, NULL);
}

/* A copy with @day in @field, unless an earlier one is there. */
static SotayStaff *
with_earliest (SotayStaff *staff, SotayStaffField field, const char *day)
{
  const char *now = sotay_staff_get_field (staff, field);

  return sotay_staff_with (staff, field, now != NULL && strcmp (now, day) < 0 ? now : day);
}

static SotayStaff *
with_training (SotayStaff *staff, const char *day, gboolean passed)
{
  g_autoptr (SotayStaff) trained = with_earliest (staff, SOTAY_STAFF_TRAINED_ON, day);

  return passed ? with_earliest (trained, SOTAY_STAFF_PASSED_ON, day) : g_steal_pointer (&trained);
}

SotayStep *
sotay_edit_add_unit (SotayUnit *unit, GError **error)
{
  SotayStep *step;

  if (!sotay_unit_check (unit, error))
    return NULL;
  step = sotay_step_new (SOTAY_STEP_ADD_UNIT, sotay_unit_get_name (unit));
  add_unit_change (step, NULL, unit);
  return step;
}

SotayStep *
sotay_edit_change_unit (SotayUnit *before, SotayUnit *after, GPtrArray *units, GError **error)
{
  g_autoptr (GHashTable) parents = index_parents (units);
  const char *parent_id = sotay_unit_get_parent_id (after);
  gboolean moved = g_strcmp0 (sotay_unit_get_parent_id (before), parent_id) != 0;
  SotayStep *step;

  if (!sotay_unit_check (after, error))
    return NULL;
  if (moved && parent_id != NULL && is_within (parent_id, sotay_unit_get_id (before), parents))
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID, "parent_id");
      return NULL;
    }
  step = sotay_step_new (moved ? SOTAY_STEP_MOVE_UNIT : SOTAY_STEP_RENAME_UNIT, sotay_unit_get_name (after));
  add_unit_change (step, before, after);
  return step;
}

SotayStep *
sotay_edit_remove_unit (SotayUnit *unit, GPtrArray *units, GPtrArray *staff)
{
  g_autoptr (GHashTable) parents = index_parents (units);
  SotayStep *step = sotay_step_new (SOTAY_STEP_REMOVE_UNIT, sotay_unit_get_name (unit));

  for (guint i = 0; i < staff->len; i++)
    add_staff_change (step, g_ptr_array_index (staff, i), NULL);
  for (guint i = 0; i < units->len; i++)
    {
      SotayUnit *below = g_ptr_array_index (units, i);

      if (is_within (sotay_unit_get_id (below), sotay_unit_get_id (unit), parents))
        add_unit_change (step, below, NULL);
    }
  return step;
}

SotayStep *
sotay_edit_add_staff (SotayStaff *staff, GError **error)
{
  SotayStep *step;

  if (!sotay_staff_check (staff, error))
    return NULL;
  step = sotay_step_new (SOTAY_STEP_ADD_STAFF, sotay_staff_get_name (staff));
  add_staff_change (step, NULL, staff);
  return step;
}

SotayStep *
sotay_edit_change_staff (SotayStaff *before, SotayStaff *after, GError **error)
{
  SotayStep *step;

  if (!sotay_staff_check (after, error))
    return NULL;
  step = sotay_step_new (SOTAY_STEP_EDIT_STAFF, sotay_staff_get_name (after));
  add_staff_change (step, before, after);
  return step;
}

SotayStep *
sotay_edit_remove_staff (GPtrArray *staff)
{
  g_autoptr (GPtrArray) once = each_once (staff);
  SotayStep *step = sotay_step_new (SOTAY_STEP_REMOVE_STAFF, subject_of (once));

  for (guint i = 0; i < once->len; i++)
    add_staff_change (step, g_ptr_array_index (once, i), NULL);
  return step;
}

SotayStep *
sotay_edit_mark_trained (GPtrArray *staff, const GDate *day, gboolean passed, GError **error)
{
  g_autoptr (GPtrArray) once = each_once (staff);
  g_autofree char *iso = day != NULL ? sotay_date_to_iso (day) : NULL;
  GDate today = sotay_date_today ();
  SotayStep *step;

  if (day != NULL && g_date_compare (day, &today) > 0)
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID,
                           sotay_staff_field_name (SOTAY_STAFF_TRAINED_ON));
      return NULL;
    }
  step = sotay_step_new (day != NULL ? SOTAY_STEP_MARK_TRAINED : SOTAY_STEP_UNMARK_TRAINED, subject_of (once));
  for (guint i = 0; i < once->len; i++)
    {
      SotayStaff *before = g_ptr_array_index (once, i);
      g_autoptr (SotayStaff) after = iso != NULL ? with_training (before, iso, passed) : without_training (before);

      add_staff_change (step, before, after);
    }
  return step;
}
