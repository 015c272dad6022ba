/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/packing.h"

#include <string.h>

#define SAME 0x80000000u
#define MOST 0x7fffffffu
#define SHORTEST_RUN 4 /* a shorter one may take more words than its pixels, with the counts around it */

static gsize
measure_run (const guint32 *pixels, gsize n_pixels)
{
  gsize length = 1;

  while (length < n_pixels && pixels[length] == pixels[0])
    length++;
  return length;
}

/* How many pixels there are before the next run. */
static gsize
measure_others (const guint32 *pixels, gsize n_pixels)
{
  gsize length = 0;

  while (length < n_pixels)
    {
      gsize run = measure_run (pixels + length, MIN (n_pixels - length, SHORTEST_RUN));

      if (run == SHORTEST_RUN)
        break;
      length += run;
    }
  return length;
}

gsize
sotay_packing_pack (const guint32 *pixels, gsize n_pixels, guint32 *words)
{
  guint32 *word = words;

  g_return_val_if_fail (n_pixels <= MOST, 0);

  for (gsize done = 0; done < n_pixels;)
    {
      gsize others = measure_others (pixels + done, n_pixels - done), run;

      if (others > 0)
        {
          *word++ = (guint32) others;
          memcpy (word, pixels + done, others * sizeof *word);
          word += others;
          done += others;
        }
      if (done == n_pixels)
        break;
      run = measure_run (pixels + done, n_pixels - done);
      *word++ = SAME | (guint32) run;
      *word++ = pixels[done];
      done += run;
    }
  return (gsize) (word - words);
}

gboolean
sotay_packing_unpack (const guint32 *words, gsize n_words, guint32 *pixels, gsize n_pixels)
{
  gsize place = 0, done = 0;

  while (place < n_words)
    {
      gsize count = words[place] & MOST;
      gboolean same = (words[place] & SAME) != 0;

      place++;
      if (count == 0 || count > n_pixels - done || (same ? 1 : count) > n_words - place)
        return FALSE;
      if (same)
        for (gsize i = 0; i < count; i++)
          pixels[done + i] = words[place];
      else
        memcpy (pixels + done, words + place, count * sizeof *pixels);
      place += same ? 1 : count;
      done += count;
    }
  return done == n_pixels;
}
