/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/session-choices.h"

#include "core/dates.h"
#include "register/attendance.h"
#include "register/session.h"

typedef struct
{
  char *session_id;
  GDate day;
} Question;

typedef struct
{
  SotayUnitProgress *units;
  GPtrArray *sessions;
  GArray *there;
} Reading;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->session_id);
  g_free (question);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->units);
  g_clear_pointer (&reading->sessions, g_ptr_array_unref);
  g_clear_pointer (&reading->there, g_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static int
compare_starts_cb (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (sotay_record_get (*(SotayRecord *const *) a, SOTAY_SESSION_STARTS_AT),
                    sotay_record_get (*(SotayRecord *const *) b, SOTAY_SESSION_STARTS_AT));
}

static gboolean
add_sessions (Reading *reading, SotayStore *store, int field, const char *value, GCancellable *cancellable,
              GError **error)
{
  const char *values[] = { value, NULL };
  g_autoptr (GPtrArray) found = sotay_store_list_records (store, SOTAY_RECORD_SESSION, field, values, cancellable,
                                                          error);
  const char *first = reading->sessions->len > 0 ? sotay_record_get_id (reading->sessions->pdata[0]) : NULL;

  if (found == NULL)
    return FALSE;
  g_ptr_array_sort (found, compare_starts_cb);
  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (sotay_record_get_id (found->pdata[i]), first) != 0)
      g_ptr_array_add (reading->sessions, g_object_ref (found->pdata[i]));
  return TRUE;
}

static gboolean
count_there (Reading *reading, SotayStore *store, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < reading->sessions->len; i++)
    {
      const char *ids[] = { sotay_record_get_id (reading->sessions->pdata[i]), NULL };
      g_autoptr (GPtrArray) records = sotay_store_list_records (store, SOTAY_RECORD_ATTENDANCE,
                                                                SOTAY_ATTENDANCE_SESSION_ID, ids, cancellable, error);
      guint there = 0;

      if (records == NULL)
        return FALSE;
      for (guint j = 0; j < records->len; j++)
        there += sotay_attendance_counts (records->pdata[j]);
      g_array_append_val (reading->there, there);
    }
  return TRUE;
}

static void
read_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  g_autofree char *iso = sotay_date_to_iso (&question->day);
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  GError *error = NULL;
  gboolean read;

  reading->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  reading->there = g_array_new (FALSE, FALSE, sizeof (guint));
  reading->units = sotay_progress_load (store, &question->day, cancellable, &error);
  read = reading->units != NULL
         && (question->session_id == NULL
             || add_sessions (reading, store, SOTAY_STORE_BY_ID, question->session_id, cancellable, &error))
         && add_sessions (reading, store, SOTAY_SESSION_DAY, iso, cancellable, &error)
         && count_there (reading, store, cancellable, &error);
  if (read)
    g_task_return_pointer (task, g_steal_pointer (&reading), reading_free);
  else
    g_task_return_error (task, error);
}

void
sotay_session_choices_free (SotaySessionChoices *choices)
{
  g_object_unref (choices->names);
  g_ptr_array_unref (choices->sessions);
  g_array_unref (choices->there);
  g_free (choices);
}

void
sotay_session_choices_load_async (SotayStore *store, const char *session_id, const GDate *day,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, data);
  Question *question = g_new0 (Question, 1);

  question->session_id = g_strdup (session_id);
  question->day = *day;
  g_task_set_source_tag (task, sotay_session_choices_load_async);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, read_in_thread);
}

SotaySessionChoices *
sotay_session_choices_load_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (Reading) reading = g_task_propagate_pointer (G_TASK (result), error);
  SotaySessionChoices *choices;

  if (reading == NULL)
    return NULL;
  choices = g_new0 (SotaySessionChoices, 1);
  choices->names = sotay_unit_names_new (reading->units);
  choices->sessions = g_steal_pointer (&reading->sessions);
  choices->there = g_steal_pointer (&reading->there);
  return choices;
}

int
sotay_session_choices_find (SotaySessionChoices *choices, const char *session_id)
{
  for (guint i = 0; i < choices->sessions->len; i++)
    if (g_strcmp0 (sotay_record_get_id (choices->sessions->pdata[i]), session_id) == 0)
      return (int) i;
  return -1;
}

const char *
sotay_session_choices_get_unit (SotaySessionChoices *choices, const GDate *day)
{
  for (guint i = 0; i < sotay_unit_names_count (choices->names); i++)
    if (sotay_unit_is_open (sotay_unit_names_get (choices->names, i), day))
      return sotay_unit_get_id (sotay_unit_names_get (choices->names, i));
  return NULL;
}
