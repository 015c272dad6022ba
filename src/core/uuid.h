/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_uuid_new:
 *
 * A UUID of version 7 (RFC 9562, 5.7): ordered by time, so that rows added later stand later, and unique, so that the
 * registers of two units can be merged.
 *
 * Returns: (transfer full): 36 characters in lower case
 */
char *sotay_uuid_new (void);

#define SOTAY_UUID_SIZE 37 /* bytes of a UUID as text, with the closing zero */

/**
 * sotay_uuid_new_range:
 *
 * Returns: (transfer full): the first of 2^32 UUIDs of version 7, which follow one another; see sotay_uuid_nth()
 */
char *sotay_uuid_new_range (void);

/**
 * sotay_uuid_nth:
 * @first: the first of a range
 * @n: which of them
 * @uuid: (out) (array fixed-size=37): the UUID; those of a range compare as their numbers
 */
void sotay_uuid_nth (const char *first, guint32 n, char *uuid);

G_END_DECLS
