/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A training session (lớp tập huấn). */
#pragma once

#include "register/record.h"
#include "register/session-minutes.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_SESSION_TITLE,
  SOTAY_SESSION_DAY,       /* ISO */
  SOTAY_SESSION_STARTS_AT, /* "08:00" */
  SOTAY_SESSION_ENDS_AT,   /* "11:30", after the start */
  SOTAY_SESSION_PLACE,
  SOTAY_SESSION_TRAINER,
  SOTAY_SESSION_FORM,      /* a word of SotaySessionForm */
  SOTAY_SESSION_UTILITIES, /* the set that is taught, see sotay_utilities_format(); absent: nothing counts */
  SOTAY_SESSION_MINUTES,   /* spent on each utility, see sotay_session_minutes_format() */
  SOTAY_SESSION_UNIT_ID,   /* the unit that holds it */
  SOTAY_SESSION_SERIES_ID, /* the id of the first of several time slots of one session; absent: it stands alone */
  SOTAY_SESSION_DOCUMENTS, /* one to a line: a name, a path or an address */
  SOTAY_SESSION_NOTE,
} SotaySessionField;

typedef enum
{
  SOTAY_SESSION_IN_PERSON, /* trực tiếp */
  SOTAY_SESSION_ONLINE,    /* trực tuyến */
  SOTAY_SESSION_FORM_N
} SotaySessionForm;

const char *sotay_session_form_to_string (SotaySessionForm form); /* "in-person", "online" */
gboolean sotay_session_form_from_string (const char *text, SotaySessionForm *form);

/**
 * sotay_session_check:
 * @error: %SOTAY_REGISTER_ERROR_INVALID with the field's name as its message
 *
 * The rules: a title of 1 to 200 characters, a real day, times as "08:00" with the end after the start, a known form,
 * utilities of the letter, minutes as session-minutes.h has them.
 *
 * Returns: whether @session keeps them
 */
gboolean sotay_session_check (SotayRecord *session, GError **error);

/**
 * sotay_session_time_parse:
 * @typed: "8", "8h", "8h30", "8:30", "8.30", "0830", "8 giờ 30"
 *
 * Returns: (transfer full) (nullable): "08:30"; %NULL for what is no time of a day
 */
char *sotay_session_time_parse (const char *typed);

/**
 * sotay_session_get_utilities:
 *
 * Returns: the set of utilities that the session teaches, see utilities.h
 */
guint sotay_session_get_utilities (SotayRecord *session);

/**
 * sotay_session_get_minutes:
 *
 * Returns: the session's minutes on each utility; all 0 when it has none that can be read
 */
SotaySessionMinutes sotay_session_get_minutes (SotayRecord *session);

G_END_DECLS
