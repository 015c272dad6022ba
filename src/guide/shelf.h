/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The folder of copies: SHA256.pdf and SHA256.json for each, and the file "current" that names one of them. Nothing
 * there is changed once it stands, but replaced in one step, so two programs at once cannot spoil each other's work.
 */
#pragma once

#include "guide/manual-copy-private.h"
#include "guide/partial-file.h"

G_BEGIN_DECLS

/* So many copies are kept beside the current one. */
#define SOTAY_SHELF_OLD_COPIES 5

/* What a reader leaves in a copy stands beside it in a file that is named like it (guide/reading.h). */
#define SOTAY_SHELF_READING_ENDING ".reading"

/**
 * sotay_shelf_read_current:
 * @folder: the folder, which need not be there
 *
 * Reads a few small files.
 *
 * Returns: (transfer full) (nullable): the current copy; the newest when none is named or the named one is gone
 */
SotayManualCopy *sotay_shelf_read_current (const char *folder);

/**
 * sotay_shelf_list:
 *
 * Returns: (transfer full) (element-type SotayManualCopy): all copies whose PDF is there, newest first
 */
GPtrArray *sotay_shelf_list (const char *folder);

/**
 * sotay_shelf_find:
 * @sha256: anything
 * @error: %SOTAY_GUIDE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the copy of this SHA-256
 */
SotayManualCopy *sotay_shelf_find (const char *folder, const char *sha256, GError **error);

/**
 * sotay_shelf_find_from:
 * @address: where a copy came from
 *
 * Returns: (transfer full) (nullable): the current copy, or else the newest, that came from there and of which the
 *   server can tell whether it is still the newest edition
 */
SotayManualCopy *sotay_shelf_find_from (const char *folder, const char *address);

/**
 * sotay_shelf_keep:
 * @file: a closed and verified PDF in @folder
 * @facts: where it came from; its SHA-256, size and time are found out here
 * @error: SOTAY_GUIDE_ERROR
 *
 * Makes @file the current copy, and removes the oldest copies beyond SOTAY_SHELF_OLD_COPIES.
 *
 * Returns: (transfer full) (nullable): the copy
 */
SotayManualCopy *sotay_shelf_keep (const char *folder, SotayPartialFile *file, const SotayManualFacts *facts,
                                   GError **error);

/**
 * sotay_shelf_use:
 * @error: SOTAY_GUIDE_ERROR
 *
 * Returns: whether the copy is current now
 */
gboolean sotay_shelf_use (const char *folder, const char *sha256, GError **error);

/**
 * sotay_shelf_remove:
 * @error: SOTAY_GUIDE_ERROR
 *
 * Takes a copy away, so that sotay_shelf_restore() can bring it back for a day. If it was current, the newest other is.
 *
 * Returns: whether it is gone
 */
gboolean sotay_shelf_remove (const char *folder, const char *sha256, GError **error);

/**
 * sotay_shelf_restore:
 * @error: SOTAY_GUIDE_ERROR
 *
 * Returns: whether the removed copy is back
 */
gboolean sotay_shelf_restore (const char *folder, const char *sha256, GError **error);

void sotay_shelf_forget (const char *folder, const char *sha256); /* a removed copy for good */

/**
 * sotay_shelf_sweep:
 *
 * Removes what programs that died left in @folder more than a day ago, downloads that nobody went on with for two
 * weeks, what was removed more than a day ago, and what readers left in copies that are gone.
 */
void sotay_shelf_sweep (const char *folder);

/**
 * sotay_shelf_is_part:
 * @name: of a file in the folder
 *
 * Returns: whether the file says which copies there are or which is current; what comes and goes beside it does not
 */
gboolean sotay_shelf_is_part (const char *name);

G_END_DECLS
