/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/download.h"

#include "guide/address.h"
#include "guide/guide-error.h"
#include "guide/receive.h"

#include <libsoup/soup.h>

#define MOST_REDIRECTS 10

static SotayGuideError
find_io_code (int code)
{
  switch (code)
    {
    case G_IO_ERROR_CONNECTION_REFUSED:
      return SOTAY_GUIDE_ERROR_REFUSED;
    case G_IO_ERROR_HOST_NOT_FOUND:
      return SOTAY_GUIDE_ERROR_NAME;
    case G_IO_ERROR_TIMED_OUT:
      return SOTAY_GUIDE_ERROR_TIMEOUT;
    case G_IO_ERROR_PARTIAL_INPUT:
      return SOTAY_GUIDE_ERROR_TRUNCATED;
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_HOST_UNREACHABLE:
      return SOTAY_GUIDE_ERROR_NETWORK;
    default:
      return SOTAY_GUIDE_ERROR_CONNECTION;
    }
}

GError *
sotay_download_name_error (GError *error)
{
  SotayGuideError code = SOTAY_GUIDE_ERROR_CONNECTION;

  if (error->domain == SOTAY_GUIDE_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;
  if (error->domain == G_IO_ERROR)
    code = find_io_code (error->code);
  else if (error->domain == G_TLS_ERROR)
    code = SOTAY_GUIDE_ERROR_TLS;
  else if (g_error_matches (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND))
    code = SOTAY_GUIDE_ERROR_NAME;
  else if (g_error_matches (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE))
    code = SOTAY_GUIDE_ERROR_NETWORK;
  error->domain = SOTAY_GUIDE_ERROR;
  error->code = (int) code;
  return error;
}

static gboolean
is_redirect (SoupStatus status)
{
  return status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_FOUND || status == SOUP_STATUS_SEE_OTHER
         || status == SOUP_STATUS_TEMPORARY_REDIRECT || status == SOUP_STATUS_PERMANENT_REDIRECT;
}

static SoupSession *
make_session (guint stall_seconds)
{
  SoupSession *session = soup_session_new_with_options ("timeout", stall_seconds, "user-agent",
                                                        "sotay-vneid/" SOTAY_VERSION, NULL);

  /* The file is wanted as it is: a packed answer would hide its size, and could unpack to far more. */
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  return session;
}

static GInputStream *
send_once (SoupSession *session, GUri *uri, SoupMessage **message, GCancellable *cancellable, GError **error)
{
  SoupMessageHeaders *headers = NULL;

  g_clear_object (message);
  *message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  soup_message_add_flags (*message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (*message);
  soup_message_headers_replace (headers, "Accept", "application/pdf,*/*;q=0.5");
  soup_message_headers_replace (headers, "Accept-Encoding", "identity");
  return soup_session_send (session, *message, cancellable, error);
}

/* libsoup would follow 20 redirects, and from https to http. */
static GInputStream *
send_following (SoupSession *session, GUri *first, SoupMessage **message, GCancellable *cancellable, GError **error)
{
  g_autoptr (GUri) uri = g_uri_ref (first);

  for (guint i = 0; i <= MOST_REDIRECTS; i++)
    {
      g_autoptr (GInputStream) stream = send_once (session, uri, message, cancellable, error);
      g_autoptr (GUri) next = NULL;
      const char *location;

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

static gboolean
check_status (SoupMessage *message, GError **error)
{
  SoupStatus status = soup_message_get_status (message);
  gboolean gone = status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE;

  if (status == SOUP_STATUS_OK)
    return TRUE;
  g_set_error (error, SOTAY_GUIDE_ERROR, gone ? SOTAY_GUIDE_ERROR_GONE : SOTAY_GUIDE_ERROR_STATUS, "%u %s",
               (guint) status, soup_message_get_reason_phrase (message));
  return FALSE;
}

static gint64
get_declared (SoupMessageHeaders *headers)
{
  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH)
    return -1;
  return (gint64) MIN (soup_message_headers_get_content_length (headers), G_MAXINT64);
}

static gboolean
check_room (SotayPartialFile *file, gint64 declared, gint64 max_bytes, GError **error)
{
  g_autoptr (GFile) place = g_file_new_for_path (sotay_partial_file_get_path (file));
  g_autoptr (GFileInfo) info = NULL;

  if (declared > max_bytes)
    {
      g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_TOO_LARGE, "%" G_GINT64_FORMAT " bytes declared",
                   declared);
      return FALSE;
    }
  info = g_file_query_filesystem_info (place, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  if (declared < 0 || info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
      || (guint64) declared <= g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE))
    return TRUE;
  g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_DISK_FULL,
               "%" G_GINT64_FORMAT " bytes declared, %" G_GUINT64_FORMAT " free", declared,
               g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE));
  return FALSE;
}

static void
received_cb (gint64 bytes, gpointer data)
{
  sotay_meter_update (data, bytes);
}

/* What a person can check is the host's name, not the resolver's words. */
static gboolean
name_host (SoupMessage *message, GError **error)
{
  *error = sotay_download_name_error (*error);
  if (!g_error_matches (*error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NAME))
    return FALSE;
  g_free ((*error)->message);
  (*error)->message = g_strdup (g_uri_get_host (soup_message_get_uri (message)));
  return FALSE;
}

static gboolean
run (const SotayDownload *download, SotayPartialFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GUri) uri = sotay_guide_address_parse (download->address, error);
  g_autoptr (SoupSession) session = NULL;
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GInputStream) stream = NULL;
  SoupMessageHeaders *headers = NULL;
  SotayReceiveTerms terms = { download->max_bytes, -1, NULL, received_cb, download->meter };

  if (uri == NULL)
    return FALSE;
  session = make_session (download->stall_seconds);
  stream = send_following (session, uri, &message, cancellable, error);
  if (stream == NULL)
    return name_host (message, error);
  if (!check_status (message, error))
    return FALSE;
  headers = soup_message_get_response_headers (message);
  terms.declared = get_declared (headers);
  terms.content_type = soup_message_headers_get_content_type (headers, NULL);
  sotay_meter_set_total (download->meter, terms.declared);
  return check_room (file, terms.declared, download->max_bytes, error)
         && sotay_guide_receive (stream, file, &terms, cancellable, error);
}

gboolean
sotay_download_run (const SotayDownload *download, SotayPartialFile *file, GCancellable *cancellable, GError **error)
{
  GError *raw = NULL;

  if (run (download, file, cancellable, &raw))
    return TRUE;
  g_propagate_error (error, sotay_download_name_error (raw));
  return FALSE;
}
