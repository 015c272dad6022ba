/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of a few lines that the guide keeps beside the copies: read with mistrust, replaced in one step. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_small_file_read:
 * @most: the most bytes; a larger file counts as none, and so does what is no plain file
 * @length: (out) (optional): bytes read
 *
 * Returns: (transfer full) (nullable): what the file holds
 */
char *sotay_small_file_read (const char *path, gsize most, gsize *length);

/**
 * sotay_small_file_write:
 * @error: %SOTAY_GUIDE_ERROR_DISK_FULL or %SOTAY_GUIDE_ERROR_FILE
 *
 * Replaces the file, readable by this user only; on the disk when this returns.
 *
 * Returns: whether it stands there
 */
gboolean sotay_small_file_write (const char *path, const char *text, GError **error);

G_END_DECLS
