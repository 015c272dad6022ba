/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/session-counts.h"

#include "core/numbers.h"
#include "register/attendance.h"

typedef struct
{
  guint there;
  guint listed;
  guint generation;
} Count;

struct _SotaySessionCounts
{
  GObject parent_instance;

  SotayStore *store;
  GHashTable *counts; /* session id → Count */
  GPtrArray *wanted;  /* ids to ask for in the next turn of the main loop */
  guint idle;
  guint generation;
};

typedef struct
{
  SotaySessionCounts *counts;
  GPtrArray *ids;
  guint generation;
} Asking;

G_DEFINE_FINAL_TYPE (SotaySessionCounts, sotay_session_counts, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->counts);
  g_ptr_array_unref (asking->ids);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static Count *
reset (SotaySessionCounts *self, const char *id, guint generation)
{
  Count *count = g_new0 (Count, 1);

  count->generation = generation;
  g_hash_table_replace (self->counts, g_strdup (id), count);
  return count;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  SotaySessionCounts *self = asking->counts;
  g_autoptr (GPtrArray) records = sotay_store_list_records_finish (SOTAY_STORE (source), result, NULL);

  if (records == NULL || self->store == NULL || asking->generation != self->generation)
    return;
  for (guint i = 0; i < asking->ids->len; i++)
    reset (self, asking->ids->pdata[i], self->generation);
  for (guint i = 0; i < records->len; i++)
    {
      const char *id = sotay_record_get (records->pdata[i], SOTAY_ATTENDANCE_SESSION_ID);
      Count *count = g_hash_table_lookup (self->counts, id);

      count->listed++;
      count->there += sotay_attendance_counts (records->pdata[i]);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
ask_cb (gpointer data)
{
  SotaySessionCounts *self = data;
  Asking *asking = g_new0 (Asking, 1);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  asking->counts = g_object_ref (self);
  asking->ids = g_steal_pointer (&self->wanted);
  asking->generation = self->generation;
  self->wanted = g_ptr_array_new_with_free_func (g_free);
  self->idle = 0;
  for (guint i = 0; i < asking->ids->len; i++)
    g_ptr_array_add (values, asking->ids->pdata[i]);
  g_ptr_array_add (values, NULL);
  sotay_store_list_records_async (self->store, SOTAY_RECORD_ATTENDANCE, SOTAY_ATTENDANCE_SESSION_ID,
                                  (const char *const *) values->pdata, NULL, counted_cb, asking);
  return G_SOURCE_REMOVE;
}

static void
want (SotaySessionCounts *self, const char *id)
{
  if (self->store == NULL || g_ptr_array_find_with_equal_func (self->wanted, id, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->wanted, g_strdup (id));
  if (self->idle == 0)
    self->idle = g_idle_add (ask_cb, self);
}

static void
sotay_session_counts_dispose (GObject *object)
{
  SotaySessionCounts *self = SOTAY_SESSION_COUNTS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  G_OBJECT_CLASS (sotay_session_counts_parent_class)->dispose (object);
}

static void
sotay_session_counts_class_init (SotaySessionCountsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = sotay_session_counts_dispose;
  signals[CHANGED] = g_signal_new ("changed", SOTAY_TYPE_SESSION_COUNTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
sotay_session_counts_init (SotaySessionCounts *self)
{
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->wanted = g_ptr_array_new_with_free_func (g_free);
}

SotaySessionCounts *
sotay_session_counts_new (SotayStore *store)
{
  SotaySessionCounts *self = g_object_new (SOTAY_TYPE_SESSION_COUNTS, NULL);

  g_set_object (&self->store, store);
  return self;
}

char *
sotay_session_counts_dup_text (SotaySessionCounts *self, SotayRecord *session)
{
  const char *id = sotay_record_get_id (session);
  Count *count = g_hash_table_lookup (self->counts, id);
  g_autofree char *there = NULL;
  g_autofree char *listed = NULL;

  if (count == NULL || count->generation != self->generation)
    want (self, id);
  if (count == NULL)
    return NULL;
  there = sotay_number_format (count->there);
  listed = sotay_number_format (count->listed);
  return g_strdup_printf ("%s/%s", there, listed);
}

void
sotay_session_counts_outdate (SotaySessionCounts *self)
{
  self->generation++;
}
