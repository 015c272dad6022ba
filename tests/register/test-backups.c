/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups are made in time, hold what they say, and come back whole, also under a program that has the register open. */
#include "register/backups.h"

#include "fixture.h"
#include "register/register-error.h"
#include "register/sqlite/sqlite-store.h"
#include "support/test-support.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define SCHEMA_1 "/io/github/sotay_vneid/SotayVneid/sql/001-register.sql"

/* A register with its backups. */
typedef struct
{
  char *path;
  char *folder;
  SotayStore *store;
  SotayBackups *backups;
  guint failures;
} Place;

static void
failed_cb (Place *place, const GError *error)
{
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_BACKUP_SKIPPED);
  place->failures++;
}

static void
open_place (Place *place, char *path)
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

static void
close_place (Place *place)
{
  g_clear_object (&place->backups);
  g_clear_object (&place->store);
  g_free (place->path);
  g_free (place->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, close_place)

static SotayUnit *
add_ward (Place *place)
{
  return fixture_add_unit (place->store, NULL, "Phường Hải Tân");
}

static gint64
count (SotayStore *store)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);

  return sotay_store_count_staff (store, query, NULL, NULL);
}

static SotayStep *
import_of (SotayUnit *unit, guint n_people)
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

static GPtrArray *
list (Place *place)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = sotay_backups_list (place->backups, TRUE, NULL, &error);

  g_assert_no_error (error);
  return all;
}

/* The causes, newest first, joined by a space. */
static char *
list_causes (Place *place)
{
  g_autoptr (GPtrArray) all = list (place);
  g_autoptr (GString) causes = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (causes, i > 0 ? " %s" : "%s",
                            sotay_backup_cause_to_string (sotay_backup_get_cause (all->pdata[i])));
  return g_string_free (g_steal_pointer (&causes), FALSE);
}

static void
assert_causes (Place *place, const char *expected)
{
  g_autofree char *causes = list_causes (place);

  g_assert_cmpstr (causes, ==, expected);
}

static void
assert_nothing_unfinished (Place *place)
{
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_assert_false (g_str_has_prefix (name, SOTAY_BACKUP_UNFINISHED));
}

static SotayBackup *
make (Place *place)
{
  g_autoptr (GError) error = NULL;
  SotayBackup *made = sotay_backups_make (place->backups, SOTAY_BACKUP_BY_HAND, NULL, NULL, &error);

  g_assert_no_error (error);
  return made;
}

static SotayBackup *
restore (Place *place, SotayBackup *backup)
{
  g_autoptr (GError) error = NULL;
  SotayBackup *before = sotay_backups_restore (place->backups, sotay_backup_get_id (backup), NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (before);
  return before;
}

static void
assert_whole (SotayStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *verdict = sotay_store_check (store, NULL, &error);

  g_assert_no_error (error);
}

static void
write_bytes (const char *path, gsize offset, const char *bytes, gsize length)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (offset + length, <=, size);
  memcpy (content + offset, bytes, length);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

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

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  first = make (&place);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("register-2199%02u%02u-081500-daily.db", 11 + i / 28, 1 + i % 28);
      g_autofree char *path = g_build_filename (place.folder, name, NULL);
      g_autoptr (GFile) from = g_file_new_for_path (sotay_backup_get_path (first));
      g_autoptr (GFile) to = g_file_new_for_path (path);

      g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
    }
  made = make (&place);
  all = list (&place);
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

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  assert_causes (&place, ""); /* there was nothing to lose */
  g_object_unref (fixture_add_staff (place.store, unit, "Nguyễn Văn An"));
  assert_causes (&place, "daily");
  g_object_unref (fixture_add_staff (place.store, unit, "Trần Thị Bình"));
  all = list (&place);
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

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  undone = sotay_store_undo (place.store, 0, NULL, NULL);
  g_assert_nonnull (undone);
  assert_causes (&place, "daily");
}

static void
test_before_import (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  fixture_apply (place.store, import_of (unit, 3));
  fixture_apply (place.store, import_of (unit, 3));
  assert_causes (&place, "import import");
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

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  for (gint64 size = 0; !done; size += 20000)
    {
      g_autoptr (SotayStep) step = import_of (unit, 100);
      g_autoptr (GError) error = NULL;

      limit_room (size);
      done = sotay_store_apply (place.store, step, NULL, &error);
      limit_room (-1);
      if (g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NO_BACKUP))
        without_backup++;
      else if (!done)
        g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_DISK_FULL);
      assert_nothing_unfinished (&place);
      assert_whole (place.store);
      g_assert_cmpint (count (place.store), ==, done ? 100 : 0);
    }
  g_assert_cmpuint (without_backup, >, 3);
}

/* The daily backup is not worth stopping someone's work for. */
static void
test_daily_that_cannot_be_made (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  g_assert_true (g_file_set_contents (place.folder, "a file where the folder should be", -1, NULL));
  g_object_unref (fixture_add_staff (place.store, unit, "Nguyễn Văn An"));
  g_object_unref (fixture_add_staff (place.store, unit, "Trần Thị Bình"));
  g_assert_cmpuint (place.failures, ==, 1);
  g_assert_cmpint (count (place.store), ==, 2);
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
  open_place (&place, path);
  g_assert_cmpint (count (place.store), ==, 1);
  all = list (&place);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (sotay_backup_get_cause (all->pdata[0]), ==, SOTAY_BACKUP_BEFORE_MIGRATION);
  g_assert_cmpint (sotay_backup_get_contents (all->pdata[0])->trained, ==, 1);
  /* It comes back in the form of this program. */
  before = restore (&place, all->pdata[0]);
  assert_whole (place.store);
  g_assert_cmpint (count (place.store), ==, 1);
}

static void
test_migration_without_room (void)
{
  g_auto (Place) place = { NULL };
  char *path = fixture_path ();
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GError) error = NULL;

  make_schema_1 (path);
  open_place (&place, path);
  g_assert_true (g_file_set_contents (place.folder, "a file where the folder should be", -1, NULL));
  units = sotay_store_list_units (place.store, NULL, &error);
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NO_BACKUP);
  /* Still in the old form: only that has no column for what became of a unit. */
  execute (path, "ALTER TABLE unit ADD COLUMN ending TEXT; ALTER TABLE unit DROP COLUMN ending");
  g_assert_cmpint (g_remove (place.folder), ==, 0);
  g_assert_cmpint (count (place.store), ==, 1);
}

static void
test_restore_and_back (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayBackup) then = NULL;
  g_autoptr (SotayBackup) now = NULL;
  g_autoptr (SotayBackup) again = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *dump_now = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *taken_back = NULL;

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  g_object_unref (fixture_add_staff (place.store, unit, "Nguyễn Văn An"));
  dump = fixture_dump (place.store);
  then = make (&place);
  g_object_unref (fixture_add_staff (place.store, unit, "Trần Thị Bình"));
  dump_now = fixture_dump (place.store);
  now = restore (&place, then);
  restored = fixture_dump (place.store);
  g_assert_cmpstr (restored, ==, dump);
  again = restore (&place, now);
  taken_back = fixture_dump (place.store);
  g_assert_cmpstr (taken_back, ==, dump_now);
  assert_whole (place.store);
  assert_nothing_unfinished (&place);
}

/* The other program: says how many people there are, whenever that changes. */
static void
print_count_cb (SotayStore *store)
{
  g_print ("%" G_GINT64_FORMAT "\n", count (store));
}

static int
watch (const char *path)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (SotayStore) store = sotay_sqlite_store_new (path);

  g_signal_connect (store, "changed", G_CALLBACK (print_count_cb), NULL);
  print_count_cb (store);
  g_main_loop_run (loop);
  return 0;
}

static void
wait_for_line (GDataInputStream *lines, const char *expected)
{
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      g_assert_nonnull (line);
      if (g_str_equal (line, expected))
        return;
    }
}

static void
test_restore_under_another_program (void)
{
  g_auto (Place) place = { NULL };
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayBackup) then = NULL;
  g_autoptr (SotayBackup) before = NULL;
  g_autoptr (GSubprocess) other = NULL;
  g_autoptr (GDataInputStream) lines = NULL;

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  fixture_apply (place.store, import_of (unit, 3));
  then = make (&place);
  fixture_apply (place.store, import_of (unit, 200));
  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, self, "--watch", place.path, NULL);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (other));
  wait_for_line (lines, "203");
  before = restore (&place, then);
  wait_for_line (lines, "3");
  /* And what is written afterwards by one is seen by the other: both have the same file. */
  g_object_unref (fixture_add_staff (place.store, unit, "Trần Thị Bình"));
  wait_for_line (lines, "4");
  g_subprocess_force_exit (other);
  g_assert_true (g_subprocess_wait (other, NULL, NULL));
  assert_whole (place.store);
}

static void
assert_not_restored (Place *place, const char *id, SotayRegisterError code)
{
  g_autofree char *before = fixture_dump (place->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_backups_restore (place->backups, id, NULL, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, (int) code);
  after = fixture_dump (place->store);
  g_assert_cmpstr (after, ==, before);
  assert_nothing_unfinished (place);
}

static void
test_backups_that_cannot_be_used (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayBackup) newer = NULL;
  g_autoptr (SotayBackup) damaged = NULL;
  g_autoptr (SotayBackup) cut = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *noise = g_strnfill (8192, '\xa5');

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  fixture_apply (place.store, import_of (unit, 300));
  newer = make (&place);
  damaged = make (&place);
  cut = make (&place);
  execute (sotay_backup_get_path (newer), "PRAGMA user_version = 9999");
  write_bytes (sotay_backup_get_path (damaged), (gsize) sotay_backup_get_bytes (damaged) / 8192 * 4096, noise, 8192);
  g_assert_cmpint (truncate (sotay_backup_get_path (cut), sotay_backup_get_bytes (cut) / 2), ==, 0);
  assert_not_restored (&place, sotay_backup_get_id (newer), SOTAY_REGISTER_ERROR_BACKUP_NEWER);
  assert_not_restored (&place, sotay_backup_get_id (damaged), SOTAY_REGISTER_ERROR_BACKUP_DAMAGED);
  assert_not_restored (&place, sotay_backup_get_id (cut), SOTAY_REGISTER_ERROR_BACKUP_DAMAGED);
  assert_not_restored (&place, "20240229-081500-daily", SOTAY_REGISTER_ERROR_BACKUP_MISSING);
  assert_not_restored (&place, "../register", SOTAY_REGISTER_ERROR_BACKUP_MISSING);
  all = list (&place);
  g_assert_cmpuint (all->len, ==, 4);
  for (guint i = 0; i < all->len; i++)
    g_assert_true ((sotay_backup_get_contents (all->pdata[i]) != NULL)
                   == (sotay_backup_get_cause (all->pdata[i]) == SOTAY_BACKUP_BEFORE_IMPORT));
}

/* A register that is damaged at its beginning, in its middle, cut, or gone comes back from its newest backup. */
static void
damage (const char *path, guint way)
{
  g_autofree char *noise = g_strnfill (8192, '\xa5');
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  if (way == 0)
    write_bytes (path, 0, noise, 4096);
  else if (way == 1)
    write_bytes (path, (gsize) info.st_size / 8192 * 4096, noise, 8192);
  else if (way == 2)
    g_assert_cmpint (truncate (path, info.st_size / 2), ==, 0);
  else
    g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_damaged_register (void)
{
  for (guint way = 0; way < 4; way++)
    {
      g_auto (Place) place = { NULL };
      g_autoptr (SotayUnit) unit = NULL;
      g_autoptr (SotayBackup) then = NULL;
      g_autoptr (SotayBackup) before = NULL;

      open_place (&place, fixture_path ());
      unit = add_ward (&place);
      fixture_apply (place.store, import_of (unit, 300));
      then = make (&place);
      g_clear_object (&place.backups);
      g_clear_object (&place.store);
      damage (place.path, way);
      g_free (place.folder);
      open_place (&place, place.path);
      before = restore (&place, then);
      assert_whole (place.store);
      g_assert_cmpint (count (place.store), ==, 300);
      if (way == 0 || way == 2)
        g_assert_cmpint (sotay_backup_get_cause (before), ==, SOTAY_BACKUP_DAMAGED);
      assert_nothing_unfinished (&place);
    }
}

/* Another file in the place of the open one is noticed, and the old connection does not harm it. */
static void
test_replaced_while_open (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;
  g_autofree char *other_path = fixture_path ();
  g_autoptr (SotayStore) other = fixture_store (other_path);
  g_autoptr (SotayUnit) other_unit = fixture_add_unit (other, NULL, "Phường khác");

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  fixture_apply (place.store, import_of (unit, 10));
  fixture_apply (other, import_of (other_unit, 2));
  g_clear_object (&other);
  g_assert_cmpint (g_rename (other_path, place.path), ==, 0);
  g_assert_cmpint (count (place.store), ==, 2);
  g_object_unref (fixture_add_staff (place.store, other_unit, "Trần Thị Bình"));
  g_clear_object (&place.backups);
  g_clear_object (&place.store);
  other = fixture_store (place.path);
  g_assert_cmpint (count (other), ==, 3);
  assert_whole (other);
}

static void
test_cancelled (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  g_cancellable_cancel (cancellable);
  g_assert_null (sotay_backups_make (place.backups, SOTAY_BACKUP_BY_HAND, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_causes (&place, "");
  assert_nothing_unfinished (&place);
}

static void
cancel_cb (gint64 done, gint64 total, gpointer data)
{
  g_cancellable_cancel (data);
}

/* In the middle of the transfer: the register is as it was. */
static void
test_cancelled_halfway (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayBackup) then = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const SotayAdvance advance = { cancel_cb, cancellable };
  g_autoptr (GError) error = NULL;

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  fixture_apply (place.store, import_of (unit, 6000));
  then = make (&place);
  g_object_unref (fixture_add_staff (place.store, unit, "Trần Thị Bình"));
  g_assert_null (sotay_backups_restore (place.backups, sotay_backup_get_id (then), &advance, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (place.store), ==, 6001);
  assert_whole (place.store);
  assert_nothing_unfinished (&place);
}

/* The program that is killed: puts one and the other back, on and on. */
static int
restore_until_killed (char *path, const char *one, const char *two)
{
  g_auto (Place) place = { NULL };

  open_place (&place, g_strdup (path));
  g_print ("begun\n");
  for (guint i = 0; TRUE; i++)
    {
      g_autoptr (SotayBackup) before = NULL;

      before = sotay_backups_restore (place.backups, i % 2 == 0 ? one : two, NULL, NULL, NULL);
      if (before != NULL)
        g_remove (sotay_backup_get_path (before));
    }
  return 0;
}

static void
test_killed_while_restoring (void)
{
  g_auto (Place) place = { NULL };
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayBackup) one = NULL;
  g_autoptr (SotayBackup) two = NULL;

  open_place (&place, fixture_path ());
  unit = add_ward (&place);
  fixture_apply (place.store, import_of (unit, 100));
  one = make (&place);
  fixture_apply (place.store, import_of (unit, 400));
  two = make (&place);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GSubprocess) other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, self, "--restore",
                                                        place.path, sotay_backup_get_id (one),
                                                        sotay_backup_get_id (two), NULL);
      g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (other));
      gint64 people;

      wait_for_line (lines, "begun");
      g_usleep ((gulong) g_test_rand_int_range (0, 60000)); /* any moment will do */
      g_subprocess_force_exit (other);
      g_assert_true (g_subprocess_wait (other, NULL, NULL));
      people = count (place.store);
      g_assert_true (people == 100 || people == 500);
      assert_whole (place.store);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/backups/which-are-old", test_which_are_old);
  g_test_add_func ("/backups/names", test_names);
  g_test_add_func ("/backups/pruning", test_pruning);
  g_test_add_func ("/backups/daily", test_daily);
  g_test_add_func ("/backups/daily-before-undo", test_daily_before_undo);
  g_test_add_func ("/backups/before-import", test_before_import);
  g_test_add_func ("/backups/disk-full-before-import", test_disk_full_before_import);
  g_test_add_func ("/backups/daily-that-cannot-be-made", test_daily_that_cannot_be_made);
  g_test_add_func ("/backups/before-migration", test_before_migration);
  g_test_add_func ("/backups/migration-without-room", test_migration_without_room);
  g_test_add_func ("/backups/restore-and-back", test_restore_and_back);
  g_test_add_func ("/backups/restore-under-another-program", test_restore_under_another_program);
  g_test_add_func ("/backups/that-cannot-be-used", test_backups_that_cannot_be_used);
  g_test_add_func ("/backups/damaged-register", test_damaged_register);
  g_test_add_func ("/backups/replaced-while-open", test_replaced_while_open);
  g_test_add_func ("/backups/cancelled", test_cancelled);
  g_test_add_func ("/backups/cancelled-halfway", test_cancelled_halfway);
  g_test_add_func ("/backups/killed-while-restoring", test_killed_while_restoring);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--watch"))
    return watch (argv[2]);
  if (argc == 5 && g_str_equal (argv[1], "--restore"))
    return restore_until_killed (argv[2], argv[3], argv[4]);
  return sotay_test_run (argc, argv, add_tests);
}
