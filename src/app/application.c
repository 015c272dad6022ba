/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"

#include "app/help-window.h"
#include "app/preferences-window.h"
#include "app/window.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

#define BUS_ADDRESS "DBUS_SESSION_BUS_ADDRESS"

struct _SotayApplication
{
  AdwApplication parent_instance;

  SotayServices *services;
  int system_dpi;
};

G_DEFINE_FINAL_TYPE (SotayApplication, sotay_application, ADW_TYPE_APPLICATION)

extern void sotay_app_register_resource (void);

static void
apply_text_scale_cb (GSettings *settings, const char *key, SotayApplication *self)
{
  int percent = g_settings_get_int (settings, SOTAY_SETTING_TEXT_SCALE);

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", self->system_dpi * percent / 100, NULL);
}

static void
apply_colour_scheme_cb (GSettings *settings, const char *key, gpointer data)
{
  g_autofree char *scheme = g_settings_get_string (settings, SOTAY_SETTING_COLOUR_SCHEME);
  AdwColorScheme adw_scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    adw_scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    adw_scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), adw_scheme);
}

static void
follow_settings (SotayApplication *self)
{
  GSettings *settings = sotay_services_get_settings (self->services);

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &self->system_dpi, NULL);
  if (self->system_dpi <= 0)
    self->system_dpi = 96 * PANGO_SCALE;
  if (g_settings_get_int (settings, SOTAY_SETTING_TEXT_SCALE) != 100)
    apply_text_scale_cb (settings, NULL, self);
  apply_colour_scheme_cb (settings, NULL, NULL);
  g_signal_connect_object (settings, "changed::" SOTAY_SETTING_TEXT_SCALE, G_CALLBACK (apply_text_scale_cb), self, 0);
  g_signal_connect_object (settings, "changed::" SOTAY_SETTING_COLOUR_SCHEME, G_CALLBACK (apply_colour_scheme_cb), self,
                           0);
}

static void
show_preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SotayApplication *self = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (sotay_preferences_window_new (self->services, window)));
}

static void
show_help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  gtk_window_present (GTK_WINDOW (sotay_help_window_new (window)));
}

static void
show_shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/sotay_vneid/SotayVneid/ui/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  GtkWidget *title = gtk_label_new (_("Keyboard Shortcuts"));

  gtk_widget_add_css_class (title, "title");
  /* GTK's own title is translated into few languages. */
  if (GTK_IS_HEADER_BAR (gtk_window_get_titlebar (shortcuts)))
    gtk_header_bar_set_title_widget (GTK_HEADER_BAR (gtk_window_get_titlebar (shortcuts)), title);
  gtk_window_set_transient_for (shortcuts, window);
  gtk_window_present (shortcuts);
}

static void
show_about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_show_about_window (window,
                         "application-name", g_get_application_name (),
                         "application-icon", SOTAY_APPLICATION_ID,
                         "version", SOTAY_VERSION,
                         "developer-name", _("The developers of the VNeID handbook"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Explains the utilities of the VNeID app, keeps the manual for reading offline, and shows "
                                       "who of the staff has been trained.\n\nThis is not an official program of the Ministry of "
                                       "Public Security."),
                         NULL);
}

/* Closed, not destroyed: a window saves its state when it closes. The program's own come first: they take the windows
   of a show along, which would ask what is to become of it. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *window = windows; window != NULL; window = window->next)
    g_object_ref (window->data);
  for (GList *window = windows; window != NULL; window = window->next)
    if (SOTAY_IS_WINDOW (window->data))
      gtk_window_close (window->data);
  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (window->data);
  g_list_free_full (windows, g_object_unref);
}

static void
add_actions (SotayApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "preferences", .activate = show_preferences_cb },
    { .name = "help", .activate = show_help_cb },
    { .name = "shortcuts", .activate = show_shortcuts_cb },
    { .name = "about", .activate = show_about_cb },
    { .name = "quit", .activate = quit_cb },
  };
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accels[] = {
    { "app.help", { "F1" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "app.shortcuts", { "<Control>question", "<Control>F1" } },
    { "win.search", { "<Control>f" } },
    { "win.print", { "<Control>p" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.present('')", { "F5" } },
    { "win.prepare-presentation", { "<Shift>F5" } },
    { "win.toggle-fullscreen", { "F11" } },
    { "win.show-view('catalogue')", { "<Alt>1" } },
    { "win.show-view('guide')", { "<Alt>2" } },
    { "win.show-view('register')", { "<Alt>3" } },
    { "win.show-view('reports')", { "<Alt>4" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
}

static void
sotay_application_activate (GApplication *application)
{
  SotayApplication *self = SOTAY_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (sotay_window_new (GTK_APPLICATION (self), self->services));
  gtk_window_present (window);
}

static void
sotay_application_startup (GApplication *application)
{
  SotayApplication *self = SOTAY_APPLICATION (application);

  /* While GTK reads its style sheets. */
  sotay_services_preload_catalogue (self->services);
  sotay_app_register_resource ();
  G_APPLICATION_CLASS (sotay_application_parent_class)->startup (application);
  follow_settings (self);
  add_actions (self);
}

static gboolean
sotay_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  sotay_application_register (SOTAY_APPLICATION (application));
  return G_APPLICATION_CLASS (sotay_application_parent_class)->local_command_line (application, arguments, status);
}

static void
sotay_application_dispose (GObject *object)
{
  g_clear_object (&SOTAY_APPLICATION (object)->services);
  G_OBJECT_CLASS (sotay_application_parent_class)->dispose (object);
}

static void
sotay_application_class_init (SotayApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_application_dispose;
  G_APPLICATION_CLASS (klass)->startup = sotay_application_startup;
  G_APPLICATION_CLASS (klass)->local_command_line = sotay_application_local_command_line;
  G_APPLICATION_CLASS (klass)->activate = sotay_application_activate;
}

static void
sotay_application_init (SotayApplication *self)
{
}

SotayApplication *
sotay_application_new (SotayServices *services)
{
  SotayApplication *self = g_object_new (SOTAY_TYPE_APPLICATION,
                                         "resource-base-path", "/io/github/sotay_vneid/SotayVneid",
                                         NULL);

  self->services = g_object_ref (services);
  return self;
}

void
sotay_application_register (SotayApplication *self)
{
  g_autofree char *address = g_strdup (g_getenv (BUS_ADDRESS));
  g_autoptr (GError) error = NULL;

  g_setenv (BUS_ADDRESS, "disabled:", TRUE);
  if (!g_application_register (G_APPLICATION (self), NULL, &error))
    g_error ("The application cannot start: %s", error->message);
  /* The environment is not changed while our thread may look at it. */
  sotay_services_get_catalogue (self->services);
  /* GTK 4.8 makes the paths of accessible objects from the default application's path on the bus; this one has none. */
  g_application_set_default (NULL);
  if (address != NULL)
    g_setenv (BUS_ADDRESS, address, TRUE);
  else
    g_unsetenv (BUS_ADDRESS);
}
