/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/cell-note.h"

static const char *const words[] = {
  [SOTAY_ROSTER_NOTE_PHONE] = "phone",
  [SOTAY_ROSTER_NOTE_CODE] = "code",
  [SOTAY_ROSTER_NOTE_SERIAL] = "serial",
  [SOTAY_ROSTER_NOTE_CENTURY] = "century",
  [SOTAY_ROSTER_NOTE_MONTH_FIRST] = "month-first",
  [SOTAY_ROSTER_NOTE_YEAR_TAKEN] = "year-taken",
  [SOTAY_ROSTER_NOTE_FIRST_DAY] = "first-day",
  [SOTAY_ROSTER_NOTE_EMPLOYMENT] = "employment",
  [SOTAY_ROSTER_NOTE_ACTIVATED] = "activated",
  [SOTAY_ROSTER_NOTE_DOUBT_PHONE] = "doubt-phone",
  [SOTAY_ROSTER_NOTE_DOUBT_CODE] = "doubt-code",
  [SOTAY_ROSTER_NOTE_DOUBT_DATE] = "doubt-date",
};

const char *
sotay_roster_note_to_string (SotayRosterNote note)
{
  g_return_val_if_fail (note < G_N_ELEMENTS (words), NULL);
  return words[note];
}
