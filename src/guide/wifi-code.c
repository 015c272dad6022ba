/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/wifi-code.h"

#include <string.h>

#define LONGEST_NAME 32
#define SHORTEST_PASSWORD 8
#define LONGEST_PASSWORD 63

static SotayWifiProblem
check_name (const char *name)
{
  if (*name == '\0')
    return SOTAY_WIFI_NO_NAME;
  if (!g_utf8_validate (name, -1, NULL))
    return SOTAY_WIFI_BAD_NAME;
  for (const char *next = name; *next != '\0'; next = g_utf8_next_char (next))
    if (g_unichar_iscntrl (g_utf8_get_char (next)))
      return SOTAY_WIFI_BAD_NAME;
  return strlen (name) <= LONGEST_NAME ? SOTAY_WIFI_GOOD : SOTAY_WIFI_LONG_NAME;
}

/* IEEE 802.11, J.4: 8 to 63 signs, each printable ASCII. */
static SotayWifiProblem
check_password (const char *password)
{
  gsize length = strlen (password);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isprint (password[i]))
      return SOTAY_WIFI_BAD_PASSWORD;
  if (length > LONGEST_PASSWORD)
    return SOTAY_WIFI_LONG_PASSWORD;
  return length == 0 || length >= SHORTEST_PASSWORD ? SOTAY_WIFI_GOOD : SOTAY_WIFI_SHORT_PASSWORD;
}

SotayWifiProblem
sotay_wifi_check (const char *name, const char *password)
{
  SotayWifiProblem problem = check_name (name);

  return problem != SOTAY_WIFI_GOOD ? problem : check_password (password);
}

static gboolean
is_hexadecimal (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isxdigit (*text))
      return FALSE;
  return TRUE;
}

/* The way of ZXing, which the phones follow: a backslash before signs that mean something, and quotation marks around
 * what could be taken for hexadecimal digits. */
static void
append_value (GString *code, const char *value)
{
  const char *quote = is_hexadecimal (value) ? "\"" : "";

  g_string_append (code, quote);
  for (; *value != '\0'; value++)
    {
      if (strchr ("\\;,:\"", *value) != NULL)
        g_string_append_c (code, '\\');
      g_string_append_c (code, *value);
    }
  g_string_append (code, quote);
}

char *
sotay_wifi_write_code (const char *name, const char *password, gboolean hidden)
{
  GString *code = g_string_new ("WIFI:T:");

  g_string_append (code, *password != '\0' ? "WPA;S:" : "nopass;S:");
  append_value (code, name);
  g_string_append_c (code, ';');
  if (*password != '\0')
    {
      g_string_append (code, "P:");
      append_value (code, password);
      g_string_append_c (code, ';');
    }
  if (hidden)
    g_string_append (code, "H:true;");
  g_string_append_c (code, ';');
  return g_string_free (code, FALSE);
}
