/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report-json.h"

#include "core/dates.h"
#include "reports/clean-text.h"
#include "reports/output-file.h"

#include <json-glib/json-glib.h>
#include <math.h>

static void
add_text (JsonBuilder *json, const char *text)
{
  g_autofree char *clean = text != NULL ? sotay_report_clean (text) : NULL;

  if (clean != NULL)
    json_builder_add_string_value (json, clean);
  else
    json_builder_add_null_value (json);
}

static void
set_text (JsonBuilder *json, const char *key, const char *text)
{
  json_builder_set_member_name (json, key);
  add_text (json, text);
}

static void
set_number (JsonBuilder *json, const char *key, gint64 number)
{
  json_builder_set_member_name (json, key);
  json_builder_add_int_value (json, number);
}

static void
begin_list (JsonBuilder *json, const char *key)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
}

static void
set_list (JsonBuilder *json, const char *key, char **texts)
{
  begin_list (json, key);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_text (json, texts[i]);
  json_builder_end_array (json);
}

static void
add_share (JsonBuilder *json, const SotayReportCell *cell)
{
  g_autofree char *shown = sotay_report_cell_format (cell);

  json_builder_begin_object (json);
  set_number (json, "number", cell->number);
  set_number (json, "out_of", cell->out_of);
  set_text (json, "text", shown);
  json_builder_end_object (json);
}

static void
add_cell (JsonBuilder *json, const SotayReportCell *cell)
{
  if (cell->kind == SOTAY_CELL_NUMBER)
    json_builder_add_int_value (json, cell->number);
  else if (cell->kind == SOTAY_CELL_SHARE)
    add_share (json, cell);
  else
    add_text (json, cell->text);
}

static void
set_columns (JsonBuilder *json, const SotayReportTable *table)
{
  begin_list (json, "columns");
  for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (table, i);

      json_builder_begin_object (json);
      set_text (json, "title", column->title);
      set_text (json, "group", column->group);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
set_table (JsonBuilder *json, const SotayReportTable *table)
{
  static const char *const styles[] = { "plain", "total", "section" };

  set_text (json, "name", sotay_report_table_get_name (table));
  set_columns (json, table);
  begin_list (json, "rows");
  for (guint row = 0; row < sotay_report_table_get_n_rows (table); row++)
    {
      json_builder_begin_object (json);
      set_text (json, "style", styles[sotay_report_table_get_style (table, row)]);
      set_number (json, "indent", sotay_report_table_get_indent (table, row));
      begin_list (json, "cells");
      for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
        add_cell (json, sotay_report_table_get_cell (table, row, i));
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_series (JsonBuilder *json, const SotayReportChart *chart, const SotayChartSeries *series)
{
  json_builder_begin_object (json);
  set_text (json, "name", series->name);
  begin_list (json, "values");
  for (guint i = 0; i < chart->n_labels; i++)
    if (isnan (series->values[i]))
      json_builder_add_null_value (json);
    else
      json_builder_add_double_value (json, series->values[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
set_chart (JsonBuilder *json, const SotayReportChart *chart)
{
  set_text (json, "title", chart->title);
  set_text (json, "shape", chart->kind == SOTAY_CHART_LINES ? "lines" : "bars");
  set_text (json, "unit", chart->percent ? "percent" : "count");
  set_list (json, "labels", chart->labels);
  begin_list (json, "series");
  for (guint i = 0; i < chart->series->len; i++)
    add_series (json, chart, chart->series->pdata[i]);
  json_builder_end_array (json);
}

static void
set_words (JsonBuilder *json, const SotayReportBlock *block)
{
  static const char *const styles[] = { "body", "item", "line", "centred", "basis", "note", "display" };
  g_autofree char *text = sotay_report_block_get_text (block);

  if (block->kind == SOTAY_REPORT_BLOCK_HEADING)
    set_number (json, "level", block->level);
  else
    set_text (json, "style", styles[block->style]);
  set_text (json, "text", text);
}

static void
add_block (JsonBuilder *json, const SotayReportBlock *block)
{
  static const char *const kinds[] = { "heading", "paragraph", "table", "chart", "qr", "page-break" };

  json_builder_begin_object (json);
  set_text (json, "kind", kinds[block->kind]);
  if (block->part != NULL)
    set_text (json, "part", block->part);
  if (block->runs != NULL)
    set_words (json, block);
  else if (block->table != NULL)
    set_table (json, block->table);
  else if (block->chart != NULL)
    set_chart (json, block->chart);
  else if (block->text != NULL)
    set_text (json, "text", block->text);
  json_builder_end_object (json);
}

static gboolean
set_parts (JsonBuilder *json, SotayReport *report, const SotayAdvance *advance, GCancellable *cancellable,
           GError **error)
{
  begin_list (json, "parts");
  for (guint i = 0; i < report->parts->len; i++)
    {
      const SotayReportPart *part = report->parts->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      json_builder_begin_object (json);
      set_text (json, "label", part->label);
      set_text (json, "title", part->title);
      set_text (json, "note", part->note);
      begin_list (json, "blocks");
      for (guint j = 0; j < part->blocks->len; j++)
        add_block (json, part->blocks->pdata[j]);
      json_builder_end_array (json);
      json_builder_end_object (json);
      sotay_advance_tell (advance, i + 1, report->parts->len);
    }
  json_builder_end_array (json);
  return TRUE;
}

static void
set_figures (JsonBuilder *json, SotayReport *report)
{
  begin_list (json, "figures");
  for (guint i = 0; i < report->figures->len; i++)
    {
      const SotayReportFigure *figure = report->figures->pdata[i];
      g_autofree char *shown = sotay_report_figure_format (figure);

      json_builder_begin_object (json);
      set_text (json, "name", figure->name);
      set_number (json, "number", figure->number);
      json_builder_set_member_name (json, "out_of");
      if (figure->kind == SOTAY_REPORT_FIGURE_SHARE)
        json_builder_add_int_value (json, figure->out_of);
      else
        json_builder_add_null_value (json);
      set_text (json, "text", shown);
      set_text (json, "rule", figure->rule);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
set_signatures (JsonBuilder *json, SotayReport *report)
{
  begin_list (json, "signatures");
  for (guint i = 0; i < report->signatures->len; i++)
    {
      const SotaySignature *signature = report->signatures->pdata[i];

      json_builder_begin_object (json);
      set_list (json, "authority", signature->authority);
      set_text (json, "role", signature->role);
      set_text (json, "hint", signature->hint);
      set_text (json, "name", signature->name);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
set_front (JsonBuilder *json, SotayReport *report)
{
  g_autofree char *dated = g_date_valid (&report->dated) ? sotay_date_to_iso (&report->dated) : NULL;

  set_text (json, "kind", sotay_report_kind_to_string (report->kind));
  set_text (json, "superior", report->superior);
  set_text (json, "issuer", report->issuer);
  set_text (json, "number", report->number);
  set_text (json, "place_and_date", report->place_and_date);
  set_text (json, "dated", dated);
  set_text (json, "type", report->type);
  set_text (json, "subject", report->subject);
  set_text (json, "attached_to", report->attached_to);
  set_list (json, "addressees", report->addressees);
}

static gboolean
write_tree (JsonBuilder *json, const char *path, GError **error)
{
  g_autoptr (SotayOutputFile) file = sotay_output_file_new (path, error);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *text = NULL;
  gsize length;

  if (file == NULL)
    return FALSE;
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return sotay_output_file_write (file, text, length, error) && sotay_output_file_write (file, "\n", 1, error)
         && sotay_output_file_finish (file, error);
}

gboolean
sotay_report_write_json (SotayReport *report, const char *path, const SotayAdvance *advance,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  set_front (json, report);
  set_figures (json, report);
  if (!set_parts (json, report, advance, cancellable, error))
    return FALSE;
  set_signatures (json, report);
  set_list (json, "recipients", report->recipients);
  json_builder_end_object (json);
  return write_tree (json, path, error);
}
