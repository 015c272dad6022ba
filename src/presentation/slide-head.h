/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands at the top of all parts of a slide. Private to this room. */
#pragma once

#include "presentation/slide-setting.h"

G_BEGIN_DECLS

/**
 * sotay_slide_head_set:
 *
 * Sets the kicker, the title and the utility's number, and leaves what is below them to the frames.
 *
 * Returns: whether that is enough for texts
 */
gboolean sotay_slide_head_set (SotaySlideSetting *setting);

/**
 * sotay_slide_head_place:
 * @number: of @part, from 1
 *
 * Adds the head to a part, the number of the part too when there are several.
 */
void sotay_slide_head_place (SotaySlideSetting *setting, SotaySlidePart *part, guint number, guint n_parts);

G_END_DECLS
