/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For columns.h: the headings that offices write. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Not a column of its own: "Nam" and "Nữ", below "Năm sinh" or "Giới tính". */
#define SOTAY_HEADING_SEX (-2)

/**
 * sotay_heading_find:
 * @heading: a heading
 * @loosely: whether a heading that only holds a known one ("Họ và tên cán bộ, công chức") counts
 *
 * Returns: a #SotayStaffField or a #SotayColumn, %SOTAY_HEADING_SEX or %SOTAY_COLUMN_NONE
 */
int sotay_heading_find (const char *heading, gboolean loosely);

G_END_DECLS
