/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the log and the history of an entry print a step. */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * sotay_step_output_write:
 *
 * Adds the members of the step's object.
 */
void sotay_step_output_write (JsonBuilder *json, SotayStep *step);

/**
 * sotay_step_output_format_time:
 *
 * Returns: (transfer full): "05/3/2024 08:15" on this PC's clock
 */
char *sotay_step_output_format_time (SotayStep *step);

/**
 * sotay_step_output_describe_state:
 *
 * Returns: (transfer none): whether it was undone; empty when not
 */
const char *sotay_step_output_describe_state (SotayStep *step);

G_END_DECLS
