/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/session-text.h"

#include "core/dates.h"
#include "register/session.h"

GDate
sotay_session_day (SotayRecord *session)
{
  const char *iso = sotay_record_get (session, SOTAY_SESSION_DAY);
  GDate day;

  return iso != NULL && sotay_date_parse_iso (iso, &day) ? day : sotay_date_today ();
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

char *
sotay_session_day_and_time (SotayRecord *session)
{
  GDate date = sotay_session_day (session);
  g_autofree char *day = sotay_date_format (&date);
  const char *starts = sotay_record_get (session, SOTAY_SESSION_STARTS_AT);
  const char *ends = sotay_record_get (session, SOTAY_SESSION_ENDS_AT);
  g_autofree char *times = starts != NULL && ends != NULL ? g_strdup_printf ("%s–%s", starts, ends) : NULL;
  g_autoptr (GString) text = g_string_new (day);

  add_part (text, times != NULL ? times : starts);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
sotay_session_when (SotayRecord *session)
{
  g_autofree char *times = sotay_session_day_and_time (session);
  g_autoptr (GString) text = g_string_new (times);

  add_part (text, sotay_record_get (session, SOTAY_SESSION_PLACE));
  add_part (text, sotay_record_get (session, SOTAY_SESSION_TRAINER));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
