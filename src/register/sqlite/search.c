/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/search.h"

#include "core/text.h"
#include "register/register-error.h"

#include <string.h>

#define SHORT 7    /* letters up to which the beginnings of words are indexed */
#define LONGEST 16 /* letters up to which a longer word with a digit is indexed */
#define TELLING 3  /* digits, zeros before them not counted, that leave few words with the same beginning */
#define MARK "_"
#define MOST_KNOWN 65536

struct _SotaySearchCache
{
  GHashTable *known; /* part of a text without a space → its words */
  GString *part;
};

/* People with the name of their unit, in order of place. */
static const char words_sql[] = "SELECT s.place, s.name, s.position, s.code, u.name "
                                "FROM staff s LEFT JOIN unit u ON u.id = s.unit_id ORDER BY s.place";

static gboolean
has_digit (const char *word)
{
  return strpbrk (word, "0123456789") != NULL;
}

/* Up to where a longer word with a digit is indexed; the same for all words that begin so. */
static const char *
find_end (const char *word)
{
  const char *end = word;
  guint n_telling = 0;

  for (guint i = 0; *end != '\0' && i < LONGEST && (i < SHORT || n_telling < TELLING); i++)
    {
      n_telling += g_ascii_isdigit (*end) && (*end != '0' || n_telling > 0);
      end = g_utf8_next_char (end);
    }
  return end;
}

/* Appends what the index is to hold, unless it stands in @words from @start on. */
static void
append_entry (GString *words, gsize start, const char *mark, const char *word, gsize length)
{
  gsize before = words->len;
  const char *found;

  g_string_append_c (words, ' ');
  g_string_append (words, mark);
  g_string_append_len (words, word, (gssize) length);
  g_string_append_c (words, ' ');
  found = strstr (words->str + start, words->str + before);
  g_string_truncate (words, found < words->str + before ? before : words->len - 1);
}

static void
append_word (GString *words, gsize start, const char *word)
{
  const char *last = find_end (word);
  const char *end = word;
  gboolean coded = has_digit (word);

  for (guint i = 1; end < last && (i <= SHORT || coded); i++)
    {
      end = g_utf8_next_char (end);
      append_entry (words, start, i > SHORT ? MARK : "", word, (gsize) (end - word));
    }
  if (!coded && *end != '\0')
    append_entry (words, start, "", word, strlen (word));
}

static void
append_term (GString *match, const char *word)
{
  const char *end = find_end (word);
  int length = (int) (end - word);

  if (g_utf8_strlen (word, -1) <= SHORT)
    g_string_append_printf (match, "\"%s\"", word);
  else if (!has_digit (word))
    g_string_append_printf (match, "(\"%s\" * OR \"%s%.*s\")", word, MARK, length, word);
  else if (g_utf8_pointer_to_offset (word, end) > SHORT)
    g_string_append_printf (match, "\"%s%.*s\"", MARK, length, word);
  else
    g_string_append_printf (match, "\"%.*s\"", length, word);
}

static gboolean
has_word (const char *text, const char *beginning)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (text == NULL || (has_digit (beginning) && !has_digit (text)))
    return FALSE;
  folded = sotay_text_fold (text);
  words = sotay_text_split (folded);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], beginning))
      return TRUE;
  return FALSE;
}

static void
has_words_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  g_auto (GStrv) words = g_strsplit ((const char *) sqlite3_value_text (values[0]), " ", -1);
  gboolean found = TRUE;

  for (guint i = 0; words[i] != NULL && found; i++)
    {
      found = FALSE;
      for (int j = 1; j < n_values && !found; j++)
        found = has_word ((const char *) sqlite3_value_text (values[j]), words[i]);
    }
  sqlite3_result_int (context, found);
}

static void
read_words (SotaySearchCache *cache, sqlite3_stmt *row, GString *words)
{
  g_string_truncate (words, 0);
  sotay_search_cache_append_name (cache, words, (const char *) sqlite3_column_text (row, 1));
  sotay_search_cache_append (cache, words, (const char *) sqlite3_column_text (row, 2));
  sotay_search_append (words, (const char *) sqlite3_column_text (row, 3));
  sotay_search_cache_append (cache, words, (const char *) sqlite3_column_text (row, 4));
}

/* A number for "this word stands at this place"; the sum over all is that of the index. */
static guint64
weigh (const char *word, gsize length, gint64 place)
{
  guint64 hash = 14695981039346656037u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * 1099511628211u;
  for (guint i = 0; i < sizeof place; i++)
    hash = (hash ^ ((guint64) place >> (8 * i) & 0xff)) * 1099511628211u;
  return hash ^ hash >> 29;
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  guint64 one = *(const guint64 *) a;
  guint64 other = *(const guint64 *) b;

  return (one > other) - (one < other);
}

/* Each word of a person once, as the index has it. */
static guint64
weigh_words (const char *words, gint64 place, GArray *weights)
{
  guint64 sum = 0;
  guint64 last = 0;

  g_array_set_size (weights, 0);
  while (*words != '\0')
    {
      gsize length = strcspn (words, " ");
      guint64 weight = weigh (words, length, place);

      if (length > 0)
        g_array_append_val (weights, weight);
      words += length + (words[length] == ' ');
    }
  g_array_sort (weights, compare_weights);
  for (guint i = 0; i < weights->len; i++)
    {
      guint64 weight = g_array_index (weights, guint64, i);

      sum += i == 0 || weight != last ? weight : 0;
      last = weight;
    }
  return sum;
}

static gboolean
weigh_rows (sqlite3 *db, guint64 *sum, GError **error)
{
  g_autoptr (sqlite3_stmt) rows = sotay_sqlite_prepare (db, words_sql, error);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (SotaySearchCache) cache = sotay_search_cache_new ();
  gboolean row;

  if (rows == NULL)
    return FALSE;
  while (sotay_sqlite_next (rows, &row, error))
    {
      if (!row)
        return TRUE;
      read_words (cache, rows, words);
      *sum += weigh_words (words->str, sqlite3_column_int64 (rows, 0), weights);
    }
  return FALSE;
}

static gboolean
weigh_index (sqlite3 *db, guint64 *sum, GError **error)
{
  g_autoptr (sqlite3_stmt) terms = sotay_sqlite_prepare (db, "SELECT term, doc FROM temp.staff_word_terms", error);
  gboolean row;

  if (terms == NULL)
    return FALSE;
  while (sotay_sqlite_next (terms, &row, error))
    {
      const char *term;

      if (!row)
        return TRUE;
      term = (const char *) sqlite3_column_text (terms, 0);
      *sum += weigh (term, (gsize) sqlite3_column_bytes (terms, 0), sqlite3_column_int64 (terms, 1));
    }
  return FALSE;
}

void
sotay_search_append (GString *words, const char *text)
{
  g_autofree char *folded = text != NULL ? sotay_text_fold (text) : g_strdup ("");
  gsize start = words->len;
  char *p = folded;

  while (*p != '\0')
    {
      gsize length = sotay_text_measure_word (p);
      char after = p[length];

      p[length] = '\0';
      if (length > 0)
        append_word (words, start, p);
      p[length] = after;
      p = after != '\0' ? g_utf8_next_char (p + length) : p + length;
    }
}

SotaySearchCache *
sotay_search_cache_new (void)
{
  SotaySearchCache *cache = g_new0 (SotaySearchCache, 1);

  cache->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  cache->part = g_string_new (NULL);
  return cache;
}

void
sotay_search_cache_free (SotaySearchCache *cache)
{
  g_hash_table_unref (cache->known);
  g_string_free (cache->part, TRUE);
  g_free (cache);
}

void
sotay_search_cache_append (SotaySearchCache *cache, GString *words, const char *text)
{
  const char *known = text != NULL ? g_hash_table_lookup (cache->known, text) : "";
  gsize start = words->len;

  if (known != NULL)
    {
      g_string_append (words, known);
      return;
    }
  if (g_hash_table_size (cache->known) >= MOST_KNOWN)
    g_hash_table_remove_all (cache->known);
  sotay_search_append (words, text);
  g_hash_table_insert (cache->known, g_strdup (text), g_strdup (words->str + start));
}

/* Folding looks at nothing across a space. */
void
sotay_search_cache_append_name (SotaySearchCache *cache, GString *words, const char *name)
{
  while (name != NULL && *name != '\0')
    {
      gsize length = strcspn (name, " ");

      g_string_truncate (cache->part, 0);
      g_string_append_len (cache->part, name, (gssize) length);
      if (length > 0)
        sotay_search_cache_append (cache, words, cache->part->str);
      name += length + (name[length] == ' ');
    }
}

char *
sotay_search_make_match (const char *const *words)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_string_append (match, i > 0 ? " AND " : "");
      append_term (match, words[i]);
    }
  return g_string_free (match, FALSE);
}

char *
sotay_search_list_rough (const char *const *words)
{
  GString *rough = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > SHORT && *find_end (words[i]) != '\0')
      g_string_append_printf (rough, "%s%s", rough->len > 0 ? " " : "", words[i]);
  return g_string_free (rough, rough->len == 0);
}

gboolean
sotay_search_add_function (sqlite3 *db, GError **error)
{
  int code = sqlite3_create_function_v2 (db, "sotay_has_words", -1,
                                         SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, has_words_cb,
                                         NULL, NULL, NULL);

  return code == SQLITE_OK || sotay_sqlite_set_error (db, code, error);
}

/* The index is read, not asked to check itself: that would be a write. */
gboolean
sotay_search_check (sqlite3 *db, GError **error)
{
  guint64 expected = 0;
  guint64 found = 0;
  gboolean done;

  if (!sotay_sqlite_execute (db, "CREATE VIRTUAL TABLE temp.staff_word_terms USING fts5vocab "
                                 "(main, staff_word, instance)", error))
    return FALSE;
  done = weigh_rows (db, &expected, error) && weigh_index (db, &found, error);
  sotay_sqlite_execute (db, "DROP TABLE temp.staff_word_terms", NULL);
  if (!done || expected == found)
    return done;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT,
                       "staff_word: not the words of the people");
  return FALSE;
}

gboolean
sotay_search_rebuild (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  g_autoptr (sqlite3_stmt) insert = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (SotaySearchCache) cache = sotay_search_cache_new ();
  gboolean row;

  if (!sotay_sqlite_execute (db, "INSERT INTO staff_word (staff_word) VALUES ('delete-all')", error))
    return FALSE;
  rows = sotay_sqlite_prepare (db, words_sql, error);
  insert = rows != NULL ? sotay_sqlite_prepare (db, "INSERT INTO staff_word (rowid, words) VALUES (?1, ?2)", error)
                        : NULL;
  if (insert == NULL)
    return FALSE;
  while (sotay_sqlite_next (rows, &row, error))
    {
      if (!row)
        return TRUE;
      read_words (cache, rows, words);
      sqlite3_bind_int64 (insert, 1, sqlite3_column_int64 (rows, 0));
      sqlite3_bind_text (insert, 2, words->str, (int) words->len, SQLITE_STATIC);
      if (!sotay_sqlite_run (insert, error))
        return FALSE;
    }
  return FALSE;
}
