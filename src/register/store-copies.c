/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole copies of a store, and the guard that has them made in time. */
#include "register/store-private.h"

#define GUARD_KEY "sotay-store-guard"

typedef struct
{
  SotayStoreGuard func;
  gpointer data;
  GDestroyNotify free_func;
} Guard;

static void
guard_free (gpointer data)
{
  Guard *guard = data;

  guard->free_func (guard->data);
  g_free (guard);
}

void
sotay_store_set_guard (SotayStore *store, SotayStoreGuard func, gpointer data, GDestroyNotify free_func)
{
  Guard *guard = g_new0 (Guard, 1);

  guard->func = func;
  guard->data = data;
  guard->free_func = free_func;
  g_object_set_data_full (G_OBJECT (store), GUARD_KEY, guard, guard_free);
}

gboolean
sotay_store_ask_guard (SotayStore *store, SotayStep *step, GError **error)
{
  Guard *guard = g_object_get_data (G_OBJECT (store), GUARD_KEY);

  return guard == NULL || guard->func (store, step, guard->data, error);
}

gboolean
sotay_store_copy_to (SotayStore *store, const char *path, const SotayAdvance *advance, GCancellable *cancellable,
                     GError **error)
{
  gboolean done;

  sotay_store_begin (store);
  done = SOTAY_STORE_GET_CLASS (store)->copy_to (store, path, advance, cancellable, error);
  sotay_store_end (store);
  return done;
}

gboolean
sotay_store_restore (SotayStore *store, const char *path, const char *aside, const SotayAdvance *advance,
                     GCancellable *cancellable, GError **error)
{
  gboolean done;

  sotay_store_begin (store);
  done = SOTAY_STORE_GET_CLASS (store)->restore (store, path, aside, advance, cancellable, error);
  sotay_store_end (store);
  if (done)
    sotay_store_announce (store);
  return done;
}

SotayContents *
sotay_store_look_inside (SotayStore *store, const char *path, SotayLook look, GCancellable *cancellable,
                         GError **error)
{
  SotayContents *contents;

  /* A copy is a file of its own: it is read while the store works. */
  if (path != NULL)
    return SOTAY_STORE_GET_CLASS (store)->look_inside (store, path, look, cancellable, error);
  sotay_store_begin (store);
  contents = SOTAY_STORE_GET_CLASS (store)->look_inside (store, NULL, look, cancellable, error);
  sotay_store_end (store);
  return contents;
}
