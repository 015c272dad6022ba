/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/search-index.h"

#include "catalogue/page.h"
#include "core/text.h"

#include <string.h>

struct _SotayWordPool
{
  GStringChunk *strings;
  GHashTable *forms; /* word as written → SotayWord; both belong to the pool */
};

SotayWordPool *
sotay_word_pool_new (void)
{
  SotayWordPool *pool = g_new0 (SotayWordPool, 1);

  pool->strings = g_string_chunk_new (4096);
  pool->forms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return pool;
}

void
sotay_word_pool_free (SotayWordPool *pool)
{
  g_hash_table_unref (pool->forms);
  g_string_chunk_free (pool->strings);
  g_free (pool);
}

static const SotayWord *
get_forms (SotayWordPool *pool, const char *written)
{
  SotayWord *word = g_hash_table_lookup (pool->forms, written);
  g_autofree char *folded = NULL;
  g_autofree char *exact = NULL;

  if (word != NULL)
    return word;
  folded = sotay_text_fold (written);
  exact = sotay_text_fold_case (written);
  word = g_new0 (SotayWord, 1);
  word->folded = g_string_chunk_insert_const (pool->strings, folded);
  word->exact = g_string_chunk_insert_const (pool->strings, exact);
  g_hash_table_insert (pool->forms, g_string_chunk_insert_const (pool->strings, written), word);
  return word;
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The next run of letters, digits and marks; %NULL at the end. */
static char *
next_word (const char **rest)
{
  const char *start = *rest;
  const char *end;

  while (*start != '\0' && !is_word_character (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  for (end = start; *end != '\0' && is_word_character (g_utf8_get_char (end));)
    end = g_utf8_next_char (end);
  *rest = end;
  return end > start ? g_strndup (start, end - start) : NULL;
}

/* Adds a segment whose words are those of @first and, when given, of @second. */
static void
add_segment (SotayPageIndex *index, SotayWordPool *pool, SotayField field, const char *first, const char *second,
             const char *snippet)
{
  const char *const texts[] = { first, second };
  GString *folded = g_string_new (" ");
  GString *exact = g_string_new (" ");
  SotaySegment segment = { .field = field, .snippet = snippet };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *plain = texts[i] != NULL ? sotay_inline_plain (texts[i]) : g_strdup ("");
      const char *rest = plain;
      char *written;

      while ((written = next_word (&rest)) != NULL)
        {
          SotayWord word = *get_forms (pool, written);

          word.segment = index->segments->len;
          g_array_append_val (index->words, word);
          g_string_append (folded, word.folded);
          g_string_append_c (folded, ' ');
          g_string_append (exact, word.exact);
          g_string_append_c (exact, ' ');
          g_free (written);
        }
    }
  segment.folded = g_string_free (folded, FALSE);
  segment.exact = g_string_free (exact, FALSE);
  g_array_append_val (index->segments, segment);
}

static void
add_block (SotayPageIndex *index, SotayWordPool *pool, const SotayContentBlock *block)
{
  switch (block->kind)
    {
    case SOTAY_CONTENT_HEADING:
      break; /* "Steps" and "Common problems" stand on every page */
    case SOTAY_CONTENT_PROBLEM:
      add_segment (index, pool, SOTAY_FIELD_QUESTION, block->text, NULL, block->text);
      add_segment (index, pool, SOTAY_FIELD_BODY, block->answer, block->detail, block->text);
      break;
    case SOTAY_CONTENT_TABLE:
      for (guint i = 0; i < block->rows->len; i++)
        {
          g_autofree char *cells = g_strjoinv (" ", block->rows->pdata[i]);

          add_segment (index, pool, SOTAY_FIELD_BODY, cells, NULL, NULL);
        }
      break;
    default:
      add_segment (index, pool, SOTAY_FIELD_BODY, block->text, block->detail, block->text);
    }
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const SotayWord *first = a;
  const SotayWord *second = b;

  return first->folded == second->folded ? 0 : strcmp (first->folded, second->folded);
}

static void
clear_segment (gpointer data)
{
  SotaySegment *segment = data;

  g_free (segment->folded);
  g_free (segment->exact);
}

SotayPageIndex *
sotay_page_index_new (SotayPage *page, SotayWordPool *pool)
{
  SotayPageIndex *index = g_new0 (SotayPageIndex, 1);
  GPtrArray *blocks = sotay_page_get_blocks (page);
  const char *const *keywords = sotay_page_get_keywords (page);
  const char *subtitle = sotay_page_get_subtitle (page);

  index->page = page;
  index->segments = g_array_new (FALSE, FALSE, sizeof (SotaySegment));
  g_array_set_clear_func (index->segments, clear_segment);
  index->words = g_array_new (FALSE, FALSE, sizeof (SotayWord));
  add_segment (index, pool, SOTAY_FIELD_TITLE, sotay_page_get_id (page), sotay_page_get_title (page), NULL);
  if (subtitle != NULL)
    add_segment (index, pool, SOTAY_FIELD_KEYWORD, subtitle, NULL, subtitle);
  for (guint i = 0; keywords[i] != NULL; i++)
    add_segment (index, pool, SOTAY_FIELD_KEYWORD, keywords[i], NULL, NULL);
  for (guint i = 0; i < blocks->len; i++)
    add_block (index, pool, blocks->pdata[i]);
  g_array_sort (index->words, compare_words);
  return index;
}

void
sotay_page_index_free (SotayPageIndex *index)
{
  g_array_unref (index->segments);
  g_array_unref (index->words);
  g_free (index);
}

const SotayWord *
sotay_page_index_find (SotayPageIndex *index, const char *folded, guint *count)
{
  const SotayWord *words = (const SotayWord *) index->words->data;
  guint low = 0, high = index->words->len;
  gsize length = strlen (folded);
  guint end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (words[middle].folded, folded) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < index->words->len && strncmp (words[end].folded, folded, length) == 0;)
    end++;
  *count = end - low;
  return words + low;
}
