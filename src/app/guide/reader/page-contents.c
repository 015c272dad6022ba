/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/page-contents.h"

/* So many pages are kept that nobody wishes for. */
#define MOST_KEPT 32

struct _SotayPageContents
{
  GObject parent_instance;

  SotayDocument *document;
  GHashTable *entries; /* index → Entry */
  guint round;         /* of wishes */
};

typedef struct
{
  SotayPageContents *contents; /* while it is asked for */
  guint index;
  GCancellable *cancellable; /* likewise */
  SotayPageContent *content; /* NULL while it is asked for, or when it could not be read */
  guint round;               /* when it was wished for last */
} Entry;

G_DEFINE_FINAL_TYPE (SotayPageContents, sotay_page_contents, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
entry_free (Entry *entry)
{
  g_clear_object (&entry->contents);
  g_clear_object (&entry->cancellable);
  g_clear_object (&entry->content);
  g_free (entry);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Entry *entry = data;
  g_autoptr (SotayPageContents) self = g_steal_pointer (&entry->contents);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayPageContent) content = sotay_document_load_page_finish (SOTAY_DOCUMENT (source), result, &error);

  if (g_hash_table_lookup (self->entries, GUINT_TO_POINTER (entry->index)) != entry) /* called off */
    {
      entry_free (entry);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_hash_table_remove (self->entries, GUINT_TO_POINTER (entry->index));
      return;
    }
  g_clear_object (&entry->cancellable);
  entry->content = g_steal_pointer (&content);
  g_signal_emit (self, signals[CHANGED], 0, entry->index);
}

static void
ask (SotayPageContents *self, guint index, int priority)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->contents = g_object_ref (self);
  entry->index = index;
  entry->round = self->round;
  entry->cancellable = g_cancellable_new ();
  g_hash_table_insert (self->entries, GUINT_TO_POINTER (index), entry);
  sotay_document_load_page_async (self->document, index, priority, entry->cancellable, loaded_cb, entry);
}

/* Takes it out of the table; its callback frees it. */
static void
call_off (SotayPageContents *self, Entry *entry)
{
  g_hash_table_steal (self->entries, GUINT_TO_POINTER (entry->index));
  g_cancellable_cancel (entry->cancellable);
}

static void
call_off_older (SotayPageContents *self, guint round)
{
  g_autoptr (GList) entries = g_hash_table_get_values (self->entries);

  for (GList *link = entries; link != NULL; link = link->next)
    {
      Entry *entry = link->data;

      if (entry->cancellable != NULL && entry->round < round)
        call_off (self, entry);
    }
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  return (int) ((const Entry *) b)->round - (int) ((const Entry *) a)->round;
}

/* Also those that could not be read, to ask again when they are wished for again. */
static void
forget_oldest (SotayPageContents *self)
{
  g_autoptr (GList) entries = g_list_sort (g_hash_table_get_values (self->entries), compare_rounds);
  guint n = 0;

  for (GList *link = entries; link != NULL; link = link->next)
    {
      Entry *entry = link->data;

      if (entry->round < self->round && (n >= MOST_KEPT || entry->content == NULL))
        g_hash_table_remove (self->entries, GUINT_TO_POINTER (entry->index));
      n++;
    }
}

static void
sotay_page_contents_dispose (GObject *object)
{
  SotayPageContents *self = SOTAY_PAGE_CONTENTS (object);

  sotay_page_contents_stop (self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (sotay_page_contents_parent_class)->dispose (object);
}

static void
sotay_page_contents_finalize (GObject *object)
{
  g_clear_pointer (&SOTAY_PAGE_CONTENTS (object)->entries, g_hash_table_unref);
  G_OBJECT_CLASS (sotay_page_contents_parent_class)->finalize (object);
}

static void
sotay_page_contents_class_init (SotayPageContentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_page_contents_dispose;
  G_OBJECT_CLASS (klass)->finalize = sotay_page_contents_finalize;

  signals[CHANGED] = g_signal_new ("changed", SOTAY_TYPE_PAGE_CONTENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sotay_page_contents_init (SotayPageContents *self)
{
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) entry_free);
}

SotayPageContents *
sotay_page_contents_new (SotayDocument *document)
{
  SotayPageContents *self = g_object_new (SOTAY_TYPE_PAGE_CONTENTS, NULL);

  self->document = g_object_ref (document);
  return self;
}

void
sotay_page_contents_begin_wishes (SotayPageContents *self)
{
  self->round++;
}

void
sotay_page_contents_wish (SotayPageContents *self, guint index, int priority)
{
  Entry *entry = g_hash_table_lookup (self->entries, GUINT_TO_POINTER (index));

  if (entry != NULL)
    entry->round = self->round;
  else
    ask (self, index, priority);
}

void
sotay_page_contents_end_wishes (SotayPageContents *self)
{
  call_off_older (self, self->round);
  forget_oldest (self);
}

void
sotay_page_contents_stop (SotayPageContents *self)
{
  call_off_older (self, G_MAXUINT);
}

SotayPageContent *
sotay_page_contents_get (SotayPageContents *self, guint index)
{
  Entry *entry = g_hash_table_lookup (self->entries, GUINT_TO_POINTER (index));

  return entry != NULL ? entry->content : NULL;
}

gboolean
sotay_page_contents_has_failed (SotayPageContents *self, guint index)
{
  Entry *entry = g_hash_table_lookup (self->entries, GUINT_TO_POINTER (index));

  return entry != NULL && entry->content == NULL && entry->cancellable == NULL;
}
