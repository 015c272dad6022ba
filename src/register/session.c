/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/session.h"

#include "register/record-rules.h"
#include "register/unit.h"
#include "register/utilities.h"
#include "register/words.h"

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
  SotaySessionForm known;
  guint set;

  if (title == NULL || g_utf8_strlen (title, -1) > SOTAY_LONGEST_NAME)
    return sotay_record_refuse (session, SOTAY_SESSION_TITLE, error);
  if (form != NULL && !sotay_session_form_from_string (form, &known))
    return sotay_record_refuse (session, SOTAY_SESSION_FORM, error);
  if (utilities != NULL && !sotay_utilities_parse (utilities, &set))
    return sotay_record_refuse (session, SOTAY_SESSION_UTILITIES, error);
  return sotay_record_check_day (session, SOTAY_SESSION_DAY, TRUE, error) && check_times (session, error)
         && sotay_record_check_lengths (session, error);
}

guint
sotay_session_get_utilities (SotayRecord *session)
{
  const char *utilities = sotay_record_get (session, SOTAY_SESSION_UTILITIES);
  guint set = 0;

  return utilities != NULL && sotay_utilities_parse (utilities, &set) ? set : 0;
}
