/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/campaign.h"

#include "register/employment.h"
#include "register/record-rules.h"
#include "register/utilities.h"

static gboolean
are_employments_or_empty (const char *text)
{
  g_auto (GStrv) words = NULL;
  SotayEmployment employment;

  if (text == NULL)
    return TRUE;
  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!sotay_employment_from_string (words[i], &employment))
      return FALSE;
  return TRUE;
}

gboolean
sotay_campaign_check (SotayRecord *campaign, GError **error)
{
  const char *utilities = sotay_record_get (campaign, SOTAY_CAMPAIGN_UTILITIES);
  guint set;

  if (utilities != NULL && !sotay_utilities_parse (utilities, &set))
    return sotay_record_refuse (campaign, SOTAY_CAMPAIGN_UTILITIES, error);
  if (!are_employments_or_empty (sotay_record_get (campaign, SOTAY_CAMPAIGN_EMPLOYMENTS)))
    return sotay_record_refuse (campaign, SOTAY_CAMPAIGN_EMPLOYMENTS, error);
  return sotay_record_check_day (campaign, SOTAY_CAMPAIGN_DEADLINE, FALSE, error)
         && sotay_record_check_lengths (campaign, error);
}

guint
sotay_campaign_get_utilities (SotayRecord *campaign)
{
  const char *utilities = campaign != NULL ? sotay_record_get (campaign, SOTAY_CAMPAIGN_UTILITIES) : NULL;
  guint set;

  return utilities != NULL && sotay_utilities_parse (utilities, &set) ? set : SOTAY_ALL_UTILITIES;
}

gboolean
sotay_campaign_counts (SotayRecord *campaign, const char *employment)
{
  const char *text = campaign != NULL ? sotay_record_get (campaign, SOTAY_CAMPAIGN_EMPLOYMENTS) : NULL;
  g_auto (GStrv) words = NULL;

  if (text == NULL || employment == NULL)
    return TRUE;
  words = g_strsplit (text, " ", -1);
  return g_strv_contains ((const char *const *) words, employment);
}
