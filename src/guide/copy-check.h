/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a file that was written once still holds the same bytes. */
#pragma once

#include "guide/meter.h"

G_BEGIN_DECLS

/**
 * sotay_copy_check:
 * @path: a file
 * @sha256: what it must be
 * @bytes: its size, for the meter
 * @code: the SOTAY_GUIDE_ERROR for other bytes
 * @error: @code, %SOTAY_GUIDE_ERROR_FILE or %G_IO_ERROR_CANCELLED
 *
 * Reads the file through; blocks.
 *
 * Returns: whether it is that
 */
gboolean sotay_copy_check (const char *path, const char *sha256, gint64 bytes, int code, SotayMeter *meter,
                           GCancellable *cancellable, GError **error);

/**
 * sotay_copy_name_error:
 * @error: (transfer full): whatever the system of a file said
 *
 * Returns: (transfer full): the same as %SOTAY_GUIDE_ERROR_FILE; a SOTAY_GUIDE_ERROR and %G_IO_ERROR_CANCELLED stay
 */
GError *sotay_copy_name_error (GError *error);

G_END_DECLS
