/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copies that are kept: which there are, which one is current, which may go, and whether they are sound. */
#include "guide/library-private.h"

#include "core/paths.h"
#include "guide/copy-check.h"
#include "guide/guide-error.h"
#include "guide/helper-process.h"
#include "guide/inspector.h"
#include "guide/shelf.h"

typedef struct _Job Job;

struct _Job
{
  gboolean (*change) (Job *job, GError **error);
  char *folder;
  char *sha256;
  gboolean for_good;    /* when it is removed */
  gboolean was_current; /* when it is brought back */
  SotayMeter *meter;
  SotayManualCopy *current; /* after the change */
};

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_free (job->sha256);
  g_clear_pointer (&job->meter, sotay_meter_free);
  g_clear_object (&job->current);
  g_free (job);
}

static Job *
job_new (SotayGuideLibrary *library, const char *sha256)
{
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (sotay_guide_library_get_folder (library));
  job->sha256 = g_strdup (sha256);
  return job;
}

static gboolean
use (Job *job, GError **error)
{
  return sotay_shelf_use (job->folder, job->sha256, error);
}

static gboolean
remove_copy (Job *job, GError **error)
{
  if (!sotay_shelf_remove (job->folder, job->sha256, error))
    return FALSE;
  if (job->for_good)
    sotay_shelf_forget (job->folder, job->sha256);
  return TRUE;
}

static gboolean
restore (Job *job, GError **error)
{
  return sotay_shelf_restore (job->folder, job->sha256, error)
         && (!job->was_current || sotay_shelf_use (job->folder, job->sha256, error));
}

static void
change_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (!job->change (job, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job->current = sotay_shelf_read_current (job->folder);
  g_task_return_boolean (task, TRUE);
}

/* On the main thread again: the library changes first, then the one who asked is told. */
static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) answer = data;
  Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (answer, error);
      return;
    }
  sotay_guide_library_adopt (SOTAY_GUIDE_LIBRARY (source), job->current);
  g_task_return_boolean (answer, TRUE);
}

static void
start_change (SotayGuideLibrary *library, Job *job, gpointer tag, GAsyncReadyCallback callback, gpointer data)
{
  GTask *answer = g_task_new (library, NULL, callback, data);
  g_autoptr (GTask) task = g_task_new (library, NULL, changed_cb, answer);

  g_task_set_source_tag (answer, tag);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, change_on_thread);
}

static void
list_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  g_task_return_pointer (task, sotay_shelf_list (job->folder), (GDestroyNotify) g_ptr_array_unref);
}

void
sotay_guide_library_list_async (SotayGuideLibrary *library, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, data);

  g_return_if_fail (SOTAY_IS_GUIDE_LIBRARY (library));

  g_task_set_source_tag (task, sotay_guide_library_list_async);
  g_task_set_task_data (task, job_new (library, NULL), job_free);
  g_task_run_in_thread (task, list_on_thread);
}

GPtrArray *
sotay_guide_library_list_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_guide_library_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sotay_guide_library_use_async (SotayGuideLibrary *library, const char *sha256, GAsyncReadyCallback callback,
                               gpointer data)
{
  Job *job = NULL;

  g_return_if_fail (SOTAY_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (sha256 != NULL);

  job = job_new (library, sha256);
  job->change = use;
  start_change (library, job, sotay_guide_library_use_async, callback, data);
}

gboolean
sotay_guide_library_use_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_guide_library_use_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sotay_guide_library_remove_async (SotayGuideLibrary *library, const char *sha256, gboolean for_good,
                                  GAsyncReadyCallback callback, gpointer data)
{
  Job *job = NULL;

  g_return_if_fail (SOTAY_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (sha256 != NULL);

  job = job_new (library, sha256);
  job->change = remove_copy;
  job->for_good = for_good;
  start_change (library, job, sotay_guide_library_remove_async, callback, data);
}

gboolean
sotay_guide_library_remove_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_guide_library_remove_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sotay_guide_library_restore_async (SotayGuideLibrary *library, const char *sha256, gboolean was_current,
                                   GAsyncReadyCallback callback, gpointer data)
{
  Job *job = NULL;

  g_return_if_fail (SOTAY_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (sha256 != NULL);

  job = job_new (library, sha256);
  job->change = restore;
  job->was_current = was_current;
  start_change (library, job, sotay_guide_library_restore_async, callback, data);
}

gboolean
sotay_guide_library_restore_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_guide_library_restore_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
verify (Job *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *helper = sotay_paths_helper (SOTAY_HELPER_NAME);
  g_autoptr (SotayManualCopy) copy = sotay_shelf_find (job->folder, job->sha256, error);
  guint pages;

  return copy != NULL
         && sotay_copy_check (sotay_manual_copy_get_path (copy), job->sha256, sotay_manual_copy_get_bytes (copy),
                              SOTAY_GUIDE_ERROR_SPOILT, job->meter, cancellable, error)
         && sotay_inspector_run (helper, sotay_manual_copy_get_path (copy), &pages, cancellable, error);
}

static void
verify_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  GError *error = NULL;
  gboolean sound;

  g_main_context_push_thread_default (context);
  sound = verify (data, cancellable, &error);
  g_main_context_pop_thread_default (context);
  if (sound)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
sotay_guide_library_verify_async (SotayGuideLibrary *library, const char *sha256, SotayGuideProgressFunc progress,
                                  gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, data);
  Job *job = NULL;

  g_return_if_fail (SOTAY_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (sha256 != NULL);

  g_task_set_source_tag (task, sotay_guide_library_verify_async);
  job = job_new (library, sha256);
  job->meter = sotay_meter_new (g_task_get_context (task), progress, progress_data);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, verify_on_thread);
}

gboolean
sotay_guide_library_verify_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_guide_library_verify_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
