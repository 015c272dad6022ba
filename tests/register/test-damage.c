/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are newer, broken, read-only or on a full disk; programs that are killed. Nothing is ever lost. */
#include "register/store.h"

#include "fixture.h"
#include "register/register-error.h"
#include "support/test-support.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define NOBODY 65534

static void
assert_refused (SotayStore *store, SotayRegisterError code)
{
  g_autoptr (SotayUnit) unit = sotay_unit_new (NULL, NULL, "Phường");
  g_autoptr (SotayStep) step = sotay_edit_add_unit (unit, NULL);
  g_autoptr (GError) reading = NULL;
  g_autoptr (GError) writing = NULL;

  g_assert_null (sotay_store_list_units (store, NULL, &reading));
  g_assert_error (reading, SOTAY_REGISTER_ERROR, (int) code);
  g_assert_false (sotay_store_apply (store, step, NULL, &writing));
  g_assert_error (writing, SOTAY_REGISTER_ERROR, (int) code);
}

/* Opening the file fails with @code and leaves its bytes as they are. */
static void
assert_untouched (const char *path, SotayRegisterError code)
{
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  assert_refused (store, code);
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
fill (const char *path, guint count)
{
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường Bến Nghé");
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "danh-sach.csv");

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nguyễn Văn %u", i);
      g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, name, sotay_unit_get_id (unit));
      g_autoptr (GVariant) record = sotay_staff_to_record (staff);

      sotay_step_add (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (staff), NULL, record);
    }
  fixture_apply (store, g_steal_pointer (&step));
}

/* What another program does to the file. */
static void
execute (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
write_bytes (const char *path, const char *bytes, gssize length)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
}

static void
test_newer (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = NULL;
  g_autofree char *names = NULL;

  fill (path, 1);
  execute (path, "PRAGMA user_version = 9999");
  assert_untouched (path, SOTAY_REGISTER_ERROR_NEWER);
  execute (path, "PRAGMA user_version = 2");
  store = fixture_store (path);
  names = fixture_names (store, NULL, FALSE, NULL, NULL);
  g_assert_cmpstr (names, ==, "Nguyễn Văn 0");
}

static void
test_foreign (void)
{
  static const char *const others[] = {
    "CREATE TABLE bookmarks (url TEXT)",
    "PRAGMA application_id = 1234; CREATE TABLE other (a)",
    "PRAGMA user_version = 1",
    "PRAGMA user_version = -1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = fixture_path ();

      write_bytes (path, "", 0);
      execute (path, others[i]);
      assert_untouched (path, SOTAY_REGISTER_ERROR_CORRUPT);
    }
}

static void
test_garbage (void)
{
  g_autofree char *noise = g_malloc (100000);
  static const gssize lengths[] = { 1, 15, 16, 100, 512, 4096, 100000 };

  for (guint i = 0; i < 100000; i++)
    noise[i] = (char) g_test_rand_int_range (0, 256);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *path = fixture_path ();

      write_bytes (path, noise, lengths[i]);
      assert_untouched (path, SOTAY_REGISTER_ERROR_CORRUPT);
    }
}

static void
test_truncated (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *whole = NULL;
  gsize length;

  fill (path, 2000);
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  for (guint i = 1; i < 8; i++)
    {
      g_autofree char *cut = fixture_path ();

      write_bytes (cut, whole, (gssize) (length * i / 8));
      assert_untouched (cut, SOTAY_REGISTER_ERROR_CORRUPT);
    }
}

/* Cut to nothing beside its log: SQLite would begin anew and drop the log. */
static void
test_cut_to_nothing (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  write_bytes (path, "", 0);
  write_bytes (log, "the log of a program that was killed", -1);
  assert_untouched (path, SOTAY_REGISTER_ERROR_CORRUPT);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
}

static SotayStep *
large_step (SotayUnit *unit)
{
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "lớn.csv");
  g_autofree char *note = g_strnfill (1000, 'x');

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "Nguyễn Văn An", sotay_unit_get_id (unit));
      g_autoptr (SotayStaff) noted = sotay_staff_with (staff, SOTAY_STAFF_NOTE, note);
      g_autoptr (GVariant) record = sotay_staff_to_record (noted);

      sotay_step_add (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (noted), NULL, record);
    }
  return step;
}

/* Copied away while it is open, without its log: the copy is a register as it was at some moment, or is refused. */
static void
test_copied_without_log (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");

  for (guint i = 0; i < 25; i++)
    {
      g_autofree char *copy = fixture_path ();
      g_autofree char *bytes = NULL;
      g_autoptr (SotayStore) other = NULL;
      g_autofree char *verdict = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      fixture_apply (store, large_step (unit));
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      write_bytes (copy, bytes, (gssize) length);
      other = fixture_store (copy);
      verdict = sotay_store_check (other, NULL, &error);
      if (verdict == NULL)
        g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT);
    }
}

/* A page in the middle is not looked at when the file is opened; the check finds it. */
static void
test_damaged_page (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (SotayStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fill (path, 2000);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + length / 2, 0xa5, 8192);
  write_bytes (path, bytes, (gssize) length);
  store = fixture_store (path);
  g_assert_null (sotay_store_check (store, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT);
}

static void
test_broken_rows (void)
{
  static const char *const breaks[] = {
    "UPDATE staff SET name = CAST (x'ff' AS TEXT)",
    "UPDATE change SET after = '{'",
    "UPDATE change SET after = '[1]'",
    "UPDATE step SET kind = 'unknown'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *path = fixture_path ();
      g_autoptr (SotayStore) store = NULL;
      g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
      g_autoptr (GError) error = NULL;

      fill (path, 2);
      execute (path, breaks[i]);
      store = fixture_store (path);
      if (i == 0)
        g_assert_null (sotay_store_list_staff (store, query, 0, 0, NULL, &error));
      else
        g_assert_null (sotay_store_undo (store, 0, NULL, &error));
      g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT);
    }
}

/* Keys of another version of ICU are computed again. */
static void
test_old_keys (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *before = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *after = NULL;
  SotayStore *store;

  fill (path, 20);
  store = fixture_store (path);
  before = fixture_names (store, NULL, FALSE, NULL, NULL);
  g_object_unref (store);
  execute (path, "UPDATE staff SET place = -place");
  store = fixture_store (path);
  wrong = fixture_names (store, NULL, FALSE, NULL, NULL);
  g_assert_cmpstr (wrong, !=, before);
  g_object_unref (store);
  execute (path, "UPDATE meta SET value = '1.0' WHERE key = 'collation'");
  store = fixture_store (path);
  after = fixture_names (store, NULL, FALSE, NULL, NULL);
  g_assert_cmpstr (after, ==, before);
  g_object_unref (store);
}

static void
test_no_folder (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "register.db", NULL);
  g_autofree char *deeper = g_build_filename (file, "data", "register.db", NULL);
  g_autoptr (SotayStore) store = fixture_store (below);
  g_autoptr (SotayStore) other = fixture_store (deeper);
  g_autoptr (SotayStore) at_folder = fixture_store (folder);

  g_assert_true (g_file_set_contents (file, "text", -1, NULL));
  assert_refused (store, SOTAY_REGISTER_ERROR_READ_ONLY);
  assert_refused (other, SOTAY_REGISTER_ERROR_READ_ONLY);
  assert_refused (at_folder, SOTAY_REGISTER_ERROR_READ_ONLY);
  /* Once the obstacle is gone, the same store works. */
  g_assert_cmpint (g_remove (file), ==, 0);
  g_object_unref (fixture_add_unit (store, NULL, "Phường"));
}

/* Permissions do not bind root, so root becomes nobody. */
static void
test_read_only (void)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *home = NULL;
  g_autoptr (SotayStore) store = NULL;
  g_autoptr (SotayStore) missing = NULL;
  g_autofree char *absent = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  path = fixture_path ();
  folder = g_path_get_dirname (path);
  parent = g_path_get_dirname (folder);
  home = g_path_get_dirname (parent);
  fill (path, 5);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (parent, 0755), ==, 0);
  g_assert_cmpint (g_chmod (home, 0755), ==, 0);
  if (geteuid () == 0)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  store = fixture_store (path);
  assert_refused (store, SOTAY_REGISTER_ERROR_READ_ONLY);
  absent = g_build_filename (folder, "other.db", NULL);
  missing = fixture_store (absent);
  assert_refused (missing, SOTAY_REGISTER_ERROR_READ_ONLY);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  g_object_unref (fixture_add_unit (store, NULL, "Phường"));
}

/* The bytes that still fit on the disk of the tests below. */
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
replace_write (sqlite3_syscall_ptr function)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  vfs->xSetSystemCall (vfs, "pwrite", function);
  vfs->xSetSystemCall (vfs, "pwrite64", function);
}

/* The disk becomes full at every place of the making of a register, and then at every place of a step. */
static void
test_disk_full_anywhere (void)
{
  guint refused = 0;

  for (gint64 size = 0; size < 400 * 1000; size += size < 60000 ? 3000 : 20000)
    {
      g_autofree char *path = fixture_path ();
      g_autoptr (SotayStore) store = fixture_store (path);
      g_autoptr (SotayUnit) unit = sotay_unit_new (NULL, NULL, "Phường");
      g_autoptr (SotayStep) add = sotay_edit_add_unit (unit, NULL);
      g_autoptr (SotayStep) step = large_step (unit);
      g_autoptr (GError) error = NULL;
      g_autofree char *verdict = NULL;

      room = size;
      replace_write ((sqlite3_syscall_ptr) write_while_there_is_room);
      if (!sotay_store_apply (store, add, NULL, &error) || !sotay_store_apply (store, step, NULL, &error))
        {
          g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_DISK_FULL);
          refused++;
        }
      room = G_MAXINT64;
      if (sotay_step_get_number (add) == 0)
        fixture_apply (store, g_object_ref (add));
      if (sotay_step_get_number (step) == 0)
        fixture_apply (store, g_object_ref (step));
      verdict = sotay_store_check (store, NULL, NULL);
      g_assert_nonnull (verdict);
      replace_write (NULL);
    }
  g_assert_cmpuint (refused, >, 20);
}

static void
test_busy (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit G_GNUC_UNUSED = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayUnit) second = sotay_unit_new (NULL, NULL, "Hai");
  g_autoptr (SotayStep) step = sotay_edit_add_unit (second, NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (sotay_store_apply (store, step, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_BUSY);
  sqlite3_close (other);
  fixture_apply (store, g_steal_pointer (&step));
}

/* The program that is killed: adds people and says after each how many are safe. */
static int
write_until_killed (const char *path)
{
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");

  for (guint i = 1; TRUE; i++)
    {
      g_object_unref (fixture_add_staff (store, unit, "Nguyễn Văn An"));
      g_print ("%u\n", i);
    }
  return 0;
}

static void
test_killed (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  gint64 safe = 0;

  for (guint round = 1; round <= 5; round++)
    {
      g_autoptr (GSubprocess) writer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, self, "--write", path,
                                                         NULL);
      g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer));
      g_autoptr (SotayStore) store = NULL;
      g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
      g_autofree char *verdict = NULL;
      gint64 count;

      for (guint i = 0; i < round * 7; i++)
        {
          g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

          g_assert_nonnull (line);
          safe++;
        }
      g_subprocess_force_exit (writer);
      g_assert_true (g_subprocess_wait (writer, NULL, NULL));
      store = fixture_store (path);
      verdict = sotay_store_check (store, NULL, NULL);
      g_assert_nonnull (verdict);
      count = sotay_store_count_staff (store, query, NULL, NULL);
      g_assert_cmpint (count, >=, safe);
      safe = count;
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/damage/newer", test_newer);
  g_test_add_func ("/damage/foreign", test_foreign);
  g_test_add_func ("/damage/garbage", test_garbage);
  g_test_add_func ("/damage/truncated", test_truncated);
  g_test_add_func ("/damage/cut-to-nothing", test_cut_to_nothing);
  g_test_add_func ("/damage/copied-without-log", test_copied_without_log);
  g_test_add_func ("/damage/damaged-page", test_damaged_page);
  g_test_add_func ("/damage/broken-rows", test_broken_rows);
  g_test_add_func ("/damage/old-keys", test_old_keys);
  g_test_add_func ("/damage/no-folder", test_no_folder);
  g_test_add_func ("/damage/read-only", test_read_only);
  g_test_add_func ("/damage/disk-full-anywhere", test_disk_full_anywhere);
  g_test_add_func ("/damage/busy", test_busy);
  g_test_add_func ("/damage/killed", test_killed);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_until_killed (argv[2]);
  return sotay_test_run (argc, argv, add_tests);
}
