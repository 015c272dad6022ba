/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STAFF_PAGE (sotay_staff_page_get_type ())
/**
 * SotayStaffPage:
 *
 * The staff of one unit, or of all: how far their training is, the list, and what can be done with the people of it.
 *
 * Property "can-go-back": whether a button back to the units is shown. It activates "register.show-units".
 */
G_DECLARE_FINAL_TYPE (SotayStaffPage, sotay_staff_page, SOTAY, STAFF_PAGE, AdwBin)

void sotay_staff_page_set_store (SotayStaffPage *page, SotayStore *store); /* once, before anything is shown */

/**
 * sotay_staff_page_show:
 * @part: the figures of the unit, or of the whole
 * @names: all units
 *
 * Shows a unit, or the newest state of the one shown: then the search, the selection and the place in the list stay.
 */
void sotay_staff_page_show (SotayStaffPage *page, SotayUnitProgress *part, SotayUnitNames *names);

void sotay_staff_page_search (SotayStaffPage *page);          /* puts the keyboard into the search field */
gboolean sotay_staff_page_leave_search (SotayStaffPage *page); /* whether there was a search to leave */

G_END_DECLS
