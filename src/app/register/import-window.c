/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/import-window.h"

#include "app/register/import-employment.h"
#include "app/register/import-list.h"
#include "app/register/import-save.h"
#include "app/register/import-table.h"
#include "app/register/step-actions.h"
#include "app/register/unit-chooser.h"
#include "core/numbers.h"
#include "core/paths.h"
#include "register/register-error.h"
#include "register/roster.h"

#include <glib/gi18n-lib.h>

#define MS_BETWEEN_LOOKS 100 /* at the progress of a long list */

struct _SotayImportWindow
{
  AdwWindow parent_instance;

  AdwViewSwitcherTitle *title;
  AdwViewStack *pages;
  GtkButton *import_button;
  GtkButton *close_button;
  GtkStack *stack;
  GtkProgressBar *progress;
  SotayNotice *read_notice;
  SotayNotice *notice;
  GtkLabel *found_label;
  AdwComboRow *sheet_row;
  SotayUnitChooser *unit_row;
  AdwActionRow *headings_row;
  GtkSwitch *headings_switch;
  GtkWidget *employment_bar;
  GtkLabel *employment_label;
  SotayImportTable *table;
  SotayImportList *list;
  AdwStatusPage *done_page;

  SotayStore *store;
  SotayUnitNames *names;
  SotayRosterSource *source;
  SotayRoster *roster;
  char **employments; /* what was said of unknown kinds of employment */
  GCancellable *cancellable;
  guint timer;
  gboolean mapped; /* the person said something of the columns */
  gboolean filling; /* the choices are being set by the program */
  gboolean importing;
  GError *outdated; /* why the list is read anew, when another program changed the register since the preview */
  GtkWindow *parent; /* where it is told what was done, also when the window was closed at the last moment */
};

G_DEFINE_FINAL_TYPE (SotayImportWindow, sotay_import_window, ADW_TYPE_WINDOW)

static void
show_button (SotayImportWindow *self)
{
  guint taken = self->roster != NULL ? sotay_roster_count (self->roster, SOTAY_ROSTER_ADD)
                                         + sotay_roster_count (self->roster, SOTAY_ROSTER_UPDATE)
                                     : 0;
  g_autofree char *number = sotay_number_format (taken);
  g_autofree char *label = g_strdup_printf (ngettext ("Import %s Person", "Import %s People", taken), number);

  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), taken > 0 && !self->importing);
}

/* What was found out about the list, in a line. */
static void
show_found (SotayImportWindow *self, SotayRosterTable *table, const SotayTableColumns *columns)
{
  g_autofree const char **cells = sotay_roster_table_new_cells (table);
  g_autofree char *rows = sotay_number_format (sotay_roster_table_get_n_rows (table));
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;
  gboolean remembered = self->roster != NULL && sotay_roster_was_remembered (self->roster);

  if (columns->n_header_rows > 0)
    heading = sotay_number_format (sotay_roster_table_get (table, columns->first_row, cells));
  /* Translators: how a list was read: its letters, its rows and the line of its heading */
  text = heading != NULL ? g_strdup_printf (_("Letters: %s. %s rows with text, heading in line %s."),
                                            sotay_roster_table_get_encoding (table), rows, heading)
                         : g_strdup_printf (_("Letters: %s. %s rows with text. No heading was found: choose above the "
                                              "table which column holds the names."),
                                            sotay_roster_table_get_encoding (table), rows);
  gtk_label_set_text (self->found_label, text);
  if (!remembered)
    return;
  g_free (text);
  text = g_strdup_printf ("%s %s", gtk_label_get_text (self->found_label),
                          _("The columns are as you chose them for the last list with this heading."));
  gtk_label_set_text (self->found_label, text);
}

static void
show_sheets (SotayImportWindow *self, SotayRosterTable *table)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_sheets = sotay_roster_table_get_n_sheets (table);

  for (guint i = 0; i < n_sheets; i++)
    gtk_string_list_append (names, sotay_roster_table_get_sheet_name (table, i));
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->sheet_row, sotay_roster_table_get_sheet (table));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n_sheets > 1);
}

static void
show_table (SotayImportWindow *self)
{
  SotayRosterTable *table = sotay_roster_source_get_table (self->source);
  g_autoptr (SotayTableColumns) found = self->roster == NULL ? sotay_table_columns_find (table) : NULL;
  const SotayTableColumns *columns = found != NULL ? found : sotay_roster_get_columns (self->roster);

  self->filling = TRUE;
  show_sheets (self, table);
  show_found (self, table, columns);
  gtk_widget_set_visible (GTK_WIDGET (self->headings_row),
                          self->roster != NULL && sotay_roster_has_headings (self->roster));
  sotay_import_table_show (self->table, table, columns);
  self->filling = FALSE;
}

static void
stop_looking (SotayImportWindow *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
}

static gboolean
look_cb (gpointer data)
{
  SotayImportWindow *self = data;

  gtk_progress_bar_set_fraction (self->progress, sotay_roster_source_get_progress (self->source));
  return G_SOURCE_CONTINUE;
}

static void
show_people (SotayImportWindow *self)
{
  adw_view_stack_page_set_visible (adw_view_stack_get_page (self->pages, GTK_WIDGET (self->list)),
                                   self->roster != NULL);
  if (self->roster != NULL)
    sotay_import_list_show (self->list, self->roster, self->names);
}

static void
show_employments (SotayImportWindow *self)
{
  g_autofree char *text = self->roster != NULL ? sotay_import_employment_text (self->roster) : NULL;

  gtk_widget_set_visible (self->employment_bar, text != NULL);
  gtk_label_set_text (self->employment_label, text != NULL ? text : "");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayRoster) roster = sotay_roster_read_finish (result, &error);
  gboolean nameless = g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_NO_HEADER);
  gboolean first = gtk_stack_get_visible_child_name (self->stack) == NULL || self->roster == NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_looking (self);
  if (roster != NULL && self->outdated != NULL)
    sotay_roster_keep_decisions (roster, self->roster);
  g_set_object (&self->roster, roster);
  show_button (self);
  if (roster == NULL && !nameless)
    {
      sotay_notice_show_error (self->read_notice, error);
      gtk_stack_set_visible_child_name (self->stack, "error");
      return;
    }
  sotay_notice_show_error (self->notice, self->outdated);
  g_clear_error (&self->outdated);
  show_table (self);
  show_people (self);
  show_employments (self);
  if (roster == NULL)
    adw_view_stack_set_visible_child_name (self->pages, "columns");
  else if (first && !self->mapped)
    adw_view_stack_set_visible_child_name (self->pages, "people");
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static const char *
get_unit_id (SotayImportWindow *self)
{
  SotayUnit *unit = sotay_unit_chooser_get_unit (self->unit_row);

  return unit != NULL ? sotay_unit_get_id (unit) : NULL;
}

static void
read_list (SotayImportWindow *self)
{
  SotayRosterTable *table = sotay_roster_source_get_table (self->source);
  guint sheet = adw_combo_row_get_selected (self->sheet_row);
  gboolean sheeted = table != NULL && sheet < sotay_roster_table_get_n_sheets (table);
  g_autofree char *name = sheeted ? g_strdup (sotay_roster_table_get_sheet_name (table, sheet)) : NULL;
  g_autofree char *memory = sotay_paths_data (SOTAY_ROSTER_MEMORY);
  g_auto (GStrv) map = self->mapped ? sotay_import_table_dup_map (self->table) : NULL;
  SotayRosterOptions options = {
    .unit_id = get_unit_id (self),
    .sheet = name,
    .map = (const char *const *) map,
    .memory = memory,
    .employments = (const char *const *) self->employments,
    .headings_are_people = !gtk_switch_get_active (self->headings_switch),
  };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  stop_looking (self);
  sotay_roster_source_set_progress (self->source, 0);
  self->timer = g_timeout_add (MS_BETWEEN_LOOKS, look_cb, self);
  sotay_roster_read_async (self->store, self->source, &options, self->cancellable, read_cb, g_object_ref (self));
}

static void
reread_cb (SotayImportWindow *self)
{
  if (self->source != NULL && !self->filling)
    read_list (self);
}

static void
employments_answered_cb (GObject *window, char **answers)
{
  SotayImportWindow *self = SOTAY_IMPORT_WINDOW (window);

  g_strfreev (self->employments);
  self->employments = answers;
  if (self->source != NULL && !self->importing)
    read_list (self);
}

static void
ask_employments_cb (SotayImportWindow *self)
{
  if (self->roster != NULL)
    sotay_import_employment_ask (GTK_WINDOW (self), self->roster, employments_answered_cb, G_OBJECT (self));
}

/* Another sheet has other columns. */
static void
sheet_chosen_cb (SotayImportWindow *self)
{
  if (self->source == NULL || self->filling)
    return;
  self->mapped = FALSE;
  read_list (self);
}

/* The person has mended the file in another program. */
static void
retry_cb (SotayImportWindow *self)
{
  sotay_roster_source_forget (self->source);
  self->mapped = FALSE;
  read_list (self);
}

static void
mapped_cb (SotayImportWindow *self)
{
  if (self->filling)
    return;
  self->mapped = TRUE;
  read_list (self);
}

static void
decided_cb (SotayImportWindow *self)
{
  show_button (self);
}

static void
set_importing (SotayImportWindow *self, gboolean importing)
{
  self->importing = importing;
  show_button (self);
  gtk_stack_set_visible_child_name (self->stack, importing ? "importing" : "preview");
}

static SotayStep *
make_import (SotayStore *store, gpointer roster, GCancellable *cancellable, GError **error)
{
  return sotay_roster_make_step (roster);
}

/* Some rows were left out: they can be saved, mended and imported later. */
static void
show_rest (SotayImportWindow *self, guint left)
{
  g_autofree char *number = sotay_number_format (left);
  g_autofree char *text = g_strdup_printf (ngettext ("%s row was left out. Save it with the reason, correct it there, "
                                                     "and import that file later.",
                                                     "%s rows were left out. Save them with the reasons, correct them "
                                                     "there, and import that file later.", left), number);

  adw_status_page_set_description (self->done_page, text);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), FALSE);
  gtk_button_set_label (self->close_button, _("Close"));
  adw_view_switcher_title_set_view_switcher_enabled (self->title, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
finish (SotayImportWindow *self)
{
  g_autofree char *memory = sotay_paths_data (SOTAY_ROSTER_MEMORY);
  guint left = sotay_roster_count (self->roster, SOTAY_ROSTER_REJECT)
               + sotay_roster_count (self->roster, SOTAY_ROSTER_ASK);

  if (self->mapped)
    sotay_roster_keep_columns (self->roster, memory);
  if (left == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    show_rest (self, left);
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
  if (g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_OUTDATED))
    {
      self->outdated = g_steal_pointer (&error);
      read_list (self);
      return;
    }
  sotay_notice_show_error (self->notice, error);
  if (step != NULL)
    finish (self);
}

/* Closing the window cancels the import. */
static void
import_cb (SotayImportWindow *self)
{
  if (self->importing || self->roster == NULL)
    return;
  set_importing (self, TRUE);
  sotay_do_step_async (self->store, make_import, g_object_ref (self->roster), g_object_unref, self->cancellable,
                       imported_cb, g_object_ref (self));
}

static void
save_rest_cb (SotayImportWindow *self)
{
  sotay_import_save_rest (GTK_WINDOW (self), self->roster, self->notice);
}

static void
sotay_import_window_dispose (GObject *object)
{
  SotayImportWindow *self = SOTAY_IMPORT_WINDOW (object);

  stop_looking (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->names);
  g_clear_pointer (&self->source, sotay_roster_source_unref);
  g_clear_object (&self->roster);
  g_clear_pointer (&self->employments, g_strfreev);
  G_OBJECT_CLASS (sotay_import_window_parent_class)->dispose (object);
}

static void
sotay_import_window_finalize (GObject *object)
{
  g_object_unref (SOTAY_IMPORT_WINDOW (object)->parent);
  g_clear_error (&SOTAY_IMPORT_WINDOW (object)->outdated);
  G_OBJECT_CLASS (sotay_import_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, close_button);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, read_notice);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, found_label);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, unit_row);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, headings_row);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, headings_switch);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, employment_bar);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, employment_label);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, table);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SotayImportWindow, done_page);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, reread_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, decided_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_rest_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_employments_cb);
}

static void
sotay_import_window_class_init (SotayImportWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sotay_import_window_finalize;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  g_type_ensure (SOTAY_TYPE_IMPORT_LIST);
  g_type_ensure (SOTAY_TYPE_IMPORT_TABLE);
  g_type_ensure (SOTAY_TYPE_UNIT_CHOOSER);
  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sotay_import_window_init (SotayImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_units (SotayImportWindow *self, const char *unit_id)
{
  if (unit_id == NULL && sotay_unit_names_count (self->names) == 1)
    unit_id = sotay_unit_get_id (sotay_unit_names_get (self->names, 0));
  sotay_unit_chooser_allow_none (self->unit_row, _("None: such rows are not taken"));
  sotay_unit_chooser_set_units (self->unit_row, self->names, NULL, unit_id);
}

GtkWidget *
sotay_import_window_new (GtkWindow *parent, SotayStore *store, SotayUnitNames *names, SotayRosterSource *source,
                         const char *unit_id)
{
  SotayImportWindow *self = g_object_new (SOTAY_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  const char *name = sotay_roster_source_get_name (source);

  self->parent = g_object_ref (parent);
  adw_view_switcher_title_set_subtitle (self->title, name != NULL ? name : _("Pasted list"));
  g_set_object (&self->store, store);
  g_set_object (&self->names, names);
  fill_units (self, unit_id);
  /* Only from here on does another choice read the list anew. */
  self->source = sotay_roster_source_ref (source);
  read_list (self);
  return GTK_WIDGET (self);
}
