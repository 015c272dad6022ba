/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a list of people comes from: a file, or text that was pasted. Read once, however often it is planned anew. */
#pragma once

#include "register/roster-table.h"

G_BEGIN_DECLS

typedef struct _SotayRosterSource SotayRosterSource;

SotayRosterSource *sotay_roster_source_new_file (GFile *file);        /* (transfer full): reference counted */
SotayRosterSource *sotay_roster_source_new_text (const char *pasted); /* (transfer full) */
SotayRosterSource *sotay_roster_source_ref (SotayRosterSource *source); /* (transfer full) */
void sotay_roster_source_unref (SotayRosterSource *source);             /* frees it with its last reference */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayRosterSource, sotay_roster_source_unref)

/**
 * sotay_roster_source_load:
 *
 * Reads the table, unless it was read before; blocks. Only one thread at a time may do so.
 *
 * Returns: (transfer none) (nullable): the table
 */
SotayRosterTable *sotay_roster_source_load (SotayRosterSource *source, GCancellable *cancellable, GError **error);

SotayRosterTable *sotay_roster_source_get_table (SotayRosterSource *source); /* (nullable): once it was read */
const char *sotay_roster_source_get_name (SotayRosterSource *source); /* (nullable): of the file, for people */

/**
 * sotay_roster_source_forget:
 *
 * The file is read again next time.
 */
void sotay_roster_source_forget (SotayRosterSource *source);

/**
 * sotay_roster_source_get_progress:
 *
 * Returns: how much of the work on it is done, from 0 to 1; may be asked from any thread
 */
double sotay_roster_source_get_progress (SotayRosterSource *source);
void sotay_roster_source_set_progress (SotayRosterSource *source, double done); /* for the roster */

G_END_DECLS
