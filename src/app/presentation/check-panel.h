/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "presentation/show.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_CHECK_PANEL (sotay_check_panel_get_type ())
/**
 * SotayCheckPanel:
 *
 * Counts the hands for each choice while a question of the quick check is on the wall; not visible on other slides.
 */
G_DECLARE_FINAL_TYPE (SotayCheckPanel, sotay_check_panel, SOTAY, CHECK_PANEL, AdwBin)

GtkWidget *sotay_check_panel_new (SotayShow *show); /* (transfer floating) */

G_END_DECLS
