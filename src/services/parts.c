/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the services that need the database and the network. Apart from services.c, so that a program which asks
 * for neither is not linked to SQLite, ICU and libsoup: loading them takes 3 ms. */
#include "services/services.h"

#include "core/paths.h"
#include "register/sqlite/sqlite-store.h"

#define STORE_KEY "sotay-store"
#define GUIDE_KEY "sotay-guide"
#define PAGE_MAP_KEY "sotay-page-map"

SotayStore *
sotay_services_get_store (SotayServices *self)
{
  SotayStore *store = g_object_get_data (G_OBJECT (self), STORE_KEY);

  if (store == NULL)
    {
      g_autofree char *path = sotay_paths_data ("register.db");

      store = sotay_sqlite_store_new (path);
      g_object_set_data_full (G_OBJECT (self), STORE_KEY, store, g_object_unref);
    }
  return store;
}

SotayGuideLibrary *
sotay_services_get_guide (SotayServices *self)
{
  SotayGuideLibrary *guide = g_object_get_data (G_OBJECT (self), GUIDE_KEY);

  if (guide == NULL)
    {
      g_autofree char *folder = sotay_paths_data ("guide");

      guide = sotay_guide_library_new (folder);
      g_object_set_data_full (G_OBJECT (self), GUIDE_KEY, guide, g_object_unref);
    }
  return guide;
}

SotayPageMap *
sotay_services_get_page_map (SotayServices *self)
{
  SotayPageMap *map = g_object_get_data (G_OBJECT (self), PAGE_MAP_KEY);

  if (map == NULL)
    {
      g_autofree char *folder = sotay_paths_data ("guide");

      map = sotay_page_map_new (folder);
      g_object_set_data_full (G_OBJECT (self), PAGE_MAP_KEY, map, g_object_unref);
    }
  return map;
}
