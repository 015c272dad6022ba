/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a Vietnamese syllable can be, by the rules of spelling. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_syllable_is_valid:
 * @word: a word in NFC, lower case
 *
 * An initial, a rhyme and a tone that go together; where the tone mark stands does not matter.
 *
 * Returns: whether @word can be Vietnamese
 */
gboolean sotay_syllable_is_valid (const char *word);

/**
 * sotay_syllable_is_common:
 * @word: a word in NFC, lower case
 *
 * Returns: whether @word, which has letters outside ASCII, stands in most lists of people: a family name, a heading
 */
gboolean sotay_syllable_is_common (const char *word);

G_END_DECLS
