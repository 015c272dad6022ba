/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/register-tab.h"
#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_UNIT_PAGE (sotay_unit_page_get_type ())
/**
 * SotayUnitPage:
 *
 * One unit, or all of them: how far the training is, and below it the tabs (#SotayRegisterTab).
 *
 * Property "can-go-back": whether a button back to the units is shown. It activates "register.show-units".
 * Action "unit-page.show-tab" (s): shows the tab of that name.
 * Action "unit-page.show-people" (s): shows the people of that scope in the list, see staff-filter.h.
 */
G_DECLARE_FINAL_TYPE (SotayUnitPage, sotay_unit_page, SOTAY, UNIT_PAGE, AdwBin)

void sotay_unit_page_set_services (SotayUnitPage *page, SotayServices *services); /* once, before anything is shown */

/**
 * sotay_unit_page_show:
 *
 * See sotay_register_tab_show().
 */
void sotay_unit_page_show (SotayUnitPage *page, SotayUnitProgress *part, SotayUnitNames *names);

/**
 * sotay_unit_page_show_tab:
 * @name: "staff" …
 *
 * Returns: (transfer none): the tab, now in view
 */
SotayRegisterTab *sotay_unit_page_show_tab (SotayUnitPage *page, const char *name);

void sotay_unit_page_search (SotayUnitPage *page);           /* puts the keyboard into the search field of the tab */
gboolean sotay_unit_page_leave_search (SotayUnitPage *page); /* whether there was a search to leave */

G_END_DECLS
