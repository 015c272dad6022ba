/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the services that need the database and the network. Apart from services.c, so that a program which asks
 * for neither is not linked to SQLite, ICU and libsoup: loading them takes 3 ms. */
#include "services/services.h"

#include "core/paths.h"
#include "register/sqlite/location.h"
#include "register/sqlite/sqlite-store.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

#define BACKUPS_KEY "sotay-backups"
#define GUIDE_KEY "sotay-guide"
#define PAGE_MAP_KEY "sotay-page-map"
#define TRAINER_NOTES_KEY "sotay-trainer-notes"
#define LESSON_PLANS_KEY "sotay-lesson-plans"

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

static char *
find_presentation (const char *name)
{
  g_autofree char *folder = sotay_paths_data ("presentation");

  return g_build_filename (folder, name, NULL);
}

static void
notes_failed_cb (SotayServices *self, const GError *error)
{
  g_autofree char *sentence = g_strdup_printf (_("Your notes for teaching could not be saved (%s). They are kept until the program is closed, and saved with your next change."), error->message);

  sotay_services_warn (self, sentence);
}

static void
plans_failed_cb (SotayServices *self, const GError *error)
{
  g_autofree char *sentence = g_strdup_printf (_("Your lesson plans could not be saved (%s). They are kept until the program is closed, and saved with your next change."), error->message);

  sotay_services_warn (self, sentence);
}

SotayTrainerNotes *
sotay_services_get_trainer_notes (SotayServices *self)
{
  SotayTrainerNotes *notes = g_object_get_data (G_OBJECT (self), TRAINER_NOTES_KEY);
  g_autofree char *path = NULL;

  if (notes != NULL)
    return notes;
  path = find_presentation ("notes.json");
  notes = sotay_trainer_notes_new (path, sotay_services_get_catalogue (self));
  g_signal_connect_object (notes, "failed", G_CALLBACK (notes_failed_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (self), TRAINER_NOTES_KEY, notes, g_object_unref);
  return notes;
}

SotayLessonPlans *
sotay_services_get_lesson_plans (SotayServices *self)
{
  SotayLessonPlans *plans = g_object_get_data (G_OBJECT (self), LESSON_PLANS_KEY);
  g_autofree char *path = NULL;

  if (plans != NULL)
    return plans;
  path = find_presentation ("plans.json");
  plans = sotay_lesson_plans_new (path);
  g_signal_connect_object (plans, "failed", G_CALLBACK (plans_failed_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (self), LESSON_PLANS_KEY, plans, g_object_unref);
  return plans;
}

char *
sotay_services_dup_journal_path (SotayServices *self)
{
  return find_presentation ("show.jsonl");
}
