/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "disk.h"

#include "disk-content.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef enum
{
  REQUEST_READ,
  REQUEST_WRITE,
  REQUEST_OTHER,
} Request;

/* What a request meets with. */
typedef enum
{
  FATE_DONE,
  FATE_REFUSED, /* errno says why */
  FATE_DIES,
} Fate;

static struct
{
  char *folder;
  DiskFault fault;
  guint at;
  guint n_requests;
  gboolean paused;
  gboolean reads;
  gboolean struck;
  GRand *chance;
  DiskContent *content; /* only when the power may fail */
} disk;

/* The path of an open file, when it is one of ours. */
static gboolean
find_path (int fd, char path[PATH_MAX])
{
  char link[64];
  ssize_t length;

  if (disk.folder == NULL || disk.paused)
    return FALSE;
  g_snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, PATH_MAX - 1);
  if (length < 0)
    return FALSE;
  path[length] = '\0';
  return g_str_has_prefix (path, disk.folder);
}

static gboolean
is_ours (const char *path)
{
  return disk.folder != NULL && !disk.paused && g_str_has_prefix (path, disk.folder);
}

static Fate
refuse (int number)
{
  errno = number;
  return FATE_REFUSED;
}

static Fate
ask (Request request)
{
  gboolean is_now;

  if (request == REQUEST_READ && !disk.reads)
    return FATE_DONE;
  is_now = ++disk.n_requests == disk.at && disk.fault != DISK_SOUND;
  if (is_now && disk.fault == DISK_LOSES_POWER)
    disk_content_look (disk.content);
  disk.struck |= is_now;
  if (!disk.struck)
    return FATE_DONE;
  switch (disk.fault)
    {
    case DISK_KILLS:
      return FATE_DIES;
    case DISK_LOSES_POWER:
      return request == REQUEST_READ ? FATE_DONE : refuse (EIO);
    case DISK_FULL:
      return request == REQUEST_WRITE ? refuse (ENOSPC) : FATE_DONE;
    case DISK_BROKEN:
      return refuse (EIO);
    case DISK_HICCUPS:
      return is_now ? refuse (EIO) : FATE_DONE;
    default:
      return FATE_DONE;
    }
}

static void
die (void)
{
  kill (getpid (), SIGKILL);
  for (;;)
    pause ();
}

/* Dies before or after what was asked. */
static gboolean
dies_before (void)
{
  return g_rand_boolean (disk.chance);
}

static ssize_t
write_bytes (int fd, const void *bytes, size_t length, off_t offset)
{
  return syscall (SYS_pwrite64, fd, bytes, length, offset);
}

static ssize_t
do_write (int fd, const void *bytes, size_t length, off_t offset)
{
  char path[PATH_MAX];
  Fate fate;

  if (!find_path (fd, path))
    return write_bytes (fd, bytes, length, offset);
  fate = ask (REQUEST_WRITE);
  if (fate == FATE_REFUSED)
    return -1;
  if (fate == FATE_DIES)
    {
      write_bytes (fd, bytes, (size_t) g_rand_double_range (disk.chance, 0, (double) length + 1), offset);
      die ();
    }
  if (disk.content != NULL)
    disk_content_write (disk.content, path, offset, bytes, length);
  return write_bytes (fd, bytes, length, offset);
}

static ssize_t
do_write_here (int fd, const void *bytes, size_t length)
{
  off_t offset = lseek (fd, 0, SEEK_CUR);
  ssize_t written = do_write (fd, bytes, length, offset);

  if (written > 0)
    lseek (fd, offset + written, SEEK_SET);
  return written;
}

static ssize_t
do_read (int fd, void *bytes, size_t length, off_t offset)
{
  char path[PATH_MAX];

  if (!disk.reads || !find_path (fd, path))
    return syscall (SYS_pread64, fd, bytes, length, offset);
  if (ask (REQUEST_READ) == FATE_REFUSED)
    return -1;
  if (length > 1 && g_rand_int_range (disk.chance, 0, 4) == 0)
    length = (size_t) g_rand_int_range (disk.chance, 1, (int) length);
  return syscall (SYS_pread64, fd, bytes, length, offset);
}

static int
do_cut (int fd, off_t length)
{
  char path[PATH_MAX];
  Fate fate;

  if (!find_path (fd, path))
    return (int) syscall (SYS_ftruncate, fd, length);
  fate = ask (REQUEST_OTHER);
  if (fate == FATE_REFUSED)
    return -1;
  if (fate == FATE_DIES && dies_before ())
    die ();
  if (disk.content != NULL)
    disk_content_cut (disk.content, path, length);
  if (fate == FATE_DIES)
    {
      syscall (SYS_ftruncate, fd, length);
      die ();
    }
  return (int) syscall (SYS_ftruncate, fd, length);
}

/* The real disk is never asked to sync: it does not lose power here, and a test would wait for it very often. */
static int
do_sync (int fd)
{
  char path[PATH_MAX];
  struct stat info;
  Fate fate;

  if (!find_path (fd, path) || fstat (fd, &info) != 0)
    return 0;
  fate = ask (REQUEST_OTHER);
  if (fate == FATE_DIES)
    die ();
  if (fate == FATE_REFUSED)
    return -1;
  if (disk.content != NULL && S_ISDIR (info.st_mode))
    disk_content_sync_folder (disk.content, path);
  else if (disk.content != NULL)
    disk_content_sync (disk.content, path);
  return 0;
}

/* In the place of the C library's, for this program and the libraries that it uses. */

int
fsync (int fd)
{
  return do_sync (fd);
}

int
fdatasync (int fd)
{
  return do_sync (fd);
}

int
rename (const char *path, const char *target)
{
  Fate fate = is_ours (target) ? ask (REQUEST_OTHER) : FATE_DONE;

  if (fate == FATE_REFUSED)
    return -1;
  if (fate == FATE_DIES && dies_before ())
    die ();
  if (is_ours (target) && disk.content != NULL)
    disk_content_rename (disk.content, path, target);
  if (fate == FATE_DIES)
    {
      syscall (SYS_rename, path, target);
      die ();
    }
  return (int) syscall (SYS_rename, path, target);
}

int
unlink (const char *path)
{
  Fate fate = is_ours (path) ? ask (REQUEST_OTHER) : FATE_DONE;

  if (fate == FATE_REFUSED)
    return -1;
  if (fate == FATE_DIES && dies_before ())
    die ();
  if (is_ours (path) && disk.content != NULL)
    disk_content_remove (disk.content, path);
  if (fate == FATE_DIES)
    {
      syscall (SYS_unlink, path);
      die ();
    }
  return (int) syscall (SYS_unlink, path);
}

static void
replace_calls (gboolean ours)
{
  const struct
  {
    const char *name;
    sqlite3_syscall_ptr function;
  } calls[] = {
    { "pwrite", (sqlite3_syscall_ptr) do_write },   { "pwrite64", (sqlite3_syscall_ptr) do_write },
    { "write", (sqlite3_syscall_ptr) do_write_here }, { "pread", (sqlite3_syscall_ptr) do_read },
    { "pread64", (sqlite3_syscall_ptr) do_read },   { "ftruncate", (sqlite3_syscall_ptr) do_cut },
  };
  sqlite3_vfs *vfs;

  sqlite3_initialize ();
  vfs = sqlite3_vfs_find (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    vfs->xSetSystemCall (vfs, calls[i].name, ours ? calls[i].function : NULL);
}

void
disk_begin (const char *folder, DiskFault fault, guint at, guint32 seed)
{
  g_assert_null (disk.folder);
  disk.fault = fault;
  disk.at = at;
  disk.n_requests = 0;
  disk.paused = disk.reads = disk.struck = FALSE;
  disk.chance = g_rand_new_with_seed (seed);
  if (fault == DISK_LOSES_POWER)
    disk.content = disk_content_new (folder, disk.chance);
  disk.folder = g_strdup (folder);
  replace_calls (TRUE);
}

void
disk_watch_reads (void)
{
  disk.reads = TRUE;
}

void
disk_pause (gboolean pause)
{
  disk.paused = pause;
}

gboolean
disk_has_struck (void)
{
  return disk.struck;
}

guint
disk_end (void)
{
  replace_calls (FALSE);
  g_clear_pointer (&disk.folder, g_free);
  g_clear_pointer (&disk.content, disk_content_free);
  g_clear_pointer (&disk.chance, g_rand_free);
  return disk.n_requests;
}

void
disk_restart (void)
{
  disk_pause (TRUE);
  disk_content_restart (disk.content);
}
