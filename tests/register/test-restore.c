/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups come back whole, also under a program that has the register open, and into a damaged register. */
#include "register/backups.h"

#include "backups-fixture.h"
#include "fixture.h"
#include "register/register-error.h"
#include "register/sqlite/sqlite-store.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

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

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  g_object_unref (fixture_add_staff (place.store, unit, "Nguyễn Văn An"));
  dump = fixture_dump (place.store);
  then = place_make (&place);
  g_object_unref (fixture_add_staff (place.store, unit, "Trần Thị Bình"));
  dump_now = fixture_dump (place.store);
  now = place_restore (&place, then);
  restored = fixture_dump (place.store);
  g_assert_cmpstr (restored, ==, dump);
  again = place_restore (&place, now);
  taken_back = fixture_dump (place.store);
  g_assert_cmpstr (taken_back, ==, dump_now);
  place_assert_whole (place.store);
  place_assert_nothing_unfinished (&place);
}

static guint
count_from (SotayStore *store, guint offset)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, query, offset, 0, NULL, NULL);

  return staff->len;
}

/* What was remembered of a long list, to find its far rows soon, is not of the list that came back. */
static void
test_long_list (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (SotayBackup) then = NULL;
  g_autoptr (SotayBackup) before = NULL;

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  fixture_apply (place.store, place_import_of (unit, 1500));
  then = place_make (&place);
  fixture_apply (place.store, place_import_of (unit, 1500));
  g_assert_cmpuint (count_from (place.store, 1400), ==, 1600);
  before = place_restore (&place, then);
  g_assert_cmpuint (count_from (place.store, 1400), ==, 100);
}

/* The other program: says how many people there are, whenever that changes. */
static void
print_count_cb (SotayStore *store)
{
  g_print ("%" G_GINT64_FORMAT "\n", place_count_staff (store));
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

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  fixture_apply (place.store, place_import_of (unit, 3));
  then = place_make (&place);
  fixture_apply (place.store, place_import_of (unit, 200));
  other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, self, "--watch", place.path, NULL);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (other));
  wait_for_line (lines, "203");
  before = place_restore (&place, then);
  wait_for_line (lines, "3");
  /* And what is written afterwards by one is seen by the other: both have the same file. */
  g_object_unref (fixture_add_staff (place.store, unit, "Trần Thị Bình"));
  wait_for_line (lines, "4");
  g_subprocess_force_exit (other);
  g_assert_true (g_subprocess_wait (other, NULL, NULL));
  place_assert_whole (place.store);
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
  place_assert_nothing_unfinished (place);
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

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  fixture_apply (place.store, place_import_of (unit, 300));
  newer = place_make (&place);
  damaged = place_make (&place);
  cut = place_make (&place);
  execute (sotay_backup_get_path (newer), "PRAGMA user_version = 9999");
  write_bytes (sotay_backup_get_path (damaged), (gsize) sotay_backup_get_bytes (damaged) / 8192 * 4096, noise, 8192);
  g_assert_cmpint (truncate (sotay_backup_get_path (cut), sotay_backup_get_bytes (cut) / 2), ==, 0);
  assert_not_restored (&place, sotay_backup_get_id (newer), SOTAY_REGISTER_ERROR_BACKUP_NEWER);
  assert_not_restored (&place, sotay_backup_get_id (damaged), SOTAY_REGISTER_ERROR_BACKUP_DAMAGED);
  assert_not_restored (&place, sotay_backup_get_id (cut), SOTAY_REGISTER_ERROR_BACKUP_DAMAGED);
  assert_not_restored (&place, "20240229-081500-daily", SOTAY_REGISTER_ERROR_BACKUP_MISSING);
  assert_not_restored (&place, "../register", SOTAY_REGISTER_ERROR_BACKUP_MISSING);
  all = place_list (&place);
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

      place_open (&place, fixture_path ());
      unit = place_add_ward (&place);
      fixture_apply (place.store, place_import_of (unit, 300));
      then = place_make (&place);
      g_clear_object (&place.backups);
      g_clear_object (&place.store);
      damage (place.path, way);
      g_free (place.folder);
      place_open (&place, place.path);
      before = place_restore (&place, then);
      place_assert_whole (place.store);
      g_assert_cmpint (place_count_staff (place.store), ==, 300);
      if (way == 0 || way == 2)
        g_assert_cmpint (sotay_backup_get_cause (before), ==, SOTAY_BACKUP_DAMAGED);
      place_assert_nothing_unfinished (&place);
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

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  fixture_apply (place.store, place_import_of (unit, 10));
  fixture_apply (other, place_import_of (other_unit, 2));
  g_clear_object (&other);
  g_assert_cmpint (g_rename (other_path, place.path), ==, 0);
  g_assert_cmpint (place_count_staff (place.store), ==, 2);
  g_object_unref (fixture_add_staff (place.store, other_unit, "Trần Thị Bình"));
  g_clear_object (&place.backups);
  g_clear_object (&place.store);
  other = fixture_store (place.path);
  g_assert_cmpint (place_count_staff (other), ==, 3);
  place_assert_whole (other);
}

static void
test_cancelled (void)
{
  g_auto (Place) place = { NULL };
  g_autoptr (SotayUnit) unit = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  g_cancellable_cancel (cancellable);
  g_assert_null (sotay_backups_make (place.backups, SOTAY_BACKUP_BY_HAND, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  place_assert_causes (&place, "");
  place_assert_nothing_unfinished (&place);
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

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  fixture_apply (place.store, place_import_of (unit, 6000));
  then = place_make (&place);
  g_object_unref (fixture_add_staff (place.store, unit, "Trần Thị Bình"));
  g_assert_null (sotay_backups_restore (place.backups, sotay_backup_get_id (then), &advance, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (place_count_staff (place.store), ==, 6001);
  place_assert_whole (place.store);
  place_assert_nothing_unfinished (&place);
}

/* The program that is killed: puts one and the other back, on and on. */
static int
restore_until_killed (char *path, const char *one, const char *two)
{
  g_auto (Place) place = { NULL };

  place_open (&place, g_strdup (path));
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

  place_open (&place, fixture_path ());
  unit = place_add_ward (&place);
  fixture_apply (place.store, place_import_of (unit, 100));
  one = place_make (&place);
  fixture_apply (place.store, place_import_of (unit, 400));
  two = place_make (&place);
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
      people = place_count_staff (place.store);
      g_assert_true (people == 100 || people == 500);
      place_assert_whole (place.store);
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/restore/restore-and-back", test_restore_and_back);
  g_test_add_func ("/restore/long-list", test_long_list);
  g_test_add_func ("/restore/restore-under-another-program", test_restore_under_another_program);
  g_test_add_func ("/restore/that-cannot-be-used", test_backups_that_cannot_be_used);
  g_test_add_func ("/restore/damaged-register", test_damaged_register);
  g_test_add_func ("/restore/replaced-while-open", test_replaced_while_open);
  g_test_add_func ("/restore/cancelled", test_cancelled);
  g_test_add_func ("/restore/cancelled-halfway", test_cancelled_halfway);
  g_test_add_func ("/restore/killed-while-restoring", test_killed_while_restoring);
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
