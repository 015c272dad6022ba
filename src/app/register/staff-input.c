/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-input.h"

#include "core/dates.h"
#include "core/text.h"

#include <glib/gi18n-lib.h>

/* Whether it is typed as a day. */
static gboolean
is_date (SotayStaffField field)
{
  return field == SOTAY_STAFF_JOINED_ON || field == SOTAY_STAFF_LEFT_ON || field == SOTAY_STAFF_TRAINED_ON
         || field == SOTAY_STAFF_PASSED_ON;
}

static gboolean
must_be_past (SotayStaffField field)
{
  return field == SOTAY_STAFF_TRAINED_ON || field == SOTAY_STAFF_PASSED_ON;
}

static char *
read_date (SotayStaffField field, const char *typed, const char **problem)
{
  GDate today = sotay_date_today ();
  GDate date;

  if (!sotay_date_parse (typed, &today, &date))
    {
      *problem = _("type a day such as 5/3/2024");
      return NULL;
    }
  if (must_be_past (field) && g_date_compare (&date, &today) > 0)
    *problem = _("this day is still to come");
  return sotay_date_to_iso (&date);
}

static char *
read_birth (const char *typed, const char **problem)
{
  GDate today = sotay_date_today ();
  char *birth = sotay_birth_parse (typed, &today);

  if (birth == NULL)
    *problem = _("type a year such as 1975, or a day such as 5/3/1975");
  return birth;
}

char *
sotay_staff_input_read (SotayStaffField field, const char *typed, const char **problem)
{
  g_autofree char *tidy = sotay_text_tidy (typed);

  *problem = NULL;
  if (*tidy == '\0')
    return NULL;
  if (is_date (field))
    return read_date (field, tidy, problem);
  if (field == SOTAY_STAFF_BIRTH)
    return read_birth (tidy, problem);
  return g_steal_pointer (&tidy);
}

char *
sotay_staff_input_write (SotayStaffField field, SotayStaff *staff)
{
  const char *value = sotay_staff_get_field (staff, field);

  if (value == NULL)
    return g_strdup ("");
  if (is_date (field) || field == SOTAY_STAFF_BIRTH)
    return sotay_date_format_iso (value);
  return g_strdup (value);
}

const char *
sotay_staff_input_rule (SotayStaffField field)
{
  switch (field)
    {
    case SOTAY_STAFF_NAME:
      return _("type the name: 1 to 200 characters");
    case SOTAY_STAFF_LEFT_ON:
      return _("must be after the day of joining");
    default:
      return _("cannot be used, or is longer than 1,000 characters");
    }
}

SotayStaffField
sotay_staff_input_blamed (const GError *error)
{
  for (SotayStaffField field = 0; field < SOTAY_STAFF_N_FIELDS; field++)
    if (g_str_equal (error->message, sotay_staff_field_name (field)))
      return field;
  return SOTAY_STAFF_N_FIELDS;
}
