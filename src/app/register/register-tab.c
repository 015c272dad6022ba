/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/register-tab.h"

G_DEFINE_INTERFACE (SotayRegisterTab, sotay_register_tab, GTK_TYPE_WIDGET)

static void
sotay_register_tab_default_init (SotayRegisterTabInterface *iface)
{
}

void
sotay_register_tab_show (SotayRegisterTab *tab, SotayUnitProgress *part, SotayUnitNames *names)
{
  SOTAY_REGISTER_TAB_GET_IFACE (tab)->show (tab, part, names);
}

void
sotay_register_tab_search (SotayRegisterTab *tab)
{
  SotayRegisterTabInterface *iface = SOTAY_REGISTER_TAB_GET_IFACE (tab);

  if (iface->search != NULL)
    iface->search (tab);
}

gboolean
sotay_register_tab_leave_search (SotayRegisterTab *tab)
{
  SotayRegisterTabInterface *iface = SOTAY_REGISTER_TAB_GET_IFACE (tab);

  return iface->leave_search != NULL && iface->leave_search (tab);
}

gboolean
sotay_register_tab_wants_catalogue (SotayRegisterTab *tab)
{
  return SOTAY_REGISTER_TAB_GET_IFACE (tab)->set_catalogue != NULL;
}

void
sotay_register_tab_set_catalogue (SotayRegisterTab *tab, SotayCatalogue *catalogue)
{
  SOTAY_REGISTER_TAB_GET_IFACE (tab)->set_catalogue (tab, catalogue);
}
