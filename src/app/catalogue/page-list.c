/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalogue/page-list.h"

#include "app/widgets/column.h"
#include "core/text.h"

#include <glib/gi18n-lib.h>

struct _SotayPageList
{
  AdwBin parent_instance;

  SotayCatalogue *catalogue;
  gboolean inherited_shown;
  guint n_frames;
  char *selected; /* id of the page that is shown */

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *level_1_list;
  GtkListBox *level_2_list;
  GtkListBox *article_list;
  GtkListBox *letter_list;
  GtkListBox *result_list;
  GtkLabel *result_count;
};

enum
{
  PAGE_CHOSEN,
  PAGE_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayPageList, sotay_page_list, ADW_TYPE_BIN)

static GQuark page_quark;

static GtkWidget *
new_label (const char *markup, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_row (SotayPage *page, GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  if (page == NULL)
    return row;
  g_object_set_qdata_full (G_OBJECT (row), page_quark, g_object_ref (page), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sotay_page_get_title (page), -1);
  return row;
}

/* A grid and not a box: a box asks its labels how wide they would be at many heights, which made the start six times as
 * long. */
static GtkWidget *
new_led_row (SotayPage *page, GtkWidget *lead, GtkWidget *label)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (grid), lead, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, 0, 1, 1);
  return new_row (page, grid);
}

static GtkWidget *
new_page_row (SotayPage *page, const char *number, gboolean inherited)
{
  g_autofree char *title = g_markup_escape_text (sotay_page_get_title (page), -1);
  GtkWidget *label = new_label (title, inherited ? "dim-label" : NULL);
  GtkWidget *badge;

  if (number == NULL)
    return new_row (page, label);
  badge = gtk_label_new (number);
  gtk_widget_add_css_class (badge, "number");
  return new_led_row (page, badge, label);
}

static GtkWidget *
new_inherited_toggle (guint count)
{
  g_autofree char *text = g_strdup_printf (_("%02u utilities of level 1"), count);
  GtkWidget *row = new_led_row (NULL, gtk_image_new_from_icon_name ("pan-end-symbolic"), new_label (text, NULL));

  gtk_widget_set_tooltip_text (row, _("Everything of level 1 belongs to level 2 too"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  return row;
}

static GtkWidget *
new_utility_row (SotayPageList *self, SotayUtility *utility, gboolean inherited)
{
  SotayPage *page = sotay_catalogue_get_page (self->catalogue, sotay_utility_get_id (utility));
  g_autofree char *number = g_strdup_printf ("%u", sotay_utility_get_order (utility));

  return new_page_row (page, number, inherited);
}

static guint
fill_level (SotayPageList *self, GtkListBox *list, guint level)
{
  GPtrArray *utilities = sotay_catalogue_get_utilities (self->catalogue);
  guint n = 0;

  for (guint i = 0; i < utilities->len; i++)
    {
      if (sotay_utility_get_level (utilities->pdata[i]) != level)
        continue;
      gtk_list_box_append (list, new_utility_row (self, utilities->pdata[i], FALSE));
      n++;
    }
  return n;
}

static void
fill_articles (SotayPageList *self)
{
  guint n_utilities = sotay_catalogue_get_utilities (self->catalogue)->len;
  GPtrArray *pages = sotay_catalogue_get_pages (self->catalogue);

  for (guint i = n_utilities; i < pages->len; i++)
    {
      gboolean letter = g_str_equal (sotay_page_get_id (pages->pdata[i]), "letter");

      gtk_list_box_append (letter ? self->letter_list : self->article_list,
                           new_page_row (pages->pdata[i], NULL, FALSE));
    }
}

/* The upper list is there in the first frame, the others in the next one: GTK measures each row many times over. */
static gboolean
fill_lower_lists_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SotayPageList *self = SOTAY_PAGE_LIST (widget);

  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;
  fill_level (self, self->level_2_list, 2);
  fill_articles (self);
  sotay_page_list_select (self, self->selected);
  return G_SOURCE_REMOVE;
}

static void
insert_inherited (SotayPageList *self, GtkListBoxRow *toggle)
{
  GPtrArray *utilities = sotay_catalogue_get_utilities (self->catalogue);

  for (guint i = utilities->len; i > 0; i--)
    if (sotay_utility_get_level (utilities->pdata[i - 1]) == 1)
      gtk_list_box_insert (self->level_2_list, new_utility_row (self, utilities->pdata[i - 1], TRUE),
                           gtk_list_box_row_get_index (toggle) + 1);
}

static void
remove_inherited (SotayPageList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->level_2_list, 1)) != NULL)
    {
      SotayPage *page = g_object_get_qdata (G_OBJECT (row), page_quark);
      SotayUtility *utility = sotay_catalogue_get_utility (self->catalogue, sotay_page_get_id (page));

      if (sotay_utility_get_level (utility) != 1)
        return;
      gtk_list_box_remove (self->level_2_list, GTK_WIDGET (row));
    }
}

static void
toggle_inherited (SotayPageList *self, GtkListBoxRow *toggle)
{
  GtkWidget *arrow = gtk_widget_get_first_child (gtk_list_box_row_get_child (toggle));

  self->inherited_shown = !self->inherited_shown;
  gtk_image_set_from_icon_name (GTK_IMAGE (arrow), self->inherited_shown ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_STATE_EXPANDED, self->inherited_shown, -1);
  if (self->inherited_shown)
    insert_inherited (self, toggle);
  else
    remove_inherited (self);
}

static void
row_activated_cb (SotayPageList *self, GtkListBoxRow *row)
{
  SotayPage *page = g_object_get_qdata (G_OBJECT (row), page_quark);

  if (page == NULL)
    toggle_inherited (self, row);
  else
    g_signal_emit (self, signals[PAGE_CHOSEN], 0, page);
}

/* The arrow keys select without opening: the page follows beside the list. */
static void
row_selected_cb (SotayPageList *self, GtkListBoxRow *row)
{
  SotayPage *page = row != NULL ? g_object_get_qdata (G_OBJECT (row), page_quark) : NULL;

  if (page != NULL && g_strcmp0 (sotay_page_get_id (page), self->selected) != 0)
    g_signal_emit (self, signals[PAGE_SELECTED], 0, page);
}

static GtkWidget *
new_result_row (SotayHit *hit, const char *const *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *kicker = g_markup_escape_text (sotay_page_get_kicker (hit->page), -1);
  g_autofree char *title = sotay_inline_markup (sotay_page_get_title (hit->page), words);
  g_autofree char *snippet = sotay_inline_markup (hit->snippet, words);
  GtkWidget *kicker_label = new_label (kicker, "caption");
  GtkWidget *snippet_label = new_label (snippet, "dim-label");

  gtk_widget_add_css_class (kicker_label, "dim-label");
  gtk_label_set_lines (GTK_LABEL (snippet_label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (snippet_label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (snippet_label, *hit->snippet != '\0');
  gtk_box_append (GTK_BOX (box), kicker_label);
  gtk_box_append (GTK_BOX (box), new_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), snippet_label);
  return new_row (hit->page, box);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
search_changed_cb (SotayPageList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GPtrArray) hits = sotay_catalogue_search (self->catalogue, text);
  g_auto (GStrv) words = sotay_page_list_dup_words (self);
  g_autofree char *count = NULL;

  if (words[0] == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "lists");
      return;
    }
  clear_list (self->result_list);
  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (self->result_list, new_result_row (hits->pdata[i], (const char *const *) words));
  count = g_strdup_printf (ngettext ("%u result", "%u results", hits->len), hits->len);
  gtk_label_set_text (self->result_count, count);
  gtk_stack_set_visible_child_name (self->stack, hits->len > 0 ? "results" : "nothing");
}

/* Enter in the search field opens the best result, as a desk question needs it. GTK tells of Enter before it tells of
 * the letters typed last. */
static void
search_activated_cb (SotayPageList *self)
{
  GtkListBoxRow *first;

  search_changed_cb (self);
  first = gtk_list_box_get_row_at_index (self->result_list, 0);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "results") == 0 && first != NULL)
    row_activated_cb (self, first);
}

static void
search_stopped_cb (SotayPageList *self)
{
  sotay_page_list_leave_search (self);
}

static void
sotay_page_list_dispose (GObject *object)
{
  SotayPageList *self = SOTAY_PAGE_LIST (object);

  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->selected, g_free);
  G_OBJECT_CLASS (sotay_page_list_parent_class)->dispose (object);
}

static void
sotay_page_list_class_init (SotayPageListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_quark = g_quark_from_static_string ("sotay-page");
  G_OBJECT_CLASS (klass)->dispose = sotay_page_list_dispose;
  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, SOTAY_TYPE_PAGE);
  signals[PAGE_SELECTED] = g_signal_new ("page-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, SOTAY_TYPE_PAGE);
  g_type_ensure (SOTAY_TYPE_COLUMN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/catalogue/page-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayPageList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SotayPageList, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayPageList, level_1_list);
  gtk_widget_class_bind_template_child (widget_class, SotayPageList, level_2_list);
  gtk_widget_class_bind_template_child (widget_class, SotayPageList, article_list);
  gtk_widget_class_bind_template_child (widget_class, SotayPageList, letter_list);
  gtk_widget_class_bind_template_child (widget_class, SotayPageList, result_list);
  gtk_widget_class_bind_template_child (widget_class, SotayPageList, result_count);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
sotay_page_list_init (SotayPageList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_page_list_set_catalogue (SotayPageList *self, SotayCatalogue *catalogue)
{
  self->catalogue = g_object_ref (catalogue);
  gtk_list_box_append (self->level_2_list, new_inherited_toggle (fill_level (self, self->level_1_list, 1)));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_lower_lists_cb, NULL, NULL);
}

void
sotay_page_list_focus_search (SotayPageList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

gboolean
sotay_page_list_leave_search (SotayPageList *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) == '\0')
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  return TRUE;
}

static void
select_in (GtkListBox *list, const char *id)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list));

  gtk_list_box_unselect_all (list);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      SotayPage *page = g_object_get_qdata (G_OBJECT (row), page_quark);

      if (page != NULL && g_str_equal (sotay_page_get_id (page), id))
        gtk_list_box_select_row (list, GTK_LIST_BOX_ROW (row));
    }
}

void
sotay_page_list_select (SotayPageList *self, const char *id)
{
  char *old = self->selected;

  self->selected = g_strdup (id); /* which may be the old one */
  g_free (old);
  select_in (self->level_1_list, self->selected);
  select_in (self->level_2_list, self->selected);
  select_in (self->article_list, self->selected);
  select_in (self->letter_list, self->selected);
}

char **
sotay_page_list_dup_words (SotayPageList *self)
{
  g_autofree char *folded = sotay_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  return sotay_text_split (folded);
}
