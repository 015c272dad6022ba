/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-columns.h"

#include "core/dates.h"

#include <glib/gi18n-lib.h>

const char *
sotay_staff_column_title (SotayStaffColumn column)
{
  switch (column)
    {
    case SOTAY_STAFF_COLUMN_NAME:
      return _("Full name");
    case SOTAY_STAFF_COLUMN_BIRTH:
      return _("Born");
    case SOTAY_STAFF_COLUMN_POSITION:
      return _("Position");
    case SOTAY_STAFF_COLUMN_UNIT:
      return _("Unit");
    case SOTAY_STAFF_COLUMN_LEVEL:
      return _("VNeID level");
    case SOTAY_STAFF_COLUMN_TRAINED:
      return _("Trained on");
    default:
      return _("Passed");
    }
}

static char *
text_or_dash (const char *text)
{
  return g_strdup (text != NULL ? text : "–");
}

static char *
date_text (const char *iso)
{
  return iso != NULL ? sotay_date_format_iso (iso) : g_strdup ("–");
}

static char *
trained_text (SotayStaff *staff)
{
  const char *since = sotay_staff_get_trained_since (staff);

  return since != NULL ? sotay_date_format_iso (since) : g_strdup (_("not yet"));
}

static char *
unit_text (SotayStaff *staff, SotayUnitNames *names)
{
  SotayUnit *unit = names != NULL ? sotay_unit_names_find (names, sotay_staff_get_unit_id (staff)) : NULL;

  return text_or_dash (unit != NULL ? sotay_unit_get_name (unit) : NULL);
}

static const char *
short_level (SotayAccountLevel level)
{
  switch (level)
    {
    case SOTAY_ACCOUNT_LEVEL_1:
      return _("Level 1");
    case SOTAY_ACCOUNT_LEVEL_2:
      return _("Level 2");
    case SOTAY_ACCOUNT_NONE:
      return _("none");
    default:
      return "–";
    }
}

char *
sotay_staff_column_text (SotayStaffColumn column, SotayStaff *staff, SotayUnitNames *names)
{
  switch (column)
    {
    case SOTAY_STAFF_COLUMN_NAME:
      return g_strdup (sotay_staff_get_name (staff));
    case SOTAY_STAFF_COLUMN_BIRTH:
      return date_text (sotay_staff_get_field (staff, SOTAY_STAFF_BIRTH));
    case SOTAY_STAFF_COLUMN_POSITION:
      return text_or_dash (sotay_staff_get_field (staff, SOTAY_STAFF_POSITION));
    case SOTAY_STAFF_COLUMN_UNIT:
      return unit_text (staff, names);
    case SOTAY_STAFF_COLUMN_LEVEL:
      return g_strdup (short_level (sotay_staff_get_level (staff)));
    case SOTAY_STAFF_COLUMN_TRAINED:
      return trained_text (staff);
    default:
      return g_strdup (sotay_staff_get_passed_since (staff) != NULL ? _("✓ passed") : "–");
    }
}

const char *
sotay_account_level_text (SotayAccountLevel level)
{
  switch (level)
    {
    case SOTAY_ACCOUNT_LEVEL_1:
      return _("Level 1");
    case SOTAY_ACCOUNT_LEVEL_2:
      return _("Level 2");
    case SOTAY_ACCOUNT_NONE:
      return _("No account");
    default:
      return _("Not known");
    }
}

char *
sotay_staff_columns_to_text (GPtrArray *people, SotayUnitNames *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    for (guint column = 0; column < SOTAY_STAFF_N_COLUMNS; column++)
      {
        g_autofree char *cell = sotay_staff_column_text (column, people->pdata[i], names);

        g_string_append_printf (text, "%s%c", cell, column + 1 < SOTAY_STAFF_N_COLUMNS ? '\t' : '\n');
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
