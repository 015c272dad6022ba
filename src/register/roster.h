/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of people in a file, and the plan of taking it into the register. */
#pragma once

#include <gio/gio.h>

#include "register/store.h"

G_BEGIN_DECLS

/**
 * SotayRosterDecision:
 *
 * What becomes of one row of the file.
 */
typedef enum
{
  SOTAY_ROSTER_ADD,
  SOTAY_ROSTER_UPDATE,
  SOTAY_ROSTER_UNCHANGED,
  SOTAY_ROSTER_ASK,    /* a namesake is there: the person at the screen decides; until then the row is left out */
  SOTAY_ROSTER_REJECT, /* cannot be taken: see the reason */
  SOTAY_ROSTER_SKIP,   /* the person at the screen leaves it out */
} SotayRosterDecision;

/**
 * SotayRosterReason:
 *
 * Why a row is asked about or rejected.
 */
typedef enum
{
  SOTAY_ROSTER_REASON_NONE,
  SOTAY_ROSTER_REASON_NO_NAME,
  SOTAY_ROSTER_REASON_BAD_NAME,     /* no letters, or longer than 200 characters */
  SOTAY_ROSTER_REASON_BAD_BIRTH,
  SOTAY_ROSTER_REASON_BAD_DATE,     /* trained-on cannot be read */
  SOTAY_ROSTER_REASON_BAD_LEVEL,
  SOTAY_ROSTER_REASON_TOO_LONG,     /* another field above 1,000 characters */
  SOTAY_ROSTER_REASON_NO_UNIT,      /* no unit in the row and none chosen */
  SOTAY_ROSTER_REASON_NAMESAKE,     /* same name in the register, nothing tells whether it is the same person */
  SOTAY_ROSTER_REASON_TWICE,        /* the same person stands in the file twice */
} SotayRosterReason;

#define SOTAY_TYPE_ROSTER_ROW (sotay_roster_row_get_type ())
/**
 * SotayRosterRow:
 *
 * A row of the file. Property "decision" (#SotayRosterDecision as int, read-write, notifies); the others are fixed.
 */
G_DECLARE_FINAL_TYPE (SotayRosterRow, sotay_roster_row, SOTAY, ROSTER_ROW, GObject)

guint sotay_roster_row_get_number (SotayRosterRow *row);                 /* line of the file, from 1 */
SotayStaff *sotay_roster_row_get_staff (SotayRosterRow *row);            /* (nullable): the person as the row says */
const char *sotay_roster_row_get_unit_name (SotayRosterRow *row);        /* (nullable): a unit named in the row */
SotayStaff *sotay_roster_row_get_existing (SotayRosterRow *row);         /* (nullable): the person in the register */
SotayRosterReason sotay_roster_row_get_reason (SotayRosterRow *row);
SotayRosterDecision sotay_roster_row_get_decision (SotayRosterRow *row);

/**
 * sotay_roster_row_set_decision:
 *
 * Changes the decision of a row that is asked about or would be taken: ADD, UPDATE (only with an existing person) or
 * SKIP. A rejected row stays rejected.
 */
void sotay_roster_row_set_decision (SotayRosterRow *row, SotayRosterDecision decision);

const char *sotay_roster_reason_to_string (SotayRosterReason reason);    /* stable word for --json: "namesake" … */

#define SOTAY_TYPE_ROSTER (sotay_roster_get_type ())
/**
 * SotayRoster:
 *
 * The plan of one import: a #GListModel of #SotayRosterRow.
 */
G_DECLARE_FINAL_TYPE (SotayRoster, sotay_roster, SOTAY, ROSTER, GObject)

/**
 * sotay_roster_read:
 * @store: the register that the rows are held against
 * @file: a CSV file; UTF-8 with or without BOM, or UTF-16 with BOM; comma, semicolon or tab; the header row and the
 *   columns are found by their names (Họ và tên, Năm sinh, Chức vụ, Đơn vị, Mức độ, Ngày tập huấn …)
 * @unit_id: (nullable): the unit of rows that name none
 * @error: a SOTAY_REGISTER_ERROR_FILE_… error
 *
 * Reads the file and plans its import; changes nothing. Blocking: see sotay_roster_read_async().
 *
 * Returns: (transfer full) (nullable): the plan
 */
SotayRoster *sotay_roster_read (SotayStore *store, GFile *file, const char *unit_id, GCancellable *cancellable,
                                GError **error);
void sotay_roster_read_async (SotayStore *store, GFile *file, const char *unit_id, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
SotayRoster *sotay_roster_read_finish (GAsyncResult *result, GError **error);

guint sotay_roster_count (SotayRoster *roster, SotayRosterDecision decision); /* rows so decided */

/**
 * sotay_roster_make_step:
 *
 * Returns: (transfer full): the import as one step: units that rows name and the register lacks are added below
 *   @unit_id (or at the top), then the people
 */
SotayStep *sotay_roster_make_step (SotayRoster *roster);

G_END_DECLS
