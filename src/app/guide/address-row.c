/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/address-row.h"

#include "guide/address.h"
#include "services/messages.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

struct _SotayAddressRow
{
  AdwBin parent_instance;

  GSettings *settings;

  AdwEntryRow *entry;
  GtkWidget *reset_button;
  GtkLabel *complaint;
};

G_DEFINE_FINAL_TYPE (SotayAddressRow, sotay_address_row, ADW_TYPE_BIN)

static void
show_complaint (SotayAddressRow *self, const GError *error)
{
  g_autofree char *text = error != NULL ? sotay_describe_error (error) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->complaint), error != NULL);
  gtk_label_set_label (self->complaint, text != NULL ? text : "");
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_address (SotayAddressRow *self)
{
  g_autofree char *address = g_settings_get_string (self->settings, SOTAY_SETTING_MANUAL_ADDRESS);
  g_autoptr (GVariant) user_value = g_settings_get_user_value (self->settings, SOTAY_SETTING_MANUAL_ADDRESS);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), address))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), address);
  gtk_widget_set_visible (self->reset_button, user_value != NULL);
  show_complaint (self, NULL);
}

static void
changed_cb (SotayAddressRow *self)
{
  show_complaint (self, NULL);
}

static void
apply_cb (SotayAddressRow *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = sotay_guide_address_parse (typed, &error);

  if (uri == NULL)
    {
      show_complaint (self, error);
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return;
    }
  g_settings_set_string (self->settings, SOTAY_SETTING_MANUAL_ADDRESS, typed);
  show_address (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("The QR code now leads to this address."));
}

static void
reset_cb (SotayAddressRow *self)
{
  g_settings_reset (self->settings, SOTAY_SETTING_MANUAL_ADDRESS);
  show_address (self);
}

static void
sotay_address_row_dispose (GObject *object)
{
  g_clear_object (&SOTAY_ADDRESS_ROW (object)->settings);
  G_OBJECT_CLASS (sotay_address_row_parent_class)->dispose (object);
}

static void
sotay_address_row_class_init (SotayAddressRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_address_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/address-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayAddressRow, entry);
  gtk_widget_class_bind_template_child (widget_class, SotayAddressRow, reset_button);
  gtk_widget_class_bind_template_child (widget_class, SotayAddressRow, complaint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
sotay_address_row_init (SotayAddressRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_address_row_set_settings (SotayAddressRow *self, GSettings *settings)
{
  g_set_object (&self->settings, settings);
  g_signal_connect_object (settings, "changed::" SOTAY_SETTING_MANUAL_ADDRESS, G_CALLBACK (show_address), self,
                           G_CONNECT_SWAPPED);
  show_address (self);
}
