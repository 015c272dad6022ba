/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/records-tab.h"

#include "app/register/list-position.h"
#include "app/register/record-list.h"
#include "app/register/step-actions.h"
#include "core/dates.h"
#include "register/edit-records.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkStack *pages;
  AdwBin *page;
  AdwBin *head;
  GtkButton *add_button;
  SotayNotice *notice;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkListView *list_view;
  AdwStatusPage *empty;
  GtkButton *empty_button;
  GtkRevealer *action_bar;
  GtkLabel *selected_label;
  GtkBox *buttons;
  GtkMenuButton *menu_button;

  GMenu *menu;
  SotayUnitNames *names;
  char *unit_id;
  GtkSingleSelection *selection;
  char *selected_id; /* also while it is not in the list: it may come back by an undo */
  gboolean revealing;
  gboolean moved;    /* another unit: the list begins at its top */
  GCancellable *loading;
} SotayRecordsTabPrivate;

typedef struct
{
  SotayRecord *record;
  SotayRecordsTabClass *class;
} Removal;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SotayRecordsTab, sotay_records_tab, SOTAY_TYPE_REGISTER_TAB)

static SotayRecordsTabPrivate *
get_priv (SotayRecordsTab *self)
{
  return sotay_records_tab_get_instance_private (self);
}

static char *
dup_group (SotayRecordsTab *self, guint position)
{
  SotayRecordsTabClass *class = SOTAY_RECORDS_TAB_GET_CLASS (self);
  g_autoptr (SotayRecord) record = g_list_model_get_item (G_LIST_MODEL (get_priv (self)->selection), position);

  return record != NULL && class->dup_group != NULL ? class->dup_group (self, record) : NULL;
}

static void
fill_row (SotayRecordsTab *self, SotayRecordRow *row, GtkListItem *item)
{
  guint position = gtk_list_item_get_position (item);
  g_autofree char *group = dup_group (self, position);
  g_autofree char *above = position > 0 ? dup_group (self, position - 1) : NULL;

  sotay_record_row_set_group (row, g_strcmp0 (group, above) != 0 ? group : NULL);
  SOTAY_RECORDS_TAB_GET_CLASS (self)->fill_row (self, gtk_list_item_get_item (item), row);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *row = sotay_record_row_new ();

  gtk_list_item_set_child (item, row);
  g_object_set_data (G_OBJECT (row), "list-item", item);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SotayRecordsTab *self)
{
  fill_row (self, SOTAY_RECORD_ROW (gtk_list_item_get_child (item)), item);
}

static void
show_selected (SotayRecordsTab *self)
{
  SotayRecordsTabPrivate *priv = get_priv (self);
  SotayRecord *record = sotay_records_tab_get_selected (self);

  gtk_revealer_set_reveal_child (priv->action_bar, record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.edit", record != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "records.remove", record != NULL);
}

static void
selected_cb (SotayRecordsTab *self)
{
  SotayRecordsTabPrivate *priv = get_priv (self);
  SotayRecord *record = sotay_records_tab_get_selected (self);

  g_free (priv->selected_id);
  priv->selected_id = record != NULL ? g_strdup (sotay_record_get_id (record)) : NULL;
  show_selected (self);
}

static void
set_records (SotayRecordsTab *self, GPtrArray *records)
{
  SotayRecordsTabPrivate *priv = get_priv (self);
  SotayListPosition position = sotay_list_position_take (priv->scrolled, GTK_WIDGET (priv->list_view));
  GListStore *model = g_list_store_new (SOTAY_TYPE_RECORD);
  guint selected;

  g_list_store_splice (model, 0, 0, records->pdata, records->len);
  selected = sotay_record_list_find (G_LIST_MODEL (model), priv->selected_id);
  g_clear_object (&priv->selection);
  priv->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (priv->selection, FALSE);
  gtk_single_selection_set_can_unselect (priv->selection, TRUE);
  gtk_single_selection_set_model (priv->selection, G_LIST_MODEL (model));
  gtk_single_selection_set_selected (priv->selection, selected);
  g_signal_connect_object (priv->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (priv->list_view, GTK_SELECTION_MODEL (priv->selection));
  if (priv->moved)
    position.value = 0;
  sotay_list_position_put_back (&position, priv->scrolled, GTK_WIDGET (priv->list_view));
  if (priv->revealing && selected != GTK_INVALID_LIST_POSITION)
    sotay_list_position_scroll_to (GTK_WIDGET (priv->list_view), selected);
  priv->moved = FALSE;
  priv->revealing = FALSE;
  show_selected (self);
  g_object_unref (model);
}

/* Most changes of the register leave the list as it is. */
static gboolean
update_records (SotayRecordsTab *self, GPtrArray *records)
{
  SotayRecordsTabPrivate *priv = get_priv (self);
  SotayListPosition position = sotay_list_position_take (priv->scrolled, GTK_WIDGET (priv->list_view));
  GListModel *list = priv->selection != NULL ? gtk_single_selection_get_model (priv->selection) : NULL;
  g_autofree char *selected_id = g_strdup (priv->selected_id);

  if (list == NULL || priv->moved || priv->revealing || !sotay_record_list_update (G_LIST_STORE (list), records))
    return FALSE;
  /* A record that was replaced is not selected any more. */
  g_free (priv->selected_id);
  priv->selected_id = g_steal_pointer (&selected_id);
  gtk_single_selection_set_selected (priv->selection, sotay_record_list_find (list, priv->selected_id));
  sotay_list_position_put_back (&position, priv->scrolled, GTK_WIDGET (priv->list_view));
  sotay_records_tab_refresh_rows (self);
  show_selected (self);
  return TRUE;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayRecordsTab) self = data;
  SotayRecordsTabPrivate *priv = get_priv (self);
  SotayRecordsTabClass *class = SOTAY_RECORDS_TAB_GET_CLASS (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shown = sotay_record_list_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || sotay_register_tab_get_store (self) == NULL)
    return;
  g_clear_object (&priv->loading);
  sotay_notice_show_error (priv->notice, error);
  if (shown == NULL)
    return;
  if (!update_records (self, shown))
    set_records (self, shown);
  gtk_stack_set_visible_child_name (priv->stack, shown->len > 0 ? "list" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (priv->add_button), shown->len > 0);
  if (class->show_records != NULL)
    class->show_records (self, shown);
}

static void
load (SotayRecordsTab *self)
{
  SotayRecordsTabPrivate *priv = get_priv (self);
  SotayRecordsTabClass *class = SOTAY_RECORDS_TAB_GET_CLASS (self);

  if (priv->names == NULL)
    return;
  g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);
  priv->loading = g_cancellable_new ();
  sotay_record_list_read_async (sotay_register_tab_get_store (self), class->kind, class->unit_field, class->compare,
                                priv->names, priv->unit_id, priv->loading, loaded_cb, g_object_ref (self));
}

static void
activate_cb (SotayRecordsTab *self, guint position)
{
  g_autoptr (SotayRecord) record = g_list_model_get_item (G_LIST_MODEL (get_priv (self)->selection), position);

  if (record != NULL)
    SOTAY_RECORDS_TAB_GET_CLASS (self)->activate (self, record);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRecordsTab *self = SOTAY_RECORDS_TAB (widget);

  if (get_priv (self)->names != NULL)
    SOTAY_RECORDS_TAB_GET_CLASS (self)->edit (self, NULL);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRecordsTab *self = SOTAY_RECORDS_TAB (widget);
  SotayRecord *record = sotay_records_tab_get_selected (self);

  if (record != NULL)
    SOTAY_RECORDS_TAB_GET_CLASS (self)->edit (self, record);
}

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->record);
  g_free (removal);
}

static SotayStep *
make_removal (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Removal *removal = data;

  return removal->class->make_removal (store, removal->record, cancellable, error);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayRecordsTab) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_do_step_finish (result, &error);

  if (sotay_register_tab_get_store (self) == NULL)
    return;
  sotay_notice_show_error (get_priv (self)->notice, error);
  if (step != NULL)
    sotay_tell_step (GTK_WIDGET (self), step);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRecordsTab *self = SOTAY_RECORDS_TAB (widget);
  SotayRecord *record = sotay_records_tab_get_selected (self);
  Removal *removal;

  if (record == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->record = g_object_ref (record);
  removal->class = SOTAY_RECORDS_TAB_GET_CLASS (self);
  sotay_do_step_async (sotay_register_tab_get_store (self), make_removal, removal, removal_free, NULL, removed_cb,
                       g_object_ref (self));
}

static SotayStep *
sotay_records_tab_make_removal (SotayStore *store, SotayRecord *record, GCancellable *cancellable, GError **error)
{
  return sotay_edit_remove_record (record, NULL, NULL);
}

static void
sotay_records_tab_activate (SotayRecordsTab *self, SotayRecord *record)
{
  SOTAY_RECORDS_TAB_GET_CLASS (self)->edit (self, record);
}

static void
sotay_records_tab_show (SotayRegisterTab *tab, SotayUnitProgress *part, SotayUnitNames *names)
{
  SotayRecordsTab *self = SOTAY_RECORDS_TAB (tab);
  SotayRecordsTabPrivate *priv = get_priv (self);
  SotayUnit *unit = sotay_unit_progress_get_unit (part);
  const char *unit_id = unit != NULL ? sotay_unit_get_id (unit) : NULL;

  if (priv->names == NULL || g_strcmp0 (priv->unit_id, unit_id) != 0)
    {
      priv->moved = TRUE;
      g_free (priv->unit_id);
      priv->unit_id = g_strdup (unit_id);
      sotay_records_tab_set_page (self, NULL);
    }
  g_set_object (&priv->names, names);
  load (self);
}

static void
sotay_records_tab_search (SotayRegisterTab *tab)
{
  SotayRecordsTabPrivate *priv = get_priv (SOTAY_RECORDS_TAB (tab));
  GtkWidget *page = adw_bin_get_child (priv->page);

  if (page == NULL || !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (GTK_WIDGET (priv->stack), GTK_DIR_TAB_FORWARD);
}

static gboolean
sotay_records_tab_leave_search (SotayRegisterTab *tab)
{
  SotayRecordsTab *self = SOTAY_RECORDS_TAB (tab);

  if (sotay_records_tab_get_page (self) == NULL)
    return FALSE;
  sotay_records_tab_set_page (self, NULL);
  return TRUE;
}

static void
sotay_records_tab_dispose (GObject *object)
{
  SotayRecordsTabPrivate *priv = get_priv (SOTAY_RECORDS_TAB (object));

  g_cancellable_cancel (priv->loading);
  g_clear_object (&priv->loading);
  g_clear_object (&priv->menu);
  g_clear_object (&priv->names);
  g_clear_object (&priv->selection);
  g_clear_pointer (&priv->unit_id, g_free);
  g_clear_pointer (&priv->selected_id, g_free);
  G_OBJECT_CLASS (sotay_records_tab_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/records-tab.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, pages);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, page);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, head);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, add_button);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, notice);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, stack);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, scrolled);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, list_view);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, empty);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, empty_button);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, action_bar);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, selected_label);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, buttons);
  gtk_widget_class_bind_template_child_private (widget_class, SotayRecordsTab, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

static void
sotay_records_tab_class_init (SotayRecordsTabClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SotayRegisterTabClass *tab_class = SOTAY_REGISTER_TAB_CLASS (klass);

  object_class->dispose = sotay_records_tab_dispose;
  tab_class->show = sotay_records_tab_show;
  tab_class->search = sotay_records_tab_search;
  tab_class->leave_search = sotay_records_tab_leave_search;
  klass->activate = sotay_records_tab_activate;
  klass->make_removal = sotay_records_tab_make_removal;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "records.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "records.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "records.remove", NULL, remove_cb);
}

static void
sotay_records_tab_init (SotayRecordsTab *self)
{
  SotayRecordsTabPrivate *priv = get_priv (self);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->menu = g_menu_new ();
  gtk_menu_button_set_menu_model (priv->menu_button, G_MENU_MODEL (priv->menu));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, 0);
  gtk_list_view_set_factory (priv->list_view, factory);
  g_object_unref (factory);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_named_action_new ("records.remove")));
  gtk_widget_add_controller (GTK_WIDGET (priv->list_view), keys);
  show_selected (self);
}

void
sotay_records_tab_set_words (SotayRecordsTab *self, const char *add, const char *empty_title, const char *empty_text)
{
  SotayRecordsTabPrivate *priv = get_priv (self);

  gtk_button_set_label (priv->add_button, add);
  gtk_button_set_label (priv->empty_button, add);
  adw_status_page_set_title (priv->empty, empty_title);
  adw_status_page_set_description (priv->empty, empty_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, empty_title, -1);
}

void
sotay_records_tab_add_action (SotayRecordsTab *self, const char *label, const char *action)
{
  SotayRecordsTabPrivate *priv = get_priv (self);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (priv->buttons, button);
  g_menu_append (priv->menu, label, action);
}

void
sotay_records_tab_set_head (SotayRecordsTab *self, GtkWidget *head)
{
  adw_bin_set_child (get_priv (self)->head, head);
}

void
sotay_records_tab_set_add_suggested (SotayRecordsTab *self, gboolean suggested)
{
  GtkWidget *button = GTK_WIDGET (get_priv (self)->add_button);

  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

void
sotay_records_tab_set_page (SotayRecordsTab *self, GtkWidget *page)
{
  SotayRecordsTabPrivate *priv = get_priv (self);

  gtk_stack_set_visible_child_name (priv->pages, page != NULL ? "page" : "records");
  gtk_widget_activate_action (GTK_WIDGET (self), "unit-page.show-head", "b", page == NULL);
  if (page == NULL && adw_bin_get_child (priv->page) != NULL) /* before it goes, else the keyboard goes elsewhere */
    gtk_widget_grab_focus (GTK_WIDGET (priv->list_view));
  adw_bin_set_child (priv->page, page);
}

GtkWidget *
sotay_records_tab_get_page (SotayRecordsTab *self)
{
  return adw_bin_get_child (get_priv (self)->page);
}

void
sotay_records_tab_refresh_rows (SotayRecordsTab *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_priv (self)->list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      GtkListItem *item = SOTAY_IS_RECORD_ROW (row) ? g_object_get_data (G_OBJECT (row), "list-item") : NULL;

      if (item != NULL && gtk_list_item_get_item (item) != NULL)
        fill_row (self, SOTAY_RECORD_ROW (row), item);
    }
}

void
sotay_records_tab_reveal (SotayRecordsTab *self, const char *id)
{
  SotayRecordsTabPrivate *priv = get_priv (self);

  g_free (priv->selected_id);
  priv->selected_id = g_strdup (id);
  priv->revealing = TRUE;
  load (self);
}

SotayUnitNames *
sotay_records_tab_get_names (SotayRecordsTab *self)
{
  return get_priv (self)->names;
}

const char *
sotay_records_tab_get_unit_id (SotayRecordsTab *self)
{
  return get_priv (self)->unit_id;
}

SotayRecord *
sotay_records_tab_get_selected (SotayRecordsTab *self)
{
  SotayRecordsTabPrivate *priv = get_priv (self);

  return priv->selection != NULL ? gtk_single_selection_get_selected_item (priv->selection) : NULL;
}

SotayNotice *
sotay_records_tab_get_notice (SotayRecordsTab *self)
{
  return get_priv (self)->notice;
}

GtkWindow *
sotay_records_tab_get_window (SotayRecordsTab *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

char *
sotay_records_tab_dup_unit_name (SotayRecordsTab *self, const char *unit_id)
{
  SotayRecordsTabPrivate *priv = get_priv (self);
  SotayUnit *unit = unit_id != NULL ? sotay_unit_names_find (priv->names, unit_id) : NULL;

  return unit != NULL && g_strcmp0 (unit_id, priv->unit_id) != 0 ? g_strdup (sotay_unit_get_name (unit)) : NULL;
}

char *
sotay_records_tab_dup_month (const char *iso)
{
  g_autofree char *month = iso != NULL ? g_strndup (iso, 7) : NULL;
  g_autofree char *text = month != NULL ? sotay_date_format_iso (month) : NULL;

  return g_strdup_printf (_("Month %s"), text != NULL ? text : "–");
}
