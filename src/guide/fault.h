/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a failure of the network means for a person. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sotay_fault_name:
 * @error: (transfer full): an error of the network
 *
 * Returns: (transfer full): the same as a SOTAY_GUIDE_ERROR; those and %G_IO_ERROR_CANCELLED stay as they are
 */
GError *sotay_fault_name (GError *error);

/**
 * sotay_fault_explain:
 * @error: (transfer full): what sotay_fault_name() made
 *
 * Asks the system what it knows of the network, for a second at most, when that can explain the error. Blocks.
 *
 * Returns: (transfer full): the same, or %SOTAY_GUIDE_ERROR_PORTAL or %SOTAY_GUIDE_ERROR_NETWORK
 */
GError *sotay_fault_explain (GError *error);

/**
 * sotay_fault_is_of_line:
 *
 * Returns: whether the line failed, and not what came over it
 */
gboolean sotay_fault_is_of_line (const GError *error);

G_END_DECLS
