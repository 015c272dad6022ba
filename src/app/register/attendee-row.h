/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/attendee.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_ATTENDEE_ROW (sotay_attendee_row_get_type ())
/**
 * SotayAttendeeRow:
 *
 * Someone on the list of a session: a sign and a word for the attendance, the name, and what tells namesakes apart.
 * Telephone and code are never shown: the room sees the list.
 */
G_DECLARE_FINAL_TYPE (SotayAttendeeRow, sotay_attendee_row, SOTAY, ATTENDEE_ROW, AdwBin)

GtkWidget *sotay_attendee_row_new (void); /* (transfer floating) */

/**
 * sotay_attendee_row_set_narrow:
 * @masked: the room sees it: a name that only its bearer knows, see sotay_mask_name(), and the unit
 *
 * At the side of a show: the attendance is a word only when there is something to say.
 */
void sotay_attendee_row_set_narrow (SotayAttendeeRow *row, gboolean masked);

/**
 * sotay_attendee_row_show:
 * @names: names of the units
 *
 * Shows a person and how they attended.
 */
void sotay_attendee_row_show (SotayAttendeeRow *row, SotayAttendee *attendee, SotayUnitNames *names);

G_END_DECLS
