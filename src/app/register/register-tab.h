/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "catalogue/catalogue.h"
#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_REGISTER_TAB (sotay_register_tab_get_type ())
/**
 * SotayRegisterTab:
 *
 * One side of a unit in the training view: its list of staff, its sessions, its skills … An abstract base with the
 * construct-only properties "store" (#SotayStore) and "settings" (#GSettings). It is made when it is first looked at.
 */
G_DECLARE_DERIVABLE_TYPE (SotayRegisterTab, sotay_register_tab, SOTAY, REGISTER_TAB, AdwBin)

/**
 * SotayRegisterTabClass:
 * @show: see sotay_register_tab_show()
 * @search: (nullable): see sotay_register_tab_search()
 * @leave_search: (nullable): see sotay_register_tab_leave_search()
 * @set_catalogue: (nullable): see sotay_register_tab_set_catalogue()
 */
struct _SotayRegisterTabClass
{
  AdwBinClass parent_class;

  void (*show) (SotayRegisterTab *tab, SotayUnitProgress *part, SotayUnitNames *names);
  void (*search) (SotayRegisterTab *tab);
  gboolean (*leave_search) (SotayRegisterTab *tab);
  void (*set_catalogue) (SotayRegisterTab *tab, SotayCatalogue *catalogue);
};

SotayStore *sotay_register_tab_get_store (gpointer tab);   /* (transfer none) (nullable): %NULL once it is disposed */
GSettings *sotay_register_tab_get_settings (gpointer tab); /* (transfer none) (nullable): the same */

/**
 * sotay_register_tab_show:
 * @part: the figures of the unit, or of the whole
 * @names: all units
 *
 * Shows a unit, or the newest state of the one shown: then the search, the selection and the place in the list stay.
 * Called again after every change of the register.
 */
void sotay_register_tab_show (SotayRegisterTab *tab, SotayUnitProgress *part, SotayUnitNames *names);

void sotay_register_tab_search (SotayRegisterTab *tab);           /* puts the keyboard into the search field */
gboolean sotay_register_tab_leave_search (SotayRegisterTab *tab); /* whether there was a search to leave */

gboolean sotay_register_tab_wants_catalogue (SotayRegisterTab *tab); /* whether it names utilities */
void sotay_register_tab_set_catalogue (SotayRegisterTab *tab, SotayCatalogue *catalogue); /* where they are named */

G_END_DECLS
