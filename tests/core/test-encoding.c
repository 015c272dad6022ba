/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/encoding.h"

#include "core/syllable.h"
#include "support/names.h"
#include "support/old-encodings.h"
#include "support/test-support.h"

#include <string.h>

static GString *
utf16 (const char *text, const char *charset, const char *mark, gsize mark_length)
{
  gsize length;
  g_autofree char *converted = g_convert (text, -1, charset, "UTF-8", NULL, &length, NULL);
  GString *bytes = g_string_new_len (mark, (gssize) mark_length);

  return g_string_append_len (bytes, converted, (gssize) length);
}

static void
assert_found (GString *bytes, SotayEncoding expected, const char *text)
{
  SotayEncoding encoding = SOTAY_ENCODING_UTF8;
  g_autoptr (GString) decoded = NULL;

  g_assert_true (sotay_encoding_guess (bytes->str, bytes->len, &encoding));
  if (encoding != expected)
    g_test_message ("%s taken for %s", text, sotay_encoding_get_name (encoding));
  g_assert_cmpint (encoding, ==, expected);
  decoded = sotay_encoding_decode (bytes->str, bytes->len, encoding);
  g_assert_cmpstr (decoded->str, ==, text);
  g_string_free (bytes, TRUE);
}

static char *
join (guint first, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u;%s;%u\r\n", i + 1,
                            vietnamese_names[(first + i) % G_N_ELEMENTS (vietnamese_names)], 1960 + i);
  return g_string_free (text, FALSE);
}

static void
assert_all_found (const char *text)
{
  assert_found (g_string_new (text), SOTAY_ENCODING_UTF8, text);
  assert_found (old_encode_windows_1258 (text), SOTAY_ENCODING_WINDOWS_1258, text);
  assert_found (old_encode_tcvn3 (text), SOTAY_ENCODING_TCVN3, text);
  assert_found (old_encode_vni (text), SOTAY_ENCODING_VNI, text);
  assert_found (utf16 (text, "UTF-16LE", "\xff\xfe", 2), SOTAY_ENCODING_UTF16, text);
  assert_found (utf16 (text, "UTF-16BE", "\xfe\xff", 2), SOTAY_ENCODING_UTF16, text);
  assert_found (utf16 (text, "UTF-16LE", "", 0), SOTAY_ENCODING_UTF16, text);
  assert_found (utf16 (text, "UTF-16BE", "", 0), SOTAY_ENCODING_UTF16, text);
}

static void
test_whole_list (void)
{
  g_autofree char *text = join (0, G_N_ELEMENTS (vietnamese_names));

  g_assert_cmpuint (G_N_ELEMENTS (vietnamese_names), >, 200);
  assert_all_found (text);
}

/* Five names must be enough, whichever they are. */
static void
test_short_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vietnamese_names); i++)
    {
      g_autofree char *text = join (i, 5);

      assert_all_found (text);
    }
}

/* In TCVN3 capitals with tones have no code: they are told from the letters around them. */
static void
test_capitals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vietnamese_names); i++)
    {
      g_autofree char *text = join (i, 5);
      g_autofree char *capitals = g_utf8_strup (text, -1);

      assert_found (old_encode_windows_1258 (capitals), SOTAY_ENCODING_WINDOWS_1258, capitals);
      assert_found (old_encode_vni (capitals), SOTAY_ENCODING_VNI, capitals);
    }
  assert_found (old_encode_tcvn3 ("NGUYỄN VĂN TÚ,LÊ THỊ HÀ,Lê Lý"), SOTAY_ENCODING_TCVN3,
                "NGUYỄN VĂN TÚ,LÊ THỊ HÀ,Lê Lý");
  assert_found (old_encode_tcvn3 ("Nguyễn Thị Ánh;Phường ở cũ;ấp;Ấp Ỷ La 1"), SOTAY_ENCODING_TCVN3,
                "Nguyễn Thị Ánh;Phường ở cũ;ấp;Ấp Ỷ La 1");
}

static void
assert_unknown (const char *bytes, gsize length)
{
  SotayEncoding encoding;

  g_assert_false (sotay_encoding_guess (bytes, length, &encoding));
}

static void
test_unknown (void)
{
  /* French, broken UTF-8, Russian, and what is no text. */
  assert_unknown ("Fran\xe7ois caf\xe9 d\xe9j\xe0 \xe9t\xe9", 23);
  assert_unknown ("Nguy\xe1\xbb\x85n V\xc4n An", 15);
  assert_unknown ("\xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0 \xc8\xe2\xe0\xed", 15);
  assert_unknown ("\x7f" "ELF\0\0\xff", 7);
}

/* An office's dash or space alone says nothing and is read all the same. */
static void
test_signs_alone (void)
{
  assert_found (g_string_new ("Nguyen Van An \x96 1975\xa0"), SOTAY_ENCODING_WINDOWS_1258, "Nguyen Van An – 1975\xc2\xa0");
}

static void
test_composition (void)
{
  /* Old programs also wrote a bare vowel and all its marks. */
  assert_found (g_string_new ("Tr\xe2\xcc" "n H\xf4\xcc" "ng H\xe2\xf2u, L\xea V\xe3n"), SOTAY_ENCODING_WINDOWS_1258,
                "Trần Hồng Hậu, Lê Văn");
}

static void
assert_weight (const char *text, SotayEncoding encoding, guint valid, guint invalid)
{
  SotayEncodingWeight weight = sotay_encoding_weigh (text, strlen (text), encoding);

  g_assert_cmpuint (weight.valid, ==, valid);
  g_assert_cmpuint (weight.invalid, ==, invalid);
}

static void
test_weigh (void)
{
  assert_weight ("Nguyễn Văn An – 1975", SOTAY_ENCODING_UTF8, 2, 0);
  assert_weight ("NguyÔn V¨n An", SOTAY_ENCODING_UTF8, 0, 2);
  assert_weight ("NguyÔn V¨n An", SOTAY_ENCODING_TCVN3, 2, 0);
  assert_weight ("Nguyeãn Vaên An", SOTAY_ENCODING_VNI, 2, 0);
  assert_weight ("½ × ®", SOTAY_ENCODING_TCVN3, 0, 0); /* signs alone */
}

static void
test_repair (void)
{
  g_autofree char *tcvn3 = sotay_encoding_repair ("Nguyễn NguyÔn", SOTAY_ENCODING_TCVN3);
  g_autofree char *hyphen = sotay_encoding_repair ("H\xc2\xad" "ng \xe2\x80\x93 1975", SOTAY_ENCODING_TCVN3);
  g_autofree char *vni = sotay_encoding_repair ("Ñaëng Thò Aùnh", SOTAY_ENCODING_VNI);

  g_assert_cmpstr (tcvn3, ==, "Nguyễn Nguyễn");
  g_assert_cmpstr (hyphen, ==, "Hưng – 1975");
  g_assert_cmpstr (vni, ==, "Đặng Thị Ánh");
}

static void
test_syllables (void)
{
  static const char *const valid[]
      = { "nguyễn", "gì", "gìn", "giếng", "quỳnh", "quốc", "khuỷu", "nghiêng", "ưng", "ý", "hòa", "hoà", "xoong", "đắc" };
  static const char *const invalid[]
      = { "nguyờịn", "thànk", "tàc", "măp", "ngh", "q", "kafé", "lôïc", "ấấ", "", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (sotay_syllable_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (sotay_syllable_is_valid (invalid[i]));
  g_assert_true (sotay_syllable_is_common ("nguyễn"));
  g_assert_false (sotay_syllable_is_common ("nguyện"));
  g_assert_false (sotay_syllable_is_common (""));
  /* Every name of the corpus is made of syllables. */
  for (guint i = 0; i < G_N_ELEMENTS (vietnamese_names); i++)
    {
      g_autofree char *lower = g_utf8_strdown (vietnamese_names[i], -1);
      g_auto (GStrv) words = g_strsplit (lower, " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        {
          if (!sotay_syllable_is_valid (words[j]))
            g_test_message ("%s", words[j]);
          g_assert_true (sotay_syllable_is_valid (words[j]));
        }
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/encoding/whole-list", test_whole_list);
  g_test_add_func ("/encoding/short-lists", test_short_lists);
  g_test_add_func ("/encoding/capitals", test_capitals);
  g_test_add_func ("/encoding/unknown", test_unknown);
  g_test_add_func ("/encoding/signs-alone", test_signs_alone);
  g_test_add_func ("/encoding/composition", test_composition);
  g_test_add_func ("/encoding/weigh", test_weigh);
  g_test_add_func ("/encoding/repair", test_repair);
  g_test_add_func ("/encoding/syllables", test_syllables);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
