/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same place of a slide on two walls. Private to this room. */
#pragma once

#include "presentation/slide-layout.h"

G_BEGIN_DECLS

/**
 * sotay_slide_place_find:
 * @from: the slide on one wall
 * @part: a part of it
 * @to: the same slide on another wall
 *
 * Returns: the part of @to in which the text stands that @part begins with
 */
guint sotay_slide_place_find (SotaySlideLayout *from, guint part, SotaySlideLayout *to);

G_END_DECLS
