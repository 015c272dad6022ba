/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/page-map.h"

#include "core/paths.h"
#include "core/text.h"
#include "core/worker.h"
#include "guide/members.h"
#include "guide/page-match.h"
#include "guide/partial-file.h"
#include "guide/small-file.h"

#define FILE_NAME "pages.json"
#define LARGEST_FILE (1024 * 1024)
#define MOST_WORDS 2000 /* bytes of a page's folded text that are kept to find it again */
#define MOST_ENTRIES 200
#define LAST_INDEX 99999

typedef struct
{
  int index;
  gboolean checked;
  char *words;
} Entry;

/* What the file holds. Never changed once it is shared between threads. */
typedef struct
{
  char *sha256;
  GHashTable *entries; /* id → Entry */
} Pages;

struct _SotayPageMap
{
  GObject parent_instance;

  char *path;
  SotayWorker *worker;
  Pages *pages;
};

/* One change of the file. */
typedef struct
{
  char *path;
  char *id; /* what a person chose, or NULL when following another copy */
  int index;
  char *words;
  char *sha256;
  SotayDocumentText *text;
  GHashTable *titles;
} Change;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayPageMap, sotay_page_map, G_TYPE_OBJECT)

static void
entry_free (Entry *entry)
{
  g_free (entry->words);
  g_free (entry);
}

static Entry *
entry_new (int index, gboolean checked, const char *words)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->index = index;
  entry->checked = checked;
  entry->words = g_strdup (words);
  return entry;
}

static Pages *
pages_new (const char *sha256)
{
  Pages *pages = g_new0 (Pages, 1);

  pages->sha256 = g_strdup (sha256);
  pages->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) entry_free);
  return pages;
}

static void
pages_free (Pages *pages)
{
  g_free (pages->sha256);
  g_hash_table_unref (pages->entries);
  g_free (pages);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pages, pages_free)

static void
change_free (Change *change)
{
  g_free (change->path);
  g_free (change->id);
  g_free (change->words);
  g_free (change->sha256);
  g_clear_object (&change->text);
  g_clear_pointer (&change->titles, g_hash_table_unref);
  g_free (change);
}

static void
read_entry (JsonObject *object, const char *id, JsonNode *node, gpointer data)
{
  Pages *pages = data;
  JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *words = entry != NULL ? sotay_members_get_string (entry, "words") : NULL;
  gint64 page = entry != NULL ? sotay_members_get_int (entry, "page") : 0;

  if (words == NULL || page < 1 || page > LAST_INDEX + 1 || g_hash_table_size (pages->entries) >= MOST_ENTRIES)
    return;
  g_hash_table_insert (pages->entries, g_strdup (id),
                       entry_new ((int) page - 1, sotay_members_get_int (entry, "checked") == 1, words));
}

static Pages *
read_pages (const char *path)
{
  gsize length = 0;
  g_autofree char *text = sotay_small_file_read (path, LARGEST_FILE, &length);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = text != NULL ? sotay_members_parse (parser, text, length) : NULL;
  const char *sha256 = root != NULL ? sotay_members_get_string (root, "copy") : NULL;
  JsonNode *node = root != NULL ? json_object_get_member (root, "utilities") : NULL;
  Pages *pages = pages_new (sha256 != NULL ? sha256 : "");

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), read_entry, pages);
  return pages;
}

static char *
print_pages (Pages *pages)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  GHashTableIter iter;
  gpointer id, value;

  json_builder_begin_object (json);
  sotay_members_add_string (json, "copy", pages->sha256);
  json_builder_set_member_name (json, "utilities");
  json_builder_begin_object (json);
  g_hash_table_iter_init (&iter, pages->entries);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      Entry *entry = value;

      json_builder_set_member_name (json, id);
      json_builder_begin_object (json);
      sotay_members_add_int (json, "page", entry->index + 1);
      sotay_members_add_int (json, "checked", entry->checked ? 1 : 0);
      sotay_members_add_string (json, "words", entry->words);
      json_builder_end_object (json);
    }
  json_builder_end_object (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  return json_to_string (root, TRUE);
}

/* The folded beginning of a page's text, cut between two words. */
static char *
shorten (const char *text)
{
  char *folded = sotay_text_fold (text);
  char *end = NULL;

  if (strlen (folded) <= MOST_WORDS)
    return folded;
  end = g_strrstr_len (folded, MOST_WORDS, " ");
  *(end != NULL ? end : g_utf8_find_prev_char (folded, folded + MOST_WORDS)) = '\0';
  return folded;
}

static void
choose (Pages *pages, const Change *change)
{
  g_autofree char *words = NULL;

  if (change->index < 0)
    {
      g_hash_table_remove (pages->entries, change->id);
      return;
    }
  words = shorten (change->words);
  g_hash_table_insert (pages->entries, g_strdup (change->id), entry_new (change->index, TRUE, words));
}

/* Looks for the pages that are known. One that is not found stays where it was, as far as there is such a page. */
static void
follow_words (Pages *pages, SotayDocumentText *text)
{
  g_autoptr (GList) entries = g_hash_table_get_values (pages->entries);
  guint n = g_hash_table_size (pages->entries);
  g_autofree SotayPageSearch *searches = g_new0 (SotayPageSearch, n + 1);
  int last = MAX ((int) sotay_document_text_get_n_pages (text) - 1, 0);
  guint i = 0;

  for (GList *item = entries; item != NULL; item = item->next, i++)
    {
      Entry *entry = item->data;

      searches[i] = (SotayPageSearch){ .words = entry->words, .near = (guint) entry->index };
    }
  sotay_page_match_words (text, searches, n);
  i = 0;
  for (GList *item = entries; item != NULL; item = item->next, i++)
    {
      Entry *entry = item->data;

      entry->index = searches[i].index >= 0 ? searches[i].index : MIN (entry->index, last);
      entry->checked = FALSE;
    }
}

static void
propose_titles (Pages *pages, SotayDocumentText *text, GHashTable *titles)
{
  g_autofree const char **ids = (const char **) g_hash_table_get_keys_as_array (titles, NULL);
  guint n = g_hash_table_size (titles);
  g_autofree const char **wanted = g_new0 (const char *, n + 1);
  g_autofree int *indexes = g_new0 (int, n + 1);

  for (guint i = 0; i < n; i++)
    wanted[i] = g_hash_table_lookup (titles, ids[i]);
  sotay_page_match_titles (text, wanted, n, indexes);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = NULL;

      if (indexes[i] < 0 || g_hash_table_contains (pages->entries, ids[i]))
        continue;
      words = shorten (sotay_document_text_get_page (text, (guint) indexes[i]));
      g_hash_table_insert (pages->entries, g_strdup (ids[i]), entry_new (indexes[i], FALSE, words));
    }
}

/* Returns whether there was anything to follow: another window may have done it already. */
static gboolean
follow (Pages *pages, const Change *change)
{
  if (g_str_equal (pages->sha256, change->sha256))
    return FALSE;
  g_free (pages->sha256);
  pages->sha256 = g_strdup (change->sha256);
  follow_words (pages, change->text);
  propose_titles (pages, change->text, change->titles);
  return TRUE;
}

static gboolean
write_pages (Pages *pages, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = print_pages (pages);
  g_autoptr (GError) reason = NULL;

  if (!sotay_paths_make_private (folder, &reason))
    return sotay_guide_name_file_error (error, reason);
  return sotay_small_file_write (path, text, error);
}

/* The file is read again before it is changed: another program may have changed it meanwhile. */
static void
apply_on_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Change *change = data;
  g_autoptr (Pages) pages = read_pages (change->path);
  gboolean changed = change->id != NULL;
  GError *error = NULL;

  if (change->id != NULL)
    choose (pages, change);
  else if (change->sha256 != NULL)
    changed = follow (pages, change);
  if (changed && !write_pages (pages, change->path, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&pages), (GDestroyNotify) pages_free);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SotayPageMap *self = SOTAY_PAGE_MAP (source);
  g_autoptr (GTask) answer = data;
  g_autoptr (Pages) pages = NULL;
  GError *error = NULL;

  pages = g_task_propagate_pointer (G_TASK (result), &error);
  if (pages == NULL)
    {
      g_task_return_error (answer, error);
      return;
    }
  pages_free (self->pages);
  self->pages = g_steal_pointer (&pages);
  g_signal_emit (self, signals[CHANGED], 0);
  g_task_return_boolean (answer, TRUE);
}

static void
push (SotayPageMap *self, GTask *answer, Change *change)
{
  GTask *task = g_task_new (self, NULL, applied_cb, answer);

  change->path = g_strdup (self->path);
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  sotay_worker_push (self->worker, task, apply_on_thread);
}

static void
sotay_page_map_finalize (GObject *object)
{
  SotayPageMap *self = SOTAY_PAGE_MAP (object);

  sotay_worker_free (self->worker);
  pages_free (self->pages);
  g_free (self->path);
  G_OBJECT_CLASS (sotay_page_map_parent_class)->finalize (object);
}

static void
sotay_page_map_class_init (SotayPageMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_page_map_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
sotay_page_map_init (SotayPageMap *self)
{
  self->worker = sotay_worker_new ();
  self->pages = pages_new ("");
}

SotayPageMap *
sotay_page_map_new (const char *folder)
{
  SotayPageMap *self = g_object_new (SOTAY_TYPE_PAGE_MAP, NULL);

  self->path = g_build_filename (folder, FILE_NAME, NULL);
  push (self, g_task_new (self, NULL, NULL, NULL), g_new0 (Change, 1));
  return self;
}

int
sotay_page_map_get_index (SotayPageMap *self, const char *id, const char *sha256, gboolean *checked)
{
  const Entry *entry = g_hash_table_lookup (self->pages->entries, id);

  if (checked != NULL)
    *checked = entry != NULL && entry->checked && (sha256 == NULL || sotay_page_map_is_for (self, sha256));
  return entry != NULL ? entry->index : -1;
}

/* "U9" stands before "U10". */
static gboolean
stands_before (const char *a, const char *b)
{
  return strlen (a) != strlen (b) ? strlen (a) < strlen (b) : strcmp (a, b) < 0;
}

const char *
sotay_page_map_find (SotayPageMap *self, guint index)
{
  GHashTableIter iter;
  gpointer id, value;
  const char *found = NULL;
  int best = (int) index - SOTAY_PAGE_MAP_REACH;

  g_hash_table_iter_init (&iter, self->pages->entries);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const Entry *entry = value;

      if (entry->index > (int) index || entry->index < best
          || (entry->index == best && (found == NULL || stands_before (found, id))))
        continue;
      best = entry->index;
      found = id;
    }
  return found;
}

gboolean
sotay_page_map_is_for (SotayPageMap *self, const char *sha256)
{
  return g_str_equal (self->pages->sha256, sha256);
}

void
sotay_page_map_set_async (SotayPageMap *self, const char *id, int index, const char *words,
                          GAsyncReadyCallback callback, gpointer data)
{
  GTask *answer = g_task_new (self, NULL, callback, data);
  Change *change = g_new0 (Change, 1);

  g_task_set_source_tag (answer, sotay_page_map_set_async);
  change->id = g_strdup (id);
  change->index = CLAMP (index, -1, LAST_INDEX);
  change->words = g_strdup (words);
  push (self, answer, change);
}

gboolean
sotay_page_map_set_finish (SotayPageMap *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_page_map_set_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sotay_page_map_follow_async (SotayPageMap *self, const char *sha256, SotayDocumentText *text, GHashTable *titles,
                             GAsyncReadyCallback callback, gpointer data)
{
  GTask *answer = g_task_new (self, NULL, callback, data);
  Change *change = g_new0 (Change, 1);

  g_task_set_source_tag (answer, sotay_page_map_follow_async);
  change->sha256 = g_strdup (sha256);
  change->text = g_object_ref (text);
  change->titles = g_hash_table_ref (titles);
  push (self, answer, change);
}

gboolean
sotay_page_map_follow_finish (SotayPageMap *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sotay_page_map_follow_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
