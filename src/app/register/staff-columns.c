/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-columns.h"

#include "app/register/staff-choice.h"
#include "app/register/staff-input.h"
#include "core/dates.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  const char *title;
  int field; /* what can be edited there, or -1 */
} Column;

static const Column columns[SOTAY_STAFF_N_COLUMNS] = {
  [SOTAY_STAFF_COLUMN_NAME] = { "name", N_("Full name"), SOTAY_STAFF_NAME },
  [SOTAY_STAFF_COLUMN_BIRTH] = { "birth", N_("Born"), SOTAY_STAFF_BIRTH },
  [SOTAY_STAFF_COLUMN_POSITION] = { "position", N_("Position"), SOTAY_STAFF_POSITION },
  [SOTAY_STAFF_COLUMN_UNIT] = { "unit", N_("Unit"), -1 },
  [SOTAY_STAFF_COLUMN_EMPLOYMENT] = { "employment", N_("Employment"), SOTAY_STAFF_EMPLOYMENT },
  [SOTAY_STAFF_COLUMN_CODE] = { "code", N_("Staff code"), SOTAY_STAFF_CODE },
  [SOTAY_STAFF_COLUMN_LEVEL] = { "level", N_("VNeID level"), SOTAY_STAFF_LEVEL },
  [SOTAY_STAFF_COLUMN_ACTIVATED] = { "activated", N_("Account in use"), SOTAY_STAFF_ACTIVATED },
  [SOTAY_STAFF_COLUMN_JOINED] = { "joined", N_("Joined on"), SOTAY_STAFF_JOINED_ON },
  [SOTAY_STAFF_COLUMN_LEFT] = { "left", N_("Left on"), SOTAY_STAFF_LEFT_ON },
  [SOTAY_STAFF_COLUMN_TRAINED] = { "trained", N_("Trained on"), -1 },
  [SOTAY_STAFF_COLUMN_PASSED] = { "passed", N_("Passed"), -1 },
};

const char *
sotay_staff_column_title (SotayStaffColumn column)
{
  return _(columns[column].title);
}

const char *
sotay_staff_column_name (SotayStaffColumn column)
{
  return columns[column].name;
}

int
sotay_staff_column_field (SotayStaffColumn column)
{
  return columns[column].field;
}

static char *
text_or_dash (const char *text)
{
  return g_strdup (text != NULL ? text : "–");
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

static char *
field_text (SotayStaffField field, SotayStaff *staff)
{
  const char *value = sotay_staff_get_field (staff, field);

  if (value == NULL)
    return g_strdup ("–");
  if (sotay_staff_choice_count (field) > 0)
    return g_strdup (sotay_staff_choice_label (field, sotay_staff_choice_find (field, value)));
  return sotay_staff_input_write (field, staff);
}

char *
sotay_staff_column_text (SotayStaffColumn column, SotayStaff *staff, SotayUnitNames *names)
{
  if (columns[column].field >= 0)
    return field_text (columns[column].field, staff);
  if (column == SOTAY_STAFF_COLUMN_UNIT)
    return unit_text (staff, names);
  if (column == SOTAY_STAFF_COLUMN_TRAINED)
    return trained_text (staff);
  return g_strdup (sotay_staff_get_passed_since (staff) != NULL ? _("✓ passed") : "–");
}

/* Empty cells stay empty in a spreadsheet. */
static char *
cell_text (SotayStaffColumn column, SotayStaff *staff, SotayUnitNames *names)
{
  g_autofree char *text = sotay_staff_column_text (column, staff, names);

  return g_strdelimit (g_str_equal (text, "–") ? g_strdup ("") : g_steal_pointer (&text), "\t\n", ' ');
}

static void
append_row (GString *text, SotayStaff *staff, SotayUnitNames *names, const gboolean *shown)
{
  gboolean first = TRUE;

  for (SotayStaffColumn column = 0; column < SOTAY_STAFF_N_COLUMNS; column++)
    {
      g_autofree char *cell = NULL;

      if (!shown[column])
        continue;
      cell = staff != NULL ? cell_text (column, staff, names) : g_strdup (sotay_staff_column_title (column));
      g_string_append_printf (text, "%s%s", first ? "" : "\t", cell);
      first = FALSE;
    }
  g_string_append_c (text, '\n');
}

char *
sotay_staff_columns_to_text (GPtrArray *people, SotayUnitNames *names, const gboolean *shown)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_row (text, NULL, names, shown);
  for (guint i = 0; i < people->len; i++)
    append_row (text, people->pdata[i], names, shown);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
