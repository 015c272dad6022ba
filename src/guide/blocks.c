/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/blocks.h"

#include "guide/digest.h"

#define N_BLOCKS 8
/* A thread that waits is woken for so many blocks: each waking costs as much as hashing a part of a block. */
#define BATCH (N_BLOCKS / 2)

struct _SotayBlocks
{
  guint8 *blocks[N_BLOCKS]; /* made when they are needed: a small manual fills only one */
  gsize lengths[N_BLOCKS];
  SotayDigest *digest;
  GThread *thread;
  GMutex mutex;
  GCond to_hash; /* the hashing thread waits for blocks */
  GCond hashed_enough;
  guint pushed; /* counts blocks; modulo N_BLOCKS it is the one to fill */
  guint hashed;
  gboolean idle;      /* the hashing thread waits */
  gboolean in_demand; /* it must not wait for more blocks */
  gboolean waiting;   /* the thread that fills waits */
  guint wanted;       /* until no more than so many are still to be hashed */
  gboolean ended;
};

static guint
count_pending (SotayBlocks *blocks)
{
  return blocks->pushed - blocks->hashed;
}

/* With the mutex locked. */
static void
wait_for_blocks (SotayBlocks *blocks)
{
  blocks->idle = TRUE;
  while (count_pending (blocks) < BATCH && !blocks->ended && !(blocks->in_demand && count_pending (blocks) > 0))
    g_cond_wait (&blocks->to_hash, &blocks->mutex);
  blocks->idle = FALSE;
}

static gpointer
hash_on_thread (gpointer data)
{
  SotayBlocks *blocks = data;

  g_mutex_lock (&blocks->mutex);
  while (TRUE)
    {
      guint next = blocks->hashed % N_BLOCKS;

      if (count_pending (blocks) == 0)
        wait_for_blocks (blocks);
      if (count_pending (blocks) == 0) /* ended */
        break;
      g_mutex_unlock (&blocks->mutex);
      sotay_digest_update (blocks->digest, blocks->blocks[next], blocks->lengths[next]);
      g_mutex_lock (&blocks->mutex);
      blocks->hashed++;
      if (blocks->waiting && count_pending (blocks) <= blocks->wanted)
        g_cond_signal (&blocks->hashed_enough);
    }
  g_mutex_unlock (&blocks->mutex);
  return NULL;
}

/* Waits until no more than @wanted blocks are still to be hashed. With the mutex locked. */
static void
wait_until_hashed (SotayBlocks *blocks, guint wanted)
{
  blocks->wanted = wanted;
  blocks->waiting = TRUE;
  blocks->in_demand = TRUE;
  if (blocks->idle)
    g_cond_signal (&blocks->to_hash);
  while (count_pending (blocks) > wanted)
    g_cond_wait (&blocks->hashed_enough, &blocks->mutex);
  blocks->waiting = FALSE;
  blocks->in_demand = FALSE;
}

static void
wait_for_all (SotayBlocks *blocks)
{
  g_mutex_lock (&blocks->mutex);
  wait_until_hashed (blocks, 0);
  g_mutex_unlock (&blocks->mutex);
}

SotayBlocks *
sotay_blocks_new (void)
{
  SotayBlocks *blocks = g_new0 (SotayBlocks, 1);

  blocks->digest = sotay_digest_new ();
  g_mutex_init (&blocks->mutex);
  g_cond_init (&blocks->to_hash);
  g_cond_init (&blocks->hashed_enough);
  return blocks;
}

guint8 *
sotay_blocks_get (SotayBlocks *blocks)
{
  guint next = blocks->pushed % N_BLOCKS;

  g_mutex_lock (&blocks->mutex);
  if (count_pending (blocks) == N_BLOCKS)
    wait_until_hashed (blocks, N_BLOCKS - BATCH);
  g_mutex_unlock (&blocks->mutex);
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
  if (blocks->idle && count_pending (blocks) >= BATCH)
    g_cond_signal (&blocks->to_hash);
  g_mutex_unlock (&blocks->mutex);
}

char *
sotay_blocks_print (SotayBlocks *blocks)
{
  wait_for_all (blocks);
  return sotay_digest_print (blocks->digest);
}

void
sotay_blocks_reset (SotayBlocks *blocks)
{
  wait_for_all (blocks);
  sotay_digest_reset (blocks->digest);
}

void
sotay_blocks_free (SotayBlocks *blocks)
{
  g_mutex_lock (&blocks->mutex);
  blocks->ended = TRUE;
  g_cond_signal (&blocks->to_hash);
  g_mutex_unlock (&blocks->mutex);
  if (blocks->thread != NULL)
    g_thread_join (blocks->thread);
  for (guint i = 0; i < N_BLOCKS; i++)
    g_free (blocks->blocks[i]);
  sotay_digest_free (blocks->digest);
  g_mutex_clear (&blocks->mutex);
  g_cond_clear (&blocks->to_hash);
  g_cond_clear (&blocks->hashed_enough);
  g_free (blocks);
}
