/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was invited to a session, and who came (điểm danh). */
#pragma once

#include "register/record.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_ATTENDANCE_STAFF_ID,
  SOTAY_ATTENDANCE_SESSION_ID,
  SOTAY_ATTENDANCE_STATUS, /* a word of SotayAttendanceStatus; absent: invited, nothing said yet */
  SOTAY_ATTENDANCE_REMARK,
} SotayAttendanceField;

/* Present and late count as having attended. */
typedef enum
{
  SOTAY_ATTENDANCE_PRESENT, /* có mặt */
  SOTAY_ATTENDANCE_LATE,    /* đến muộn */
  SOTAY_ATTENDANCE_EXCUSED, /* vắng có phép */
  SOTAY_ATTENDANCE_ABSENT,  /* vắng không phép */
  SOTAY_ATTENDANCE_STATUS_N
} SotayAttendanceStatus;

const char *sotay_attendance_status_to_string (SotayAttendanceStatus status); /* "present", "late" … */
gboolean sotay_attendance_status_from_string (const char *text, SotayAttendanceStatus *status);

/**
 * sotay_attendance_new:
 * @status: (nullable): a status's word, or %NULL: invited
 *
 * Returns: (transfer full): a record whose id is "STAFF/SESSION": one person attends a session once
 */
SotayRecord *sotay_attendance_new (const char *staff_id, const char *session_id, const char *status);

/**
 * sotay_attendance_counts:
 *
 * Returns: whether the person was there
 */
gboolean sotay_attendance_counts (SotayRecord *attendance);

G_END_DECLS
