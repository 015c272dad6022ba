/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must be true of every slide on every wall. */
#pragma once

#include "presentation/slide-layout.h"

G_BEGIN_DECLS

/**
 * slide_check_wall:
 * @slide: the slide
 * @wall: where it is shown
 *
 * Fails the test unless everything that @slide says is on its parts, once and in order, in letters that are large and
 * dark enough, within the margins, and nothing covers anything else.
 *
 * Returns: the number of parts
 */
guint slide_check_wall (SotaySlide *slide, const SotayWall *wall);

double slide_check_contrast (guint one, guint other); /* as WCAG 2.1 computes it */

G_END_DECLS
