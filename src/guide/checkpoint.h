/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The note beside a partial file: of which edition of which file it is, and how much of it is sound. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayCheckpoint:
 * @address: where the bytes come from
 * @etag: (nullable): a strong ETag
 * @last_modified: (nullable): a settled date; at least one of both is there
 * @total: the bytes of the whole file, or -1
 * @bytes: so many are there, at least 1
 * @sha256: of those
 */
typedef struct
{
  char *address;
  char *etag;
  char *last_modified;
  gint64 total;
  gint64 bytes;
  char *sha256;
} SotayCheckpoint;

/**
 * sotay_checkpoint_parse:
 * @text: any bytes
 *
 * Returns: (transfer full) (nullable): the checkpoint that @text is
 */
SotayCheckpoint *sotay_checkpoint_parse (const char *text, gsize length);

/**
 * sotay_checkpoint_read:
 * @path: a note, which need not be there
 * @address: where the bytes must come from
 *
 * Returns: (transfer full) (nullable): the checkpoint
 */
SotayCheckpoint *sotay_checkpoint_read (const char *path, const char *address);

/**
 * sotay_checkpoint_write:
 *
 * Writes it in one step, without waiting for the disk: what is lost with the power does not match any more.
 *
 * Returns: whether it was written
 */
gboolean sotay_checkpoint_write (const SotayCheckpoint *checkpoint, const char *path);

/**
 * sotay_checkpoint_get_validator:
 *
 * Returns: (transfer none): what If-Range takes: the ETag, else the date
 */
const char *sotay_checkpoint_get_validator (const SotayCheckpoint *checkpoint);

void sotay_checkpoint_free (SotayCheckpoint *checkpoint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayCheckpoint, sotay_checkpoint_free)

G_END_DECLS
