/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/import-list.h"

#include "app/register/import-columns.h"
#include "core/numbers.h"

#include <glib/gi18n-lib.h>

struct _SotayImportList
{
  AdwBin parent_instance;

  GtkDropDown *filter;
  GtkLabel *counts_label;
  GtkLabel *hint_label;
  GtkColumnView *column_view;

  SotayRoster *roster;
  SotayUnitNames *names;
  GtkMultiSelection *selection;
};

G_DEFINE_FINAL_TYPE (SotayImportList, sotay_import_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What can be shown, in the order of the drop-down; the first choice is everything. */
static const SotayRosterDecision filters[] = {
  SOTAY_ROSTER_ASK,    SOTAY_ROSTER_REJECT,    SOTAY_ROSTER_ADD,
  SOTAY_ROSTER_UPDATE, SOTAY_ROSTER_UNCHANGED, SOTAY_ROSTER_SKIP,
};

static const struct
{
  gboolean expand;
  int width; /* in characters, at least */
} layout[SOTAY_IMPORT_N_COLUMNS] = {
  [SOTAY_IMPORT_COLUMN_LINE] = { FALSE, 4 },      [SOTAY_IMPORT_COLUMN_NAME] = { TRUE, 14 },
  [SOTAY_IMPORT_COLUMN_BIRTH] = { FALSE, 8 },     [SOTAY_IMPORT_COLUMN_UNIT] = { TRUE, 12 },
  [SOTAY_IMPORT_COLUMN_DECISION] = { FALSE, 12 }, [SOTAY_IMPORT_COLUMN_REASON] = { TRUE, 24 },
};

/* "40 new", "3 to update", "2 to be decided", "1 that cannot be imported". */
static char *
count_text (SotayRosterDecision decision, guint count)
{
  g_autofree char *number = sotay_number_format (count);

  switch (decision)
    {
    case SOTAY_ROSTER_ADD:
      return g_strdup_printf (ngettext ("%s new", "%s new", count), number);
    case SOTAY_ROSTER_UPDATE:
      return g_strdup_printf (ngettext ("%s to update", "%s to update", count), number);
    case SOTAY_ROSTER_UNCHANGED:
      return g_strdup_printf (ngettext ("%s unchanged", "%s unchanged", count), number);
    case SOTAY_ROSTER_ASK:
      return g_strdup_printf (ngettext ("%s to be decided", "%s to be decided", count), number);
    case SOTAY_ROSTER_REJECT:
      return g_strdup_printf (ngettext ("%s that cannot be imported", "%s that cannot be imported", count), number);
    default:
      return g_strdup_printf (ngettext ("%s left out", "%s left out", count), number);
    }
}

static void
show_counts (SotayImportList *self)
{
  static const SotayRosterDecision order[] = {
    SOTAY_ROSTER_ADD, SOTAY_ROSTER_UPDATE, SOTAY_ROSTER_UNCHANGED,
    SOTAY_ROSTER_ASK, SOTAY_ROSTER_REJECT, SOTAY_ROSTER_SKIP,
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint count = sotay_roster_count (self->roster, order[i]);
      g_autofree char *counted = count_text (order[i], count);

      if (count > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", counted);
    }
  gtk_label_set_text (self->counts_label, text->len > 0 ? text->str : _("There are no people in this list."));
  gtk_widget_set_visible (GTK_WIDGET (self->hint_label), sotay_roster_count (self->roster, SOTAY_ROSTER_ASK) > 0);
}

static void
selection_changed_cb (SotayImportList *self)
{
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  gboolean selected = !gtk_bitset_is_empty (rows);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.same", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.other", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.skip", selected);
}

/* A new filter makes a new model: GTK 4.8 would walk every row of a changed one. */
static void
show_rows (SotayImportList *self)
{
  guint chosen = gtk_drop_down_get_selected (self->filter);
  GListModel *rows = chosen > 0 && chosen <= G_N_ELEMENTS (filters)
                       ? sotay_roster_list (self->roster, filters[chosen - 1])
                       : g_object_ref (G_LIST_MODEL (self->roster));

  g_clear_object (&self->selection);
  self->selection = gtk_multi_selection_new (rows);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  selection_changed_cb (self);
}

static void
filter_changed_cb (SotayImportList *self)
{
  if (self->roster != NULL)
    show_rows (self);
}

static void
decide (SotayImportList *self, SotayRosterDecision decision)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (SotayRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      sotay_roster_row_set_decision (row, decision);
    }
  show_counts (self);
  if (gtk_drop_down_get_selected (self->filter) > 0)
    show_rows (self);
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

static void
decide_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayImportList *self = SOTAY_IMPORT_LIST (widget);

  if (g_str_equal (action, "import.other"))
    decide (self, SOTAY_ROSTER_ADD);
  else if (g_str_equal (action, "import.same"))
    decide (self, SOTAY_ROSTER_UPDATE);
  else
    decide (self, SOTAY_ROSTER_SKIP);
}

static void
fill_cell (GtkListItem *item, SotayRosterRow *row)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  SotayImportColumn column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "column"));
  SotayImportList *self = SOTAY_IMPORT_LIST (gtk_widget_get_ancestor (label, SOTAY_TYPE_IMPORT_LIST));
  SotayRosterDecision decision = sotay_roster_row_get_decision (row);
  g_autofree char *text = NULL;

  if (self == NULL)
    return;
  text = sotay_import_column_text (column, row, self->names);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  if (column != SOTAY_IMPORT_COLUMN_DECISION && column != SOTAY_IMPORT_COLUMN_REASON)
    return;
  gtk_widget_remove_css_class (label, "warning");
  gtk_widget_remove_css_class (label, "error");
  if (decision == SOTAY_ROSTER_ASK)
    gtk_widget_add_css_class (label, "warning");
  else if (decision == SOTAY_ROSTER_REJECT)
    gtk_widget_add_css_class (label, "error");
}

static void
decision_changed_cb (SotayRosterRow *row, GParamSpec *pspec, GtkListItem *item)
{
  fill_cell (item, row);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set_data (G_OBJECT (label), "column", column);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), layout[GPOINTER_TO_UINT (column)].width);
  if (GPOINTER_TO_UINT (column) == SOTAY_IMPORT_COLUMN_REASON)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), 3);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  SotayRosterRow *row = gtk_list_item_get_item (item);

  fill_cell (item, row);
  g_signal_connect_object (row, "notify::decision", G_CALLBACK (decision_changed_cb), item, 0);
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), decision_changed_cb, item);
}

static void
add_column (SotayImportList *self, SotayImportColumn number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (sotay_import_column_title (number), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GUINT_TO_POINTER (number));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  gtk_column_view_column_set_expand (column, layout[number].expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->column_view, column);
}

static void
fill_filters (SotayImportList *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("All rows"));
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_string_list_append (labels, sotay_import_decision_text (filters[i]));
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (labels));
}

static void
sotay_import_list_dispose (GObject *object)
{
  SotayImportList *self = SOTAY_IMPORT_LIST (object);

  g_clear_object (&self->roster);
  g_clear_object (&self->names);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (sotay_import_list_parent_class)->dispose (object);
}

static void
sotay_import_list_class_init (SotayImportListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_import_list_dispose;
  signals[SIGNAL_DECIDED] = g_signal_new ("decided", SOTAY_TYPE_IMPORT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/import-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayImportList, filter);
  gtk_widget_class_bind_template_child (widget_class, SotayImportList, counts_label);
  gtk_widget_class_bind_template_child (widget_class, SotayImportList, hint_label);
  gtk_widget_class_bind_template_child (widget_class, SotayImportList, column_view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_install_action (widget_class, "import.same", NULL, decide_cb);
  gtk_widget_class_install_action (widget_class, "import.other", NULL, decide_cb);
  gtk_widget_class_install_action (widget_class, "import.skip", NULL, decide_cb);
}

static void
sotay_import_list_init (SotayImportList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint column = 0; column < SOTAY_IMPORT_N_COLUMNS; column++)
    add_column (self, column);
  fill_filters (self);
}

void
sotay_import_list_show (SotayImportList *self, SotayRoster *roster, SotayUnitNames *names)
{
  g_clear_object (&self->roster); /* the choice below is not about the plan shown before */
  g_set_object (&self->names, names);
  gtk_drop_down_set_selected (self->filter, sotay_roster_count (roster, SOTAY_ROSTER_ASK) > 0 ? 1 : 0);
  g_set_object (&self->roster, roster);
  show_counts (self);
  show_rows (self);
}
