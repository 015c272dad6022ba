/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The encodings of Vietnamese text that offices still hand round, and how to tell them apart. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayEncoding:
 * @SOTAY_ENCODING_WINDOWS_1258: vowels, and tones as marks of their own
 * @SOTAY_ENCODING_TCVN3: fonts called .VnTime and alike ("ABC"): one byte for each vowel with its tone
 * @SOTAY_ENCODING_VNI: fonts called VNI-Times and alike: a vowel, then a byte for its marks
 */
typedef enum
{
  SOTAY_ENCODING_UTF8,
  SOTAY_ENCODING_UTF16,
  SOTAY_ENCODING_WINDOWS_1258,
  SOTAY_ENCODING_TCVN3,
  SOTAY_ENCODING_VNI,
} SotayEncoding;

/**
 * SotayEncodingWeight:
 * @valid: words with letters outside ASCII that are Vietnamese syllables
 * @common: those of them that every list of people has
 * @invalid: words with letters outside ASCII that are not
 */
typedef struct
{
  guint valid;
  guint common;
  guint invalid;
} SotayEncodingWeight;

/**
 * sotay_encoding_get_name:
 *
 * Returns: what offices call it: "UTF-8", "UTF-16", "Windows-1258", "TCVN3 (ABC)", "VNI"
 */
const char *sotay_encoding_get_name (SotayEncoding encoding);

/**
 * sotay_encoding_guess:
 * @bytes: text of which the encoding is unknown
 * @encoding: (out): the encoding
 *
 * Valid UTF-8 is always UTF-8. The others are told apart by what they would make of the words.
 *
 * Returns: whether the text is in one of the encodings
 */
gboolean sotay_encoding_guess (const char *bytes, gsize length, SotayEncoding *encoding);

/**
 * sotay_encoding_decode:
 * @bytes: text in @encoding, with or without its byte order mark
 *
 * Returns: (transfer full) (nullable): UTF-8, Vietnamese letters composed; %NULL when @bytes is not in @encoding
 */
GString *sotay_encoding_decode (const char *bytes, gsize length, SotayEncoding encoding);

/**
 * sotay_encoding_weigh:
 * @text: UTF-8; letters of an old font stand in it as the Latin letters and signs that have the same code
 * @encoding: %SOTAY_ENCODING_UTF8 for @text as it stands, %SOTAY_ENCODING_TCVN3 or %SOTAY_ENCODING_VNI
 *
 * Returns: how much @text looks like Vietnamese in that encoding
 */
SotayEncodingWeight sotay_encoding_weigh (const char *text, gsize length, SotayEncoding encoding);

/**
 * sotay_encoding_repair:
 * @text: UTF-8 in which letters of an old font stand as in sotay_encoding_weigh(), before it is tidied: tidying drops
 *   the one that looks like a soft hyphen
 * @encoding: %SOTAY_ENCODING_TCVN3 or %SOTAY_ENCODING_VNI
 *
 * Returns: (transfer full): true Vietnamese, letters composed
 */
char *sotay_encoding_repair (const char *text, SotayEncoding encoding);

G_END_DECLS
