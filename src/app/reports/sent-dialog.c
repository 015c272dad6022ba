/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/sent-dialog.h"

#include "app/widgets/field-row.h"
#include "core/dates.h"
#include "core/text.h"

#include <glib/gi18n-lib.h>

struct _SotaySentDialog
{
  AdwMessageDialog parent_instance;

  SotayFieldRow *day_row;
  SotayFieldRow *to_row;
};

G_DEFINE_FINAL_TYPE (SotaySentDialog, sotay_sent_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
read_day (SotaySentDialog *self, GDate *day)
{
  GDate today = sotay_date_today ();

  return sotay_date_parse (sotay_field_row_get_text (self->day_row), &today, day) && g_date_compare (day, &today) <= 0;
}

static void
changed_cb (SotaySentDialog *self)
{
  GDate day;
  gboolean is_good = read_day (self, &day);

  sotay_field_row_set_problem (self->day_row, is_good ? NULL : _("type a day such as 5/3/2024, not one to come"));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "mark", is_good);
}

static void
sotay_sent_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  SotaySentDialog *self = SOTAY_SENT_DIALOG (dialog);
  g_autofree char *to = sotay_text_tidy (sotay_field_row_get_text (self->to_row));
  GDate day;

  if (g_str_equal (response, "mark") && read_day (self, &day))
    g_signal_emit (self, signals[ACCEPTED], 0, &day, to != NULL && *to != '\0' ? to : NULL);
}

static void
sotay_sent_dialog_class_init (SotaySentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_MESSAGE_DIALOG_CLASS (klass)->response = sotay_sent_dialog_response;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_DATE, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/sent-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SotaySentDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, SotaySentDialog, to_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sotay_sent_dialog_init (SotaySentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_sent_dialog_new (GtkWindow *parent, const char *to)
{
  SotaySentDialog *self = g_object_new (SOTAY_TYPE_SENT_DIALOG, "transient-for", parent, NULL);
  GDate today = sotay_date_today ();
  g_autofree char *day = sotay_date_format (&today);

  sotay_field_row_set_text (self->day_row, day);
  sotay_field_row_set_text (self->to_row, to);
  changed_cb (self);
  return GTK_WIDGET (self);
}
