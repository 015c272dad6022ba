/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register with its backups: everything here must succeed. */
#pragma once

#include "register/backups.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  char *folder;
  SotayStore *store;
  SotayBackups *backups;
  guint failures;
} Place;

void place_open (Place *place, char *path); /* (transfer full) path */
void place_close (Place *place);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_close)

SotayUnit *place_add_ward (Place *place);
gint64 place_count_staff (SotayStore *store);
SotayStep *place_import_of (SotayUnit *unit, guint n_people);
GPtrArray *place_list (Place *place);         /* (transfer full): all backups, looked through */
SotayBackup *place_make (Place *place);       /* (transfer full) */
SotayBackup *place_restore (Place *place, SotayBackup *backup); /* (transfer full): what was kept */

/* The causes of all backups, newest first, are @expected, joined by a space. */
void place_assert_causes (Place *place, const char *expected);
void place_assert_nothing_unfinished (Place *place);
void place_assert_whole (SotayStore *store);

G_END_DECLS
