/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SotayStore: what it tells of the entries that it keeps: figures, history, belongings; and the end of a person. */
#include "register/store.h"

#include "register/attendance.h"
#include "register/feedback.h"
#include "register/membership.h"
#include "register/monthly.h"
#include "register/outreach.h"
#include "register/practice.h"
#include "register/session.h"
#include "register/store-private.h"

/* What an asynchronous operation was asked with; each uses what it needs. */
typedef struct
{
  char *id;
  char *name;
  GDate day;
  guint n_months;
} Request;

/* Where people and units are named by what is theirs. */
static const struct
{
  SotayRecordKind kind;
  int field;
} belongings[] = {
  { SOTAY_RECORD_MEMBERSHIP, SOTAY_MEMBERSHIP_STAFF_ID }, { SOTAY_RECORD_MEMBERSHIP, SOTAY_MEMBERSHIP_UNIT_ID },
  { SOTAY_RECORD_ATTENDANCE, SOTAY_ATTENDANCE_STAFF_ID }, { SOTAY_RECORD_PRACTICE, SOTAY_PRACTICE_STAFF_ID },
  { SOTAY_RECORD_SESSION, SOTAY_SESSION_UNIT_ID },        { SOTAY_RECORD_OUTREACH, SOTAY_OUTREACH_UNIT_ID },
  { SOTAY_RECORD_FEEDBACK, SOTAY_FEEDBACK_UNIT_ID },      { SOTAY_RECORD_MONTHLY, SOTAY_MONTHLY_UNIT_ID },
};

static Request *
request_new (const char *id, const GDate *day)
{
  Request *request = g_new0 (Request, 1);

  request->id = g_strdup (id);
  if (day != NULL)
    request->day = *day;
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->id);
  g_free (request->name);
  g_free (request);
}

static void
return_pointer (GTask *task, gpointer result, GError *error, gpointer free_func)
{
  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) free_func);
  else
    g_task_return_error (task, error);
}

static void
list_history_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  GPtrArray *steps = sotay_store_list_history (source, request->id, cancellable, &error);

  return_pointer (task, steps, error, g_ptr_array_unref);
}

static void
tally_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  GPtrArray *tallies = sotay_store_tally (source, &request->day, cancellable, &error);

  return_pointer (task, tallies, error, g_ptr_array_unref);
}

static void
list_trend_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  GArray *trend = sotay_store_list_trend (source, request->id, &request->day, request->n_months, cancellable, &error);

  return_pointer (task, trend, error, g_array_unref);
}

static void
explain_staff_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  SotayStaffStanding *standing = sotay_store_explain_staff (source, request->id, cancellable, &error);

  return_pointer (task, standing, error, g_object_unref);
}

static void
anonymise_staff_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;

  if (sotay_store_anonymise_staff (source, request->id, request->name, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A former membership of one of the people in one of the units is found twice. */
static void
add_each_once (GPtrArray *records, GHashTable *seen, GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    if (g_hash_table_add (seen, (char *) sotay_record_get_id (g_ptr_array_index (found, i))))
      g_ptr_array_add (records, g_object_ref (g_ptr_array_index (found, i)));
}

void
sotay_tally_free (SotayTally *tally)
{
  g_free (tally->unit_id);
  g_free (tally);
}

GPtrArray *
sotay_store_list_belongings (SotayStore *store, const char *const *ids, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    {
      g_autoptr (GPtrArray) found = sotay_store_list_records (store, belongings[i].kind, belongings[i].field, ids,
                                                              cancellable, error);

      if (found == NULL)
        return NULL;
      add_each_once (records, seen, found);
    }
  return g_steal_pointer (&records);
}

GPtrArray *
sotay_store_list_history (SotayStore *store, const char *id, GCancellable *cancellable, GError **error)
{
  GPtrArray *steps;

  sotay_store_begin (store);
  steps = SOTAY_STORE_GET_CLASS (store)->list_history (store, id, cancellable, error);
  sotay_store_end (store);
  return steps;
}

void
sotay_store_list_history_async (SotayStore *store, const char *id, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  sotay_store_push (store, sotay_store_list_history_async, request_new (id, NULL), request_free,
                    list_history_in_thread, cancellable, callback, data);
}

GPtrArray *
sotay_store_list_history_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
sotay_store_tally (SotayStore *store, const GDate *day, GCancellable *cancellable, GError **error)
{
  GPtrArray *tallies;

  sotay_store_begin (store);
  tallies = SOTAY_STORE_GET_CLASS (store)->tally (store, day, cancellable, error);
  sotay_store_end (store);
  return tallies;
}

void
sotay_store_tally_async (SotayStore *store, const GDate *day, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer data)
{
  sotay_store_push (store, sotay_store_tally_async, request_new (NULL, day), request_free, tally_in_thread,
                    cancellable, callback, data);
}

GPtrArray *
sotay_store_tally_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GArray *
sotay_store_list_trend (SotayStore *store, const char *unit_id, const GDate *last, guint n_months,
                        GCancellable *cancellable, GError **error)
{
  GArray *trend;

  g_return_val_if_fail (n_months > 0, NULL);
  sotay_store_begin (store);
  trend = SOTAY_STORE_GET_CLASS (store)->list_trend (store, unit_id, last, n_months, cancellable, error);
  sotay_store_end (store);
  return trend;
}

void
sotay_store_list_trend_async (SotayStore *store, const char *unit_id, const GDate *last, guint n_months,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Request *request = request_new (unit_id, last);

  request->n_months = n_months;
  sotay_store_push (store, sotay_store_list_trend_async, request, request_free, list_trend_in_thread, cancellable,
                    callback, data);
}

GArray *
sotay_store_list_trend_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
sotay_store_list_unit_months (SotayStore *store, const GDate *last, guint n_months, GCancellable *cancellable,
                              GError **error)
{
  GPtrArray *months;

  g_return_val_if_fail (n_months > 0, NULL);
  sotay_store_begin (store);
  months = SOTAY_STORE_GET_CLASS (store)->list_unit_months (store, last, n_months, cancellable, error);
  sotay_store_end (store);
  return months;
}

GPtrArray *
sotay_store_sum_months (SotayStore *store, const char *unit_id, GArray *spans, GCancellable *cancellable,
                        GError **error)
{
  GPtrArray *sums;

  sotay_store_begin (store);
  sums = SOTAY_STORE_GET_CLASS (store)->sum_months (store, unit_id, spans, cancellable, error);
  sotay_store_end (store);
  return sums;
}

SotayStaffStanding *
sotay_store_explain_staff (SotayStore *store, const char *id, GCancellable *cancellable, GError **error)
{
  SotayStaffStanding *standing;

  sotay_store_begin (store);
  standing = SOTAY_STORE_GET_CLASS (store)->explain_staff (store, id, cancellable, error);
  sotay_store_end (store);
  return standing;
}

void
sotay_store_explain_staff_async (SotayStore *store, const char *id, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data)
{
  sotay_store_push (store, sotay_store_explain_staff_async, request_new (id, NULL), request_free,
                    explain_staff_in_thread, cancellable, callback, data);
}

SotayStaffStanding *
sotay_store_explain_staff_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
sotay_store_anonymise_staff (SotayStore *store, const char *id, const char *name, GCancellable *cancellable,
                             GError **error)
{
  gboolean done;

  if (!sotay_store_ask_guard (store, NULL, error))
    return FALSE;
  sotay_store_begin (store);
  done = SOTAY_STORE_GET_CLASS (store)->anonymise_staff (store, id, name, cancellable, error);
  sotay_store_end (store);
  sotay_store_announce (store); /* also when it failed half-way: the person may be gone */
  return done;
}

void
sotay_store_anonymise_staff_async (SotayStore *store, const char *id, const char *name, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data)
{
  Request *request = request_new (id, NULL);

  request->name = g_strdup (name);
  sotay_store_push (store, sotay_store_anonymise_staff_async, request, request_free, anonymise_staff_in_thread,
                    cancellable, callback, data);
}

gboolean
sotay_store_anonymise_staff_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
