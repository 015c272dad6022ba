/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is being written: it takes its name only when it is complete and on the disk. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SotayPartialFile SotayPartialFile;

/* Partial files of the library begin like this, and so do the notes and locks beside them. */
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
 * sotay_partial_file_open:
 * @folder: where copies are kept
 * @address: where the bytes come from: it decides the name, so that the next program finds what this one leaves
 *
 * Returns: (transfer full) (nullable): the file, with what an earlier program left in it, for this program alone;
 *   %NULL when another program writes it now, or when it cannot be had under that name
 */
SotayPartialFile *sotay_partial_file_open (const char *folder, const char *address);

/**
 * sotay_partial_file_recall:
 * @file: a file that was just opened
 * @bytes: how many bytes of it count
 * @sha256: what they must be
 *
 * Cuts the file down to its first @bytes bytes and goes on behind them, when they are what they were; empties it
 * otherwise.
 *
 * Returns: whether they are; when not and @error is set, the disk failed or @cancellable was cancelled
 */
gboolean sotay_partial_file_recall (SotayPartialFile *file, gint64 bytes, const char *sha256,
                                    GCancellable *cancellable, GError **error);

/**
 * sotay_partial_file_restart:
 *
 * Returns: whether the file is empty now
 */
gboolean sotay_partial_file_restart (SotayPartialFile *file, GError **error);

/**
 * sotay_partial_file_get_block:
 *
 * Returns: (transfer none): SOTAY_BLOCK_BYTES bytes to fill for sotay_partial_file_write()
 */
guint8 *sotay_partial_file_get_block (SotayPartialFile *file);

/**
 * sotay_partial_file_write:
 * @length: how many bytes of the block were filled
 *
 * Returns: whether all of them were taken
 */
gboolean sotay_partial_file_write (SotayPartialFile *file, gsize length, GError **error);

/**
 * sotay_partial_file_sync:
 *
 * Waits for the disk: on a slow one, a little at a time is better than all at the end.
 *
 * Returns: whether all bytes so far are on the disk
 */
gboolean sotay_partial_file_sync (SotayPartialFile *file, GError **error);

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
 * Returns: whether it stands there, and will after a power failure
 */
gboolean sotay_partial_file_keep (SotayPartialFile *file, const char *target, GError **error);

/**
 * sotay_partial_file_spare:
 *
 * Leaves a file of sotay_partial_file_open() where it is when it is freed, for the next program; not one that could
 * not be written.
 */
void sotay_partial_file_spare (SotayPartialFile *file);

/**
 * sotay_partial_file_free:
 * @file: (transfer full): removed from the disk unless it was kept or spared
 */
void sotay_partial_file_free (SotayPartialFile *file);

const char *sotay_partial_file_get_path (SotayPartialFile *file);
const char *sotay_partial_file_get_note_path (SotayPartialFile *file); /* of a note beside it; NULL for a new file */
gint64 sotay_partial_file_get_bytes (SotayPartialFile *file);

/**
 * sotay_partial_file_get_sha256:
 *
 * Returns: the SHA-256 of all that was written so far, until the next call
 */
const char *sotay_partial_file_get_sha256 (SotayPartialFile *file);

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
