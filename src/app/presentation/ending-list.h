/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_ENDING_LIST (sotay_ending_list_get_type ())
/**
 * SotayEndingList:
 *
 * What was taught: a row for each utility with a tick, its minutes beside those of the plan, and a field for them.
 *
 * Signal "changed": one of the items was.
 */
G_DECLARE_FINAL_TYPE (SotayEndingList, sotay_ending_list, SOTAY, ENDING_LIST, AdwBin)

/**
 * sotay_ending_list_set_items:
 * @items: (element-type SotayShowItem): changed in place as the person changes the rows
 *
 * Once for each list.
 */
void sotay_ending_list_set_items (SotayEndingList *list, SotayCatalogue *catalogue, GArray *items);

G_END_DECLS
