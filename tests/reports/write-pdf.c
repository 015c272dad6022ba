/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write-pdf NAME FILE: writes one of the sample reports, for tests that read it with other programs. */
#include "reports/report-pdf.h"

#include "sample-reports.h"

int
main (int argc, char **argv)
{
  g_autoptr (SotayReport) report = argc == 3 ? sample_report (argv[1]) : NULL;
  g_autoptr (GError) error = NULL;

  if (report == NULL)
    {
      g_printerr ("usage: write-pdf NAME FILE\n");
      return 2;
    }
  if (sotay_report_write_pdf (report, argv[2], NULL, NULL, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
