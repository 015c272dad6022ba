/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/guide/reader/reader-search.h"
#include "guide/reading.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_READER_SIDEBAR (sotay_reader_sidebar_get_type ())
/**
 * SotayReaderSidebar:
 *
 * Contents, small pictures of the pages, bookmarks and hits of the search, one at a time.
 *
 * Signals: "chosen" (int index, double y): a place was chosen; "hit-chosen"; "bookmark-removed" (uint index, string
 * name).
 * Properties "page" (string): "outline", "pages", "bookmarks" or "search"; "night" (boolean), of the pictures.
 */
G_DECLARE_FINAL_TYPE (SotayReaderSidebar, sotay_reader_sidebar, SOTAY, READER_SIDEBAR, AdwBin)

/**
 * sotay_reader_sidebar_set_search:
 * @search: whose hits to list
 */
void sotay_reader_sidebar_set_search (SotayReaderSidebar *sidebar, SotayReaderSearch *search);

/**
 * sotay_reader_sidebar_set_document:
 * @document: (nullable): an open document
 * @reading: (nullable): its bookmarks
 */
void sotay_reader_sidebar_set_document (SotayReaderSidebar *sidebar, SotayDocument *document, SotayReading *reading);

/**
 * sotay_reader_sidebar_set_place:
 * @index: the page that is read
 * @y: what is at the top of the view, in points
 */
void sotay_reader_sidebar_set_place (SotayReaderSidebar *sidebar, guint index, double y);

/**
 * sotay_reader_sidebar_dup_title:
 *
 * Returns: (transfer full) (nullable): the title of the section to which a page belongs
 */
char *sotay_reader_sidebar_dup_title (SotayReaderSidebar *sidebar, guint index);

G_END_DECLS
