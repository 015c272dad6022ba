/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report-writer.h"

#include "reports/report-csv.h"
#include "reports/report-docx.h"
#include "reports/report-json.h"
#include "reports/report-pdf.h"
#include "reports/report-xlsx.h"

#include <string.h>

static const SotayReportFormat formats[] = {
  { "pdf", sotay_report_write_pdf },
  { "docx", sotay_report_write_docx },
  { "xlsx", sotay_report_write_xlsx },
  { "csv", sotay_report_write_csv },
  { "json", sotay_report_write_json },
};

const SotayReportFormat *
sotay_report_list_formats (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

const SotayReportFormat *
sotay_report_find_format (const char *name)
{
  const char *point = strrchr (name, '.');
  const char *ending = point != NULL ? point + 1 : name;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].name, ending) == 0)
      return &formats[i];
  return NULL;
}

gboolean
sotay_report_write (SotayReport *report, const char *path, const SotayReportFormat *format,
                    const SotayAdvance *advance, GCancellable *cancellable, GError **error)
{
  return format->write (report, path, advance, cancellable, error);
}
