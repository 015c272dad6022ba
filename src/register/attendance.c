/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/attendance.h"

#include "register/words.h"

static const char *const statuses[] = {
  [SOTAY_ATTENDANCE_PRESENT] = "present",
  [SOTAY_ATTENDANCE_LATE] = "late",
  [SOTAY_ATTENDANCE_EXCUSED] = "excused",
  [SOTAY_ATTENDANCE_ABSENT] = "absent",
};

const char *
sotay_attendance_status_to_string (SotayAttendanceStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), NULL);
  return statuses[status];
}

gboolean
sotay_attendance_status_from_string (const char *text, SotayAttendanceStatus *status)
{
  guint place;

  if (!sotay_words_find (statuses, G_N_ELEMENTS (statuses), text, &place))
    return FALSE;
  *status = place;
  return TRUE;
}

SotayRecord *
sotay_attendance_new (const char *staff_id, const char *session_id, const char *status)
{
  g_autofree char *id = g_strconcat (staff_id, "/", session_id, NULL);
  const char *const fields[] = { staff_id, session_id, status, NULL };

  return sotay_record_restore (SOTAY_RECORD_ATTENDANCE, id, fields);
}

gboolean
sotay_attendance_counts (SotayRecord *attendance)
{
  SotayAttendanceStatus status;

  return sotay_attendance_status_from_string (sotay_record_get (attendance, SOTAY_ATTENDANCE_STATUS), &status)
         && (status == SOTAY_ATTENDANCE_PRESENT || status == SOTAY_ATTENDANCE_LATE);
}
