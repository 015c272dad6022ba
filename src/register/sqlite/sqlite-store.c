/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/sqlite-store.h"

#include "register/register-error.h"
#include "register/sqlite/anonymise.h"
#include "register/sqlite/checkpoints.h"
#include "register/sqlite/copy.h"
#include "register/sqlite/log.h"
#include "register/sqlite/location.h"
#include "register/sqlite/queries.h"
#include "register/sqlite/records.h"
#include "register/sqlite/restore.h"
#include "register/sqlite/schema.h"
#include "register/sqlite/standings.h"
#include "register/sqlite/trend.h"
#include "register/sqlite/windows.h"
#include "sotay-sql-resources.h"

#include <glib/gstdio.h>

/* How often SQLite asks whether to go on, in steps of its virtual machine. */
#define STEPS_BETWEEN_QUESTIONS 1000
/* A write touches the files several times: look once when they have settled. */
#define SETTLE_MILLISECONDS 100

struct _SotaySqliteStore
{
  SotayStore parent_instance;
  char *path;
  char *backups;       /* the folder where a copy is kept before a migration, or NULL */
  SotaySqliteLocation *place; /* held while the file is open */
  GStatBuf opened;     /* the file that is open */
  sqlite3 *db;         /* NULL until the first use, and after a failure that it may not survive */
  SotayWindows *windows;
  SotayCheckpoints *checkpoints;
  gint64 data_version; /* changes when another connection has written */
  gboolean watching;   /* the rest belongs to the store's main context */
  GFileMonitor *monitor;
  GSource *settling;
};

G_DEFINE_FINAL_TYPE (SotaySqliteStore, sotay_sqlite_store, SOTAY_TYPE_STORE)

static int
was_cancelled_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Attaches @source to the store's main context; it must not keep the store alive. */
static void
attach (SotaySqliteStore *self, GSource *source, GSourceFunc func)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  g_source_set_callback (source, func, weak, free_weak_ref);
  g_source_attach (source, sotay_store_get_context (SOTAY_STORE (self)));
}

static gboolean
settled_cb (gpointer data)
{
  g_autoptr (SotaySqliteStore) self = g_weak_ref_get (data);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  g_clear_pointer (&self->settling, g_source_unref);
  sotay_store_look_for_changes (SOTAY_STORE (self));
  return G_SOURCE_REMOVE;
}

static void
files_changed_cb (SotaySqliteStore *self)
{
  if (self->settling != NULL)
    return;
  self->settling = g_timeout_source_new (SETTLE_MILLISECONDS);
  attach (self, self->settling, settled_cb);
}

static gboolean
watch_cb (gpointer data)
{
  g_autoptr (SotaySqliteStore) self = g_weak_ref_get (data);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) folder = NULL;

  if (self == NULL)
    return G_SOURCE_REMOVE;
  file = g_file_new_for_path (self->path);
  folder = g_file_get_parent (file);
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor == NULL)
    return G_SOURCE_REMOVE;
  g_file_monitor_set_rate_limit (self->monitor, SETTLE_MILLISECONDS);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (files_changed_cb), self, G_CONNECT_SWAPPED);
  sotay_store_look_for_changes (SOTAY_STORE (self));
  return G_SOURCE_REMOVE;
}

/* Other programs' writes are watched for from the first use on, once the main context turns: a command that ends
 * before never starts it. */
static void
watch (SotaySqliteStore *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->watching)
    return;
  self->watching = TRUE;
  source = g_idle_source_new ();
  attach (self, source, watch_cb);
}

static void
close_database (SotaySqliteStore *self)
{
  g_clear_pointer (&self->windows, sotay_windows_free);
  sotay_checkpoints_watch (self->checkpoints, NULL);
  g_clear_pointer (&self->db, sqlite3_close);
}

static gboolean
open_database (SotaySqliteStore *self, GError **error)
{
  g_autoptr (sqlite3) db = sotay_sqlite_open (self->path, error);
  g_auto (SotaySqliteSeat) seat = { NULL };
  g_autoptr (SotaySqliteLocation) place = NULL;
  gboolean shared;

  if (db == NULL)
    return FALSE;
  sotay_sqlite_seat_find (&seat, self->path);
  place = sotay_sqlite_location_enter (self->path, &seat, error);
  if (place == NULL)
    return FALSE;
  shared = sotay_sqlite_location_is_shared (place);
  if (shared && !sotay_sqlite_avoid_sharing (db, error))
    return FALSE;
  if (!sotay_sqlite_prepare_schema (db, shared, self->backups, error))
    return FALSE;
  g_clear_pointer (&self->place, sotay_sqlite_location_leave);
  self->place = g_steal_pointer (&place);
  if (g_stat (self->path, &self->opened) != 0)
    memset (&self->opened, 0, sizeof self->opened);
  self->data_version = sotay_sqlite_read_number (db, "PRAGMA data_version", NULL);
  self->db = g_steal_pointer (&db);
  self->windows = sotay_windows_new (self->db);
  sotay_checkpoints_watch (self->checkpoints, self->db);
  watch (self);
  return TRUE;
}

/* Whether another file stands in the place of the open one, or none. */
static gboolean
was_replaced (SotaySqliteStore *self)
{
  GStatBuf info;

  return g_stat (self->path, &info) != 0 || info.st_dev != self->opened.st_dev
         || info.st_ino != self->opened.st_ino;
}

/* The log that is open goes into the file that was moved away, so that it is whole wherever it is now, and is not
 * played into the one that stands here; whose files beside it closing must not touch. */
static void
let_go (SotaySqliteStore *self)
{
  sotay_sqlite_execute (self->db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  close_database (self);
}

/* Every operation stands between enter() and leave(). */
static sqlite3 *
enter (SotayStore *store, GCancellable *cancellable, GError **error)
{
  SotaySqliteStore *self = SOTAY_SQLITE_STORE (store);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (self->db != NULL && was_replaced (self))
    let_go (self);
  if (self->db != NULL && !sotay_sqlite_location_is_held (self->place))
    close_database (self);
  if (self->db == NULL && !open_database (self, error))
    return NULL;
  if (cancellable != NULL)
    sqlite3_progress_handler (self->db, STEPS_BETWEEN_QUESTIONS, was_cancelled_cb, cancellable);
  return self->db;
}

/* Passes @failure on. After one that says something is wrong with the file, the next operation opens it anew. */
static void
leave (SotayStore *store, GError *failure, GError **error)
{
  SotaySqliteStore *self = SOTAY_SQLITE_STORE (store);

  if (self->db != NULL)
    sqlite3_progress_handler (self->db, 0, NULL, NULL);
  if (failure == NULL)
    return;
  if (g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT)
      || g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_DISK_FAILED)
      || g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_READ_ONLY)
      || g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_STORE))
    close_database (self);
  g_propagate_error (error, failure);
}

static gpointer
leave_with (SotayStore *store, gpointer result, GError **failure, GError **error)
{
  leave (store, *failure, error);
  return result;
}

static gboolean
sotay_sqlite_store_apply (SotayStore *store, SotayStep *step, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);
  gboolean done = db != NULL && sotay_sqlite_log_apply (db, step, cancellable, &failure);

  leave (store, failure, error);
  return done;
}

static SotayStep *
sotay_sqlite_store_undo (SotayStore *store, gint64 expected, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_log_undo (db, expected, cancellable, &failure) : NULL,
                     &failure, error);
}

static SotayStep *
sotay_sqlite_store_redo (SotayStore *store, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_log_redo (db, cancellable, &failure) : NULL, &failure, error);
}

static gboolean
sotay_sqlite_store_mark_log (SotayStore *store, SotayMarkScope scope, SotayLogMark *mark, GCancellable *cancellable,
                             GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);
  gboolean done = db != NULL && sotay_sqlite_log_mark (db, scope, mark, &failure);

  leave (store, failure, error);
  return done;
}

static GPtrArray *
sotay_sqlite_store_list_steps (SotayStore *store, guint limit, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_log_list (db, limit, &failure) : NULL, &failure, error);
}

static SotayStep *
sotay_sqlite_store_get_step (SotayStore *store, gint64 number, guint limit, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_log_get (db, number, limit, &failure) : NULL, &failure, error);
}

static GPtrArray *
sotay_sqlite_store_list_units (SotayStore *store, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_list_units (db, &failure) : NULL, &failure, error);
}

static gint64
sotay_sqlite_store_count_staff (SotayStore *store, SotayStaffQuery *query, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  gint64 count = -1;

  if (enter (store, cancellable, &failure) != NULL)
    count = sotay_windows_count (SOTAY_SQLITE_STORE (store)->windows, query, &failure);
  leave (store, failure, error);
  return count;
}

static GPtrArray *
sotay_sqlite_store_list_staff (SotayStore *store, SotayStaffQuery *query, guint offset, guint limit,
                               GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  GPtrArray *staff = NULL;

  if (enter (store, cancellable, &failure) != NULL)
    staff = sotay_windows_list (SOTAY_SQLITE_STORE (store)->windows, query, offset, limit, &failure);
  leave (store, failure, error);
  return staff;
}

static GPtrArray *
sotay_sqlite_store_get_staff (SotayStore *store, const char *const *ids, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_get_staff (db, ids, &failure) : NULL, &failure, error);
}

static GPtrArray *
sotay_sqlite_store_list_records (SotayStore *store, SotayRecordKind kind, int field, const char *const *values,
                                 GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_list_records (db, kind, field, values, &failure) : NULL,
                     &failure, error);
}

static GPtrArray *
sotay_sqlite_store_list_history (SotayStore *store, const char *id, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_log_list_history (db, id, &failure) : NULL, &failure, error);
}

static GPtrArray *
sotay_sqlite_store_tally (SotayStore *store, const GDate *day, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_tally (db, day, &failure) : NULL, &failure, error);
}

static GArray *
sotay_sqlite_store_list_trend (SotayStore *store, const char *unit_id, const GDate *last, guint n_months,
                               GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_list_trend (db, unit_id, last, n_months, &failure) : NULL,
                     &failure, error);
}

static GPtrArray *
sotay_sqlite_store_list_unit_months (SotayStore *store, const GDate *last, guint n_months, GCancellable *cancellable,
                                     GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_list_unit_months (db, last, n_months, &failure) : NULL,
                     &failure, error);
}

static GPtrArray *
sotay_sqlite_store_sum_months (SotayStore *store, const char *unit_id, GArray *spans, GCancellable *cancellable,
                               GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_sum_months (db, unit_id, spans, &failure) : NULL,
                     &failure, error);
}

static SotayStaffStanding *
sotay_sqlite_store_explain_staff (SotayStore *store, const char *id, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);

  return leave_with (store, db != NULL ? sotay_sqlite_explain_staff (db, id, &failure) : NULL, &failure, error);
}

static gboolean
sotay_sqlite_store_anonymise_staff (SotayStore *store, const char *id, const char *name, GCancellable *cancellable,
                                    GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);
  gboolean done = db != NULL && sotay_sqlite_anonymise_staff (db, id, name, &failure);

  leave (store, failure, error);
  return done;
}

static char *
sotay_sqlite_store_check (SotayStore *store, GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);
  gboolean whole = db != NULL && sotay_sqlite_check_integrity (db, &failure)
                   && sotay_sqlite_check_standings (db, &failure);

  leave (store, failure, error);
  if (!whole)
    return NULL;
  return g_strdup_printf ("SQLite %s, schema %d, integrity ok", sqlite3_libversion (), sotay_sqlite_schema_version ());
}

static gboolean
sotay_sqlite_store_copy_to (SotayStore *store, const char *path, const SotayAdvance *advance,
                            GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;
  sqlite3 *db = enter (store, cancellable, &failure);
  gboolean done = db != NULL && sotay_sqlite_copy (db, path, advance, cancellable, &failure);

  leave (store, failure, error);
  return done;
}

/* @staged: the only connection to the file @staging; closed */
static gboolean
put_staged (SotaySqliteStore *self, sqlite3 *staged, const char *staging, const char *aside,
            const SotayAdvance *advance, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  sqlite3 *db = enter (SOTAY_STORE (self), cancellable, &failure);
  gboolean done = db != NULL && sotay_sqlite_replace_content (db, staged, advance, cancellable, &failure);

  /* Pages that were copied in count as changes of nobody. */
  if (done)
    {
      sotay_windows_free (self->windows);
      self->windows = sotay_windows_new (db);
    }
  leave (SOTAY_STORE (self), g_steal_pointer (&failure), &failure);
  sqlite3_close (staged);
  if (!done && (g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT)
                || g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_DISK_FAILED)))
    return sotay_sqlite_replace_file (self->path, staging, aside, error);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&failure));
  return done;
}

static gboolean
sotay_sqlite_store_restore (SotayStore *store, const char *path, const char *aside, const SotayAdvance *advance,
                            GCancellable *cancellable, GError **error)
{
  SotaySqliteStore *self = SOTAY_SQLITE_STORE (store);
  g_autofree char *staging = sotay_sqlite_dup_staging (aside);
  g_autofree char *log = g_strconcat (staging, "-wal", NULL);
  g_autofree char *index = g_strconcat (staging, "-shm", NULL);
  sqlite3 *staged = sotay_sqlite_stage_copy (path, staging, cancellable, error);
  gboolean done = staged != NULL && put_staged (self, staged, staging, aside, advance, cancellable, error);

  g_unlink (staging);
  g_unlink (log);
  g_unlink (index);
  return done;
}

static SotayContents *
sotay_sqlite_store_look_inside (SotayStore *store, const char *path, SotayLook look, GCancellable *cancellable,
                                GError **error)
{
  GError *failure = NULL;
  SotayContents *contents = NULL;
  sqlite3 *db;

  if (path != NULL)
    return sotay_sqlite_look_inside (path, look, cancellable, error);
  db = enter (store, cancellable, &failure);
  if (db != NULL)
    contents = sotay_sqlite_read_contents (db, look, &failure);
  leave (store, failure, error);
  return contents;
}

static gboolean
sotay_sqlite_store_was_changed (SotayStore *store)
{
  SotaySqliteStore *self = SOTAY_SQLITE_STORE (store);
  gint64 version;

  if (self->db == NULL)
    return FALSE;
  if (was_replaced (self))
    {
      let_go (self);
      return TRUE;
    }
  version = sotay_sqlite_read_number (self->db, "PRAGMA data_version", NULL);
  if (version < 0 || version == self->data_version)
    return FALSE;
  self->data_version = version;
  return TRUE;
}

static void
sotay_sqlite_store_dispose (GObject *object)
{
  SotaySqliteStore *self = SOTAY_SQLITE_STORE (object);

  if (self->settling != NULL)
    g_source_destroy (self->settling);
  g_clear_pointer (&self->settling, g_source_unref);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (sotay_sqlite_store_parent_class)->dispose (object);
}

static void
sotay_sqlite_store_finalize (GObject *object)
{
  SotaySqliteStore *self = SOTAY_SQLITE_STORE (object);

  if (self->db != NULL && was_replaced (self))
    let_go (self);
  close_database (self);
  sotay_checkpoints_free (self->checkpoints);
  g_clear_pointer (&self->place, sotay_sqlite_location_leave);
  g_free (self->path);
  g_free (self->backups);
  G_OBJECT_CLASS (sotay_sqlite_store_parent_class)->finalize (object);
}

static void
sotay_sqlite_store_class_init (SotaySqliteStoreClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  SotayStoreClass *store_class = SOTAY_STORE_CLASS (class);

  object_class->dispose = sotay_sqlite_store_dispose;
  object_class->finalize = sotay_sqlite_store_finalize;
  store_class->apply = sotay_sqlite_store_apply;
  store_class->undo = sotay_sqlite_store_undo;
  store_class->redo = sotay_sqlite_store_redo;
  store_class->mark_log = sotay_sqlite_store_mark_log;
  store_class->list_steps = sotay_sqlite_store_list_steps;
  store_class->get_step = sotay_sqlite_store_get_step;
  store_class->list_units = sotay_sqlite_store_list_units;
  store_class->count_staff = sotay_sqlite_store_count_staff;
  store_class->list_staff = sotay_sqlite_store_list_staff;
  store_class->get_staff = sotay_sqlite_store_get_staff;
  store_class->list_records = sotay_sqlite_store_list_records;
  store_class->list_history = sotay_sqlite_store_list_history;
  store_class->tally = sotay_sqlite_store_tally;
  store_class->list_trend = sotay_sqlite_store_list_trend;
  store_class->list_unit_months = sotay_sqlite_store_list_unit_months;
  store_class->sum_months = sotay_sqlite_store_sum_months;
  store_class->explain_staff = sotay_sqlite_store_explain_staff;
  store_class->anonymise_staff = sotay_sqlite_store_anonymise_staff;
  store_class->check = sotay_sqlite_store_check;
  store_class->copy_to = sotay_sqlite_store_copy_to;
  store_class->restore = sotay_sqlite_store_restore;
  store_class->look_inside = sotay_sqlite_store_look_inside;
  store_class->was_changed = sotay_sqlite_store_was_changed;
  sotay_sql_register_resource ();
}

static void
sotay_sqlite_store_init (SotaySqliteStore *self)
{
  self->checkpoints = sotay_checkpoints_new (SOTAY_STORE (self));
}

SotayStore *
sotay_sqlite_store_new (const char *path)
{
  SotaySqliteStore *store = g_object_new (SOTAY_TYPE_SQLITE_STORE, NULL);

  store->path = g_strdup (path);
  return SOTAY_STORE (store);
}

void
sotay_sqlite_store_set_backups (SotaySqliteStore *self, const char *folder)
{
  g_free (self->backups);
  self->backups = g_strdup (folder);
}
