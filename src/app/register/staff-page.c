/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-page-private.h"

#include "app/register/column-menu.h"
#include "app/register/staff-fetch.h"
#include "core/dates.h"
#include "core/numbers.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (SotayStaffPage, sotay_staff_page, SOTAY_TYPE_REGISTER_TAB)

GtkWindow *
sotay_staff_page_get_window (SotayStaffPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static GHashTable *
collect_ids (GPtrArray *people)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < people->len; i++)
    g_hash_table_add (ids, g_strdup (sotay_staff_get_id (people->pdata[i])));
  return ids;
}

static gboolean
is_searching (SotayStaffPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

/* Which of the pages says what the list has: people, nobody yet, nobody found, nobody left to train. */
static const char *
choose_page (SotayStaffPage *self, guint n_people)
{
  const SotayStaffFilter *filter = sotay_filter_bar_get_filter (self->filter_bar);

  if (n_people > 0)
    return "list";
  if (is_searching (self))
    return "nothing";
  if (self->n_due > 0 && sotay_staff_filter_only_scope (filter, "untrained"))
    return "done";
  return sotay_staff_filter_is_set (filter) ? "nothing" : "empty";
}

/* How many are listed, and by which rule. */
static void
show_rule (SotayStaffPage *self, guint n_people)
{
  GDate today = sotay_date_today ();
  g_autofree char *number = sotay_number_format (n_people);
  g_autofree char *count = g_strdup_printf (ngettext ("%s person", "%s people", n_people), number);
  g_autofree char *rule = sotay_staff_filter_dup_rule (sotay_filter_bar_get_filter (self->filter_bar), &today);
  g_autofree char *text = rule != NULL ? g_strdup_printf ("%s · %s", count, rule) : NULL;

  gtk_label_set_text (self->rule_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rule_label), text != NULL);
}

/* A row that is being edited has buttons of its own. */
static void
show_action_bar (SotayStaffPage *self)
{
  gtk_revealer_set_reveal_child (self->action_bar, sotay_staff_table_get_n_selected (self->table) > 0
                                                       && !sotay_staff_table_is_editing (self->table));
}

static void
selection_changed_cb (SotayStaffPage *self)
{
  guint n_selected = sotay_staff_table_get_n_selected (self->table);
  g_autofree char *number = sotay_number_format (n_selected);
  g_autofree char *text = g_strdup_printf (ngettext ("%s person selected", "%s people selected", n_selected), number);

  g_clear_pointer (&self->kept_ids, g_hash_table_unref);
  gtk_label_set_text (self->selected_label, text);
  show_action_bar (self);
  sotay_staff_page_update_actions (self);
}

static void
list_failed_cb (SotayStaffList *list, const GError *error, SotayStaffPage *self)
{
  if (list == sotay_staff_table_get_list (self->table))
    sotay_notice_show_error (self->notice, error);
}

static void
list_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayStaffPage) self = data;
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStaffList) list = sotay_staff_fetch_list_finish (result, &selected, &error);
  guint n_people;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sotay_notice_show_error (self->notice, error);
  g_clear_object (&self->loading);
  if (list == NULL)
    return;
  if (self->same_query && sotay_staff_table_is_editing (self->table))
    {
      self->outdated = TRUE;
      return;
    }
  sotay_staff_table_stop_editing (self->table);
  n_people = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_signal_connect_object (list, "failed", G_CALLBACK (list_failed_cb), self, 0);
  sotay_staff_table_show (self->table, list, self->names, selected, self->same_query && !self->revealing);
  if (self->revealing)
    sotay_staff_table_reveal_selected (self->table);
  self->revealing = FALSE;
  gtk_stack_set_visible_child_name (self->stack, choose_page (self, n_people));
  show_rule (self, n_people);
}

void
sotay_staff_page_keep_selected (SotayStaffPage *self, GPtrArray *people)
{
  g_clear_pointer (&self->kept_ids, g_hash_table_unref);
  self->kept_ids = collect_ids (people);
}

SotayStaffQuery *
sotay_staff_page_create_query (SotayStaffPage *self)
{
  return sotay_staff_filter_create_query (sotay_filter_bar_get_filter (self->filter_bar), self->unit_id,
                                          gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* What is being typed stays where it is: the list is read again once the row has been left. */
static gboolean
must_wait (SotayStaffPage *self, gboolean same_query)
{
  self->outdated = FALSE;
  if (!sotay_staff_table_is_editing (self->table))
    return FALSE;
  if (!same_query && !sotay_staff_table_save_editing (self->table))
    sotay_staff_table_stop_editing (self->table);
  self->outdated = sotay_staff_table_is_editing (self->table);
  return self->outdated;
}

void
sotay_staff_page_reload (SotayStaffPage *self, gboolean same_query)
{
  g_autoptr (SotayStaffQuery) query = NULL;
  g_autoptr (GPtrArray) selected = NULL;

  if (self->names == NULL || must_wait (self, same_query))
    return;
  selected = self->kept_ids == NULL ? sotay_staff_table_dup_selected (self->table) : NULL;
  if (selected != NULL)
    sotay_staff_page_keep_selected (self, selected);
  /* A list that is still on its way was the answer to the older question. */
  self->same_query = same_query && (self->loading == NULL || self->same_query);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  query = sotay_staff_page_create_query (self);
  sotay_staff_fetch_list_async (sotay_register_tab_get_store (self), query, self->kept_ids, self->loading,
                                list_loaded_cb, g_object_ref (self));
}

/* Whoever was just added stands somewhere in the order of names: shown, so that nobody has to look for them. */
void
sotay_staff_page_reveal (SotayStaffPage *self, const char *id)
{
  g_clear_pointer (&self->kept_ids, g_hash_table_unref);
  self->kept_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (self->kept_ids, g_strdup (id));
  self->revealing = TRUE;
  sotay_staff_page_reload (self, TRUE);
}

static void
editing_changed_cb (SotayStaffPage *self)
{
  gboolean editing = sotay_staff_table_is_editing (self->table);

  show_action_bar (self);
  if (!editing && self->outdated)
    sotay_staff_page_reload (self, TRUE);
}

static void
query_changed_cb (SotayStaffPage *self)
{
  sotay_staff_page_reload (self, FALSE);
}

static void
retry_cb (SotayStaffPage *self)
{
  sotay_staff_page_reload (self, TRUE);
}

static void
show_columns (SotayStaffPage *self)
{
  g_auto (GStrv) names = g_settings_get_strv (sotay_register_tab_get_settings (self), SOTAY_SETTING_STAFF_COLUMNS);

  sotay_staff_table_set_columns (self->table, (const char *const *) names);
}

/* Everybody again: without the words searched for and without the filters. */
static void
clear_search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (widget);
  SotayStaffFilter none = { { 0 } };

  sotay_register_tab_leave_search (SOTAY_REGISTER_TAB (widget));
  sotay_filter_bar_set_filter (self->filter_bar, &none);
}

/* The people behind a figure: nothing else may be left out. */
static void
show_scope_cb (GtkWidget *widget, const char *action, GVariant *name)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (widget);
  SotayStaffFilter filter = { { 0 } };

  filter.choices[SOTAY_FACET_SCOPE] = sotay_facet_find_option (SOTAY_FACET_SCOPE, g_variant_get_string (name, NULL));
  sotay_register_tab_leave_search (SOTAY_REGISTER_TAB (widget));
  sotay_filter_bar_set_filter (self->filter_bar, &filter);
}

static void
sotay_staff_page_constructed (GObject *object)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (object);

  G_OBJECT_CLASS (sotay_staff_page_parent_class)->constructed (object);
  sotay_filter_bar_set_settings (self->filter_bar, sotay_register_tab_get_settings (self));
  sotay_column_menu_set_settings (self->column_menu, sotay_register_tab_get_settings (self));
  g_signal_connect_object (sotay_register_tab_get_settings (self), "changed::" SOTAY_SETTING_STAFF_COLUMNS,
                           G_CALLBACK (show_columns), self, G_CONNECT_SWAPPED);
  show_columns (self);
}

static void
sotay_staff_page_dispose (GObject *object)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->working_timeout, g_source_remove);
  g_clear_object (&self->working);
  g_clear_object (&self->names);
  g_clear_pointer (&self->unit_id, g_free);
  g_clear_pointer (&self->kept_ids, g_hash_table_unref);
  G_OBJECT_CLASS (sotay_staff_page_parent_class)->dispose (object);
}

static void
sotay_staff_page_show (SotayRegisterTab *tab, SotayUnitProgress *part, SotayUnitNames *names)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (tab);
  SotayUnit *unit = sotay_unit_progress_get_unit (part);
  const char *unit_id = unit != NULL ? sotay_unit_get_id (unit) : NULL;
  gboolean same_query = self->names != NULL && g_strcmp0 (self->unit_id, unit_id) == 0;
  gboolean has_below = g_list_model_get_n_items (sotay_unit_progress_get_children (part)) > 0;

  self->n_due = sotay_unit_progress_get_due (part);
  g_set_object (&self->names, names);
  if (!same_query)
    {
      g_free (self->unit_id);
      self->unit_id = g_strdup (unit_id);
    }
  sotay_staff_table_set_has_units (self->table, has_below);
  sotay_staff_page_reload (self, same_query);
}

static void
sotay_staff_page_search (SotayRegisterTab *tab)
{
  gtk_widget_grab_focus (GTK_WIDGET (SOTAY_STAFF_PAGE (tab)->search_entry));
}

static gboolean
sotay_staff_page_leave_search (SotayRegisterTab *tab)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (tab);

  if (!is_searching (self))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  return TRUE;
}

static void
sotay_staff_page_class_init (SotayStaffPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SotayRegisterTabClass *tab_class = SOTAY_REGISTER_TAB_CLASS (klass);

  object_class->constructed = sotay_staff_page_constructed;
  object_class->dispose = sotay_staff_page_dispose;
  tab_class->show = sotay_staff_page_show;
  tab_class->search = sotay_staff_page_search;
  tab_class->leave_search = sotay_staff_page_leave_search;
  g_type_ensure (SOTAY_TYPE_COLUMN_MENU);
  g_type_ensure (SOTAY_TYPE_FILTER_BAR);
  g_type_ensure (SOTAY_TYPE_STAFF_TABLE);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/staff-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, column_menu);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, rule_label);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, table);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, action_bar);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, selected_label);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, working_box);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, actions_box);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sotay_staff_page_save_edited);
  gtk_widget_class_bind_template_callback (widget_class, editing_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  sotay_staff_page_install_actions (widget_class);
  sotay_staff_page_install_import (widget_class);
  gtk_widget_class_install_action (widget_class, "staff.clear-search", NULL, clear_search_cb);
  gtk_widget_class_install_action (widget_class, "staff.show-scope", "s", show_scope_cb);
}

static void
sotay_staff_page_init (SotayStaffPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sotay_staff_page_accept_files (self);
  gtk_search_entry_set_key_capture_widget (self->search_entry, NULL);
  selection_changed_cb (self);
}
