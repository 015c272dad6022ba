/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-fetch.h"

#include "register/register-error.h"

#define MOST_SEARCHED 50000

typedef struct
{
  GHashTable *ids;
  GtkBitset *positions;
  SotayStaffQuery *query;
  SotayStaffList *list;
  GPtrArray *people;
} Fetch;

/* What a thread needs to know. */
typedef struct
{
  SotayStaffQuery *query;
  GHashTable *ids;
  GtkBitset *positions;
} Question;

static void
fetch_free (Fetch *fetch)
{
  g_clear_pointer (&fetch->ids, g_hash_table_unref);
  g_clear_pointer (&fetch->positions, gtk_bitset_unref);
  g_clear_object (&fetch->query);
  g_clear_object (&fetch->list);
  g_clear_pointer (&fetch->people, g_ptr_array_unref);
  g_free (fetch);
}

static void
question_free (Question *question)
{
  g_object_unref (question->query);
  g_clear_pointer (&question->ids, g_hash_table_unref);
  g_clear_pointer (&question->positions, gtk_bitset_unref);
  g_free (question);
}

/* The whole list is read and looked through in a thread: it may be long. Bitsets count their owners for one thread. */
static void
ask (GTask *task, GTaskThreadFunc func, GAsyncReadyCallback callback)
{
  Fetch *fetch = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) asking = g_task_new (g_task_get_source_object (task), cancellable, callback, task);
  Question *question = g_new0 (Question, 1);

  question->query = g_object_ref (fetch->query);
  question->ids = fetch->ids != NULL ? g_hash_table_ref (fetch->ids) : NULL;
  question->positions = fetch->positions != NULL ? gtk_bitset_copy (fetch->positions) : NULL;
  g_task_set_source_tag (asking, ask);
  g_task_set_task_data (asking, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (asking, func);
}

static void
find_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, question->query, 0, 0, cancellable, &error);
  GtkBitset *positions;

  if (staff == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  positions = gtk_bitset_new_empty ();
  for (guint i = 0; i < staff->len; i++)
    if (g_hash_table_contains (question->ids, sotay_staff_get_id (staff->pdata[i])))
      gtk_bitset_add (positions, i);
  g_task_return_pointer (task, positions, (GDestroyNotify) gtk_bitset_unref);
}

static void
pick_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, question->query, 0, 0, cancellable, &error);
  GPtrArray *people;

  if (staff == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  people = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < staff->len; i++)
    if (gtk_bitset_contains (question->positions, i))
      g_ptr_array_add (people, g_object_ref (staff->pdata[i]));
  g_task_return_pointer (task, people, (GDestroyNotify) g_ptr_array_unref);
}

static void
finish_list (GTask *task, Fetch *fetch)
{
  g_task_return_pointer (task, g_object_ref (fetch->list), g_object_unref);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  GtkBitset *positions = g_task_propagate_pointer (G_TASK (result), &error);

  if (positions == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_pointer (&fetch->positions, gtk_bitset_unref);
  fetch->positions = positions;
  finish_list (task, fetch);
}

static void
list_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  fetch->list = sotay_staff_list_new_finish (result, &error);
  if (fetch->list == NULL)
    g_task_return_error (task, error);
  else if (fetch->ids == NULL || g_hash_table_size (fetch->ids) == 0
           || g_list_model_get_n_items (G_LIST_MODEL (fetch->list)) > MOST_SEARCHED)
    finish_list (task, fetch);
  else
    ask (g_steal_pointer (&task), find_in_thread, found_cb);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  if (sotay_store_count_staff_finish (SOTAY_STORE (source), result, &error) < 0)
    g_task_return_error (task, error);
  else if (sotay_staff_list_is_outdated (fetch->list))
    g_task_return_new_error (task, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT, "the list changed");
  else
    g_task_return_pointer (task, g_steal_pointer (&fetch->people), (GDestroyNotify) g_ptr_array_unref);
}

/* A change by another program is announced late, so the store is made to look. What it finds out is announced before
   it answers the next question. */
static void
picked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  fetch->people = g_task_propagate_pointer (G_TASK (result), &error);
  if (fetch->people == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sotay_store_look_for_changes (SOTAY_STORE (source));
  sotay_store_count_staff_async (SOTAY_STORE (source), fetch->query, cancellable, looked_cb,
                                 g_steal_pointer (&task));
}

void
sotay_staff_fetch_list_async (SotayStore *store, SotayStaffQuery *query, GHashTable *selected_ids,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (store, cancellable, callback, data);
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->query = g_object_ref (query);
  fetch->ids = selected_ids != NULL ? g_hash_table_ref (selected_ids) : NULL;
  fetch->positions = gtk_bitset_new_empty ();
  g_task_set_source_tag (task, sotay_staff_fetch_list_async);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);
  sotay_staff_list_new_async (store, query, cancellable, list_made_cb, task);
}

SotayStaffList *
sotay_staff_fetch_list_finish (GAsyncResult *result, GtkBitset **selected, GError **error)
{
  SotayStaffList *list = g_task_propagate_pointer (G_TASK (result), error);
  Fetch *fetch = g_task_get_task_data (G_TASK (result));

  if (list != NULL)
    *selected = gtk_bitset_ref (fetch->positions);
  return list;
}

void
sotay_staff_fetch_people_async (SotayStore *store, SotayStaffList *list, GtkBitset *positions,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (store, cancellable, callback, data);
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->list = g_object_ref (list);
  fetch->query = g_object_ref (sotay_staff_list_get_query (list));
  fetch->positions = gtk_bitset_ref (positions);
  g_task_set_source_tag (task, sotay_staff_fetch_people_async);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);
  ask (task, pick_in_thread, picked_cb);
}

GPtrArray *
sotay_staff_fetch_people_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
