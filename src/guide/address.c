/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/address.h"

#include "guide/guide-error.h"

#include <libsoup/soup.h>

#define LONGEST_ADDRESS 2000

/* GUri takes nearly everything for a host. */
static gboolean
is_host (const char *host)
{
  if (host == NULL || *host == '\0')
    return FALSE;
  for (const char *byte = host; *byte != '\0'; byte++)
    if (g_ascii_isspace (*byte) || g_ascii_iscntrl (*byte))
      return FALSE;
  return TRUE;
}

/* GUri keeps a scheme in lower case. */
static gboolean
is_web (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) && is_host (g_uri_get_host (uri));
}

GUri *
sotay_guide_address_parse (const char *address, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (address));
  g_autoptr (GUri) uri = NULL;

  if (strlen (trimmed) <= LONGEST_ADDRESS)
    uri = g_uri_parse (trimmed, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri != NULL && is_web (uri))
    return g_steal_pointer (&uri);
  g_set_error_literal (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_ADDRESS, trimmed);
  return NULL;
}

GUri *
sotay_guide_address_follow (GUri *from, const char *location, GError **error)
{
  g_autoptr (GUri) uri = NULL;

  if (location != NULL && strlen (location) <= LONGEST_ADDRESS)
    uri = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || !is_web (uri))
    {
      g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_REDIRECT, "redirected to no usable address: %s",
                   location != NULL ? location : "");
      return NULL;
    }
  if (g_str_equal (g_uri_get_scheme (from), "https") && !g_str_equal (g_uri_get_scheme (uri), "https"))
    {
      g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_DOWNGRADE, "%s", location);
      return NULL;
    }
  return g_steal_pointer (&uri);
}
