/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a #SotayRecordsTab: read and put in order on a thread, as there may be very many. */
#pragma once

#include "app/register/unit-names.h"
#include "register/store.h"

G_BEGIN_DECLS

/**
 * sotay_record_list_read_async:
 * @unit_field: the field that holds a record's unit
 * @compare: their order; called for two #SotayRecord, in a thread
 * @unit_id: (nullable): only the records of this unit and of the units below it
 */
void sotay_record_list_read_async (SotayStore *store, SotayRecordKind kind, guint unit_field, GCompareFunc compare,
                                   SotayUnitNames *names, const char *unit_id, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_record_list_read_finish:
 *
 * Returns: (transfer full) (element-type SotayRecord) (nullable): the records
 */
GPtrArray *sotay_record_list_read_finish (GAsyncResult *result, GError **error);

/**
 * sotay_record_list_update:
 * @list: a list that is shown
 * @records: (element-type SotayRecord): its newest state
 *
 * Where the list has the same records in the same order only those that were changed are replaced: a new list would
 * make all the rows anew.
 *
 * Returns: whether it was possible
 */
gboolean sotay_record_list_update (GListStore *list, GPtrArray *records);

/**
 * sotay_record_list_find:
 * @id: (nullable): a record's
 *
 * Returns: its place, or %G_MAXUINT
 */
guint sotay_record_list_find (GListModel *list, const char *id);

G_END_DECLS
