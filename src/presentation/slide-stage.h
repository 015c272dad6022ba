/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a slide's texts share the wall with its QR code or page of the manual. Private to this room. */
#pragma once

#include "core/qr-symbol.h"
#include "presentation/slide-type.h"
#include "presentation/slide.h"

G_BEGIN_DECLS

/**
 * SotaySlideStage:
 * @x: of the texts' area
 * @symbol: (nullable): the QR code of the slide
 * @has_place: whether something else than text stands on the slide
 * @place: what
 * @place_x: where, in whole pixels for a code
 *
 * What is the same on all parts of a slide.
 */
typedef struct
{
  double x, y, width, height;
  SotayQrSymbol *symbol;
  gboolean has_place;
  SotaySlidePlace place;
  double place_x, place_y, place_width, place_height;
} SotaySlideStage;

/**
 * sotay_slide_stage_init:
 *
 * Divides the wall between the texts and the slide's code or page.
 */
void sotay_slide_stage_init (SotaySlideStage *stage, const SotaySlideType *type, const SotaySlideParts *slide,
                             const SotayWall *wall);

G_END_DECLS
