/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/checkpoints.h"

#include "register/store-private.h"

/* Pages of the log. SQLite's own choice is the first number; from the second on, nobody is spared the wait. */
#define ENOUGH_PAGES 1000
#define MOST_PAGES 8000
#define REST_MILLISECONDS 500

struct _SotayCheckpoints
{
  SotayStore *store; /* not owned */
  sqlite3 *db;       /* NULL: is not open; looked at in the store's turn */
  gint n_commits; /* atomic, as the next */
  gint waiting;
};

typedef struct
{
  GWeakRef store;
  SotayCheckpoints *checkpoints; /* there as long as the store */
  gint n_commits;                /* when it was looked last */
} Wait;

static void
wait_free (Wait *wait)
{
  g_weak_ref_clear (&wait->store);
  g_free (wait);
}

static void
checkpoint_in_thread (GTask *task, gpointer store, gpointer data, GCancellable *cancellable)
{
  SotayCheckpoints *checkpoints = data;

  sotay_store_begin (store);
  if (checkpoints->db != NULL)
    sqlite3_wal_checkpoint_v2 (checkpoints->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  sotay_store_end (store);
  g_task_return_boolean (task, TRUE);
}

static gboolean
rested_cb (gpointer data)
{
  Wait *wait = data;
  g_autoptr (SotayStore) store = g_weak_ref_get (&wait->store);
  gint n_commits;

  if (store == NULL)
    return G_SOURCE_REMOVE;
  n_commits = g_atomic_int_get (&wait->checkpoints->n_commits);
  if (n_commits != wait->n_commits)
    {
      wait->n_commits = n_commits;
      return G_SOURCE_CONTINUE;
    }
  g_atomic_int_set (&wait->checkpoints->waiting, FALSE);
  sotay_store_push (store, rested_cb, wait->checkpoints, NULL, checkpoint_in_thread, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
begin_waiting (SotayCheckpoints *checkpoints)
{
  g_autoptr (GSource) source = NULL;
  Wait *wait;

  if (!g_atomic_int_compare_and_exchange (&checkpoints->waiting, FALSE, TRUE))
    return;
  wait = g_new0 (Wait, 1);
  g_weak_ref_init (&wait->store, checkpoints->store);
  wait->checkpoints = checkpoints;
  wait->n_commits = g_atomic_int_get (&checkpoints->n_commits);
  source = g_timeout_source_new (REST_MILLISECONDS);
  g_source_set_callback (source, rested_cb, wait, (GDestroyNotify) wait_free);
  g_source_attach (source, sotay_store_get_context (checkpoints->store));
}

/* What this returns would be the result of the commit, which is safe already. */
static int
committed_cb (void *data, sqlite3 *db, const char *name, int n_pages)
{
  SotayCheckpoints *checkpoints = data;

  g_atomic_int_inc (&checkpoints->n_commits);
  if (n_pages >= MOST_PAGES)
    sqlite3_wal_checkpoint_v2 (db, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  else if (n_pages >= ENOUGH_PAGES)
    begin_waiting (checkpoints);
  return SQLITE_OK;
}

SotayCheckpoints *
sotay_checkpoints_new (SotayStore *store)
{
  SotayCheckpoints *checkpoints = g_new0 (SotayCheckpoints, 1);

  checkpoints->store = store;
  return checkpoints;
}

void
sotay_checkpoints_free (SotayCheckpoints *checkpoints)
{
  g_free (checkpoints);
}

void
sotay_checkpoints_watch (SotayCheckpoints *checkpoints, sqlite3 *db)
{
  checkpoints->db = db;
  if (db != NULL)
    sqlite3_wal_hook (db, committed_cb, checkpoints);
}
