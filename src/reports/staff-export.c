/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/staff-export.h"

#include "register/register-error.h"
#include "reports/sheet-writer.h"

#include <glib/gi18n-lib.h>

/* People that are in memory at a time. */
#define WINDOW 10000
/* They are read in windows: all is written anew when the register was changed between two of them. */
#define MOST_ATTEMPTS 10

enum
{
  COLUMN_NAME,
  COLUMN_BIRTH,
  COLUMN_POSITION,
  COLUMN_UNIT,
  COLUMN_LEVEL,
  COLUMN_ACTIVATED,
  COLUMN_EMPLOYMENT,
  COLUMN_TRAINED,
  COLUMN_PASSED,
  COLUMN_CODE,
  COLUMN_PHONE,
  COLUMN_JOINED,
  COLUMN_LEFT,
  COLUMN_NOTE,
  N_COLUMNS
};

typedef struct
{
  SotayStore *store;
  SotayStaffQuery *query;
  const SotayAdvance *advance;
  GCancellable *cancellable;
  GHashTable *units; /* id → name */
  SotaySheetWriter *writer;
  gint64 total;
} Export;

typedef struct
{
  SotayStaffQuery *query;
  char *path;
  const SotayAdvance *advance;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->query);
  g_free (request->path);
  g_free (request);
}

/* Headings that the import knows (register/columns.c). */
static void
name_columns (SotaySheetColumn *columns)
{
  const SotaySheetColumn named[N_COLUMNS] = {
    [COLUMN_NAME] = { _("Full name"), SOTAY_SHEET_TEXT },
    [COLUMN_BIRTH] = { _("Born"), SOTAY_SHEET_DATE },
    [COLUMN_POSITION] = { _("Position"), SOTAY_SHEET_TEXT },
    [COLUMN_UNIT] = { _("Unit"), SOTAY_SHEET_TEXT },
    [COLUMN_LEVEL] = { _("Level"), SOTAY_SHEET_TEXT },
    [COLUMN_ACTIVATED] = { _("Account in use"), SOTAY_SHEET_TEXT },
    [COLUMN_EMPLOYMENT] = { _("Kind of employment"), SOTAY_SHEET_TEXT },
    [COLUMN_TRAINED] = { _("Trained on"), SOTAY_SHEET_DATE },
    [COLUMN_PASSED] = { _("Passed on"), SOTAY_SHEET_DATE },
    [COLUMN_CODE] = { _("Staff code"), SOTAY_SHEET_TEXT },
    [COLUMN_PHONE] = { _("Telephone"), SOTAY_SHEET_TEXT },
    [COLUMN_JOINED] = { _("Joined on"), SOTAY_SHEET_DATE },
    [COLUMN_LEFT] = { _("Left on"), SOTAY_SHEET_DATE },
    [COLUMN_NOTE] = { _("Note"), SOTAY_SHEET_TEXT },
  };

  memcpy (columns, named, sizeof named);
}

static const char *
level_text (SotayAccountLevel level)
{
  switch (level)
    {
    case SOTAY_ACCOUNT_LEVEL_1:
      return "1";
    case SOTAY_ACCOUNT_LEVEL_2:
      return "2";
    case SOTAY_ACCOUNT_NONE:
      return _("none");
    default:
      return NULL;
    }
}

static const char *
activated_text (const char *activated)
{
  if (activated == NULL)
    return NULL;
  return g_str_equal (activated, "yes") ? C_("account in use", "yes") : C_("account in use", "no");
}

static const char *
employment_text (const char *word)
{
  static const char *const labels[SOTAY_EMPLOYMENT_N] = {
    [SOTAY_EMPLOYMENT_OFFICIAL] = N_("Official or civil servant"),
    [SOTAY_EMPLOYMENT_PUBLIC] = N_("Public employee"),
    [SOTAY_EMPLOYMENT_WORKER] = N_("Contract worker"),
    [SOTAY_EMPLOYMENT_PART_TIME] = N_("Part-time worker"),
    [SOTAY_EMPLOYMENT_NEIGHBOURHOOD] = N_("Neighbourhood group"),
    [SOTAY_EMPLOYMENT_OTHER] = N_("Other employment"),
  };
  SotayEmployment employment;

  return word != NULL && sotay_employment_from_string (word, &employment) ? _(labels[employment]) : NULL;
}

static gboolean
write_person (Export *export, SotayStaff *staff, GError **error)
{
  const char *cells[N_COLUMNS] = {
    [COLUMN_NAME] = sotay_staff_get_name (staff),
    [COLUMN_BIRTH] = sotay_staff_get_field (staff, SOTAY_STAFF_BIRTH),
    [COLUMN_POSITION] = sotay_staff_get_field (staff, SOTAY_STAFF_POSITION),
    [COLUMN_UNIT] = g_hash_table_lookup (export->units, sotay_staff_get_unit_id (staff)),
    [COLUMN_LEVEL] = level_text (sotay_staff_get_level (staff)),
    [COLUMN_ACTIVATED] = activated_text (sotay_staff_get_field (staff, SOTAY_STAFF_ACTIVATED)),
    [COLUMN_EMPLOYMENT] = employment_text (sotay_staff_get_field (staff, SOTAY_STAFF_EMPLOYMENT)),
    [COLUMN_TRAINED] = sotay_staff_get_trained_since (staff),
    [COLUMN_PASSED] = sotay_staff_get_passed_since (staff),
    [COLUMN_CODE] = sotay_staff_get_field (staff, SOTAY_STAFF_CODE),
    [COLUMN_PHONE] = sotay_staff_get_field (staff, SOTAY_STAFF_PHONE),
    [COLUMN_JOINED] = sotay_staff_get_field (staff, SOTAY_STAFF_JOINED_ON),
    [COLUMN_LEFT] = sotay_staff_get_field (staff, SOTAY_STAFF_LEFT_ON),
    [COLUMN_NOTE] = sotay_staff_get_field (staff, SOTAY_STAFF_NOTE),
  };

  return sotay_sheet_writer_add_row (export->writer, cells, error);
}

static gboolean
load_units (Export *export, GError **error)
{
  g_autoptr (GPtrArray) units = sotay_store_list_units (export->store, export->cancellable, error);

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    g_hash_table_insert (export->units, g_strdup (sotay_unit_get_id (units->pdata[i])),
                         g_strdup (sotay_unit_get_name (units->pdata[i])));
  return TRUE;
}

/* Returns how many there were; -1 on error. */
static gint64
write_window (Export *export, gint64 offset, GError **error)
{
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (export->store, export->query, (guint) offset, WINDOW,
                                                        export->cancellable, error);

  if (staff == NULL)
    return -1;
  for (guint i = 0; i < staff->len; i++)
    if (!write_person (export, staff->pdata[i], error))
      return -1;
  sotay_advance_tell (export->advance, offset + staff->len, MAX (export->total, offset + staff->len));
  return staff->len;
}

static gint64
write_all (Export *export, GError **error)
{
  gint64 done = 0;
  gint64 count;

  do
    {
      if (g_cancellable_set_error_if_cancelled (export->cancellable, error))
        return -1;
      count = write_window (export, done, error);
      if (count < 0)
        return -1;
      done += count;
    }
  while (count == WINDOW);
  return done;
}

/* @changed: (out): whether somebody changed the register meanwhile; then the file was not put in its place */
static gint64
export_once (Request *request, SotayStore *store, gboolean *changed, GCancellable *cancellable, GError **error)
{
  SotaySheetColumn columns[N_COLUMNS];
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (SotaySheetWriter) writer = NULL;
  Export export = { store, request->query, request->advance, cancellable, units, NULL, 0 };
  SotayLogMark before, after;
  gint64 count;

  if (!sotay_store_mark_log (store, SOTAY_MARK_ALL, &before, cancellable, error))
    return -1;
  export.total = sotay_store_count_staff (store, request->query, cancellable, error);
  if (export.total < 0 || !load_units (&export, error))
    return -1;
  name_columns (columns);
  writer = sotay_sheet_writer_new (request->path, _("Staff"), columns, N_COLUMNS, error);
  export.writer = writer;
  count = writer != NULL ? write_all (&export, error) : -1;
  if (count < 0 || !sotay_store_mark_log (store, SOTAY_MARK_ALL, &after, cancellable, error))
    return -1;
  *changed = !sotay_log_mark_equal (&before, &after);
  return *changed || sotay_sheet_writer_finish (writer, error) ? count : -1;
}

static gint64
export_people (Request *request, SotayStore *store, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < MOST_ATTEMPTS; i++)
    {
      gboolean changed = FALSE;
      gint64 count = export_once (request, store, &changed, cancellable, error);

      if (count < 0 || !changed)
        return count;
    }
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_BUSY, "the register changes all the time");
  return -1;
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  gint64 count = export_people (request, source, cancellable, &error);

  if (count >= 0)
    g_task_return_int (task, count);
  else
    g_task_return_error (task, error);
}

void
sotay_staff_export_async (SotayStore *store, SotayStaffQuery *query, const char *path, const SotayAdvance *advance,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, data);
  Request *request = g_new0 (Request, 1);

  request->query = g_object_ref (query);
  request->path = g_strdup (path);
  request->advance = advance;
  g_task_set_source_tag (task, sotay_staff_export_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, export_in_thread);
}

gint64
sotay_staff_export_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
