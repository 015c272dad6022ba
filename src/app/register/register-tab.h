/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/register/unit-names.h"
#include "catalogue/catalogue.h"
#include "register/progress.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_REGISTER_TAB (sotay_register_tab_get_type ())
/**
 * SotayRegisterTab:
 *
 * One side of a unit in the training view: its list of staff, its sessions, its skills … A widget with the
 * construct-only properties "store" (#SotayStore) and "settings" (#GSettings). It is made when it is first looked at.
 */
G_DECLARE_INTERFACE (SotayRegisterTab, sotay_register_tab, SOTAY, REGISTER_TAB, GtkWidget)

struct _SotayRegisterTabInterface
{
  GTypeInterface parent_iface;

  void (*show) (SotayRegisterTab *tab, SotayUnitProgress *part, SotayUnitNames *names);
  void (*search) (SotayRegisterTab *tab);           /* optional */
  gboolean (*leave_search) (SotayRegisterTab *tab); /* optional */
  void (*set_catalogue) (SotayRegisterTab *tab, SotayCatalogue *catalogue); /* optional */
};

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
