/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a lesson goes against its plan, in words. */
#pragma once

#include "presentation/show.h"

G_BEGIN_DECLS

/**
 * sotay_pace_describe:
 * @elapsed: how long was taught, in milliseconds
 * @from: when the plan has the present stop begin
 * @to: when it has it end
 *
 * Within the time of the present stop a lesson is as planned; a minute is the least that is spoken of.
 *
 * Returns: (transfer full): "2 minutes behind the plan"
 */
char *sotay_pace_describe (gint64 elapsed, gint64 from, gint64 to);

char *sotay_pace_describe_show (SotayShow *show); /* (transfer full): of a show as it stands now */

/**
 * sotay_pace_format:
 * @time: in milliseconds
 *
 * Returns: (transfer full): "7:05", "1:02:30"
 */
char *sotay_pace_format (gint64 time);

G_END_DECLS
