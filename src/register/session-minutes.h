/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minutes that a session spent on each utility. */
#pragma once

#include "register/utilities.h"

G_BEGIN_DECLS

#define SOTAY_SESSION_MOST_MINUTES 999 /* on one utility */

/**
 * SotaySessionMinutes:
 * @of: the minutes on U1 … U16; 0: none are known
 */
typedef struct
{
  guint of[SOTAY_N_UTILITIES];
} SotaySessionMinutes;

/**
 * sotay_session_minutes_parse:
 * @text: parts such as "U1=5", parted by commas or spaces, each utility once at most
 * @minutes: (out caller-allocates): all 0 when @text cannot be read
 *
 * Returns: whether @text names at least one utility with 1 to SOTAY_SESSION_MOST_MINUTES minutes, and nothing else
 */
gboolean sotay_session_minutes_parse (const char *text, SotaySessionMinutes *minutes);

/**
 * sotay_session_minutes_format:
 *
 * Returns: (transfer full): the minutes as they are stored: "U1=5 U10=12"; "" for none
 */
char *sotay_session_minutes_format (const SotaySessionMinutes *minutes);

guint sotay_session_minutes_sum (const SotaySessionMinutes *minutes); /* of all utilities together */

G_END_DECLS
