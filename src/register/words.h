/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the register only: enumerations kept as words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_words_find:
 * @words: (array length=n_words): the words, in the order of the enumeration
 * @text: (nullable): a text
 * @place: (out): the place of @text among @words
 *
 * Returns: whether @text is one of @words
 */
gboolean sotay_words_find (const char *const *words, guint n_words, const char *text, guint *place);

G_END_DECLS
