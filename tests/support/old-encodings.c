/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "old-encodings.h"

#include <string.h>

typedef struct
{
  const char *letters; /* UTF-8, one after the other */
  const char *codes[6];
} Vowel;

/* Level, huyền, hỏi, ngã, sắc, nặng. */
static const Vowel tcvn3_vowels[] = {
  { "aàảãáạ", { "a", "\xb5", "\xb6", "\xb7", "\xb8", "\xb9" } },
  { "ăằẳẵắặ", { "\xa8", "\xbb", "\xbc", "\xbd", "\xbe", "\xc6" } },
  { "âầẩẫấậ", { "\xa9", "\xc7", "\xc8", "\xc9", "\xca", "\xcb" } },
  { "eèẻẽéẹ", { "e", "\xcc", "\xce", "\xcf", "\xd0", "\xd1" } },
  { "êềểễếệ", { "\xaa", "\xd2", "\xd3", "\xd4", "\xd5", "\xd6" } },
  { "iìỉĩíị", { "i", "\xd7", "\xd8", "\xdc", "\xdd", "\xde" } },
  { "oòỏõóọ", { "o", "\xdf", "\xe1", "\xe2", "\xe3", "\xe4" } },
  { "ôồổỗốộ", { "\xab", "\xe5", "\xe6", "\xe7", "\xe8", "\xe9" } },
  { "ơờởỡớợ", { "\xac", "\xea", "\xeb", "\xec", "\xed", "\xee" } },
  { "uùủũúụ", { "u", "\xef", "\xf1", "\xf2", "\xf3", "\xf4" } },
  { "ưừửữứự", { "\xad", "\xf5", "\xf6", "\xf7", "\xf8", "\xf9" } },
  { "yỳỷỹýỵ", { "y", "\xfa", "\xfb", "\xfc", "\xfd", "\xfe" } },
  { "đĂÂÊÔƠ", { "\xae", "\xa1", "\xa2", "\xa3", "\xa4", "\xa5" } },
  { "ƯĐ", { "\xa6", "\xa7" } },
};

static const Vowel vni_vowels[] = {
  { "aàảãáạ", { "a", "a\xf8", "a\xfb", "a\xf5", "a\xf9", "a\xef" } },
  { "ăằẳẵắặ", { "a\xea", "a\xe8", "a\xfa", "a\xfc", "a\xe9", "a\xeb" } },
  { "âầẩẫấậ", { "a\xe2", "a\xe0", "a\xe5", "a\xe3", "a\xe1", "a\xe4" } },
  { "eèẻẽéẹ", { "e", "e\xf8", "e\xfb", "e\xf5", "e\xf9", "e\xef" } },
  { "êềểễếệ", { "e\xe2", "e\xe0", "e\xe5", "e\xe3", "e\xe1", "e\xe4" } },
  { "iìỉĩíị", { "i", "\xec", "\xe6", "\xf3", "\xed", "\xf2" } },
  { "oòỏõóọ", { "o", "o\xf8", "o\xfb", "o\xf5", "o\xf9", "o\xef" } },
  { "ôồổỗốộ", { "o\xe2", "o\xe0", "o\xe5", "o\xe3", "o\xe1", "o\xe4" } },
  { "ơờởỡớợ", { "\xf4", "\xf4\xf8", "\xf4\xfb", "\xf4\xf5", "\xf4\xf9", "\xf4\xef" } },
  { "uùủũúụ", { "u", "u\xf8", "u\xfb", "u\xf5", "u\xf9", "u\xef" } },
  { "ưừửữứự", { "\xf6", "\xf6\xf8", "\xf6\xfb", "\xf6\xf5", "\xf6\xf9", "\xf6\xef" } },
  { "yỳỷỹýỵ", { "y", "y\xf8", "y\xfb", "y\xf5", "y\xf9", "\xee" } },
  { "AÀẢÃÁẠ", { "A", "A\xd8", "A\xdb", "A\xd5", "A\xd9", "A\xcf" } },
  { "ĂẰẲẴẮẶ", { "A\xca", "A\xc8", "A\xda", "A\xdc", "A\xc9", "A\xcb" } },
  { "ÂẦẨẪẤẬ", { "A\xc2", "A\xc0", "A\xc5", "A\xc3", "A\xc1", "A\xc4" } },
  { "EÈẺẼÉẸ", { "E", "E\xd8", "E\xdb", "E\xd5", "E\xd9", "E\xcf" } },
  { "ÊỀỂỄẾỆ", { "E\xc2", "E\xc0", "E\xc5", "E\xc3", "E\xc1", "E\xc4" } },
  { "IÌỈĨÍỊ", { "I", "\xcc", "\xc6", "\xd3", "\xcd", "\xd2" } },
  { "OÒỎÕÓỌ", { "O", "O\xd8", "O\xdb", "O\xd5", "O\xd9", "O\xcf" } },
  { "ÔỒỔỖỐỘ", { "O\xc2", "O\xc0", "O\xc5", "O\xc3", "O\xc1", "O\xc4" } },
  { "ƠỜỞỠỚỢ", { "\xd4", "\xd4\xd8", "\xd4\xdb", "\xd4\xd5", "\xd4\xd9", "\xd4\xcf" } },
  { "UÙỦŨÚỤ", { "U", "U\xd8", "U\xdb", "U\xd5", "U\xd9", "U\xcf" } },
  { "ƯỪỬỮỨỰ", { "\xd6", "\xd6\xd8", "\xd6\xdb", "\xd6\xd5", "\xd6\xd9", "\xd6\xcf" } },
  { "YỲỶỸÝỴ", { "Y", "Y\xd8", "Y\xdb", "Y\xd5", "Y\xd9", "\xce" } },
  { "đĐ", { "\xf1", "\xd1" } },
};

static const char *
find (const Vowel *vowels, guint n, gunichar letter)
{
  for (guint i = 0; i < n; i++)
    {
      const char *place = g_utf8_strchr (vowels[i].letters, -1, letter);

      if (place != NULL)
        return vowels[i].codes[g_utf8_pointer_to_offset (vowels[i].letters, place)];
    }
  return NULL;
}

static GString *
encode (const char *text, const Vowel *vowels, guint n)
{
  GString *bytes = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      const char *code = find (vowels, n, letter);

      if (code == NULL && letter >= 0x80)
        code = find (vowels, n, g_unichar_tolower (letter));
      if (code != NULL)
        g_string_append (bytes, code);
      else
        {
          g_assert_cmpuint (letter, <, 0x80);
          g_string_append_c (bytes, (char) letter);
        }
    }
  return bytes;
}

GString *
old_encode_windows_1258 (const char *text)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  char *bytes = g_convert (text, -1, "CP1258", "UTF-8", NULL, &length, &error);
  GString *string;

  g_assert_no_error (error);
  string = g_string_new_len (bytes, (gssize) length);
  g_free (bytes);
  return string;
}

GString *
old_encode_tcvn3 (const char *text)
{
  return encode (text, tcvn3_vowels, G_N_ELEMENTS (tcvn3_vowels));
}

GString *
old_encode_vni (const char *text)
{
  return encode (text, vni_vowels, G_N_ELEMENTS (vni_vowels));
}

char *
old_show_as_latin (const GString *bytes)
{
  return g_convert (bytes->str, (gssize) bytes->len, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}
