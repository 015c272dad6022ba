/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writers of .xlsx only: whether the disk holds what their library writes without asking. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sotay_xlsx_check_room:
 * @path: the file that is being written
 * @error: %SOTAY_REGISTER_ERROR_DISK_FULL
 *
 * The rows wait in a temporary file, whose writes the library does not check; a disk that is nearly full lost some of
 * them.
 *
 * Returns: whether there is room left
 */
gboolean sotay_xlsx_check_room (const char *path, GError **error);

G_END_DECLS
