/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/undo-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SECONDS 10

typedef struct
{
  GtkWidget *widget;
  void (*undo) (GtkWidget *widget, GVariant *target);
  GVariant *target;
} Offer;

static void
offer_free (gpointer data, GClosure *closure)
{
  Offer *offer = data;

  g_clear_weak_pointer (&offer->widget);
  g_variant_unref (offer->target);
  g_free (offer);
}

static void
clicked_cb (AdwToast *toast, Offer *offer)
{
  if (offer->widget != NULL)
    offer->undo (offer->widget, offer->target);
}

void
sotay_undo_toast_show (GtkWidget *widget, const char *text, void (*undo) (GtkWidget *widget, GVariant *target),
                       GVariant *target)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  Offer *offer = g_new0 (Offer, 1);
  AdwToast *toast = NULL;

  g_set_weak_pointer (&offer->widget, widget);
  offer->undo = undo;
  offer->target = g_variant_ref_sink (target);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_timeout (toast, SECONDS);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (clicked_cb), offer, offer_free, 0);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}
