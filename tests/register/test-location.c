/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register on a network share: one PC at a time. The share is a folder here, and the PCs are made up. */
#include "register/sqlite/location.h"

#include "core/system.h"
#include "fixture.h"
#include "register/register-error.h"
#include "register/sqlite/connection.h"
#include "register/sqlite/schema.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <utime.h>

static const SotaySqliteSeat here = { "cifs", "PC-01", "boot-1" };
static const SotaySqliteSeat there = { "cifs", "PC-02", "boot-2" };

static char *
make_folder (void)
{
  g_autofree char *folder = sotay_test_folder ();

  return g_build_filename (folder, "register.db", NULL);
}

static SotaySqliteLocation *
enter (const char *path, const SotaySqliteSeat *seat)
{
  g_autoptr (GError) error = NULL;
  SotaySqliteLocation *place = sotay_sqlite_location_enter (path, seat, &error);

  g_assert_no_error (error);
  return place;
}

static void
assert_barred (const char *path, const SotaySqliteSeat *seat, const char *by)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_sqlite_location_enter (path, seat, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_ELSEWHERE);
  g_assert_cmpstr (error->message, ==, by);
}

static guint
count_files (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (names) != NULL)
    count++;
  return count;
}

/* The only sign in the folder was renewed so many seconds ago. */
static void
make_older (const char *path, int seconds)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  g_autofree char *sign = g_build_filename (folder, g_dir_read_name (names), NULL);
  time_t then = g_get_real_time () / G_USEC_PER_SEC - seconds;
  struct utimbuf times = { then, then };

  g_assert_cmpint (g_utime (sign, &times), ==, 0);
}

static void
assert_signs_are_private (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *sign = g_build_filename (folder, name, NULL);
      GStatBuf info;

      g_assert_cmpint (g_stat (sign, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
}

static void
test_kinds (void)
{
  static const char *const shares[] = { "nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs" };
  static const char *const disks[] = { "ext4", "btrfs", "xfs", "vfat", "exfat", "ntfs3", "fuseblk", "tmpfs", "overlay" };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    g_assert_true (sotay_sqlite_is_share (shares[i]));
  for (guint i = 0; i < G_N_ELEMENTS (disks); i++)
    g_assert_false (sotay_sqlite_is_share (disks[i]));
  g_assert_false (sotay_sqlite_is_share (NULL));
}

static void
test_mounts (void)
{
  static const char mounts[] = "21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
                               "30 21 0:30 / /home rw - xfs /dev/sdb1 rw\n"
                               "31 30 0:31 / /home/an/chung rw - cifs //server/chung rw\n"
                               "32 21 0:32 / /mnt/o\\040dia rw master:1 - nfs4 server:/x rw\n"
                               "33 21 0:33 / /mnt/hai rw - ext4 /dev/sdc1 rw\n"
                               "34 33 0:34 / /mnt/hai rw - 9p host rw\n"
                               "garbage\n";
  static const char *const cases[][2] = {
    { "/var/lib", "ext4" },          { "/home/an", "xfs" },      { "/home/an/chung", "cifs" },
    { "/home/an/chung/a/b", "cifs" }, { "/home/an/chungx", "xfs" }, { "/mnt/o dia/x", "nfs4" },
    { "/mnt/hai/x", "9p" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = sotay_system_file_system_of (mounts, cases[i][0]);

      g_assert_cmpstr (found, ==, cases[i][1]);
    }
  g_assert_null (sotay_system_file_system_of ("", "/x"));
}

/* What this PC really says. */
static void
test_this_pc (void)
{
  g_auto (SotaySqliteSeat) seat = { NULL };
  g_autofree char *proc = sotay_system_file_system ("/proc/self/status");
  g_autofree char *missing = sotay_system_file_system ("/no/such/folder/register.db");
  g_autofree char *root = sotay_system_file_system ("/");

  g_assert_cmpstr (proc, ==, "proc");
  g_assert_cmpstr (missing, ==, root);
  sotay_sqlite_seat_find (&seat, "/proc/register.db");
  g_assert_cmpstr (seat.file_system, ==, "proc");
  g_assert_cmpint (strlen (seat.host), >, 0);
  g_assert_cmpint (strlen (seat.boot), ==, 36);
}

static void
test_disk (void)
{
  static const SotaySqliteSeat disk = { "ext4", "PC-01", "boot-1" };
  static const SotaySqliteSeat other = { "ext4", "PC-02", "boot-2" };
  g_autofree char *path = make_folder ();
  g_autoptr (SotaySqliteLocation) one = enter (path, &disk);
  g_autoptr (SotaySqliteLocation) two = enter (path, &other);

  g_assert_false (sotay_sqlite_location_is_shared (one));
  g_assert_true (sotay_sqlite_location_is_held (one));
  g_assert_cmpuint (count_files (path), ==, 0);
}

static void
test_one_pc_at_a_time (void)
{
  g_autofree char *path = make_folder ();
  SotaySqliteLocation *one = enter (path, &here);
  SotaySqliteLocation *two = enter (path, &here); /* the window and the command line */

  g_assert_true (sotay_sqlite_location_is_shared (one));
  assert_signs_are_private (path);
  assert_barred (path, &there, "PC-01");
  sotay_sqlite_location_leave (one);
  assert_barred (path, &there, "PC-01");
  sotay_sqlite_location_leave (two);
  g_assert_cmpuint (count_files (path), ==, 0);
  one = enter (path, &there);
  assert_barred (path, &here, "PC-02");
  sotay_sqlite_location_leave (one);
}

/* A PC that was switched off, or slept: after two minutes its sign counts for nothing, and it knows. */
static void
test_stale (void)
{
  g_autofree char *path = make_folder ();
  g_autoptr (SotaySqliteLocation) slept = enter (path, &here);
  g_autoptr (SotaySqliteLocation) next = NULL;

  make_older (path, 100);
  assert_barred (path, &there, "PC-01");
  make_older (path, 130);
  next = enter (path, &there);
  g_assert_true (sotay_sqlite_location_is_held (next));
  g_assert_false (sotay_sqlite_location_is_held (slept));
  assert_barred (path, &here, "PC-02");
}

/* A sign that is just being written bars, too. */
static void
test_unreadable_sign (void)
{
  g_autofree char *path = make_folder ();
  g_autofree char *sign = g_strconcat (path, ".open-x", NULL);

  g_assert_true (g_file_set_contents (sign, "", 0, NULL));
  assert_barred (path, &here, "?");
}

static gboolean
has_file (const char *path, const char *ending)
{
  g_autofree char *file = g_strconcat (path, ending, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

/* There a register that was written in WAL mode goes over to a journal, without shared memory at any moment, and two
 * programs of the PC share it. */
static void
test_journal (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (sqlite3) one = NULL;
  g_autoptr (sqlite3) two = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&store);
  one = sotay_sqlite_open (path, &error);
  g_assert_true (sotay_sqlite_avoid_sharing (one, &error));
  g_assert_true (sotay_sqlite_check_ours (one, &error));
  g_assert_false (has_file (path, "-shm"));
  g_assert_true (sotay_sqlite_prepare_schema (one, TRUE, NULL, &error));
  g_assert_false (has_file (path, "-shm"));
  g_assert_false (has_file (path, "-wal"));
  two = sotay_sqlite_open (path, &error);
  g_assert_true (sotay_sqlite_avoid_sharing (two, &error));
  g_assert_true (sotay_sqlite_prepare_schema (two, TRUE, NULL, &error));
  g_assert_true (sotay_sqlite_execute (two, "UPDATE unit SET name = 'Phường mới'", &error));
  g_assert_cmpint (sotay_sqlite_read_number (one, "SELECT count(*) FROM unit WHERE name = 'Phường mới'", &error), ==, 1);
  g_assert_true (sotay_sqlite_execute (one, "UPDATE unit SET name = 'Phường'", &error));
  g_assert_no_error (error);
}

static void
add_tests (void)
{
  g_test_add_func ("/place/kinds", test_kinds);
  g_test_add_func ("/place/mounts", test_mounts);
  g_test_add_func ("/place/this-pc", test_this_pc);
  g_test_add_func ("/place/disk", test_disk);
  g_test_add_func ("/place/one-pc-at-a-time", test_one_pc_at_a_time);
  g_test_add_func ("/place/stale", test_stale);
  g_test_add_func ("/place/unreadable-sign", test_unreadable_sign);
  g_test_add_func ("/place/journal", test_journal);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
