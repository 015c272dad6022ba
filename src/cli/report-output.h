/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report goes: what the verbs "report …" have in common. */
#pragma once

#include "cli/cli.h"
#include "reports/report.h"

G_BEGIN_DECLS

/* The options of every verb that writes a report. */
#define SOTAY_CLI_REPORT_OPTIONS(format, output) \
  { "format", 0, 0, G_OPTION_ARG_STRING, &(format), N_("Kind of file; without it the ending of its name says"), \
    "pdf|docx|xlsx|csv|json" }, \
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &(output), N_("The file"), N_("FILE") }

/**
 * sotay_cli_check_report_options:
 * @format, @output: (nullable): what was typed
 *
 * Returns: whether they say where and as what; if not, the person was told
 */
gboolean sotay_cli_check_report_options (SotayCli *cli, const char *format, const char *output);

/**
 * sotay_cli_write_report:
 * @format: (nullable): as what; %NULL: as the ending of @output says
 *
 * Writes the file; says so, unless JSON is wanted.
 *
 * Returns: whether it stands there
 */
gboolean sotay_cli_write_report (SotayCli *cli, SotayReport *report, const char *format, const char *output,
                                 GError **error);

G_END_DECLS
