/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the roster only: what cells of strangers' tables mean, mended where that is certain. */
#pragma once

#include "register/cell-note.h"

G_BEGIN_DECLS

/**
 * sotay_roster_read_phone:
 * @notes: what was done, or why it is not certain, is added
 *
 * Returns: (transfer full): the telephone number: the leading zero that spreadsheets drop is put back, +84 becomes 0;
 *   what is no number of Việt Nam stays as it is
 */
char *sotay_roster_read_phone (const char *text, guint *notes);

/**
 * sotay_roster_read_code:
 *
 * Returns: (transfer full): the staff code; "1.23456E+05" becomes 123456
 */
char *sotay_roster_read_code (const char *text, guint *notes);

/**
 * sotay_roster_read_level:
 * @level: (out) (nullable): "1", "2", "3" for none, %NULL where nothing is said
 *
 * Returns: whether @text ("02", "Mức độ 2", "chưa có") can be understood
 */
gboolean sotay_roster_read_level (const char *text, const char **level);

/**
 * sotay_roster_read_employment:
 *
 * Returns: (transfer none) (nullable): the word of employment.h for "công chức", "HĐLĐ", "Người HĐKCT" …
 */
const char *sotay_roster_read_employment (const char *text, guint *notes);

/**
 * sotay_roster_read_answer:
 *
 * Returns: (transfer none) (nullable): "yes" for "x", "có", "đã kích hoạt"; "no" for "chưa"
 */
const char *sotay_roster_read_answer (const char *text, guint *notes);

gboolean sotay_roster_is_tick (const char *text); /* "x", "có", "rồi", "✓" … */
gboolean sotay_roster_is_denial (const char *text); /* "", "chưa", "không" */

G_END_DECLS
