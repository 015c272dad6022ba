/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/import-columns.h"

#include "core/dates.h"
#include "core/numbers.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

const char *
sotay_import_column_title (SotayImportColumn column)
{
  switch (column)
    {
    case SOTAY_IMPORT_COLUMN_LINE:
      return _("Line");
    case SOTAY_IMPORT_COLUMN_NAME:
      return _("Full name");
    case SOTAY_IMPORT_COLUMN_BIRTH:
      return _("Born");
    case SOTAY_IMPORT_COLUMN_UNIT:
      return _("Unit");
    case SOTAY_IMPORT_COLUMN_DECISION:
      return _("What happens");
    default:
      return _("Why");
    }
}

const char *
sotay_import_decision_text (SotayRosterDecision decision)
{
  switch (decision)
    {
    case SOTAY_ROSTER_ADD:
      return _("+ add");
    case SOTAY_ROSTER_UPDATE:
      return _("→ update");
    case SOTAY_ROSTER_UNCHANGED:
      return _("= unchanged");
    case SOTAY_ROSTER_ASK:
      return _("? to be decided");
    case SOTAY_ROSTER_REJECT:
      return _("× not taken");
    default:
      return _("– left out");
    }
}

static const char *
unit_name (SotayStaff *staff, SotayUnitNames *names)
{
  const char *unit_id = sotay_staff_get_unit_id (staff);
  SotayUnit *unit = unit_id != NULL ? sotay_unit_names_find (names, unit_id) : NULL;

  return unit != NULL ? sotay_unit_get_name (unit) : "–";
}

static char *
birth_text (SotayStaff *staff)
{
  const char *birth = staff != NULL ? sotay_staff_get_field (staff, SOTAY_STAFF_BIRTH) : NULL;

  return birth != NULL ? sotay_date_format_iso (birth) : g_strdup ("–");
}

static char *
unit_text (SotayRosterRow *row, SotayUnitNames *names)
{
  SotayStaff *staff = sotay_roster_row_get_staff (row);
  const char *named = sotay_roster_row_get_unit_name (row);

  if (named != NULL)
    return g_strdup (named);
  return g_strdup (staff != NULL ? unit_name (staff, names) : "–");
}

/* Who is asked whether two people are one needs to see the other one. */
static char *
reason_text (SotayRosterRow *row, SotayUnitNames *names)
{
  SotayStaff *existing = sotay_roster_row_get_existing (row);
  const char *reason = sotay_describe_reason (sotay_roster_row_get_reason (row));
  g_autofree char *birth = birth_text (existing);

  if (sotay_roster_row_get_reason (row) != SOTAY_ROSTER_REASON_NAMESAKE || existing == NULL)
    return g_strdup (reason);
  /* Translators: "someone of this name is in the register: the same person? In the register: born 1975, Văn phòng" */
  return g_strdup_printf (_("%s In the register: born %s, %s"), reason, birth, unit_name (existing, names));
}

char *
sotay_import_column_text (SotayImportColumn column, SotayRosterRow *row, SotayUnitNames *names)
{
  SotayStaff *staff = sotay_roster_row_get_staff (row);

  switch (column)
    {
    case SOTAY_IMPORT_COLUMN_LINE:
      return sotay_number_format (sotay_roster_row_get_number (row));
    case SOTAY_IMPORT_COLUMN_NAME:
      return g_strdup (staff != NULL ? sotay_staff_get_name (staff) : "–");
    case SOTAY_IMPORT_COLUMN_BIRTH:
      return birth_text (staff);
    case SOTAY_IMPORT_COLUMN_UNIT:
      return unit_text (row, names);
    case SOTAY_IMPORT_COLUMN_DECISION:
      return g_strdup (sotay_import_decision_text (sotay_roster_row_get_decision (row)));
    default:
      return reason_text (row, names);
    }
}
