/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a utility to its page in the manual and back. The unit sets the pages; when the manual changes, each page is
 * found again by its text and is to be checked by a person. Kept beside the copies, one map for the newest manual.
 */
#pragma once

#include <gio/gio.h>

#include "guide/document-text.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PAGE_MAP (sotay_page_map_get_type ())
/**
 * SotayPageMap:
 *
 * Reading and writing happen on a thread of its own. Pages are counted from 0 here ("index").
 *
 * Signal "changed": a page, or whether it was checked, is another one; also when the file was read for the first time.
 */
G_DECLARE_FINAL_TYPE (SotayPageMap, sotay_page_map, SOTAY, PAGE_MAP, GObject)

/**
 * sotay_page_map_new:
 * @folder: where the copies are kept
 *
 * Returns: (transfer full): the map; a file that is damaged counts as none
 */
SotayPageMap *sotay_page_map_new (const char *folder);

/**
 * sotay_page_map_get_index:
 * @id: a utility: "U1" … "U16"
 * @sha256: (nullable): the copy that is meant; %NULL for the one the map was made for
 * @checked: (out) (optional): whether a person said that it is this page of that copy
 *
 * Returns: the page, or -1 when none is known
 */
int sotay_page_map_get_index (SotayPageMap *map, const char *id, const char *sha256, gboolean *checked);

/**
 * sotay_page_map_find:
 * @index: a page
 *
 * Returns: (transfer none) (nullable): the utility whose part of the manual this page belongs to: the one whose page is
 *   this or the nearest before it, within SOTAY_PAGE_MAP_REACH pages
 */
const char *sotay_page_map_find (SotayPageMap *map, guint index);

/* A utility is explained on no more pages than this. */
#define SOTAY_PAGE_MAP_REACH 8

/**
 * sotay_page_map_is_for:
 *
 * Returns: whether the map was made for this copy, so that there is nothing to follow
 */
gboolean sotay_page_map_is_for (SotayPageMap *map, const char *sha256);

/**
 * sotay_page_map_set_async:
 * @index: the page, or -1 when the utility has none
 * @words: the text of the page, by which it is found again in a newer manual
 *
 * Keeps what a person chose; it counts as checked.
 */
void sotay_page_map_set_async (SotayPageMap *map, const char *id, int index, const char *words,
                               GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_page_map_set_finish:
 * @error: %SOTAY_GUIDE_ERROR_FILE or %SOTAY_GUIDE_ERROR_DISK_FULL; the map is then as it was
 *
 * Returns: whether it is kept
 */
gboolean sotay_page_map_set_finish (SotayPageMap *map, GAsyncResult *result, GError **error);

/**
 * sotay_page_map_follow_async:
 * @sha256: the copy that the map is for from now on
 * @text: its text
 * @titles: (element-type utf8 utf8): id and title of each utility
 *
 * Carries the map over to another copy. Each known page is looked for by its text; a utility without a page gets the
 * first page that names it, lists of contents left out. All of these are to be checked.
 */
void sotay_page_map_follow_async (SotayPageMap *map, const char *sha256, SotayDocumentText *text, GHashTable *titles,
                                  GAsyncReadyCallback callback, gpointer data);
gboolean sotay_page_map_follow_finish (SotayPageMap *map, GAsyncResult *result, GError **error);

G_END_DECLS
