/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/validator.h"

#include <libsoup/soup.h>

#define LONGEST_VALIDATOR 500

/* It goes into the head of a request: nothing in it may end a line. */
static gboolean
is_sendable (const char *text)
{
  if (text == NULL || *text == '\0' || strlen (text) > LONGEST_VALIDATOR)
    return FALSE;
  for (const char *byte = text; *byte != '\0'; byte++)
    if (!g_ascii_isprint (*byte))
      return FALSE;
  return TRUE;
}

gboolean
sotay_validator_is_strong (const char *text)
{
  gsize length = is_sendable (text) ? strlen (text) : 0;

  return length >= 2 && text[0] == '"' && strchr (text + 1, '"') == text + length - 1;
}

gboolean
sotay_validator_is_etag (const char *text)
{
  return text != NULL && sotay_validator_is_strong (g_str_has_prefix (text, "W/") ? text + 2 : text);
}

gboolean
sotay_validator_is_date (const char *text)
{
  g_autoptr (GDateTime) time = is_sendable (text) ? soup_date_time_new_from_http_string (text) : NULL;

  return time != NULL;
}

gboolean
sotay_validator_is_settled (const char *last_modified, const char *date)
{
  g_autoptr (GDateTime) changed = NULL;
  g_autoptr (GDateTime) said = NULL;

  if (!sotay_validator_is_date (last_modified) || !sotay_validator_is_date (date))
    return FALSE;
  changed = soup_date_time_new_from_http_string (last_modified);
  said = soup_date_time_new_from_http_string (date);
  return g_date_time_difference (said, changed) >= G_TIME_SPAN_SECOND;
}
