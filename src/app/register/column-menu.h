/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_COLUMN_MENU (sotay_column_menu_get_type ())
/**
 * SotayColumnMenu:
 *
 * A button whose menu chooses the columns of the list of staff; the choice is kept in the settings.
 */
G_DECLARE_FINAL_TYPE (SotayColumnMenu, sotay_column_menu, SOTAY, COLUMN_MENU, AdwBin)

void sotay_column_menu_set_settings (SotayColumnMenu *menu, GSettings *settings); /* once */

G_END_DECLS
