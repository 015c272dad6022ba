/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How every writer replaces a file: beside it, whole, then in one step. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SotayOutputFile SotayOutputFile;

/**
 * sotay_output_file_new:
 * @path: the file to be replaced, there or not
 * @error: %SOTAY_REGISTER_ERROR_DISK_FULL or _FILE_WRITE, as all errors here
 *
 * Makes a new empty file beside @path, for its owner alone: it may tell of people.
 *
 * Returns: (transfer full) (nullable): what is to be written
 */
SotayOutputFile *sotay_output_file_new (const char *path, GError **error);

const char *sotay_output_file_get_path (SotayOutputFile *file); /* (transfer none): of the file to write to */

/**
 * sotay_output_file_write:
 *
 * Adds bytes at the end, for those who write themselves. Another library may write to the path instead.
 *
 * Returns: whether all of @data was taken
 */
gboolean sotay_output_file_write (SotayOutputFile *file, const void *data, gsize length, GError **error);

/**
 * sotay_output_file_finish:
 *
 * Returns: whether the file stands in its place, complete and on the disk
 */
gboolean sotay_output_file_finish (SotayOutputFile *file, GError **error);

void sotay_output_file_free (SotayOutputFile *file); /* what is not finished is removed; the old file stays */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayOutputFile, sotay_output_file_free)

/**
 * sotay_output_fail:
 * @file_error: G_FILE_ERROR
 * @error: (out): what it means for the one who exports
 *
 * Returns: %FALSE, for a short ending of the caller
 */
gboolean sotay_output_fail (const GError *file_error, GError **error);

G_END_DECLS
