/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups are made in time and hold what they say; too old ones go. */
#include "register/backups.h"

#include "backups-fixture.h"
#include "fixture.h"
#include "register/edit-changes.h"
#include "register/register-error.h"
#include "register/sqlite/sqlite-store.h"
#include "support/test-support.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#define SCHEMA_1 "/io/github/sotay_vneid/SotayVneid/sql/001-register.sql"

static void
execute (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* 100 days of one backup each, the newest last: 30 stay, and the last of each month before. */
static void
test_which_are_old (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) old = NULL;
  GDate day = fixture_date ("2024-01-01");

  for (guint i = 0; i < 100; i++, g_date_add_days (&day, 1))
    g_ptr_array_add (ids, g_strdup_printf ("%04d%02d%02d-081500-daily", g_date_get_year (&day),
                                           g_date_get_month (&day), g_date_get_day (&day)));
  old = sotay_backup_choose_old (ids);
  /* 31 + 29 + 31 + 9 days. The newest 30 reach back to 11/3; 31/01 and 29/02 stand for their months; March is there. */
  g_assert_cmpuint (old->len, ==, 100 - 30 - 2);
  g_assert_false (g_ptr_array_find_with_equal_func (old, "20240131-081500-daily", g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (old, "20240229-081500-daily", g_str_equal, NULL));
  g_assert_false (g_ptr_array_find_with_equal_func (old, "20240311-081500-daily", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (old, "20240310-081500-daily", g_str_equal, NULL));
}

static void
test_names (void)
{
  static const char *const others[] = { "register.db", "register-.db", "register-20240229-081500-other.db",
                                        "register-20230229-081500-daily.db", "register-20240229-081500-daily.db-wal",
                                        "register-20240229-250000-daily.db", "register-20240229-08150-daily.db" };
  g_autoptr (SotayBackup) backup = sotay_backup_new ("/x/register-20240229-081500-migration.db");

  g_assert_cmpstr (sotay_backup_get_id (backup), ==, "20240229-081500-migration");
  g_assert_cmpint (sotay_backup_get_cause (backup), ==, SOTAY_BACKUP_BEFORE_MIGRATION);
  g_assert_cmpint (g_date_time_get_day_of_month (sotay_backup_get_time (backup)), ==, 29);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (sotay_backup_new (others[i]));
}

/* The newest 30 and one a month stay in the folder; what was just made stays though the clock was turned back. */
static void
test_pruning (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayBackup) first = NULL;
  g_autoptr (SotayBackup) made = NULL;
  g_autoptr (GPtrArray) all = NULL;

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  first = place_make (&place);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("register-2199%02u%02u-081500-daily.db", 11 + i / 28, 1 + i % 28);
      g_autofree char *path = g_build_filename (place.folder, name, NULL);
      g_autoptr (GFile) from = g_file_new_for_path (sotay_backup_get_path (first));
      g_autoptr (GFile) to = g_file_new_for_path (path);

      g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
    }
  made = place_make (&place);
  all = place_list (&place);
  /* Of 28 in November 18 are among the newest 30; of this month the newest stays, which is the one just made. */
  g_assert_cmpuint (all->len, ==, 30 + 1);
  g_assert_cmpstr (sotay_backup_get_id (all->pdata[30]), ==, sotay_backup_get_id (made));
}

static void
test_daily (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GStatBuf info;

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  place_assert_causes (&place, ""); /* there was nothing to lose */
  g_object_unref (fixture_add_staff (place.store, unit, "Nguyễn Văn An"));
  place_assert_causes (&place, "daily");
  g_object_unref (fixture_add_staff (place.store, unit, "Trần Thị Bình"));
  all = place_list (&place);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (sotay_backup_get_contents (all->pdata[0])->staff, ==, 0);
  g_assert_cmpint (sotay_backup_get_contents (all->pdata[0])->units, ==, 1);
  g_assert_cmpint (g_stat (sotay_backup_get_path (all->pdata[0]), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (place.folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

static void
test_daily_before_undo (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayStep) undone = NULL;

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  undone = sotay_store_undo (place.store, 0, NULL, NULL);
  g_assert_nonnull (undone);
  place_assert_causes (&place, "daily");
}

/* Erasing someone cannot be undone: what was there before can still be put back. */
static void
test_daily_before_erasing (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayStaff) plain = NULL;
  g_autoptr (SotayStaff) leaver = NULL;
  SotayStep *step = sotay_step_new (SOTAY_STEP_ADD_SAMPLE, ""); /* one step: the next change is the erasing */

  place_open (&place, fixture_path ());
  unit = sotay_unit_new (NULL, NULL, "Phường Bến Nghé");
  plain = sotay_staff_new (NULL, "Nguyễn Văn An", sotay_unit_get_id (unit));
  leaver = sotay_staff_with (plain, SOTAY_STAFF_LEFT_ON, "2024-02-29");
  sotay_edit_note_unit (step, NULL, unit);
  sotay_edit_note_staff (step, NULL, leaver);
  fixture_apply (place.store, step);
  place_assert_causes (&place, "");
  g_assert_true (sotay_store_anonymise_staff (place.store, sotay_staff_get_id (leaver), "Người đã rời", NULL, NULL));
  place_assert_causes (&place, "daily");
}

static void
test_before_import (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  fixture_apply (place.store, place_import_of (unit, 3));
  fixture_apply (place.store, place_import_of (unit, 3));
  place_assert_causes (&place, "import import");
}

/* The bytes that still fit on the disk. */
static gint64 room;

static ssize_t
write_while_there_is_room (int file, const void *bytes, size_t length, off_t offset)
{
  if ((gint64) length > room)
    {
      errno = ENOSPC;
      return -1;
    }
  room -= (gint64) length;
  return pwrite (file, bytes, length, offset);
}

static void
limit_room (gint64 bytes)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  sqlite3_syscall_ptr function = bytes >= 0 ? (sqlite3_syscall_ptr) write_while_there_is_room : NULL;

  room = bytes;
  vfs->xSetSystemCall (vfs, "pwrite", function);
  vfs->xSetSystemCall (vfs, "pwrite64", function);
}

/* Wherever the disk becomes full, the import is not begun, or is not done, and nothing lies about. */
static void
test_disk_full_before_import (void)
{
  guint without_backup = 0;
  gboolean done = FALSE;
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  for (gint64 size = 0; !done; size += 20000)
    {
      g_autoptr (SotayStep) step = place_import_of (unit, 100);
      g_autoptr (GError) error = NULL;

      limit_room (size);
      done = sotay_store_apply (place.store, step, NULL, &error);
      limit_room (-1);
      if (g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NO_BACKUP))
        without_backup++;
      else if (!done)
        g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_DISK_FULL);
      place_assert_nothing_unfinished (&place);
      place_assert_whole (place.store);
      g_assert_cmpint (place_count_staff (place.store), ==, done ? 100 : 0);
    }
  g_assert_cmpuint (without_backup, >, 3);
}

/* The daily backup is not worth stopping someone's work for. */
static void
test_daily_that_cannot_be_made (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  g_assert_true (g_file_set_contents (place.folder, "a file where the folder should be", -1, NULL));
  g_object_unref (fixture_add_staff (place.store, unit, "Nguyễn Văn An"));
  g_object_unref (fixture_add_staff (place.store, unit, "Trần Thị Bình"));
  g_assert_cmpuint (place.failures, ==, 1);
  g_assert_cmpint (place_count_staff (place.store), ==, 2);
}

static void
make_schema_1 (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SotayStore) store G_GNUC_UNUSED = sotay_sqlite_store_new (path); /* registers the resource */
  g_autoptr (GBytes) sql = g_resources_lookup_data (SCHEMA_1, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (sql);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  execute (path, g_bytes_get_data (sql, NULL));
  execute (path, "PRAGMA application_id = 0x5354564E; PRAGMA user_version = 1;"
                 "INSERT INTO unit (id, name, folded, sort_key) VALUES ('u', 'Phường', ' phuong', x'00');"
                 "INSERT INTO staff (id, unit_id, name, trained_on, folded, sort_key) "
                 "VALUES ('s', 'u', 'An', '2024-05-06', ' an', x'00')");
}

static void
test_before_migration (void)
{
  g_auto (Place) place = { NULL };
  char *path = fixture_path ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (SotayBackup) before = NULL;

  make_schema_1 (path);
  place_open (&place, path);
  g_assert_cmpint (place_count_staff (place.store), ==, 1);
  all = place_list (&place);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (sotay_backup_get_cause (all->pdata[0]), ==, SOTAY_BACKUP_BEFORE_MIGRATION);
  g_assert_cmpint (sotay_backup_get_contents (all->pdata[0])->trained, ==, 1);
  /* It comes back in the form of this program. */
  before = place_restore (&place, all->pdata[0]);
  place_assert_whole (place.store);
  g_assert_cmpint (place_count_staff (place.store), ==, 1);
}

static void
test_migration_without_room (void)
{
  g_auto (Place) place = { NULL };
  char *path = fixture_path ();
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;

  make_schema_1 (path);
  place_open (&place, path);
  g_assert_true (g_file_set_contents (place.folder, "a file where the folder should be", -1, NULL));
  units = sotay_store_list_units (place.store, NULL, &error);
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NO_BACKUP);
  /* Still in the old form: only that has no column for what became of a unit. */
  execute (path, "ALTER TABLE unit ADD COLUMN ending TEXT; ALTER TABLE unit DROP COLUMN ending");
  g_assert_cmpint (g_remove (place.folder), ==, 0);
  g_assert_cmpint (place_count_staff (place.store), ==, 1);
}

static void
add_tests (void)
{
  g_test_add_func ("/backups/which-are-old", test_which_are_old);
  g_test_add_func ("/backups/names", test_names);
  g_test_add_func ("/backups/pruning", test_pruning);
  g_test_add_func ("/backups/daily", test_daily);
  g_test_add_func ("/backups/daily-before-undo", test_daily_before_undo);
  g_test_add_func ("/backups/daily-before-erasing", test_daily_before_erasing);
  g_test_add_func ("/backups/before-import", test_before_import);
  g_test_add_func ("/backups/disk-full-before-import", test_disk_full_before_import);
  g_test_add_func ("/backups/daily-that-cannot-be-made", test_daily_that_cannot_be_made);
  g_test_add_func ("/backups/before-migration", test_before_migration);
  g_test_add_func ("/backups/migration-without-room", test_migration_without_room);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
