/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/trained-dialog.h"

#include "app/widgets/field-row.h"
#include "core/dates.h"
#include "core/numbers.h"
#include "core/text.h"

#include <glib/gi18n-lib.h>

struct _SotayTrainedDialog
{
  AdwMessageDialog parent_instance;

  SotayFieldRow *day_row;
  GtkSwitch *passed_switch;
  SotayFieldRow *reason_row;

  GPtrArray *staff;
};

G_DEFINE_FINAL_TYPE (SotayTrainedDialog, sotay_trained_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
read_day (SotayTrainedDialog *self, GDate *day)
{
  GDate today = sotay_date_today ();

  return sotay_date_parse (sotay_field_row_get_text (self->day_row), &today, day) && g_date_compare (day, &today) <= 0;
}

static void
day_changed_cb (SotayTrainedDialog *self)
{
  GDate day;
  gboolean valid = read_day (self, &day);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "mark", valid);
  if (!valid)
    sotay_field_row_set_problem (self->day_row, _("type 5/3/2024, 05032024 or “today”; not a day to come"));
}

static void
sotay_trained_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  SotayTrainedDialog *self = SOTAY_TRAINED_DIALOG (dialog);
  g_autofree char *reason = sotay_text_tidy (sotay_field_row_get_text (self->reason_row));
  GDate day;

  if (g_str_equal (response, "mark") && read_day (self, &day))
    g_signal_emit (self, signals[ACCEPTED], 0, self->staff, &day, gtk_switch_get_active (self->passed_switch),
                   *reason != '\0' ? reason : NULL);
}

static void
sotay_trained_dialog_dispose (GObject *object)
{
  SotayTrainedDialog *self = SOTAY_TRAINED_DIALOG (object);

  g_clear_pointer (&self->staff, g_ptr_array_unref);
  G_OBJECT_CLASS (sotay_trained_dialog_parent_class)->dispose (object);
}

static void
sotay_trained_dialog_class_init (SotayTrainedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_trained_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = sotay_trained_dialog_response;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 4, G_TYPE_PTR_ARRAY, G_TYPE_DATE, G_TYPE_BOOLEAN, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/trained-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayTrainedDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, SotayTrainedDialog, passed_switch);
  gtk_widget_class_bind_template_child (widget_class, SotayTrainedDialog, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
}

static void
sotay_trained_dialog_init (SotayTrainedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
create_body (GPtrArray *staff)
{
  g_autofree char *number = NULL;

  if (staff->len == 1)
    return g_strdup (sotay_staff_get_name (staff->pdata[0]));
  number = sotay_number_format (staff->len);
  return g_strdup_printf (ngettext ("%s person", "%s people", staff->len), number);
}

GtkWidget *
sotay_trained_dialog_new (GtkWindow *parent, GPtrArray *staff)
{
  SotayTrainedDialog *self = g_object_new (SOTAY_TYPE_TRAINED_DIALOG, "transient-for", parent, NULL);
  GDate today = sotay_date_today ();
  g_autofree char *formatted = sotay_date_format (&today);
  g_autofree char *body = create_body (staff);

  self->staff = g_ptr_array_ref (staff);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  sotay_field_row_set_text (self->day_row, formatted);
  gtk_editable_select_region (GTK_EDITABLE (self->day_row), 0, -1);
  return GTK_WIDGET (self);
}
