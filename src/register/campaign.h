/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What 100 % means: which utilities, for whom, until when. There is one campaign, whose id is SOTAY_CAMPAIGN_ID;
 * without a record the letter's own rules hold: all 16 utilities, everyone, no deadline. */
#pragma once

#include "register/record.h"

G_BEGIN_DECLS

#define SOTAY_CAMPAIGN_ID "campaign"

typedef enum
{
  SOTAY_CAMPAIGN_TITLE,
  SOTAY_CAMPAIGN_UTILITIES,   /* the required set, see utilities.h; absent: all */
  SOTAY_CAMPAIGN_EMPLOYMENTS, /* words of SotayEmployment that count, parted by spaces; absent: all */
  SOTAY_CAMPAIGN_DEADLINE,    /* ISO */
} SotayCampaignField;

/**
 * sotay_campaign_check:
 * @error: %SOTAY_REGISTER_ERROR_INVALID with the field's name as its message
 *
 * Returns: whether every field is absent or can be read
 */
gboolean sotay_campaign_check (SotayRecord *campaign, GError **error);

/**
 * sotay_campaign_get_utilities:
 * @campaign: (nullable): the campaign, or %NULL for the letter's own rules
 *
 * Returns: the set of utilities that everyone must have been taught
 */
guint sotay_campaign_get_utilities (SotayRecord *campaign);

/**
 * sotay_campaign_counts:
 * @campaign: (nullable): the campaign
 * @employment: (nullable): a person's kind of employment
 *
 * Returns: whether people of this kind count towards 100 %; those whose kind is not known do
 */
gboolean sotay_campaign_counts (SotayRecord *campaign, const char *employment);

G_END_DECLS
