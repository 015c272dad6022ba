/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write-reports FOLDER SEED COUNT: writes the month's report and COUNT random ones in every format, and what is in
 * each as the model has it: month.docx … month.model, 0.docx … 0.model */
#include "reports-fixture.h"

#include "core/dates.h"
#include "reports/clean-text.h"
#include "reports/report-writer.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <stdlib.h>

#define UNITS 60

static void
add_text (JsonBuilder *json, const char *text)
{
  g_autofree char *clean = sotay_report_clean (text != NULL ? text : "");

  json_builder_add_string_value (json, clean);
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
set_list (JsonBuilder *json, const char *key, char **texts)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_text (json, texts[i]);
  json_builder_end_array (json);
}

static void
add_cell (JsonBuilder *json, const SotayReportCell *cell)
{
  json_builder_begin_array (json);
  json_builder_add_int_value (json, cell->kind);
  add_text (json, cell->text);
  json_builder_add_int_value (json, cell->number);
  json_builder_add_int_value (json, cell->out_of);
  json_builder_end_array (json);
}

static void
set_table (JsonBuilder *json, const SotayReportTable *table)
{
  set_text (json, "name", sotay_report_table_get_name (table));
  json_builder_set_member_name (json, "columns");
  json_builder_begin_array (json);
  for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
    {
      const SotayReportColumn *column = sotay_report_table_get_column (table, i);

      json_builder_begin_array (json);
      add_text (json, column->title);
      if (column->group != NULL)
        add_text (json, column->group);
      json_builder_end_array (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "rows");
  json_builder_begin_array (json);
  for (guint row = 0; row < sotay_report_table_get_n_rows (table); row++)
    {
      json_builder_begin_array (json);
      json_builder_add_int_value (json, sotay_report_table_get_style (table, row));
      for (guint i = 0; i < sotay_report_table_get_n_columns (table); i++)
        add_cell (json, sotay_report_table_get_cell (table, row, i));
      json_builder_end_array (json);
    }
  json_builder_end_array (json);
}

static void
set_chart (JsonBuilder *json, const SotayReportChart *chart)
{
  set_text (json, "title", chart->title);
  set_list (json, "labels", chart->labels);
  set_number (json, "percent", chart->percent);
  json_builder_set_member_name (json, "series");
  json_builder_begin_array (json);
  for (guint i = 0; i < chart->series->len; i++)
    {
      const SotayChartSeries *series = chart->series->pdata[i];

      json_builder_begin_array (json);
      add_text (json, series->name);
      for (guint j = 0; j < chart->n_labels; j++)
        if (isnan (series->values[j]))
          json_builder_add_null_value (json);
        else
          json_builder_add_double_value (json, series->values[j]);
      json_builder_end_array (json);
    }
  json_builder_end_array (json);
}

static void
add_block (JsonBuilder *json, const SotayReportBlock *block)
{
  g_autofree char *text = sotay_report_block_get_text (block);

  json_builder_begin_object (json);
  set_number (json, "kind", block->kind);
  set_number (json, "level", block->level);
  set_number (json, "style", block->style);
  set_text (json, "text", text);
  if (block->table != NULL)
    set_table (json, block->table);
  if (block->chart != NULL)
    set_chart (json, block->chart);
  if (block->text != NULL)
    set_text (json, "code", block->text);
  json_builder_end_object (json);
}

static void
set_parts (JsonBuilder *json, SotayReport *report)
{
  json_builder_set_member_name (json, "parts");
  json_builder_begin_array (json);
  for (guint i = 0; i < report->parts->len; i++)
    {
      const SotayReportPart *part = report->parts->pdata[i];

      json_builder_begin_object (json);
      set_text (json, "label", part->label);
      set_text (json, "title", part->title);
      set_text (json, "note", part->note);
      set_number (json, "landscape", part->landscape);
      json_builder_set_member_name (json, "blocks");
      json_builder_begin_array (json);
      for (guint j = 0; j < part->blocks->len; j++)
        add_block (json, part->blocks->pdata[j]);
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
set_figures (JsonBuilder *json, SotayReport *report)
{
  json_builder_set_member_name (json, "figures");
  json_builder_begin_array (json);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const SotayReportFigure *figure = report->figures->pdata[i];

      json_builder_begin_object (json);
      set_text (json, "name", figure->name);
      set_number (json, "share", figure->kind == SOTAY_REPORT_FIGURE_SHARE);
      set_number (json, "number", figure->number);
      set_number (json, "out_of", figure->out_of);
      set_text (json, "rule", figure->rule);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
set_signatures (JsonBuilder *json, SotayReport *report)
{
  json_builder_set_member_name (json, "signatures");
  json_builder_begin_array (json);
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
dump (SotayReport *report, const char *path)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *dated = g_date_valid (&report->dated) ? sotay_date_to_iso (&report->dated) : NULL;

  json_builder_begin_object (json);
  set_text (json, "kind", sotay_report_kind_to_string (report->kind));
  set_text (json, "superior", report->superior);
  json_builder_set_member_name (json, "letterhead");
  json_builder_add_boolean_value (json, report->issuer != NULL);
  set_text (json, "issuer", report->issuer);
  set_text (json, "number", report->number);
  set_text (json, "place_and_date", report->place_and_date);
  set_text (json, "type", report->type);
  set_text (json, "subject", report->subject);
  set_text (json, "attached_to", report->attached_to);
  set_text (json, "author", report->author);
  set_text (json, "dated", dated);
  set_list (json, "addressees", report->addressees);
  set_list (json, "recipients", report->recipients);
  set_parts (json, report);
  set_figures (json, report);
  set_signatures (json, report);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  g_assert_true (json_generator_to_file (generator, path, NULL));
}

static void
write_report (SotayReport *report, const char *folder, const char *name)
{
  g_autofree char *stem = g_build_filename (folder, name, NULL);
  g_autofree char *model = g_strconcat (stem, ".model", NULL);
  guint n_formats;
  const SotayReportFormat *formats = sotay_report_list_formats (&n_formats);

  dump (report, model);
  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *path = g_strconcat (stem, ".", formats[i].name, NULL);
      g_autoptr (GError) error = NULL;

      sotay_report_write (report, path, &formats[i], NULL, NULL, &error);
      g_assert_no_error (error);
    }
  sotay_report_unref (report);
}

int
main (int argc, char **argv)
{
  g_autoptr (GRand) chance = NULL;

  if (argc != 4)
    return EXIT_FAILURE;
  chance = g_rand_new_with_seed ((guint32) g_ascii_strtoull (argv[2], NULL, 10));
  write_report (fixture_make_month_report (UNITS), argv[1], "month");
  for (guint i = 0; i < g_ascii_strtoull (argv[3], NULL, 10); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      write_report (fixture_make_random_report (chance), argv[1], name);
    }
  return EXIT_SUCCESS;
}
