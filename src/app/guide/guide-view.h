/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_GUIDE_VIEW (sotay_guide_view_get_type ())
/**
 * SotayGuideView:
 *
 * The view "Cẩm nang": without a copy of the manual on this PC its QR code and the download, with one the reader, and
 * code, hand-out and copies in a sheet at its side. A PDF may be dropped anywhere on it.
 *
 * Property "services" (#SotayServices, construct-only).
 */
G_DECLARE_FINAL_TYPE (SotayGuideView, sotay_guide_view, SOTAY, GUIDE_VIEW, AdwBin)

/**
 * sotay_guide_view_new:
 *
 * Returns: (transfer floating): the view
 */
SotayGuideView *sotay_guide_view_new (SotayServices *services);

/**
 * sotay_guide_view_show_utility:
 * @id: a utility: "U1" … "U16"
 *
 * Shows its page in the manual, as soon as that is open; without a known page, the map where one can be given to it.
 */
void sotay_guide_view_show_utility (SotayGuideView *view, const char *id);

G_END_DECLS
