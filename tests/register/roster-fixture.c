/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "roster-fixture.h"

#include "support/test-support.h"

GFile *
fixture_roster_file (const char *bytes, gssize length)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "danh-sach.csv", NULL);

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  return g_file_new_for_path (path);
}

SotayRoster *
fixture_roster_said (SotayStore *store, const char *text, const SotayRosterOptions *options)
{
  g_autoptr (GFile) file = fixture_roster_file (text, -1);
  g_autoptr (SotayRosterSource) source = sotay_roster_source_new_file (file);
  g_autoptr (GError) error = NULL;
  SotayRoster *roster = sotay_roster_read (store, source, options, NULL, &error);

  g_assert_no_error (error);
  return roster;
}

SotayRoster *
fixture_roster (SotayStore *store, SotayUnit *unit, const char *text)
{
  SotayRosterOptions options = { .unit_id = unit != NULL ? sotay_unit_get_id (unit) : NULL };

  return fixture_roster_said (store, text, &options);
}

/* The roster makes a row when it is looked at; it goes at the end of the test. */
SotayRosterRow *
fixture_row (SotayRoster *roster, guint position)
{
  SotayRosterRow *row = g_list_model_get_item (G_LIST_MODEL (roster), position);

  g_assert_nonnull (row);
  g_test_queue_unref (row);
  return row;
}

/* The plan in a line: "2 add, 3 reject twice". */
char *
fixture_describe (SotayRoster *roster)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (roster)); i++)
    {
      SotayRosterRow *row = fixture_row (roster, i);

      g_string_append_printf (text, "%s%u %s", i > 0 ? ", " : "", sotay_roster_row_get_number (row),
                              sotay_roster_decision_to_string (sotay_roster_row_get_decision (row)));
      if (sotay_roster_row_get_reason (row) != SOTAY_ROSTER_REASON_NONE)
        g_string_append_printf (text, " %s", sotay_roster_reason_to_string (sotay_roster_row_get_reason (row)));
    }
  return g_string_free (text, FALSE);
}

char *
fixture_plan (SotayStore *store, SotayUnit *unit, const char *text)
{
  g_autoptr (SotayRoster) roster = fixture_roster (store, unit, text);

  return fixture_describe (roster);
}

void
fixture_import (SotayStore *store, SotayUnit *unit, const char *text)
{
  g_autoptr (SotayRoster) roster = fixture_roster (store, unit, text);

  fixture_apply (store, sotay_roster_make_step (roster));
}

/* Importing the same file again changes nothing and leaves no entry in the log. */
void
fixture_assert_settled (SotayStore *store, SotayUnit *unit, const char *text)
{
  g_autoptr (SotayRoster) again = fixture_roster (store, unit, text);
  g_autoptr (SotayStep) step = sotay_roster_make_step (again);

  g_assert_true (sotay_step_is_empty (step));
}
