/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/outreach.h"

#include "register/record-rules.h"

#define MOST_PEOPLE 10000000

gboolean
sotay_outreach_check (SotayRecord *outreach, GError **error)
{
  const char *reached = sotay_record_get (outreach, SOTAY_OUTREACH_REACHED);

  if (sotay_record_get (outreach, SOTAY_OUTREACH_PLACE) == NULL
      && sotay_record_get (outreach, SOTAY_OUTREACH_FORM) == NULL)
    return sotay_record_refuse (outreach, SOTAY_OUTREACH_PLACE, error);
  if (reached != NULL && !g_ascii_string_to_unsigned (reached, 10, 0, MOST_PEOPLE, NULL, NULL))
    return sotay_record_refuse (outreach, SOTAY_OUTREACH_REACHED, error);
  return sotay_record_check_past_day (outreach, SOTAY_OUTREACH_DAY, TRUE, error)
         && sotay_record_check_lengths (outreach, error);
}

guint
sotay_outreach_get_reached (SotayRecord *outreach)
{
  const char *reached = sotay_record_get (outreach, SOTAY_OUTREACH_REACHED);
  guint64 number = 0;

  if (reached != NULL)
    g_ascii_string_to_unsigned (reached, 10, 0, MOST_PEOPLE, &number, NULL);
  return (guint) number;
}
