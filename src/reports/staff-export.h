/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of staff as a file for spreadsheets: what the list shows, in its order. */
#pragma once

#include "register/store.h"

G_BEGIN_DECLS

/**
 * sotay_staff_export_async:
 * @path: the file, one that sotay_sheet_writer_is_known()
 * @advance: (nullable): who is told how far it is, in people, from another thread and until the result is there
 *
 * Writes the people of @query with all their columns, under headings in the interface's language that our own import
 * knows, all as they stand at one moment. @path is replaced when all is written, else left alone.
 *
 * The result: how many people were written; -1 on error
 */
void sotay_staff_export_async (SotayStore *store, SotayStaffQuery *query, const char *path,
                               const SotayAdvance *advance, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);
gint64 sotay_staff_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
