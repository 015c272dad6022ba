/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verbs.h"

int
main (int argc, char **argv)
{
  return sotay_verbs_run (argc, argv);
}
