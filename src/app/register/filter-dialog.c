/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/filter-dialog.h"

#include "app/widgets/field-row.h"
#include "core/text.h"

struct _SotayFilterDialog
{
  AdwMessageDialog parent_instance;

  SotayFieldRow *name_row;
};

G_DEFINE_FINAL_TYPE (SotayFilterDialog, sotay_filter_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (SotayFilterDialog *self)
{
  g_autofree char *name = sotay_text_tidy (sotay_field_row_get_text (self->name_row));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "keep", *name != '\0');
}

static void
sotay_filter_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  SotayFilterDialog *self = SOTAY_FILTER_DIALOG (dialog);
  g_autofree char *name = sotay_text_tidy (sotay_field_row_get_text (self->name_row));

  if (*name != '\0' && g_str_equal (response, "keep"))
    g_signal_emit (self, signals[ACCEPTED], 0, name);
}

static void
sotay_filter_dialog_class_init (SotayFilterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_MESSAGE_DIALOG_CLASS (klass)->response = sotay_filter_dialog_response;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayFilterDialog, name_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sotay_filter_dialog_init (SotayFilterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

GtkWidget *
sotay_filter_dialog_new (GtkWindow *parent)
{
  return g_object_new (SOTAY_TYPE_FILTER_DIALOG, "transient-for", parent, NULL);
}
