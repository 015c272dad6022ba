/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The month's report: checked, closed, sent, written; verb-report-document.c writes the other documents. */
#include "cli/apply.h"
#include "cli/find.h"
#include "cli/inputs.h"
#include "cli/record-output.h"
#include "cli/report-output.h"
#include "cli/verbs.h"
#include "core/dates.h"
#include "register/monthly.h"
#include "reports/inspector.h"
#include "reports/month-report.h"
#include "services/describe-finding.h"
#include "services/utility-titles.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *month;
  char *unit;
  char *format;
  char *output;
  char *to;
  gboolean force;
} Typed;

static void
typed_clear (Typed *typed)
{
  g_free (typed->month);
  g_free (typed->unit);
  g_free (typed->format);
  g_free (typed->output);
  g_free (typed->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

#define MONTH_OPTIONS(typed) \
  { "month", 0, 0, G_OPTION_ARG_STRING, &(typed).month, N_("The month; without it the running one"), "YYYY-MM" }, \
  { "unit", 0, 0, G_OPTION_ARG_STRING, &(typed).unit, N_("The unit that reports; without it the whole register"), \
    N_("ID") }

/* Without one the running month. */
static gboolean
read_month (SotayCli *cli, const char *typed, const GDate *today, GDate *month)
{
  g_autofree char *read = typed != NULL ? sotay_cli_read_month (typed) : NULL;
  g_autofree char *first = read != NULL ? g_strconcat (read, "-01", NULL) : NULL;

  *month = *today;
  g_date_set_day (month, 1);
  if (typed == NULL || (first != NULL && sotay_date_parse_iso (first, month) && g_date_compare (month, today) <= 0))
    return TRUE;
  sotay_cli_misuse (cli, _("--month must be a month that has begun, as YYYY-MM"));
  return FALSE;
}

/* NULL in @name for the whole register. */
static gboolean
find_unit_name (SotayCli *cli, const char *id, char **name, GError **error)
{
  g_autoptr (GPtrArray) units = NULL;
  SotayUnit *unit;

  *name = NULL;
  if (id == NULL)
    return TRUE;
  units = sotay_store_list_units (sotay_cli_get_store (cli), NULL, error);
  unit = units != NULL ? sotay_cli_find_unit (units, id, error) : NULL;
  *name = unit != NULL ? g_strdup (sotay_unit_get_name (unit)) : NULL;
  return unit != NULL;
}

static SotayMonthReport *
build (SotayCli *cli, const Typed *typed, const GDate *month, const GDate *today, GError **error)
{
  SotayServices *services = sotay_cli_get_services (cli);
  g_autofree char *unit_name = NULL;
  g_autofree char *templates = sotay_services_find_templates (services);
  g_auto (GStrv) utilities = sotay_utility_titles_new (services);
  g_autoptr (SotayIssuer) issuer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  SotayMonthOrder order;

  if (!find_unit_name (cli, typed->unit, &unit_name, error))
    return NULL;
  issuer = sotay_services_get_issuer (services, unit_name);
  order = (SotayMonthOrder) { .month = *month, .today = *today, .unit_id = typed->unit, .issuer = issuer,
                              .templates = templates, .utilities = (const char *const *) utilities };
  sotay_month_report_build_async (sotay_cli_get_store (cli), &order, sotay_cli_get_cancellable (cli),
                                  sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  return sotay_month_report_build_finish (result, error);
}

/* The options that name a month and who reports it, and those of the verb. */
static char **
parse (SotayCli *cli, Typed *typed, const GOptionEntry *more)
{
  const GOptionEntry common[] = { MONTH_OPTIONS (*typed) };
  g_autoptr (GArray) options = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  g_array_append_vals (options, common, G_N_ELEMENTS (common));
  for (; more != NULL && more->long_name != NULL; more++)
    g_array_append_vals (options, more, 1);
  return sotay_cli_parse (cli, (const GOptionEntry *) options->data);
}

static const char *
describe_severity (SotayFindingSeverity severity)
{
  static const char *const labels[] = {
    [SOTAY_FINDING_REMARK] = N_("Remark"),
    [SOTAY_FINDING_WARNING] = N_("Warning"),
    [SOTAY_FINDING_ERROR] = N_("Error"),
  };

  return _(labels[severity]);
}

static void
print_findings (GPtrArray *findings, void (*print) (const char *format, ...))
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SotayFinding *finding = findings->pdata[i];
      g_autofree char *sentence = sotay_describe_finding (finding);

      print ("%s: %s\n", describe_severity (finding->severity), sentence);
    }
}

static void
write_findings (JsonBuilder *json, GPtrArray *findings)
{
  json_builder_set_member_name (json, "findings");
  json_builder_begin_array (json);
  for (guint i = 0; i < findings->len; i++)
    {
      const SotayFinding *finding = findings->pdata[i];
      g_autofree char *sentence = sotay_describe_finding (finding);

      json_builder_begin_object (json);
      sotay_json_add_text (json, "severity", sotay_finding_severity_to_string (finding->severity));
      sotay_json_add_text (json, "code", sotay_finding_code_to_string (finding->code));
      sotay_json_add_text (json, "sentence", sentence);
      sotay_json_add_text (json, "target", finding->target_id);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* What was found is told on standard error, unless in the JSON of what was written. */
static int
issue (SotayCli *cli, const Typed *typed, SotayMonthReport *built)
{
  gboolean is_refused = sotay_findings_have_errors (built->findings) && !typed->force;
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (is_refused || !sotay_cli_wants_json (cli))
    print_findings (built->findings, g_printerr);
  if (is_refused)
    return sotay_cli_refuse (cli, _("The check found errors, so nothing was written. Mend them, or add --force."));
  if (!sotay_cli_write_report (cli, built->report, typed->format, typed->output, &error))
    return error != NULL ? sotay_cli_fail (cli, error) : sotay_cli_get_status (cli);
  if (!sotay_cli_wants_json (cli))
    return SOTAY_EXIT_DONE;
  json_builder_begin_object (json);
  sotay_json_add_text (json, "file", typed->output);
  write_findings (json, built->findings);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

static int
monthly (SotayCli *cli)
{
  g_auto (Typed) typed = { NULL };
  const GOptionEntry options[] = {
    SOTAY_CLI_REPORT_OPTIONS (typed.format, typed.output),
    { "force", 0, 0, G_OPTION_ARG_NONE, &typed.force, N_("Write it even when the check finds errors"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = parse (cli, &typed, options);
  GDate today = sotay_date_today ();
  g_autoptr (SotayMonthReport) built = NULL;
  g_autoptr (GError) error = NULL;
  GDate month;

  if (arguments == NULL || !sotay_cli_check_report_options (cli, typed.format, typed.output)
      || !read_month (cli, typed.month, &today, &month))
    return sotay_cli_get_status (cli);
  built = build (cli, &typed, &month, &today, &error);
  return built != NULL ? issue (cli, &typed, built) : sotay_cli_fail (cli, error);
}

static int
check (SotayCli *cli)
{
  g_auto (Typed) typed = { NULL };
  g_auto (GStrv) arguments = parse (cli, &typed, NULL);
  GDate today = sotay_date_today ();
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (SotayMonthReport) built = NULL;
  g_autoptr (GError) error = NULL;
  GDate month;

  if (arguments == NULL || !read_month (cli, typed.month, &today, &month))
    return sotay_cli_get_status (cli);
  built = build (cli, &typed, &month, &today, &error);
  if (built == NULL)
    return sotay_cli_fail (cli, error);
  if (sotay_cli_wants_json (cli))
    {
      json_builder_begin_object (json);
      write_findings (json, built->findings);
      json_builder_end_object (json);
      sotay_cli_print_json (cli, json);
    }
  else if (built->findings->len == 0)
    g_print ("%s\n", _("Nothing was found: the report can be issued."));
  else
    print_findings (built->findings, g_print);
  return sotay_findings_have_errors (built->findings) ? SOTAY_EXIT_COULD_NOT : SOTAY_EXIT_DONE;
}

static SotayRecord *
load_record (SotayCli *cli, const Typed *typed, const GDate *month, SotayRecord **before, GError **error)
{
  g_autofree char *unit_name = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (!find_unit_name (cli, typed->unit, &unit_name, error))
    return NULL;
  records = sotay_store_list_records (sotay_cli_get_store (cli), SOTAY_RECORD_MONTHLY, -1, NULL, NULL, error);
  if (records == NULL)
    return NULL;
  g_set_object (before, sotay_monthly_find (records, month, typed->unit));
  return *before != NULL ? g_object_ref (*before) : sotay_monthly_new (month, typed->unit);
}

/* What becomes of a month's record. */
typedef SotayRecord *(*Change) (SotayCli *cli, const Typed *typed, SotayRecord *record, const GDate *month,
                                const GDate *today, GError **error);

static int
change (SotayCli *cli, Typed *typed, const GOptionEntry *options, Change func)
{
  g_auto (GStrv) arguments = parse (cli, typed, options);
  GDate today = sotay_date_today ();
  g_autoptr (SotayRecord) before = NULL;
  g_autoptr (SotayRecord) record = NULL;
  g_autoptr (SotayRecord) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  GDate month;

  if (arguments == NULL || !read_month (cli, typed->month, &today, &month))
    return sotay_cli_get_status (cli);
  record = load_record (cli, typed, &month, &before, &error);
  after = record != NULL ? func (cli, typed, record, &month, &today, &error) : NULL;
  step = after != NULL ? sotay_monthly_save (before, after, &error) : NULL;
  if (step == NULL)
    return error != NULL ? sotay_cli_fail (cli, error) : sotay_cli_get_status (cli);
  return sotay_cli_apply (cli, sotay_record_get_id (after), step, &error);
}

static const SotayInput written[] = {
  { "number", SOTAY_MONTHLY_NUMBER, SOTAY_INPUT_TEXT, N_("Number and symbol of the report"), "12/BC-UBND" },
  { "dated", SOTAY_MONTHLY_DATED, SOTAY_INPUT_DAY, N_("The day that stands on it"), N_("DATE") },
  { "direction", SOTAY_MONTHLY_DIRECTION, SOTAY_INPUT_LONG_TEXT, N_("Part I: direction and outreach"), N_("TEXT") },
  { "results", SOTAY_MONTHLY_RESULTS, SOTAY_INPUT_LONG_TEXT, N_("What is added to part II"), N_("TEXT") },
  { "obstacles", SOTAY_MONTHLY_OBSTACLES, SOTAY_INPUT_LONG_TEXT, N_("Part III: obstacles"), N_("TEXT") },
  { "tasks", SOTAY_MONTHLY_TASKS, SOTAY_INPUT_LONG_TEXT, N_("Part IV: tasks of the next month"), N_("TEXT") },
  { "proposals", SOTAY_MONTHLY_PROPOSALS, SOTAY_INPUT_LONG_TEXT, N_("Part V: proposals"), N_("TEXT") },
  { NULL },
};

static int
edit (SotayCli *cli)
{
  g_auto (Typed) typed = { NULL };
  g_auto (SotayTyped) texts = { { NULL }, { NULL } };
  const GOptionEntry options[] = { MONTH_OPTIONS (typed), G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_inputs_parse (cli, written, &texts, options);
  GDate today = sotay_date_today ();
  g_autoptr (SotayRecord) before = NULL;
  g_autoptr (SotayRecord) record = NULL;
  g_autoptr (SotayRecord) after = NULL;
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  GDate month;

  if (arguments == NULL || !read_month (cli, typed.month, &today, &month))
    return sotay_cli_get_status (cli);
  if (sotay_typed_is_empty (&texts))
    return sotay_cli_misuse (cli, _("Nothing to change was given"));
  record = load_record (cli, &typed, &month, &before, &error);
  if (record == NULL)
    return sotay_cli_fail (cli, error);
  after = sotay_inputs_put (cli, written, &texts, record);
  if (after == NULL)
    return sotay_cli_get_status (cli);
  step = sotay_monthly_save (before, after, &error);
  return sotay_cli_apply (cli, sotay_record_get_id (after), step, &error);
}

static SotayRecord *
close_record (SotayCli *cli, const Typed *typed, SotayRecord *record, const GDate *month, const GDate *today,
              GError **error)
{
  g_autoptr (SotayMonthReport) built = NULL;

  if (sotay_monthly_get_state (record) != SOTAY_MONTHLY_OPEN)
    {
      sotay_cli_refuse (cli, _("The month is closed already. Open it again first (“sotay report reopen”)."));
      return NULL;
    }
  built = build (cli, typed, month, today, error);
  return built != NULL ? sotay_month_data_close (built->data, today) : NULL;
}

static int
close_month (SotayCli *cli)
{
  g_auto (Typed) typed = { NULL };

  return change (cli, &typed, NULL, close_record);
}

static SotayRecord *
reopen_record (SotayCli *cli, const Typed *typed, SotayRecord *record, const GDate *month, const GDate *today,
               GError **error)
{
  if (sotay_monthly_get_state (record) != SOTAY_MONTHLY_OPEN)
    return sotay_monthly_reopen (record);
  sotay_cli_refuse (cli, _("The month is not closed."));
  return NULL;
}

static int
reopen (SotayCli *cli)
{
  g_auto (Typed) typed = { NULL };

  return change (cli, &typed, NULL, reopen_record);
}

static SotayRecord *
send_record (SotayCli *cli, const Typed *typed, SotayRecord *record, const GDate *month, const GDate *today,
             GError **error)
{
  if (sotay_monthly_get_state (record) == SOTAY_MONTHLY_CLOSED)
    return sotay_monthly_send (record, today, typed->to);
  sotay_cli_refuse (cli, sotay_monthly_get_state (record) == SOTAY_MONTHLY_OPEN
                             ? _("The month is not closed. Close it first (“sotay report close”).")
                             : _("The report is marked as sent already."));
  return NULL;
}

static int
send (SotayCli *cli)
{
  g_auto (Typed) typed = { NULL };
  const GOptionEntry options[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &typed.to, N_("Whom it was sent to"), N_("TEXT") },
    G_OPTION_ENTRY_NULL,
  };

  return change (cli, &typed, options, send_record);
}

const SotayVerb sotay_report_verbs[] = {
  { "report monthly", "", N_("Write the month's report to a file"), 0, 0, monthly },
  { "report check", "", N_("Look over the month's report before it is issued"), 0, 0, check },
  { "report edit", "", N_("Write number, date and parts of the month's report; an empty value clears one"), 0, 0, edit },
  { "report close", "", N_("Close a month: its figures stay as they are told now"), 0, 0, close_month },
  { "report reopen", "", N_("Open a closed month again"), 0, 0, reopen },
  { "report sent", "", N_("Note that the report of a closed month was sent"), 0, 0, send },
  { NULL },
};
