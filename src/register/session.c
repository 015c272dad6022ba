/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/session.h"

#include "register/record-rules.h"
#include "register/unit.h"
#include "register/utilities.h"
#include "register/words.h"

#include <stdlib.h>
#include <string.h>

static const char *const forms[] = {
  [SOTAY_SESSION_IN_PERSON] = "in-person",
  [SOTAY_SESSION_ONLINE] = "online",
};

static gboolean
is_digit_pair (const char *text, int below)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && (text[0] - '0') * 10 + text[1] - '0' < below;
}

static gboolean
is_time_or_empty (const char *text)
{
  return text == NULL
         || (strlen (text) == 5 && is_digit_pair (text, 24) && text[2] == ':' && is_digit_pair (text + 3, 60));
}

static gboolean
check_times (SotayRecord *session, GError **error)
{
  const char *starts = sotay_record_get (session, SOTAY_SESSION_STARTS_AT);
  const char *ends = sotay_record_get (session, SOTAY_SESSION_ENDS_AT);

  if (!is_time_or_empty (starts))
    return sotay_record_refuse (session, SOTAY_SESSION_STARTS_AT, error);
  if (!is_time_or_empty (ends) || (ends != NULL && (starts == NULL || strcmp (ends, starts) <= 0)))
    return sotay_record_refuse (session, SOTAY_SESSION_ENDS_AT, error);
  return TRUE;
}

const char *
sotay_session_form_to_string (SotaySessionForm form)
{
  g_return_val_if_fail (form < G_N_ELEMENTS (forms), NULL);
  return forms[form];
}

gboolean
sotay_session_form_from_string (const char *text, SotaySessionForm *form)
{
  guint place;

  if (!sotay_words_find (forms, G_N_ELEMENTS (forms), text, &place))
    return FALSE;
  *form = place;
  return TRUE;
}

gboolean
sotay_session_check (SotayRecord *session, GError **error)
{
  const char *title = sotay_record_get (session, SOTAY_SESSION_TITLE);
  const char *form = sotay_record_get (session, SOTAY_SESSION_FORM);
  const char *utilities = sotay_record_get (session, SOTAY_SESSION_UTILITIES);
  const char *minutes = sotay_record_get (session, SOTAY_SESSION_MINUTES);
  SotaySessionMinutes spent;
  SotaySessionForm known;
  guint set;

  if (title == NULL || g_utf8_strlen (title, -1) > SOTAY_LONGEST_NAME)
    return sotay_record_refuse (session, SOTAY_SESSION_TITLE, error);
  if (form != NULL && !sotay_session_form_from_string (form, &known))
    return sotay_record_refuse (session, SOTAY_SESSION_FORM, error);
  if (utilities != NULL && !sotay_utilities_parse (utilities, &set))
    return sotay_record_refuse (session, SOTAY_SESSION_UTILITIES, error);
  if (minutes != NULL && !sotay_session_minutes_parse (minutes, &spent))
    return sotay_record_refuse (session, SOTAY_SESSION_MINUTES, error);
  return sotay_record_check_day (session, SOTAY_SESSION_DAY, TRUE, error) && check_times (session, error)
         && sotay_record_check_lengths (session, error);
}

char *
sotay_session_time_parse (const char *typed)
{
  g_autoptr (GRegex) pattern = g_regex_new ("^\\s*([0-9]{1,2})\\s*"
                                            "(?:(?:[:.]|h|g|giờ)\\s*([0-9]{2})?|(?<=[0-9]{2})([0-9]{2}))?\\s*$",
                                            G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hour = NULL;
  g_autofree char *minute = NULL;
  g_autofree char *digits = NULL;
  int h, m;

  if (!g_regex_match (pattern, typed, 0, &match))
    return NULL;
  hour = g_match_info_fetch (match, 1);
  minute = g_match_info_fetch (match, 2);
  digits = g_match_info_fetch (match, 3);
  h = atoi (hour);
  m = minute != NULL && *minute != '\0' ? atoi (minute) : digits != NULL ? atoi (digits) : 0;
  return h < 24 && m < 60 ? g_strdup_printf ("%02d:%02d", h, m) : NULL;
}

guint
sotay_session_get_utilities (SotayRecord *session)
{
  const char *utilities = sotay_record_get (session, SOTAY_SESSION_UTILITIES);
  guint set = 0;

  return utilities != NULL && sotay_utilities_parse (utilities, &set) ? set : 0;
}

SotaySessionMinutes
sotay_session_get_minutes (SotayRecord *session)
{
  const char *text = sotay_record_get (session, SOTAY_SESSION_MINUTES);
  SotaySessionMinutes minutes = { { 0 } };

  if (text != NULL)
    sotay_session_minutes_parse (text, &minutes);
  return minutes;
}
