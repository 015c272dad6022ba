/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sort keys of text.h. Apart from text.c, so that a program which sorts nothing is not linked to ICU: loading it
 * takes 2 ms. */
#include "core/text.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

static UCollator *
open_collator (gpointer numeric)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("vi", &status);

  if (U_FAILURE (status))
    g_error ("ICU has no collation: %s", u_errorName (status));
  if (GPOINTER_TO_INT (numeric))
    ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  return collator;
}

static UCollator *
name_collator (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, (GThreadFunc) open_collator, GINT_TO_POINTER (FALSE));
}

static UCollator *
title_collator (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, (GThreadFunc) open_collator, GINT_TO_POINTER (TRUE));
}

/* Appends the key with its closing zero, which sorts before every byte of a longer key. */
static void
append_key (GByteArray *key, UCollator *collator, const char *text, gssize length)
{
  g_autofree char *part = g_strndup (text, length >= 0 ? (gsize) length : strlen (text));
  g_autofree char *valid = g_utf8_make_valid (part, -1);
  g_autofree gunichar2 *utf16 = NULL;
  glong units = 0;
  guint start = key->len;
  int32_t size;

  utf16 = g_utf8_to_utf16 (valid, -1, NULL, &units, NULL);
  size = ucol_getSortKey (collator, (const UChar *) utf16, (int32_t) units, NULL, 0);
  g_byte_array_set_size (key, start + size);
  ucol_getSortKey (collator, (const UChar *) utf16, (int32_t) units, key->data + start, size);
}

GBytes *
sotay_text_name_key (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *tidy = sotay_text_tidy (valid);
  const char *given = strrchr (tidy, ' ');
  GByteArray *key = g_byte_array_new ();

  if (given == NULL)
    {
      append_key (key, name_collator (), tidy, -1);
      return g_byte_array_free_to_bytes (key);
    }
  append_key (key, name_collator (), given + 1, -1);
  append_key (key, name_collator (), tidy, given - tidy);
  return g_byte_array_free_to_bytes (key);
}

GBytes *
sotay_text_title_key (const char *title)
{
  GByteArray *key = g_byte_array_new ();

  append_key (key, title_collator (), title, -1);
  return g_byte_array_free_to_bytes (key);
}

static gpointer
read_collation_version (gpointer unused)
{
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];

  ucol_getVersion (name_collator (), version);
  u_versionToString (version, text);
  return g_strdup (text);
}

const char *
sotay_text_collation_version (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_collation_version, NULL);
}
