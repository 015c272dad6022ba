/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of editing, for sessions, attendance, practice, the campaign, outreach and feedback. See edit.h. */
#pragma once

#include "register/attendance.h"
#include "register/practice.h"
#include "register/staff.h"
#include "register/step.h"

G_BEGIN_DECLS

/**
 * sotay_edit_add_record, sotay_edit_change_record, sotay_edit_remove_record:
 * @record: a session, an outreach or a piece of feedback; to change also the campaign
 * @before: (nullable): the record as it is; %NULL for a campaign that was never set
 * @after: the record as it shall be, same id
 * @error: %SOTAY_REGISTER_ERROR_INVALID, see the kind's check function
 *
 * Returns: (transfer full) (nullable): the step
 */
SotayStep *sotay_edit_add_record (SotayRecord *record, GError **error);
SotayStep *sotay_edit_change_record (SotayRecord *before, SotayRecord *after, GError **error);

/**
 * sotay_edit_change_session:
 * @before: the session as it is
 * @after: the session as it shall be, same id
 * @attendance: (element-type SotayRecord): everyone's attendance of it
 * @error: as sotay_edit_change_record(); "day", too, for one still to come when the attendance was taken already
 *
 * Returns: (transfer full) (nullable): the step
 */
SotayStep *sotay_edit_change_session (SotayRecord *before, SotayRecord *after, GPtrArray *attendance, GError **error);

/**
 * sotay_edit_remove_record:
 * @record: a session, an outreach or a piece of feedback
 * @attendance: (nullable) (element-type SotayRecord): of a session, everyone's attendance
 * @slots: (nullable) (element-type SotayRecord): of a session, the other time slots that name it as their first
 *
 * Returns: (transfer full): one step; the slots that are left follow the next of them
 */
SotayStep *sotay_edit_remove_record (SotayRecord *record, GPtrArray *attendance, GPtrArray *slots);

/**
 * sotay_edit_record_attendance:
 * @session: the session
 * @before: (element-type SotayRecord): the attendance of @session as it is, of these people at least
 * @staff_ids: (array zero-terminated=1): the people
 * @status: (nullable): a status's word; %NULL takes back to "invited" those who were invited, and the others out
 * @remark: (nullable): a remark for all of them; %NULL keeps each one's
 * @error: %SOTAY_REGISTER_ERROR_INVALID "status"; "remark" when it is too long; "day" for a session that is still to
 *   come
 *
 * Returns: (transfer full) (nullable): one step
 */
SotayStep *sotay_edit_record_attendance (SotayRecord *session, GPtrArray *before, const char *const *staff_ids,
                                         const char *status, const char *remark, GError **error);

/**
 * sotay_edit_invite:
 * @before: (element-type SotayRecord): the attendance of @session as it is
 * @staff_ids: (array zero-terminated=1): the people; those who are invited or came already stay as they are
 *
 * Returns: (transfer full): one step
 */
SotayStep *sotay_edit_invite (SotayRecord *session, GPtrArray *before, const char *const *staff_ids);

/**
 * sotay_edit_record_practice:
 * @before: (element-type SotayRecord): the practice of these people as it is
 * @staff_ids: (array zero-terminated=1): the people
 * @utilities: a set, see utilities.h
 * @level: the level reached, or -1 to take the mark away
 * @day: the day on which it was seen; an earlier day at the same level is kept
 * @error: %SOTAY_REGISTER_ERROR_INVALID "day" when @day is still to come
 *
 * Returns: (transfer full) (nullable): one step
 */
SotayStep *sotay_edit_record_practice (GPtrArray *before, const char *const *staff_ids, guint utilities, int level,
                                       const GDate *day, GError **error);

/**
 * sotay_edit_raise_practice:
 *
 * As sotay_edit_record_practice(), for many people at once: a level never replaces a better one. -1 takes every mark
 * away.
 *
 * Returns: (transfer full) (nullable): one step
 */
SotayStep *sotay_edit_raise_practice (GPtrArray *before, const char *const *staff_ids, guint utilities, int level,
                                      const GDate *day, GError **error);

G_END_DECLS
