/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/hit-list.h"

#include "app/guide/reader/index-model.h"

#include <glib/gi18n-lib.h>

struct _SotayHitList
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *status_page;
  GtkLabel *empty_label;
  GtkListView *list_view;

  SotayReaderSearch *search;
  GtkSingleSelection *selection;
  GArray *hits; /* those that the rows show */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayHitList, sotay_hit_list, ADW_TYPE_BIN)

static void
choose (SotayHitList *self, guint position)
{
  sotay_reader_search_go_to (self->search, position);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
activate_cb (GtkListView *list_view, guint position, SotayHitList *self)
{
  choose (self, position);
}

/* Not the list's own single-click-activate: that one selects whatever the pointer passes over. */
static void
row_clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  SotayHitList *self = SOTAY_HIT_LIST (gtk_widget_get_ancestor (box, SOTAY_TYPE_HIT_LIST));

  if (self != NULL && gtk_list_item_get_position (item) != GTK_INVALID_LIST_POSITION)
    choose (self, gtk_list_item_get_position (item));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = gtk_label_new (NULL);
  GtkWidget *snippet = gtk_label_new (NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_label_set_xalign (GTK_LABEL (page), 0);
  gtk_widget_add_css_class (page, "dim-label");
  gtk_widget_add_css_class (page, "numeric");
  gtk_label_set_xalign (GTK_LABEL (snippet), 0);
  gtk_label_set_wrap (GTK_LABEL (snippet), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (snippet), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (snippet), 4);
  gtk_label_set_ellipsize (GTK_LABEL (snippet), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (box, "reader-row");
  gtk_box_append (GTK_BOX (box), page);
  gtk_box_append (GTK_BOX (box), snippet);
  g_signal_connect_object (click, "released", G_CALLBACK (row_clicked_cb), item, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, box);
}

static char *
build_markup (const char *snippet, gsize start, gsize end)
{
  g_autofree char *before = g_markup_escape_text (snippet, (gssize) start);
  g_autofree char *hit = g_markup_escape_text (snippet + start, (gssize) (end - start));
  g_autofree char *after = g_markup_escape_text (snippet + end, -1);

  return g_strconcat (before, "<b>", hit, "</b>", after, NULL);
}

static void
bind_row_cb (SotayHitList *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *page_label = gtk_widget_get_first_child (box);
  const SotayTextHit *hit = &g_array_index (self->hits, SotayTextHit, gtk_list_item_get_position (item));
  SotayDocumentText *text = sotay_reader_search_get_text (self->search);
  gsize start, end;
  g_autofree char *snippet = sotay_document_text_snippet (text, hit, &start, &end);
  g_autofree char *markup = build_markup (snippet, start, end);
  g_autofree char *page = g_strdup_printf (_("Page %u"), hit->index + 1);
  g_autofree char *name = g_strdup_printf ("%s: %s", page, snippet);

  gtk_label_set_text (GTK_LABEL (page_label), page);
  gtk_label_set_markup (GTK_LABEL (gtk_widget_get_next_sibling (page_label)), markup);
  /* GTK 4.8 gives the rows of a list no name of their own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
show_current (SotayHitList *self)
{
  int current = sotay_reader_search_get_current (self->search);

  if (self->selection == NULL || current < 0)
    return;
  gtk_single_selection_set_selected (self->selection, (guint) current);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", (guint) current);
}

static void
show_status (SotayHitList *self, const char *icon, const char *title, const char *description)
{
  adw_status_page_set_icon_name (self->status_page, icon);
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, description);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* The pages that were scanned hide what stands on them: a search must not seem to know better. */
static void
show_empty_pages (SotayHitList *self)
{
  SotayDocumentText *text = sotay_reader_search_get_text (self->search);
  guint n = text != NULL ? sotay_document_text_get_n_empty (text) : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("%u page has no text (it is a picture) and was not searched.",
                                                      "%u pages have no text (they are pictures) and were not searched.",
                                                      n), n);

  gtk_label_set_text (self->empty_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_label),
                          n > 0 && sotay_reader_search_get_state (self->search) != SOTAY_SEARCH_SCANNED);
}

static void
show_rows (SotayHitList *self)
{
  g_autoptr (SotayIndexModel) model = sotay_index_model_new (self->hits->len);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->stack, "hits");
  show_current (self);
}

static void
show_found (SotayHitList *self)
{
  GArray *hits = sotay_reader_search_get_hits (self->search);

  gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits != NULL ? g_array_ref (hits) : NULL;
  show_empty_pages (self);
  switch (sotay_reader_search_get_state (self->search))
    {
    case SOTAY_SEARCH_HITS:
      show_rows (self);
      break;
    case SOTAY_SEARCH_LOADING:
      show_status (self, NULL, _("Reading the Text…"), _("The first search takes a moment."));
      break;
    case SOTAY_SEARCH_NOTHING:
      show_status (self, "edit-find-symbolic", _("Not Found"), _("Try fewer words, or write them without accents."));
      break;
    case SOTAY_SEARCH_SCANNED:
      show_status (self, "edit-find-symbolic", _("Nothing to Search"),
                   _("This manual is a scan: its pages are pictures without text. It can only be read."));
      break;
    case SOTAY_SEARCH_FAILED:
      show_status (self, "dialog-warning-symbolic", _("The Text Cannot Be Read"),
                   _("The pages can still be read. Close the search and open it again to try once more."));
      break;
    default:
      show_status (self, "edit-find-symbolic", _("Find in the Manual"),
                   _("Type into the field above; every hit is listed here. Accents are not needed."));
      break;
    }
}

static void
sotay_hit_list_dispose (GObject *object)
{
  SotayHitList *self = SOTAY_HIT_LIST (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->search);
  g_clear_pointer (&self->hits, g_array_unref);
  G_OBJECT_CLASS (sotay_hit_list_parent_class)->dispose (object);
}

static void
sotay_hit_list_class_init (SotayHitListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_hit_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/reader/hit-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayHitList, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayHitList, status_page);
  gtk_widget_class_bind_template_child (widget_class, SotayHitList, empty_label);
  gtk_widget_class_bind_template_child (widget_class, SotayHitList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
sotay_hit_list_init (SotayHitList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_hit_list_set_search (SotayHitList *self, SotayReaderSearch *search)
{
  self->search = g_object_ref (search);
  g_signal_connect_object (search, "found", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "moved", G_CALLBACK (show_current), self, G_CONNECT_SWAPPED);
  show_found (self);
}
