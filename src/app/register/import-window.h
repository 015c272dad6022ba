/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "register/roster-source.h"
#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_IMPORT_WINDOW (sotay_import_window_get_type ())
/**
 * SotayImportWindow:
 *
 * Shows how a list is understood and what its import would do, row by row; lets the person correct what the columns
 * hold and decide where there is something to decide; and does it in one step. Nothing is changed before.
 */
G_DECLARE_FINAL_TYPE (SotayImportWindow, sotay_import_window, SOTAY, IMPORT_WINDOW, AdwWindow)

/**
 * sotay_import_window_new:
 * @parent: the main window
 * @store: the register
 * @names: the units there are
 * @source: a list of staff
 * @unit_id: (nullable): the unit offered for rows that name none
 */
GtkWidget *sotay_import_window_new (GtkWindow *parent, SotayStore *store, SotayUnitNames *names,
                                    SotayRosterSource *source, const char *unit_id);

G_END_DECLS
