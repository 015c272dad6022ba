/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-flow.h"

void
sotay_page_piece_free (SotayPagePiece *piece)
{
  piece->klass->free (piece);
}

void
sotay_page_flow_add_piece (SotayPageFlow *flow, SotayPagePiece *piece)
{
  piece->first_strip = flow->strips->len;
  g_ptr_array_add (flow->pieces, piece);
}

SotayPageStrip *
sotay_page_flow_add_strip (SotayPageFlow *flow, guint row, double before, double height)
{
  SotayPageStrip strip = {
    .piece = flow->pieces->len - 1,
    .row = row,
    .before = (float) (before + flow->gap),
    .height = (float) height,
    .opens = flow->opens,
  };

  flow->opens = FALSE;
  flow->gap = 0;
  g_array_append_val (flow->strips, strip);
  return &g_array_index (flow->strips, SotayPageStrip, flow->strips->len - 1);
}

void
sotay_page_flow_keep_last (SotayPageFlow *flow, guint count)
{
  for (guint i = 0; i < count && i < flow->strips->len; i++)
    g_array_index (flow->strips, SotayPageStrip, flow->strips->len - 1 - i).keep = TRUE;
}

/* Goes back from a strip that does not fit to where the page may end; where there is no such place, it ends there. */
static guint
find_break (const SotayPageStrip *strips, guint first, guint full)
{
  guint place = full;

  while (place > first && strips[place - 1].keep)
    place--;
  return place > first ? place : full;
}

guint
sotay_page_flow_fill (SotayPageFlow *flow, guint first, guint end)
{
  SotayPageStrip *strips = (SotayPageStrip *) flow->strips->data;
  const SotayPagePiece *piece = flow->pieces->pdata[strips[first].piece];
  double y = first > piece->first_strip ? piece->repeated : 0;

  for (guint i = first; i < end; i++)
    {
      double before = i > first ? strips[i].before : 0;

      if (i > first && strips[i].opens)
        return i;
      /* Sums of lines that just fill the page are not exact. */
      if (i > first && y + before + strips[i].height > flow->height + 0.01)
        return find_break (strips, first, i);
      strips[i].y = (float) (y + before);
      y += before + strips[i].height;
    }
  return end;
}
