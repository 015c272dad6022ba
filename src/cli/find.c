/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/find.h"

#include "register/register-error.h"

SotayStore *
sotay_cli_get_store (SotayCli *cli)
{
  return sotay_services_get_store (sotay_cli_get_services (cli));
}

SotayRecord *
sotay_cli_find_record (SotayCli *cli, SotayRecordKind kind, const char *id, GError **error)
{
  const char *ids[] = { id, NULL };
  g_autoptr (GPtrArray) records = sotay_store_list_records (sotay_cli_get_store (cli), kind, SOTAY_STORE_BY_ID, ids,
                                                            NULL, error);

  if (records == NULL)
    return NULL;
  if (records->len > 0)
    return g_object_ref (records->pdata[0]);
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, id);
  return NULL;
}

static void
add_once (GPtrArray *ids, GHashTable *seen, const char *id)
{
  if (g_hash_table_contains (seen, id))
    return;
  g_ptr_array_add (ids, g_strdup (id));
  g_hash_table_add (seen, ids->pdata[ids->len - 1]);
}

GPtrArray *
sotay_cli_find_staff (SotayCli *cli, char **ids, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) once = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    add_once (once, seen, ids[i]);
  g_ptr_array_add (once, NULL);
  return sotay_store_get_staff (sotay_cli_get_store (cli), (const char *const *) once->pdata, NULL, error);
}

/* Those of @unit_id on @day, or nobody when it is NULL. */
static GPtrArray *
list_members (SotayCli *cli, const char *unit_id, const GDate *day, GError **error)
{
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (SotayStaffQuery) query = NULL;

  if (unit_id == NULL)
    return g_ptr_array_new ();
  units = sotay_cli_list_units (cli, unit_id, error);
  if (units == NULL)
    return NULL;
  query = sotay_staff_query_new (unit_id, SOTAY_STAFF_MEMBERS, NULL, day);
  return sotay_store_list_staff (sotay_cli_get_store (cli), query, 0, 0, NULL, error);
}

char **
sotay_cli_choose_staff (SotayCli *cli, char **ids, const char *unit_id, const GDate *day, GError **error)
{
  g_autoptr (GPtrArray) named = sotay_cli_find_staff (cli, ids, error);
  g_autoptr (GPtrArray) members = named != NULL ? list_members (cli, unit_id, day, error) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_free);
  gsize length;

  if (members == NULL)
    return NULL;
  for (guint i = 0; i < named->len; i++)
    add_once (chosen, seen, sotay_staff_get_id (named->pdata[i]));
  for (guint i = 0; i < members->len; i++)
    add_once (chosen, seen, sotay_staff_get_id (members->pdata[i]));
  g_ptr_array_add (chosen, NULL);
  return (char **) g_ptr_array_steal (chosen, &length);
}

GPtrArray *
sotay_cli_list_units (SotayCli *cli, const char *unit_id, GError **error)
{
  g_autoptr (GPtrArray) units = sotay_store_list_units (sotay_cli_get_store (cli), NULL, error);

  if (units == NULL || (unit_id != NULL && sotay_cli_find_unit (units, unit_id, error) == NULL))
    return NULL;
  return g_steal_pointer (&units);
}

GHashTable *
sotay_cli_list_below (GPtrArray *units, const char *unit_id)
{
  GHashTable *below = g_hash_table_new (g_str_hash, g_str_equal);
  guint before;

  g_hash_table_add (below, (gpointer) unit_id);
  do
    {
      before = g_hash_table_size (below);
      for (guint i = 0; i < units->len; i++)
        {
          const char *parent_id = sotay_unit_get_parent_id (units->pdata[i]);

          if (parent_id != NULL && g_hash_table_contains (below, parent_id))
            g_hash_table_add (below, (gpointer) sotay_unit_get_id (units->pdata[i]));
        }
    }
  while (g_hash_table_size (below) > before);
  return below;
}

GHashTable *
sotay_cli_index_names (GPtrArray *units)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < units->len; i++)
    g_hash_table_insert (names, (gpointer) sotay_unit_get_id (units->pdata[i]),
                         (gpointer) sotay_unit_get_name (units->pdata[i]));
  return names;
}

GHashTable *
sotay_cli_name_units (SotayCli *cli, GPtrArray *staff, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) units = NULL;

  for (guint i = 0; i < staff->len; i++)
    add_once (ids, seen, sotay_staff_get_unit_id (staff->pdata[i]));
  g_ptr_array_add (ids, NULL);
  units = sotay_store_list_records (sotay_cli_get_store (cli), SOTAY_RECORD_UNIT, SOTAY_STORE_BY_ID,
                                    (const char *const *) ids->pdata, NULL, error);
  if (units == NULL)
    return NULL;
  for (guint i = 0; i < units->len; i++)
    g_hash_table_insert (names, g_strdup (sotay_record_get_id (units->pdata[i])),
                         g_strdup (sotay_record_get (units->pdata[i], SOTAY_UNIT_NAME)));
  return g_steal_pointer (&names);
}

const char *
sotay_cli_get_name (GHashTable *names, const char *unit_id)
{
  return unit_id != NULL ? g_hash_table_lookup (names, unit_id) : NULL;
}
