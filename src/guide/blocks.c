/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/blocks.h"

#include "guide/digest.h"

#define N_BLOCKS 4

struct _SotayBlocks
{
  guint8 *blocks[N_BLOCKS]; /* made when they are needed: a small manual fills only one */
  gsize lengths[N_BLOCKS];
  SotayDigest *digest;
  GThread *thread;
  GMutex mutex;
  GCond changed;
  guint pushed; /* counts blocks; modulo N_BLOCKS it is the one to fill */
  guint hashed;
  gboolean ended;
};

static gpointer
hash_on_thread (gpointer data)
{
  SotayBlocks *blocks = data;

  g_mutex_lock (&blocks->mutex);
  while (TRUE)
    {
      guint next = blocks->hashed % N_BLOCKS;

      if (blocks->hashed == blocks->pushed && blocks->ended)
        break;
      if (blocks->hashed == blocks->pushed)
        {
          g_cond_wait (&blocks->changed, &blocks->mutex);
          continue;
        }
      g_mutex_unlock (&blocks->mutex);
      sotay_digest_update (blocks->digest, blocks->blocks[next], blocks->lengths[next]);
      g_mutex_lock (&blocks->mutex);
      blocks->hashed++;
      g_cond_broadcast (&blocks->changed);
    }
  g_mutex_unlock (&blocks->mutex);
  return NULL;
}

/* Waits until no more than @most blocks are still to be hashed. */
static void
wait_for (SotayBlocks *blocks, guint most)
{
  g_mutex_lock (&blocks->mutex);
  while (blocks->pushed - blocks->hashed > most)
    g_cond_wait (&blocks->changed, &blocks->mutex);
  g_mutex_unlock (&blocks->mutex);
}

SotayBlocks *
sotay_blocks_new (void)
{
  SotayBlocks *blocks = g_new0 (SotayBlocks, 1);

  blocks->digest = sotay_digest_new ();
  g_mutex_init (&blocks->mutex);
  g_cond_init (&blocks->changed);
  return blocks;
}

guint8 *
sotay_blocks_get (SotayBlocks *blocks)
{
  guint next = blocks->pushed % N_BLOCKS;

  wait_for (blocks, N_BLOCKS - 1);
  if (blocks->blocks[next] == NULL)
    blocks->blocks[next] = g_malloc (SOTAY_BLOCK_BYTES);
  return blocks->blocks[next];
}

void
sotay_blocks_push (SotayBlocks *blocks, gsize length)
{
  if (blocks->thread == NULL)
    blocks->thread = g_thread_new ("sotay-hash", hash_on_thread, blocks);
  g_mutex_lock (&blocks->mutex);
  blocks->lengths[blocks->pushed % N_BLOCKS] = length;
  blocks->pushed++;
  g_cond_broadcast (&blocks->changed);
  g_mutex_unlock (&blocks->mutex);
}

char *
sotay_blocks_print (SotayBlocks *blocks)
{
  wait_for (blocks, 0);
  return sotay_digest_print (blocks->digest);
}

void
sotay_blocks_reset (SotayBlocks *blocks)
{
  wait_for (blocks, 0);
  sotay_digest_reset (blocks->digest);
}

void
sotay_blocks_free (SotayBlocks *blocks)
{
  g_mutex_lock (&blocks->mutex);
  blocks->ended = TRUE;
  g_cond_broadcast (&blocks->changed);
  g_mutex_unlock (&blocks->mutex);
  if (blocks->thread != NULL)
    g_thread_join (blocks->thread);
  for (guint i = 0; i < N_BLOCKS; i++)
    g_free (blocks->blocks[i]);
  sotay_digest_free (blocks->digest);
  g_mutex_clear (&blocks->mutex);
  g_cond_clear (&blocks->changed);
  g_free (blocks);
}
