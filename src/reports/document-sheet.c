/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is hung up or handed out: the poster with the manual's code, the utilities on paper. */
#include "reports/document-draft.h"

#define LARGE_CODE 120 /* millimetres */
#define SMALL_CODE 40

static const char *const values[] = { "don-vi", "dia-danh-ngay", "so-ky-hieu", "dia-chi", "muc-do", "so-tien-ich",
                                      NULL };
static const char *const blocks[] = { "ma-qr", "ma-qr-lon", "danh-sach-tien-ich", NULL };
static const char *const parts[] = { NULL };

const SotayTemplateNames sotay_document_sheet_names = { values, blocks, parts };

static void
add_large_code (SotayReportPart *part, gpointer data)
{
  SotayDocumentDraft *draft = data;

  sotay_report_part_add_qr (part, draft->request->address, LARGE_CODE);
}

static void
add_small_code (SotayReportPart *part, gpointer data)
{
  SotayDocumentDraft *draft = data;

  sotay_report_part_add_qr (part, draft->request->address, SMALL_CODE);
}

static void
list_utilities (SotayReportPart *part, gpointer data)
{
  SotayDocumentDraft *draft = data;
  guint number = 0;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      const SotayDocumentUtility *utility = &draft->request->utilities[i];
      g_autofree char *title = NULL;
      SotayReportBlock *block;

      if (utility->level > draft->request->level)
        continue;
      title = g_strdup_printf ("%u. %s. ", ++number, utility->title);
      block = sotay_report_part_add_paragraph (part, SOTAY_PARAGRAPH_LINE);
      sotay_report_block_add_run (block, title, SOTAY_RUN_BOLD, -1);
      sotay_report_block_add_run (block, utility->purpose, SOTAY_RUN_PLAIN, -1);
    }
}

static guint
count_utilities (const SotayDocumentRequest *request)
{
  guint n = 0;

  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    n += request->utilities[i].level <= request->level;
  return n;
}

gboolean
sotay_document_fill_sheet (SotayDocumentDraft *draft, SotayTemplate *template, GError **error)
{
  g_autofree char *level = g_strdup_printf ("%u", draft->request->level);

  sotay_template_filler_set_text (draft->filler, "dia-chi", draft->request->address);
  sotay_template_filler_set_text (draft->filler, "muc-do", level);
  sotay_template_filler_add_figure (draft->filler, sotay_report_figure_new_count ("so-tien-ich",
                                                                           count_utilities (draft->request), NULL,
                                                                           NULL));
  sotay_template_filler_set_block (draft->filler, "ma-qr", add_small_code, draft);
  sotay_template_filler_set_block (draft->filler, "ma-qr-lon", add_large_code, draft);
  sotay_template_filler_set_block (draft->filler, "danh-sach-tien-ich", list_utilities, draft);
  sotay_template_fill (template, draft->filler);
  return TRUE;
}
