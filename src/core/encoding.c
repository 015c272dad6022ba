/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/encoding.h"

#include "core/syllable.h"

#include <string.h>

#define MOST_LETTERS 16
#define SAMPLE_BYTES 65536
#define FIRST_TCVN3 0xA1

#define GRAVE 0x0300
#define ACUTE 0x0301
#define CIRCUMFLEX 0x0302
#define TILDE 0x0303
#define BREVE 0x0306
#define HOOK 0x0309
#define DOT 0x0323

/* The bytes 0x80 to 0x9F of Windows-1252; 1258 shares most of them. Zero: no character. */
static const guint16 windows_signs[] = {
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0, 0x2039, 0x0152, 0, 0, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0, 0x203A, 0x0153, 0, 0, 0x0178,
};

/* From 0xA1 on. Capitals with a tone have no code: the fonts for capitals show the small ones as capitals. */
static const guint16 tcvn3[] = {
  L'Ă', L'Â', L'Ê', L'Ô', L'Ơ', L'Ư', L'Đ', L'ă', L'â', L'ê', L'ô', L'ơ', L'ư', L'đ', 0,                     /* A1 */
  0,    0,    0,    0,    0,    L'à', L'ả', L'ã', L'á', L'ạ', 0,    L'ằ', L'ẳ', L'ẵ', L'ắ', 0,               /* B0 */
  0,    0,    0,    0,    0,    0,    L'ặ', L'ầ', L'ẩ', L'ẫ', L'ấ', L'ậ', L'è', 0,    L'ẻ', L'ẽ',            /* C0 */
  L'é', L'ẹ', L'ề', L'ể', L'ễ', L'ế', L'ệ', L'ì', L'ỉ', 0,    0,    0,    L'ĩ', L'í', L'ị', L'ò',            /* D0 */
  0,    L'ỏ', L'õ', L'ó', L'ọ', L'ồ', L'ổ', L'ỗ', L'ố', L'ộ', L'ờ', L'ở', L'ỡ', L'ớ', L'ợ', L'ù',            /* E0 */
  0,    L'ủ', L'ũ', L'ú', L'ụ', L'ừ', L'ử', L'ữ', L'ứ', L'ự', L'ỳ', L'ỷ', L'ỹ', L'ý', L'ỵ',                  /* F0 */
};

/* What stands after a vowel in VNI, in its small form: the mark that makes another vowel, and the tone. */
static const struct
{
  guint16 code;
  guint16 quality;
  guint16 tone;
} vni_marks[] = {
  { 0xF9, 0, ACUTE },          { 0xF8, 0, GRAVE },          { 0xFB, 0, HOOK },          { 0xF5, 0, TILDE },
  { 0xEF, 0, DOT },            { 0xE2, CIRCUMFLEX, 0 },     { 0xE1, CIRCUMFLEX, ACUTE }, { 0xE0, CIRCUMFLEX, GRAVE },
  { 0xE5, CIRCUMFLEX, HOOK },  { 0xE3, CIRCUMFLEX, TILDE }, { 0xE4, CIRCUMFLEX, DOT },  { 0xEA, BREVE, 0 },
  { 0xE9, BREVE, ACUTE },      { 0xE8, BREVE, GRAVE },      { 0xFA, BREVE, HOOK },      { 0xFC, BREVE, TILDE },
  { 0xEB, BREVE, DOT },
};

/* What stands alone in VNI; the capitals are 0x20 lower. */
static const struct
{
  guint16 code;
  guint16 small;
  guint16 capital;
} vni_letters[] = {
  { 0xED, L'í', L'Í' }, { 0xEC, L'ì', L'Ì' }, { 0xE6, L'ỉ', L'Ỉ' }, { 0xF3, L'ĩ', L'Ĩ' }, { 0xF2, L'ị', L'Ị' },
  { 0xF4, L'ơ', L'Ơ' }, { 0xF6, L'ư', L'Ư' }, { 0xEE, L'ỵ', L'Ỵ' }, { 0xF1, L'đ', L'Đ' },
};

static gunichar
from_1252 (guchar byte)
{
  if (byte < 0x80 || byte >= 0xA0)
    return byte;
  return windows_signs[byte - 0x80] != 0 ? windows_signs[byte - 0x80] : byte;
}

static gunichar
from_1258 (guchar byte)
{
  static const struct
  {
    guchar byte;
    guint16 letter;
  } different[] = {
    { 0xC3, L'Ă' }, { 0xCC, GRAVE }, { 0xD0, L'Đ' }, { 0xD2, HOOK },  { 0xD5, L'Ơ' }, { 0xDD, L'Ư' }, { 0xDE, TILDE },
    { 0xE3, L'ă' }, { 0xEC, ACUTE }, { 0xF0, L'đ' }, { 0xF2, DOT },   { 0xF5, L'ơ' }, { 0xFD, L'ư' }, { 0xFE, 0x20AB },
  };

  for (guint i = 0; byte >= 0xC3 && i < G_N_ELEMENTS (different); i++)
    if (different[i].byte == byte)
      return different[i].letter;
  return from_1252 (byte);
}

static gunichar
from_tcvn3 (gunichar c)
{
  gunichar letter = c >= FIRST_TCVN3 && c < FIRST_TCVN3 + G_N_ELEMENTS (tcvn3) ? tcvn3[c - FIRST_TCVN3] : 0;

  return letter != 0 ? letter : c;
}

static gunichar
from_vni (gunichar c)
{
  for (guint i = 0; c >= 0xC0 && c <= 0xFF && i < G_N_ELEMENTS (vni_letters); i++)
    {
      if (vni_letters[i].code == c)
        return vni_letters[i].small;
      if (vni_letters[i].code == c + 0x20)
        return vni_letters[i].capital;
    }
  return c;
}

/* Whether @c marks the vowel before it; what it adds to that. */
static gboolean
get_vni_marks (gunichar vowel, gunichar c, gunichar *quality, gunichar *tone)
{
  gunichar code = c >= 0xC0 && c < 0xE0 ? c + 0x20 : c;
  const char *takers;

  if (c < 0xC0 || c > 0xFF)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (vni_marks); i++)
    if (vni_marks[i].code == code)
      {
        *quality = vni_marks[i].quality;
        *tone = vni_marks[i].tone;
        takers = *quality == CIRCUMFLEX ? "aeo" : *quality == BREVE ? "a" : "aeouyơư";
        return g_utf8_strchr (takers, -1, g_unichar_tolower (vowel)) != NULL;
      }
  return FALSE;
}

/* Appends a character; a mark is composed with the letter before it. All at once at the end would take minutes. */
static void
append_composed (GString *text, gunichar c)
{
  char *last = c >= GRAVE && c <= DOT ? g_utf8_find_prev_char (text->str, text->str + text->len) : NULL;
  gunichar letter = last != NULL ? g_utf8_get_char (last) : 0;
  gunichar base, mark, composed;

  /* The mark below comes before the one above: "ậ" is "ạ" with a circumflex. */
  if (last != NULL
      && (g_unichar_compose (letter, c, &composed)
          || (g_unichar_decompose (letter, &base, &mark) && g_unichar_compose (base, c, &base)
              && g_unichar_compose (base, mark, &composed))))
    {
      g_string_truncate (text, (gsize) (last - text->str));
      c = composed;
    }
  g_string_append_unichar (text, c);
}

static void
append_vni (GString *text, gunichar *vowel, gunichar c)
{
  gunichar quality, tone;

  if (*vowel != 0 && get_vni_marks (*vowel, c, &quality, &tone))
    {
      *vowel = 0;
      if (quality != 0)
        append_composed (text, quality);
      if (tone != 0)
        append_composed (text, tone);
      return;
    }
  *vowel = from_vni (c);
  g_string_append_unichar (text, *vowel);
}

/* Maps @text letter by letter. */
static GString *
map_letters (const char *text, gsize length, SotayEncoding encoding)
{
  GString *mapped = g_string_sized_new (length + 16);
  gunichar vowel = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (encoding == SOTAY_ENCODING_VNI)
        append_vni (mapped, &vowel, c);
      else
        g_string_append_unichar (mapped, encoding == SOTAY_ENCODING_TCVN3 ? from_tcvn3 (c) : c);
    }
  return mapped;
}

static gboolean
is_word_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalpha ((char) c);
  return c >= FIRST_TCVN3 && (c <= 0xFF || g_unichar_isalpha (c) || g_unichar_ismark (c));
}

/* A word counts when letters outside ASCII stand beside others in it: a sign alone says nothing. */
static void
weigh_word (const char *word, gsize length, SotayEncoding encoding, SotayEncodingWeight *weight)
{
  g_autoptr (GString) mapped = NULL;
  g_autofree char *composed = NULL;
  g_autofree char *lower = NULL;
  glong letters = g_utf8_strlen (word, (gssize) length);

  if (letters < 2 || (gsize) letters == length)
    return;
  if (letters > MOST_LETTERS)
    {
      weight->invalid++;
      return;
    }
  mapped = map_letters (word, length, encoding);
  composed = g_utf8_normalize (mapped->str, (gssize) mapped->len, G_NORMALIZE_NFC);
  lower = g_utf8_strdown (composed, -1);
  if (!sotay_syllable_is_valid (lower))
    weight->invalid++;
  else
    {
      weight->valid++;
      weight->common += sotay_syllable_is_common (lower);
    }
}

SotayEncodingWeight
sotay_encoding_weigh (const char *text, gsize length, SotayEncoding encoding)
{
  SotayEncodingWeight weight = { 0 };
  const char *end = text + length;
  const char *start = NULL;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gboolean inside = is_word_letter (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          weigh_word (start, (gsize) (p - start), encoding, &weight);
          start = NULL;
        }
    }
  if (start != NULL)
    weigh_word (start, (gsize) (end - start), encoding, &weight);
  return weight;
}

/* Whether the fonts can show a letter as a capital. */
static gboolean
has_capital (gunichar letter)
{
  return letter < 0x80 || g_utf8_strchr ("ăâêôơưđ", -1, letter) != NULL;
}

/* In a cell such as "NGUYÔN V¡N Tó" a word of capitals shows that the font was one for capitals. */
static gboolean
is_in_capitals (const char *text, gsize length)
{
  gboolean proven = FALSE;
  guint capitals = 0;
  gboolean marked = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && g_ascii_islower ((char) c))
        return FALSE;
      if (!is_word_letter (c))
        capitals = 0, marked = FALSE;
      capitals += c < 0x80 && g_ascii_isupper ((char) c);
      marked |= c >= FIRST_TCVN3 && from_tcvn3 (c) != c;
      proven |= capitals >= 2 && marked;
    }
  return proven;
}

static gboolean
starts_word (const char *text, const char *p)
{
  return p == text || !is_word_letter (g_utf8_get_char (g_utf8_prev_char (p)));
}

/* In "NguyÔn ThÞ ¸nh" all words but the last begin with a capital: so would that, had the font one. */
static gboolean
is_in_title_case (const char *text, gsize length)
{
  guint capitals = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = from_tcvn3 (g_utf8_get_char (p));

      if (!g_unichar_isalpha (c) || !starts_word (text, p))
        continue;
      if (g_unichar_isupper (c))
        capitals++;
      else if (has_capital (c))
        return FALSE;
    }
  return capitals > 0;
}

static char *
capitalize (const GString *mapped)
{
  GString *text = g_string_sized_new (mapped->len);

  for (const char *p = mapped->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (text, starts_word (mapped->str, p) ? g_unichar_toupper (c) : c);
    }
  return g_string_free (text, FALSE);
}

/* Decodes TCVN3 cell by cell, whatever separates the cells. */
static GString *
map_tcvn3 (const char *text, gsize length)
{
  GString *mapped = g_string_sized_new (length + length / 2);
  gsize offset = 0;

  while (offset < length)
    {
      gsize cell = strcspn (text + offset, ",;\t\r\n\"");
      g_autoptr (GString) part = NULL;
      g_autofree char *capitals = NULL;

      cell = MIN (MAX (cell, 1), length - offset);
      part = map_letters (text + offset, cell, SOTAY_ENCODING_TCVN3);
      if (is_in_capitals (text + offset, cell))
        capitals = g_utf8_strup (part->str, (gssize) part->len);
      else if (is_in_title_case (text + offset, cell))
        capitals = capitalize (part);
      g_string_append (mapped, capitals != NULL ? capitals : part->str);
      offset += cell;
    }
  return mapped;
}

static GString *
map_bytes (const char *bytes, gsize length, gunichar (*map) (guchar))
{
  GString *text = g_string_sized_new (length + length / 2);

  for (gsize i = 0; i < length; i++)
    if ((guchar) bytes[i] < 0x80)
      g_string_append_c (text, bytes[i]);
    else
      append_composed (text, map ((guchar) bytes[i]));
  return text;
}

static gboolean
starts_with (const char *bytes, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (bytes, mark, strlen (mark)) == 0;
}

/* UTF-16 of a table is full of zeros, on one side: spaces, digits, delimiters. */
static const char *
find_utf16 (const char *bytes, gsize length)
{
  gsize sample = MIN (length, SAMPLE_BYTES) & ~(gsize) 1;
  gsize zeros[2] = { 0, 0 };

  if (starts_with (bytes, length, "\xff\xfe"))
    return "UTF-16LE";
  if (starts_with (bytes, length, "\xfe\xff"))
    return "UTF-16BE";
  for (gsize i = 0; i < sample; i++)
    zeros[i % 2] += bytes[i] == '\0';
  if (length % 2 == 0 && zeros[0] == 0 && zeros[1] * 8 >= sample && zeros[1] > 0)
    return "UTF-16LE";
  if (length % 2 == 0 && zeros[1] == 0 && zeros[0] * 8 >= sample && zeros[0] > 0)
    return "UTF-16BE";
  return NULL;
}

/* The first lines that are not ASCII alone. */
static void
find_sample (const char *bytes, gsize length, gsize *start, gsize *end)
{
  gsize first = 0;

  while (first < length && (guchar) bytes[first] < 0x80)
    first++;
  *end = MIN (length, first + SAMPLE_BYTES);
  while (first > 0 && bytes[first - 1] != '\n' && bytes[first - 1] != '\r')
    first--;
  *start = first;
}

static gboolean
choose (const SotayEncodingWeight *weights, SotayEncoding *encoding)
{
  static const SotayEncoding encodings[] = { SOTAY_ENCODING_WINDOWS_1258, SOTAY_ENCODING_TCVN3, SOTAY_ENCODING_VNI };
  guint best = 0;
  gint64 scores[3];

  for (guint i = 0; i < 3; i++)
    {
      scores[i] = (gint64) weights[i].valid * 2 + weights[i].common - (gint64) weights[i].invalid * 4;
      if (scores[i] > scores[best])
        best = i;
    }
  *encoding = encodings[best];
  /* Foreign words are few. Where there is no word at all, nothing can be spoilt. */
  return (guint64) weights[best].invalid * 3 <= (guint64) weights[best].valid * 2;
}

const char *
sotay_encoding_get_name (SotayEncoding encoding)
{
  static const char *const names[] = { "UTF-8", "UTF-16", "Windows-1258", "TCVN3 (ABC)", "VNI" };

  return names[encoding];
}

gboolean
sotay_encoding_guess (const char *bytes, gsize length, SotayEncoding *encoding)
{
  g_autoptr (GString) windows = NULL;
  g_autoptr (GString) fonts = NULL;
  SotayEncodingWeight weights[3];
  gsize start, end;

  *encoding = find_utf16 (bytes, length) != NULL ? SOTAY_ENCODING_UTF16 : SOTAY_ENCODING_UTF8;
  if (*encoding == SOTAY_ENCODING_UTF16 || g_utf8_validate_len (bytes, length, NULL))
    return TRUE;
  if (memchr (bytes, '\0', length) != NULL)
    return FALSE;
  find_sample (bytes, length, &start, &end);
  windows = map_bytes (bytes + start, end - start, from_1258);
  fonts = map_bytes (bytes + start, end - start, from_1252);
  weights[0] = sotay_encoding_weigh (windows->str, windows->len, SOTAY_ENCODING_UTF8);
  weights[1] = sotay_encoding_weigh (fonts->str, fonts->len, SOTAY_ENCODING_TCVN3);
  weights[2] = sotay_encoding_weigh (fonts->str, fonts->len, SOTAY_ENCODING_VNI);
  return choose (weights, encoding);
}

GString *
sotay_encoding_decode (const char *bytes, gsize length, SotayEncoding encoding)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *converted = NULL;
  const char *charset;
  gsize skip, size = 0;

  switch (encoding)
    {
    case SOTAY_ENCODING_UTF16:
      charset = find_utf16 (bytes, length);
      skip = starts_with (bytes, length, "\xff\xfe") || starts_with (bytes, length, "\xfe\xff") ? 2 : 0;
      converted = charset != NULL
                      ? g_convert (bytes + skip, (gssize) (length - skip), "UTF-8", charset, NULL, &size, NULL)
                      : NULL;
      return converted != NULL ? g_string_new_len (converted, (gssize) size) : NULL;
    case SOTAY_ENCODING_WINDOWS_1258:
      return map_bytes (bytes, length, from_1258);
    case SOTAY_ENCODING_TCVN3:
      text = map_bytes (bytes, length, from_1252);
      return map_tcvn3 (text->str, text->len);
    case SOTAY_ENCODING_VNI:
      text = map_bytes (bytes, length, from_1252);
      return map_letters (text->str, text->len, SOTAY_ENCODING_VNI);
    default:
      skip = starts_with (bytes, length, "\xef\xbb\xbf") ? 3 : 0;
      return g_utf8_validate_len (bytes, length, NULL) ? g_string_new_len (bytes + skip, (gssize) (length - skip))
                                                       : NULL;
    }
}

char *
sotay_encoding_repair (const char *text, SotayEncoding encoding)
{
  if (encoding == SOTAY_ENCODING_TCVN3)
    return g_string_free (map_tcvn3 (text, strlen (text)), FALSE);
  return g_string_free (map_letters (text, strlen (text), encoding), FALSE);
}
