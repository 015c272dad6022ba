/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of the 16 utilities of the letter (Công văn 520, 06/3/2024), as sessions, the campaign and practice name
 * them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SOTAY_N_UTILITIES 16
#define SOTAY_ALL_UTILITIES 0xffffu

/**
 * sotay_utilities_parse:
 * @text: "all", or ids as in the catalogue parted by commas or spaces: "U1, U5 U16"
 * @set: (out): bit 0 for U1 … bit 15 for U16
 *
 * Returns: whether @text names at least one utility, and nothing else
 */
gboolean sotay_utilities_parse (const char *text, guint *set);

/**
 * sotay_utilities_format:
 *
 * Returns: (transfer full): the set as it is stored: "U1 U5 U16"
 */
char *sotay_utilities_format (guint set);

/**
 * sotay_utilities_format_numbers:
 *
 * Returns: (transfer full): the set as a person reads it, three or more in a row as a range: "1–5, 9, 11, 12"
 */
char *sotay_utilities_format_numbers (guint set);

G_END_DECLS
