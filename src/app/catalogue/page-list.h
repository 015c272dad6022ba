/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PAGE_LIST (sotay_page_list_get_type ())
/**
 * SotayPageList:
 *
 * The search field, and below it the lists of level 1 and level 2, the background articles and the letter, or what the
 * search found.
 *
 * Signal "page-chosen" (#SotayPage): a person opened a page. Signal "page-selected" (#SotayPage): a person came to its
 * row with the arrow keys.
 */
G_DECLARE_FINAL_TYPE (SotayPageList, sotay_page_list, SOTAY, PAGE_LIST, AdwBin)

/**
 * sotay_page_list_set_catalogue:
 *
 * Fills the lists. Call once.
 */
void sotay_page_list_set_catalogue (SotayPageList *list, SotayCatalogue *catalogue);

void sotay_page_list_focus_search (SotayPageList *list); /* puts the cursor into the search field */

/**
 * sotay_page_list_leave_search:
 *
 * Returns: whether something was searched; then the lists are shown again
 */
gboolean sotay_page_list_leave_search (SotayPageList *list);

void sotay_page_list_select (SotayPageList *list, const char *id); /* marks the row of the page that is shown */

/**
 * sotay_page_list_dup_words:
 *
 * Returns: (transfer full) (array zero-terminated=1): the folded words searched for, to highlight in the page
 */
char **sotay_page_list_dup_words (SotayPageList *list);

G_END_DECLS
