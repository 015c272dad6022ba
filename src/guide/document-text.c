/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/document-text.h"

#include "core/text.h"

#include <string.h>

#define SNIPPET_CHARACTERS 50 /* about so many before and after the hit */
#define ELLIPSIS "…"

typedef struct
{
  char *text;
  char *folded;
  guint32 *offsets; /* for each byte of folded, that of its character in text */
} Page;

struct _SotayDocumentText
{
  GObject parent_instance;

  Page *pages;
  guint n_pages;
  guint n_empty;
};

G_DEFINE_FINAL_TYPE (SotayDocumentText, sotay_document_text, G_TYPE_OBJECT)

/* What is looked for: folded, and for each byte that begins a letter the marks that were typed on it. */
typedef struct
{
  char *folded;
  gsize length;
  gunichar (*marks)[SOTAY_TEXT_MOST_MARKS]; /* for each byte */
  gboolean marked;                          /* whether there are any */
  gboolean divided;                         /* finds only words that are divided by a hyphen at the end of a line */
} Needle;

/* How far a page was counted: characters are counted once, however many hits there are. */
typedef struct
{
  const char *place;
  guint character;
} Counter;

static void
needle_clear (Needle *needle)
{
  g_free (needle->folded);
  g_free (needle->marks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Needle, needle_clear)

static void
needle_init (Needle *needle, const char *query)
{
  g_autofree char *valid = g_utf8_make_valid (query, -1);
  g_autoptr (GArray) offsets = NULL;

  needle->folded = sotay_text_fold_mapped (valid, &offsets);
  needle->length = strlen (needle->folded);
  needle->marks = g_malloc0_n (needle->length + 1, sizeof *needle->marks);
  for (const char *p = needle->folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize place = (gsize) (p - needle->folded);

      sotay_text_list_marks (valid + g_array_index (offsets, guint32, place), needle->marks[place]);
      needle->marked = needle->marked || needle->marks[place][0] != 0;
    }
}

static char *
drop_hyphens (const char *query)
{
  GString *whole = g_string_new (NULL);

  for (const char *p = query; *p != '\0'; p++)
    if (*p != '-')
      g_string_append_c (whole, *p);
  return g_string_free (whole, FALSE);
}

static gboolean
has_mark (const gunichar *marks, gunichar mark)
{
  for (guint i = 0; i < SOTAY_TEXT_MOST_MARKS && marks[i] != 0; i++)
    if (marks[i] == mark)
      return TRUE;
  return FALSE;
}

/* Whether each mark that was typed is there. */
static gboolean
has_marks (const Needle *needle, const Page *page, gsize place)
{
  for (const char *p = needle->folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar *typed = needle->marks[p - needle->folded];
      gunichar there[SOTAY_TEXT_MOST_MARKS];

      if (typed[0] == 0)
        continue;
      sotay_text_list_marks (page->text + page->offsets[place + (gsize) (p - needle->folded)], there);
      for (guint i = 0; i < SOTAY_TEXT_MOST_MARKS && typed[i] != 0; i++)
        if (!has_mark (there, typed[i]))
          return FALSE;
    }
  return TRUE;
}

static const char *
skip_marks (const char *text)
{
  while (*text != '\0' && g_unichar_ismark (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static guint
count_to (Counter *counter, const char *place)
{
  counter->character += (guint) g_utf8_pointer_to_offset (counter->place, place);
  counter->place = place;
  return counter->character;
}

static void
find_on_page (const Page *page, guint index, const Needle *needle, guint limit, GArray *hits)
{
  Counter counter = { page->text, 0 };
  const char *last = g_utf8_prev_char (needle->folded + needle->length);

  for (const char *p = page->folded; (p = strstr (p, needle->folded)) != NULL && (limit == 0 || hits->len < limit);)
    {
      gsize place = (gsize) (p - page->folded);
      const char *start = page->text + page->offsets[place];
      const char *end = page->text + page->offsets[place + (gsize) (last - needle->folded)];
      SotayTextHit hit = { .index = index };

      end = skip_marks (g_utf8_next_char (end));
      if ((needle->marked && !has_marks (needle, page, place))
          || (needle->divided && g_strstr_len (start, end - start, "-\n") == NULL))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      hit.start = count_to (&counter, start);
      hit.end = count_to (&counter, end);
      g_array_append_val (hits, hit);
      p += needle->length;
    }
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const SotayTextHit *first = a, *second = b;

  if (first->index != second->index)
    return first->index < second->index ? -1 : 1;
  return first->start < second->start ? -1 : first->start > second->start;
}

/* "thông-tin" is also there where the hyphen ends a line, and folding took it for one that divides a word. */
static void
find_divided (SotayDocumentText *text, const char *query, guint limit, GArray *hits)
{
  g_autofree char *whole = drop_hyphens (query);
  g_auto (Needle) needle = { 0 };

  needle_init (&needle, whole);
  needle.divided = TRUE;
  if (needle.length == 0)
    return;
  for (guint i = 0; i < text->n_pages; i++)
    find_on_page (text->pages + i, i, &needle, 0, hits);
  g_array_sort (hits, compare_hits);
  if (limit > 0 && hits->len > limit)
    g_array_set_size (hits, limit);
}

static void
page_init (Page *page, const char *text)
{
  GArray *offsets = NULL;

  page->text = g_strdup (text);
  page->folded = sotay_text_fold_mapped (text, &offsets);
  page->offsets = (guint32 *) (gpointer) g_array_free (offsets, FALSE);
}

static void
sotay_document_text_finalize (GObject *object)
{
  SotayDocumentText *text = SOTAY_DOCUMENT_TEXT (object);

  for (guint i = 0; i < text->n_pages; i++)
    {
      g_free (text->pages[i].text);
      g_free (text->pages[i].folded);
      g_free (text->pages[i].offsets);
    }
  g_free (text->pages);
  G_OBJECT_CLASS (sotay_document_text_parent_class)->finalize (object);
}

static void
sotay_document_text_class_init (SotayDocumentTextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_document_text_finalize;
}

static void
sotay_document_text_init (SotayDocumentText *text)
{
}

SotayDocumentText *
sotay_document_text_new (const char *const *pages, guint n_pages)
{
  SotayDocumentText *text = g_object_new (SOTAY_TYPE_DOCUMENT_TEXT, NULL);

  text->pages = g_new0 (Page, n_pages);
  text->n_pages = n_pages;
  for (guint i = 0; i < n_pages; i++)
    {
      page_init (text->pages + i, pages[i]);
      if (*text->pages[i].folded == '\0')
        text->n_empty++;
    }
  return text;
}

guint
sotay_document_text_get_n_pages (SotayDocumentText *text)
{
  g_return_val_if_fail (SOTAY_IS_DOCUMENT_TEXT (text), 0);

  return text->n_pages;
}

guint
sotay_document_text_get_n_empty (SotayDocumentText *text)
{
  g_return_val_if_fail (SOTAY_IS_DOCUMENT_TEXT (text), 0);

  return text->n_empty;
}

const char *
sotay_document_text_get_page (SotayDocumentText *text, guint index)
{
  g_return_val_if_fail (SOTAY_IS_DOCUMENT_TEXT (text), NULL);
  g_return_val_if_fail (index < text->n_pages, NULL);

  return text->pages[index].text;
}

GArray *
sotay_document_text_find (SotayDocumentText *text, const char *query, guint limit)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (SotayTextHit));
  g_auto (Needle) needle = { 0 };

  g_return_val_if_fail (SOTAY_IS_DOCUMENT_TEXT (text), hits);
  g_return_val_if_fail (query != NULL, hits);

  needle_init (&needle, query);
  if (needle.length == 0)
    return hits;
  for (guint i = 0; i < text->n_pages && (limit == 0 || hits->len < limit); i++)
    find_on_page (text->pages + i, i, &needle, limit, hits);
  if (strchr (needle.folded, '-') != NULL)
    find_divided (text, query, limit, hits);
  return hits;
}

typedef struct
{
  char *query;
  guint limit;
} Search;

static void
search_free (Search *search)
{
  g_free (search->query);
  g_free (search);
}

static void
find_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;

  g_task_return_pointer (task, sotay_document_text_find (source, search->query, search->limit),
                         (GDestroyNotify) g_array_unref);
}

void
sotay_document_text_find_async (SotayDocumentText *text, const char *query, guint limit, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (text, cancellable, callback, data);
  Search *search = NULL;

  g_return_if_fail (SOTAY_IS_DOCUMENT_TEXT (text));
  g_return_if_fail (query != NULL);

  g_task_set_source_tag (task, sotay_document_text_find_async);
  search = g_new0 (Search, 1);
  search->query = g_strdup (query);
  search->limit = limit;
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, find_on_thread);
}

GArray *
sotay_document_text_find_finish (SotayDocumentText *text, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_document_text_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Goes about as far as a snippet does and then on to the next gap between words. */
static const char *
go_back (const char *text, const char *place)
{
  for (guint i = 0; place > text && (i < SNIPPET_CHARACTERS || !g_unichar_isspace (g_utf8_get_char (place)))
                    && i < 2 * SNIPPET_CHARACTERS;
       i++)
    place = g_utf8_prev_char (place);
  return place;
}

static const char *
go_on (const char *place)
{
  for (guint i = 0; *place != '\0' && (i < SNIPPET_CHARACTERS || !g_unichar_isspace (g_utf8_get_char (place)))
                    && i < 2 * SNIPPET_CHARACTERS;
       i++)
    place = g_utf8_next_char (place);
  return skip_marks (place);
}

/* Appends on one line what stands from @start to @end; one space where white space was. */
static void
append_tidy (GString *line, const char *start, const char *end)
{
  g_autofree char *raw = g_strndup (start, (gsize) (end - start));
  g_autofree char *composed = g_utf8_normalize (raw, -1, G_NORMALIZE_NFC);

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_unichar (line, g_utf8_get_char (p));
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
}

char *
sotay_document_text_snippet (SotayDocumentText *text, const SotayTextHit *hit, gsize *start, gsize *end)
{
  GString *line = g_string_new (NULL);
  const char *page, *first, *last, *from, *to;

  g_return_val_if_fail (SOTAY_IS_DOCUMENT_TEXT (text), g_string_free (line, FALSE));
  g_return_val_if_fail (hit->index < text->n_pages, g_string_free (line, FALSE));

  page = text->pages[hit->index].text;
  first = g_utf8_offset_to_pointer (page, hit->start);
  last = g_utf8_offset_to_pointer (first, (glong) (hit->end - hit->start));
  from = go_back (page, first);
  to = go_on (last);
  if (from > page)
    g_string_append (line, ELLIPSIS);
  append_tidy (line, from, first);
  *start = line->len;
  append_tidy (line, first, last);
  *end = line->len;
  append_tidy (line, last, to);
  if (*to != '\0')
    g_string_append (line, ELLIPSIS);
  return g_string_free (line, FALSE);
}
