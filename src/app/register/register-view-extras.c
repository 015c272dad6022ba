/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/register-view-private.h"

#include "app/register/campaign-dialog.h"
#include "app/register/sessions-tab.h"
#include "app/register/staff-page-private.h"
#include "app/register/step-actions.h"
#include "core/dates.h"
#include "register/edit.h"
#include "register/sample.h"

static void
campaign_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayRegisterView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = sotay_store_list_records_finish (SOTAY_STORE (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (self->services == NULL || root == NULL)
    return;
  sotay_notice_show_error (self->notice, error);
  if (records == NULL)
    return;
  dialog = sotay_campaign_dialog_new (GTK_WINDOW (root), self->services, records->len > 0 ? records->pdata[0] : NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_campaign_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (widget);

  sotay_store_list_records_async (sotay_services_get_store (self->services), SOTAY_RECORD_CAMPAIGN, -1, NULL, NULL,
                                  campaign_read_cb, g_object_ref (self));
}

static SotayStep *
make_sample (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GDate today = sotay_date_today ();

  return sotay_sample_create (&today);
}

static SotayUnit *
find_sample (GPtrArray *units)
{
  for (guint i = 0; i < units->len; i++)
    if (g_str_equal (sotay_unit_get_id (units->pdata[i]), SOTAY_SAMPLE_UNIT_ID))
      return units->pdata[i];
  return NULL;
}

static SotayStep *
make_removal (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *units = data;
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (SOTAY_SAMPLE_UNIT_ID, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, query, 0, 0, cancellable, error);
  g_autoptr (GPtrArray) belongings = NULL;
  g_auto (GStrv) ids = NULL;

  if (staff == NULL)
    return NULL;
  ids = sotay_edit_list_ids (find_sample (units), units, staff);
  belongings = sotay_store_list_belongings (store, (const char *const *) ids, cancellable, error);
  return belongings != NULL ? sotay_sample_remove (units, staff, belongings) : NULL;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayRegisterView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_do_step_finish (result, &error);

  if (self->services == NULL)
    return;
  sotay_notice_show_error (self->notice, error);
  if (step != NULL)
    sotay_tell_step (GTK_WIDGET (self), step);
}

static void
add_sample_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (widget);

  sotay_do_step_async (sotay_services_get_store (self->services), make_sample, NULL, g_free, NULL, done_cb,
                       g_object_ref (self));
}

static void
remove_sample_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayRegisterView *self = SOTAY_REGISTER_VIEW (widget);
  g_autoptr (GPtrArray) units = self->names != NULL ? sotay_unit_names_dup_all (self->names) : NULL;

  if (units != NULL && find_sample (units) != NULL)
    sotay_do_step_async (sotay_services_get_store (self->services), make_removal, g_steal_pointer (&units),
                         (GDestroyNotify) g_ptr_array_unref, NULL, done_cb, g_object_ref (self));
}

void
sotay_register_view_show_part (SotayRegisterView *self, const char *tab, const char *unit_id, const char *id)
{
  SotayRegisterTab *shown;

  sotay_unit_tree_set_unit_id (self->unit_tree, unit_id);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->unit_page));
  shown = sotay_unit_page_show_tab (self->unit_page, tab);
  if (id != NULL && SOTAY_IS_RECORDS_TAB (shown))
    sotay_records_tab_reveal (SOTAY_RECORDS_TAB (shown), id);
  else if (id != NULL && SOTAY_IS_STAFF_PAGE (shown))
    sotay_staff_page_reveal (SOTAY_STAFF_PAGE (shown), id);
}

void
sotay_register_view_install_extras (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "register.edit-campaign", NULL, edit_campaign_cb);
  gtk_widget_class_install_action (widget_class, "register.add-sample", NULL, add_sample_cb);
  gtk_widget_class_install_action (widget_class, "register.remove-sample", NULL, remove_sample_cb);
}
