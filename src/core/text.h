/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One fold and one sort key for Vietnamese text, used by every other room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No letter of a language has more. */
#define SOTAY_TEXT_MOST_MARKS 8

/**
 * sotay_text_fold:
 * @text: UTF-8 text; invalid bytes are replaced
 *
 * The form in which text is compared and searched: marks dropped, đ and ð become d, lower case, every run of
 * white space one space, none at the ends. "Hộ  KHẨU" and "hộ khẩu" (combining marks) both give "ho khau".
 *
 * Returns: (transfer full): the folded text
 */
char *sotay_text_fold (const char *text);

/**
 * sotay_text_fold_mapped:
 * @text: valid UTF-8
 * @offsets: (out) (transfer full) (element-type guint32): for each byte of the result, and one more for the end, the
 *   offset in @text of the character that it comes from
 *
 * Like sotay_text_fold(), and words that are divided at the end of a line, by a hyphen or a soft one, are whole.
 *
 * Returns: (transfer full): the folded text
 */
char *sotay_text_fold_mapped (const char *text, GArray **offsets);

/**
 * sotay_text_list_marks:
 * @text: begins with a character; marks that follow it belong to it
 * @marks: (out) (array fixed-size=SOTAY_TEXT_MOST_MARKS): the marks of that character, whether it is composed or not,
 *   the stroke of đ being one; zeros after the last
 *
 * Tells what sotay_text_fold() drops from a letter.
 */
void sotay_text_list_marks (const char *text, gunichar *marks);

/**
 * sotay_text_fold_case:
 * @text: UTF-8 text
 *
 * Like sotay_text_fold() but keeps the accents (NFC), so that typed accents can be ranked above bare letters.
 *
 * Returns: (transfer full): the text in lower case
 */
char *sotay_text_fold_case (const char *text);

/**
 * sotay_text_tidy:
 * @text: UTF-8 text
 *
 * The form in which text is stored: NFC, one space between words, none at the ends, no control characters and no other
 * invisible ones (zero-width, marks of direction).
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when it is not valid UTF-8
 */
char *sotay_text_tidy (const char *text);

/**
 * sotay_text_name_key:
 * @name: a full name in Vietnamese order (family, middle, given)
 *
 * A key that orders people as Vietnamese lists do when compared byte by byte: by given name, then by family and
 * middle names, in ICU's Vietnamese collation.
 *
 * Returns: (transfer full): the key
 */
GBytes *sotay_text_name_key (const char *name);

/**
 * SotayNameKeys:
 *
 * The keys of very many people. Their names are made of few parts, whose keys are computed once.
 */
typedef struct _SotayNameKeys SotayNameKeys;

SotayNameKeys *sotay_name_keys_new (void); /* (transfer full) */
void sotay_name_keys_free (SotayNameKeys *keys);

/**
 * sotay_name_keys_append:
 * @name: a full name
 * @key: gets the bytes of sotay_text_name_key() appended
 */
void sotay_name_keys_append (SotayNameKeys *keys, const char *name, GByteArray *key);

/**
 * sotay_text_title_key:
 * @title: a title, such as a unit's name
 *
 * A key that orders titles in Vietnamese collation from their first letter, numbers by value.
 *
 * Returns: (transfer full): the key
 */
GBytes *sotay_text_title_key (const char *title);

/**
 * sotay_text_collation_version:
 *
 * Stored keys must be computed again when this changes.
 *
 * Returns: the version of ICU's Vietnamese collation, for example "153.120"
 */
const char *sotay_text_collation_version (void);

/**
 * SotayTextRange:
 * @start: byte offset of the first byte
 * @end: byte offset after the last byte
 */
typedef struct
{
  gsize start;
  gsize end;
} SotayTextRange;

/**
 * sotay_text_find:
 * @text: UTF-8 text
 * @words: (array zero-terminated=1): folded words, as sotay_text_split() gives them
 *
 * Finds where a word of @text begins with one of @words, accents and case ignored.
 *
 * Returns: (transfer full) (element-type SotayTextRange): ranges of @text, in order, not overlapping
 */
GArray *sotay_text_find (const char *text, const char *const *words);

/**
 * sotay_text_measure_word:
 * @folded: folded text
 *
 * Returns: the bytes of the word that @folded begins with; 0 when it begins with none
 */
gsize sotay_text_measure_word (const char *folded);

/**
 * sotay_text_split:
 * @folded: text folded by sotay_text_fold() or sotay_text_fold_case()
 *
 * Returns: (transfer full) (array zero-terminated=1): its words (runs of letters and digits)
 */
char **sotay_text_split (const char *folded);

G_END_DECLS
