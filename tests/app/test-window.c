/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window.h"

#include "app/application.h"
#include "services/settings.h"
#include "support/test-support.h"

#include <glib/gstdio.h>

static const char *const view_names[] = { "guide", "register", "reports", "catalogue" };

static SotayWindow *
open_window (SotayServices *services, SotayApplication **application)
{
  *application = sotay_application_new (services);
  sotay_application_register (*application);
  g_application_activate (G_APPLICATION (*application));
  return SOTAY_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (*application)));
}

static void
test_views (void)
{
  g_autoptr (SotayServices) services = sotay_services_new ();
  g_autoptr (SotayApplication) application = NULL;
  SotayWindow *window = open_window (services, &application);

  for (gsize i = 0; i < G_N_ELEMENTS (view_names); i++)
    {
      g_autofree char *saved = NULL;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", view_names[i]));
      g_assert_true (SOTAY_IS_VIEW (sotay_window_get_view (window)));
      saved = g_settings_get_string (sotay_services_get_settings (services), SOTAY_SETTING_VIEW);
      g_assert_cmpstr (saved, ==, view_names[i]);
    }
  sotay_window_show_view (window, "no-such-view");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_link_to_page (void)
{
  g_autoptr (SotayServices) services = sotay_services_new ();
  g_autoptr (SotayApplication) application = NULL;
  SotayWindow *window = open_window (services, &application);
  g_autofree char *page = NULL;

  sotay_window_show_view (window, "reports");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "U8"));
  page = g_settings_get_string (sotay_services_get_settings (services), SOTAY_SETTING_PAGE);
  g_assert_cmpstr (page, ==, "U8");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_size_is_remembered (void)
{
  g_autoptr (SotayServices) services = sotay_services_new ();
  GSettings *settings = sotay_services_get_settings (services);
  g_autoptr (SotayApplication) application = NULL;
  SotayWindow *window;

  g_settings_set_int (settings, SOTAY_SETTING_WINDOW_WIDTH, 815);
  window = open_window (services, &application);
  gtk_window_set_default_size (GTK_WINDOW (window), 901, 650);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpint (g_settings_get_int (settings, SOTAY_SETTING_WINDOW_WIDTH), ==, 901);
  g_assert_cmpint (g_settings_get_int (settings, SOTAY_SETTING_WINDOW_HEIGHT), ==, 650);
}

static void
test_settings_are_private (void)
{
  g_autoptr (SotayServices) services = sotay_services_new ();
  g_autofree char *path = g_build_filename (g_getenv ("SOTAY_HOME"), "settings.ini", NULL);
  GStatBuf info;

  g_settings_set_string (sotay_services_get_settings (services), SOTAY_SETTING_UNIT_NAME, "UBND phường Thử");
  g_settings_sync ();
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
add_tests (void)
{
  g_autoptr (SotayServices) services = sotay_services_new ();

  g_assert_cmpstr (sotay_services_get_language (services), ==, "vi");
  adw_init ();
  g_test_add_func ("/window/views", test_views);
  g_test_add_func ("/window/link-to-page", test_link_to_page);
  g_test_add_func ("/window/size-is-remembered", test_size_is_remembered);
  g_test_add_func ("/window/settings-are-private", test_settings_are_private);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
