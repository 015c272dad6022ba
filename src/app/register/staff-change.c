/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-change.h"

#include "app/register/step-actions.h"
#include "register/edit-membership.h"
#include "register/edit.h"

typedef struct
{
  GPtrArray *people;
  GDate day; /* invalid to take the mark away */
  gboolean passed;
  char *reason;
} Mark;

typedef struct
{
  GPtrArray *people;
  GHashTable *values;
} Change;

typedef struct
{
  GPtrArray *people;
  SotayUnit *unit; /* NULL to leave */
  GDate day;
} Move;

static void
mark_free (Mark *mark)
{
  g_ptr_array_unref (mark->people);
  g_free (mark->reason);
  g_free (mark);
}

static SotayStep *
make_mark (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Mark *mark = data;

  return sotay_edit_mark_trained (mark->people, g_date_valid (&mark->day) ? &mark->day : NULL, mark->passed,
                                  mark->reason, error);
}

static SotayStep *
make_removal (SotayStore *store, gpointer people, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) ids = sotay_edit_list_staff_ids (people);
  g_autoptr (GPtrArray) belongings = sotay_store_list_belongings (store, (const char *const *) ids, cancellable, error);

  return belongings != NULL ? sotay_edit_remove_staff (people, belongings) : NULL;
}

void
sotay_staff_mark_async (SotayStore *store, GPtrArray *people, const GDate *day, gboolean passed, const char *reason,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Mark *mark = g_new0 (Mark, 1);

  mark->people = g_ptr_array_ref (people);
  mark->passed = passed;
  mark->reason = g_strdup (reason);
  if (day != NULL)
    mark->day = *day;
  sotay_do_step_async (store, make_mark, mark, (GDestroyNotify) mark_free, cancellable, callback, data);
}

void
sotay_staff_remove_async (SotayStore *store, GPtrArray *people, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  sotay_do_step_async (store, make_removal, g_ptr_array_ref (people), (GDestroyNotify) g_ptr_array_unref, cancellable,
                       callback, data);
}

static void
change_free (Change *change)
{
  g_ptr_array_unref (change->people);
  g_hash_table_unref (change->values);
  g_free (change);
}

static SotayStaff *
create_changed (SotayStaff *staff, GHashTable *values)
{
  SotayStaff *changed = g_object_ref (staff);
  GHashTableIter iter;
  gpointer field, value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &field, &value))
    {
      SotayStaff *next = sotay_staff_with (changed, GPOINTER_TO_UINT (field), value);

      g_object_unref (changed);
      changed = next;
    }
  return changed;
}

static SotayStep *
make_change (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Change *change = data;
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < change->people->len; i++)
    g_ptr_array_add (after, create_changed (change->people->pdata[i], change->values));
  return sotay_edit_change_people (change->people, after, error);
}

void
sotay_staff_change_async (SotayStore *store, GPtrArray *people, GHashTable *values, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer data)
{
  Change *change = g_new0 (Change, 1);

  change->people = g_ptr_array_ref (people);
  change->values = g_hash_table_ref (values);
  sotay_do_step_async (store, make_change, change, (GDestroyNotify) change_free, cancellable, callback, data);
}

static void
move_free (Move *move)
{
  g_ptr_array_unref (move->people);
  g_clear_object (&move->unit);
  g_free (move);
}

static SotayStep *
make_move (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Move *move = data;

  if (move->unit == NULL)
    return sotay_edit_leave (move->people, &move->day, error);
  return sotay_edit_transfer_staff (move->people, move->unit, &move->day, error);
}

void
sotay_staff_move_async (SotayStore *store, GPtrArray *people, SotayUnit *unit, const GDate *day,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Move *move = g_new0 (Move, 1);

  move->people = g_ptr_array_ref (people);
  g_set_object (&move->unit, unit);
  move->day = *day;
  sotay_do_step_async (store, make_move, move, (GDestroyNotify) move_free, cancellable, callback, data);
}
