/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences that both programs say, in the person's language. */
#pragma once

#include <glib.h>

#include "register/backup.h"
#include "register/roster.h"
#include "register/step.h"

G_BEGIN_DECLS

/**
 * sotay_describe_error:
 * @error: an error of any area
 *
 * Returns: (transfer full): what happened, what was kept, what to do next, in one or two sentences
 */
char *sotay_describe_error (const GError *error);

/**
 * sotay_describe_pause:
 * @reason: why an attempt failed
 * @seconds: until the next one
 *
 * Returns: (transfer full): both in a line: "Máy chủ bận (503 …). Thử lại sau 8 giây…"
 */
char *sotay_describe_pause (const GError *reason, guint seconds);

/**
 * sotay_describe_step:
 *
 * Returns: (transfer full): what a step did: "Đánh dấu đã tập huấn: 12 người"
 */
char *sotay_describe_step (SotayStep *step);

/**
 * sotay_describe_cause:
 *
 * Returns: (transfer none): why a backup was made: "hằng ngày"
 */
const char *sotay_describe_cause (SotayBackupCause cause);

/**
 * sotay_describe_reason:
 *
 * Returns: (transfer none): why a row of a roster is asked about or rejected
 */
const char *sotay_describe_reason (SotayRosterReason reason);

/**
 * sotay_describe_row:
 *
 * Returns: (transfer full): all there is to say about a row of a roster: the reason, then the notes; empty when nothing
 */
char *sotay_describe_row (SotayRosterRow *row);

G_END_DECLS
