/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program that people type. It answers itself what needs neither the register nor the network and hands everything
 * else to sotay-verbs: loading SQLite, ICU and libsoup would take half the time of `sotay catalogue list` (git keeps
 * libcurl out of its own program in the same way). */
#include "cli/verbs.h"
#include "core/paths.h"
#include "core/system.h"

#include <errno.h>

static const SotayVerb *const quick_verbs[] = { sotay_catalogue_verbs, NULL };

int
main (int argc, char **argv)
{
  g_autofree char *all_verbs = NULL;
  int word = 1;

  while (word < argc && g_str_equal (argv[word], "--json"))
    word++;
  if (word < argc && g_str_equal (argv[word], "catalogue"))
    return sotay_verbs_run (argv, quick_verbs);
  all_verbs = sotay_paths_helper ("sotay-verbs");
  sotay_system_become (all_verbs, argv);
  g_printerr ("sotay: %s: %s\n", all_verbs, g_strerror (errno));
  return SOTAY_EXIT_COULD_NOT;
}
