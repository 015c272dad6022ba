/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/unit-names.h"
#include "register/store.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_ATTENDANCE_PAGE (sotay_attendance_page_get_type ())
/**
 * SotayAttendancePage:
 *
 * Taking attendance (điểm danh) with the keyboard alone; before the day of the session the same page invites people.
 * Follows the register by itself.
 *
 * Keys in the field: Enter present, F2 late, F3 excused, F4 absent. In the list: Space present or not, L, P and V as F2
 * to F4, Delete takes out.
 * Signal "closed": the person wants to leave the page.
 */
G_DECLARE_FINAL_TYPE (SotayAttendancePage, sotay_attendance_page, SOTAY, ATTENDANCE_PAGE, AdwBin)

/**
 * sotay_attendance_page_new:
 * @unit_id: (nullable): whose staff is looked for first
 */
GtkWidget *sotay_attendance_page_new (SotayStore *store, SotayRecord *session, SotayUnitNames *names,
                                      const char *unit_id);

void sotay_attendance_page_show (SotayAttendancePage *page, SotayRecord *session, SotayUnitNames *names); /* newest */

/**
 * sotay_attendance_page_leave_search:
 *
 * Returns: whether something was typed, which is taken away
 */
gboolean sotay_attendance_page_leave_search (SotayAttendancePage *page);

const char *sotay_attendance_page_get_session_id (SotayAttendancePage *page); /* (transfer none) */

G_END_DECLS
