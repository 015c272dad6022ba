/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds a staff list of a stranger to its reader: for libFuzzer, and for test-fuzz-roster. */
#include "register/csv-file.h"
#include "register/roster-reader.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  GString *bytes = g_string_new_len ((const char *) data, (gssize) size);
  g_autoptr (GString) text = sotay_csv_decode (bytes, "fuzz", NULL);
  g_autoptr (GPtrArray) lines = text != NULL ? sotay_roster_read_text (text, NULL, NULL) : NULL;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      SotayRosterLine *line = g_ptr_array_index (lines, i);

      /* What is not rejected keeps the rules, but for the unit, which the file does not decide alone. */
      if (line->reason == SOTAY_ROSTER_REASON_NONE)
        {
          g_autoptr (SotayStaff) staff = sotay_staff_with (line->staff, SOTAY_STAFF_UNIT_ID, "unit");
          g_autoptr (SotayStaff) trained = sotay_staff_with (staff, SOTAY_STAFF_TRAINED_ON, "2024-03-05");
          g_autoptr (SotayStaff) never_left = sotay_staff_with (trained, SOTAY_STAFF_LEFT_ON, NULL);

          g_assert_true (sotay_staff_check (never_left, NULL));
        }
    }
  return 0;
}
