/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person said of the columns of a table, kept for the next table with the same heading. */
#pragma once

#include "register/columns.h"

G_BEGIN_DECLS

/**
 * sotay_roster_memory_apply:
 * @path: the file of what was said; it need not be there
 *
 * Gives the columns the meanings that were said of them. What does not fit them is forgotten.
 *
 * Returns: whether something was known
 */
gboolean sotay_roster_memory_apply (const char *path, SotayTableColumns *columns);

/**
 * sotay_roster_memory_keep:
 * @found: the meanings that are found without being told
 * @columns: the meanings as they were used
 *
 * Remembers @columns, or forgets them when they say no more than @found. What cannot be written is not remembered.
 */
void sotay_roster_memory_keep (const char *path, const SotayTableColumns *found, const SotayTableColumns *columns);

G_END_DECLS
