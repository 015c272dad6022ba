/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of people in a file, and the plan of taking it into the register. For its rows see roster-row.h. */
#pragma once

#include <gio/gio.h>

#include "register/roster-row.h"
#include "register/store.h"

G_BEGIN_DECLS

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
