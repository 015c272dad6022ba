/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How copies come in: from the network and from files. */
#include "guide/library-private.h"

#include "core/paths.h"
#include "guide/copy-check.h"
#include "guide/guide-error.h"
#include "guide/helper-process.h"
#include "guide/inspector.h"
#include "guide/receive.h"
#include "guide/shelf.h"

#include <glib/gi18n-lib.h>

/* What one job needs on its thread. The terms are those of the library, which the task holds. */
typedef struct
{
  char *folder;
  char *address;
  GFile *file; /* NULL for a download */
  const SotayDownloadTerms *terms;
  SotayMeter *meter;
  gboolean modified;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_free (job->address);
  g_clear_object (&job->file);
  sotay_meter_free (job->meter);
  g_free (job);
}

static gboolean
prepare_folder (Job *job, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (!sotay_paths_make_private (job->folder, &reason))
    {
      g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE, reason->message);
      return FALSE;
    }
  sotay_shelf_sweep (job->folder);
  return TRUE;
}

/* When the PDF is not to blame, the next attempt need not fetch it again. */
static gboolean
is_blameless (const GError *error)
{
  return g_error_matches (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HELPER)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
verify (Job *job, SotayPartialFile *file, guint *pages, GCancellable *cancellable, GError **error)
{
  g_autofree char *helper = sotay_paths_helper (SOTAY_HELPER_NAME);
  gint64 bytes = sotay_partial_file_get_bytes (file);
  GError *reason = NULL;

  sotay_meter_start (job->meter, SOTAY_GUIDE_STAGE_CHECKING, bytes, bytes);
  if (sotay_partial_file_close (file, &reason)
      && sotay_inspector_run (helper, sotay_partial_file_get_path (file), pages, cancellable, &reason)
      && !g_cancellable_set_error_if_cancelled (cancellable, &reason))
    return TRUE;
  if (is_blameless (reason))
    sotay_partial_file_spare (file);
  g_propagate_error (error, reason);
  return FALSE;
}

static SotayManualCopy *
verify_and_keep (Job *job, SotayPartialFile *file, const SotayDownloadResult *result, GCancellable *cancellable,
                 GError **error)
{
  SotayManualFacts facts = { .address = job->address };

  if (!verify (job, file, &facts.pages, cancellable, error))
    return NULL;
  if (result != NULL)
    {
      facts.etag = result->etag;
      facts.last_modified = result->last_modified;
      facts.resumed_from = result->resumed_from;
    }
  return sotay_shelf_keep (job->folder, file, &facts, error);
}

/* The file that an earlier program began for this address; when it cannot be had, one of our own. */
static SotayPartialFile *
open_file (Job *job, GError **error)
{
  SotayPartialFile *file = sotay_partial_file_open (job->folder, job->address);

  return file != NULL ? file : sotay_partial_file_new (job->folder, SOTAY_PARTIAL_FILE_PREFIX, 0600, error);
}

/* The server has what this PC has, if this PC still has it. */
static gboolean
is_sound (Job *job, SotayManualCopy *known, GCancellable *cancellable, GError **error)
{
  return sotay_copy_check (sotay_manual_copy_get_path (known), sotay_manual_copy_get_sha256 (known),
                           sotay_manual_copy_get_bytes (known), SOTAY_GUIDE_ERROR_SPOILT, job->meter, cancellable,
                           error);
}

static SotayManualCopy *
download (Job *job, SotayManualCopy *known, GCancellable *cancellable, GError **error)
{
  SotayDownload request = { job->address, known, job->meter };
  g_auto (SotayDownloadResult) result = { FALSE };
  g_autoptr (SotayPartialFile) file = open_file (job, error);
  GError *reason = NULL;

  if (file == NULL || !sotay_download_run (&request, job->terms, file, &result, cancellable, error))
    return NULL;
  job->modified = result.modified;
  if (result.modified)
    return verify_and_keep (job, file, &result, cancellable, error);
  g_clear_pointer (&file, sotay_partial_file_free);
  if (is_sound (job, known, cancellable, &reason))
    return sotay_shelf_use (job->folder, sotay_manual_copy_get_sha256 (known), error) ? g_object_ref (known) : NULL;
  if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (reason);
      return download (job, NULL, cancellable, error);
    }
  g_propagate_error (error, reason);
  return NULL;
}

static void
received_cb (gpointer data)
{
  gpointer *both = data;

  sotay_meter_update (both[0], sotay_partial_file_get_bytes (both[1]));
}

static gboolean
copy_in (Job *job, SotayPartialFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  gpointer both[] = { job->meter, file };
  SotayReceiveTerms terms = { .max_bytes = job->terms->max_bytes, .declared = -1, .received = received_cb,
                              .data = both };

  /* Opening a pipe would wait for ever. */
  if (g_file_query_file_type (job->file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE, _("%s is not a file"),
                   g_file_peek_path (job->file));
      return FALSE;
    }
  info = g_file_query_info (job->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;
  stream = g_file_read (job->file, cancellable, error);
  if (stream == NULL)
    return FALSE;
  sotay_meter_start (job->meter, SOTAY_GUIDE_STAGE_RECEIVING, 0, g_file_info_get_size (info));
  return sotay_guide_receive (G_INPUT_STREAM (stream), file, &terms, cancellable, error);
}

static SotayManualCopy *
import (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayPartialFile) file = sotay_partial_file_new (job->folder, SOTAY_PARTIAL_FILE_PREFIX, 0600, error);
  GError *reason = NULL;

  if (file == NULL)
    return NULL;
  if (copy_in (job, file, cancellable, &reason))
    return verify_and_keep (job, file, NULL, cancellable, error);
  g_propagate_error (error, sotay_copy_name_error (reason));
  return NULL;
}

static SotayManualCopy *
fetch (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayManualCopy) known = NULL;

  if (!prepare_folder (job, error))
    return NULL;
  if (job->file != NULL)
    return import (job, cancellable, error);
  known = sotay_shelf_find_from (job->folder, job->address);
  return download (job, known, cancellable, error);
}

static void
fetch_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (SotayManualCopy) copy = NULL;
  GError *error = NULL;

  g_main_context_push_thread_default (context);
  copy = fetch (data, cancellable, &error);
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
  g_autoptr (GTask) answer = data;
  g_autoptr (SotayManualCopy) copy = NULL;
  GError *error = NULL;

  copy = g_task_propagate_pointer (G_TASK (result), &error);
  if (copy == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }
  sotay_guide_library_adopt (SOTAY_GUIDE_LIBRARY (source), copy);
  g_task_return_pointer (answer, g_steal_pointer (&copy), g_object_unref);
}

/* The answer holds the job: what it found out is read when it is finished. */
static void
start (SotayGuideLibrary *library, GTask *answer, Job *job)
{
  g_autoptr (GTask) task = g_task_new (library, g_task_get_cancellable (answer), fetched_cb, g_object_ref (answer));

  job->folder = g_strdup (sotay_guide_library_get_folder (library));
  job->terms = sotay_guide_library_get_terms (library);
  job->modified = TRUE;
  /* When cancelled just after the copy became current, it is current all the same. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_check_cancellable (answer, FALSE);
  g_task_set_task_data (answer, job, job_free);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, fetch_on_thread);
}

void
sotay_guide_library_download_async (SotayGuideLibrary *library, const char *address, SotayGuideProgressFunc progress,
                                    gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer data)
{
  g_autoptr (GTask) answer = g_task_new (library, cancellable, callback, data);
  Job *job = NULL;

  g_return_if_fail (SOTAY_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (address != NULL);

  g_task_set_source_tag (answer, sotay_guide_library_download_async);
  job = g_new0 (Job, 1);
  job->address = g_strstrip (g_strdup (address));
  job->meter = sotay_meter_new (g_task_get_context (answer), progress, progress_data);
  start (library, answer, job);
}

SotayManualCopy *
sotay_guide_library_download_finish (SotayGuideLibrary *library, GAsyncResult *result, gboolean *modified,
                                     GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_guide_library_download_async), NULL);

  if (modified != NULL)
    *modified = ((Job *) g_task_get_task_data (G_TASK (result)))->modified;
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sotay_guide_library_import_async (SotayGuideLibrary *library, GFile *file, SotayGuideProgressFunc progress,
                                  gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data)
{
  g_autoptr (GTask) answer = g_task_new (library, cancellable, callback, data);
  Job *job = NULL;

  g_return_if_fail (SOTAY_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (answer, sotay_guide_library_import_async);
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->address = g_file_get_uri (file);
  job->meter = sotay_meter_new (g_task_get_context (answer), progress, progress_data);
  start (library, answer, job);
}

SotayManualCopy *
sotay_guide_library_import_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_guide_library_import_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
