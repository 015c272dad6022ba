/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The folder of copies: SHA256.pdf and SHA256.json for each, and the file "current" that names one of them. Nothing
 * there is changed once it stands, but replaced in one step, so two programs at once cannot spoil each other's work.
 */
#pragma once

#include "guide/manual-copy.h"
#include "guide/partial-file.h"

G_BEGIN_DECLS

/* So many copies are kept beside the current one. */
#define SOTAY_SHELF_OLD_COPIES 5

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
 * sotay_shelf_keep:
 * @file: a closed and verified PDF in @folder
 * @address: where it came from
 * @error: SOTAY_GUIDE_ERROR
 *
 * Makes @file the current copy, and removes the oldest copies beyond SOTAY_SHELF_OLD_COPIES.
 *
 * Returns: (transfer full) (nullable): the copy
 */
SotayManualCopy *sotay_shelf_keep (const char *folder, SotayPartialFile *file, const char *address, guint pages,
                                   GError **error);

G_END_DECLS
