/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the median time in µs of making one QR symbol in this process. */
#include "core/qr-symbol.h"

#define TIMES 1001

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

int
main (int argc, char **argv)
{
  gint64 times[TIMES];

  for (guint i = 0; i < TIMES; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (SotayQrSymbol) symbol = sotay_qr_symbol_new (argv[1], NULL);

      if (symbol == NULL)
        return 1;
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, TIMES, sizeof *times, compare);
  g_print ("%" G_GINT64_FORMAT "\n", times[TIMES / 2]);
  return 0;
}
