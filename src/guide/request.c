/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/request.h"

#include "guide/address.h"
#include "guide/guide-error.h"
#include "guide/response.h"

#define MOST_REDIRECTS 10

/* A server may feed the line with a byte now and then, or with 1xx answers without end. */
typedef struct
{
  GMainContext *context;
  GCancellable *cancellable; /* of the request: cancelled by the person's, and when it is late */
  GSource *alarm;
  gboolean late;
  GAsyncResult *result;
} Wait;

SoupSession *
sotay_request_open (guint stall_seconds, GTlsDatabase *trust)
{
  SoupSession *session = soup_session_new_with_options ("timeout", stall_seconds, "user-agent",
                                                        "sotay-vneid/" SOTAY_VERSION, NULL);

  if (trust != NULL)
    soup_session_set_tls_database (session, trust);
  /* The file is wanted as it is: a packed answer would hide its size, and could unpack to far more. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  return session;
}

static SoupMessage *
make_message (const SotayRequest *request, GUri *uri)
{
  SoupMessage *message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  sotay_response_watch_length (message);
  soup_message_headers_replace (headers, "Accept", "application/pdf,*/*;q=0.5");
  soup_message_headers_replace (headers, "Accept-Encoding", "identity");
  if (request->from > 0)
    {
      g_autofree char *range = g_strdup_printf ("bytes=%" G_GINT64_FORMAT "-", request->from);

      soup_message_headers_replace (headers, "Range", range);
      soup_message_headers_replace (headers, "If-Range", request->if_range);
    }
  if (request->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", request->etag);
  if (request->last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", request->last_modified);
  return message;
}

static gboolean
late_cb (gpointer data)
{
  Wait *wait = data;

  wait->late = TRUE;
  g_cancellable_cancel (wait->cancellable);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->result = g_object_ref (result);
}

static GInputStream *
send_once (SoupSession *session, SoupMessage *message, Wait *wait, GError **error)
{
  GInputStream *stream = NULL;

  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, wait->cancellable, sent_cb, wait);
  while (wait->result == NULL)
    g_main_context_iteration (wait->context, TRUE);
  stream = soup_session_send_finish (session, wait->result, error);
  g_clear_object (&wait->result);
  return stream;
}

static gboolean
is_redirect (SoupStatus status)
{
  return status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_FOUND || status == SOUP_STATUS_SEE_OTHER
         || status == SOUP_STATUS_TEMPORARY_REDIRECT || status == SOUP_STATUS_PERMANENT_REDIRECT;
}

/* libsoup would follow 20 redirects, and from https to http. */
static GInputStream *
send_following (SoupSession *session, const SotayRequest *request, SoupMessage **message, Wait *wait, GError **error)
{
  g_autoptr (GUri) uri = g_uri_ref (request->uri);

  for (guint i = 0; i <= MOST_REDIRECTS; i++)
    {
      g_autoptr (GInputStream) stream = NULL;
      g_autoptr (GUri) next = NULL;
      const char *location;

      g_clear_object (message);
      *message = make_message (request, uri);
      stream = send_once (session, *message, wait, error);
      if (stream == NULL || !is_redirect (soup_message_get_status (*message)))
        return g_steal_pointer (&stream);
      location = soup_message_headers_get_one (soup_message_get_response_headers (*message), "Location");
      next = sotay_guide_address_follow (uri, location, error);
      if (next == NULL)
        return NULL;
      g_uri_unref (uri);
      uri = g_steal_pointer (&next);
    }
  g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_REDIRECT, "more than %d redirects", MOST_REDIRECTS);
  return NULL;
}

GInputStream *
sotay_request_send (SoupSession *session, const SotayRequest *request, SoupMessage **message, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GCancellable) inner = g_cancellable_new ();
  Wait wait = { .context = g_main_context_get_thread_default (), .cancellable = inner };
  gulong link = 0;
  GInputStream *stream = NULL;
  GError *raw = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  wait.alarm = g_timeout_source_new_seconds (request->head_seconds);
  g_source_set_callback (wait.alarm, late_cb, &wait, NULL);
  g_source_attach (wait.alarm, wait.context);
  if (cancellable != NULL)
    link = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), inner, NULL);
  stream = send_following (session, request, message, &wait, &raw);
  g_cancellable_disconnect (cancellable, link);
  g_source_destroy (wait.alarm);
  g_source_unref (wait.alarm);
  if (stream != NULL)
    return stream;
  if (wait.late && !g_cancellable_is_cancelled (cancellable))
    {
      g_error_free (raw);
      g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_TIMEOUT, "no answer within %u seconds",
                   request->head_seconds);
      return NULL;
    }
  g_propagate_error (error, raw);
  return NULL;
}
