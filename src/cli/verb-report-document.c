/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents beside the month's report. */
#include "cli/find.h"
#include "cli/report-output.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "reports/document.h"
#include "services/settings.h"
#include "services/utility-titles.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *format;
  char *output;
  char *number;
  char *unit;
  int level;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_free (typed->format);
  g_free (typed->output);
  g_free (typed->number);
  g_free (typed->unit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static SotayDocumentRequest *
make_request (SotayCli *cli, SotayReportKind kind, const char *id, const Typed *typed)
{
  SotayServices *services = sotay_cli_get_services (cli);
  GDate today = sotay_date_today ();
  g_autoptr (SotayIssuer) issuer = sotay_services_get_issuer (services, NULL);
  SotayDocumentRequest *request = sotay_document_request_new (kind, id, &today, issuer);

  request->number = g_strdup (typed->number);
  request->templates = sotay_services_find_templates (services);
  request->level = (guint) typed->level;
  request->address = g_settings_get_string (sotay_services_get_settings (services), SOTAY_SETTING_MANUAL_ADDRESS);
  sotay_utility_titles_fill (services, request);
  return request;
}

static int
print_result (SotayCli *cli, const char *output)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!sotay_cli_wants_json (cli))
    return SOTAY_EXIT_DONE;
  json_builder_begin_object (json);
  sotay_json_add_text (json, "file", output);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

static int
write_document (SotayCli *cli, SotayReportKind kind, const char *id, const Typed *typed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SotayReport) report = NULL;
  g_autoptr (GError) error = NULL;

  sotay_document_build_async (sotay_cli_get_store (cli), make_request (cli, kind, id, typed),
                              sotay_cli_get_cancellable (cli), sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  report = sotay_document_build_finish (result, &error);
  if (report == NULL || !sotay_cli_write_report (cli, report, typed->format, typed->output, &error))
    return sotay_cli_fail (cli, error);
  return print_result (cli, typed->output);
}

/* A document of the session or the person that the argument names. */
static int
run_numbered (SotayCli *cli, SotayReportKind kind)
{
  g_auto (Typed) typed = { .level = 2 };
  const GOptionEntry options[] = {
    SOTAY_CLI_REPORT_OPTIONS (typed.format, typed.output),
    { "number", 0, 0, G_OPTION_ARG_STRING, &typed.number, N_("Number and symbol of the document"), "12/BB-UBND" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);

  if (arguments == NULL || !sotay_cli_check_report_options (cli, typed.format, typed.output))
    return sotay_cli_get_status (cli);
  return write_document (cli, kind, arguments[0], &typed);
}

static int
participants (SotayCli *cli)
{
  return run_numbered (cli, SOTAY_REPORT_PARTICIPANTS);
}

static int
minutes (SotayCli *cli)
{
  return run_numbered (cli, SOTAY_REPORT_MINUTES);
}

static int
plan (SotayCli *cli)
{
  return run_numbered (cli, SOTAY_REPORT_PLAN);
}

static int
confirmation (SotayCli *cli)
{
  return run_numbered (cli, SOTAY_REPORT_CONFIRMATION);
}

static int
certificate (SotayCli *cli)
{
  return run_numbered (cli, SOTAY_REPORT_CERTIFICATE);
}

static int
untrained (SotayCli *cli)
{
  g_auto (Typed) typed = { .level = 2 };
  const GOptionEntry options[] = {
    SOTAY_CLI_REPORT_OPTIONS (typed.format, typed.output),
    { "unit", 0, 0, G_OPTION_ARG_STRING, &typed.unit, N_("Only this unit and the units below it"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);

  if (arguments == NULL || !sotay_cli_check_report_options (cli, typed.format, typed.output))
    return sotay_cli_get_status (cli);
  return write_document (cli, SOTAY_REPORT_UNTRAINED, typed.unit, &typed);
}

static int
poster (SotayCli *cli)
{
  g_auto (Typed) typed = { .level = 2 };
  const GOptionEntry options[] = { SOTAY_CLI_REPORT_OPTIONS (typed.format, typed.output), G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);

  if (arguments == NULL || !sotay_cli_check_report_options (cli, typed.format, typed.output))
    return sotay_cli_get_status (cli);
  return write_document (cli, SOTAY_REPORT_POSTER, NULL, &typed);
}

static int
handout (SotayCli *cli)
{
  g_auto (Typed) typed = { .level = 2 };
  const GOptionEntry options[] = {
    SOTAY_CLI_REPORT_OPTIONS (typed.format, typed.output),
    { "level", 0, 0, G_OPTION_ARG_INT, &typed.level, N_("Level of the account: 9 or 16 utilities"), "1|2" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, options);

  if (arguments == NULL || !sotay_cli_check_report_options (cli, typed.format, typed.output))
    return sotay_cli_get_status (cli);
  if (typed.level != 1 && typed.level != 2)
    return sotay_cli_misuse (cli, _("--level must be 1 or 2"));
  return write_document (cli, SOTAY_REPORT_HANDOUT, NULL, &typed);
}

const SotayVerb sotay_report_document_verbs[] = {
  { "report participants", N_("SESSION"), N_("Write the list of a session for signature"), 1, 1, participants },
  { "report minutes", N_("SESSION"), N_("Write the minutes of a session"), 1, 1, minutes },
  { "report plan", N_("SESSION"), N_("Write the plan of a session"), 1, 1, plan },
  { "report untrained", "", N_("Write the list of those who are not yet trained"), 0, 0, untrained },
  { "report confirmation", N_("STAFF"), N_("Write a confirmation of what a person attended"), 1, 1, confirmation },
  { "report certificate", N_("STAFF"), N_("Write a certificate for a person who was trained"), 1, 1, certificate },
  { "report poster", "", N_("Write a poster with the manual's QR code"), 0, 0, poster },
  { "report handout", "", N_("Write the utilities on paper, to be handed out"), 0, 0, handout },
  { NULL },
};
