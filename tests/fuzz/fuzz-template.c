/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds a template and the figures of a closed month, as a stranger wrote them, to their readers. */
#include "reports/frozen-month.h"
#include "reports/report-error.h"
#include "reports/template.h"

#include "fuzz.h"

static const char *const values[] = { "lop", "thang", NULL };
static const char *const blocks[] = { "bang", NULL };
static const char *const parts[] = { "kho-khan", NULL };

/* Whatever a template says, the report that is made of it holds valid text. */
static void
fill (SotayTemplate *template)
{
  g_autoptr (SotayReport) report = sotay_report_new (SOTAY_REPORT_MONTHLY);
  g_autoptr (SotayTemplateFiller) filler = sotay_template_filler_new (report);

  sotay_template_filler_set_text (filler, "thang", "11/2026");
  sotay_template_filler_add_figure (filler, sotay_report_figure_new_count ("lop", 1, NULL, NULL));
  sotay_template_filler_set_part (filler, "kho-khan", "Mạng chậm\n- Máy cũ");
  sotay_template_fill (template, filler);
  for (guint i = 0; i < report->parts->len; i++)
    {
      GPtrArray *found = ((SotayReportPart *) report->parts->pdata[i])->blocks;

      for (guint j = 0; j < found->len; j++)
        {
          g_autofree char *text = sotay_report_block_get_text (found->pdata[j]);

          g_assert_true (g_utf8_validate (text, -1, NULL));
        }
    }
}

/* What was read says the same when it is written and read again. */
static void
read_figures (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayFrozenMonth) frozen = sotay_frozen_month_parse (text, &error);
  g_autoptr (SotayFrozenMonth) again = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GPtrArray) corrections = NULL;

  g_assert_true ((frozen == NULL) == (error != NULL));
  if (frozen == NULL)
    return;
  written = sotay_frozen_month_to_text (frozen);
  again = sotay_frozen_month_parse (written, &error);
  g_assert_no_error (error);
  corrections = sotay_frozen_month_compare (frozen, again);
  g_assert_cmpuint (corrections->len, ==, 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const SotayTemplateNames known = { values, blocks, parts };
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayTemplate) template = sotay_template_parse ((const char *) data, size, "t.mau", &known, &error);

  g_assert_true ((template == NULL) == (error != NULL));
  if (template != NULL)
    fill (template);
  read_figures (text);
  return 0;
}
