/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds a staff list of a stranger to its reader: for libFuzzer, and for test-fuzz-roster. */
#include "register/roster-reader.h"
#include "register/roster-source.h"

#include "fuzz.h"

/* What is not rejected keeps the rules, but for the unit, which the file does not decide alone. */
static void
check_line (const SotayRosterLine *line, gpointer data)
{
  const char *fields[SOTAY_STAFF_N_FIELDS];
  g_autoptr (SotayStaff) staff = NULL;

  if (line->reason != SOTAY_ROSTER_REASON_NONE)
    return;
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    fields[i] = line->fields[i];
  fields[SOTAY_STAFF_UNIT_ID] = "unit";
  fields[SOTAY_STAFF_TRAINED_ON] = "2024-03-05";
  fields[SOTAY_STAFF_PASSED_ON] = NULL;
  fields[SOTAY_STAFF_LEFT_ON] = NULL;
  staff = sotay_staff_restore ("id", fields);
  g_assert_true (sotay_staff_check (staff, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (SotayRosterSource) source = sotay_roster_source_new_text (text);
  SotayRosterTable *table = sotay_roster_source_load (source, NULL, NULL);
  g_autoptr (SotayTableColumns) columns = table != NULL ? sotay_table_columns_find (table) : NULL;
  gboolean has_headings;

  if (columns != NULL)
    sotay_roster_read_rows (table, columns, TRUE, check_line, NULL, &has_headings, NULL, NULL);
  return 0;
}
