/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/page-match.h"

#include "core/text.h"

#include <string.h>

#define RUN 3              /* words that are compared together */
#define LEAST_SHARE 3      /* a third of the runs must be found again */
#define LIST_OF_CONTENTS 4 /* so many titles on one page are a list */

static guint
hash_run (char **words)
{
  guint hash = 5381;

  for (guint i = 0; i < RUN; i++)
    hash = hash * 33 + g_str_hash (words[i]);
  return hash;
}

/* Returns the set of the runs of @words; a text that is shorter than one run has none. */
static GHashTable *
collect_runs (const char *folded)
{
  GHashTable *runs = g_hash_table_new (NULL, NULL);
  g_auto (GStrv) words = sotay_text_split (folded);
  guint n = g_strv_length (words);

  for (guint i = 0; i + RUN <= n; i++)
    g_hash_table_add (runs, GUINT_TO_POINTER (hash_run (words + i)));
  return runs;
}

static guint
count_shared (GHashTable *wanted, GHashTable *there)
{
  GHashTableIter iter;
  gpointer run;
  guint shared = 0;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &run, NULL))
    shared += g_hash_table_contains (there, run);
  return shared;
}

static gboolean
is_nearer (const SotayPageSearch *search, int index)
{
  return search->index < 0 || ABS (index - (int) search->near) < ABS (search->index - (int) search->near);
}

/* Each page is read once for all searches. */
void
sotay_page_match_words (SotayDocumentText *text, SotayPageSearch *searches, guint n)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_autofree guint *best = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (wanted, collect_runs (searches[i].words));
      searches[i].index = -1;
    }
  for (guint page = 0; page < sotay_document_text_get_n_pages (text); page++)
    {
      g_autofree char *folded = sotay_text_fold (sotay_document_text_get_page (text, page));
      g_autoptr (GHashTable) there = collect_runs (folded);

      for (guint i = 0; i < n; i++)
        {
          guint shared = count_shared (wanted->pdata[i], there);
          guint least = MAX (g_hash_table_size (wanted->pdata[i]) / LEAST_SHARE, 1);

          if (shared < least || shared < best[i] || (shared == best[i] && !is_nearer (&searches[i], (int) page)))
            continue;
          searches[i].index = (int) page;
          best[i] = shared;
        }
    }
}

/* For each page, how many of the titles it names. */
static guint *
count_titles (GPtrArray *hits, guint n_pages)
{
  guint *counts = g_new0 (guint, MAX (n_pages, 1));

  for (guint i = 0; i < hits->len; i++)
    {
      GArray *pages = hits->pdata[i];
      int last = -1;

      for (guint j = 0; j < pages->len; j++)
        {
          const SotayTextHit *hit = &g_array_index (pages, SotayTextHit, j);

          if ((int) hit->index != last)
            counts[hit->index]++;
          last = (int) hit->index;
        }
    }
  return counts;
}

static int
first_page (GArray *pages, const guint *counts)
{
  for (guint i = 0; i < pages->len; i++)
    {
      guint index = g_array_index (pages, SotayTextHit, i).index;

      if (counts[index] < LIST_OF_CONTENTS)
        return (int) index;
    }
  return -1;
}

void
sotay_page_match_titles (SotayDocumentText *text, const char *const *titles, guint n, int *indexes)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint *counts = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (hits, sotay_document_text_find (text, titles[i], 0));
  counts = count_titles (hits, sotay_document_text_get_n_pages (text));
  for (guint i = 0; i < n; i++)
    indexes[i] = first_page (hits->pdata[i], counts);
}
