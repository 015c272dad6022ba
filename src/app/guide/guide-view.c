/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/guide-view.h"

#include "app/guide/manual-panel.h"
#include "app/guide/qr-card.h"
#include "app/view.h"
#include "app/widgets/columns.h"

struct _SotayGuideView
{
  AdwBin parent_instance;

  SotayServices *services;

  SotayQrCard *qr_card;
  SotayManualPanel *manual_panel;
};

enum
{
  PROP_SERVICES = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void view_iface_init (SotayViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayGuideView, sotay_guide_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SOTAY_TYPE_VIEW, view_iface_init))

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, SotayGuideView *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  sotay_manual_panel_import (self->manual_panel, files->data);
  return TRUE;
}

static void
sotay_guide_view_print (SotayView *view)
{
  sotay_qr_card_print (SOTAY_GUIDE_VIEW (view)->qr_card);
}

static void
view_iface_init (SotayViewInterface *iface)
{
  iface->print = sotay_guide_view_print;
}

static void
sotay_guide_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayGuideView *self = SOTAY_GUIDE_VIEW (object);

  if (id == PROP_SERVICES)
    self->services = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_guide_view_constructed (GObject *object)
{
  SotayGuideView *self = SOTAY_GUIDE_VIEW (object);

  G_OBJECT_CLASS (sotay_guide_view_parent_class)->constructed (object);
  sotay_qr_card_set_settings (self->qr_card, sotay_services_get_settings (self->services));
  sotay_manual_panel_set_services (self->manual_panel, self->services);
}

static void
sotay_guide_view_dispose (GObject *object)
{
  g_clear_object (&SOTAY_GUIDE_VIEW (object)->services);
  G_OBJECT_CLASS (sotay_guide_view_parent_class)->dispose (object);
}

static void
sotay_guide_view_class_init (SotayGuideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sotay_guide_view_set_property;
  object_class->constructed = sotay_guide_view_constructed;
  object_class->dispose = sotay_guide_view_dispose;
  properties[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, SOTAY_TYPE_SERVICES,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (SOTAY_TYPE_COLUMNS);
  g_type_ensure (SOTAY_TYPE_MANUAL_PANEL);
  g_type_ensure (SOTAY_TYPE_QR_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/guide-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, qr_card);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, manual_panel);
}

static void
sotay_guide_view_init (SotayGuideView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

SotayGuideView *
sotay_guide_view_new (SotayServices *services)
{
  return g_object_new (SOTAY_TYPE_GUIDE_VIEW, "services", services, NULL);
}
