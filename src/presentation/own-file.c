/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/own-file.h"

#include "core/paths.h"
#include "core/system.h"
#include "core/worker.h"
#include "guide/members.h"
#include "guide/small-file.h"

#define SECONDS_BEFORE_WRITING 1
#define LARGEST_FILE (16 * 1024 * 1024)
#define FORMAT 1
#define MOST_DAMAGED 1000

/* What the worker reads at first. */
typedef struct
{
  const char *path;
  GMutex mutex;
  GCond came;
  JsonObject *entries; /* NULL until it was read */
} Reading;

struct _SotayOwnFile
{
  GObject parent_instance;

  char *path;
  Reading reading;
  gboolean loaded;
  GHashTable *changes; /* key → its new value as JSON, or NULL for removed; what the file does not have yet */
  gboolean writing;
  guint timeout;
  SotayWorker *worker;
};

/* What a worker puts into the file. */
typedef struct
{
  char *path;
  GHashTable *changes;
} Job;

enum
{
  LOADED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayOwnFile, sotay_own_file, G_TYPE_OBJECT)

static void plan_to_write (SotayOwnFile *self);

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_hash_table_unref (job->changes);
  g_free (job);
}

static GHashTable *
new_changes (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

JsonObject *
sotay_own_file_parse (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = sotay_members_parse (parser, text, length);
  JsonNode *entries = root != NULL ? json_object_get_member (root, "entries") : NULL;

  if (entries == NULL || !JSON_NODE_HOLDS_OBJECT (entries) || sotay_members_get_int (root, "format") != FORMAT)
    return NULL;
  return json_object_ref (json_node_get_object (entries));
}

/* A damaged file may be mended by somebody one day. */
static gboolean
set_aside (const char *path, GError **error)
{
  for (guint i = 1; i < MOST_DAMAGED; i++)
    {
      g_autofree char *aside = g_strdup_printf ("%s.damaged-%u", path, i);

      if (!g_file_test (aside, G_FILE_TEST_EXISTS))
        return sotay_system_rename (path, aside, error);
    }
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST, "%s: too many damaged files", path);
  return FALSE;
}

/* Returns NULL when a damaged file stands in the way. */
static JsonObject *
read_entries (const char *path, GError **error)
{
  gsize length = 0;
  g_autofree char *text = sotay_small_file_read (path, LARGEST_FILE, &length);
  JsonObject *entries = text != NULL ? sotay_own_file_parse (text, length) : NULL;

  if (entries != NULL)
    return entries;
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !set_aside (path, error))
    return NULL;
  return json_object_new ();
}

static void
apply (JsonObject *entries, GHashTable *changes)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value != NULL)
      json_object_set_member (entries, key, json_from_string (value, NULL));
    else if (json_object_has_member (entries, key))
      json_object_remove_member (entries, key);
}

static char *
print_entries (JsonObject *entries)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  JsonObject *root = json_object_new ();

  json_object_set_int_member (root, "format", FORMAT);
  json_object_set_object_member (root, "entries", json_object_ref (entries));
  json_node_take_object (node, root);
  text = json_to_string (node, TRUE);
  /* json-glib takes half of a pair ("\\ud800") for a letter; such a text would not be read again. */
  return g_utf8_make_valid (text, -1);
}

static gboolean
do_job (Job *job, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (job->path);
  g_autoptr (JsonObject) entries = NULL;
  g_autofree char *text = NULL;

  if (!sotay_paths_make_private (folder, error))
    return FALSE;
  entries = read_entries (job->path, error);
  if (entries == NULL)
    return FALSE;
  apply (entries, job->changes);
  text = print_entries (entries);
  return sotay_small_file_write (job->path, text, error);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (do_job (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
put_back (SotayOwnFile *self, Job *job)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, job->changes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!g_hash_table_contains (self->changes, key))
      g_hash_table_insert (self->changes, g_strdup (key), g_strdup (value));
}

/* The worker's tasks must not keep the file alive: what is left is written when it is disposed. */
static gpointer
new_weak (SotayOwnFile *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

static SotayOwnFile *
take_strong (gpointer data)
{
  g_autofree GWeakRef *weak = data;
  SotayOwnFile *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  return self;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayOwnFile) self = take_strong (data);
  g_autoptr (GError) error = NULL;

  if (self == NULL)
    return;
  self->writing = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      put_back (self, g_task_get_task_data (G_TASK (result)));
      g_signal_emit (self, signals[FAILED], 0, error);
    }
  else if (g_hash_table_size (self->changes) > 0)
    plan_to_write (self);
}

static Job *
take_job (SotayOwnFile *self)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (self->path);
  job->changes = self->changes;
  self->changes = new_changes ();
  return job;
}

static gboolean
write_cb (gpointer data)
{
  SotayOwnFile *self = data;
  GTask *task = g_task_new (NULL, NULL, written_cb, new_weak (self));

  g_task_set_source_tag (task, write_cb);
  g_task_set_task_data (task, take_job (self), job_free);
  self->timeout = 0;
  self->writing = TRUE;
  sotay_worker_push (self->worker, task, write_in_thread);
  return G_SOURCE_REMOVE;
}

static void
plan_to_write (SotayOwnFile *self)
{
  if (self->timeout == 0 && !self->writing)
    self->timeout = g_timeout_add_seconds (SECONDS_BEFORE_WRITING, write_cb, self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  JsonObject *entries = read_entries (reading->path, &error);

  /* Writing will meet it again, and fail: nothing is lost. */
  if (entries == NULL)
    g_debug ("%s: %s", reading->path, error->message);
  g_mutex_lock (&reading->mutex);
  reading->entries = entries != NULL ? entries : json_object_new ();
  g_cond_signal (&reading->came);
  g_mutex_unlock (&reading->mutex);
  g_task_return_boolean (task, TRUE);
}

static void
tell_loaded (SotayOwnFile *self)
{
  if (self->loaded)
    return;
  self->loaded = TRUE;
  g_signal_emit (self, signals[LOADED], 0, self->reading.entries);
  json_object_unref (self->reading.entries);
  self->reading.entries = NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayOwnFile) self = take_strong (data);

  if (self != NULL)
    tell_loaded (self);
}

static void
sotay_own_file_dispose (GObject *object)
{
  SotayOwnFile *self = SOTAY_OWN_FILE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->worker, sotay_worker_free);
  /* On this thread: the program may be about to end. */
  if (g_hash_table_size (self->changes) > 0)
    {
      Job *job = take_job (self);
      g_autoptr (GError) error = NULL;

      if (!do_job (job, &error))
        g_debug ("%s: %s", self->path, error->message);
      job_free (job);
    }
  G_OBJECT_CLASS (sotay_own_file_parent_class)->dispose (object);
}

static void
sotay_own_file_finalize (GObject *object)
{
  SotayOwnFile *self = SOTAY_OWN_FILE (object);

  g_clear_pointer (&self->reading.entries, json_object_unref);
  g_mutex_clear (&self->reading.mutex);
  g_cond_clear (&self->reading.came);
  g_free (self->path);
  g_hash_table_unref (self->changes);
  G_OBJECT_CLASS (sotay_own_file_parent_class)->finalize (object);
}

static void
sotay_own_file_class_init (SotayOwnFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sotay_own_file_dispose;
  object_class->finalize = sotay_own_file_finalize;
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, JSON_TYPE_OBJECT);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sotay_own_file_init (SotayOwnFile *self)
{
  self->changes = new_changes ();
  self->worker = sotay_worker_new ();
  g_mutex_init (&self->reading.mutex);
  g_cond_init (&self->reading.came);
}

SotayOwnFile *
sotay_own_file_new (const char *path)
{
  SotayOwnFile *self = g_object_new (SOTAY_TYPE_OWN_FILE, NULL);
  GTask *task = g_task_new (NULL, NULL, read_cb, new_weak (self));

  self->path = g_strdup (path);
  self->reading.path = self->path;
  g_task_set_source_tag (task, sotay_own_file_new);
  g_task_set_task_data (task, &self->reading, NULL);
  sotay_worker_push (self->worker, task, read_in_thread);
  return self;
}

void
sotay_own_file_wait (SotayOwnFile *self)
{
  if (self->loaded)
    return;
  g_mutex_lock (&self->reading.mutex);
  while (self->reading.entries == NULL)
    g_cond_wait (&self->reading.came, &self->reading.mutex);
  g_mutex_unlock (&self->reading.mutex);
  tell_loaded (self);
}

void
sotay_own_file_set (SotayOwnFile *self, const char *key, JsonNode *value)
{
  g_autoptr (JsonNode) owned = value;

  g_return_if_fail (self->loaded);

  g_hash_table_insert (self->changes, g_strdup (key), owned != NULL ? json_to_string (owned, FALSE) : NULL);
  plan_to_write (self);
}
