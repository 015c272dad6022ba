/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * sotay_staff_output_print:
 * @staff: (element-type SotayStaff): people
 * @names: (element-type utf8 utf8): the names of their units
 *
 * Prints people as JSON or as a table.
 *
 * Returns: %SOTAY_EXIT_DONE
 */
int sotay_staff_output_print (SotayCli *cli, GPtrArray *staff, GHashTable *names);

/**
 * sotay_staff_output_write:
 * @names: (element-type utf8 utf8): the names of units
 *
 * Adds the members of a person's object.
 */
void sotay_staff_output_write (JsonBuilder *json, SotayStaff *staff, GHashTable *names);

G_END_DECLS
