/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/practice-cache.h"

#include "register/practice.h"

#define MOST_PEOPLE 4000 /* kept; of more, all are forgotten and those in view asked for again */

typedef struct
{
  SotayRecord *marks[SOTAY_N_UTILITIES];
  guint generation;
} Marks;

struct _SotayPracticeCache
{
  GObject parent_instance;

  SotayStore *store;
  GHashTable *people; /* staff id → Marks */
  GHashTable *wanted; /* ids to ask for in the next turn of the main loop */
  GHashTable *asked;  /* ids that were asked for and not answered yet */
  guint idle;
  guint generation;
};

typedef struct
{
  SotayPracticeCache *cache;
  GHashTable *ids;
  guint generation;
} Asking;

G_DEFINE_FINAL_TYPE (SotayPracticeCache, sotay_practice_cache, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
marks_free (gpointer data)
{
  Marks *marks = data;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    g_clear_object (&marks->marks[i]);
  g_free (marks);
}

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->cache);
  g_hash_table_unref (asking->ids);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
keep (SotayPracticeCache *self, SotayRecord *record)
{
  Marks *marks = g_hash_table_lookup (self->people, sotay_record_get (record, SOTAY_PRACTICE_STAFF_ID));
  guint set;

  if (marks != NULL && sotay_utilities_parse (sotay_record_get (record, SOTAY_PRACTICE_UTILITY), &set))
    g_set_object (&marks->marks[g_bit_nth_lsf (set, -1)], record);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  SotayPracticeCache *self = asking->cache;
  g_autoptr (GPtrArray) records = sotay_store_list_records_finish (SOTAY_STORE (source), result, NULL);
  GHashTableIter iter;
  gpointer id;

  if (self->store == NULL || asking->generation != self->generation)
    return;
  g_hash_table_iter_init (&iter, asking->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      Marks *marks = g_new0 (Marks, 1);

      g_hash_table_remove (self->asked, id);
      marks->generation = self->generation;
      if (records != NULL)
        g_hash_table_replace (self->people, g_strdup (id), marks);
      else
        marks_free (marks);
    }
  for (guint i = 0; records != NULL && i < records->len; i++)
    keep (self, records->pdata[i]);
  if (records != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
ask_cb (gpointer data)
{
  SotayPracticeCache *self = data;
  Asking *asking = g_new0 (Asking, 1);
  g_autofree gpointer *values = NULL;
  GHashTableIter iter;
  gpointer id;

  self->idle = 0;
  asking->cache = g_object_ref (self);
  asking->ids = g_steal_pointer (&self->wanted);
  asking->generation = self->generation;
  self->wanted = new_set ();
  g_hash_table_iter_init (&iter, asking->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (self->asked, g_strdup (id));
  values = g_hash_table_get_keys_as_array (asking->ids, NULL); /* ends with NULL */
  sotay_store_list_records_async (self->store, SOTAY_RECORD_PRACTICE, SOTAY_PRACTICE_STAFF_ID,
                                  (const char *const *) values, NULL, answered_cb, asking);
  return G_SOURCE_REMOVE;
}

static void
want (SotayPracticeCache *self, const char *id)
{
  if (self->store == NULL || g_hash_table_contains (self->asked, id) || !g_hash_table_add (self->wanted, g_strdup (id)))
    return;
  if (self->idle == 0)
    self->idle = g_idle_add (ask_cb, self);
}

static void
sotay_practice_cache_dispose (GObject *object)
{
  SotayPracticeCache *self = SOTAY_PRACTICE_CACHE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (sotay_practice_cache_parent_class)->dispose (object);
}

static void
sotay_practice_cache_finalize (GObject *object)
{
  SotayPracticeCache *self = SOTAY_PRACTICE_CACHE (object);

  g_hash_table_unref (self->people);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->asked);
  G_OBJECT_CLASS (sotay_practice_cache_parent_class)->finalize (object);
}

static void
sotay_practice_cache_class_init (SotayPracticeCacheClass *class)
{
  G_OBJECT_CLASS (class)->dispose = sotay_practice_cache_dispose;
  G_OBJECT_CLASS (class)->finalize = sotay_practice_cache_finalize;
  signals[CHANGED] = g_signal_new ("changed", SOTAY_TYPE_PRACTICE_CACHE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
sotay_practice_cache_init (SotayPracticeCache *self)
{
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, marks_free);
  self->wanted = new_set ();
  self->asked = new_set ();
}

SotayPracticeCache *
sotay_practice_cache_new (SotayStore *store)
{
  SotayPracticeCache *self = g_object_new (SOTAY_TYPE_PRACTICE_CACHE, NULL);

  g_set_object (&self->store, store);
  return self;
}

SotayRecord *const *
sotay_practice_cache_look_up (SotayPracticeCache *self, const char *staff_id)
{
  Marks *marks;

  if (g_hash_table_size (self->people) > MOST_PEOPLE)
    g_hash_table_remove_all (self->people);
  marks = g_hash_table_lookup (self->people, staff_id);
  if (marks == NULL || marks->generation != self->generation)
    want (self, staff_id);
  return marks != NULL ? marks->marks : NULL;
}

int
sotay_practice_level (SotayRecord *mark)
{
  SotayPracticeLevel level;

  if (mark == NULL || !sotay_practice_level_from_string (sotay_record_get (mark, SOTAY_PRACTICE_LEVEL), &level))
    return -1;
  return (int) level;
}

void
sotay_practice_cache_outdate (SotayPracticeCache *self)
{
  self->generation++;
  g_hash_table_remove_all (self->asked);
}
