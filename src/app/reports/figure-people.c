/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/figure-people.h"

#include "app/widgets/notice.h"
#include "app/widgets/two-lines.h"
#include "core/numbers.h"

#include <glib/gi18n-lib.h>

struct _SotayFigurePeople
{
  AdwWindow parent_instance;

  SotayNotice *notice;
  GtkLabel *count_label;
  GtkLabel *rule_label;
  GtkListView *list_view;

  SotayStore *store;
  SotayStaffQuery *people;
};

G_DEFINE_FINAL_TYPE (SotayFigurePeople, sotay_figure_people, ADW_TYPE_WINDOW)

static void
show_row (GtkListItem *item)
{
  SotayStaffRow *row = gtk_list_item_get_item (item);
  SotayStaff *staff = row != NULL ? sotay_staff_row_get_staff (row) : NULL;
  const char *about = staff != NULL ? sotay_staff_get_field (staff, SOTAY_STAFF_POSITION) : NULL;

  sotay_two_lines_set (gtk_list_item_get_child (item), staff != NULL ? sotay_staff_get_name (staff) : "…",
                       about != NULL ? about : "");
}

static void
setup_cb (SotayFigurePeople *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, sotay_two_lines_new ());
}

static void
bind_cb (SotayFigurePeople *self, GtkListItem *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::staff", G_CALLBACK (show_row), item,
                           G_CONNECT_SWAPPED);
  show_row (item);
}

static void
unbind_cb (SotayFigurePeople *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, item);
}

static void
failed_cb (SotayFigurePeople *self, const GError *error)
{
  sotay_notice_show_error (self->notice, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayFigurePeople) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStaffList) list = sotay_staff_list_new_finish (result, &error);
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  guint count;

  if (self->list_view == NULL)
    return; /* closed meanwhile */
  sotay_notice_show_error (self->notice, error);
  if (list == NULL)
    return;
  count = g_list_model_get_n_items (G_LIST_MODEL (list));
  number = sotay_number_format (count);
  text = g_strdup_printf (ngettext ("%s person", "%s people", count), number);
  gtk_label_set_text (self->count_label, text);
  g_signal_connect_object (list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&list)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

static void
load (SotayFigurePeople *self)
{
  sotay_staff_list_new_async (self->store, self->people, NULL, loaded_cb, g_object_ref (self));
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
sotay_figure_people_dispose (GObject *object)
{
  SotayFigurePeople *self = SOTAY_FIGURE_PEOPLE (object);

  self->list_view = NULL;
  g_clear_object (&self->store);
  g_clear_object (&self->people);
  G_OBJECT_CLASS (sotay_figure_people_parent_class)->dispose (object);
}

static void
sotay_figure_people_class_init (SotayFigurePeopleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_figure_people_dispose;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/figure-people.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayFigurePeople, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayFigurePeople, count_label);
  gtk_widget_class_bind_template_child (widget_class, SotayFigurePeople, rule_label);
  gtk_widget_class_bind_template_child (widget_class, SotayFigurePeople, list_view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_install_action (widget_class, "window.leave", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.leave", NULL);
}

static void
sotay_figure_people_init (SotayFigurePeople *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_figure_people_new (GtkWindow *parent, SotayStore *store, SotayStaffQuery *people, const char *rule)
{
  SotayFigurePeople *self = g_object_new (SOTAY_TYPE_FIGURE_PEOPLE, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->people = g_object_ref (people);
  gtk_label_set_text (self->rule_label, rule != NULL ? rule : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rule_label), rule != NULL);
  load (self);
  return GTK_WIDGET (self);
}
