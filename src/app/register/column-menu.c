/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/column-menu.h"

#include "app/register/staff-columns.h"
#include "services/settings.h"


struct _SotayColumnMenu
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GSettings *settings;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (SotayColumnMenu, sotay_column_menu, ADW_TYPE_BIN)

static GAction *
get_action (SotayColumnMenu *self, SotayStaffColumn column)
{
  return g_action_map_lookup_action (G_ACTION_MAP (self->actions), sotay_staff_column_name (column));
}

static void
show_states (SotayColumnMenu *self)
{
  g_auto (GStrv) names = g_settings_get_strv (self->settings, SOTAY_SETTING_STAFF_COLUMNS);

  for (SotayStaffColumn column = SOTAY_STAFF_COLUMN_NAME + 1; column < SOTAY_STAFF_N_COLUMNS; column++)
    {
      gboolean shown = g_strv_contains ((const char *const *) names, sotay_staff_column_name (column));

      g_simple_action_set_state (G_SIMPLE_ACTION (get_action (self, column)), g_variant_new_boolean (shown));
    }
}

static void
toggled_cb (GSimpleAction *toggled, GVariant *state, SotayColumnMenu *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;

  for (SotayStaffColumn column = SOTAY_STAFF_COLUMN_NAME + 1; column < SOTAY_STAFF_N_COLUMNS; column++)
    {
      GAction *action = get_action (self, column);
      g_autoptr (GVariant) shown = g_action_get_state (action);

      if (g_variant_get_boolean (action == G_ACTION (toggled) ? state : shown))
        g_strv_builder_add (names, sotay_staff_column_name (column));
    }
  chosen = g_strv_builder_end (names);
  g_settings_set_strv (self->settings, SOTAY_SETTING_STAFF_COLUMNS, (const char *const *) chosen);
}

static void
add_column (SotayColumnMenu *self, SotayStaffColumn column, GMenu *menu)
{
  g_autofree char *name = g_strdup_printf ("column.%s", sotay_staff_column_name (column));
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (sotay_staff_column_name (column), NULL,
                                                                   g_variant_new_boolean (FALSE));

  g_signal_connect_object (action, "change-state", G_CALLBACK (toggled_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (menu, sotay_staff_column_title (column), name);
}

static void
sotay_column_menu_dispose (GObject *object)
{
  SotayColumnMenu *self = SOTAY_COLUMN_MENU (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (sotay_column_menu_parent_class)->dispose (object);
}

static void
sotay_column_menu_class_init (SotayColumnMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_column_menu_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/column-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayColumnMenu, button);
}

static void
sotay_column_menu_init (SotayColumnMenu *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  for (SotayStaffColumn column = SOTAY_STAFF_COLUMN_NAME + 1; column < SOTAY_STAFF_N_COLUMNS; column++)
    add_column (self, column, menu);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "column", G_ACTION_GROUP (self->actions));
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
}

void
sotay_column_menu_set_settings (SotayColumnMenu *self, GSettings *settings)
{
  g_set_object (&self->settings, settings);
  g_signal_connect_object (settings, "changed::" SOTAY_SETTING_STAFF_COLUMNS, G_CALLBACK (show_states), self,
                           G_CONNECT_SWAPPED);
  show_states (self);
}
