/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things are: the person's data, and what was installed beside the program. All found at run time. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sotay_paths_data:
 * @name: (nullable): a name inside the folder, such as "register.db"
 *
 * The data folder is SOTAY_HOME when that is set, else sotay-vneid in the user's data folder.
 *
 * Returns: (transfer full): the path of the data folder, or of @name inside it
 */
char *sotay_paths_data (const char *name);

/**
 * sotay_paths_settings:
 *
 * Returns: (transfer full): the path of the settings file; inside SOTAY_HOME when that is set
 */
char *sotay_paths_settings (void);

/**
 * sotay_paths_make_private:
 * @folder: a path
 * @error: G_FILE_ERROR
 *
 * Makes @folder and its parents, readable by this user only (0700).
 *
 * Returns: whether the folder is there
 */
gboolean sotay_paths_make_private (const char *folder, GError **error);

/**
 * sotay_paths_is_private:
 * @path: a file or folder that is there
 *
 * Returns: whether only this user may read it
 */
gboolean sotay_paths_is_private (const char *path);

/**
 * sotay_paths_share:
 * @name: a path below the share folder, such as "locale" or "glib-2.0/schemas"
 *
 * In a build folder (SOTAY_BUILD_ROOT is set) these are the built files; else PREFIX/share beside the program's bin.
 *
 * Returns: (transfer full): the path
 */
char *sotay_paths_share (const char *name);

/**
 * sotay_paths_helper:
 * @name: the name of a helper program, such as "sotay-document"
 *
 * Returns: (transfer full): its path: in the build folder, or in PREFIX/libexec/sotay-vneid
 */
char *sotay_paths_helper (const char *name);

/**
 * sotay_paths_check_target:
 * @path: where a person wants a file written
 * @error: %G_IO_ERROR_NOT_REGULAR_FILE, %G_IO_ERROR_PERMISSION_DENIED; the message is for people
 *
 * Refuses what must not be written over: folders, pipes and devices, and everything in the data folder.
 *
 * Returns: whether a file may be written there
 */
gboolean sotay_paths_check_target (const char *path, GError **error);

G_END_DECLS
