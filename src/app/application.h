/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_APPLICATION (sotay_application_get_type ())
G_DECLARE_FINAL_TYPE (SotayApplication, sotay_application, SOTAY, APPLICATION, AdwApplication)

/**
 * sotay_application_new:
 * @services: the parts, wired
 *
 * Returns: (transfer full): the application
 */
SotayApplication *sotay_application_new (SotayServices *services);

/**
 * sotay_application_register:
 *
 * Starts the application without the session bus: GTK would ask its services one after the other before the first
 * frame, and a portal that hangs would keep the window away for 25 seconds. Several windows on the same data are safe,
 * so that nothing is lost by not being the only one. Called when the application is run.
 */
void sotay_application_register (SotayApplication *application);

G_END_DECLS
