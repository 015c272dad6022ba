/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli.h"

#include "core/dates.h"
#include "core/system.h"
#include "register/register-error.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SotayCli
{
  SotayServices *services;
  gboolean json;
  const SotayVerb *verb;
  char **words;
  int status;
  GCancellable *cancellable; /* made when a verb can be interrupted */
};

SotayCli *
sotay_cli_new (SotayServices *services, gboolean json)
{
  SotayCli *cli = g_new0 (SotayCli, 1);

  cli->services = g_object_ref (services);
  cli->json = json;
  return cli;
}

void
sotay_cli_free (SotayCli *cli)
{
  g_object_unref (cli->services);
  g_strfreev (cli->words);
  g_clear_object (&cli->cancellable);
  g_free (cli);
}

void
sotay_cli_set_verb (SotayCli *cli, const SotayVerb *verb, char **words)
{
  cli->verb = verb;
  cli->words = g_strdupv (words);
}

static GOptionContext *
make_context (SotayCli *cli, const GOptionEntry *options, gboolean *help)
{
  const char *arguments = *cli->verb->arguments != '\0' ? _(cli->verb->arguments) : "";
  g_autofree char *usage = g_strdup_printf ("%s%s%s", cli->verb->name, *arguments != '\0' ? " " : "", arguments);
  GOptionContext *context = g_option_context_new (usage);
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Print JSON for programs"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, N_("Print this help"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(cli->verb->summary));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

static gboolean
check_arguments (SotayCli *cli, char **arguments)
{
  guint count = g_strv_length (arguments);
  g_autofree char *reason = NULL;

  if (count > cli->verb->most)
    reason = g_strdup_printf (_("“%s” is too much"), arguments[cli->verb->most]);
  else if (count < cli->verb->least)
    reason = g_strdup_printf (_("Missing: %s"), _(cli->verb->arguments));
  if (reason == NULL)
    return TRUE;
  sotay_cli_misuse (cli, reason);
  return FALSE;
}

char **
sotay_cli_parse (SotayCli *cli, const GOptionEntry *options)
{
  gboolean help = FALSE;
  g_autoptr (GOptionContext) context = make_context (cli, options, &help);
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) arguments = NULL;

  /* GOption takes the first word for the program's name. */
  g_strv_builder_add (builder, "sotay");
  g_strv_builder_addv (builder, (const char **) cli->words);
  words = g_strv_builder_end (builder);
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      sotay_cli_misuse (cli, error->message);
      return NULL;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", text);
      cli->status = SOTAY_EXIT_DONE;
      return NULL;
    }
  /* GOption leaves a "--" that something like an option follows. */
  arguments = g_strdupv (g_strcmp0 (words[1], "--") == 0 ? words + 2 : words + 1);
  return check_arguments (cli, arguments) ? g_steal_pointer (&arguments) : NULL;
}

int
sotay_cli_get_status (SotayCli *cli)
{
  return cli->status;
}

gboolean
sotay_cli_wants_json (SotayCli *cli)
{
  return cli->json;
}

SotayServices *
sotay_cli_get_services (SotayCli *cli)
{
  return cli->services;
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_CONTINUE;
}

GCancellable *
sotay_cli_get_cancellable (SotayCli *cli)
{
  if (cli->cancellable == NULL)
    {
      cli->cancellable = g_cancellable_new ();
      sotay_system_on_interrupt (cancel_cb, cli->cancellable);
    }
  return cli->cancellable;
}

void
sotay_cli_store_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **slot = data;

  *slot = g_object_ref (result);
}

void
sotay_cli_wait (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
sotay_cli_fail (SotayCli *cli, const GError *error)
{
  g_autofree char *sentence = sotay_describe_error (error);

  return sotay_cli_refuse (cli, sentence);
}

int
sotay_cli_refuse (SotayCli *cli, const char *sentence)
{
  g_printerr ("%s\n", sentence);
  return cli->status = SOTAY_EXIT_COULD_NOT;
}

int
sotay_cli_misuse (SotayCli *cli, const char *reason)
{
  g_autofree char *verb = cli->verb != NULL ? g_strconcat (" ", cli->verb->name, NULL) : g_strdup ("");
  g_autofree char *command = g_strconcat ("sotay", verb, " --help", NULL);
  g_autofree char *sentence = g_strdup (reason);

  /* GOption's own sentences end with a full stop. */
  if (g_str_has_suffix (sentence, "."))
    sentence[strlen (sentence) - 1] = '\0';
  /* Translators: what is wrong, then a command that prints help */
  g_printerr (_("%s. See: %s"), sentence, command);
  g_printerr ("\n");
  return cli->status = SOTAY_EXIT_USAGE;
}

static gboolean
shorten_cb (const GMatchInfo *match, GString *text, gpointer data)
{
  g_autofree char *found = g_match_info_fetch (match, 0);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (*found == '"')
    g_string_append (text, found);
  else
    g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.15g", g_ascii_strtod (found, NULL)));
  return FALSE;
}

/* json-glib writes 33.33 as 33.329999999999998; here as it was meant. Texts in quotes are stepped over. */
static char *
shorten_numbers (const char *json)
{
  /* Raw: else the whole text is validated again for each match, which 20,000 units make minutes of. */
  g_autoptr (GRegex) regex = g_regex_new ("\"(?:[^\"\\\\]|\\\\.)*+\"|-?[0-9]+\\.[0-9]+", G_REGEX_RAW, 0, NULL);

  return g_regex_replace_eval (regex, json, -1, 0, 0, shorten_cb, NULL, NULL);
}

int
sotay_cli_print_json (SotayCli *cli, JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);
  g_autofree char *short_text = shorten_numbers (text);

  g_print ("%s\n", short_text != NULL ? short_text : text);
  return SOTAY_EXIT_DONE;
}

int
sotay_cli_print_id (SotayCli *cli, const char *id, const char *sentence)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    {
      g_print ("%s\n", sentence);
      return SOTAY_EXIT_DONE;
    }
  json_builder_begin_object (builder);
  sotay_json_add_text (builder, "id", id);
  json_builder_end_object (builder);
  return sotay_cli_print_json (cli, builder);
}

void
sotay_json_add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
sotay_json_add_number (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
sotay_json_add_flag (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

gboolean
sotay_cli_read_day (SotayCli *cli, const char *option, const char *typed, GDate *day)
{
  GDate today = sotay_date_today ();
  g_autofree char *reason = NULL;

  if (sotay_date_parse (typed, &today, day))
    return TRUE;
  reason = g_strdup_printf (_("“%s” is not a date for %s (write 2024-03-05)"), typed, option);
  sotay_cli_misuse (cli, reason);
  return FALSE;
}

SotayUnit *
sotay_cli_find_unit (GPtrArray *units, const char *id, GError **error)
{
  for (guint i = 0; i < units->len; i++)
    if (g_str_equal (sotay_unit_get_id (units->pdata[i]), id))
      return units->pdata[i];
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, id);
  return NULL;
}
