/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-fetch.h"

typedef struct
{
  SotayStore *store;
  SotayStaffQuery *query;
  GHashTable *ids;
  GtkBitset *positions;
  SotayStaffList *list;
} Fetch;

static Fetch *
fetch_new (SotayStore *store, SotayStaffQuery *query)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->store = g_object_ref (store);
  fetch->query = g_object_ref (query);
  return fetch;
}

static void
fetch_free (Fetch *fetch)
{
  g_object_unref (fetch->store);
  g_object_unref (fetch->query);
  g_clear_pointer (&fetch->ids, g_hash_table_unref);
  g_clear_pointer (&fetch->positions, gtk_bitset_unref);
  g_clear_object (&fetch->list);
  g_free (fetch);
}

static void
finish_list (GTask *task, Fetch *fetch)
{
  g_task_return_pointer (task, g_object_ref (fetch->list), g_object_unref);
}

static void
selected_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staff = sotay_store_list_staff_finish (SOTAY_STORE (source), result, &error);

  if (staff == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  for (guint i = 0; i < staff->len; i++)
    if (g_hash_table_contains (fetch->ids, sotay_staff_get_id (staff->pdata[i])))
      gtk_bitset_add (fetch->positions, i);
  finish_list (task, fetch);
}

static void
list_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);

  fetch->list = sotay_staff_list_new_finish (result, &error);
  if (fetch->list == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (fetch->ids == NULL || g_hash_table_size (fetch->ids) == 0)
    finish_list (task, fetch);
  else
    sotay_store_list_staff_async (fetch->store, fetch->query, 0, 0, cancellable, selected_read_cb,
                                  g_steal_pointer (&task));
}

static void
people_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) staff = sotay_store_list_staff_finish (SOTAY_STORE (source), result, &error);
  GPtrArray *people;

  if (staff == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  people = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < staff->len; i++)
    if (gtk_bitset_contains (fetch->positions, i))
      g_ptr_array_add (people, g_object_ref (staff->pdata[i]));
  g_task_return_pointer (task, people, (GDestroyNotify) g_ptr_array_unref);
}

void
sotay_staff_fetch_list_async (SotayStore *store, SotayStaffQuery *query, GHashTable *selected_ids,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (store, cancellable, callback, data);
  Fetch *fetch = fetch_new (store, query);

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
sotay_staff_fetch_people_async (SotayStore *store, SotayStaffQuery *query, GtkBitset *positions,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (store, cancellable, callback, data);
  Fetch *fetch = fetch_new (store, query);

  fetch->positions = gtk_bitset_ref (positions);
  g_task_set_source_tag (task, sotay_staff_fetch_people_async);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);
  sotay_store_list_staff_async (store, query, 0, 0, cancellable, people_read_cb, task);
}

GPtrArray *
sotay_staff_fetch_people_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
