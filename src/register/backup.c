/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/backup.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define PREFIX "register-"
#define SUFFIX ".db"
#define STAMP "%Y%m%d-%H%M%S"
#define MONTH_LENGTH 6 /* of "202411" */
#define N_NEWEST 30

struct _SotayBackup
{
  GObject parent_instance;
  char *path;
  char *id;
  GDateTime *time;
  SotayBackupCause cause;
  gint64 bytes;
  SotayContents *contents;
  GError *problem;
};

G_DEFINE_FINAL_TYPE (SotayBackup, sotay_backup, G_TYPE_OBJECT)

static const char *const causes[SOTAY_BACKUP_N_CAUSES] = {
  [SOTAY_BACKUP_BY_HAND] = "hand",
  [SOTAY_BACKUP_DAILY] = "daily",
  [SOTAY_BACKUP_BEFORE_IMPORT] = "import",
  [SOTAY_BACKUP_BEFORE_MIGRATION] = "migration",
  [SOTAY_BACKUP_BEFORE_RESTORE] = "restore",
  [SOTAY_BACKUP_DAMAGED] = "damaged",
};

static void
sotay_backup_finalize (GObject *object)
{
  SotayBackup *self = SOTAY_BACKUP (object);

  g_free (self->path);
  g_free (self->id);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_clear_pointer (&self->contents, sotay_contents_free);
  g_clear_error (&self->problem);
  G_OBJECT_CLASS (sotay_backup_parent_class)->finalize (object);
}

static void
sotay_backup_class_init (SotayBackupClass *class)
{
  G_OBJECT_CLASS (class)->finalize = sotay_backup_finalize;
}

static void
sotay_backup_init (SotayBackup *self)
{
}

static gboolean
read_cause (const char *word, SotayBackupCause *cause)
{
  for (guint i = 0; i < SOTAY_BACKUP_N_CAUSES; i++)
    if (g_str_equal (word, causes[i]))
      {
        *cause = i;
        return TRUE;
      }
  return FALSE;
}

/* "20241105-081500-daily" and nothing else */
static gboolean
read_id (SotayBackup *self)
{
  int year, month, day, hour, minute, second;
  g_autofree char *stamp = NULL;
  g_autofree char *again = NULL;

  if (strlen (self->id) < 17 || self->id[15] != '-' || !read_cause (self->id + 16, &self->cause))
    return FALSE;
  stamp = g_strndup (self->id, 15);
  if (sscanf (stamp, "%4d%2d%2d-%2d%2d%2d", &year, &month, &day, &hour, &minute, &second) != 6)
    return FALSE;
  self->time = g_date_time_new_local (year, month, day, hour, minute, second);
  again = self->time != NULL ? g_date_time_format (self->time, STAMP) : NULL;
  return g_strcmp0 (again, stamp) == 0;
}

const char *
sotay_backup_cause_to_string (SotayBackupCause cause)
{
  return causes[cause];
}

char *
sotay_backup_make_path (const char *folder, SotayBackupCause cause)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  for (guint later = 0; TRUE; later++)
    {
      g_autoptr (GDateTime) time = g_date_time_add_seconds (now, later);
      g_autofree char *stamp = g_date_time_format (time, STAMP);
      g_autofree char *name = g_strconcat (PREFIX, stamp, "-", causes[cause], SUFFIX, NULL);
      char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return path;
      g_free (path);
    }
}

SotayBackup *
sotay_backup_new (const char *path)
{
  g_autoptr (SotayBackup) self = NULL;
  g_autofree char *name = g_path_get_basename (path);
  GStatBuf info;

  if (!g_str_has_prefix (name, PREFIX) || !g_str_has_suffix (name, SUFFIX))
    return NULL;
  self = g_object_new (SOTAY_TYPE_BACKUP, NULL);
  self->path = g_strdup (path);
  self->id = g_strndup (name + strlen (PREFIX), strlen (name) - strlen (PREFIX SUFFIX));
  self->bytes = g_stat (path, &info) == 0 ? (gint64) info.st_size : 0;
  return read_id (self) ? g_steal_pointer (&self) : NULL;
}

void
sotay_backup_set_contents (SotayBackup *self, SotayContents *contents, const GError *problem)
{
  g_clear_pointer (&self->contents, sotay_contents_free);
  g_clear_error (&self->problem);
  self->contents = contents;
  if (contents == NULL && problem != NULL)
    self->problem = g_error_copy (problem);
}

const char *
sotay_backup_get_id (SotayBackup *self)
{
  return self->id;
}

const char *
sotay_backup_get_path (SotayBackup *self)
{
  return self->path;
}

GDateTime *
sotay_backup_get_time (SotayBackup *self)
{
  return self->time;
}

SotayBackupCause
sotay_backup_get_cause (SotayBackup *self)
{
  return self->cause;
}

gint64
sotay_backup_get_bytes (SotayBackup *self)
{
  return self->bytes;
}

const SotayContents *
sotay_backup_get_contents (SotayBackup *self)
{
  return self->contents;
}

const GError *
sotay_backup_get_problem (SotayBackup *self)
{
  return self->problem;
}

static gint
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

GPtrArray *
sotay_backup_choose_old (GPtrArray *ids)
{
  GPtrArray *old = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (ids, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_newest_first);
  /* Newest first: the first of a month is its newest, among the newest 30 or not. */
  for (guint i = N_NEWEST; i < sorted->len; i++)
    if (strncmp (sorted->pdata[i], sorted->pdata[i - 1], MONTH_LENGTH) == 0)
      g_ptr_array_add (old, sorted->pdata[i]);
  return old;
}
