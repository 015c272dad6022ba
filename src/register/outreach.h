/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying the utilities on to citizens (tuyên truyền). */
#pragma once

#include "register/record.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_OUTREACH_DAY,
  SOTAY_OUTREACH_PLACE,
  SOTAY_OUTREACH_FORM,    /* in the unit's own words: "họp tổ dân phố", "loa phường" … */
  SOTAY_OUTREACH_REACHED, /* people, a whole number */
  SOTAY_OUTREACH_UNIT_ID,
  SOTAY_OUTREACH_NOTE,
} SotayOutreachField;

/**
 * sotay_outreach_check:
 * @error: %SOTAY_REGISTER_ERROR_INVALID with the field's name as its message
 *
 * The rules: a day that is not still to come, a place or a form, 0 to 10,000,000 people.
 *
 * Returns: whether @outreach keeps them
 */
gboolean sotay_outreach_check (SotayRecord *outreach, GError **error);

/**
 * sotay_outreach_get_reached:
 *
 * Returns: how many people were reached; 0 when nothing is said
 */
guint sotay_outreach_get_reached (SotayRecord *outreach);

G_END_DECLS
