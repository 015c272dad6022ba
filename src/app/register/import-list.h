/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "register/roster.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_IMPORT_LIST (sotay_import_list_get_type ())
/**
 * SotayImportList:
 *
 * The people of a list and what becomes of each; the person decides for one or for many at once. Signal "decided": a
 * decision changed.
 */
G_DECLARE_FINAL_TYPE (SotayImportList, sotay_import_list, SOTAY, IMPORT_LIST, AdwBin)

/**
 * sotay_import_list_show:
 * @roster: a plan; those who are asked about are shown first, if there are any
 * @names: the names of the units
 */
void sotay_import_list_show (SotayImportList *self, SotayRoster *roster, SotayUnitNames *names);

G_END_DECLS
