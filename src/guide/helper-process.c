/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/helper-process.h"

#include "core/system.h"
#include "guide/guide-error.h"

#include <string.h>

#define CHECK_FACTOR 3 /* a check looks at every page */
#define BLOCK_BYTES (64 * 1024)

struct _SotayHelperProcess
{
  char *program;
  char *document;
  guint patience;
  SotaySandboxLevel level;
  gboolean proven; /* whether the level is one that this system permits */
  GSubprocess *process;
  GByteArray *pending; /* read but not yet used */
  GMainContext *context;
  gboolean late; /* the question under way has no time left */
};

SotayHelperProcess *
sotay_helper_process_new (const char *program, const char *document, guint patience)
{
  SotayHelperProcess *helper = g_new0 (SotayHelperProcess, 1);

  helper->program = g_strdup (program);
  helper->document = g_strdup (document);
  helper->patience = patience;
  helper->level = SOTAY_SANDBOX_FULL;
  helper->pending = g_byte_array_sized_new (BLOCK_BYTES);
  helper->context = g_main_context_new ();
  return helper;
}

void
sotay_helper_process_free (SotayHelperProcess *helper)
{
  sotay_helper_process_end (helper);
  g_free (helper->program);
  g_free (helper->document);
  g_byte_array_unref (helper->pending);
  g_main_context_unref (helper->context);
  g_free (helper);
}

SotaySandboxLevel
sotay_helper_process_get_level (SotayHelperProcess *helper)
{
  return helper->level;
}

gboolean
sotay_helper_process_is_running (SotayHelperProcess *helper)
{
  return helper->process != NULL;
}

void
sotay_helper_process_end (SotayHelperProcess *helper)
{
  if (helper->process == NULL)
    return;
  g_subprocess_force_exit (helper->process);
  g_clear_object (&helper->process);
  g_byte_array_set_size (helper->pending, 0);
}

static gboolean
fail (GError **error, SotayGuideError code, const char *reason)
{
  g_set_error_literal (error, SOTAY_GUIDE_ERROR, (int) code, reason);
  return FALSE;
}

static gboolean
late_cb (gpointer data)
{
  SotayHelperProcess *helper = data;

  helper->late = TRUE;
  return G_SOURCE_REMOVE;
}

/* What wakes the thread while it waits for an answer. Kept for the whole of it: each source that comes or goes is a
 * reason to wake by itself. */
typedef struct
{
  GSource *clock;
  GSource *readable; /* also when the question is cancelled */
} Alarm;

static void
alarm_set (Alarm *alarm, SotayHelperProcess *helper, guint seconds, GCancellable *cancellable)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (helper->process);

  helper->late = FALSE;
  alarm->clock = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (alarm->clock, late_cb, helper, NULL);
  g_source_attach (alarm->clock, helper->context);
  alarm->readable = g_pollable_input_stream_create_source (G_POLLABLE_INPUT_STREAM (stream), cancellable);
  g_source_set_dummy_callback (alarm->readable);
  g_source_attach (alarm->readable, helper->context);
}

static void
alarm_clear (Alarm *alarm)
{
  g_source_destroy (alarm->clock);
  g_source_unref (alarm->clock);
  g_source_destroy (alarm->readable);
  g_source_unref (alarm->readable);
}

static gboolean
wait_for_more (SotayHelperProcess *helper, GCancellable *cancellable, GError **error)
{
  g_main_context_iteration (helper->context, TRUE);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!helper->late)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "no answer in time");
  return FALSE;
}

/* Reads what is there, at least one byte; -1 when there is nothing more to come. */
static gssize
read_some (SotayHelperProcess *helper, void *buffer, gsize length, GCancellable *cancellable, GError **error)
{
  GPollableInputStream *stream = G_POLLABLE_INPUT_STREAM (g_subprocess_get_stdout_pipe (helper->process));

  while (TRUE)
    {
      g_autoptr (GError) reason = NULL;
      gssize count = g_pollable_input_stream_read_nonblocking (stream, buffer, length, NULL, &reason);

      if (count > 0)
        return count;
      if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        {
          fail (error, SOTAY_GUIDE_ERROR_PAGE, "the reader of PDFs died of it");
          return -1;
        }
      if (!wait_for_more (helper, cancellable, error))
        return -1;
    }
}

/* A request fits into the pipe, unless the program did not read those before. */
static gboolean
write_line (SotayHelperProcess *helper, const char *line, GError **error)
{
  GPollableOutputStream *stream = G_POLLABLE_OUTPUT_STREAM (g_subprocess_get_stdin_pipe (helper->process));
  gsize length = strlen (line);
  gssize count = g_pollable_output_stream_write_nonblocking (stream, line, length, NULL, NULL);

  return count == (gssize) length || fail (error, SOTAY_GUIDE_ERROR_PAGE, "the reader of PDFs does not listen");
}

/* Reads up to the end of a line; what comes after it stays pending. */
static SotayAnswer *
read_line (SotayHelperProcess *helper, GCancellable *cancellable, GError **error)
{
  GByteArray *pending = helper->pending;
  SotayAnswer *answer = NULL;
  const guint8 *end = NULL;
  gsize seen = 0;

  while ((end = memchr (pending->data + seen, '\n', pending->len - seen)) == NULL)
    {
      guint8 block[BLOCK_BYTES];
      gssize count;

      seen = pending->len;
      if (seen > SOTAY_WIRE_LONGEST_LINE)
        {
          fail (error, SOTAY_GUIDE_ERROR_PAGE, "the reader of PDFs says too much");
          return NULL;
        }
      count = read_some (helper, block, sizeof block, cancellable, error);
      if (count < 0)
        return NULL;
      g_byte_array_append (pending, block, (guint) count);
    }
  answer = sotay_answer_new ((const char *) pending->data, (gsize) (end - pending->data));
  g_byte_array_remove_range (pending, 0, (guint) (end + 1 - pending->data));
  if (answer == NULL)
    fail (error, SOTAY_GUIDE_ERROR_PAGE, "the reader of PDFs talks nonsense");
  return answer;
}

/* Nothing is allocated for bytes that were not asked for, and nothing may be left over. */
static gboolean
read_bytes (SotayHelperProcess *helper, SotayAnswer *answer, gsize most_bytes, GCancellable *cancellable,
            GError **error)
{
  gsize length = sotay_answer_get_n_bytes (answer), done = MIN (helper->pending->len, length);
  g_autofree guint8 *bytes = length <= most_bytes ? g_try_malloc (MAX (length, 1)) : NULL;

  if (bytes == NULL || done < helper->pending->len)
    return fail (error, SOTAY_GUIDE_ERROR_PAGE, "the reader of PDFs says too much");
  if (done > 0)
    memcpy (bytes, helper->pending->data, done);
  g_byte_array_set_size (helper->pending, 0);
  while (done < length)
    {
      gssize count = read_some (helper, bytes + done, length - done, cancellable, error);

      if (count < 0)
        return FALSE;
      done += (gsize) count;
    }
  sotay_answer_take_bytes (answer, g_bytes_new_take (g_steal_pointer (&bytes), length));
  return TRUE;
}

static SotayAnswer *
read_answer (SotayHelperProcess *helper, gsize most_bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayAnswer) answer = read_line (helper, cancellable, error);

  if (answer == NULL || !read_bytes (helper, answer, most_bytes, cancellable, error))
    return NULL;
  return g_steal_pointer (&answer);
}

/* Starts it at the level and waits until it says that it has shut itself off. */
static gboolean
start_once (SotayHelperProcess *helper, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayAnswer) answer = NULL;
  Alarm alarm;

  helper->process = sotay_sandbox_start (helper->level, helper->program, helper->document, error);
  if (helper->process == NULL)
    return FALSE;
  alarm_set (&alarm, helper, helper->patience, cancellable);
  answer = read_answer (helper, 0, cancellable, error);
  alarm_clear (&alarm);
  if (answer != NULL && sotay_answer_check (answer, error))
    return TRUE;
  sotay_helper_process_end (helper);
  return FALSE;
}

gboolean
sotay_helper_process_start (SotayHelperProcess *helper, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (helper->process != NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!g_file_test (helper->document, G_FILE_TEST_IS_REGULAR))
    return fail (error, SOTAY_GUIDE_ERROR_FILE, helper->document);
  sotay_system_survive_broken_pipes ();
  if (!start_once (helper, cancellable, &reason) && !helper->proven && helper->level == SOTAY_SANDBOX_FULL
      && !helper->late && !g_cancellable_is_cancelled (cancellable))
    {
      /* The program has not yet looked at the document, so it is the system that does not permit the sandbox. */
      g_clear_error (&reason);
      helper->level = SOTAY_SANDBOX_FILTER;
      start_once (helper, cancellable, &reason);
    }
  if (reason == NULL)
    {
      helper->proven = TRUE;
      return TRUE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  /* Also when it took too long: it has not yet looked at the document, which is not to blame. */
  return fail (error, SOTAY_GUIDE_ERROR_HELPER, reason->message);
}

/* Whether it has something to say although nothing was asked. */
static gboolean
is_quiet (SotayHelperProcess *helper)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (helper->process);

  return !g_pollable_input_stream_is_readable (G_POLLABLE_INPUT_STREAM (stream));
}

static SotayAnswer *
ask (SotayHelperProcess *helper, const SotayWireRequest *request, gsize most_bytes, GCancellable *cancellable,
     GError **error)
{
  g_autofree char *line = sotay_wire_encode_request (request);
  SotayAnswer *answer = NULL;
  Alarm alarm;

  if (!write_line (helper, line, error))
    return NULL;
  alarm_set (&alarm, helper, helper->patience * (request->kind == SOTAY_WIRE_CHECK ? CHECK_FACTOR : 1), cancellable);
  answer = read_answer (helper, most_bytes, cancellable, error);
  alarm_clear (&alarm);
  return answer;
}

SotayAnswer *
sotay_helper_process_ask (SotayHelperProcess *helper, const SotayWireRequest *request, gsize most_bytes,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayAnswer) answer = NULL;

  /* One that died since the last question, or talks unasked, begins again. */
  if (helper->process != NULL && !is_quiet (helper))
    sotay_helper_process_end (helper);
  if (!sotay_helper_process_start (helper, cancellable, error))
    return NULL;
  answer = ask (helper, request, most_bytes, cancellable, error);
  if (answer == NULL)
    {
      sotay_helper_process_end (helper);
      return NULL;
    }
  return sotay_answer_check (answer, error) ? g_steal_pointer (&answer) : NULL;
}
