/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sort keys of text.h. Apart from text.c, so that a program which sorts nothing is not linked to ICU: loading it
 * takes 2 ms. */
#include "core/text.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#define MOST_PARTS 65536

struct _SotayNameKeys
{
  GHashTable *parts; /* part → GBytes */
  GString *part;
};

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

SotayNameKeys *
sotay_name_keys_new (void)
{
  SotayNameKeys *keys = g_new0 (SotayNameKeys, 1);

  keys->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  keys->part = g_string_new (NULL);
  return keys;
}

void
sotay_name_keys_free (SotayNameKeys *keys)
{
  g_hash_table_unref (keys->parts);
  g_string_free (keys->part, TRUE);
  g_free (keys);
}

/* The key of a part of a name; %NULL when the part is not as it is stored, and may not be looked at by itself. */
static GBytes *
look_up_part (SotayNameKeys *keys, const char *part, gsize length)
{
  g_autofree char *tidy = NULL;
  GByteArray *key;
  gpointer known;

  g_string_truncate (keys->part, 0);
  g_string_append_len (keys->part, part, (gssize) length);
  if (g_hash_table_lookup_extended (keys->parts, keys->part->str, NULL, &known))
    return known;
  if (g_hash_table_size (keys->parts) >= MOST_PARTS)
    g_hash_table_remove_all (keys->parts);
  tidy = sotay_text_tidy (keys->part->str);
  if (length == 0 || g_strcmp0 (tidy, keys->part->str) != 0)
    return NULL;
  key = g_byte_array_new ();
  append_key (key, name_collator (), tidy, -1);
  known = g_byte_array_free_to_bytes (key);
  g_hash_table_insert (keys->parts, g_strdup (tidy), known);
  return known;
}

static void
append_bytes (GByteArray *key, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  g_byte_array_append (key, data, (guint) size);
}

void
sotay_name_keys_append (SotayNameKeys *keys, const char *name, GByteArray *key)
{
  const char *space = strrchr (name, ' ');
  const char *given = space != NULL ? space + 1 : name;
  GBytes *part = look_up_part (keys, given, strlen (given));
  guint start = key->len;

  if (part != NULL)
    append_bytes (key, part);
  if (part != NULL && space != NULL)
    {
      part = look_up_part (keys, name, (gsize) (space - name));
      if (part != NULL)
        append_bytes (key, part);
    }
  if (part == NULL)
    {
      g_autoptr (GBytes) whole = sotay_text_name_key (name);

      g_byte_array_set_size (key, start);
      append_bytes (key, whole);
    }
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
