/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/uuid.h"

#include <string.h>

#define DIGITS 8 /* the last ones, which tell the UUIDs of a range apart */

char *
sotay_uuid_new (void)
{
  char *uuid = g_uuid_string_random ();
  guint64 milliseconds = (guint64) g_get_real_time () / 1000;
  g_autofree char *time =
    g_strdup_printf ("%012" G_GINT64_MODIFIER "x", milliseconds & G_GUINT64_CONSTANT (0xffffffffffff));

  /* xxxxxxxx-xxxx-4xxx-…: the first 12 hexadecimal digits are the time, the 13th is the version. */
  memcpy (uuid, time, 8);
  memcpy (uuid + 9, time + 8, 4);
  uuid[14] = '7';
  return uuid;
}

char *
sotay_uuid_new_range (void)
{
  char *uuid = sotay_uuid_new ();

  sotay_uuid_nth (uuid, 0, uuid);
  return uuid;
}

void
sotay_uuid_nth (const char *first, guint32 n, char *uuid)
{
  memmove (uuid, first, SOTAY_UUID_SIZE);
  for (guint i = 0; i < DIGITS; i++)
    uuid[SOTAY_UUID_SIZE - 2 - i] = "0123456789abcdef"[n >> (4 * i) & 0xf];
}
