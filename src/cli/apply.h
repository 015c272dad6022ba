/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * sotay_cli_apply:
 * @id: the id of what @step adds, changes or removes
 * @step: (nullable): a step that an edit made, or %NULL when it refused
 * @error: (inout): why it refused
 *
 * Does the step, and prints the id or what was done.
 *
 * Returns: the exit status
 */
int sotay_cli_apply (SotayCli *cli, const char *id, SotayStep *step, GError **error);

G_END_DECLS
