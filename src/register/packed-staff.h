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
 *
 * Returns: (transfer none): the person in one piece of @chunk, for sotay_packed_staff_get()
 */
const char *sotay_packed_staff_new (GStringChunk *chunk, const char *id, const char *const *fields);

/**
 * sotay_packed_staff_get:
 * @packed: a packed person
 * @fields: (out) (array length=SOTAY_STAFF_N_FIELDS): the fields, each nullable, borrowed from @packed
 *
 * Returns: (transfer none) (nullable): the id
 */
const char *sotay_packed_staff_get (const char *packed, const char **fields);

G_END_DECLS
