/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/inspector.h"

#include "register/campaign.h"
#include "register/session.h"
#include "reports/inspector-form.h"
#include "reports/month-measures.h"

#include <string.h>

#define SHARE "ty-le/"
#define DUE "phai-tap-huan"
#define CORRECTIONS "Đính chính"

void
sotay_inspection_add (SotayInspection *inspection, SotayFindingSeverity severity, SotayFindingCode code,
                      const char *argument, SotayFindingTarget target, const char *target_id)
{
  SotayFinding *finding = g_new0 (SotayFinding, 1);

  finding->severity = severity;
  finding->code = code;
  finding->argument = g_strdup (argument);
  finding->target = target;
  finding->target_id = g_strdup (target_id);
  g_ptr_array_add (inspection->findings, finding);
}

static void
add_error (SotayInspection *inspection, SotayFindingCode code, const char *argument, SotayFindingTarget target,
           const char *target_id)
{
  sotay_inspection_add (inspection, SOTAY_FINDING_ERROR, code, argument, target, target_id);
}

/* More people in the units below than in the unit. */
static gboolean
exceeds (const SotayMonthCounts *below, const SotayMonthCounts *counts)
{
  return below->due > counts->due || below->trained > counts->trained || below->passed > counts->passed
         || below->newly > counts->newly;
}

static void
check_unit_sums (SotayInspection *inspection, SotayMonthPart *part, const SotayMonthCounts *counts)
{
  GListModel *children = sotay_month_part_get_children (part);
  SotayUnit *unit = sotay_month_part_get_unit (part);
  SotayMonthCounts below = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayMonthPart) child = g_list_model_get_item (children, i);
      const char *id = sotay_unit_get_id (sotay_month_part_get_unit (child));
      const SotayMonthCounts *child_counts = sotay_frozen_month_get_unit (inspection->data->shown, id);

      if (child_counts == NULL)
        continue;
      below.due += child_counts->due;
      below.trained += child_counts->trained;
      below.passed += child_counts->passed;
      below.newly += child_counts->newly;
      check_unit_sums (inspection, child, child_counts);
    }
  if (exceeds (&below, counts))
    add_error (inspection, SOTAY_FINDING_UNIT_SUM, unit != NULL ? sotay_unit_get_name (unit) : NULL,
               SOTAY_TARGET_UNIT, unit != NULL ? sotay_unit_get_id (unit) : NULL);
}

static void
check_units (SotayInspection *inspection)
{
  SotayFrozenMonth *shown = inspection->data->shown;
  SotayUnit *unit = inspection->data->unit;
  SotayMonthCounts total = { (guint) sotay_frozen_month_get (shown, DUE),
                             (guint) sotay_frozen_month_get (shown, "da-tap-huan"),
                             (guint) sotay_frozen_month_get (shown, "dat"),
                             (guint) sotay_frozen_month_get (shown, "moi-tap-huan") };

  check_unit_sums (inspection, inspection->data->part, &total);
  if (total.due == 0)
    sotay_inspection_add (inspection, SOTAY_FINDING_WARNING, SOTAY_FINDING_NOBODY_DUE, NULL, SOTAY_TARGET_UNIT,
                          unit != NULL ? sotay_unit_get_id (unit) : NULL);
}

/* Whether a cell shows what its figure says. */
static gboolean
agrees (SotayReport *report, const SotayReportCell *cell)
{
  const SotayReportFigure *figure = report->figures->pdata[cell->figure];

  return cell->number == figure->number
         && (cell->kind != SOTAY_CELL_SHARE || figure->kind != SOTAY_REPORT_FIGURE_SHARE
             || cell->out_of == figure->out_of);
}

/* The rows on top of each other make the row of the total. */
static gboolean
adds_up (const SotayReportTable *table, guint total, guint column)
{
  gint64 sum = 0;

  for (guint row = 0; row < total; row++)
    if (sotay_report_table_get_style (table, row) == SOTAY_ROW_PLAIN && sotay_report_table_get_indent (table, row) == 0)
      sum += sotay_report_table_get_cell (table, row, column)->number;
  return sum == sotay_report_table_get_cell (table, total, column)->number;
}

static void
check_table (SotayInspection *inspection, const SotayReportTable *table)
{
  guint n_columns = sotay_report_table_get_n_columns (table);
  gboolean is_wrong = FALSE;

  for (guint row = 0; !is_wrong && row < sotay_report_table_get_n_rows (table); row++)
    for (guint column = 0; !is_wrong && column < n_columns; column++)
      {
        const SotayReportCell *cell = sotay_report_table_get_cell (table, row, column);
        gboolean is_total = sotay_report_table_get_style (table, row) == SOTAY_ROW_TOTAL
                            && cell->kind == SOTAY_CELL_NUMBER && cell->figure >= 0;

        is_wrong = (cell->figure >= 0 && !agrees (inspection->report, cell))
                   || (is_total && !adds_up (table, row, column));
        if (is_wrong)
          add_error (inspection, SOTAY_FINDING_TABLE_SUM, sotay_report_table_get_name (table), SOTAY_TARGET_FIGURE,
                     cell->figure >= 0 ? ((SotayReportFigure *) inspection->report->figures->pdata[cell->figure])->name
                                       : NULL);
      }
}

static gboolean
has_table (SotayReport *report, const char *name)
{
  for (guint i = 0; i < report->parts->len; i++)
    {
      GPtrArray *blocks = ((SotayReportPart *) report->parts->pdata[i])->blocks;

      for (guint j = 0; j < blocks->len; j++)
        {
          const SotayReportTable *table = ((SotayReportBlock *) blocks->pdata[j])->table;

          if (table != NULL && g_strcmp0 (sotay_report_table_get_name (table), name) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

static void
check_tables (SotayInspection *inspection)
{
  for (guint i = 0; i < inspection->report->parts->len; i++)
    {
      GPtrArray *blocks = ((SotayReportPart *) inspection->report->parts->pdata[i])->blocks;

      for (guint j = 0; j < blocks->len; j++)
        if (((SotayReportBlock *) blocks->pdata[j])->table != NULL)
          check_table (inspection, ((SotayReportBlock *) blocks->pdata[j])->table);
    }
}

/* "…ty-le/NAME" is NAME divided by those due of the same month. */
static gboolean
follows (SotayReport *report, const SotayReportFigure *share, const char *mark)
{
  g_autofree char *prefix = g_strndup (share->name, (gsize) (mark - share->name));
  g_autofree char *part_name = g_strconcat (prefix, mark + strlen (SHARE), NULL);
  g_autofree char *whole_name = g_strconcat (prefix, DUE, NULL);
  const SotayReportFigure *part = sotay_report_find_figure (report, part_name);
  const SotayReportFigure *whole = sotay_report_find_figure (report, whole_name);

  return (part == NULL || part->number == share->number) && (whole == NULL || whole->number == share->out_of);
}

static const char *
name_share (const SotayReportFigure *share, const char *mark)
{
  const SotayMonthMeasure *measure = mark != NULL ? sotay_month_measures_find (mark + strlen (SHARE)) : NULL;

  return measure != NULL ? measure->title : share->name;
}

static void
check_shares (SotayInspection *inspection)
{
  GPtrArray *figures = inspection->report->figures;

  for (guint i = 0; i < figures->len; i++)
    {
      const SotayReportFigure *figure = figures->pdata[i];
      const char *mark = strstr (figure->name, SHARE);

      if (figure->kind != SOTAY_REPORT_FIGURE_SHARE)
        continue;
      if (figure->number > figure->out_of || figure->number < 0
          || (mark != NULL && !follows (inspection->report, figure, mark)))
        add_error (inspection, SOTAY_FINDING_SHARE, name_share (figure, mark), SOTAY_TARGET_FIGURE, figure->name);
    }
}

/* What is required now may not have been when a month was closed. */
static void
check_utilities (SotayInspection *inspection)
{
  SotayMonthData *data = inspection->data;
  guint required = sotay_campaign_get_utilities (data->campaign);
  gint64 trained = sotay_frozen_month_get (data->shown, "da-tap-huan");

  if (data->shown != data->now)
    return;
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      g_autofree char *name = sotay_month_measures_name_taught (i);
      gint64 taught = sotay_frozen_month_get (data->shown, name);

      if (((required >> i) & 1 && taught < trained) || taught > sotay_frozen_month_get (data->shown, DUE))
        {
          g_autofree char *utility = g_strdup_printf ("U%u", i + 1);

          add_error (inspection, SOTAY_FINDING_UTILITY, utility, SOTAY_TARGET_FIGURE, name);
        }
    }
}

static void
check_people (SotayInspection *inspection)
{
  SotayMonthData *data = inspection->data;

  for (guint i = 0; i < data->twice->len; i++)
    add_error (inspection, SOTAY_FINDING_TWICE, sotay_staff_get_name (data->twice->pdata[i]), SOTAY_TARGET_PERSON,
               sotay_staff_get_id (data->twice->pdata[i]));
  for (guint i = 0; i < data->sessions->len; i++)
    {
      SotayRecord *session = data->sessions->pdata[i];
      const char *id = sotay_record_get_id (session);

      if (!g_hash_table_contains (data->by_session, id))
        sotay_inspection_add (inspection, SOTAY_FINDING_WARNING, SOTAY_FINDING_NO_ATTENDANCE,
                              sotay_record_get (session, SOTAY_SESSION_TITLE), SOTAY_TARGET_SESSION, id);
    }
}

static void
check_state (SotayInspection *inspection)
{
  SotayMonthData *data = inspection->data;
  g_autofree char *n_late = g_strdup_printf ("%u", data->late->len);
  g_autofree char *n_corrections = g_strdup_printf ("%u", data->corrections->len);

  if (sotay_monthly_get_state (data->record) == SOTAY_MONTHLY_OPEN)
    sotay_inspection_add (inspection, SOTAY_FINDING_WARNING, SOTAY_FINDING_NOT_CLOSED, NULL, SOTAY_TARGET_MONTH, NULL);
  if (sotay_month_figures_is_running (data->figures))
    sotay_inspection_add (inspection, SOTAY_FINDING_WARNING, SOTAY_FINDING_RUNNING, NULL, SOTAY_TARGET_MONTH, NULL);
  if (data->late->len > 0)
    sotay_inspection_add (inspection, SOTAY_FINDING_REMARK, SOTAY_FINDING_LATE_CHANGES, n_late, SOTAY_TARGET_MONTH,
                          NULL);
  if (data->corrections->len > 0 && !has_table (inspection->report, CORRECTIONS))
    add_error (inspection, SOTAY_FINDING_NOT_TOLD, n_corrections, SOTAY_TARGET_TEMPLATE, NULL);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const SotayFinding *one = *(const SotayFinding *const *) a;
  const SotayFinding *other = *(const SotayFinding *const *) b;

  return one->severity != other->severity ? (int) other->severity - (int) one->severity
                                          : (int) one->code - (int) other->code;
}

GPtrArray *
sotay_inspector_inspect (SotayMonthData *data, SotayReport *report, const SotayIssuer *issuer)
{
  SotayInspection inspection = { data, report, issuer,
                                 g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_finding_free) };

  check_units (&inspection);
  check_tables (&inspection);
  check_shares (&inspection);
  check_utilities (&inspection);
  check_people (&inspection);
  check_state (&inspection);
  sotay_inspection_check_form (&inspection);
  g_ptr_array_sort (inspection.findings, compare_findings);
  return inspection.findings;
}
