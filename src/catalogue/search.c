/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/search.h"

#include "catalogue/hit.h"
#include "catalogue/search-index.h"
#include "core/text.h"

#include <string.h>

#define SNIPPET_CHARACTERS 140
#define SNIPPET_LEAD 40

struct _SotaySearch
{
  SotayWordPool *pool;
  GPtrArray *indexes;
};

/* What was typed, once for all pages. */
typedef struct
{
  char **folded;
  char **exact;
  guint n_words;
  gboolean accented;   /* any word was typed with accents */
  char *phrase_folded; /* " ho khau" */
  char *phrase_exact;
} Query;

/* How much of what was typed a segment holds. */
typedef struct
{
  guint n_words;
  guint latest; /* the typed word that was counted last, from 1 */
} Found;

/* Points by field. A word typed with accents and found only without is worth less anywhere than one found as typed. */
static const guint field_points[SOTAY_N_FIELDS] = {
  [SOTAY_FIELD_BODY] = 4,
  [SOTAY_FIELD_QUESTION] = 16,
  [SOTAY_FIELD_KEYWORD] = 32,
  [SOTAY_FIELD_TITLE] = 64,
};
#define UNACCENTED_DIVISOR 32

static void
clear_query (Query *query)
{
  g_strfreev (query->folded);
  g_strfreev (query->exact);
  g_free (query->phrase_folded);
  g_free (query->phrase_exact);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, clear_query)

static void
read_query (const char *text, Query *query)
{
  g_autofree char *lower = sotay_text_fold_case (text);
  g_auto (GStrv) typed = sotay_text_split (lower);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) folded = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) exact = g_strv_builder_new ();
  g_autofree char *phrase = g_strjoinv (" ", typed);
  g_autofree char *folded_phrase = sotay_text_fold (phrase);

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_autofree char *word = sotay_text_fold (typed[i]);

      if (*word == '\0' || !g_hash_table_add (seen, typed[i]))
        continue;
      g_strv_builder_add (folded, word);
      g_strv_builder_add (exact, typed[i]);
      query->n_words++;
      query->accented |= !g_str_equal (word, typed[i]);
    }
  query->folded = g_strv_builder_end (folded);
  query->exact = g_strv_builder_end (exact);
  query->phrase_exact = g_strconcat (" ", phrase, NULL);
  query->phrase_folded = g_strconcat (" ", folded_phrase, NULL);
}

static guint
score_word (const SotayWord *word, SotayField field, const char *folded, const char *exact)
{
  guint points = field_points[field];
  gboolean accented = !g_str_equal (folded, exact);

  if (accented && !g_str_has_prefix (word->exact, exact))
    return MAX (1, points / UNACCENTED_DIVISOR);
  /* A whole word counts more than the beginning of one. */
  return g_str_equal (word->folded, folded) ? points + points / 2 : points;
}

/* The best points for one typed word; counts it in @found for the segments that hold it. 0 when the page lacks it. */
static guint
score_typed (SotayPageIndex *index, const Query *query, guint typed, Found *found)
{
  guint count;
  const SotayWord *words = sotay_page_index_find (index, query->folded[typed], &count);
  guint best = 0;

  for (guint i = 0; i < count; i++)
    {
      const SotaySegment *segment = &g_array_index (index->segments, SotaySegment, words[i].segment);
      Found *here = &found[words[i].segment];
      guint points = score_word (&words[i], segment->field, query->folded[typed], query->exact[typed]);

      best = MAX (best, points);
      if (here->latest != typed + 1)
        here->n_words++;
      here->latest = typed + 1;
    }
  return best;
}

/* The words as a phrase, as they were typed: "ho khau" in "Hộ khẩu online". */
static guint
score_phrase (SotayPageIndex *index, const Query *query)
{
  guint best = 0;

  for (guint i = 0; i < index->segments->len; i++)
    {
      const SotaySegment *segment = &g_array_index (index->segments, SotaySegment, i);
      gboolean stands = query->accented ? strstr (segment->exact, query->phrase_exact) != NULL
                                        : strstr (segment->folded, query->phrase_folded) != NULL;

      if (stands)
        best = MAX (best, 2 * field_points[segment->field]);
    }
  return best;
}

/* The segment with most of the words; of equals the first. Titles and keywords are not shown. */
static const SotaySegment *
choose_segment (SotayPageIndex *index, const Found *found)
{
  const SotaySegment *chosen = NULL;
  guint most = 0;

  for (guint i = 0; i < index->segments->len; i++)
    {
      const SotaySegment *segment = &g_array_index (index->segments, SotaySegment, i);
      gboolean question = segment->field == SOTAY_FIELD_QUESTION;
      guint words = found[i].n_words;

      if (segment->snippet == NULL || words == 0)
        continue;
      if (words > most || (words == most && question && chosen->field != SOTAY_FIELD_QUESTION))
        {
          chosen = segment;
          most = words;
        }
    }
  return chosen;
}

static const char *
first_paragraph (SotayPage *page)
{
  GPtrArray *blocks = sotay_page_get_blocks (page);

  for (guint i = 0; i < blocks->len; i++)
    {
      SotayContentBlock *block = blocks->pdata[i];

      if (block->kind != SOTAY_CONTENT_HEADING && block->text != NULL)
        return block->text;
    }
  return "";
}

/* Cuts @text to a line around the first of the words, at the edges of words. */
static char *
shorten (const char *text, const char *const *words)
{
  g_autoptr (GArray) ranges = NULL;
  const char *start = text, *end;
  gboolean cut_start, cut_end;

  if (g_utf8_strlen (text, -1) <= SNIPPET_CHARACTERS)
    return g_strdup (text);
  ranges = sotay_text_find (text, words);
  if (ranges->len > 0)
    start = text + g_array_index (ranges, SotayTextRange, 0).start;
  for (guint i = 0; i < SNIPPET_LEAD && start > text; i++)
    start = g_utf8_prev_char (start);
  cut_start = start > text;
  while (cut_start && *start != ' ' && *start != '\0')
    start = g_utf8_next_char (start);
  for (end = start; *end != '\0' && end - start < 4 * SNIPPET_CHARACTERS
                    && g_utf8_pointer_to_offset (start, end) < SNIPPET_CHARACTERS;)
    end = g_utf8_next_char (end);
  cut_end = *end != '\0';
  while (cut_end && end > start + 1 && *end != ' ')
    end = g_utf8_prev_char (end);
  return g_strdup_printf ("%s%.*s%s", cut_start ? "…" : "", (int) (end - start), start, cut_end ? " …" : "");
}

static char *
make_snippet (SotayPageIndex *index, const Query *query, const Found *found)
{
  const SotaySegment *segment = choose_segment (index, found);
  g_autofree char *plain = NULL;

  plain = sotay_inline_plain (segment != NULL ? segment->snippet : first_paragraph (index->page));
  return shorten (plain, (const char *const *) query->folded);
}

static SotayHit *
search_page (SotayPageIndex *index, const Query *query)
{
  g_autofree Found *found = g_new0 (Found, index->segments->len);
  guint score = 0;
  SotayHit *hit;

  for (guint i = 0; i < query->n_words; i++)
    {
      guint points = score_typed (index, query, i, found);

      if (points == 0)
        return NULL;
      score += points;
    }
  hit = g_new0 (SotayHit, 1);
  hit->page = g_object_ref (index->page);
  hit->score = score + score_phrase (index, query);
  hit->snippet = make_snippet (index, query, found);
  return hit;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const SotayHit *first = *(SotayHit *const *) a;
  const SotayHit *second = *(SotayHit *const *) b;

  return first->score < second->score ? 1 : first->score > second->score ? -1 : 0;
}

SotaySearch *
sotay_search_new (GPtrArray *pages)
{
  SotaySearch *search = g_new0 (SotaySearch, 1);

  search->pool = sotay_word_pool_new ();
  search->indexes = g_ptr_array_new_full (pages->len, (GDestroyNotify) sotay_page_index_free);
  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (search->indexes, sotay_page_index_new (pages->pdata[i], search->pool));
  return search;
}

GPtrArray *
sotay_search_run (SotaySearch *search, const char *text)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_hit_free);
  g_auto (Query) query = { 0 };

  read_query (text, &query);
  if (query.n_words == 0)
    return hits;
  for (guint i = 0; i < search->indexes->len; i++)
    {
      SotayHit *hit = search_page (search->indexes->pdata[i], &query);

      if (hit != NULL)
        g_ptr_array_add (hits, hit);
    }
  g_ptr_array_sort (hits, compare_hits);
  return hits;
}

void
sotay_search_free (SotaySearch *search)
{
  g_ptr_array_unref (search->indexes);
  sotay_word_pool_free (search->pool);
  g_free (search);
}
