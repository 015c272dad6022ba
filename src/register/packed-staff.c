/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/packed-staff.h"

#include <string.h>

/* The texts one after another, each with its zero byte; an empty one is an absent field. */
const char *
sotay_packed_staff_new (GStringChunk *chunk, const char *id, const char *const *fields, const char *trained_since,
                        const char *passed_since)
{
  g_autoptr (GString) packed = g_string_new (id);

  g_string_append_c (packed, '\0');
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    {
      if (fields[i] != NULL)
        g_string_append (packed, fields[i]);
      g_string_append_c (packed, '\0');
    }
  g_string_append (packed, trained_since != NULL ? trained_since : "");
  g_string_append_c (packed, '\0');
  g_string_append (packed, passed_since != NULL ? passed_since : "");
  g_string_append_c (packed, '\0');
  return g_string_chunk_insert_len (chunk, packed->str, (gssize) packed->len);
}

static const char *
unless_empty (const char *text)
{
  return *text != '\0' ? text : NULL;
}

const char *
sotay_packed_staff_get (const char *packed, const char **fields)
{
  const char *id = packed;
  const char *p = packed;

  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    {
      p += strlen (p) + 1;
      fields[i] = unless_empty (p);
    }
  return unless_empty (id);
}

static void
drop (const char *since, const char **said)
{
  if (*said != NULL && *since != '\0' && strcmp (since, *said) <= 0)
    *said = NULL;
}

void
sotay_packed_staff_drop_known (const char *packed, const char **said)
{
  const char *p = packed;

  for (guint i = 0; i <= SOTAY_STAFF_N_FIELDS; i++)
    p += strlen (p) + 1;
  drop (p, &said[SOTAY_STAFF_TRAINED_ON]);
  drop (p + strlen (p) + 1, &said[SOTAY_STAFF_PASSED_ON]);
}
