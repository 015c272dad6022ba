/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/location.h"

#include "core/system.h"
#include "core/uuid.h"
#include "register/register-error.h"

#include <glib/gstdio.h>

#define GROUP "open"
#define RENEWAL_SECONDS 30
#define STALE_SECONDS 120

struct _SotaySqliteLocation
{
  gboolean shared;
  char *sign; /* the path of ours; the rest is used on a share only */
  GThread *renewer;
  GMutex mutex;
  GCond left_cond;
  gboolean left;
};

void
sotay_sqlite_seat_find (SotaySqliteSeat *seat, const char *path)
{
  seat->file_system = sotay_system_file_system (path);
  seat->host = g_strdup (g_get_host_name ());
  seat->boot = sotay_system_boot_id ();
}

void
sotay_sqlite_seat_clear (SotaySqliteSeat *seat)
{
  g_clear_pointer (&seat->file_system, g_free);
  g_clear_pointer (&seat->host, g_free);
  g_clear_pointer (&seat->boot, g_free);
}

gboolean
sotay_sqlite_is_share (const char *file_system)
{
  static const char *const shares[] = {
    "nfs",         "nfs4",        "cifs",     "smb3",            "smbfs",          "9p",      "virtiofs",
    "afs",         "ceph",        "davfs",    "glusterfs",       "vboxsf",         "prl_fs",  "ncpfs",
    "fuse.sshfs",  "fuse.rclone", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.vmhgfs-fuse", "fuse.smbnetfs", NULL,
  };

  return file_system != NULL && g_strv_contains (shares, file_system);
}

static gint64
read_time (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime : -1;
}

static gboolean
write_sign (const char *path, const SotaySqliteSeat *seat, GError **error)
{
  g_autoptr (GKeyFile) sign = g_key_file_new ();
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (GError) failure = NULL;

  g_key_file_set_string (sign, GROUP, "host", seat->host);
  g_key_file_set_string (sign, GROUP, "boot", seat->boot);
  text = g_key_file_to_data (sign, &length, NULL);
  if (g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &failure))
    return TRUE;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR,
                       g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? SOTAY_REGISTER_ERROR_DISK_FULL
                                                                                   : SOTAY_REGISTER_ERROR_READ_ONLY,
                       failure->message);
  return FALSE;
}

/* Returns the name of the other PC when the sign is one of another PC that has the database open. */
static char *
read_other_host (const char *path, const SotaySqliteSeat *seat, gint64 now)
{
  g_autoptr (GKeyFile) sign = g_key_file_new ();
  g_autofree char *boot = NULL;
  gint64 time = read_time (path);

  if (time < 0)
    return NULL;
  g_key_file_load_from_file (sign, path, G_KEY_FILE_NONE, NULL);
  boot = g_key_file_get_string (sign, GROUP, "boot", NULL);
  if (g_strcmp0 (boot, seat->boot) == 0)
    return NULL;
  if (now - time >= STALE_SECONDS)
    {
      g_unlink (path);
      return NULL;
    }
  /* A sign that is just being written says no name yet. */
  return boot != NULL ? g_key_file_get_string (sign, GROUP, "host", NULL) : g_strdup ("?");
}

/* Each puts up its own sign before it looks for others': of two that come at once, at least one sees the other. */
static gboolean
check_others (SotaySqliteLocation *place, const char *path, const SotaySqliteSeat *seat, GError **error)
{
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (name, ".open-", NULL);
  g_autoptr (GDir) folder = g_dir_open (folder_path, 0, NULL);
  gint64 now = read_time (place->sign);
  const char *found;

  while (folder != NULL && (found = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *other = g_build_filename (folder_path, found, NULL);
      g_autofree char *host = NULL;

      if (!g_str_has_prefix (found, prefix) || g_str_equal (other, place->sign))
        continue;
      host = read_other_host (other, seat, now);
      if (host == NULL)
        continue;
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_ELSEWHERE, host);
      return FALSE;
    }
  return TRUE;
}

static gpointer
renew (gpointer data)
{
  SotaySqliteLocation *place = data;

  g_mutex_lock (&place->mutex);
  while (!place->left)
    {
      gint64 until = g_get_monotonic_time () + RENEWAL_SECONDS * G_TIME_SPAN_SECOND;

      /* A sign that another PC took away is not put up again. */
      if (!g_cond_wait_until (&place->left_cond, &place->mutex, until) && !place->left)
        sotay_system_touch (place->sign);
    }
  g_mutex_unlock (&place->mutex);
  return NULL;
}

SotaySqliteLocation *
sotay_sqlite_location_enter (const char *path, const SotaySqliteSeat *seat, GError **error)
{
  g_autoptr (SotaySqliteLocation) place = g_new0 (SotaySqliteLocation, 1);
  g_autofree char *uuid = sotay_uuid_new ();

  g_mutex_init (&place->mutex);
  g_cond_init (&place->left_cond);
  place->shared = sotay_sqlite_is_share (seat->file_system);
  if (!place->shared)
    return g_steal_pointer (&place);
  place->sign = g_strconcat (path, ".open-", uuid, NULL);
  if (!write_sign (place->sign, seat, error) || !check_others (place, path, seat, error))
    return NULL;
  place->renewer = g_thread_new ("register-sign", renew, place);
  return g_steal_pointer (&place);
}

gboolean
sotay_sqlite_location_is_shared (SotaySqliteLocation *place)
{
  return place->shared;
}

gboolean
sotay_sqlite_location_is_held (SotaySqliteLocation *place)
{
  return !place->shared || g_file_test (place->sign, G_FILE_TEST_EXISTS);
}

void
sotay_sqlite_location_leave (SotaySqliteLocation *place)
{
  g_mutex_lock (&place->mutex);
  place->left = TRUE;
  g_cond_signal (&place->left_cond);
  g_mutex_unlock (&place->mutex);
  if (place->renewer != NULL)
    g_thread_join (place->renewer);
  if (place->sign != NULL)
    g_unlink (place->sign);
  g_mutex_clear (&place->mutex);
  g_cond_clear (&place->left_cond);
  g_free (place->sign);
  g_free (place);
}
