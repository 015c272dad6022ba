/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/erase-dialog.h"

#include "app/widgets/field-row.h"
#include "core/text.h"

#include <glib/gi18n-lib.h>

struct _SotayEraseDialog
{
  AdwMessageDialog parent_instance;

  SotayFieldRow *name_row;
  SotayStaff *staff;
};

G_DEFINE_FINAL_TYPE (SotayEraseDialog, sotay_erase_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_name_typed (SotayEraseDialog *self)
{
  g_autofree char *typed = sotay_text_fold (sotay_field_row_get_text (self->name_row));
  g_autofree char *name = sotay_text_fold (sotay_staff_get_name (self->staff));

  return g_str_equal (typed, name);
}

static void
changed_cb (SotayEraseDialog *self)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "erase", is_name_typed (self));
}

static void
sotay_erase_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  SotayEraseDialog *self = SOTAY_ERASE_DIALOG (dialog);

  if (g_str_equal (response, "erase") && is_name_typed (self))
    g_signal_emit (self, signals[ACCEPTED], 0, self->staff);
}

static void
sotay_erase_dialog_dispose (GObject *object)
{
  g_clear_object (&SOTAY_ERASE_DIALOG (object)->staff);
  G_OBJECT_CLASS (sotay_erase_dialog_parent_class)->dispose (object);
}

static void
sotay_erase_dialog_class_init (SotayEraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_erase_dialog_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = sotay_erase_dialog_response;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, SOTAY_TYPE_STAFF);
  g_type_ensure (SOTAY_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/erase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayEraseDialog, name_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sotay_erase_dialog_init (SotayEraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sotay_erase_dialog_new (GtkWindow *parent, SotayStaff *staff)
{
  SotayEraseDialog *self = g_object_new (SOTAY_TYPE_ERASE_DIALOG, "transient-for", parent, NULL);
  g_autofree char *heading = g_strdup_printf (_("Erase %s for Good?"), sotay_staff_get_name (staff));

  self->staff = g_object_ref (staff);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), heading);
  changed_cb (self);
  return GTK_WIDGET (self);
}
