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

G_END_DECLS
