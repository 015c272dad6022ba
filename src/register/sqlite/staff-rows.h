/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of people as one transaction writes them, with what follows from them: their places, the words to search and
 * the figures kept of each unit. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/step.h"

G_BEGIN_DECLS

/**
 * SotayStaffRows:
 *
 * The people whom one transaction touches.
 */
typedef struct _SotayStaffRows SotayStaffRows;

SotayStaffRows *sotay_staff_rows_new (sqlite3 *db); /* (transfer full) */
void sotay_staff_rows_free (SotayStaffRows *rows);

/**
 * sotay_staff_rows_expect:
 * @newcomers: (element-type SotayNewcomer): those who will be added or get another name
 *
 * Finds their places. To be called once, before anything is written.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_staff_rows_expect (SotayStaffRows *rows, GArray *newcomers, GError **error);

/**
 * sotay_staff_rows_collects:
 *
 * Returns: whether so many are expected that those who are new are to be collected, and written together
 */
gboolean sotay_staff_rows_collects (SotayStaffRows *rows);

/**
 * sotay_staff_rows_collect:
 * @id: a new person, who was expected; borrowed
 * @record: the record; borrowed
 *
 * Puts somebody by for sotay_staff_rows_settle(). An id that is there already is found out then.
 */
void sotay_staff_rows_collect (SotayStaffRows *rows, const char *id, GVariant *record);

/**
 * sotay_staff_rows_settle:
 *
 * Writes those collected. To be called before the table is read; the other functions do so themselves.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_staff_rows_settle (SotayStaffRows *rows, GError **error);

/**
 * sotay_staff_rows_add:
 * @step: a step with additions
 * @first_id: the id that the first of them in the lists gets; the others' follow
 *
 * Writes the additions of @step. To be called once, after its changes.
 *
 * Returns: %FALSE on error; %SOTAY_REGISTER_ERROR_CONFLICT when an id is there already
 */
gboolean sotay_staff_rows_add (SotayStaffRows *rows, SotayStep *step, const char *first_id, GError **error);

/**
 * sotay_staff_rows_touch_unit:
 * @unit_id: a unit that is about to be written or removed
 *
 * Returns: %FALSE on error
 */
gboolean sotay_staff_rows_touch_unit (SotayStaffRows *rows, const char *unit_id, GError **error);

/**
 * sotay_staff_rows_put:
 * @staff: a person to add, or to write over
 *
 * Returns: %FALSE on error
 */
gboolean sotay_staff_rows_put (SotayStaffRows *rows, SotayStaff *staff, GError **error);

/**
 * sotay_staff_rows_remove:
 * @id: the person to remove
 *
 * Returns: %FALSE on error
 */
gboolean sotay_staff_rows_remove (SotayStaffRows *rows, const char *id, GError **error);

/**
 * sotay_staff_rows_write_standing:
 *
 * See sotay_entries_set_standing().
 */
gboolean sotay_staff_rows_write_standing (SotayStaffRows *rows, const char *staff_id, const char *trained_since,
                                          const char *passed_since, gboolean counts, GError **error);

/**
 * sotay_staff_rows_count_anew:
 *
 * Rows were written past @rows: sotay_staff_rows_finish() is to count the figures of everyone.
 */
void sotay_staff_rows_count_anew (SotayStaffRows *rows);

/**
 * sotay_staff_rows_finish:
 *
 * Brings the words to search and the figures of the units up to date.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_staff_rows_finish (SotayStaffRows *rows, GError **error);

G_END_DECLS
