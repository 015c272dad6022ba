/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/reader-search.h"

#include "core/numbers.h"

#include <glib/gi18n-lib.h>

/* Nobody looks through more, and each keystroke would cost memory. */
#define MOST_HITS 10000

struct _SotayReaderSearch
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkSearchEntry *entry;
  GtkSpinner *spinner;
  GtkLabel *count_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;

  SotayDocument *document;
  GCancellable *loading; /* not NULL while the text is being read */
  SotayDocumentText *text;
  gboolean failed;
  GCancellable *finding;
  char *query; /* what @hits are the hits of */
  GArray *hits;
  int current;
  guint origin;
};

enum
{
  PROP_OPEN = 1,
  N_PROPS
};

enum
{
  FOUND,
  MOVED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayReaderSearch, sotay_reader_search, ADW_TYPE_BIN)

static char *
describe_count (SotayReaderSearch *self)
{
  guint n = self->hits != NULL ? self->hits->len : 0;
  g_autofree char *count = sotay_number_format (n);
  g_autofree char *position = sotay_number_format (self->current + 1);

  switch (sotay_reader_search_get_state (self))
    {
    case SOTAY_SEARCH_LOADING:
      return g_strdup (_("Reading the text…"));
    case SOTAY_SEARCH_HITS:
      return g_strdup_printf (n < MOST_HITS ? "%s / %s" : "%s / %s+", position, count);
    case SOTAY_SEARCH_NOTHING:
      return g_strdup (_("Not found"));
    case SOTAY_SEARCH_SCANNED:
      return g_strdup (_("No text to search"));
    case SOTAY_SEARCH_FAILED:
      return g_strdup (_("The text cannot be read"));
    default:
      return g_strdup ("");
    }
}

static void
show_state (SotayReaderSearch *self)
{
  SotaySearchState state = sotay_reader_search_get_state (self);
  g_autofree char *count = describe_count (self);

  gtk_label_set_text (self->count_label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), state == SOTAY_SEARCH_LOADING);
  gtk_spinner_set_spinning (self->spinner, state == SOTAY_SEARCH_LOADING);
  gtk_widget_set_sensitive (self->previous_button, state == SOTAY_SEARCH_HITS);
  gtk_widget_set_sensitive (self->next_button, state == SOTAY_SEARCH_HITS);
  if (state == SOTAY_SEARCH_NOTHING)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
set_current (SotayReaderSearch *self, int current)
{
  self->current = current;
  show_state (self);
  g_signal_emit (self, signals[MOVED], 0);
}

/* The first hit from the page on from which the search began. */
static int
find_nearest (SotayReaderSearch *self)
{
  for (guint i = 0; i < self->hits->len; i++)
    if (g_array_index (self->hits, SotayTextHit, i).index >= self->origin)
      return (int) i;
  return self->hits->len > 0 ? 0 : -1;
}

static void
set_hits (SotayReaderSearch *self, GArray *hits)
{
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  self->current = hits != NULL ? find_nearest (self) : -1;
  show_state (self);
  g_signal_emit (self, signals[FOUND], 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayReaderSearch) self = data;
  g_autoptr (GError) error = NULL;
  GArray *hits = sotay_document_text_find_finish (SOTAY_DOCUMENT_TEXT (source), result, &error);

  if (hits == NULL)
    return;
  /* An answer may come although it was cancelled, when another document is there. */
  if (SOTAY_DOCUMENT_TEXT (source) == self->text)
    set_hits (self, hits);
  else
    g_array_unref (hits);
}

static gboolean
has_words (const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  return *words != '\0';
}

static void
find (SotayReaderSearch *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->text == NULL || g_strcmp0 (query, self->query) == 0)
    return;
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_free (self->query);
  self->query = g_strdup (query);
  if (!has_words (query) || sotay_reader_search_get_state (self) == SOTAY_SEARCH_SCANNED)
    {
      set_hits (self, NULL);
      return;
    }
  self->finding = g_cancellable_new ();
  sotay_document_text_find_async (self->text, query, MOST_HITS, self->finding, found_cb, g_object_ref (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayReaderSearch) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayDocumentText) text = sotay_document_load_text_finish (SOTAY_DOCUMENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || SOTAY_DOCUMENT (source) != self->document)
    return;
  g_clear_object (&self->loading);
  self->failed = text == NULL;
  self->text = g_steal_pointer (&text);
  show_state (self);
  g_signal_emit (self, signals[FOUND], 0);
  find (self);
}

static void
load (SotayReaderSearch *self)
{
  if (self->document == NULL || self->text != NULL || self->loading != NULL)
    return;
  self->failed = FALSE;
  self->loading = g_cancellable_new ();
  sotay_document_load_text_async (self->document, self->loading, loaded_cb, g_object_ref (self));
  show_state (self);
  g_signal_emit (self, signals[FOUND], 0);
}

static void
changed_cb (SotayReaderSearch *self)
{
  find (self);
}

/* GTK tells of Enter before it tells of the letters typed last. */
static void
enter (SotayReaderSearch *self, int step)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->query) != 0)
    find (self);
  else
    sotay_reader_search_step (self, step);
}

static void
next_cb (SotayReaderSearch *self)
{
  enter (self, 1);
}

static void
previous_cb (SotayReaderSearch *self)
{
  enter (self, -1);
}

static void
close_cb (SotayReaderSearch *self)
{
  sotay_reader_search_close (self);
}

static gboolean
key_pressed_cb (SotayReaderSearch *self, guint key, guint code, GdkModifierType state)
{
  if ((state & GDK_SHIFT_MASK) == 0 || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE;
  previous_cb (self);
  return GDK_EVENT_STOP;
}

static void
forget (SotayReaderSearch *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_clear_object (&self->document);
  g_clear_object (&self->text);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->hits, g_array_unref);
  self->current = -1;
  self->failed = FALSE;
}

static void
sotay_reader_search_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, gtk_revealer_get_reveal_child (SOTAY_READER_SEARCH (object)->revealer));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_reader_search_dispose (GObject *object)
{
  forget (SOTAY_READER_SEARCH (object));
  G_OBJECT_CLASS (sotay_reader_search_parent_class)->dispose (object);
}

static void
sotay_reader_search_class_init (SotayReaderSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_reader_search_get_property;
  object_class->dispose = sotay_reader_search_dispose;
  props[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/reader/reader-search.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayReaderSearch, revealer);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderSearch, spinner);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderSearch, count_label);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderSearch, previous_button);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderSearch, next_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
sotay_reader_search_init (SotayReaderSearch *self)
{
  self->current = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_reader_search_set_document (SotayReaderSearch *self, SotayDocument *document)
{
  forget (self);
  g_set_object (&self->document, document);
  show_state (self);
  g_signal_emit (self, signals[FOUND], 0);
  if (gtk_revealer_get_reveal_child (self->revealer))
    load (self);
}

static void
set_open (SotayReaderSearch *self, gboolean open)
{
  gtk_revealer_set_reveal_child (self->revealer, open);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPEN]);
}

void
sotay_reader_search_open (SotayReaderSearch *self, guint index)
{
  if (!gtk_revealer_get_reveal_child (self->revealer))
    {
      self->origin = index;
      set_open (self, TRUE);
      load (self);
      find (self);
    }
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

gboolean
sotay_reader_search_close (SotayReaderSearch *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer))
    return FALSE;
  set_open (self, FALSE);
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->query, g_free);
  set_hits (self, NULL);
  return TRUE;
}

void
sotay_reader_search_step (SotayReaderSearch *self, int step)
{
  int n = self->hits != NULL ? (int) self->hits->len : 0;

  if (n > 0)
    set_current (self, (self->current + step + n) % n);
}

void
sotay_reader_search_go_to (SotayReaderSearch *self, guint hit)
{
  if (self->hits != NULL && hit < self->hits->len)
    set_current (self, (int) hit);
}

SotaySearchState
sotay_reader_search_get_state (SotayReaderSearch *self)
{
  if (self->failed)
    return SOTAY_SEARCH_FAILED;
  if (self->loading != NULL)
    return SOTAY_SEARCH_LOADING;
  if (self->text != NULL
      && sotay_document_text_get_n_empty (self->text) == sotay_document_text_get_n_pages (self->text))
    return SOTAY_SEARCH_SCANNED;
  if (self->hits == NULL)
    return SOTAY_SEARCH_IDLE;
  return self->hits->len > 0 ? SOTAY_SEARCH_HITS : SOTAY_SEARCH_NOTHING;
}

SotayDocumentText *
sotay_reader_search_get_text (SotayReaderSearch *self)
{
  return self->text;
}

GArray *
sotay_reader_search_get_hits (SotayReaderSearch *self)
{
  return self->hits;
}

int
sotay_reader_search_get_current (SotayReaderSearch *self)
{
  return self->current;
}
