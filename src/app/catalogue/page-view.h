/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/page.h"
#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PAGE_VIEW (sotay_page_view_get_type ())
/**
 * SotayPageView:
 *
 * Lays out a page for reading. Property "can-go-back": shows a back button. Signal "back": it was pressed.
 */
G_DECLARE_FINAL_TYPE (SotayPageView, sotay_page_view, SOTAY, PAGE_VIEW, AdwBin)

/**
 * sotay_page_view_set_services:
 * @services: the settings, where the telephone numbers of contacts are kept, and the manual
 */
void sotay_page_view_set_services (SotayPageView *view, SotayServices *services);

/**
 * sotay_page_view_set_page:
 * @see_also: (element-type SotayPage): pages to offer at the end; may be empty
 * @words: (array zero-terminated=1): folded words to highlight; may be empty
 */
void sotay_page_view_set_page (SotayPageView *view, SotayPage *page, GPtrArray *see_also, const char *const *words);

SotayPage *sotay_page_view_get_page (SotayPageView *view); /* (transfer none) */

G_END_DECLS
