/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/document.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_OUTLINE_LIST (sotay_outline_list_get_type ())
/**
 * SotayOutlineList:
 *
 * The table of contents that a document carries, with the section that is read marked. Says so when there is none.
 *
 * Signal "chosen" (int index, double y): an entry was chosen.
 */
G_DECLARE_FINAL_TYPE (SotayOutlineList, sotay_outline_list, SOTAY, OUTLINE_LIST, AdwBin)

/**
 * sotay_outline_list_set_document:
 * @document: (nullable): an open document
 */
void sotay_outline_list_set_document (SotayOutlineList *list, SotayDocument *document);

/**
 * sotay_outline_list_set_place:
 * @index: the page that is read
 * @y: what is at the top of the view, in points
 */
void sotay_outline_list_set_place (SotayOutlineList *list, guint index, double y);

/**
 * sotay_outline_list_dup_title:
 *
 * Returns: (transfer full) (nullable): the title of the section to which a page belongs
 */
char *sotay_outline_list_dup_title (SotayOutlineList *list, guint index);

G_END_DECLS
