/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/inspector.h"

#include "guide/guide-error.h"
#include "guide/members.h"

#define PATIENCE_SECONDS 60
#define LONGEST_ANSWER 16384
#define MOST_PAGES 100000

typedef struct
{
  GSubprocess *process;
  GMainContext *context;
  GCancellable *cancellable;
  char answer[LONGEST_ANSWER];
  gsize length;
  gboolean read;
  gboolean ended;
  gboolean late;
} Inspection;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Inspection *inspection = data;

  /* A helper that says more than its answer is not to be waited for. */
  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &inspection->length, NULL)
      || inspection->length == LONGEST_ANSWER)
    g_subprocess_force_exit (inspection->process);
  inspection->read = TRUE;
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Inspection *inspection = data;

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  inspection->ended = TRUE;
}

static gboolean
late_cb (gpointer data)
{
  Inspection *inspection = data;

  inspection->late = TRUE;
  g_subprocess_force_exit (inspection->process);
  return G_SOURCE_CONTINUE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  Inspection *inspection = data;

  g_subprocess_force_exit (inspection->process);
  return G_SOURCE_REMOVE;
}

static void
wait_for_answer (Inspection *inspection)
{
  g_autoptr (GSource) patience = g_timeout_source_new_seconds (PATIENCE_SECONDS);
  g_autoptr (GSource) cancelled = g_cancellable_source_new (inspection->cancellable);

  g_source_set_callback (patience, late_cb, inspection, NULL);
  g_source_attach (patience, inspection->context);
  g_source_set_callback (cancelled, G_SOURCE_FUNC (cancelled_cb), inspection, NULL);
  g_source_attach (cancelled, inspection->context);
  g_input_stream_read_all_async (g_subprocess_get_stdout_pipe (inspection->process), inspection->answer,
                                 LONGEST_ANSWER, G_PRIORITY_DEFAULT, NULL, read_cb, inspection);
  g_subprocess_wait_async (inspection->process, NULL, ended_cb, inspection);
  while (!inspection->read || !inspection->ended)
    g_main_context_iteration (inspection->context, TRUE);
  g_source_destroy (patience);
  g_source_destroy (cancelled);
}

static SotayGuideError
find_code (const char *word)
{
  if (g_strcmp0 (word, "encrypted") == 0)
    return SOTAY_GUIDE_ERROR_ENCRYPTED;
  if (g_strcmp0 (word, "no-pages") == 0)
    return SOTAY_GUIDE_ERROR_NO_PAGES;
  if (g_strcmp0 (word, "damaged") == 0)
    return SOTAY_GUIDE_ERROR_DAMAGED;
  return SOTAY_GUIDE_ERROR_HELPER;
}

static gboolean
read_answer (const Inspection *inspection, guint *pages, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *answer = NULL;
  const char *word = NULL;
  gint64 count;

  if (inspection->late || !g_subprocess_get_if_exited (inspection->process))
    {
      g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_DAMAGED,
                           inspection->late ? "not read within a minute" : "the reading program died of it");
      return FALSE;
    }
  answer = sotay_members_parse (parser, inspection->answer, inspection->length);
  count = answer != NULL ? sotay_members_get_int (answer, "pages") : 0;
  if (count >= 1 && count <= MOST_PAGES)
    {
      *pages = (guint) count;
      return TRUE;
    }
  word = answer != NULL ? sotay_members_get_string (answer, "error") : NULL;
  g_set_error (error, SOTAY_GUIDE_ERROR, (int) find_code (word), "the reading program ended with %d: %s",
               g_subprocess_get_exit_status (inspection->process), word != NULL ? word : "no answer");
  return FALSE;
}

gboolean
sotay_inspector_run (const char *helper, const char *path, guint *pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree Inspection *inspection = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &reason, helper,
                              path, NULL);
  if (process == NULL)
    {
      g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HELPER, reason->message);
      return FALSE;
    }
  inspection = g_new0 (Inspection, 1);
  inspection->process = process;
  inspection->context = g_main_context_get_thread_default ();
  inspection->cancellable = cancellable;
  wait_for_answer (inspection);
  return !g_cancellable_set_error_if_cancelled (cancellable, error) && read_answer (inspection, pages, error);
}
