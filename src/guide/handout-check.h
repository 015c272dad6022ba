/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * sotay_handout_check_start:
 * @task: (transfer full): answered with %TRUE, or with %SOTAY_GUIDE_ERROR_HANDOUT_CHECK
 * @page: the address of the page
 * @file: the address of the file
 * @start: what the file begins with
 * @end: what it ends with
 *
 * Fetches the page, which must name @file, and both ends of the file; on a thread of its own.
 */
void sotay_handout_check_start (GTask *task, const char *page, const char *file, GBytes *start, GBytes *end);

G_END_DECLS
