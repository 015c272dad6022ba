/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disk under a test: counts what is asked of it below one folder, and at one request fails, ends the program or
 * loses power. It stands in the C library's place (fsync, rename, unlink) and in that of SQLite's system calls, so that
 * it sees the register, its logs and the backups alike. For one thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DISK_SOUND,
  DISK_KILLS,       /* the program gets SIGKILL */
  DISK_LOSES_POWER, /* nothing more reaches the disk; disk_restart() tells what is left */
  DISK_FULL,        /* from now on nothing more fits */
  DISK_BROKEN,      /* from now on every request fails */
  DISK_HICCUPS,     /* this one request fails */
} DiskFault;

/* From now on, until disk_end(): @fault strikes at request number @at, the first being 1. @seed: other chances. */
void disk_begin (const char *folder, DiskFault fault, guint at, guint32 seed);
void disk_watch_reads (void);     /* reading is a request, too, and may give fewer bytes than were asked for */
void disk_pause (gboolean pause); /* between the two calls, requests are neither counted nor refused */
gboolean disk_has_struck (void);
guint disk_end (void);            /* returns how many requests there were */

/* After a power failure, with no file open: of what was not synced, some is there, some is lost, some torn. */
void disk_restart (void);

G_END_DECLS
