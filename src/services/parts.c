/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the services that need the database and the network. Apart from services.c, so that a program which asks
 * for neither is not linked to SQLite, ICU and libsoup: loading them takes 3 ms. */
#include "services/services.h"

#include "core/paths.h"
#include "register/sqlite/place.h"
#include "register/sqlite/sqlite-store.h"
#include "services/messages.h"

#define BACKUPS_KEY "sotay-backups"
#define GUIDE_KEY "sotay-guide"
#define PAGE_MAP_KEY "sotay-page-map"

static void
backup_failed_cb (SotayServices *self, const GError *error)
{
  g_autofree char *sentence = sotay_describe_error (error);

  sotay_services_warn (self, sentence);
}

SotayBackups *
sotay_services_get_backups (SotayServices *self)
{
  SotayBackups *backups = g_object_get_data (G_OBJECT (self), BACKUPS_KEY);
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (SotayStore) store = NULL;

  if (backups != NULL)
    return backups;
  path = sotay_paths_data ("register.db");
  folder = sotay_paths_data ("backups");
  store = sotay_sqlite_store_new (path);
  sotay_sqlite_store_set_backups (SOTAY_SQLITE_STORE (store), folder);
  backups = sotay_backups_new (store, folder);
  g_signal_connect_object (backups, "failed", G_CALLBACK (backup_failed_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (self), BACKUPS_KEY, backups, g_object_unref);
  return backups;
}

SotayStore *
sotay_services_get_store (SotayServices *self)
{
  return sotay_backups_get_store (sotay_services_get_backups (self));
}

char *
sotay_services_find_place (SotayServices *self, gboolean *shared)
{
  g_autofree char *path = sotay_paths_data ("register.db");
  g_auto (SotaySqliteSeat) seat = { NULL };

  sotay_sqlite_seat_find (&seat, path);
  *shared = sotay_sqlite_is_share (seat.file_system);
  return g_strdup (seat.file_system != NULL ? seat.file_system : "?");
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
