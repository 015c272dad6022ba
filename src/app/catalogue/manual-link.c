/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalogue/manual-link.h"

#include <glib/gi18n-lib.h>

struct _SotayManualLink
{
  AdwBin parent_instance;

  SotayServices *services;
  char *id;
  GtkWidget *button;
  GtkLabel *state_label;
};

G_DEFINE_FINAL_TYPE (SotayManualLink, sotay_manual_link, ADW_TYPE_BIN)

static void
show_state (SotayManualLink *self)
{
  SotayManualCopy *copy = sotay_guide_library_get_current (sotay_services_get_guide (self->services));
  SotayPageMap *map = sotay_services_get_page_map (self->services);
  g_autofree char *label = NULL;
  gboolean checked = FALSE;
  int index;

  gtk_widget_set_visible (GTK_WIDGET (self), copy != NULL);
  if (copy == NULL)
    return;
  index = sotay_page_map_get_index (map, self->id, sotay_manual_copy_get_sha256 (copy), &checked);
  label = index >= 0 ? g_strdup_printf (_("Page %d of the manual"), index + 1) : g_strdup (_("Look for it in the manual"));
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_label_set_text (self->state_label, index >= 0 && !checked ? _("to be checked") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), index >= 0 && !checked);
}

static void
sotay_manual_link_dispose (GObject *object)
{
  SotayManualLink *self = SOTAY_MANUAL_LINK (object);

  g_clear_object (&self->services);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (sotay_manual_link_parent_class)->dispose (object);
}

static void
sotay_manual_link_class_init (SotayManualLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_manual_link_dispose;
}

static void
sotay_manual_link_init (SotayManualLink *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->button = gtk_button_new ();
  self->state_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->state_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->state_label), "dim-label");
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->state_label));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
sotay_manual_link_new (SotayServices *services, const char *id)
{
  SotayManualLink *self = g_object_new (SOTAY_TYPE_MANUAL_LINK, "margin-top", 12, NULL);

  self->services = g_object_ref (services);
  self->id = g_strdup (id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.show-manual");
  g_signal_connect_object (sotay_services_get_guide (services), "notify::current", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sotay_services_get_page_map (services), "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
  return GTK_WIDGET (self);
}
