/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/wall-settings.h"

#include "core/qr-symbol.h"
#include "presentation/slide-layout.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _SotayWallSettings
{
  AdwBin parent_instance;

  GSettings *settings;
  SotayScreens *screens;
  gboolean filling;

  GtkSpinButton *distance_spin;
  GtkSpinButton *width_spin;
  GtkImage *reach_sign;
  GtkLabel *reach;
  AdwComboRow *theme_row;
  GtkSwitch *large_switch;
  GtkSwitch *transitions_switch;
  AdwComboRow *screen_row;
};

G_DEFINE_FINAL_TYPE (SotayWallSettings, sotay_wall_settings, ADW_TYPE_BIN)

static gboolean
get_theme (GValue *value, GVariant *variant, gpointer data)
{
  g_value_set_uint (value, g_str_equal (g_variant_get_string (variant, NULL), "bright") ? 1 : 0);
  return TRUE;
}

static GVariant *
set_theme (const GValue *value, const GVariantType *type, gpointer data)
{
  return g_variant_new_string (g_value_get_uint (value) == 1 ? "bright" : "dark");
}

static char *
format_metres (double metres)
{
  int tenths = (int) floor (metres * 10);

  return g_strdup_printf (_("%d.%d m"), tenths / 10, tenths % 10);
}

char *
sotay_wall_settings_describe_reach (double distance, double on_slide, double on_wall)
{
  g_autofree char *slide = format_metres (on_slide);
  g_autofree char *wall = format_metres (on_wall);

  if (on_slide >= distance)
    return g_strdup_printf (_("The QR code is large enough: it is read from %s away."), slide);
  if (on_wall >= distance)
    return g_strdup_printf (_("Press Q to show the QR code as large as the wall: then it is read from %s away, on its "
                              "slide only from %s."), wall, slide);
  return g_strdup_printf (_("The QR code is too small for the last row: even as large as the wall it is read from %s "
                            "away. Make the picture wider, or let people come nearer."), wall);
}

static void
find_wall (SotayWallSettings *self, SotayWall *wall)
{
  GdkMonitor *monitor = sotay_screens_get_wall (self->screens);
  GdkRectangle place = { 0, 0, 1920, 1080 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &place);
  *wall = (SotayWall){ MAX (place.width, 320), MAX (place.height, 240), SOTAY_WALL_DARK,
                       gtk_switch_get_active (self->large_switch) };
}

/* The side of the code's place on its own slide, quiet zone included, in pixels. */
static double
measure_on_slide (const SotayWall *wall, const char *address)
{
  SotaySlideParts *parts = sotay_slide_parts_new (SOTAY_SLIDE_QR);
  g_autoptr (SotaySlide) slide = NULL;
  g_autoptr (SotaySlideLayout) layout = NULL;
  double x, y, width = 0, height = 0;

  parts->code = g_strdup (address);
  g_free (parts->title);
  parts->title = g_strdup (_("The manual"));
  slide = sotay_slide_new (parts);
  layout = sotay_slide_layout_new (slide, wall);
  sotay_slide_layout_get_place (layout, 0, SOTAY_SLIDE_PLACE_CODE, &x, &y, &width, &height);
  return MIN (width, height);
}

static double
find_reach (const SotayRoom *room, const SotayWall *wall, SotayQrSymbol *symbol, double side)
{
  double modules = sotay_qr_symbol_get_size (symbol) + 2 * SOTAY_QR_QUIET_ZONE;

  return sotay_room_get_reach (sotay_room_get_module (room, wall->width, side / modules));
}

static void
show_reach (SotayWallSettings *self)
{
  g_autofree char *address = g_settings_get_string (self->settings, SOTAY_SETTING_MANUAL_ADDRESS);
  g_autoptr (SotayQrSymbol) symbol = sotay_qr_symbol_new (address, NULL);
  SotayRoom room = { gtk_spin_button_get_value (self->distance_spin), gtk_spin_button_get_value (self->width_spin) };
  g_autofree char *words = NULL;
  SotayWall wall;
  double on_wall;

  gtk_widget_set_visible (GTK_WIDGET (self->reach), symbol != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reach_sign), symbol != NULL);
  if (symbol == NULL)
    return;
  find_wall (self, &wall);
  on_wall = find_reach (&room, &wall, symbol, MIN (wall.width, wall.height));
  words = sotay_wall_settings_describe_reach (
      room.distance, find_reach (&room, &wall, symbol, measure_on_slide (&wall, address)), on_wall);
  gtk_label_set_text (self->reach, words);
  gtk_image_set_from_icon_name (self->reach_sign, on_wall >= room.distance ? "emblem-ok-symbolic"
                                                                           : "dialog-warning-symbolic");
}

static void
show_screens (SotayWallSettings *self)
{
  g_auto (GStrv) titles = sotay_screens_dup_titles (self->screens);
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) titles);
  int wall = sotay_screens_get_wall_index (self->screens);

  self->filling = TRUE;
  adw_combo_row_set_model (self->screen_row, G_LIST_MODEL (model));
  if (wall >= 0)
    adw_combo_row_set_selected (self->screen_row, (guint) wall);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->screen_row), g_strv_length (titles) > 1);
  show_reach (self);
}

static void
screen_selected_cb (SotayWallSettings *self)
{
  guint selected = adw_combo_row_get_selected (self->screen_row);

  if (!self->filling && selected != GTK_INVALID_LIST_POSITION
      && (int) selected != sotay_screens_get_wall_index (self->screens))
    sotay_screens_choose (self->screens, selected);
}

static void
sotay_wall_settings_dispose (GObject *object)
{
  SotayWallSettings *self = SOTAY_WALL_SETTINGS (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->screens);
  G_OBJECT_CLASS (sotay_wall_settings_parent_class)->dispose (object);
}

static void
sotay_wall_settings_class_init (SotayWallSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_wall_settings_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/presentation/wall-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayWallSettings, distance_spin);
  gtk_widget_class_bind_template_child (widget_class, SotayWallSettings, width_spin);
  gtk_widget_class_bind_template_child (widget_class, SotayWallSettings, reach_sign);
  gtk_widget_class_bind_template_child (widget_class, SotayWallSettings, reach);
  gtk_widget_class_bind_template_child (widget_class, SotayWallSettings, theme_row);
  gtk_widget_class_bind_template_child (widget_class, SotayWallSettings, large_switch);
  gtk_widget_class_bind_template_child (widget_class, SotayWallSettings, transitions_switch);
  gtk_widget_class_bind_template_child (widget_class, SotayWallSettings, screen_row);
  gtk_widget_class_bind_template_callback (widget_class, screen_selected_cb);
}

static void
sotay_wall_settings_init (SotayWallSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_wall_settings_set_up (SotayWallSettings *self, GSettings *settings, SotayScreens *screens)
{
  self->settings = g_object_ref (settings);
  self->screens = g_object_ref (screens);
  g_settings_bind (settings, SOTAY_SETTING_ROOM_DISTANCE, self->distance_spin, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, SOTAY_SETTING_WALL_WIDTH, self->width_spin, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, SOTAY_SETTING_WALL_LARGE_TEXT, self->large_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, SOTAY_SETTING_WALL_TRANSITIONS, self->transitions_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, SOTAY_SETTING_WALL_THEME, self->theme_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_theme, set_theme, NULL, NULL);
  g_signal_connect_object (self->distance_spin, "value-changed", G_CALLBACK (show_reach), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->width_spin, "value-changed", G_CALLBACK (show_reach), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->large_switch, "notify::active", G_CALLBACK (show_reach), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (screens, "changed", G_CALLBACK (show_screens), self, G_CONNECT_SWAPPED);
  show_screens (self);
}
