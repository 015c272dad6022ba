/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_mask_name:
 * @name: (nullable): a full name in Vietnamese order, or whatever was typed in its place
 *
 * A name as a room may see it: who bears it knows, others do not. Only letters are shown: words with a digit may be a
 * telephone or a code.
 *
 * Returns: (transfer full): "N. V. Bình"; of a single word its first letter; "…" when there is none
 */
char *sotay_mask_name (const char *name);

G_END_DECLS
