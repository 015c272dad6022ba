/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "register/columns.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_IMPORT_TABLE (sotay_import_table_get_type ())
/**
 * SotayImportTable:
 *
 * The beginning of a stranger's table as it is, with a choice above each column of what it holds. Signal "mapped": the
 * person chose something.
 */
G_DECLARE_FINAL_TYPE (SotayImportTable, sotay_import_table, SOTAY, IMPORT_TABLE, AdwBin)

/**
 * sotay_import_table_show:
 * @columns: what its columns hold
 */
void sotay_import_table_show (SotayImportTable *self, SotayRosterTable *table, const SotayTableColumns *columns);

/**
 * sotay_import_table_dup_map:
 *
 * Returns: (transfer full) (array zero-terminated=1): what the columns hold by the choices, as SotayRosterOptions wants
 *   it; the choice made last stands last, so that it goes before the others
 */
char **sotay_import_table_dup_map (SotayImportTable *self);

G_END_DECLS
