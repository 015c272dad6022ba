/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/membership.h"

#include "core/uuid.h"

SotayRecord *
sotay_membership_new (const char *staff_id, const char *unit_id, const char *from_on, const char *to_on)
{
  g_autofree char *uuid = sotay_uuid_new ();
  g_autofree char *id = g_strconcat (staff_id, "/", uuid, NULL);
  const char *const fields[] = { staff_id, unit_id, from_on, to_on };

  return sotay_record_restore (SOTAY_RECORD_MEMBERSHIP, id, fields);
}
