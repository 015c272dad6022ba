/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_CATALOGUE_VIEW (sotay_catalogue_view_get_type ())
/**
 * SotayCatalogueView:
 *
 * The view "Tiện ích": the lists with their search on the left, the page on the right; one after the other when narrow.
 */
G_DECLARE_FINAL_TYPE (SotayCatalogueView, sotay_catalogue_view, SOTAY, CATALOGUE_VIEW, AdwBin)

/**
 * sotay_catalogue_view_new:
 *
 * Returns: (transfer floating): the view, showing the page read last
 */
SotayCatalogueView *sotay_catalogue_view_new (SotayServices *services);

/**
 * sotay_catalogue_view_show_page:
 * @id: a page's id, such as "U8" or "letter"; an unknown one is left alone
 */
void sotay_catalogue_view_show_page (SotayCatalogueView *view, const char *id);

G_END_DECLS
