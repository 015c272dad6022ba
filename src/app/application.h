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

G_END_DECLS
