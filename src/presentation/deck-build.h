/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the slides of a lesson are made from the content. Private to this room. */
#pragma once

#include "presentation/deck.h"

G_BEGIN_DECLS

/**
 * sotay_deck_build:
 *
 * Returns: (transfer full) (element-type SotaySlide): title, list, the slides of each stop, the manual's QR code
 */
GPtrArray *sotay_deck_build (SotayCatalogue *catalogue, SotayLessonPlan *plan, const SotayDeckOptions *options);

G_END_DECLS
