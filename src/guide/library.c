/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/library.h"

#include "core/paths.h"
#include "guide/address.h"
#include "guide/download.h"
#include "guide/guide-error.h"
#include "guide/inspector.h"
#include "guide/manual-copy-private.h"
#include "guide/receive.h"
#include "guide/shelf.h"

#include <glib/gi18n-lib.h>

#include <glib/gstdio.h>

#define HELPER "sotay-document"
#define STALL_SECONDS 30
#define RELOAD_DELAY_MS 100
#define BLOCK_BYTES (256 * 1024)

struct _SotayGuideLibrary
{
  GObject parent_instance;

  char *folder;
  gint64 max_bytes;
  guint stall_seconds;
  SotayManualCopy *current;
  gboolean known;        /* whether current was read, even if there is none */
  GCancellable *reading; /* the read under way, or NULL */
  GFileMonitor *monitor;
  guint reload_source;
};

/* What one job needs on its thread; nothing of the library itself. */
typedef struct
{
  char *folder;
  char *address;
  GFile *file;
  SotayManualCopy *copy;
  gint64 max_bytes;
  guint stall_seconds;
  SotayMeter *meter;
} Job;

G_DEFINE_FINAL_TYPE (SotayGuideLibrary, sotay_guide_library, G_TYPE_OBJECT)

enum
{
  PROP_FOLDER = 1,
  PROP_MAX_BYTES,
  PROP_STALL_SECONDS,
  PROP_CURRENT,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
job_free (Job *job)
{
  g_free (job->folder);
  g_free (job->address);
  g_clear_object (&job->file);
  g_clear_object (&job->copy);
  g_clear_pointer (&job->meter, sotay_meter_free);
  g_free (job);
}

static Job *
job_new (SotayGuideLibrary *library)
{
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (library->folder);
  job->max_bytes = library->max_bytes;
  job->stall_seconds = library->stall_seconds;
  return job;
}

static void
set_current (SotayGuideLibrary *library, SotayManualCopy *copy)
{
  if (library->known && sotay_manual_copy_equal (library->current, copy))
    return;
  library->known = TRUE;
  g_set_object (&library->current, copy);
  g_object_notify_by_pspec (G_OBJECT (library), properties[PROP_CURRENT]);
}

/* What a read under way brings would be older than what is known now. */
static void
forget_reading (SotayGuideLibrary *library)
{
  g_cancellable_cancel (library->reading);
  g_clear_object (&library->reading);
}

static void
read_on_thread (GTask *task, gpointer source, gpointer folder, GCancellable *cancellable)
{
  g_task_return_pointer (task, sotay_shelf_read_current (folder), g_object_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SotayGuideLibrary *library = SOTAY_GUIDE_LIBRARY (source);
  g_autoptr (SotayManualCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  copy = g_task_propagate_pointer (G_TASK (result), &error);
  if (error != NULL) /* forgotten */
    return;
  g_clear_object (&library->reading);
  set_current (library, copy);
}

static void
start_reading (SotayGuideLibrary *library)
{
  g_autoptr (GTask) task = NULL;

  forget_reading (library);
  library->reading = g_cancellable_new ();
  task = g_task_new (library, library->reading, read_cb, NULL);
  g_task_set_task_data (task, g_strdup (library->folder), g_free);
  g_task_run_in_thread (task, read_on_thread);
}

static gboolean
reload_cb (gpointer data)
{
  SotayGuideLibrary *library = data;

  library->reload_source = 0;
  start_reading (library);
  return G_SOURCE_REMOVE;
}

/* Another program made another copy current. A download of our own makes many events: only the small files count. */
static void
changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  SotayGuideLibrary *library = data;
  g_autofree char *name = g_file_get_basename (file);

  if (!g_str_has_prefix (name, SOTAY_PARTIAL_FILE_PREFIX) && library->reload_source == 0)
    library->reload_source = g_timeout_add (RELOAD_DELAY_MS, reload_cb, library);
}

static void
watch_folder (SotayGuideLibrary *library)
{
  g_autoptr (GFile) folder = g_file_new_for_path (library->folder);

  if (!sotay_paths_make_private (library->folder, NULL))
    return;
  library->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (library->monitor != NULL)
    g_signal_connect_object (library->monitor, "changed", G_CALLBACK (changed_cb), library, 0);
}

static SotayPartialFile *
start_file (Job *job, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (!sotay_paths_make_private (job->folder, &reason))
    {
      g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE, reason->message);
      return NULL;
    }
  sotay_partial_file_sweep (job->folder);
  return sotay_partial_file_new (job->folder, SOTAY_PARTIAL_FILE_PREFIX, 0600, error);
}

static SotayManualCopy *
verify_and_keep (Job *job, SotayPartialFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *helper = sotay_paths_helper (HELPER);
  guint pages = 0;

  if (!sotay_partial_file_close (file, error)
      || !sotay_inspector_run (helper, sotay_partial_file_get_path (file), &pages, cancellable, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return sotay_shelf_keep (job->folder, file, job->address, pages, error);
}

static SotayManualCopy *
download (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayPartialFile) file = start_file (job, error);
  SotayDownload request = { job->address, job->max_bytes, job->stall_seconds, job->meter };

  if (file == NULL || !sotay_download_run (&request, file, cancellable, error))
    return NULL;
  return verify_and_keep (job, file, cancellable, error);
}

/* Whatever the file's own system says, the person reads that a file could not be read. */
static GError *
name_file_error (GError *error)
{
  if (error->domain != SOTAY_GUIDE_ERROR && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      error->domain = SOTAY_GUIDE_ERROR;
      error->code = SOTAY_GUIDE_ERROR_FILE;
    }
  return error;
}

static SotayManualCopy *
import (Job *job, GCancellable *cancellable, GError **error)
{
  GError *reason = NULL;
  g_autoptr (SotayPartialFile) file = start_file (job, error);
  g_autoptr (GFileInputStream) stream = NULL;
  SotayReceiveTerms terms = { job->max_bytes, -1, NULL, NULL, NULL };

  if (file == NULL)
    return NULL;
  /* Opening a pipe would wait for ever. */
  if (g_file_query_file_type (job->file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE, _("%s is not a file"),
                   g_file_peek_path (job->file));
      return NULL;
    }
  stream = g_file_read (job->file, cancellable, &reason);
  if (stream == NULL || !sotay_guide_receive (G_INPUT_STREAM (stream), file, &terms, cancellable, &reason))
    {
      g_propagate_error (error, name_file_error (reason));
      return NULL;
    }
  return verify_and_keep (job, file, cancellable, error);
}

static void
fetch_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (SotayManualCopy) copy = NULL;
  GError *error = NULL;

  g_main_context_push_thread_default (context);
  copy = job->file != NULL ? import (job, cancellable, &error) : download (job, cancellable, &error);
  g_main_context_pop_thread_default (context);
  if (copy != NULL)
    g_task_return_pointer (task, g_steal_pointer (&copy), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* On the main thread again: the library changes first, then the one who asked is told. */
static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SotayGuideLibrary *library = SOTAY_GUIDE_LIBRARY (source);
  g_autoptr (GTask) answer = data;
  g_autoptr (SotayManualCopy) copy = NULL;
  GError *error = NULL;

  copy = g_task_propagate_pointer (G_TASK (result), &error);
  if (copy == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }
  forget_reading (library);
  set_current (library, copy);
  g_task_return_pointer (answer, g_steal_pointer (&copy), g_object_unref);
}

static void
start_fetching (SotayGuideLibrary *library, GTask *answer, Job *job)
{
  g_autoptr (GTask) task = g_task_new (library, g_task_get_cancellable (answer), fetched_cb, g_object_ref (answer));

  /* When cancelled just after the copy became current, it is current all the same. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_check_cancellable (answer, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, fetch_on_thread);
}

static gboolean
copy_out (Job *job, GInputStream *stream, SotayPartialFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  gssize length;

  while ((length = g_input_stream_read (stream, block, BLOCK_BYTES, cancellable, error)) > 0)
    if (!sotay_partial_file_write (file, block, (gsize) length, error))
      return FALSE;
  if (length < 0 || !sotay_partial_file_close (file, error))
    return FALSE;
  if (g_str_equal (sotay_partial_file_get_sha256 (file), sotay_manual_copy_get_sha256 (job->copy)))
    return TRUE;
  g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_DAMAGED, "%s is not what was downloaded",
               sotay_manual_copy_get_path (job->copy));
  return FALSE;
}

static gboolean
export (Job *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *target = g_file_get_path (job->file);
  g_autofree char *folder = target != NULL ? g_path_get_dirname (target) : NULL;
  g_autoptr (GFile) source = g_file_new_for_path (sotay_manual_copy_get_path (job->copy));
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (SotayPartialFile) file = NULL;

  if (target == NULL)
    {
      g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE, "not a folder of this PC");
      return FALSE;
    }
  if (!sotay_paths_check_target (target, error))
    return FALSE;
  stream = g_file_read (source, cancellable, error);
  if (stream == NULL)
    return FALSE;
  /* Others read what is handed out: the usual permissions. */
  file = sotay_partial_file_new (folder, ".sotay-", 0666, error);
  return file != NULL && copy_out (job, G_INPUT_STREAM (stream), file, cancellable, error)
         && sotay_partial_file_keep (file, target, error);
}

static void
export_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  job->copy = sotay_shelf_read_current (job->folder);
  if (job->copy == NULL)
    g_task_return_new_error (task, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NO_COPY, "no copy");
  else if (export (job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, name_file_error (error));
}

static void
sotay_guide_library_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SotayGuideLibrary *library = SOTAY_GUIDE_LIBRARY (object);

  switch (id)
    {
    case PROP_CURRENT:
      g_value_set_object (value, sotay_guide_library_get_current (library));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_guide_library_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayGuideLibrary *library = SOTAY_GUIDE_LIBRARY (object);

  switch (id)
    {
    case PROP_FOLDER:
      library->folder = g_value_dup_string (value);
      break;
    case PROP_MAX_BYTES:
      library->max_bytes = g_value_get_int64 (value);
      break;
    case PROP_STALL_SECONDS:
      library->stall_seconds = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_guide_library_dispose (GObject *object)
{
  SotayGuideLibrary *library = SOTAY_GUIDE_LIBRARY (object);

  g_clear_handle_id (&library->reload_source, g_source_remove);
  forget_reading (library);
  g_clear_object (&library->monitor);
  g_clear_object (&library->current);
  g_clear_pointer (&library->folder, g_free);
  G_OBJECT_CLASS (sotay_guide_library_parent_class)->dispose (object);
}

static void
sotay_guide_library_class_init (SotayGuideLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sotay_guide_library_get_property;
  object_class->set_property = sotay_guide_library_set_property;
  object_class->dispose = sotay_guide_library_dispose;
  properties[PROP_FOLDER] = g_param_spec_string ("folder", NULL, NULL, NULL, given);
  properties[PROP_MAX_BYTES]
      = g_param_spec_int64 ("max-bytes", NULL, NULL, 1, G_MAXINT64, SOTAY_GUIDE_MAX_BYTES, given);
  properties[PROP_STALL_SECONDS]
      = g_param_spec_uint ("stall-seconds", NULL, NULL, 1, G_MAXUINT, STALL_SECONDS, given);
  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, SOTAY_TYPE_MANUAL_COPY,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
sotay_guide_library_init (SotayGuideLibrary *library)
{
}

SotayGuideLibrary *
sotay_guide_library_new (const char *folder)
{
  return g_object_new (SOTAY_TYPE_GUIDE_LIBRARY, "folder", folder, NULL);
}

SotayManualCopy *
sotay_guide_library_get_current (SotayGuideLibrary *library)
{
  g_return_val_if_fail (SOTAY_IS_GUIDE_LIBRARY (library), NULL);

  if (library->monitor == NULL)
    watch_folder (library);
  if (!library->known && library->reading == NULL)
    start_reading (library);
  return library->current;
}

gboolean
sotay_guide_library_is_known (SotayGuideLibrary *library)
{
  g_return_val_if_fail (SOTAY_IS_GUIDE_LIBRARY (library), FALSE);

  return library->known;
}

SotayManualCopy *
sotay_guide_library_read_current (SotayGuideLibrary *library)
{
  g_autoptr (SotayManualCopy) copy = NULL;

  g_return_val_if_fail (SOTAY_IS_GUIDE_LIBRARY (library), NULL);

  forget_reading (library);
  copy = sotay_shelf_read_current (library->folder);
  set_current (library, copy);
  return library->current;
}

void
sotay_guide_library_download_async (SotayGuideLibrary *library, const char *address, SotayGuideProgress progress,
                                    gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer data)
{
  g_autoptr (GTask) answer = g_task_new (library, cancellable, callback, data);
  Job *job = NULL;

  g_return_if_fail (SOTAY_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (address != NULL);

  g_task_set_source_tag (answer, sotay_guide_library_download_async);
  job = job_new (library);
  job->address = g_strdup (address);
  job->meter = sotay_meter_new (g_task_get_context (answer), progress, progress_data);
  start_fetching (library, answer, job);
}

SotayManualCopy *
sotay_guide_library_download_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_guide_library_download_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sotay_guide_library_import_async (SotayGuideLibrary *library, GFile *file, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) answer = g_task_new (library, cancellable, callback, data);
  Job *job = NULL;

  g_return_if_fail (SOTAY_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (answer, sotay_guide_library_import_async);
  job = job_new (library);
  job->file = g_object_ref (file);
  job->address = g_file_get_uri (file);
  start_fetching (library, answer, job);
}

SotayManualCopy *
sotay_guide_library_import_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_guide_library_import_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sotay_guide_library_export_async (SotayGuideLibrary *library, GFile *target, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, data);
  Job *job = NULL;

  g_return_if_fail (SOTAY_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (G_IS_FILE (target));

  g_task_set_source_tag (task, sotay_guide_library_export_async);
  g_task_set_check_cancellable (task, FALSE);
  job = job_new (library);
  job->file = g_object_ref (target);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, export_on_thread);
}

gboolean
sotay_guide_library_export_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_guide_library_export_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
