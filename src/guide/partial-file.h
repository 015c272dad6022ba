/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is being written: it takes its name only when it is complete and on the disk. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SotayPartialFile SotayPartialFile;

/* Partial files of the library begin like this. */
#define SOTAY_PARTIAL_FILE_PREFIX "partial-"

/**
 * sotay_partial_file_new:
 * @folder: where it is written; two programs at once get two files
 * @prefix: what its name begins with
 * @mode: its permissions, before the umask
 * @error: %SOTAY_GUIDE_ERROR_FILE or %SOTAY_GUIDE_ERROR_DISK_FULL, as for all functions here
 *
 * Returns: (transfer full) (nullable): an empty file
 */
SotayPartialFile *sotay_partial_file_new (const char *folder, const char *prefix, int mode, GError **error);

/**
 * sotay_partial_file_write:
 *
 * Returns: whether all of @data was taken
 */
gboolean sotay_partial_file_write (SotayPartialFile *file, const void *data, gsize length, GError **error);

/**
 * sotay_partial_file_close:
 *
 * Returns: whether all bytes are on the disk
 */
gboolean sotay_partial_file_close (SotayPartialFile *file, GError **error);

/**
 * sotay_partial_file_keep:
 * @file: a closed file
 * @target: its path from now on, in the same folder; a file that is there is replaced in one step
 *
 * Returns: whether it stands there
 */
gboolean sotay_partial_file_keep (SotayPartialFile *file, const char *target, GError **error);

/**
 * sotay_partial_file_free:
 * @file: (transfer full): removed from the disk unless it was kept
 */
void sotay_partial_file_free (SotayPartialFile *file);

const char *sotay_partial_file_get_path (SotayPartialFile *file);
gint64 sotay_partial_file_get_bytes (SotayPartialFile *file);
const char *sotay_partial_file_get_sha256 (SotayPartialFile *file); /* of what was written; then nothing more may be */

/**
 * sotay_partial_file_sweep:
 *
 * Removes what programs that died more than a day ago left in @folder.
 */
void sotay_partial_file_sweep (const char *folder);

/**
 * sotay_guide_name_file_error:
 * @error: %SOTAY_GUIDE_ERROR_DISK_FULL for %G_FILE_ERROR_NOSPC, otherwise %SOTAY_GUIDE_ERROR_FILE
 * @reason: what went wrong with a file; its message is kept
 *
 * Returns: %FALSE
 */
gboolean sotay_guide_name_file_error (GError **error, GError *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayPartialFile, sotay_partial_file_free)

G_END_DECLS
