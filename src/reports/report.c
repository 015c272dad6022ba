/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report.h"

#include "reports/clean-text.h"

static const char *const kinds[SOTAY_REPORT_N_KINDS] = {
  [SOTAY_REPORT_MONTHLY] = "monthly",           [SOTAY_REPORT_PARTICIPANTS] = "participants",
  [SOTAY_REPORT_MINUTES] = "minutes",           [SOTAY_REPORT_UNTRAINED] = "untrained",
  [SOTAY_REPORT_CONFIRMATION] = "confirmation", [SOTAY_REPORT_PLAN] = "plan",
  [SOTAY_REPORT_POSTER] = "poster",             [SOTAY_REPORT_HANDOUT] = "handout",
  [SOTAY_REPORT_CERTIFICATE] = "certificate",
};

static void
clear_run (gpointer data)
{
  g_free (((SotayRun *) data)->text);
}

static void
free_block (gpointer data)
{
  SotayReportBlock *block = data;

  g_clear_pointer (&block->runs, g_array_unref);
  g_clear_pointer (&block->table, sotay_report_table_free);
  g_clear_pointer (&block->chart, sotay_report_chart_free);
  g_free (block->text);
  g_free (block);
}

static void
free_part (gpointer data)
{
  SotayReportPart *part = data;

  g_free (part->label);
  g_free (part->title);
  g_free (part->note);
  g_ptr_array_unref (part->blocks);
  g_free (part);
}

static void
free_signature (gpointer data)
{
  SotaySignature *signature = data;

  g_strfreev (signature->authority);
  g_free (signature->role);
  g_free (signature->hint);
  g_free (signature->name);
  g_free (signature);
}

const char *
sotay_report_kind_to_string (SotayReportKind kind)
{
  g_return_val_if_fail (kind < SOTAY_REPORT_N_KINDS, NULL);
  return kinds[kind];
}

gboolean
sotay_report_kind_from_string (const char *text, SotayReportKind *kind)
{
  for (guint i = 0; i < SOTAY_REPORT_N_KINDS; i++)
    if (g_str_equal (kinds[i], text))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

SotayReport *
sotay_report_new (SotayReportKind kind)
{
  SotayReport *report = g_new0 (SotayReport, 1);

  g_atomic_ref_count_init (&report->ref_count);
  report->kind = kind;
  report->parts = g_ptr_array_new_with_free_func (free_part);
  report->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_report_figure_free);
  report->signatures = g_ptr_array_new_with_free_func (free_signature);
  g_date_clear (&report->dated, 1);
  return report;
}

SotayReport *
sotay_report_ref (SotayReport *report)
{
  g_atomic_ref_count_inc (&report->ref_count);
  return report;
}

void
sotay_report_unref (SotayReport *report)
{
  if (!g_atomic_ref_count_dec (&report->ref_count))
    return;
  g_ptr_array_unref (report->parts);
  g_ptr_array_unref (report->figures);
  g_ptr_array_unref (report->signatures);
  g_strfreev (report->addressees);
  g_strfreev (report->recipients);
  g_free (report->superior);
  g_free (report->issuer);
  g_free (report->number);
  g_free (report->place_and_date);
  g_free (report->type);
  g_free (report->subject);
  g_free (report->attached_to);
  g_free (report->author);
  g_free (report);
}

char *
sotay_report_get_title (SotayReport *report)
{
  if (report->type == NULL || report->subject == NULL)
    return g_strdup (report->type != NULL ? report->type : report->subject != NULL ? report->subject : "");
  return g_strdup_printf ("%s %s", report->type, report->subject);
}

int
sotay_report_add_figure (SotayReport *report, SotayReportFigure *figure)
{
  g_ptr_array_add (report->figures, figure);
  return (int) report->figures->len - 1;
}

const SotayReportFigure *
sotay_report_find_figure (SotayReport *report, const char *name)
{
  for (guint i = 0; i < report->figures->len; i++)
    {
      const SotayReportFigure *figure = report->figures->pdata[i];

      if (g_str_equal (figure->name, name))
        return figure;
    }
  return NULL;
}

static char *
clean (const char *text)
{
  return text != NULL && *text != '\0' ? sotay_report_clean (text) : NULL;
}

SotayReportPart *
sotay_report_add_part (SotayReport *report, const char *label, const char *title, const char *note,
                       gboolean landscape)
{
  SotayReportPart *part = g_new0 (SotayReportPart, 1);

  part->label = clean (label);
  part->title = clean (title);
  part->note = clean (note);
  part->landscape = landscape;
  part->blocks = g_ptr_array_new_with_free_func (free_block);
  g_ptr_array_add (report->parts, part);
  return part;
}

void
sotay_report_add_signature (SotayReport *report, const char *const *authority, const char *role, const char *hint,
                            const char *name)
{
  SotaySignature *signature = g_new0 (SotaySignature, 1);

  signature->authority = g_strdupv ((char **) authority);
  for (guint i = 0; authority != NULL && authority[i] != NULL; i++)
    {
      g_free (signature->authority[i]);
      signature->authority[i] = sotay_report_clean (authority[i]);
    }
  signature->role = clean (role);
  signature->hint = clean (hint);
  signature->name = clean (name);
  g_ptr_array_add (report->signatures, signature);
}

static SotayReportBlock *
add_block (SotayReportPart *part, SotayReportBlockKind kind)
{
  SotayReportBlock *block = g_new0 (SotayReportBlock, 1);

  block->kind = kind;
  g_ptr_array_add (part->blocks, block);
  return block;
}

static SotayReportBlock *
add_words (SotayReportPart *part, SotayReportBlockKind kind)
{
  SotayReportBlock *block = add_block (part, kind);

  block->runs = g_array_new (FALSE, TRUE, sizeof (SotayRun));
  g_array_set_clear_func (block->runs, clear_run);
  return block;
}

SotayReportBlock *
sotay_report_part_add_heading (SotayReportPart *part, guint level)
{
  SotayReportBlock *block = add_words (part, SOTAY_REPORT_BLOCK_HEADING);

  block->level = level;
  return block;
}

SotayReportBlock *
sotay_report_part_add_paragraph (SotayReportPart *part, SotayParagraphStyle style)
{
  SotayReportBlock *block = add_words (part, SOTAY_REPORT_BLOCK_PARAGRAPH);

  block->style = style;
  return block;
}

void
sotay_report_part_add_table (SotayReportPart *part, SotayReportTable *table)
{
  add_block (part, SOTAY_REPORT_BLOCK_TABLE)->table = table;
}

void
sotay_report_part_add_chart (SotayReportPart *part, SotayReportChart *chart)
{
  add_block (part, SOTAY_REPORT_BLOCK_CHART)->chart = chart;
}

void
sotay_report_part_add_page_break (SotayReportPart *part)
{
  add_block (part, SOTAY_REPORT_BLOCK_PAGE_BREAK);
}

void
sotay_report_part_add_qr (SotayReportPart *part, const char *text, double size)
{
  SotayReportBlock *block = add_block (part, SOTAY_REPORT_BLOCK_QR);

  block->text = g_strdup (text);
  block->size = size;
}

void
sotay_report_block_add_run (SotayReportBlock *block, const char *text, SotayRunStyle style, int figure)
{
  SotayRun run = { sotay_report_clean (text), style, figure };

  g_return_if_fail (block->runs != NULL);
  g_array_append_val (block->runs, run);
}

char *
sotay_report_block_get_text (const SotayReportBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    g_string_append (text, g_array_index (block->runs, SotayRun, i).text);
  return g_string_free (text, FALSE);
}
