/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/screens.h"

#include "services/settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SotayScreens
{
  GObject parent_instance;

  GSettings *settings;
  GListModel *monitors;
  GArray *screens; /* (element-type SotayScreen): of the monitors */
  char *home;      /* the id of the screen of the program's window */
  char *wanted;    /* that of the wall's */
  int wall;
  int presenter;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayScreens, sotay_screens, G_TYPE_OBJECT)

/* A screen that was just plugged in has no place yet: nothing private goes there. */
static gboolean
show_the_same (const SotayScreen *one, const SotayScreen *other)
{
  if (one->place.width == 0 || other->place.width == 0)
    return TRUE;
  return gdk_rectangle_intersect (&one->place, &other->place, NULL);
}

static int
find_id (const SotayScreen *screens, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = sotay_screens_get_id (&screens[i]);

      if (*id != '\0' && g_str_equal (own, id))
        return (int) i;
    }
  return -1;
}

/* The projector of the room may be plugged into another socket today. */
static int
find_model (const SotayScreen *screens, guint n, const char *id)
{
  const char *model = strchr (id, ' ');

  for (guint i = 0; model != NULL && i < n; i++)
    if (g_str_equal (screens[i].model, model + 1))
      return (int) i;
  return -1;
}

/* The first screen that does not show what @screen shows, @liked before all others. */
static int
find_other (const SotayScreen *screens, guint n, int screen, int liked)
{
  if (liked >= 0 && !show_the_same (&screens[liked], &screens[screen]))
    return liked;
  for (guint i = 0; i < n; i++)
    if ((int) i != screen && !show_the_same (&screens[i], &screens[screen]))
      return (int) i;
  return -1;
}

void
sotay_screens_pick (const SotayScreen *screens, guint n, const char *wanted, int home, int *wall, int *presenter)
{
  *wall = -1;
  *presenter = -1;
  if (n == 0)
    return;
  *wall = find_id (screens, n, wanted);
  if (*wall < 0)
    *wall = find_model (screens, n, wanted);
  if (*wall < 0)
    *wall = find_other (screens, n, MAX (home, 0), -1);
  if (*wall < 0)
    *wall = MAX (home, 0);
  *presenter = find_other (screens, n, *wall, home);
}

char *
sotay_screens_get_id (const SotayScreen *screen)
{
  if (*screen->model == '\0')
    return g_strdup (screen->connector);
  return g_strdup_printf ("%s %s", screen->connector, screen->model);
}

static gboolean
is_built_in (const SotayScreen *screen)
{
  static const char *const prefixes[] = { "eDP", "LVDS", "DSI" };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (screen->connector, prefixes[i]))
      return TRUE;
  return FALSE;
}

char *
sotay_screens_get_title (const SotayScreen *screen, guint number)
{
  if (is_built_in (screen))
    return g_strdup_printf (_("Screen %u · of this computer"), number);
  return g_strdup_printf (_("Screen %u · %s"), number, *screen->model != '\0' ? screen->model : screen->connector);
}

static void
screen_clear (gpointer data)
{
  SotayScreen *screen = data;

  g_free (screen->connector);
  g_free (screen->model);
}

/* On X11 GTK 4.8 gives the connector as the model. */
static char *
dup_model (GdkMonitor *monitor, const char *connector)
{
  const char *maker = gdk_monitor_get_manufacturer (monitor);
  const char *model = gdk_monitor_get_model (monitor);

  if (g_strcmp0 (model, connector) == 0)
    model = NULL;
  if (maker == NULL || model == NULL)
    return g_strdup (model != NULL ? model : maker != NULL ? maker : "");
  return g_strdup_printf ("%s %s", maker, model);
}

static void
read_monitors (SotayScreens *self)
{
  g_array_set_size (self->screens, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);
      const char *connector = gdk_monitor_get_connector (monitor);
      SotayScreen screen = { g_strdup (connector != NULL ? connector : ""), dup_model (monitor, connector), { 0 } };

      gdk_monitor_get_geometry (monitor, &screen.place);
      g_array_append_val (self->screens, screen);
    }
}

static const SotayScreen *
get_screens (SotayScreens *self)
{
  return (const SotayScreen *) (gpointer) self->screens->data;
}

static void
update (SotayScreens *self)
{
  int home = find_id (get_screens (self), self->screens->len, self->home);

  sotay_screens_pick (get_screens (self), self->screens->len, self->wanted, home, &self->wall, &self->presenter);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
moved_cb (SotayScreens *self)
{
  read_monitors (self);
  update (self);
}

/* A monitor that is plugged in says only later where it lies. */
static void
monitors_changed_cb (SotayScreens *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      g_signal_handlers_disconnect_by_func (monitor, moved_cb, self);
      g_signal_connect_object (monitor, "notify::geometry", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
    }
  moved_cb (self);
}

static void
sotay_screens_dispose (GObject *object)
{
  SotayScreens *self = SOTAY_SCREENS (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->monitors);
  g_clear_pointer (&self->screens, g_array_unref);
  g_clear_pointer (&self->home, g_free);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (sotay_screens_parent_class)->dispose (object);
}

static void
sotay_screens_class_init (SotayScreensClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_screens_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
sotay_screens_init (SotayScreens *self)
{
  self->screens = g_array_new (FALSE, FALSE, sizeof (SotayScreen));
  g_array_set_clear_func (self->screens, screen_clear);
  self->wall = -1;
  self->presenter = -1;
}

static char *
find_home (SotayScreens *self, GtkWindow *home)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (home));
  GdkMonitor *on = surface != NULL
                       ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (home)), surface)
                       : NULL;

  for (guint i = 0; i < self->screens->len; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      if (monitor == on)
        return sotay_screens_get_id (&get_screens (self)[i]);
    }
  return g_strdup ("");
}

SotayScreens *
sotay_screens_new (GtkWindow *home, GSettings *settings)
{
  SotayScreens *self = g_object_new (SOTAY_TYPE_SCREENS, NULL);

  self->settings = g_object_ref (settings);
  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (home))));
  self->wanted = g_settings_get_string (settings, SOTAY_SETTING_WALL_SCREEN);
  read_monitors (self);
  self->home = find_home (self, home);
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  monitors_changed_cb (self);
  return self;
}

static GdkMonitor *
get_monitor (SotayScreens *self, int index)
{
  g_autoptr (GdkMonitor) monitor = index < 0 ? NULL : g_list_model_get_item (self->monitors, (guint) index);

  return monitor; /* the display holds it */
}

GdkMonitor *
sotay_screens_get_wall (SotayScreens *self)
{
  return get_monitor (self, self->wall);
}

GdkMonitor *
sotay_screens_get_presenter (SotayScreens *self)
{
  return get_monitor (self, self->presenter);
}

int
sotay_screens_get_wall_index (SotayScreens *self)
{
  return self->wall;
}

char **
sotay_screens_dup_titles (SotayScreens *self)
{
  char **titles = g_new0 (char *, self->screens->len + 1);

  for (guint i = 0; i < self->screens->len; i++)
    titles[i] = sotay_screens_get_title (&get_screens (self)[i], i + 1);
  return titles;
}

void
sotay_screens_choose (SotayScreens *self, guint index)
{
  g_return_if_fail (index < self->screens->len);
  g_free (self->wanted);
  self->wanted = sotay_screens_get_id (&get_screens (self)[index]);
  g_settings_set_string (self->settings, SOTAY_SETTING_WALL_SCREEN, self->wanted);
  update (self);
}

void
sotay_screens_swap (SotayScreens *self)
{
  if (self->presenter >= 0)
    sotay_screens_choose (self, (guint) self->presenter);
}
