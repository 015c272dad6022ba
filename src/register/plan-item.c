/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/plan-item.h"

static SotayRosterReason
reason_of (const GError *error)
{
  const char *field = error->message;

  if (g_str_equal (field, "name"))
    return SOTAY_ROSTER_REASON_BAD_NAME;
  if (g_str_equal (field, "unit_id"))
    return SOTAY_ROSTER_REASON_NO_UNIT;
  if (g_str_equal (field, "birth"))
    return SOTAY_ROSTER_REASON_BAD_BIRTH;
  if (g_str_equal (field, "level"))
    return SOTAY_ROSTER_REASON_BAD_LEVEL;
  if (g_str_equal (field, "joined_on") || g_str_equal (field, "left_on"))
    return SOTAY_ROSTER_REASON_BAD_SERVICE;
  if (g_str_has_suffix (field, "_on"))
    return SOTAY_ROSTER_REASON_BAD_DATE;
  return SOTAY_ROSTER_REASON_TOO_LONG;
}

gboolean
sotay_roster_item_check (const char *const *fields, const GDate *today, SotayRosterReason *reason)
{
  g_autoptr (GError) error = NULL;

  if (sotay_staff_check_fields (fields, today, &error))
    return TRUE;
  *reason = reason_of (error);
  return FALSE;
}

void
sotay_roster_item_get_fields (const SotayRosterItem *item, const char **fields)
{
  sotay_packed_staff_get (item->packed, fields);
  fields[SOTAY_STAFF_UNIT_ID] = item->unit != NULL ? sotay_unit_get_id (item->unit->unit) : NULL;
}
