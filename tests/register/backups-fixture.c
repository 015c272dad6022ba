/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backups-fixture.h"

#include "fixture.h"
#include "register/register-error.h"
#include "register/sqlite/sqlite-store.h"

static void
failed_cb (Place *place, const GError *error)
{
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_BACKUP_SKIPPED);
  place->failures++;
}

void
place_open (Place *place, char *path)
{
  g_autofree char *above = g_path_get_dirname (path);

  place->path = path;
  place->folder = g_build_filename (above, "backups", NULL);
  place->store = sotay_sqlite_store_new (path);
  sotay_sqlite_store_set_backups (SOTAY_SQLITE_STORE (place->store), place->folder);
  place->backups = sotay_backups_new (place->store, place->folder);
  place->failures = 0;
  g_signal_connect_swapped (place->backups, "failed", G_CALLBACK (failed_cb), place);
}

void
place_close (Place *place)
{
  g_clear_object (&place->backups);
  g_clear_object (&place->store);
  g_free (place->path);
  g_free (place->folder);
}

SotayUnit *
place_add_ward (Place *place)
{
  return fixture_add_unit (place->store, NULL, "Phường Hải Tân");
}

gint64
place_count_staff (SotayStore *store)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);

  return sotay_store_count_staff (store, query, NULL, NULL);
}

SotayStep *
place_import_of (SotayUnit *unit, guint n_people)
{
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "danh-sach.csv");
  g_autofree char *note = g_strnfill (500, 'x');

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "Nguyễn Văn An", sotay_unit_get_id (unit));
      g_autoptr (SotayStaff) noted = sotay_staff_with (staff, SOTAY_STAFF_NOTE, note);
      g_autoptr (GVariant) record = sotay_staff_to_record (noted);

      sotay_step_add (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (noted), NULL, record);
    }
  return step;
}

GPtrArray *
place_list (Place *place)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = sotay_backups_list (place->backups, SOTAY_LOOK_ALL, NULL, &error);

  g_assert_no_error (error);
  return all;
}

/* The causes, newest first, joined by a space. */
static char *
place_list_causes (Place *place)
{
  g_autoptr (GPtrArray) all = place_list (place);
  g_autoptr (GString) causes = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (causes, i > 0 ? " %s" : "%s",
                            sotay_backup_cause_to_string (sotay_backup_get_cause (all->pdata[i])));
  return g_string_free (g_steal_pointer (&causes), FALSE);
}

void
place_assert_causes (Place *place, const char *expected)
{
  g_autofree char *causes = place_list_causes (place);

  g_assert_cmpstr (causes, ==, expected);
}

void
place_assert_nothing_unfinished (Place *place)
{
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_assert_false (g_str_has_prefix (name, SOTAY_BACKUP_UNFINISHED));
}

SotayBackup *
place_make (Place *place)
{
  g_autoptr (GError) error = NULL;
  SotayBackup *made = sotay_backups_make (place->backups, SOTAY_BACKUP_BY_HAND, NULL, NULL, &error);

  g_assert_no_error (error);
  return made;
}

SotayBackup *
place_restore (Place *place, SotayBackup *backup)
{
  g_autoptr (GError) error = NULL;
  SotayBackup *before = sotay_backups_restore (place->backups, sotay_backup_get_id (backup), NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (before);
  return before;
}

void
place_assert_whole (SotayStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *verdict = sotay_store_check (store, NULL, &error);

  g_assert_no_error (error);
}
