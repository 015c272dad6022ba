/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words by which people are found, as the full-text index holds them.
 *
 * What the index holds are the beginnings of words, of one to seven letters: no syllable of Vietnamese is longer. So
 * every question is for one of its entries. A longer word is there as it is, too, and is found by FTS5's search for
 * beginnings, quick because such words are few. That does not hold of words with a digit, codes that may be different
 * for everyone: of these only longer beginnings are there, marked with "_", up to the third digit that tells codes
 * apart. A code that is asked for further is looked for in the rows of those few whose codes begin alike. */
#pragma once

#include "register/sqlite/connection.h"

G_BEGIN_DECLS

/**
 * sotay_search_append:
 * @words: the words so far
 * @text: (nullable): a name, a position, a code
 *
 * Appends the words of @text to those of a person.
 */
void sotay_search_append (GString *words, const char *text);

/**
 * SotaySearchCache:
 *
 * The words of very many people: what many have in common is folded once.
 */
typedef struct _SotaySearchCache SotaySearchCache;

SotaySearchCache *sotay_search_cache_new (void); /* (transfer full) */
void sotay_search_cache_free (SotaySearchCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotaySearchCache, sotay_search_cache_free)

/**
 * sotay_search_cache_append:
 * @text: (nullable): a text that many have
 *
 * Does what sotay_search_append() does.
 */
void sotay_search_cache_append (SotaySearchCache *cache, GString *words, const char *text);

/**
 * sotay_search_cache_append_name:
 * @name: (nullable): a text whose words come again and again
 *
 * Does what sotay_search_append() does.
 */
void sotay_search_cache_append_name (SotaySearchCache *cache, GString *words, const char *name);

/**
 * sotay_search_make_match:
 * @words: (array zero-terminated=1): folded words, at least one
 *
 * Returns: (transfer full): the FTS5 expression that finds people with a word that begins with each of @words; more
 *   people, when some are rough
 */
char *sotay_search_make_match (const char *const *words);

/**
 * sotay_search_list_rough:
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: (transfer full) (nullable): those of @words, with spaces between them, that have to be looked for in the
 *   rows that the expression finds; %NULL when there is none
 */
char *sotay_search_list_rough (const char *const *words);

/**
 * sotay_search_add_function:
 *
 * Gives @db the function sotay_has_words (WORDS, TEXT…): whether each of the folded words begins a word of the texts.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_search_add_function (sqlite3 *db, GError **error);

/**
 * sotay_search_check:
 * @error: %SOTAY_REGISTER_ERROR_CORRUPT when the index is not what the rows say
 *
 * Returns: whether every word of every person is in the index, and nothing else
 */
gboolean sotay_search_check (sqlite3 *db, GError **error);

/**
 * sotay_search_rebuild:
 *
 * Makes the whole index anew. To be called in a transaction.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_search_rebuild (sqlite3 *db, GError **error);

G_END_DECLS
