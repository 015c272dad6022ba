/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the register lies. On a disk of this PC all is well. On a network share the locks and the shared memory of
 * SQLite do not reach from one PC to another, so that two would damage it: there one PC at a time may open it, and it
 * is written with a rollback journal, which needs no shared memory. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SotaySqlitePlace SotaySqlitePlace;

/**
 * SotaySqliteSeat:
 * @file_system: (nullable): the kind of file system ("ext4", "cifs"), %NULL when it is not known
 * @host: the name of this PC
 * @boot: what tells one start of this PC from another, and from other PCs
 */
typedef struct
{
  char *file_system;
  char *host;
  char *boot;
} SotaySqliteSeat;

/**
 * sotay_sqlite_seat_find:
 * @path: the database, there or not
 *
 * Fills @seat in for this PC.
 */
void sotay_sqlite_seat_find (SotaySqliteSeat *seat, const char *path);
void sotay_sqlite_seat_clear (SotaySqliteSeat *seat);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SotaySqliteSeat, sotay_sqlite_seat_clear)

/**
 * sotay_sqlite_is_share:
 * @file_system: (nullable): the kind of file system
 *
 * Returns: whether other PCs can reach what lies there
 */
gboolean sotay_sqlite_is_share (const char *file_system);

/**
 * sotay_sqlite_place_enter:
 * @path: the database; its folder is there
 * @seat: who comes, and where to
 * @error: %SOTAY_REGISTER_ERROR_ELSEWHERE with the name of the other PC
 *
 * On a share, puts a sign beside the database as long as the place is held, and renews it twice a minute; a sign that
 * nobody has renewed for two minutes counts for nothing. Programs of one PC do not bar each other. The age of a sign is
 * read off the share's own clock.
 *
 * Returns: (transfer full) (nullable): the place
 */
SotaySqlitePlace *sotay_sqlite_place_enter (const char *path, const SotaySqliteSeat *seat, GError **error);

gboolean sotay_sqlite_place_is_shared (SotaySqlitePlace *place); /* the register lies on a share */

/**
 * sotay_sqlite_place_is_held:
 *
 * Returns: whether the place is still ours: a PC that slept for long may have lost it to another
 */
gboolean sotay_sqlite_place_is_held (SotaySqlitePlace *place);

void sotay_sqlite_place_leave (SotaySqlitePlace *place); /* (transfer full) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotaySqlitePlace, sotay_sqlite_place_leave)

G_END_DECLS
