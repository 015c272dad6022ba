/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/response.h"

#include "guide/guide-error.h"
#include "guide/validator.h"

#define FALSE_LENGTH "sotay-false-length"

/* Takes a number from the beginning of @text; only digits, and none that does not fit. */
static gboolean
take_number (const char **text, gint64 *number)
{
  guint64 value = 0;
  gsize digits = strspn (*text, "0123456789");
  g_autofree char *word = g_strndup (*text, digits);

  if (digits == 0 || !g_ascii_string_to_unsigned (word, 10, 0, G_MAXINT64, &value, NULL))
    return FALSE;
  *text += digits;
  *number = (gint64) value;
  return TRUE;
}

static gboolean
take_char (const char **text, char wanted)
{
  if (**text != wanted)
    return FALSE;
  (*text)++;
  return TRUE;
}

gboolean
sotay_range_parse (const char *text, SotayRange *range)
{
  *range = (SotayRange) { -1, -1, -1 };
  if (text == NULL || g_ascii_strncasecmp (text, "bytes ", 6) != 0)
    return FALSE;
  text += 6;
  if (take_char (&text, '*'))
    return take_char (&text, '/') && take_number (&text, &range->total) && *text == '\0';
  if (!take_number (&text, &range->start) || !take_char (&text, '-') || !take_number (&text, &range->end)
      || !take_char (&text, '/') || range->end < range->start)
    return FALSE;
  if (take_char (&text, '*'))
    return *text == '\0';
  return take_number (&text, &range->total) && *text == '\0' && range->end < range->total;
}

static const char *
get_header (SoupMessage *message, const char *name)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (message), name);
}

gboolean
sotay_response_read_range (SoupMessage *message, SotayRange *range)
{
  /* As a list: of two different ones neither counts. */
  return sotay_range_parse (soup_message_headers_get_list (soup_message_get_response_headers (message),
                                                           "Content-Range"), range);
}

gint64
sotay_response_get_length (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH)
    return -1;
  return (gint64) MIN (soup_message_headers_get_content_length (headers), G_MAXINT64);
}

/* Whether all lines say the same number, and a number it is. */
static gboolean
is_length (const char *list)
{
  g_auto (GStrv) values = g_strsplit (list, ",", -1);

  for (guint i = 0; values[i] != NULL; i++)
    if (!g_ascii_string_to_unsigned (g_strstrip (values[i]), 10, 0, G_MAXINT64, NULL, NULL)
        || !g_str_equal (values[i], values[0]))
      return FALSE;
  return TRUE;
}

static void
status_cb (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  g_autofree char *list = g_strdup (soup_message_headers_get_list (headers, "Content-Length"));

  if (list == NULL || is_length (list) || soup_message_headers_get_list (headers, "Transfer-Encoding") != NULL)
    return;
  soup_message_headers_set_content_length (headers, 0);
  g_object_set_data_full (G_OBJECT (message), FALSE_LENGTH, g_steal_pointer (&list), g_free);
}

void
sotay_response_watch_length (SoupMessage *message)
{
  /* The head is read by then, and libsoup has not yet looked at the length, of which it would warn. */
  g_signal_connect (message, "notify::status-code", G_CALLBACK (status_cb), NULL);
}

const char *
sotay_response_get_type (SoupMessage *message)
{
  return soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL);
}

const char *
sotay_response_get_etag (SoupMessage *message)
{
  const char *etag = get_header (message, "ETag");

  return sotay_validator_is_etag (etag) ? etag : NULL;
}

const char *
sotay_response_get_last_modified (SoupMessage *message)
{
  const char *date = get_header (message, "Last-Modified");

  return sotay_validator_is_date (date) ? date : NULL;
}

gboolean
sotay_response_is_settled (SoupMessage *message)
{
  return sotay_validator_is_settled (sotay_response_get_last_modified (message), get_header (message, "Date"));
}

guint
sotay_response_get_retry_after (SoupMessage *message)
{
  const char *text = get_header (message, "Retry-After");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = NULL;
  guint64 seconds = 0;

  if (text == NULL)
    return 0;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &seconds, NULL))
    return (guint) seconds;
  then = sotay_validator_is_date (text) ? soup_date_time_new_from_http_string (text) : NULL;
  if (then == NULL || g_date_time_compare (then, now) <= 0)
    return 0;
  return (guint) MIN (g_date_time_difference (then, now) / G_TIME_SPAN_SECOND + 1, G_MAXUINT);
}

static SotayGuideError
find_code (guint status)
{
  switch (status)
    {
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_FORBIDDEN:
      return SOTAY_GUIDE_ERROR_FORBIDDEN;
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      return SOTAY_GUIDE_ERROR_GONE;
    case SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED:
      return SOTAY_GUIDE_ERROR_PROXY;
    case SOUP_STATUS_REQUESTED_RANGE_NOT_SATISFIABLE:
      return SOTAY_GUIDE_ERROR_RANGE;
    case 429: /* too many requests */
    case SOUP_STATUS_INTERNAL_SERVER_ERROR:
    case SOUP_STATUS_BAD_GATEWAY:
    case SOUP_STATUS_SERVICE_UNAVAILABLE:
    case SOUP_STATUS_GATEWAY_TIMEOUT:
      return SOTAY_GUIDE_ERROR_BUSY;
    case 511: /* network authentication required */
      return SOTAY_GUIDE_ERROR_PORTAL;
    default:
      return SOTAY_GUIDE_ERROR_STATUS;
    }
}

gboolean
sotay_response_check (SoupMessage *message, GError **error)
{
  guint status = soup_message_get_status (message);
  const char *encoding = get_header (message, "Content-Encoding");
  const char *false_length = g_object_get_data (G_OBJECT (message), FALSE_LENGTH);

  if (status != SOUP_STATUS_OK && status != SOUP_STATUS_PARTIAL_CONTENT)
    {
      g_set_error (error, SOTAY_GUIDE_ERROR, (int) find_code (status), "%u", status);
      return FALSE;
    }
  if (false_length != NULL)
    {
      g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_RANGE, "%s", false_length);
      return FALSE;
    }
  if (encoding == NULL || g_ascii_strcasecmp (encoding, "identity") == 0)
    return TRUE;
  g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_PACKED, "%s", encoding);
  return FALSE;
}
