/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/page-history.h"

#define MOST_PLACES 100

struct _SotayPageHistory
{
  GArray *behind; /* the newest last */
  GArray *ahead;  /* the nearest last */
};

SotayPageHistory *
sotay_page_history_new (void)
{
  SotayPageHistory *history = g_new0 (SotayPageHistory, 1);

  history->behind = g_array_new (FALSE, FALSE, sizeof (SotayPlace));
  history->ahead = g_array_new (FALSE, FALSE, sizeof (SotayPlace));
  return history;
}

void
sotay_page_history_free (SotayPageHistory *history)
{
  g_array_unref (history->behind);
  g_array_unref (history->ahead);
  g_free (history);
}

static void
push (GArray *places, const SotayPlace *place)
{
  const SotayPlace *last = places->len > 0 ? &g_array_index (places, SotayPlace, places->len - 1) : NULL;

  if (last != NULL && last->index == place->index && last->y == place->y)
    return;
  if (places->len == MOST_PLACES)
    g_array_remove_index (places, 0);
  g_array_append_vals (places, place, 1);
}

static gboolean
move (GArray *from, GArray *to, const SotayPlace *here, SotayPlace *there)
{
  if (from->len == 0)
    return FALSE;
  *there = g_array_index (from, SotayPlace, from->len - 1);
  g_array_set_size (from, from->len - 1);
  push (to, here);
  return TRUE;
}

void
sotay_page_history_leave (SotayPageHistory *history, const SotayPlace *here)
{
  push (history->behind, here);
  g_array_set_size (history->ahead, 0);
}

gboolean
sotay_page_history_go_back (SotayPageHistory *history, const SotayPlace *here, SotayPlace *there)
{
  return move (history->behind, history->ahead, here, there);
}

gboolean
sotay_page_history_go_forward (SotayPageHistory *history, const SotayPlace *here, SotayPlace *there)
{
  return move (history->ahead, history->behind, here, there);
}

gboolean
sotay_page_history_can_go_back (SotayPageHistory *history)
{
  return history->behind->len > 0;
}

gboolean
sotay_page_history_can_go_forward (SotayPageHistory *history)
{
  return history->ahead->len > 0;
}
