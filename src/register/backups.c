/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/backups.h"

#include "core/dates.h"
#include "core/paths.h"
#include "register/register-error.h"

#include <glib/gstdio.h>

/* A file of this age that is still not complete is left over from a program that was killed. */
#define FORGOTTEN_SECONDS (60 * 60)

struct _SotayBackups
{
  GObject parent_instance;
  SotayStore *store;
  char *folder;
  GMainContext *context;
  gint done_day; /* atomic: the Julian day whose backup is made, or was tried */
};

/* What an asynchronous operation was asked with. */
typedef struct
{
  SotayBackupCause cause;
  char *id;
  const SotayAdvance *advance;
} Request;

typedef struct
{
  SotayBackups *backups;
  GError *error;
} Failure;

G_DEFINE_FINAL_TYPE (SotayBackups, sotay_backups, G_TYPE_OBJECT)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
request_free (Request *request)
{
  g_free (request->id);
  g_free (request);
}

static void
failure_free (gpointer data)
{
  Failure *failure = data;

  g_object_unref (failure->backups);
  g_error_free (failure->error);
  g_free (failure);
}

static gboolean
emit_failed_cb (gpointer data)
{
  Failure *failure = data;

  g_signal_emit (failure->backups, signals[SIGNAL_FAILED], 0, failure->error);
  return G_SOURCE_REMOVE;
}

/* At once in the thread of the main context: a command that ends soon has no main loop. */
static void
say_failed (SotayBackups *self, const GError *reason)
{
  Failure *failure = g_new0 (Failure, 1);

  failure->backups = g_object_ref (self);
  failure->error = g_error_new_literal (SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_BACKUP_SKIPPED, reason->message);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, emit_failed_cb, failure, failure_free);
}

static void
remove_if_forgotten (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) == 0 && g_get_real_time () / G_USEC_PER_SEC - info.st_mtime > FORGOTTEN_SECONDS)
    g_unlink (path);
}

/* Newest first. A folder that is not there yet holds none. */
static GPtrArray *
read_folder (SotayBackups *self)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      SotayBackup *backup = sotay_backup_new (path);

      if (backup != NULL)
        g_ptr_array_add (found, backup);
      else if (g_str_has_prefix (name, SOTAY_BACKUP_UNFINISHED))
        remove_if_forgotten (path);
    }
  return found;
}

static gint
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (sotay_backup_get_id (*(SotayBackup *const *) b), sotay_backup_get_id (*(SotayBackup *const *) a));
}

/* @made is whole and stays, whatever the clock says. */
static void
remove_old (SotayBackups *self, SotayBackup *made)
{
  g_autoptr (GPtrArray) all = read_folder (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) old = NULL;

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (ids, (gpointer) sotay_backup_get_id (all->pdata[i]));
  old = sotay_backup_choose_old (ids);
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = sotay_backup_get_id (all->pdata[i]);
      const char *path = sotay_backup_get_path (all->pdata[i]);
      g_autofree char *log = g_strconcat (path, "-wal", NULL); /* beside a damaged one */

      if (!g_ptr_array_find (old, id, NULL) || g_str_equal (id, sotay_backup_get_id (made)))
        continue;
      g_unlink (path);
      g_unlink (log);
    }
}

/* Whether the backup was found; what is inside is kept with it. */
static gboolean
look_inside (SotayBackups *self, SotayBackup *backup, SotayLook look, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  SotayContents *contents = sotay_store_look_inside (self->store, sotay_backup_get_path (backup), look,
                                                     cancellable, &failure);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  sotay_backup_set_contents (backup, contents, failure);
  return TRUE;
}

static gboolean
make_folder (SotayBackups *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  SotayRegisterError code = SOTAY_REGISTER_ERROR_READ_ONLY;

  if (sotay_paths_make_private (self->folder, &failure))
    return TRUE;
  if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    code = SOTAY_REGISTER_ERROR_DISK_FULL;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, (int) code, failure->message);
  return FALSE;
}

static SotayBackup *
copy (SotayBackups *self, SotayBackupCause cause, const SotayAdvance *advance, GCancellable *cancellable,
      GError **error)
{
  g_autofree char *path = NULL;

  if (!make_folder (self, error))
    return NULL;
  path = sotay_backup_make_path (self->folder, cause);
  if (!sotay_store_copy_to (self->store, path, advance, cancellable, error))
    return NULL;
  return sotay_backup_new (path);
}

/* A new register has nothing to lose. An error is found again, and told, by the change itself. */
static gboolean
has_something_to_lose (SotayBackups *self)
{
  g_autoptr (GPtrArray) steps = sotay_store_list_steps (self->store, 1, NULL, NULL);

  return steps != NULL && steps->len > 0;
}

static gboolean
has_backup_of_today (SotayBackups *self)
{
  g_autoptr (GPtrArray) all = read_folder (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y%m%d-");

  for (guint i = 0; i < all->len; i++)
    if (g_str_has_prefix (sotay_backup_get_id (all->pdata[i]), today)
        && sotay_backup_get_cause (all->pdata[i]) != SOTAY_BACKUP_DAMAGED)
      return TRUE;
  return FALSE;
}

static void
make_daily (SotayBackups *self)
{
  GDate today = sotay_date_today ();
  gint day = (gint) g_date_get_julian (&today);
  g_autoptr (SotayBackup) made = NULL;
  g_autoptr (GError) error = NULL;

  if (g_atomic_int_get (&self->done_day) == day || !has_something_to_lose (self))
    return;
  g_atomic_int_set (&self->done_day, day);
  if (has_backup_of_today (self))
    return;
  made = sotay_backups_make (self, SOTAY_BACKUP_DAILY, NULL, NULL, &error);
  if (made == NULL)
    say_failed (self, error);
}

static gboolean
make_before_import (SotayBackups *self, GError **error)
{
  g_autoptr (SotayBackup) made = NULL;
  g_autoptr (GError) failure = NULL;

  if (!has_something_to_lose (self))
    return TRUE;
  made = sotay_backups_make (self, SOTAY_BACKUP_BEFORE_IMPORT, NULL, NULL, &failure);
  if (made == NULL)
    g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NO_BACKUP, failure->message);
  return made != NULL;
}

/* Without effect when the backups are gone: the last change of a program that ends may still be on its way. */
static gboolean
guard (SotayStore *store, SotayStep *step, gpointer data, GError **error)
{
  g_autoptr (SotayBackups) self = g_weak_ref_get (data);

  if (self == NULL)
    return TRUE;
  if (step != NULL && sotay_step_get_kind (step) == SOTAY_STEP_IMPORT_STAFF)
    return make_before_import (self, error);
  make_daily (self);
  return TRUE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static SotayBackup *
find (SotayBackups *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) all = read_folder (self);

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (sotay_backup_get_id (all->pdata[i]), id))
      return g_object_ref (all->pdata[i]);
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_BACKUP_MISSING, id);
  return NULL;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *all = sotay_backups_list (source, SOTAY_LOOK_CONTENTS, cancellable, &error);

  if (all != NULL)
    g_task_return_pointer (task, all, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
return_backup (GTask *task, SotayBackup *backup, GError *error)
{
  if (backup != NULL)
    g_task_return_pointer (task, backup, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  SotayBackup *backup = sotay_backups_make (source, request->cause, request->advance, cancellable, &error);

  return_backup (task, backup, error);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  SotayBackup *backup = sotay_backups_restore (source, request->id, request->advance, cancellable, &error);

  return_backup (task, backup, error);
}

static void
run (SotayBackups *self, gpointer tag, Request *request, GTaskThreadFunc func, GCancellable *cancellable,
     GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, func);
}

static void
sotay_backups_finalize (GObject *object)
{
  SotayBackups *self = SOTAY_BACKUPS (object);

  g_object_unref (self->store);
  g_main_context_unref (self->context);
  g_free (self->folder);
  G_OBJECT_CLASS (sotay_backups_parent_class)->finalize (object);
}

static void
sotay_backups_class_init (SotayBackupsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = sotay_backups_finalize;
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SOTAY_TYPE_BACKUPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sotay_backups_init (SotayBackups *self)
{
  self->context = g_main_context_ref_thread_default ();
}

SotayBackups *
sotay_backups_new (SotayStore *store, const char *folder)
{
  SotayBackups *self = g_object_new (SOTAY_TYPE_BACKUPS, NULL);
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  self->store = g_object_ref (store);
  self->folder = g_strdup (folder);
  g_weak_ref_init (weak, self);
  sotay_store_set_guard (store, guard, weak, free_weak_ref);
  return self;
}

GPtrArray *
sotay_backups_list (SotayBackups *self, SotayLook look, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) all = read_folder (self);

  g_ptr_array_sort (all, compare_newest_first);
  for (guint i = 0; i < all->len; i++)
    if (!look_inside (self, all->pdata[i], look, cancellable, error))
      return NULL;
  return g_steal_pointer (&all);
}

void
sotay_backups_list_async (SotayBackups *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  run (self, sotay_backups_list_async, g_new0 (Request, 1), list_in_thread, cancellable, callback, data);
}

GPtrArray *
sotay_backups_list_finish (SotayBackups *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SotayBackup *
sotay_backups_make (SotayBackups *self, SotayBackupCause cause, const SotayAdvance *advance,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayBackup) made = copy (self, cause, advance, cancellable, error);

  if (made == NULL)
    return NULL;
  if (!look_inside (self, made, SOTAY_LOOK_PAGES, cancellable, error))
    {
      g_unlink (sotay_backup_get_path (made));
      return NULL;
    }
  if (sotay_backup_get_contents (made) == NULL)
    {
      const GError *problem = sotay_backup_get_problem (made);
      gboolean unread = g_error_matches (problem, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_DISK_FAILED);

      /* What was copied faithfully and is not whole was not whole before. */
      g_set_error_literal (error, SOTAY_REGISTER_ERROR,
                           unread ? SOTAY_REGISTER_ERROR_DISK_FAILED : SOTAY_REGISTER_ERROR_CORRUPT, problem->message);
      g_unlink (sotay_backup_get_path (made));
      return NULL;
    }
  remove_old (self, made);
  return g_steal_pointer (&made);
}

void
sotay_backups_make_async (SotayBackups *self, SotayBackupCause cause, const SotayAdvance *advance,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->cause = cause;
  request->advance = advance;
  run (self, sotay_backups_make_async, request, make_in_thread, cancellable, callback, data);
}

SotayBackup *
sotay_backups_make_finish (SotayBackups *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SotayBackup *
sotay_backups_restore (SotayBackups *self, const char *id, const SotayAdvance *advance, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (SotayBackup) chosen = find (self, id, error);
  g_autoptr (SotayBackup) before = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (GError) failure = NULL;

  if (chosen == NULL)
    return NULL;
  /* Not looked through: also what is half damaged is kept as it is. */
  before = copy (self, SOTAY_BACKUP_BEFORE_RESTORE, NULL, cancellable, &failure);
  if (before == NULL && !g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT)
      && !g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_DISK_FAILED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  aside = sotay_backup_make_path (self->folder, SOTAY_BACKUP_DAMAGED);
  if (!sotay_store_restore (self->store, sotay_backup_get_path (chosen), aside, advance, cancellable, error))
    {
      if (before != NULL)
        g_unlink (sotay_backup_get_path (before));
      return NULL;
    }
  return before != NULL ? g_steal_pointer (&before) : sotay_backup_new (aside);
}

void
sotay_backups_restore_async (SotayBackups *self, const char *id, const SotayAdvance *advance,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->id = g_strdup (id);
  request->advance = advance;
  run (self, sotay_backups_restore_async, request, restore_in_thread, cancellable, callback, data);
}

SotayBackup *
sotay_backups_restore_finish (SotayBackups *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SotayStore *
sotay_backups_get_store (SotayBackups *self)
{
  return self->store;
}

const char *
sotay_backups_get_folder (SotayBackups *self)
{
  return self->folder;
}
