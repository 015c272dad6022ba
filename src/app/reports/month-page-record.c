/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a month: what is kept in the register. */
#include "app/reports/month-page-private.h"

#include "app/register/step-actions.h"
#include "app/reports/sent-dialog.h"
#include "core/dates.h"

typedef struct
{
  SotayMonthPage *page;
  SotayStep *step;
} Saving;

static SotayRecord *
dup_record (SotayMonthPage *self)
{
  return self->record != NULL ? g_object_ref (self->record) : sotay_monthly_new (&self->month, self->unit_id);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Saving *saving = data;
  g_autoptr (SotayMonthPage) self = saving->page;
  g_autoptr (SotayStep) step = saving->step;
  g_autoptr (GError) error = NULL;

  self->n_saving--;
  if (sotay_store_apply_finish (SOTAY_STORE (source), result, &error))
    sotay_tell_step (GTK_WIDGET (self), step);
  if (self->services == NULL)
    return;
  sotay_notice_show_error (self->notice, error);
  sotay_month_page_reload (self);
}

/* Steps are done in the order in which they are asked for: each begins where the one before will have ended. */
static void
save (SotayMonthPage *self, SotayRecord *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_monthly_save (self->record, after, &error);
  Saving *saving;

  sotay_notice_show_error (self->notice, error);
  if (step == NULL || sotay_step_is_empty (step))
    return;
  saving = g_new0 (Saving, 1);
  saving->page = g_object_ref (self);
  saving->step = g_object_ref (step);
  g_set_object (&self->record, after);
  self->n_saving++;
  sotay_store_apply_async (sotay_services_get_store (self->services), step, NULL, saved_cb, saving);
}

void
sotay_month_page_part_edited (SotayMonthPage *self, guint field, const char *text)
{
  g_autoptr (SotayRecord) record = NULL;
  g_autoptr (SotayRecord) after = NULL;

  if (self->built == NULL || self->services == NULL)
    return;
  record = dup_record (self);
  after = sotay_record_with (record, field, text);
  save (self, after);
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayMonthPage *self = SOTAY_MONTH_PAGE (widget);
  GDate today = sotay_date_today ();
  g_autoptr (SotayRecord) after = NULL;

  /* The figures that are kept are the newest there are. */
  if (sotay_month_page_must_settle (self, action) || sotay_monthly_get_state (self->record) != SOTAY_MONTHLY_OPEN)
    return;
  after = sotay_month_data_close (self->built->data, &today);
  save (self, after);
}

static void
reopen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayMonthPage *self = SOTAY_MONTH_PAGE (widget);
  g_autoptr (SotayRecord) after = NULL;

  if (self->built == NULL || sotay_monthly_get_state (self->record) == SOTAY_MONTHLY_OPEN)
    return;
  after = sotay_monthly_reopen (self->record);
  save (self, after);
}

static void
sent_cb (SotayMonthPage *self, const GDate *day, const char *to)
{
  g_autoptr (SotayRecord) after = NULL;

  if (self->record == NULL)
    return;
  after = sotay_monthly_send (self->record, day, to);
  save (self, after);
}

static void
send_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayMonthPage *self = SOTAY_MONTH_PAGE (widget);
  g_autoptr (SotayIssuer) issuer = NULL;
  g_autofree char *to = NULL;
  GtkWidget *dialog;

  if (self->built == NULL || sotay_monthly_get_state (self->record) != SOTAY_MONTHLY_CLOSED)
    return;
  sotay_written_parts_flush (self->parts);
  issuer = sotay_services_get_issuer (self->services, self->unit_name);
  to = issuer->addressees != NULL ? g_strjoinv ("; ", issuer->addressees) : NULL;
  dialog = sotay_sent_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), to);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (sent_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sotay_month_page_install_record (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "month.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "month.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (widget_class, "month.send", NULL, send_cb);
}
