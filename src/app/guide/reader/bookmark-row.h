/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "guide/reading.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_BOOKMARK_ROW (sotay_bookmark_row_get_type ())
/**
 * SotayBookmarkRow:
 *
 * A bookmark, whose name can be changed in place.
 *
 * Signals: "renamed" (string): a new name was entered; "removed".
 */
G_DECLARE_FINAL_TYPE (SotayBookmarkRow, sotay_bookmark_row, SOTAY, BOOKMARK_ROW, GtkListBoxRow)

/**
 * sotay_bookmark_row_new:
 *
 * Returns: (transfer floating): a row that shows @bookmark
 */
SotayBookmarkRow *sotay_bookmark_row_new (const SotayBookmark *bookmark);

guint sotay_bookmark_row_get_index (SotayBookmarkRow *row); /* the page */

G_END_DECLS
