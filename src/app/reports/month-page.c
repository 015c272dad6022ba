/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/month-page-private.h"

#include "app/reports/report-mail.h"
#include "services/utility-titles.h"
#include "app/widgets/wrap.h"
#include "core/dates.h"
#include "register/monthly.h"

#include <glib/gi18n-lib.h>

/* Changes that follow each other closely make the report anew once. */
#define PAUSE_MS 200

G_DEFINE_FINAL_TYPE (SotayMonthPage, sotay_month_page, ADW_TYPE_BIN)

static void load (SotayMonthPage *self);

static char *
create_state_text (SotayRecord *record)
{
  SotayMonthlyState state = sotay_monthly_get_state (record);
  g_autofree char *day = NULL;

  if (state == SOTAY_MONTHLY_OPEN)
    return g_strdup (_("Open: the figures move with the register"));
  if (state == SOTAY_MONTHLY_CLOSED)
    {
      day = sotay_date_format_iso (sotay_record_get (record, SOTAY_MONTHLY_CLOSED_ON));
      return g_strdup_printf (_("Closed on %s: the figures stay as they are"), day);
    }
  day = sotay_date_format_iso (sotay_record_get (record, SOTAY_MONTHLY_SENT_ON));
  if (sotay_record_get (record, SOTAY_MONTHLY_SENT_TO) == NULL)
    return g_strdup_printf (_("Sent on %s"), day);
  return g_strdup_printf (_("Sent on %s to %s"), day, sotay_record_get (record, SOTAY_MONTHLY_SENT_TO));
}

static void
show_state (SotayMonthPage *self)
{
  SotayMonthlyState state = sotay_monthly_get_state (self->built->data->record);
  g_autofree char *text = create_state_text (self->built->data->record);

  gtk_label_set_text (self->state_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->close_button), state == SOTAY_MONTHLY_OPEN);
  gtk_widget_set_visible (GTK_WIDGET (self->send_button), state == SOTAY_MONTHLY_CLOSED);
  gtk_widget_set_visible (GTK_WIDGET (self->reopen_button), state != SOTAY_MONTHLY_OPEN);
}

static void
show_built (SotayMonthPage *self, SotayMonthReport *built)
{
  g_clear_pointer (&self->built, sotay_month_report_free);
  self->built = built;
  if (self->n_saving == 0)
    g_set_object (&self->record, built->data->record);
  show_state (self);
  sotay_findings_list_show (self->findings, built->findings);
  sotay_written_parts_show (self->parts, built->data);
  sotay_report_preview_show (self->preview, built->report);
  sotay_month_page_go_on (self);
}

static void
built_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayMonthPage) self = data;
  g_autoptr (GError) error = NULL;
  SotayMonthReport *built = sotay_month_report_build_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  sotay_notice_show_error (self->notice, error);
  if (built != NULL)
    show_built (self, built);
}

static void
load (SotayMonthPage *self)
{
  g_autoptr (SotayIssuer) issuer = sotay_services_get_issuer (self->services, self->unit_name);
  g_autofree char *templates = sotay_services_find_templates (self->services);
  g_auto (GStrv) utilities = sotay_utility_titles_new (self->services);
  SotayMonthOrder order = { .month = self->month, .today = sotay_date_today (), .unit_id = self->unit_id,
                            .issuer = issuer, .templates = templates,
                            .utilities = (const char *const *) utilities };

  self->outdated = FALSE;
  g_clear_handle_id (&self->reload_timeout, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  sotay_month_report_build_async (sotay_services_get_store (self->services), &order, self->loading, built_cb,
                                  g_object_ref (self));
}

static gboolean
reload_cb (gpointer data)
{
  SotayMonthPage *self = data;

  self->reload_timeout = 0;
  if (self->outdated && gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
  return G_SOURCE_REMOVE;
}

/* A report takes reading everyone: not for one that nobody looks at. */
void
sotay_month_page_reload (SotayMonthPage *self)
{
  self->outdated = g_date_valid (&self->month);
  if (self->reload_timeout == 0)
    self->reload_timeout = g_timeout_add (PAUSE_MS, reload_cb, self);
}

static void
setting_changed_cb (SotayMonthPage *self, const char *key)
{
  if (g_str_has_prefix (key, "report-") || g_str_has_suffix (key, "unit-name"))
    sotay_month_page_reload (self);
}

void
sotay_month_page_set_services (SotayMonthPage *self, SotayServices *services)
{
  g_set_object (&self->services, services);
  sotay_report_preview_set_services (self->preview, services);
  g_signal_connect_object (sotay_services_get_settings (services), "changed", G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static gboolean
is_shown (SotayMonthPage *self, const GDate *month, const char *unit_id)
{
  return g_date_valid (&self->month) && g_date_compare (&self->month, month) == 0
         && g_strcmp0 (self->unit_id, unit_id) == 0;
}

void
sotay_month_page_show (SotayMonthPage *self, const GDate *month, SotayUnit *unit)
{
  const char *unit_id = unit != NULL ? sotay_unit_get_id (unit) : NULL;

  if (is_shown (self, month, unit_id))
    return;
  sotay_written_parts_flush (self->parts);
  sotay_written_parts_forget (self->parts);
  gtk_widget_set_visible (self->ask_box, FALSE);
  g_clear_pointer (&self->wanted_action, g_free);
  sotay_report_preview_show (self->preview, NULL);
  g_clear_pointer (&self->built, sotay_month_report_free);
  g_clear_object (&self->record);
  self->month = *month;
  g_free (self->unit_id);
  self->unit_id = g_strdup (unit_id);
  g_free (self->unit_name);
  self->unit_name = unit != NULL ? g_strdup (sotay_unit_get_name (unit)) : NULL;
  self->outdated = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

/* A written part that is clicked on its page is written in its editor. */
static void
part_clicked_cb (SotayMonthPage *self, const char *part)
{
  sotay_month_page_show_side (self);
  sotay_written_parts_edit_part (self->parts, part);
}

void
sotay_month_page_show_side (SotayMonthPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->side);
}

static void
show_side_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayMonthPage *self = SOTAY_MONTH_PAGE (widget);

  sotay_month_page_show_side (self);
  gtk_widget_child_focus (self->side, GTK_DIR_TAB_FORWARD);
}

static void
show_pages_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_month_page_go_back (SOTAY_MONTH_PAGE (widget));
}

static gboolean
show_buttons_cb (gpointer data)
{
  SotayMonthPage *self = data;
  gboolean is_folded = adw_leaflet_get_folded (self->leaflet);

  self->folding = 0;
  gtk_widget_set_visible (self->edit_button, is_folded);
  gtk_widget_set_visible (self->back_button, is_folded);
  return G_SOURCE_REMOVE;
}

/* It folds while the window is laid out, when nothing may appear. */
static void
folded_cb (SotayMonthPage *self)
{
  if (self->folding == 0)
    self->folding = g_idle_add (show_buttons_cb, self);
}

gboolean
sotay_month_page_go_back (SotayMonthPage *self)
{
  return adw_leaflet_get_folded (self->leaflet)
         && adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
sotay_month_page_map (GtkWidget *widget)
{
  SotayMonthPage *self = SOTAY_MONTH_PAGE (widget);

  GTK_WIDGET_CLASS (sotay_month_page_parent_class)->map (widget);
  if (self->outdated)
    load (self);
}

static void
sotay_month_page_dispose (GObject *object)
{
  SotayMonthPage *self = SOTAY_MONTH_PAGE (object);

  g_clear_handle_id (&self->reload_timeout, g_source_remove);
  g_clear_handle_id (&self->folding, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->mail_folder != NULL)
    sotay_report_mail_remove_folder (self->mail_folder);
  g_clear_pointer (&self->mail_folder, g_free);
  g_clear_pointer (&self->built, sotay_month_report_free);
  g_clear_object (&self->record);
  g_clear_object (&self->services);
  g_clear_pointer (&self->unit_id, g_free);
  g_clear_pointer (&self->unit_name, g_free);
  g_clear_pointer (&self->wanted_action, g_free);
  g_clear_pointer (&self->wanted_target, g_free);
  G_OBJECT_CLASS (sotay_month_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, send_button);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, ask_box);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, ask_label);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, preview);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, side);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, findings);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthPage, parts);
}

static void
sotay_month_page_class_init (SotayMonthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_month_page_dispose;
  widget_class->map = sotay_month_page_map;
  g_type_ensure (SOTAY_TYPE_NOTICE);
  g_type_ensure (SOTAY_TYPE_REPORT_PREVIEW);
  g_type_ensure (SOTAY_TYPE_FINDINGS_LIST);
  g_type_ensure (SOTAY_TYPE_WRITTEN_PARTS);
  g_type_ensure (SOTAY_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/month-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sotay_month_page_part_edited);
  gtk_widget_class_bind_template_callback (widget_class, sotay_month_page_mend);
  gtk_widget_class_install_action (widget_class, "month.show-side", NULL, show_side_cb);
  gtk_widget_class_install_action (widget_class, "month.show-pages", NULL, show_pages_cb);
  sotay_month_page_install_record (widget_class);
  sotay_month_page_install_output (widget_class);
}

static void
sotay_month_page_init (SotayMonthPage *self)
{
  g_date_clear (&self->month, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  folded_cb (self);
}
