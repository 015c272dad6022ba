/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/inputs.h"

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

/**
 * sotay_cli_edit_record, sotay_cli_remove_record:
 * @kind: an outreach or a piece of feedback
 * @inputs: what can be changed
 *
 * The whole of a verb "KIND edit ID …" or "KIND remove ID".
 *
 * Returns: the exit status
 */
int sotay_cli_edit_record (SotayCli *cli, SotayRecordKind kind, const SotayInput *inputs);
int sotay_cli_remove_record (SotayCli *cli, SotayRecordKind kind);

G_END_DECLS
