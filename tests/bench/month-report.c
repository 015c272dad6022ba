/* SPDX-License-Identifier: GPL-3.0-or-later */
/* month-report DATABASE MONTH TODAY: reads a month of a register filled by bench-register and makes its report; prints
 * the ms of processor time of both, and how many figures and rows the report has. */
#include "core/dates.h"
#include "register/sqlite/sqlite-store.h"
#include "reports/month-report.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double
get_milliseconds (void)
{
  return 1000.0 * (double) clock () / CLOCKS_PER_SEC;
}

static GDate
parse_day (const char *iso)
{
  GDate day;

  if (!sotay_date_parse_iso (iso, &day))
    g_error ("no day: %s", iso);
  return day;
}

int
main (int argc, char **argv)
{
  static const char *const utilities[SOTAY_N_UTILITIES + 1] = { "1", "2",  "3",  "4",  "5",  "6",  "7",  "8", "9",
                                                               "10", "11", "12", "13", "14", "15", "16", NULL };
  g_autoptr (SotayIssuer) issuer = sotay_issuer_new ();
  SotayMonthOrder order = { .unit_id = NULL };
  g_autoptr (SotayStore) store = NULL;
  g_autoptr (SotayMonthData) data = NULL;
  g_autoptr (SotayMonthReport) report = NULL;
  g_autoptr (GError) error = NULL;
  double start, read;

  if (argc != 4)
    return EXIT_FAILURE;
  store = sotay_sqlite_store_new (argv[1]);
  order.month = parse_day (argv[2]);
  order.today = parse_day (argv[3]);
  order.issuer = issuer;
  order.utilities = utilities;
  start = get_milliseconds ();
  data = sotay_month_data_load (store, &order.month, &order.today, NULL, NULL, &error);
  if (data == NULL)
    g_error ("%s", error->message);
  read = get_milliseconds ();
  report = sotay_month_report_build (store, &order, NULL, &error);
  if (report == NULL)
    g_error ("%s", error->message);
  printf ("read %.0f ms, read, made and inspected %.0f ms, %u figures, %u findings\n", read - start,
          get_milliseconds () - read, report->report->figures->len, report->findings->len);
  return EXIT_SUCCESS;
}
