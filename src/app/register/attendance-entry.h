/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/roll.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_ATTENDANCE_ENTRY (sotay_attendance_entry_get_type ())
/**
 * SotayAttendanceEntry:
 *
 * One big field: part of a name, Enter, the next one. Below it who is meant: people on the list first, then others of
 * the unit, then of the whole register. Up and Down choose another one; the last choice adds someone new.
 *
 * Signal "chosen" (#SotayStaff): Enter or a click on a person.
 * Signal "new-person" (string): the name of someone who is not in the register.
 * Signal "unknown" (string): nobody is called so, and another name is being typed already.
 */
G_DECLARE_FINAL_TYPE (SotayAttendanceEntry, sotay_attendance_entry, SOTAY, ATTENDANCE_ENTRY, AdwBin)

/**
 * sotay_attendance_entry_set_roll:
 * @unit_id: (nullable): whose staff is looked for first
 */
void sotay_attendance_entry_set_roll (SotayAttendanceEntry *entry, SotayStore *store, SotayRoll *roll,
                                      SotayUnitNames *names, const char *unit_id);

/**
 * sotay_attendance_entry_set_narrow:
 * @masked: the room sees it: names are masked, see sotay_mask_name(), and nobody new is offered; then "unknown" is
 *   emitted also while what was typed still stands there
 *
 * It stands at the side of a show.
 */
void sotay_attendance_entry_set_narrow (SotayAttendanceEntry *entry, gboolean masked);

void sotay_attendance_entry_set_names (SotayAttendanceEntry *entry, SotayUnitNames *names); /* newest */

/**
 * sotay_attendance_entry_take_key:
 * @keys: a controller that is handling a key press
 *
 * Takes the keyboard, and the key as typed here.
 *
 * Returns: whether the key was used
 */
gboolean sotay_attendance_entry_take_key (SotayAttendanceEntry *entry, GtkEventControllerKey *keys);

/**
 * sotay_attendance_entry_take_person:
 *
 * Returns: (transfer full) (nullable): the person chosen among those who are meant, and clears the field; %NULL when
 *   nothing is typed or nobody is meant
 */
SotayStaff *sotay_attendance_entry_take_person (SotayAttendanceEntry *entry);

gboolean sotay_attendance_entry_clear (SotayAttendanceEntry *entry); /* whether something was typed */

G_END_DECLS
