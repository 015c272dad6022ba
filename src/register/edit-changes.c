/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/edit-changes.h"

#include "register/register-error.h"

void
sotay_edit_note_staff (SotayStep *step, SotayStaff *before, SotayStaff *after)
{
  sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (before != NULL ? before : after),
                   before != NULL ? sotay_staff_to_record (before) : NULL,
                   after != NULL ? sotay_staff_to_record (after) : NULL);
}

void
sotay_edit_note_unit (SotayStep *step, SotayUnit *before, SotayUnit *after)
{
  sotay_step_take (step, SOTAY_RECORD_UNIT, sotay_unit_get_id (before != NULL ? before : after),
                   before != NULL ? sotay_unit_to_record (before) : NULL,
                   after != NULL ? sotay_unit_to_record (after) : NULL);
}

void
sotay_edit_note_record (SotayStep *step, SotayRecord *before, SotayRecord *after)
{
  SotayRecord *either = before != NULL ? before : after;

  sotay_step_take (step, sotay_record_get_kind (either), sotay_record_get_id (either),
                   before != NULL ? sotay_record_to_variant (before) : NULL,
                   after != NULL ? sotay_record_to_variant (after) : NULL);
}

gboolean
sotay_edit_refuse (const char *field, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID, field);
  return FALSE;
}

GHashTable *
sotay_edit_index_parents (GPtrArray *units)
{
  GHashTable *parents = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < units->len; i++)
    {
      SotayUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (parents, (char *) sotay_unit_get_id (unit), (char *) sotay_unit_get_parent_id (unit));
    }
  return parents;
}

/* The climb is bounded, so that a broken tree cannot make it endless. */
gboolean
sotay_edit_is_within (const char *unit_id, const char *top, GHashTable *parents)
{
  for (guint i = 0; unit_id != NULL && i <= g_hash_table_size (parents); i++)
    {
      if (g_str_equal (unit_id, top))
        return TRUE;
      unit_id = g_hash_table_lookup (parents, unit_id);
    }
  return FALSE;
}

GPtrArray *
sotay_edit_each_once (GPtrArray *staff)
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

const char *
sotay_edit_subject_of (GPtrArray *staff)
{
  return staff->len == 1 ? sotay_staff_get_name (g_ptr_array_index (staff, 0)) : "";
}
