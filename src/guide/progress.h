/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayGuideProgress:
 * @bytes: bytes received
 * @total: bytes declared, or -1
 * @bytes_per_second: the rate over the last seconds
 * @seconds_left: -1 when not known
 *
 * Called in the main context of the one who asked, at most ten times a second.
 */
typedef void (*SotayGuideProgress) (gint64 bytes, gint64 total, gint64 bytes_per_second, gint64 seconds_left,
                                    gpointer data);

G_END_DECLS
