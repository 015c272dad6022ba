/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/reading.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_BOOKMARK_LIST (sotay_bookmark_list_get_type ())
/**
 * SotayBookmarkList:
 *
 * The bookmarks of a copy; says how to set one when there is none.
 *
 * Signals: "chosen" (int index, double y): a bookmark was chosen; "removed" (uint index, string name): one was
 * removed, and can be set again.
 */
G_DECLARE_FINAL_TYPE (SotayBookmarkList, sotay_bookmark_list, SOTAY, BOOKMARK_LIST, AdwBin)

/**
 * sotay_bookmark_list_set_reading:
 * @reading: (nullable): whose bookmarks to show
 */
void sotay_bookmark_list_set_reading (SotayBookmarkList *list, SotayReading *reading);

G_END_DECLS
