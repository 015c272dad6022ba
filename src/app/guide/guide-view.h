/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_GUIDE_VIEW (sotay_guide_view_get_type ())
/**
 * SotayGuideView:
 *
 * The view "Cẩm nang": the QR code of the manual, and the copy on this PC. A PDF may be dropped anywhere on it.
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

G_END_DECLS
