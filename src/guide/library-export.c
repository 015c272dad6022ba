/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How copies go out: to a USB stick or a shared folder. */
#include "guide/library-private.h"

#include "core/paths.h"
#include "core/system.h"
#include "guide/blocks.h"
#include "guide/copy-check.h"
#include "guide/guide-error.h"
#include "guide/shelf.h"

/* A stick is waited for after so many bytes: then what is shown is what it holds, and it can be stopped at any time. */
#define SYNC_BYTES (4 * 1024 * 1024)

typedef struct
{
  char *folder;
  GFile *target;
  SotayMeter *meter;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->folder);
  g_object_unref (job->target);
  sotay_meter_free (job->meter);
  g_free (job);
}

static gboolean
check_room (Job *job, gint64 bytes, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (job->target);
  g_autoptr (GFileInfo) info
      = g_file_query_filesystem_info (folder, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  guint64 free_bytes;

  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE))
    return TRUE;
  free_bytes = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE);
  if (free_bytes >= (guint64) bytes)
    return TRUE;
  g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_DISK_FULL,
               "%" G_GINT64_FORMAT " bytes, %" G_GUINT64_FORMAT " free", bytes, free_bytes);
  return FALSE;
}

static gboolean
copy_out (Job *job, GInputStream *stream, SotayPartialFile *file, GCancellable *cancellable, GError **error)
{
  gint64 synced = 0;
  gssize length;

  while ((length = g_input_stream_read (stream, sotay_partial_file_get_block (file), SOTAY_BLOCK_BYTES, cancellable,
                                        error)) > 0)
    {
      if (!sotay_partial_file_write (file, (gsize) length, error))
        return FALSE;
      if (sotay_partial_file_get_bytes (file) - synced >= SYNC_BYTES)
        {
          synced = sotay_partial_file_get_bytes (file);
          if (!sotay_partial_file_sync (file, error))
            return FALSE;
        }
      sotay_meter_update (job->meter, sotay_partial_file_get_bytes (file));
    }
  return length == 0 && sotay_partial_file_close (file, error);
}

/* From the stick itself, and not from what the system remembers of it. */
static gboolean
read_back (Job *job, SotayPartialFile *file, const char *sha256, GCancellable *cancellable, GError **error)
{
  const char *path = sotay_partial_file_get_path (file);

  sotay_system_forget_cached (path);
  return sotay_copy_check (path, sha256, sotay_partial_file_get_bytes (file), SOTAY_GUIDE_ERROR_READ_BACK, job->meter,
                           cancellable, error);
}

static gboolean
export (Job *job, SotayManualCopy *copy, GCancellable *cancellable, GError **error)
{
  g_autofree char *target = g_file_get_path (job->target);
  g_autofree char *folder = target != NULL ? g_path_get_dirname (target) : NULL;
  const char *sha256 = sotay_manual_copy_get_sha256 (copy);
  g_autoptr (GFile) source = g_file_new_for_path (sotay_manual_copy_get_path (copy));
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (SotayPartialFile) file = NULL;

  if (target == NULL)
    {
      g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_FILE, "not a folder of this PC");
      return FALSE;
    }
  if (!sotay_paths_check_target (target, error) || !check_room (job, sotay_manual_copy_get_bytes (copy), error))
    return FALSE;
  stream = g_file_read (source, cancellable, error);
  if (stream == NULL)
    return FALSE;
  /* Others read what is handed out: the usual permissions. */
  file = sotay_partial_file_new (folder, ".sotay-", 0666, error);
  sotay_meter_start (job->meter, SOTAY_GUIDE_STAGE_RECEIVING, 0, sotay_manual_copy_get_bytes (copy));
  if (file == NULL || !copy_out (job, G_INPUT_STREAM (stream), file, cancellable, error))
    return FALSE;
  if (!g_str_equal (sotay_partial_file_get_sha256 (file), sha256))
    {
      g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_SPOILT, "%s", sotay_manual_copy_get_path (copy));
      return FALSE;
    }
  return read_back (job, file, sha256, cancellable, error) && sotay_partial_file_keep (file, target, error);
}

static void
export_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (SotayManualCopy) copy = sotay_shelf_read_current (job->folder);
  GError *error = NULL;

  if (copy == NULL)
    g_task_return_new_error (task, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NO_COPY, "no copy");
  else if (export (job, copy, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, sotay_copy_name_error (error));
}

void
sotay_guide_library_export_async (SotayGuideLibrary *library, GFile *target, SotayGuideProgressFunc progress,
                                  gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, data);
  Job *job = NULL;

  g_return_if_fail (SOTAY_IS_GUIDE_LIBRARY (library));
  g_return_if_fail (G_IS_FILE (target));

  g_task_set_source_tag (task, sotay_guide_library_export_async);
  g_task_set_check_cancellable (task, FALSE);
  job = g_new0 (Job, 1);
  job->folder = g_strdup (sotay_guide_library_get_folder (library));
  job->target = g_object_ref (target);
  job->meter = sotay_meter_new (g_task_get_context (task), progress, progress_data);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, export_on_thread);
}

gboolean
sotay_guide_library_export_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_guide_library_export_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
