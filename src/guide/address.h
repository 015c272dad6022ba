/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which addresses the manual may come from. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sotay_guide_address_parse:
 * @address: what a person typed or pasted; white space at its ends does not count
 * @error: %SOTAY_GUIDE_ERROR_ADDRESS
 *
 * Returns: (transfer full) (nullable): the address, when it is http or https and names a host
 */
GUri *sotay_guide_address_parse (const char *address, GError **error);

/**
 * sotay_guide_address_follow:
 * @from: the address that answered with a redirect
 * @location: (nullable): where it points, perhaps relative to @from
 * @error: %SOTAY_GUIDE_ERROR_REDIRECT, or %SOTAY_GUIDE_ERROR_DOWNGRADE from https to http
 *
 * Returns: (transfer full) (nullable): the next address
 */
GUri *sotay_guide_address_follow (GUri *from, const char *location, GError **error);

G_END_DECLS
