/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/handout-check.h"

#include "guide/guide-error.h"

#include <libsoup/soup.h>
#include <string.h>

#define PATIENCE_SECONDS 10

typedef struct
{
  char *page;
  char *file;
  GBytes *start;
  GBytes *end;
} Check;

static void
free_check (gpointer data)
{
  Check *check = data;

  g_free (check->page);
  g_free (check->file);
  g_bytes_unref (check->start);
  g_bytes_unref (check->end);
  g_free (check);
}

static gboolean
fail (const char *reason, GError **error)
{
  g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HANDOUT_CHECK, reason);
  return FALSE;
}

static GBytes *
fetch (SoupSession *session, const char *address, const char *range, SoupStatus expected, GCancellable *cancellable,
       GError **error)
{
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_GET, address);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) reason = NULL;

  if (range != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Range", range);
  body = soup_session_send_and_read (session, message, cancellable, &reason);
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (body == NULL)
    fail (reason->message, error);
  else if (soup_message_get_status (message) != expected)
    fail (soup_message_get_reason_phrase (message), error);
  else
    return g_steal_pointer (&body);
  return NULL;
}

static gboolean
check_page (SoupSession *session, Check *check, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) page = fetch (session, check->page, NULL, SOUP_STATUS_OK, cancellable, error);
  const char *link = strchr (check->file + strlen ("http://"), '/');
  gsize length = 0;
  const char *text = page != NULL ? g_bytes_get_data (page, &length) : NULL;

  if (page == NULL)
    return FALSE;
  return g_strstr_len (text, (gssize) length, link) != NULL || fail ("another page came", error);
}

static gboolean
check_part (SoupSession *session, Check *check, const char *range, GBytes *expected, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GBytes) part = fetch (session, check->file, range, SOUP_STATUS_PARTIAL_CONTENT, cancellable, error);

  if (part == NULL)
    return FALSE;
  return g_bytes_equal (part, expected) || fail ("another file came", error);
}

static void
run_check (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Check *check = data;
  g_autoptr (SoupSession) session = soup_session_new_with_options ("timeout", PATIENCE_SECONDS, NULL);
  g_autofree char *first = g_strdup_printf ("bytes=0-%" G_GSIZE_FORMAT, g_bytes_get_size (check->start) - 1);
  g_autofree char *last = g_strdup_printf ("bytes=-%" G_GSIZE_FORMAT, g_bytes_get_size (check->end));
  GError *error = NULL;

  /* Straight to this PC: the office's proxy does not know the room. */
  soup_session_set_proxy_resolver (session, NULL);
  if (check_page (session, check, cancellable, &error)
      && check_part (session, check, first, check->start, cancellable, &error)
      && check_part (session, check, last, check->end, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
sotay_handout_check_start (GTask *task, const char *page, const char *file, GBytes *start, GBytes *end)
{
  Check *check = g_new0 (Check, 1);

  check->page = g_strdup (page);
  check->file = g_strdup (file);
  check->start = g_bytes_ref (start);
  check->end = g_bytes_ref (end);
  g_task_set_task_data (task, check, free_check);
  g_task_run_in_thread (task, run_check);
  g_object_unref (task);
}
