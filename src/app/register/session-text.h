/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session in words. */
#pragma once

#include <glib.h>

#include "register/record.h"

G_BEGIN_DECLS

GDate sotay_session_day (SotayRecord *session); /* its day; today when it has none that can be read */

char *sotay_session_day_and_time (SotayRecord *session); /* (transfer full): "05/3/2024 · 08:00–11:30" */

/**
 * sotay_session_when:
 *
 * Returns: (transfer full): day, time, place and trainer: "05/3/2024 · 08:00–11:30 · Hội trường"
 */
char *sotay_session_when (SotayRecord *session);

G_END_DECLS
