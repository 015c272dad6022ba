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

const char *
sotay_import_field_title (int field)
{
  static const char *const titles[SOTAY_COLUMN_N] = {
    [SOTAY_STAFF_NAME] = N_("Full name"),
    [SOTAY_STAFF_BIRTH] = N_("Birth"),
    [SOTAY_STAFF_POSITION] = N_("Position"),
    [SOTAY_STAFF_CODE] = N_("Staff code"),
    [SOTAY_STAFF_PHONE] = N_("Telephone"),
    [SOTAY_STAFF_LEVEL] = N_("Account level"),
    [SOTAY_STAFF_JOINED_ON] = N_("Joined on"),
    [SOTAY_STAFF_LEFT_ON] = N_("Left on"),
    [SOTAY_STAFF_TRAINED_ON] = N_("Trained on"),
    [SOTAY_STAFF_PASSED_ON] = N_("Passed on"),
    [SOTAY_STAFF_NOTE] = N_("Note"),
    [SOTAY_STAFF_EMPLOYMENT] = N_("Kind of employment"),
    [SOTAY_STAFF_ACTIVATED] = N_("Account activated"),
    [SOTAY_STAFF_REASON] = N_("Reason of a mark set by hand"),
    [SOTAY_COLUMN_ORDER] = N_("Number in the list"),
    [SOTAY_COLUMN_FAMILY_NAME] = N_("Family and middle names"),
    [SOTAY_COLUMN_GIVEN_NAME] = N_("Given name"),
    [SOTAY_COLUMN_UNIT_NAME] = N_("Unit"),
    [SOTAY_COLUMN_LEVEL_1] = N_("Mark for level 1"),
    [SOTAY_COLUMN_LEVEL_2] = N_("Mark for level 2"),
  };

  if (field == SOTAY_COLUMN_NONE)
    return _("Leave out");
  return field == SOTAY_STAFF_UNIT_ID ? _("Unit") : _(titles[field]);
}

static char *
value_text (SotayStaffField field, const char *value)
{
  if (value == NULL)
    return g_strdup ("–");
  if (field == SOTAY_STAFF_BIRTH || (field >= SOTAY_STAFF_JOINED_ON && field <= SOTAY_STAFF_PASSED_ON))
    return sotay_date_format_iso (value);
  if (field == SOTAY_STAFF_LEVEL && g_str_equal (value, "3"))
    return g_strdup (_("none"));
  if (field == SOTAY_STAFF_ACTIVATED)
    return g_strdup (g_str_equal (value, "yes") ? _("yes") : _("no"));
  return g_strdup (value);
}

/* "Position: – → Kế toán; Born: 1975 → 05/3/1975" */
static char *
changes_text (SotayRosterRow *row)
{
  g_autoptr (GPtrArray) changes = sotay_roster_row_get_changes (row);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const SotayRosterChange *change = g_ptr_array_index (changes, i);
      g_autofree char *before = value_text (change->field, change->before);
      g_autofree char *after = value_text (change->field, change->after);

      g_string_append_printf (text, "%s%s: %s → %s", text->len > 0 ? "; " : "",
                              sotay_import_field_title ((int) change->field), before, after);
    }
  return g_string_free (text, FALSE);
}

/* Who is asked whether two people are one needs to see the other one. */
static char *
namesake_text (SotayRosterRow *row, SotayUnitNames *names)
{
  SotayStaff *existing = sotay_roster_row_get_existing (row);
  g_autofree char *birth = birth_text (existing);

  if (existing == NULL)
    return g_strdup_printf (_("the same person as in line %u?"), sotay_roster_row_get_namesake_number (row));
  /* Translators: "someone of this name is in the register: the same person? In the register: born 1975, Văn phòng" */
  return g_strdup_printf (_("%s In the register: born %s, %s"), sotay_describe_reason (SOTAY_ROSTER_REASON_NAMESAKE),
                          birth, unit_name (existing, names));
}

static char *
reason_text (SotayRosterRow *row, SotayUnitNames *names)
{
  SotayRosterDecision decision = sotay_roster_row_get_decision (row);
  gboolean namesake = sotay_roster_row_get_reason (row) == SOTAY_ROSTER_REASON_NAMESAKE;
  gboolean same = decision == SOTAY_ROSTER_UPDATE || decision == SOTAY_ROSTER_ASK;
  g_autofree char *changes = same ? changes_text (row) : g_strdup ("");
  g_autofree char *why = NULL;

  if (!namesake)
    why = sotay_describe_row (row);
  else
    why = decision == SOTAY_ROSTER_ASK ? namesake_text (row, names) : g_strdup ("");
  return g_strconcat (why, *why != '\0' && *changes != '\0' ? "; " : "", changes, NULL);
}

char *
sotay_import_column_text (SotayImportColumn column, SotayRosterRow *row, SotayUnitNames *names)
{
  SotayStaff *staff = sotay_roster_row_get_staff (row);
  const char *unit = sotay_roster_row_get_unit_name (row);

  switch (column)
    {
    case SOTAY_IMPORT_COLUMN_LINE:
      return sotay_number_format (sotay_roster_row_get_number (row));
    case SOTAY_IMPORT_COLUMN_NAME:
      return g_strdup (staff != NULL ? sotay_staff_get_name (staff) : "–");
    case SOTAY_IMPORT_COLUMN_BIRTH:
      return birth_text (staff);
    case SOTAY_IMPORT_COLUMN_UNIT:
      return g_strdup (unit != NULL ? unit : "–");
    case SOTAY_IMPORT_COLUMN_DECISION:
      return g_strdup (sotay_import_decision_text (sotay_roster_row_get_decision (row)));
    default:
      return reason_text (row, names);
    }
}
