/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * sotay_staff_output_print:
 * @staff: (element-type SotayStaff): people
 * @units: (element-type SotayUnit): all units, for their names
 *
 * Prints people as JSON or as a table.
 *
 * Returns: %SOTAY_EXIT_DONE
 */
int sotay_staff_output_print (SotayCli *cli, GPtrArray *staff, GPtrArray *units);

G_END_DECLS
