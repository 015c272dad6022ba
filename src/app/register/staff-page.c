/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-page.h"

#include "app/register/export-window.h"
#include "app/register/import-window.h"
#include "app/register/staff-change.h"
#include "app/register/staff-columns.h"
#include "app/register/staff-dialog.h"
#include "app/register/staff-fetch.h"
#include "app/register/staff-table.h"
#include "app/register/step-actions.h"
#include "app/register/trained-dialog.h"
#include "core/numbers.h"
#include "register/register-error.h"

#include <glib/gi18n-lib.h>

/* What takes longer is seen to take time. */
#define MOMENT_MS 400

struct _SotayStaffPage
{
  AdwBin parent_instance;

  GtkSearchEntry *search_entry;
  GtkToggleButton *untrained_button;
  SotayNotice *notice;
  GtkStack *stack;
  SotayStaffTable *table;
  GtkRevealer *action_bar;
  GtkLabel *selected_label;
  GtkWidget *working_box;
  GtkWidget *actions_box;

  SotayStore *store;
  GSettings *settings;
  SotayUnitNames *names;
  char *unit_id;
  GCancellable *loading;
  gboolean same_query; /* the list being loaded answers the same question as the one shown */
  GHashTable *kept_ids; /* who is to be selected in the list being loaded */
  gboolean revealing;   /* they are to be scrolled to */
  GCancellable *working; /* a change of people under way */
  guint working_timeout;
};

typedef void (*PeopleFunc) (SotayStaffPage *self, GPtrArray *people);

typedef struct
{
  SotayStaffPage *page;
  PeopleFunc func;
} WithPeople;

static void tab_iface_init (SotayRegisterTabInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayStaffPage, sotay_staff_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SOTAY_TYPE_REGISTER_TAB, tab_iface_init))

enum
{
  PROP_STORE = 1,
  PROP_SETTINGS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void reload (SotayStaffPage *self, gboolean same_query);

static GtkWindow *
get_window (SotayStaffPage *self)
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
  if (n_people > 0)
    return "list";
  if (is_searching (self))
    return "nothing";
  return gtk_toggle_button_get_active (self->untrained_button) ? "done" : "empty";
}

static void
selection_changed_cb (SotayStaffPage *self)
{
  guint n_selected = sotay_staff_table_get_n_selected (self->table);
  g_autofree char *number = sotay_number_format (n_selected);
  g_autofree char *text = g_strdup_printf (ngettext ("%s person selected", "%s people selected", n_selected), number);

  g_clear_pointer (&self->kept_ids, g_hash_table_unref);
  gtk_label_set_text (self->selected_label, text);
  gtk_revealer_set_reveal_child (self->action_bar, n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.edit", n_selected == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.mark", n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.unmark", n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.remove", n_selected > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "staff.copy", n_selected > 0);
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
  n_people = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_signal_connect_object (list, "failed", G_CALLBACK (list_failed_cb), self, 0);
  sotay_staff_table_show (self->table, list, self->names, selected, self->same_query && !self->revealing);
  if (self->revealing)
    sotay_staff_table_reveal_selected (self->table);
  self->revealing = FALSE;
  gtk_stack_set_visible_child_name (self->stack, choose_page (self, n_people));
}

static void
keep_selected (SotayStaffPage *self, GPtrArray *people)
{
  g_clear_pointer (&self->kept_ids, g_hash_table_unref);
  self->kept_ids = collect_ids (people);
}

static SotayStaffQuery *
make_query (SotayStaffPage *self)
{
  gboolean untrained = gtk_toggle_button_get_active (self->untrained_button);

  return sotay_staff_query_new (self->unit_id, untrained ? SOTAY_STAFF_UNTRAINED : SOTAY_STAFF_ALL,
                                gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), NULL);
}

static void
reload (SotayStaffPage *self, gboolean same_query)
{
  g_autoptr (SotayStaffQuery) query = NULL;
  g_autoptr (GPtrArray) selected = NULL;

  if (self->names == NULL)
    return;
  selected = self->kept_ids == NULL ? sotay_staff_table_dup_selected (self->table) : NULL;
  if (selected != NULL)
    keep_selected (self, selected);
  /* A list that is still on its way was the answer to the older question. */
  self->same_query = same_query && (self->loading == NULL || self->same_query);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  query = make_query (self);
  sotay_staff_fetch_list_async (self->store, query, self->kept_ids, self->loading, list_loaded_cb, g_object_ref (self));
}

static void
query_changed_cb (SotayStaffPage *self)
{
  reload (self, FALSE);
}

static void
retry_cb (SotayStaffPage *self)
{
  reload (self, TRUE);
}

static void
people_fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree WithPeople *with = data;
  g_autoptr (SotayStaffPage) self = with->page;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = sotay_staff_fetch_people_finish (result, &error);

  if (g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s",
                                  _("The list has just changed, so nothing was done: please select again"));
      reload (self, TRUE);
      return;
    }
  sotay_notice_show_error (self->notice, error);
  if (people != NULL && self->working == NULL)
    with->func (self, people);
}

/* Calls @func with the people selected; those that the list has not loaded are asked of the store. */
static void
with_selected (SotayStaffPage *self, PeopleFunc func)
{
  g_autoptr (GPtrArray) people = sotay_staff_table_dup_selected (self->table);
  g_autoptr (GtkBitset) positions = NULL;
  WithPeople *with;

  if (people != NULL)
    {
      func (self, people);
      return;
    }
  with = g_new0 (WithPeople, 1);
  with->page = g_object_ref (self);
  with->func = func;
  positions = sotay_staff_table_dup_selection (self->table);
  sotay_staff_fetch_people_async (self->store, sotay_staff_table_get_list (self->table), positions, NULL,
                                  people_fetched_cb, with);
}

/* A change that takes longer than a moment gives way to its progress, and can be cancelled. Shorter ones leave the
   buttons, and the keyboard in them, alone. */
static gboolean
show_working_cb (gpointer data)
{
  SotayStaffPage *self = data;

  self->working_timeout = 0;
  gtk_widget_set_visible (self->working_box, TRUE);
  gtk_widget_set_visible (self->actions_box, FALSE);
  gtk_widget_child_focus (self->working_box, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
stop_working (SotayStaffPage *self)
{
  g_clear_handle_id (&self->working_timeout, g_source_remove);
  g_clear_object (&self->working);
  gtk_widget_set_visible (self->actions_box, TRUE);
  if (!gtk_widget_get_visible (self->working_box))
    return;
  gtk_widget_set_visible (self->working_box, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayStaffPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_do_step_finish (result, &error);

  if (self->store == NULL)
    return;
  stop_working (self);
  if (step != NULL)
    sotay_tell_step (GTK_WIDGET (self), step);
  sotay_notice_show_error (self->notice, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error);
}

static void
start_working (SotayStaffPage *self)
{
  self->working = g_cancellable_new ();
  self->working_timeout = g_timeout_add (MOMENT_MS, show_working_cb, self);
}

static void
accepted_cb (SotayStaffPage *self, GPtrArray *people, const GDate *day, gboolean passed)
{
  if (self->working != NULL)
    return;
  start_working (self);
  sotay_staff_mark_async (self->store, people, day, passed, self->working, changed_cb, g_object_ref (self));
}

static void
mark_people (SotayStaffPage *self, GPtrArray *people)
{
  GtkWidget *dialog = sotay_trained_dialog_new (get_window (self), people);

  keep_selected (self, people);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
unmark_people (SotayStaffPage *self, GPtrArray *people)
{
  keep_selected (self, people);
  start_working (self);
  sotay_staff_mark_async (self->store, people, NULL, FALSE, self->working, changed_cb, g_object_ref (self));
}

static void
remove_people (SotayStaffPage *self, GPtrArray *people)
{
  start_working (self);
  sotay_staff_remove_async (self->store, people, self->working, changed_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (SOTAY_STAFF_PAGE (widget)->working);
}

/* Whoever was just added stands somewhere in the order of names: shown, so that nobody has to look for them. */
static void
saved_cb (SotayStaffPage *self, const char *id)
{
  g_clear_pointer (&self->kept_ids, g_hash_table_unref);
  self->kept_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (self->kept_ids, g_strdup (id));
  self->revealing = TRUE;
  reload (self, TRUE);
}

static void
show_dialog (SotayStaffPage *self, SotayStaff *staff)
{
  GtkWidget *dialog = sotay_staff_dialog_new (get_window (self), self->store, self->names, staff, self->unit_id);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_people (SotayStaffPage *self, GPtrArray *people)
{
  if (people->len > 0)
    show_dialog (self, people->pdata[0]);
}

static void
copy_people (SotayStaffPage *self, GPtrArray *people)
{
  g_autofree char *text = sotay_staff_columns_to_text (people, self->names);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("Copied"));
}

static void
selected_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const struct
  {
    const char *action;
    PeopleFunc func;
  } funcs[] = {
    { "staff.mark", mark_people }, { "staff.unmark", unmark_people }, { "staff.remove", remove_people },
    { "staff.edit", edit_people }, { "staff.copy", copy_people },
  };

  if (SOTAY_STAFF_PAGE (widget)->working != NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (funcs); i++)
    if (g_str_equal (action, funcs[i].action))
      with_selected (SOTAY_STAFF_PAGE (widget), funcs[i].func);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_dialog (SOTAY_STAFF_PAGE (widget), NULL);
}

static void
activate_cb (SotayStaffPage *self, SotayStaff *staff)
{
  show_dialog (self, staff);
}

static void
import_file (SotayStaffPage *self, GFile *file)
{
  GtkWidget *window = sotay_import_window_new (get_window (self), self->store, self->names, file, self->unit_id);

  gtk_window_present (GTK_WINDOW (window));
}

static void
file_chosen_cb (GtkNativeDialog *chooser, int response, SotayStaffPage *self)
{
  g_autoptr (GFile) file = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    import_file (self, file);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (widget);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Import a List of Staff"), get_window (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Lists (CSV)"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), tables);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  /* A native dialog belongs to nobody: it goes with its answer. */
  g_signal_connect (chooser, "response", G_CALLBACK (g_object_unref), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (widget);
  g_autoptr (SotayStaffQuery) query = make_query (self);

  sotay_export_window_choose_file (get_window (self), self->store, query);
}

static gboolean
drop_cb (SotayStaffPage *self, const GValue *value, double x, double y)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL)
    return FALSE;
  import_file (self, file);
  return TRUE;
}

static void
clear_search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_register_tab_leave_search (SOTAY_REGISTER_TAB (widget));
}

static void
sotay_staff_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (object);

  switch (id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
sotay_staff_page_dispose (GObject *object)
{
  SotayStaffPage *self = SOTAY_STAFF_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->working_timeout, g_source_remove);
  g_clear_object (&self->working);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
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

  g_set_object (&self->names, names);
  if (!same_query)
    {
      g_free (self->unit_id);
      self->unit_id = g_strdup (unit_id);
    }
  sotay_staff_table_set_column_visible (self->table, SOTAY_STAFF_COLUMN_UNIT, has_below);
  reload (self, same_query);
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
tab_iface_init (SotayRegisterTabInterface *iface)
{
  iface->show = sotay_staff_page_show;
  iface->search = sotay_staff_page_search;
  iface->leave_search = sotay_staff_page_leave_search;
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "staff.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "staff.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "staff.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "staff.clear-search", NULL, clear_search_cb);
  gtk_widget_class_install_action (widget_class, "staff.edit", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.mark", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.unmark", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.remove", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.copy", NULL, selected_action_cb);
  gtk_widget_class_install_action (widget_class, "staff.cancel", NULL, cancel_cb);
}

static void
sotay_staff_page_class_init (SotayStaffPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = sotay_staff_page_set_property;
  object_class->dispose = sotay_staff_page_dispose;
  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, SOTAY_TYPE_STORE, flags);
  props[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (SOTAY_TYPE_STAFF_TABLE);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/staff-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, untrained_button);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, table);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, action_bar);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, selected_label);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, working_box);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffPage, actions_box);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  install_actions (widget_class);
}

static void
sotay_staff_page_init (SotayStaffPage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  gtk_search_entry_set_key_capture_widget (self->search_entry, NULL);
  selection_changed_cb (self);
}
