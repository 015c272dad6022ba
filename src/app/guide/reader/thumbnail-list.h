/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/document.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_THUMBNAIL_LIST (sotay_thumbnail_list_get_type ())
/**
 * SotayThumbnailList:
 *
 * All pages as small pictures; only those in view and their neighbours are drawn.
 *
 * Signal "chosen" (int index, double y): a page was chosen; y is 0.
 * Property "night" (boolean).
 */
G_DECLARE_FINAL_TYPE (SotayThumbnailList, sotay_thumbnail_list, SOTAY, THUMBNAIL_LIST, AdwBin)

/**
 * sotay_thumbnail_list_set_document:
 * @document: (nullable): an open document
 */
void sotay_thumbnail_list_set_document (SotayThumbnailList *list, SotayDocument *document);

/**
 * sotay_thumbnail_list_set_index:
 * @index: the page that is read
 */
void sotay_thumbnail_list_set_index (SotayThumbnailList *list, guint index);

G_END_DECLS
