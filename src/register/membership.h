/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Former memberships. A person's present unit and joining day stand in the person's record (SOTAY_STAFF_UNIT_ID,
 * SOTAY_STAFF_JOINED_ON); each unit that the person was in before is a record of this kind, so that a past day's
 * figures stay with the unit of that day and a transfer is never counted twice. */
#pragma once

#include "register/record.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_MEMBERSHIP_STAFF_ID,
  SOTAY_MEMBERSHIP_UNIT_ID,
  SOTAY_MEMBERSHIP_FROM_ON, /* first day; absent: since ever */
  SOTAY_MEMBERSHIP_TO_ON,   /* the first day on which it was over: the day of the transfer */
} SotayMembershipField;

/**
 * sotay_membership_new:
 *
 * Returns: (transfer full): a record whose id is "STAFF/UUID", so that the log finds it with the person
 */
SotayRecord *sotay_membership_new (const char *staff_id, const char *unit_id, const char *from_on, const char *to_on);

G_END_DECLS
