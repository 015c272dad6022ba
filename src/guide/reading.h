/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader leaves in a copy of the manual: the place read last, and bookmarks with names. Kept beside the copy. */
#pragma once

#include <gio/gio.h>

#include "guide/bookmark.h"
#include "guide/manual-copy.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_READING (sotay_reading_get_type ())
/**
 * SotayReading:
 *
 * Changes are written to the disk a moment later, off the main thread, and when the object is disposed. Only what was
 * changed here is put into the file as it then is, so two programs that read the same copy keep each other's bookmarks.
 *
 * Signal "bookmarks-changed"; signal "failed" (#GError): the changes could not be written, and are kept for the next
 * attempt.
 */
G_DECLARE_FINAL_TYPE (SotayReading, sotay_reading, SOTAY, READING, GObject)

/**
 * sotay_reading_open_async:
 * @copy: the copy; a damaged file beside it counts as none
 */
void sotay_reading_open_async (SotayManualCopy *copy, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer data);

/**
 * sotay_reading_open_finish:
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what is known of reading the copy
 */
SotayReading *sotay_reading_open_finish (GAsyncResult *result, GError **error);

guint sotay_reading_get_place (SotayReading *reading, double *y);               /* y in points from the page's top */
void sotay_reading_set_place (SotayReading *reading, guint index, double y);

/**
 * sotay_reading_get_bookmarks:
 *
 * Returns: (transfer none) (element-type SotayBookmark): in the order of the pages
 */
GPtrArray *sotay_reading_get_bookmarks (SotayReading *reading);

/**
 * sotay_reading_set_bookmark:
 * @index: a page, which has one bookmark at most
 * @name: (nullable): its name, or %NULL to remove the bookmark; tidied and cut to what is allowed
 *
 * Returns: whether it was taken: not a name without a letter, nor one bookmark more than allowed
 */
gboolean sotay_reading_set_bookmark (SotayReading *reading, guint index, const char *name);

/**
 * sotay_reading_find_bookmark:
 *
 * Returns: (transfer none) (nullable): the bookmark of this page
 */
const SotayBookmark *sotay_reading_find_bookmark (SotayReading *reading, guint index);

G_END_DECLS
