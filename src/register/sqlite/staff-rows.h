/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from the rows of people within one transaction: their standing, and the figures kept of each unit. */
#pragma once

#include "register/sqlite/entries.h"

G_BEGIN_DECLS

/**
 * sotay_staff_rows_set_standing:
 * @staff_id: a person; one who is not there is passed over
 * @trained_since: (nullable): ISO day; %NULL: is not trained
 * @passed_since: (nullable): ISO day; %NULL: has not passed
 * @counts: whether the person's kind of employment counts
 *
 * Writes what the rules make of a person (register/standing.h), and keeps the figures of the unit right. To be called
 * before sotay_entries_finish().
 *
 * Returns: %FALSE on error
 */
gboolean sotay_staff_rows_set_standing (SotayEntries *entries, const char *staff_id, const char *trained_since,
                                        const char *passed_since, gboolean counts, GError **error);

G_END_DECLS
