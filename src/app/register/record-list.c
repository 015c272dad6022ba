/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/record-list.h"

typedef struct
{
  SotayRecordKind kind;
  guint unit_field;
  GCompareFunc compare;
  SotayUnitNames *names;
  char *unit_id;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->names);
  g_free (reading->unit_id);
  g_free (reading);
}

static gboolean
is_wanted (const Reading *reading, SotayRecord *record)
{
  const char *unit_id = sotay_record_get (record, reading->unit_field);
  SotayUnit *above = reading->unit_id != NULL ? sotay_unit_names_find (reading->names, reading->unit_id) : NULL;
  SotayUnit *unit = unit_id != NULL ? sotay_unit_names_find (reading->names, unit_id) : NULL;

  if (above == NULL)
    return TRUE;
  return unit != NULL && sotay_unit_names_is_within (reading->names, unit, above);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer compare)
{
  return ((GCompareFunc) compare) (*(SotayRecord *const *) a, *(SotayRecord *const *) b);
}

static void
read_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) records = sotay_store_list_records (store, reading->kind, -1, NULL, cancellable, &error);
  GPtrArray *wanted;

  if (records == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  wanted = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    if (is_wanted (reading, records->pdata[i]))
      g_ptr_array_add (wanted, g_object_ref (records->pdata[i]));
  g_ptr_array_sort_with_data (wanted, compare_cb, reading->compare);
  g_task_return_pointer (task, wanted, (GDestroyNotify) g_ptr_array_unref);
}

void
sotay_record_list_read_async (SotayStore *store, SotayRecordKind kind, guint unit_field, GCompareFunc compare,
                              SotayUnitNames *names, const char *unit_id, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, data);
  Reading *reading = g_new0 (Reading, 1);

  reading->kind = kind;
  reading->unit_field = unit_field;
  reading->compare = compare;
  reading->names = g_object_ref (names);
  reading->unit_id = g_strdup (unit_id);
  g_task_set_source_tag (task, sotay_record_list_read_async);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

GPtrArray *
sotay_record_list_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
has_same_ids (GListModel *list, GPtrArray *records)
{
  if (g_list_model_get_n_items (list) != records->len)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (SotayRecord) record = g_list_model_get_item (list, i);

      if (!g_str_equal (sotay_record_get_id (record), sotay_record_get_id (records->pdata[i])))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_equal (SotayRecord *record, SotayRecord *other)
{
  guint n_fields = sotay_record_shape (sotay_record_get_kind (record))->n_fields;

  for (guint field = 0; field < n_fields; field++)
    if (g_strcmp0 (sotay_record_get (record, field), sotay_record_get (other, field)) != 0)
      return FALSE;
  return TRUE;
}

gboolean
sotay_record_list_update (GListStore *list, GPtrArray *records)
{
  if (!has_same_ids (G_LIST_MODEL (list), records))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (SotayRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (!is_equal (record, records->pdata[i]))
        g_list_store_splice (list, i, 1, &records->pdata[i], 1);
    }
  return TRUE;
}

guint
sotay_record_list_find (GListModel *list, const char *id)
{
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SotayRecord) record = g_list_model_get_item (list, i);

      if (g_str_equal (sotay_record_get_id (record), id))
        return i;
    }
  return G_MAXUINT;
}
