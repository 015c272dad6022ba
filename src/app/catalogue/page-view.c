/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalogue/page-view.h"

#include "app/catalogue/block-widget.h"
#include "app/catalogue/manual-link.h"
#include "app/widgets/column.h"

#include <glib/gi18n-lib.h>

#define BLOCKS_AT_FIRST 2
#define BLOCKS_PER_FRAME 4

struct _SotayPageView
{
  AdwBin parent_instance;

  SotayServices *services;
  SotayPage *page;
  GPtrArray *see_also;
  char **words;
  guint next_block;
  guint n_frames;
  guint tick_id;
  GtkWidget *list; /* the boxed list that the next row goes into, or NULL */
  gboolean can_go_back;
  gboolean settled; /* a page was there whole: from now on the manual may be asked at once */

  GtkLabel *kicker_label;
  SotayManualLink *manual_link;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkBox *block_box;
  GtkScrolledWindow *scroller;
};

enum
{
  PROP_CAN_GO_BACK = 1,
  N_PROPERTIES
};

enum
{
  BACK,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayPageView, sotay_page_view, ADW_TYPE_BIN)

static void
back_clicked_cb (SotayPageView *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
clear_blocks (SotayPageView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->block_box))) != NULL)
    gtk_box_remove (self->block_box, child);
}

/* Consecutive rows share one boxed list. */
static void
append_block (SotayPageView *self, const SotayContentBlock *block)
{
  GtkWidget *widget = sotay_block_widget_new (block, (const char *const *) self->words,
                                              sotay_services_get_settings (self->services));

  if (!GTK_IS_LIST_BOX_ROW (widget))
    {
      self->list = NULL;
      gtk_box_append (self->block_box, widget);
      return;
    }
  if (self->list == NULL)
    {
      self->list = gtk_list_box_new ();
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (self->list, "boxed-list");
      gtk_box_append (self->block_box, self->list);
    }
  gtk_list_box_append (GTK_LIST_BOX (self->list), widget);
}

static gboolean
append_some_blocks (SotayPageView *self, guint n)
{
  GPtrArray *blocks = sotay_page_get_blocks (self->page);
  guint end = MIN (self->next_block + n, blocks->len);

  for (; self->next_block < end; self->next_block++)
    append_block (self, blocks->pdata[self->next_block]);
  return end < blocks->len;
}

/* A source of several statements, or several names of one source, stand once. */
static char *
join_names (const char *const *names)
{
  g_autofree char *joined = g_strjoinv ("; ", (char **) names);
  g_auto (GStrv) parts = g_strsplit (joined, "; ", -1);
  g_autoptr (GStrvBuilder) once = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) unique = NULL;

  for (gsize i = 0; parts[i] != NULL; i++)
    if (g_hash_table_add (seen, parts[i]))
      g_strv_builder_add (once, parts[i]);
  unique = g_strv_builder_end (once);
  return g_strjoinv ("; ", unique);
}

static void
append_see_also (SotayPageView *self)
{
  SotayContentBlock heading = { .kind = SOTAY_CONTENT_HEADING, .text = (char *) _("See also") };

  if (self->see_also->len == 0)
    return;
  append_block (self, &heading);
  for (guint i = 0; i < self->see_also->len; i++)
    {
      SotayPage *page = self->see_also->pdata[i];
      g_autofree char *link = g_strdup_printf ("[%s](%s)", sotay_page_get_title (page), sotay_page_get_id (page));
      SotayContentBlock point = { .kind = SOTAY_CONTENT_POINT, .text = link };

      append_block (self, &point);
    }
}

/* Only utilities are explained in the manual. */
static void
show_manual_link (SotayPageView *self)
{
  const char *id = sotay_page_get_id (self->page);
  SotayUtility *utility = sotay_catalogue_get_utility (sotay_services_get_catalogue (self->services), id);

  sotay_manual_link_set_utility (self->manual_link, utility != NULL ? id : NULL);
}

static void
append_sources (SotayPageView *self)
{
  const char *const *names = sotay_page_get_sources (self->page);
  g_autofree char *joined = join_names (names);
  g_autofree char *text = g_strdup_printf (_("Sources: %s"), joined);
  GtkWidget *label;

  if (names[0] == NULL)
    return;
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sources");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->block_box, label);
}

/* GTK measures wrapped text many times over. The head of the page is there in the first frame; the rest follows, a few
 * blocks a frame, before anyone has read so far. */
static gboolean
append_rest_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SotayPageView *self = SOTAY_PAGE_VIEW (widget);

  if (self->n_frames++ == 0 || append_some_blocks (self, BLOCKS_PER_FRAME))
    return G_SOURCE_CONTINUE;
  append_see_also (self);
  append_sources (self);
  if (!self->settled)
    show_manual_link (self);
  self->settled = TRUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
append_blocks (SotayPageView *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->next_block = 0;
  self->n_frames = 0;
  self->list = NULL;
  append_some_blocks (self, BLOCKS_AT_FIRST);
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), append_rest_cb, NULL, NULL);
}

static void
set_text (GtkLabel *label, const char *text, const char *const *words)
{
  g_autofree char *markup = sotay_inline_markup (text != NULL ? text : "", words);

  gtk_label_set_markup (label, markup);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
sotay_page_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_CAN_GO_BACK)
    g_value_set_boolean (value, SOTAY_PAGE_VIEW (object)->can_go_back);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
sotay_page_view_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_CAN_GO_BACK)
    SOTAY_PAGE_VIEW (object)->can_go_back = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
sotay_page_view_dispose (GObject *object)
{
  SotayPageView *self = SOTAY_PAGE_VIEW (object);

  g_clear_object (&self->page);
  g_clear_object (&self->services);
  g_clear_pointer (&self->see_also, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  G_OBJECT_CLASS (sotay_page_view_parent_class)->dispose (object);
}

static void
sotay_page_view_class_init (SotayPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_page_view_get_property;
  object_class->set_property = sotay_page_view_set_property;
  object_class->dispose = sotay_page_view_dispose;
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (SOTAY_TYPE_COLUMN);
  g_type_ensure (SOTAY_TYPE_MANUAL_LINK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/catalogue/page-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayPageView, kicker_label);
  gtk_widget_class_bind_template_child (widget_class, SotayPageView, manual_link);
  gtk_widget_class_bind_template_child (widget_class, SotayPageView, title_label);
  gtk_widget_class_bind_template_child (widget_class, SotayPageView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, SotayPageView, block_box);
  gtk_widget_class_bind_template_child (widget_class, SotayPageView, scroller);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
sotay_page_view_init (SotayPageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_page_view_set_services (SotayPageView *self, SotayServices *services)
{
  g_set_object (&self->services, services);
  sotay_manual_link_set_services (self->manual_link, services);
}

void
sotay_page_view_set_page (SotayPageView *self, SotayPage *page, GPtrArray *see_also, const char *const *words)
{
  g_set_object (&self->page, page);
  g_clear_pointer (&self->see_also, g_ptr_array_unref);
  self->see_also = g_ptr_array_ref (see_also);
  g_strfreev (self->words);
  self->words = g_strdupv ((char **) words);
  set_text (self->kicker_label, sotay_page_get_kicker (page), NULL);
  set_text (self->title_label, sotay_page_get_title (page), words);
  set_text (self->subtitle_label, sotay_page_get_subtitle (page), words);
  clear_blocks (self);
  append_blocks (self);
  /* Not for a moment may the link lead from this page to that of the one before. */
  if (self->settled)
    show_manual_link (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

SotayPage *
sotay_page_view_get_page (SotayPageView *self)
{
  return self->page;
}
