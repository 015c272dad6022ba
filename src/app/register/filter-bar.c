/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/filter-bar.h"

#include "app/register/filter-dialog.h"
#include "app/widgets/undo-toast.h"
#include "app/widgets/wrap.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

struct _SotayFilterBar
{
  AdwBin parent_instance;

  SotayWrap *wrap;
  GtkMenuButton *menu_button;
  GtkWidget *clear_button;

  GSettings *settings;
  SotayStaffFilter filter;
  GSimpleActionGroup *actions;
  GPtrArray *chips; /* of the facets that filter */
};

G_DEFINE_FINAL_TYPE (SotayFilterBar, sotay_filter_bar, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GMenuItem *
create_target_item (const char *label, const char *action, const char *target)
{
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  return item;
}

static GMenu *
create_facet_menu (SotayFacet facet)
{
  g_autofree char *action = g_strdup_printf ("filter.%s", sotay_facet_name (facet));
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < sotay_facet_n_options (facet); i++)
    {
      g_autoptr (GMenuItem) item = create_target_item (sotay_facet_option_label (facet, i), action,
                                                       sotay_facet_option_name (facet, i));

      g_menu_append_item (menu, item);
    }
  return menu;
}

/* The filters that were kept, each to be used or forgotten. */
static GMenu *
create_kept_menu (SotayFilterBar *self)
{
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, SOTAY_SETTING_STAFF_FILTERS);
  g_autoptr (GMenu) forget = g_menu_new ();
  GMenu *menu = g_menu_new ();
  GVariantIter iter;
  const char *name, *text;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&s&s)", &name, &text))
    {
      g_autoptr (GMenuItem) use_item = create_target_item (name, "filter.use", text);
      g_autoptr (GMenuItem) forget_item = create_target_item (name, "filter.forget", name);

      g_menu_append_item (menu, use_item);
      g_menu_append_item (forget, forget_item);
    }
  g_menu_append (menu, _("Keep This Filter…"), "filter.keep");
  if (g_menu_model_get_n_items (G_MENU_MODEL (forget)) > 0)
    g_menu_append_submenu (menu, _("Forget a Filter"), G_MENU_MODEL (forget));
  return menu;
}

static void
fill_menu (SotayFilterBar *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) scopes = create_facet_menu (SOTAY_FACET_SCOPE);
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) kept = create_kept_menu (self);

  for (SotayFacet facet = SOTAY_FACET_SCOPE + 1; facet < SOTAY_N_FACETS; facet++)
    {
      g_autoptr (GMenu) options = create_facet_menu (facet);

      g_menu_append_submenu (more, sotay_facet_title (facet), G_MENU_MODEL (options));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (scopes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  g_menu_append_section (menu, _("Kept Filters"), G_MENU_MODEL (kept));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
chip_clicked_cb (SotayFilterBar *self, GtkButton *chip)
{
  SotayStaffFilter filter = self->filter;

  filter.choices[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "facet"))] = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
  sotay_filter_bar_set_filter (self, &filter);
}

static GtkWidget *
create_chip (SotayFilterBar *self, SotayFacet facet)
{
  const char *label = sotay_facet_option_label (facet, self->filter.choices[facet]);
  /* Translators: %s is what is filtered, such as "Not yet trained". */
  g_autofree char *name = g_strdup_printf (_("Filtered: %s. Press to show all again"), label);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "facet", GUINT_TO_POINTER (facet));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  return chip;
}

static void
show_chips (SotayFilterBar *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_unparent (self->chips->pdata[i]);
  g_ptr_array_set_size (self->chips, 0);
  for (SotayFacet facet = 0; facet < SOTAY_N_FACETS; facet++)
    {
      GtkWidget *chip;

      if (self->filter.choices[facet] == 0)
        continue;
      chip = create_chip (self, facet);
      gtk_widget_insert_before (chip, GTK_WIDGET (self->wrap), self->clear_button);
      g_ptr_array_add (self->chips, chip);
    }
  gtk_widget_set_visible (self->clear_button, self->chips->len > 1);
}

static void
show_states (SotayFilterBar *self)
{
  for (SotayFacet facet = 0; facet < SOTAY_N_FACETS; facet++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), sotay_facet_name (facet));
      const char *name = sotay_facet_option_name (facet, self->filter.choices[facet]);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (name));
    }
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "keep")),
                               sotay_staff_filter_is_set (&self->filter));
}

static void
option_chosen_cb (GSimpleAction *action, GVariant *option, gpointer data)
{
  SotayFilterBar *self = data;
  SotayStaffFilter filter = self->filter;

  for (SotayFacet facet = 0; facet < SOTAY_N_FACETS; facet++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), sotay_facet_name (facet)))
      filter.choices[facet] = sotay_facet_find_option (facet, g_variant_get_string (option, NULL));
  sotay_filter_bar_set_filter (self, &filter);
}

static void
use_cb (GSimpleAction *action, GVariant *text, gpointer data)
{
  SotayStaffFilter filter = sotay_staff_filter_from_text (g_variant_get_string (text, NULL));

  sotay_filter_bar_set_filter (data, &filter);
}

static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayFilterBar *self = data;
  SotayStaffFilter none = { { 0 } };

  gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
  sotay_filter_bar_set_filter (self, &none);
}

static GVariant *
create_without (GVariant *kept, const char *name, const char *text)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *old_name, *old_text;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&s&s)", &old_name, &old_text))
    if (!g_str_equal (old_name, name))
      g_variant_builder_add (&builder, "(ss)", old_name, old_text);
  if (text != NULL)
    g_variant_builder_add (&builder, "(ss)", name, text);
  return g_variant_builder_end (&builder);
}

/* A name that is there already means its new filter. */
static void
named_cb (SotayFilterBar *self, const char *name)
{
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, SOTAY_SETTING_STAFF_FILTERS);
  g_autofree char *text = sotay_staff_filter_to_text (&self->filter);

  g_settings_set_value (self->settings, SOTAY_SETTING_STAFF_FILTERS, create_without (kept, name, text));
}

static void
keep_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayFilterBar *self = data;
  GtkWidget *dialog = sotay_filter_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
undo_forget (GtkWidget *widget, GVariant *kept)
{
  g_settings_set_value (SOTAY_FILTER_BAR (widget)->settings, SOTAY_SETTING_STAFF_FILTERS, kept);
}

static void
forget_cb (GSimpleAction *action, GVariant *name, gpointer data)
{
  SotayFilterBar *self = data;
  GVariant *kept = g_settings_get_value (self->settings, SOTAY_SETTING_STAFF_FILTERS);
  g_autofree char *told = g_strdup_printf (_("Filter forgotten: %s"), g_variant_get_string (name, NULL));

  g_settings_set_value (self->settings, SOTAY_SETTING_STAFF_FILTERS,
                        create_without (kept, g_variant_get_string (name, NULL), NULL));
  sotay_undo_toast_show (GTK_WIDGET (self), told, undo_forget, kept);
}

static void
add_actions (SotayFilterBar *self)
{
  static const GActionEntry entries[] = {
    { .name = "use", .activate = use_cb, .parameter_type = "s" },
    { .name = "keep", .activate = keep_cb },
    { .name = "forget", .activate = forget_cb, .parameter_type = "s" },
    { .name = "clear", .activate = clear_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (SotayFacet facet = 0; facet < SOTAY_N_FACETS; facet++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          sotay_facet_name (facet), G_VARIANT_TYPE_STRING, g_variant_new_string (sotay_facet_option_name (facet, 0)));

      g_signal_connect_object (action, "activate", G_CALLBACK (option_chosen_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
}

static void
sotay_filter_bar_dispose (GObject *object)
{
  SotayFilterBar *self = SOTAY_FILTER_BAR (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  G_OBJECT_CLASS (sotay_filter_bar_parent_class)->dispose (object);
}

static void
sotay_filter_bar_class_init (SotayFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_filter_bar_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  g_type_ensure (SOTAY_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayFilterBar, wrap);
  gtk_widget_class_bind_template_child (widget_class, SotayFilterBar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SotayFilterBar, clear_button);
}

static void
sotay_filter_bar_init (SotayFilterBar *self)
{
  self->chips = g_ptr_array_new ();
  add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_states (self);
}

void
sotay_filter_bar_set_settings (SotayFilterBar *self, GSettings *settings)
{
  g_set_object (&self->settings, settings);
  g_signal_connect_object (settings, "changed::" SOTAY_SETTING_STAFF_FILTERS, G_CALLBACK (fill_menu), self,
                           G_CONNECT_SWAPPED);
  fill_menu (self);
}

const SotayStaffFilter *
sotay_filter_bar_get_filter (SotayFilterBar *self)
{
  return &self->filter;
}

void
sotay_filter_bar_set_filter (SotayFilterBar *self, const SotayStaffFilter *filter)
{
  if (memcmp (&self->filter, filter, sizeof *filter) == 0)
    return;
  self->filter = *filter;
  show_chips (self);
  show_states (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
