/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the table in a file; says so when it has not as many rows as it should. */
#include "register/table-file.h"

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayTableFile) table = sotay_table_file_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sotay_table_file_get_n_rows (table), ==, g_ascii_strtoull (argv[2], NULL, 10));
  return 0;
}
