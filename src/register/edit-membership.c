/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/edit-membership.h"

#include "core/dates.h"
#include "register/edit-changes.h"
#include "register/membership.h"

#include <string.h>

/* The end of a unit: what the step is made of. */
typedef struct
{
  SotayStep *step;
  const char *day;        /* ISO */
  SotayUnitEnding ending; /* of the unit itself; the units below are renamed, or closed with it */
  GHashTable *successors; /* ids: of each unit that ends, where its people go; NULL: they leave */
  GHashTable *below;      /* the units that are directly below, by the id of the unit above */
} Ending;

/* Whether @day is after the ISO day @since. */
static gboolean
is_after (const char *day, const char *since)
{
  return since == NULL || strcmp (day, since) > 0;
}

static void
move (SotayStep *step, SotayStaff *before, const char *unit_id, const char *joined_on)
{
  g_autoptr (SotayStaff) moved = sotay_staff_with (before, SOTAY_STAFF_UNIT_ID, unit_id);
  g_autoptr (SotayStaff) after = sotay_staff_with (moved, SOTAY_STAFF_JOINED_ON, joined_on);

  sotay_edit_note_staff (step, before, after);
}

static void
transfer (SotayStep *step, SotayStaff *before, const char *unit_id, const char *day)
{
  g_autoptr (SotayRecord) former = sotay_membership_new (sotay_staff_get_id (before), sotay_staff_get_unit_id (before),
                                                         sotay_staff_get_field (before, SOTAY_STAFF_JOINED_ON), day);

  move (step, before, unit_id, day);
  sotay_edit_note_record (step, NULL, former);
}

static gboolean
check_transfer (SotayStaff *person, const char *day, GError **error)
{
  const char *left = sotay_staff_get_field (person, SOTAY_STAFF_LEFT_ON);

  if (!is_after (day, sotay_staff_get_field (person, SOTAY_STAFF_JOINED_ON)))
    return sotay_edit_refuse (sotay_staff_field_name (SOTAY_STAFF_JOINED_ON), error);
  if (left != NULL && strcmp (day, left) >= 0)
    return sotay_edit_refuse (sotay_staff_field_name (SOTAY_STAFF_LEFT_ON), error);
  return TRUE;
}

static gboolean
check_successor (SotayUnit *unit, SotayUnitEnding ending, SotayUnit *successor, const GDate *day, GPtrArray *units,
                 GError **error)
{
  g_autoptr (GHashTable) parents = sotay_edit_index_parents (units);
  const char *id = sotay_unit_get_id (unit);
  const char *above;

  if (ending == SOTAY_UNIT_CLOSED)
    return successor == NULL || sotay_edit_refuse ("successor_id", error);
  if (successor == NULL
      || (ending == SOTAY_UNIT_MERGED) != g_hash_table_contains (parents, sotay_unit_get_id (successor)))
    return sotay_edit_refuse ("successor_id", error);
  above = ending == SOTAY_UNIT_MERGED ? sotay_unit_get_id (successor) : sotay_unit_get_parent_id (successor);
  if (sotay_edit_is_within (above, id, parents)
      || (ending == SOTAY_UNIT_MERGED && !sotay_unit_is_open (successor, day)))
    return sotay_edit_refuse ("successor_id", error);
  return TRUE;
}

static gboolean
check_end (SotayUnit *unit, const GDate *day, GError **error)
{
  g_autofree char *iso = sotay_date_to_iso (day);

  if (sotay_unit_get_field (unit, SOTAY_UNIT_CLOSED_ON) != NULL
      || !is_after (iso, sotay_unit_get_field (unit, SOTAY_UNIT_OPENED_ON)))
    return sotay_edit_refuse ("closed_on", error);
  return TRUE;
}

static void
close_unit (Ending *end, SotayUnit *unit, SotayUnitEnding ending, const char *successor_id)
{
  g_autoptr (SotayUnit) closed = sotay_unit_with (unit, SOTAY_UNIT_CLOSED_ON, end->day);
  g_autoptr (SotayUnit) ended = sotay_unit_with (closed, SOTAY_UNIT_ENDING, sotay_unit_ending_to_string (ending));
  g_autoptr (SotayUnit) after = sotay_unit_with (ended, SOTAY_UNIT_SUCCESSOR_ID, successor_id);

  g_hash_table_insert (end->successors, g_strdup (sotay_unit_get_id (unit)), g_strdup (successor_id));
  sotay_edit_note_unit (end->step, unit, after);
}

/* Adds @fresh, which takes the kind of @old unless it has one. */
static void
open_unit (Ending *end, SotayUnit *fresh, SotayUnit *old)
{
  const char *kind = sotay_unit_get_field (fresh, SOTAY_UNIT_KIND);
  g_autoptr (SotayUnit) opened = sotay_unit_with (fresh, SOTAY_UNIT_OPENED_ON, end->day);
  g_autoptr (SotayUnit) after = sotay_unit_with (opened, SOTAY_UNIT_KIND,
                                                 kind != NULL ? kind : sotay_unit_get_field (old, SOTAY_UNIT_KIND));

  sotay_edit_note_unit (end->step, NULL, after);
}

/* One that opens on the day or later only gets another parent; one that is open before goes on as a new unit. */
static void
carry_on (Ending *end, SotayUnit *below, const char *parent_id)
{
  g_autoptr (SotayUnit) fresh = NULL;

  if (!is_after (end->day, sotay_unit_get_field (below, SOTAY_UNIT_OPENED_ON)))
    {
      fresh = sotay_unit_with (below, SOTAY_UNIT_PARENT_ID, parent_id);
      sotay_edit_note_unit (end->step, below, fresh);
      return;
    }
  fresh = sotay_unit_new (NULL, parent_id, sotay_unit_get_name (below));
  open_unit (end, fresh, below);
  close_unit (end, below, SOTAY_UNIT_RENAMED, sotay_unit_get_id (fresh));
}

static GHashTable *
index_below (GPtrArray *units)
{
  GHashTable *below = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < units->len; i++)
    {
      SotayUnit *unit = g_ptr_array_index (units, i);
      const char *parent_id = sotay_unit_get_parent_id (unit);
      GPtrArray *list = parent_id != NULL ? g_hash_table_lookup (below, parent_id) : NULL;

      if (parent_id != NULL && list == NULL)
        g_hash_table_insert (below, (char *) parent_id, list = g_ptr_array_new ());
      if (list != NULL)
        g_ptr_array_add (list, unit);
    }
  return below;
}

/* The units directly below the unit @id that are not closed yet, then those below these. */
static void
end_units_below (Ending *end, const char *id)
{
  const char *successor_id = g_hash_table_lookup (end->successors, id);
  GPtrArray *units = g_hash_table_lookup (end->below, id);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      SotayUnit *below = g_ptr_array_index (units, i);

      /* In a damaged register a unit may lie below itself. */
      if (sotay_unit_get_field (below, SOTAY_UNIT_CLOSED_ON) != NULL
          || g_hash_table_contains (end->successors, sotay_unit_get_id (below)))
        continue;
      if (end->ending == SOTAY_UNIT_CLOSED)
        close_unit (end, below, SOTAY_UNIT_CLOSED, NULL);
      else
        carry_on (end, below, successor_id);
      if (g_hash_table_contains (end->successors, sotay_unit_get_id (below)))
        end_units_below (end, sotay_unit_get_id (below));
    }
}

/* A person of a unit that ends, who has not left by the day. */
static gboolean
end_present (Ending *end, SotayStaff *person, GError **error)
{
  const char *left = sotay_staff_get_field (person, SOTAY_STAFF_LEFT_ON);
  const char *joined = sotay_staff_get_field (person, SOTAY_STAFF_JOINED_ON);
  gpointer successor_id;
  g_autoptr (SotayStaff) leaver = NULL;

  if ((left != NULL && !is_after (left, end->day))
      || !g_hash_table_lookup_extended (end->successors, sotay_staff_get_unit_id (person), NULL, &successor_id))
    return TRUE;
  if (successor_id != NULL && is_after (end->day, joined))
    transfer (end->step, person, successor_id, end->day);
  else if (successor_id != NULL)
    move (end->step, person, successor_id, joined);
  else if (!is_after (end->day, joined))
    return sotay_edit_refuse (sotay_staff_field_name (SOTAY_STAFF_JOINED_ON), error);
  else
    {
      leaver = sotay_staff_with (person, SOTAY_STAFF_LEFT_ON, end->day);
      sotay_edit_note_staff (end->step, person, leaver);
    }
  return TRUE;
}

/* A former membership that lasts beyond the day, because the unit is ended on a day in the past: it is cut there, and
 * what comes after belongs to the successor. */
static void
end_former (Ending *end, SotayRecord *membership)
{
  const char *from = sotay_record_get (membership, SOTAY_MEMBERSHIP_FROM_ON);
  const char *to = sotay_record_get (membership, SOTAY_MEMBERSHIP_TO_ON);
  gpointer successor_id;
  g_autoptr (SotayRecord) before_day = NULL;
  g_autoptr (SotayRecord) from_day = NULL;

  if (!is_after (to, end->day)
      || !g_hash_table_lookup_extended (end->successors, sotay_record_get (membership, SOTAY_MEMBERSHIP_UNIT_ID), NULL,
                                        &successor_id))
    return;
  if (is_after (end->day, from))
    {
      before_day = sotay_record_with (membership, SOTAY_MEMBERSHIP_TO_ON, end->day);
      from = end->day;
    }
  if (successor_id != NULL)
    from_day = sotay_membership_new (sotay_record_get (membership, SOTAY_MEMBERSHIP_STAFF_ID), successor_id, from, to);
  sotay_edit_note_record (end->step, membership, before_day);
  if (from_day != NULL)
    sotay_edit_note_record (end->step, NULL, from_day);
}

static gboolean
end_people (Ending *end, GPtrArray *staff, GPtrArray *belongings, GError **error)
{
  for (guint i = 0; i < staff->len; i++)
    if (!end_present (end, g_ptr_array_index (staff, i), error))
      return FALSE;
  for (guint i = 0; i < belongings->len; i++)
    if (sotay_record_get_kind (g_ptr_array_index (belongings, i)) == SOTAY_RECORD_MEMBERSHIP)
      end_former (end, g_ptr_array_index (belongings, i));
  return TRUE;
}

SotayStep *
sotay_edit_transfer_staff (GPtrArray *staff, SotayUnit *unit, const GDate *day, GError **error)
{
  g_autoptr (GPtrArray) once = sotay_edit_each_once (staff);
  g_autofree char *iso = sotay_date_to_iso (day);
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_TRANSFER_STAFF, sotay_edit_subject_of (once));

  if (!sotay_unit_is_open (unit, day))
    {
      sotay_edit_refuse (sotay_staff_field_name (SOTAY_STAFF_UNIT_ID), error);
      return NULL;
    }
  for (guint i = 0; i < once->len; i++)
    {
      SotayStaff *person = g_ptr_array_index (once, i);

      if (g_strcmp0 (sotay_staff_get_unit_id (person), sotay_unit_get_id (unit)) == 0)
        continue;
      if (!check_transfer (person, iso, error))
        return NULL;
      transfer (step, person, sotay_unit_get_id (unit), iso);
    }
  return g_steal_pointer (&step);
}

SotayStep *
sotay_edit_leave (GPtrArray *staff, const GDate *day, GError **error)
{
  g_autoptr (GPtrArray) once = sotay_edit_each_once (staff);
  g_autofree char *iso = day != NULL ? sotay_date_to_iso (day) : NULL;
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_EDIT_STAFF, sotay_edit_subject_of (once));

  for (guint i = 0; i < once->len; i++)
    {
      SotayStaff *person = g_ptr_array_index (once, i);
      g_autoptr (SotayStaff) after = sotay_staff_with (person, SOTAY_STAFF_LEFT_ON, iso);

      if (iso != NULL && !is_after (iso, sotay_staff_get_field (person, SOTAY_STAFF_JOINED_ON)))
        {
          sotay_edit_refuse (sotay_staff_field_name (SOTAY_STAFF_LEFT_ON), error);
          return NULL;
        }
      sotay_edit_note_staff (step, person, after);
    }
  return g_steal_pointer (&step);
}

SotayStep *
sotay_edit_end_unit (SotayUnit *unit, SotayUnitEnding ending, SotayUnit *successor, const GDate *day,
                     GPtrArray *units, GPtrArray *staff, GPtrArray *belongings, GError **error)
{
  g_autoptr (GHashTable) successors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) below = index_below (units);
  g_autofree char *iso = sotay_date_to_iso (day);
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_END_UNIT, sotay_unit_get_name (unit));
  Ending end = { step, iso, ending, successors, below };

  if (!check_end (unit, day, error) || !check_successor (unit, ending, successor, day, units, error)
      || (successor != NULL && !sotay_unit_check (successor, error)))
    return NULL;
  if (ending == SOTAY_UNIT_RENAMED)
    open_unit (&end, successor, unit);
  close_unit (&end, unit, ending, successor != NULL ? sotay_unit_get_id (successor) : NULL);
  end_units_below (&end, sotay_unit_get_id (unit));
  return end_people (&end, staff, belongings, error) ? g_steal_pointer (&step) : NULL;
}
