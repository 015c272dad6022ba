/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People in as little memory as they need, for plans of a million of them. */
#pragma once

#include "register/staff.h"

G_BEGIN_DECLS

/**
 * sotay_packed_staff_new:
 * @chunk: holds the text
 * @id: (nullable): the person's id
 * @fields: (array length=SOTAY_STAFF_N_FIELDS): the fields, each nullable
 * @trained_since: (nullable): see sotay_staff_set_standing()
 * @passed_since: (nullable): likewise
 *
 * Returns: (transfer none): the person in one piece of @chunk, for sotay_packed_staff_get()
 */
const char *sotay_packed_staff_new (GStringChunk *chunk, const char *id, const char *const *fields,
                                    const char *trained_since, const char *passed_since);

/**
 * sotay_packed_staff_get:
 * @packed: a packed person
 * @fields: (out) (array length=SOTAY_STAFF_N_FIELDS): the fields, each nullable, borrowed from @packed
 *
 * Returns: (transfer none) (nullable): the id
 */
const char *sotay_packed_staff_get (const char *packed, const char **fields);

/**
 * sotay_packed_staff_drop_known:
 * @said: (array length=SOTAY_STAFF_N_FIELDS): the same person as somebody says
 *
 * A list that we exported says since when someone counts as trained, which sessions may have brought about: takes days
 * out of @said that are not earlier than what @packed has.
 */
void sotay_packed_staff_drop_known (const char *packed, const char **said);

G_END_DECLS
