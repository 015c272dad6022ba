/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways into an import: a file that is chosen or dropped, and cells that are pasted. */
#pragma once

#include <gtk/gtk.h>

#include "app/register/unit-names.h"
#include "register/store.h"

G_BEGIN_DECLS

/**
 * sotay_import_file:
 * @window: the main window
 * @unit_id: (nullable): the unit that is shown
 *
 * Shows what the import of @file would do.
 */
void sotay_import_file (GtkWindow *window, SotayStore *store, SotayUnitNames *names, GFile *file, const char *unit_id);

/**
 * sotay_import_choose_file:
 *
 * Lets the person choose a list, then as sotay_import_file().
 */
void sotay_import_choose_file (GtkWindow *window, SotayStore *store, SotayUnitNames *names, const char *unit_id);

/**
 * sotay_import_paste:
 *
 * As sotay_import_file(), of the cells that were copied in a spreadsheet.
 */
void sotay_import_paste (GtkWindow *window, SotayStore *store, SotayUnitNames *names, const char *unit_id);

G_END_DECLS
