/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a table so many times; prints the milliseconds of each, the rows, and the most memory in kB. */
#include "register/table-file.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  int rounds = argc > 2 ? atoi (argv[2]) : 1;
  struct rusage usage;

  for (int i = 0; i < rounds; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (SotayTableFile) table = sotay_table_file_read (file, NULL, &error);

      g_assert_no_error (error);
      printf ("%.1f ms, %u rows\n", (double) (g_get_monotonic_time () - start) / 1000,
              sotay_table_file_get_n_rows (table));
    }
  getrusage (RUSAGE_SELF, &usage);
  printf ("%ld kB\n", usage.ru_maxrss);
  return 0;
}
