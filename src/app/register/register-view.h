/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_REGISTER_VIEW (sotay_register_view_get_type ())
/**
 * SotayRegisterView:
 *
 * The view "Training": the units, their staff, who has been trained.
 */
G_DECLARE_FINAL_TYPE (SotayRegisterView, sotay_register_view, SOTAY, REGISTER_VIEW, AdwBin)

/**
 * sotay_register_view_new:
 *
 * Returns: the view; it opens the register without waiting, and says so when that fails
 */
GtkWidget *sotay_register_view_new (SotayServices *services);

/**
 * sotay_register_view_show_part:
 * @tab: "staff" or "sessions"
 * @unit_id: (nullable): the unit; %NULL: all
 * @id: (nullable): the person or the session that is looked for
 */
void sotay_register_view_show_part (SotayRegisterView *view, const char *tab, const char *unit_id, const char *id);

G_END_DECLS
