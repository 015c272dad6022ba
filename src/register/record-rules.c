/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/record-rules.h"

#include "core/dates.h"
#include "register/register-error.h"

#include <string.h>

gboolean
sotay_record_refuse (SotayRecord *record, guint field, GError **error)
{
  const SotayRecordShape *shape = sotay_record_shape (sotay_record_get_kind (record));

  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID, shape->fields[field]);
  return FALSE;
}

gboolean
sotay_record_check_day (SotayRecord *record, guint field, gboolean required, GError **error)
{
  const char *value = sotay_record_get (record, field);
  GDate day;

  if (value == NULL ? !required : sotay_date_parse_iso (value, &day))
    return TRUE;
  return sotay_record_refuse (record, field, error);
}

gboolean
sotay_record_check_past_day (SotayRecord *record, guint field, gboolean required, GError **error)
{
  const char *value = sotay_record_get (record, field);
  GDate today = sotay_date_today ();
  GDate day;

  if (!sotay_record_check_day (record, field, required, error))
    return FALSE;
  if (value == NULL || (sotay_date_parse_iso (value, &day) && g_date_compare (&day, &today) <= 0))
    return TRUE;
  return sotay_record_refuse (record, field, error);
}

gboolean
sotay_record_check_lengths (SotayRecord *record, GError **error)
{
  const SotayRecordShape *shape = sotay_record_shape (sotay_record_get_kind (record));

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const char *value = sotay_record_get (record, i);
      gboolean long_text = value != NULL && strchr (value, '\n') != NULL;

      if (value != NULL
          && (!g_utf8_validate (value, -1, NULL)
              || g_utf8_strlen (value, -1) > (long_text ? 10 : 1) * SOTAY_LONGEST_FIELD))
        return sotay_record_refuse (record, i, error);
    }
  return TRUE;
}
