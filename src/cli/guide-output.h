/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs of the manual share: showing how far it is, and printing copies. */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * sotay_guide_output_show_progress:
 *
 * A #SotayGuideProgressFunc: one line that is written again and again, only for a person who looks on.
 */
void sotay_guide_output_show_progress (const SotayGuideProgress *progress, gpointer data);

void sotay_guide_output_end_progress (void); /* leaves that line */

/**
 * sotay_guide_output_add_copy:
 *
 * Adds the members that describe a copy to the object that is being built.
 */
void sotay_guide_output_add_copy (JsonBuilder *json, SotayManualCopy *copy);

/**
 * sotay_guide_output_print_copy:
 *
 * Prints a copy.
 *
 * Returns: %SOTAY_EXIT_DONE
 */
int sotay_guide_output_print_copy (SotayCli *cli, SotayManualCopy *copy);

char *sotay_guide_output_format_time (SotayManualCopy *copy); /* (transfer full): as ISO 8601 writes it */

G_END_DECLS
