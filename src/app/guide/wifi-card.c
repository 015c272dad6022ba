/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/wifi-card.h"

#include "app/guide/qr-paintable.h"
#include "app/widgets/field-row.h"
#include "guide/wifi-code.h"

#include <glib/gi18n-lib.h>

struct _SotayWifiCard
{
  AdwBin parent_instance;

  SotayQrSymbol *symbol;

  SotayFieldRow *name_row;
  GtkEditable *password_row;
  GtkSwitch *hidden_switch;
  GtkLabel *complaint;
  GtkWidget *code_box;
  GtkPicture *picture;
};

G_DEFINE_FINAL_TYPE (SotayWifiCard, sotay_wifi_card, ADW_TYPE_BIN)

static const char *
describe (SotayWifiProblem problem)
{
  switch (problem)
    {
    case SOTAY_WIFI_LONG_NAME:
      return _("The name is too long for a Wi-Fi: 32 letters at most, fewer with accents.");
    case SOTAY_WIFI_BAD_NAME:
      return _("The name holds a sign that cannot be shown. Type it again.");
    case SOTAY_WIFI_SHORT_PASSWORD:
      return _("A Wi-Fi password has at least 8 signs.");
    case SOTAY_WIFI_LONG_PASSWORD:
      return _("A Wi-Fi password has at most 63 signs.");
    case SOTAY_WIFI_BAD_PASSWORD:
      return _("A Wi-Fi password has no letters with accents.");
    default:
      return NULL;
    }
}

static SotayQrSymbol *
make_symbol (SotayWifiCard *self)
{
  const char *name = sotay_wifi_card_get_name (self);
  const char *password = gtk_editable_get_text (self->password_row);
  g_autofree char *code = sotay_wifi_write_code (name, password, gtk_switch_get_active (self->hidden_switch));

  return sotay_qr_symbol_new (code, NULL);
}

static void
show_symbol (SotayWifiCard *self)
{
  g_autoptr (GdkPaintable) paintable = self->symbol != NULL ? sotay_qr_paintable_new (self->symbol) : NULL;

  gtk_picture_set_paintable (self->picture, paintable);
  gtk_widget_set_visible (self->code_box, self->symbol != NULL);
}

static void
changed_cb (SotayWifiCard *self)
{
  SotayWifiProblem problem = sotay_wifi_check (sotay_wifi_card_get_name (self),
                                               gtk_editable_get_text (self->password_row));
  const char *text = describe (problem);

  gtk_label_set_label (self->complaint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), text != NULL);
  g_clear_object (&self->symbol);
  if (problem == SOTAY_WIFI_GOOD)
    self->symbol = make_symbol (self);
  show_symbol (self);
}

static void
sotay_wifi_card_dispose (GObject *object)
{
  g_clear_object (&SOTAY_WIFI_CARD (object)->symbol);
  G_OBJECT_CLASS (sotay_wifi_card_parent_class)->dispose (object);
}

static void
sotay_wifi_card_class_init (SotayWifiCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_wifi_card_dispose;
  g_type_ensure (SOTAY_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/wifi-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayWifiCard, name_row);
  gtk_widget_class_bind_template_child (widget_class, SotayWifiCard, password_row);
  gtk_widget_class_bind_template_child (widget_class, SotayWifiCard, hidden_switch);
  gtk_widget_class_bind_template_child (widget_class, SotayWifiCard, complaint);
  gtk_widget_class_bind_template_child (widget_class, SotayWifiCard, code_box);
  gtk_widget_class_bind_template_child (widget_class, SotayWifiCard, picture);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sotay_wifi_card_init (SotayWifiCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SotayQrSymbol *
sotay_wifi_card_get_symbol (SotayWifiCard *self)
{
  return self->symbol;
}

const char *
sotay_wifi_card_get_name (SotayWifiCard *self)
{
  return sotay_field_row_get_text (self->name_row);
}
