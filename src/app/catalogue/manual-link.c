/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalogue/manual-link.h"

#include <glib/gi18n-lib.h>

struct _SotayManualLink
{
  AdwBin parent_instance;

  SotayServices *services;
  char *id;
  gboolean watching; /* the copies and the map tell when they change */

  GtkButton *button;
  AdwButtonContent *content;
};

G_DEFINE_FINAL_TYPE (SotayManualLink, sotay_manual_link, ADW_TYPE_BIN)

static void
show_page (SotayManualLink *self, int index, gboolean checked)
{
  g_autofree char *page = g_strdup_printf (_("Page %d"), index + 1);
  /* Translators: the page of a utility in the manual, not yet checked by a person */
  g_autofree char *doubtful = g_strdup_printf (_("Page %d?"), index + 1);
  const char *label = index < 0 ? _("In the manual") : checked ? page : doubtful;
  const char *hint = index < 0 ? _("No page of the manual is known for this utility yet: choose one")
                     : checked ? _("Read this utility's page of the manual")
                               : _("Read this utility's page of the manual; the program found it, so it is to be checked");

  adw_button_content_set_label (self->content, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
}

static void
show_state (SotayManualLink *self)
{
  SotayManualCopy *copy = NULL;
  gboolean checked = FALSE;
  int index;

  if (self->id != NULL)
    copy = sotay_guide_library_get_current (sotay_services_get_guide (self->services));
  gtk_widget_set_visible (GTK_WIDGET (self), copy != NULL);
  if (copy == NULL)
    return;
  index = sotay_page_map_get_index (sotay_services_get_page_map (self->services), self->id,
                                    sotay_manual_copy_get_sha256 (copy), &checked);
  show_page (self, index, checked);
}

static void
watch (SotayManualLink *self)
{
  if (self->watching)
    return;
  self->watching = TRUE;
  g_signal_connect_object (sotay_services_get_guide (self->services), "notify::current", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sotay_services_get_page_map (self->services), "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
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
  self->button = GTK_BUTTON (gtk_button_new ());
  self->content = ADW_BUTTON_CONTENT (adw_button_content_new ());
  adw_button_content_set_icon_name (self->content, "sotay-guide-symbolic");
  gtk_button_set_child (self->button, GTK_WIDGET (self->content));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
sotay_manual_link_set_services (SotayManualLink *self, SotayServices *services)
{
  g_set_object (&self->services, services);
}

void
sotay_manual_link_set_utility (SotayManualLink *self, const char *id)
{
  g_free (self->id);
  self->id = g_strdup (id);
  if (id != NULL)
    {
      watch (self);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.show-manual");
    }
  show_state (self);
}
