/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a download that failed is tried again, and the pause before that. */
#pragma once

#include "guide/meter.h"

G_BEGIN_DECLS

/* So often in a row without a byte more. */
#define SOTAY_RETRY_MOST 5

/**
 * sotay_retry_is_worthwhile:
 * @error: what an attempt failed with
 * @received: whether any byte had come
 *
 * Returns: whether the next attempt may fare better
 */
gboolean sotay_retry_is_worthwhile (const GError *error, gboolean received);

/**
 * sotay_retry_get_pause:
 * @attempt: 1 for the first that failed
 * @wanted: the seconds that the server asked for, or 0
 *
 * Returns: the seconds until the next attempt: 2, 4, 8, 16, 32, or what the server wants up to two minutes
 */
guint sotay_retry_get_pause (guint attempt, guint wanted);

/**
 * sotay_retry_wait:
 * @unit_ms: what counts as a second
 * @reason: (transfer none): why the last attempt failed
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Counts down, blocking. Needs a thread-default main context that nothing else runs.
 *
 * Returns: whether the time is over
 */
gboolean sotay_retry_wait (guint seconds, guint unit_ms, SotayMeter *meter, const GError *reason,
                           GCancellable *cancellable, GError **error);

G_END_DECLS
