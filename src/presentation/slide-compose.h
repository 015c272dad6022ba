/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the size of a slide's letters and composes its parts. Private to this room. */
#pragma once

#include "presentation/slide-flow.h"
#include "presentation/slide-stage.h"

G_BEGIN_DECLS

/**
 * sotay_slide_compose:
 *
 * Returns: (transfer full) (element-type SotaySlidePart): the parts
 */
GPtrArray *sotay_slide_compose (const SotaySlideStage *stage, const SotaySlideType *type, const SotaySlideParts *slide);

G_END_DECLS
