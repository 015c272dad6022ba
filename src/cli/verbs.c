/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verbs.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  gboolean json;
  gboolean help;
  gboolean version;
} Globals;

static const SotayVerb *
find_verb (const SotayVerb *const *groups, const char *name)
{
  for (gsize i = 0; groups[i] != NULL; i++)
    for (const SotayVerb *verb = groups[i]; verb->name != NULL; verb++)
      if (g_str_equal (verb->name, name))
        return verb;
  return NULL;
}

/* Whether @word alone is the first word of verbs of two words. */
static gboolean
is_group (const SotayVerb *const *groups, const char *word)
{
  g_autofree char *prefix = g_strconcat (word, " ", NULL);

  for (gsize i = 0; groups[i] != NULL; i++)
    for (const SotayVerb *verb = groups[i]; verb->name != NULL; verb++)
      if (g_str_has_prefix (verb->name, prefix))
        return TRUE;
  return FALSE;
}

/* @group: only verbs of this first word, or %NULL for all */
static void
print_help (const SotayVerb *const *groups, const char *group)
{
  g_autofree char *prefix = g_strconcat (group != NULL ? group : "", " ", NULL);

  g_print ("%s\n  sotay [--json] %s\n\n%s\n", _("Usage:"), _("VERB …"), _("Verbs:"));
  for (gsize i = 0; groups[i] != NULL; i++)
    for (const SotayVerb *verb = groups[i]; verb->name != NULL; verb++)
      if (group == NULL || g_str_has_prefix (verb->name, prefix))
        g_print ("  %-20s %s\n", verb->name, _(verb->summary));
  g_print ("\n%s\n", _("Options:"));
  g_print ("  --json     %s\n", _("Print JSON for programs"));
  g_print ("  --help     %s\n", _("Print this help, or that of a verb"));
  g_print ("  --version  %s\n", _("Print the version"));
  g_print ("\n%s\n", _("Data are kept in the folder that SOTAY_HOME names, when it is set."));
}

/* Takes the options before the verb; returns how many words they are, or -1 for an unknown one. */
static int
read_globals (char **words, Globals *globals)
{
  int count = 0;

  for (; words[count] != NULL && words[count][0] == '-'; count++)
    {
      if (g_str_equal (words[count], "--json"))
        globals->json = TRUE;
      else if (g_str_equal (words[count], "--help") || g_str_equal (words[count], "-h"))
        globals->help = TRUE;
      else if (g_str_equal (words[count], "--version"))
        globals->version = TRUE;
      else
        return -1;
    }
  return count;
}

static int
run_verb (SotayCli *cli, const SotayVerb *const *groups, char **words)
{
  g_autofree char *two_words = words[1] != NULL ? g_strconcat (words[0], " ", words[1], NULL) : NULL;
  const SotayVerb *verb = two_words != NULL ? find_verb (groups, two_words) : NULL;
  g_autofree char *reason = NULL;
  guint length = 2;

  if (verb == NULL)
    {
      verb = find_verb (groups, words[0]);
      length = 1;
    }
  if (verb != NULL)
    {
      sotay_cli_set_verb (cli, verb, words + length);
      return verb->run (cli);
    }
  if (is_group (groups, words[0]) && (g_strcmp0 (words[1], "--help") == 0 || g_strcmp0 (words[1], "-h") == 0))
    {
      print_help (groups, words[0]);
      return SOTAY_EXIT_DONE;
    }
  if (is_group (groups, words[0]) && words[1] == NULL)
    reason = g_strdup_printf (_("“%s” needs another word after it"), words[0]);
  else
    reason = g_strdup_printf (_("There is no verb “%s”"), two_words != NULL ? two_words : words[0]);
  return sotay_cli_misuse (cli, reason);
}

static int
run (SotayServices *services, const SotayVerb *const *groups, char **words)
{
  Globals globals = { FALSE };
  int count = read_globals (words, &globals);
  g_autoptr (SotayCli) cli = sotay_cli_new (services, globals.json);

  if (count < 0)
    return sotay_cli_misuse (cli, _("There is no such option before a verb"));
  if (globals.version)
    {
      g_print ("sotay %s\n", SOTAY_VERSION);
      return SOTAY_EXIT_DONE;
    }
  if (globals.help)
    {
      print_help (groups, NULL);
      return SOTAY_EXIT_DONE;
    }
  if (words[count] == NULL)
    return sotay_cli_misuse (cli, _("A verb is missing"));
  return run_verb (cli, groups, words + count);
}

static gboolean
are_utf8 (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!g_utf8_validate (words[i], -1, NULL))
      return FALSE;
  return TRUE;
}

static void
warned_cb (SotayServices *services, const char *sentence)
{
  g_printerr ("%s\n", sentence);
}

int
sotay_verbs_run (char **words, const SotayVerb *const *groups)
{
  g_autoptr (SotayServices) services = NULL;
  int status;

  g_set_prgname ("sotay");
  services = sotay_services_new ();
  g_signal_connect (services, "warned", G_CALLBACK (warned_cb), NULL);
  if (!are_utf8 (words))
    {
      g_printerr ("%s\n", _("What was typed is not UTF-8 text. Nothing was done."));
      return SOTAY_EXIT_USAGE;
    }
  status = run (services, groups, words + 1);
  /* A full disk or a closed pipe must not look like success. */
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr ("%s\n", _("The answer could not be written."));
  return SOTAY_EXIT_COULD_NOT;
}
