/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ring of blocks that a thread of its own hashes, while the one who fills them goes on. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Large blocks: a copy of 1 GiB took two thirds of curl's time. */
#define SOTAY_BLOCK_BYTES (256 * 1024)

typedef struct _SotayBlocks SotayBlocks;

/**
 * sotay_blocks_new:
 *
 * Returns: (transfer full): a ring that belongs to one thread; the thread that hashes starts with the first block
 */
SotayBlocks *sotay_blocks_new (void);

/**
 * sotay_blocks_get:
 *
 * Waits until a block has been hashed, when all are in use.
 *
 * Returns: (transfer none): SOTAY_BLOCK_BYTES bytes to fill, the same until sotay_blocks_push()
 */
guint8 *sotay_blocks_get (SotayBlocks *blocks);

/**
 * sotay_blocks_push:
 *
 * The first @length bytes of the block are the next ones.
 */
void sotay_blocks_push (SotayBlocks *blocks, gsize length);

/**
 * sotay_blocks_print:
 *
 * Waits for the blocks that were pushed.
 *
 * Returns: (transfer full): the SHA-256 of all bytes so far
 */
char *sotay_blocks_print (SotayBlocks *blocks);

void sotay_blocks_reset (SotayBlocks *blocks); /* forgets all bytes so far */
void sotay_blocks_free (SotayBlocks *blocks);

G_END_DECLS
