/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/import-window.h"

#include "app/register/import-columns.h"
#include "app/register/step-actions.h"
#include "core/numbers.h"
#include "register/roster.h"

#include <glib/gi18n-lib.h>

struct _SotayImportWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *import_button;
  GtkStack *stack;
  SotayNotice *read_notice;
  SotayNotice *notice;
  AdwComboRow *unit_row;
  AdwComboRow *filter_row;
  GtkLabel *counts_label;
  GtkColumnView *column_view;

  SotayStore *store;
  SotayUnitNames *names;
  GFile *file;
  SotayRoster *roster;
  GtkMultiSelection *selection;
  GCancellable *cancellable;
  gboolean importing;
  GtkWindow *parent; /* where it is told what was done, also when the window was closed at the last moment */
};

G_DEFINE_FINAL_TYPE (SotayImportWindow, sotay_import_window, ADW_TYPE_WINDOW)

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
  [SOTAY_IMPORT_COLUMN_LINE] = { FALSE, 5 },   [SOTAY_IMPORT_COLUMN_NAME] = { TRUE, 16 },
  [SOTAY_IMPORT_COLUMN_BIRTH] = { FALSE, 9 },  [SOTAY_IMPORT_COLUMN_UNIT] = { TRUE, 12 },
  [SOTAY_IMPORT_COLUMN_DECISION] = { FALSE, 13 }, [SOTAY_IMPORT_COLUMN_REASON] = { TRUE, 20 },
};

static void
append_count (GString *text, SotayRoster *roster, SotayRosterDecision decision)
{
  guint count = sotay_roster_count (roster, decision);
  g_autofree char *number = sotay_number_format (count);

  if (count > 0)
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "   " : "", sotay_import_decision_text (decision),
                            number);
}

static void
show_counts (SotayImportWindow *self)
{
  guint taken = sotay_roster_count (self->roster, SOTAY_ROSTER_ADD)
                + sotay_roster_count (self->roster, SOTAY_ROSTER_UPDATE);
  guint asked = sotay_roster_count (self->roster, SOTAY_ROSTER_ASK);
  g_autofree char *number = sotay_number_format (taken);
  g_autofree char *label = g_strdup_printf (ngettext ("Import %s Person", "Import %s People", taken), number);
  g_autoptr (GString) text = g_string_new (NULL);

  append_count (text, self->roster, SOTAY_ROSTER_ADD);
  append_count (text, self->roster, SOTAY_ROSTER_UPDATE);
  append_count (text, self->roster, SOTAY_ROSTER_UNCHANGED);
  append_count (text, self->roster, SOTAY_ROSTER_ASK);
  append_count (text, self->roster, SOTAY_ROSTER_REJECT);
  append_count (text, self->roster, SOTAY_ROSTER_SKIP);
  if (asked > 0)
    g_string_append_printf (text, "\n%s", _("Rows to be decided are left out until you decide: select them and choose below."));
  gtk_label_set_text (self->counts_label, text->str);
  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), taken > 0);
}

static gboolean
has_decision (gpointer item, gpointer decision)
{
  return sotay_roster_row_get_decision (item) == (SotayRosterDecision) GPOINTER_TO_INT (decision);
}

static gboolean
is_selected (SotayImportWindow *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  if (self->selection == NULL)
    return FALSE;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  return !gtk_bitset_is_empty (selected);
}

static void
selection_changed_cb (SotayImportWindow *self)
{
  gboolean selected = is_selected (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.add", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.update", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.skip", selected);
}

/* A new filter makes a new model: GTK 4.8 would walk every row of a changed one. */
static void
show_rows (SotayImportWindow *self)
{
  guint chosen = adw_combo_row_get_selected (self->filter_row);
  GListModel *rows = g_object_ref (G_LIST_MODEL (self->roster));

  if (chosen > 0 && chosen <= G_N_ELEMENTS (filters))
    {
      GtkCustomFilter *filter = gtk_custom_filter_new (has_decision, GINT_TO_POINTER (filters[chosen - 1]), NULL);

      rows = G_LIST_MODEL (gtk_filter_list_model_new (rows, GTK_FILTER (filter)));
    }
  g_clear_object (&self->selection);
  self->selection = gtk_multi_selection_new (rows);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  selection_changed_cb (self);
}

static void
filter_changed_cb (SotayImportWindow *self)
{
  if (self->roster != NULL)
    show_rows (self);
}

static void
decide (SotayImportWindow *self, SotayRosterDecision decision)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (SotayRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (decision != SOTAY_ROSTER_UPDATE || sotay_roster_row_get_existing (row) != NULL)
        sotay_roster_row_set_decision (row, decision);
    }
  show_counts (self);
  if (adw_combo_row_get_selected (self->filter_row) > 0)
    show_rows (self);
}

static void
decide_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayImportWindow *self = SOTAY_IMPORT_WINDOW (widget);

  if (g_str_equal (action, "import.add"))
    decide (self, SOTAY_ROSTER_ADD);
  else if (g_str_equal (action, "import.update"))
    decide (self, SOTAY_ROSTER_UPDATE);
  else
    decide (self, SOTAY_ROSTER_SKIP);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayRoster) roster = sotay_roster_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sotay_notice_show_error (self->read_notice, error);
  gtk_stack_set_visible_child_name (self->stack, roster != NULL ? "preview" : "error");
  if (roster == NULL)
    return;
  g_set_object (&self->roster, roster);
  show_counts (self);
  show_rows (self);
}

static void
read_file (SotayImportWindow *self)
{
  guint chosen = adw_combo_row_get_selected (self->unit_row);
  const char *unit_id = NULL;

  /* The first choice is no unit. */
  if (chosen > 0 && chosen <= sotay_unit_names_count (self->names))
    unit_id = sotay_unit_get_id (sotay_unit_names_get (self->names, chosen - 1));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  sotay_roster_read_async (self->store, self->file, unit_id, self->cancellable, read_cb, g_object_ref (self));
}

static void
reread_cb (SotayImportWindow *self)
{
  if (self->file != NULL)
    read_file (self);
}

static void
set_importing (SotayImportWindow *self, gboolean importing)
{
  self->importing = importing;
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), !importing);
  gtk_stack_set_visible_child_name (self->stack, importing ? "importing" : "preview");
}

static SotayStep *
make_import (SotayStore *store, gpointer roster, GCancellable *cancellable, GError **error)
{
  return sotay_roster_make_step (roster);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_do_step_finish (result, &error);

  if (step != NULL)
    sotay_tell_step (GTK_WIDGET (self->parent), step);
  if (self->store == NULL)
    return;
  set_importing (self, FALSE);
  sotay_notice_show_error (self->notice, error);
  if (step != NULL)
    gtk_window_close (GTK_WINDOW (self));
}

/* Closing the window cancels the import. */
static void
import_cb (SotayImportWindow *self)
{
  if (self->importing)
    return;
  set_importing (self, TRUE);
  sotay_do_step_async (self->store, make_import, g_object_ref (self->roster), g_object_unref, self->cancellable,
                       imported_cb, g_object_ref (self));
}

static void
fill_cell (GtkListItem *item, SotayRosterRow *row)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  SotayImportColumn column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "column"));
  SotayImportWindow *self = SOTAY_IMPORT_WINDOW (gtk_widget_get_ancestor (label, SOTAY_TYPE_IMPORT_WINDOW));
  SotayRosterDecision decision = sotay_roster_row_get_decision (row);
  g_autofree char *text = NULL;

  if (self == NULL)
    return;
  text = sotay_import_column_text (column, row, self->names);
  gtk_label_set_text (GTK_LABEL (label), text);
  if (column != SOTAY_IMPORT_COLUMN_DECISION && column != SOTAY_IMPORT_COLUMN_REASON)
    return;
  gtk_widget_set_tooltip_text (label, text);
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
      gtk_label_set_lines (GTK_LABEL (label), 2);
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
add_column (SotayImportWindow *self, SotayImportColumn number)
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
sotay_import_window_dispose (GObject *object)
{
  SotayImportWindow *self = SOTAY_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->names);
  g_clear_object (&self->file);
  g_clear_object (&self->roster);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (sotay_import_window_parent_class)->dispose (object);
}

static void
sotay_import_window_finalize (GObject *object)
{
  g_object_unref (SOTAY_IMPORT_WINDOW (object)->parent);
  G_OBJECT_CLASS (sotay_import_window_parent_class)->finalize (object);
}

static void
sotay_import_window_class_init (SotayImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sotay_import_window_finalize;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, read_notice);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, unit_row);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, filter_row);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, counts_label);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, column_view);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, reread_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_install_action (widget_class, "import.add", NULL, decide_cb);
  gtk_widget_class_install_action (widget_class, "import.update", NULL, decide_cb);
  gtk_widget_class_install_action (widget_class, "import.skip", NULL, decide_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fill_filters (SotayImportWindow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("All rows"));
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_string_list_append (labels, sotay_import_decision_text (filters[i]));
  adw_combo_row_set_model (self->filter_row, G_LIST_MODEL (labels));
}

static void
sotay_import_window_init (SotayImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint column = 0; column < SOTAY_IMPORT_N_COLUMNS; column++)
    add_column (self, column);
  fill_filters (self);
}

static void
fill_units (SotayImportWindow *self, const char *unit_id)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint count = sotay_unit_names_count (self->names);
  guint chosen = count == 1 ? 1 : 0;

  gtk_string_list_append (labels, _("None: such rows are not taken"));
  for (guint i = 0; i < count; i++)
    {
      SotayUnit *unit = sotay_unit_names_get (self->names, i);
      g_autofree char *path = sotay_unit_names_dup_path (self->names, unit);

      gtk_string_list_append (labels, path);
      if (g_strcmp0 (sotay_unit_get_id (unit), unit_id) == 0)
        chosen = i + 1;
    }
  adw_combo_row_set_model (self->unit_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->unit_row, chosen);
}

GtkWidget *
sotay_import_window_new (GtkWindow *parent, SotayStore *store, SotayUnitNames *names, GFile *file, const char *unit_id)
{
  SotayImportWindow *self = g_object_new (SOTAY_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *name = g_path_get_basename (path);

  self->parent = g_object_ref (parent);
  adw_window_title_set_subtitle (self->title, name);
  g_set_object (&self->store, store);
  g_set_object (&self->names, names);
  fill_units (self, unit_id);
  /* Only from here on does another unit read the file anew. */
  g_set_object (&self->file, file);
  read_file (self);
  return GTK_WIDGET (self);
}
