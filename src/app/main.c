/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

/* What has to be said before GTK starts. On office PCs without a good graphics card, drawing without GL starts in half
 * the time and with a third of the memory. libadwaita would ask the desktop's portal for the colour scheme and wait for
 * its answer, for 25 seconds when it hangs; the desktop's own settings say the same. */
static void
prepare_toolkit (GSettings *settings)
{
  g_setenv ("ADW_DISABLE_PORTAL", "1", FALSE);
  if (g_settings_get_boolean (settings, SOTAY_SETTING_USE_GL))
    return;
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
}

int
main (int argc, char **argv)
{
  g_autoptr (SotayServices) services = sotay_services_new ();
  g_autoptr (SotayApplication) application = NULL;

  prepare_toolkit (sotay_services_get_settings (services));
  g_set_prgname (SOTAY_APPLICATION_ID);
  g_set_application_name (_("VNeID handbook"));
  application = sotay_application_new (services);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
