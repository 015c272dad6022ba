/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/slide-stage.h"

#include <math.h>

/* Of a wall's width: what a page of the manual has beside the texts; of its height: what it has below them. */
#define PAGE_WIDTH 0.52
#define BESIDE_PAGE 10.5 /* and in least letters: what the texts keep of the width */
#define PAGE_HEIGHT 0.48

/* The same of a QR code, at most. */
#define CODE_WIDTH 0.46
#define CODE_HEIGHT 0.46

#define GAP 0.04 /* of the width or height: between the place and the texts */

static gboolean
is_wide (const SotayWall *wall)
{
  return wall->width > wall->height;
}

/* Gives the right or the lower side of the stage to the place. */
static void
take_side (SotaySlideStage *stage, const SotayWall *wall, double width, double height)
{
  stage->has_place = TRUE;
  stage->place_width = width;
  stage->place_height = height;
  if (is_wide (wall))
    {
      stage->place_x = stage->x + stage->width - width;
      stage->place_y = stage->y + (stage->height - height) / 2;
      stage->width -= width + GAP * wall->width;
    }
  else
    {
      stage->place_x = stage->x;
      stage->place_y = stage->y + stage->height - height;
      stage->height -= height + GAP * wall->height;
    }
}

static void
place_page (SotaySlideStage *stage, const SotaySlideType *type, const SotayWall *wall)
{
  double most = stage->width - GAP * wall->width - BESIDE_PAGE * type->least;

  stage->place = SOTAY_SLIDE_PLACE_PAGE;
  if (is_wide (wall))
    take_side (stage, wall, MIN (PAGE_WIDTH * wall->width, most), stage->height);
  else
    take_side (stage, wall, stage->width, PAGE_HEIGHT * wall->height);
}

/* Each module is as many whole pixels as there is room for: phones read that best. */
static void
place_code (SotaySlideStage *stage, const SotaySlideParts *slide, const SotayWall *wall)
{
  double most = is_wide (wall) ? MIN (CODE_WIDTH * wall->width, stage->height)
                               : MIN (CODE_HEIGHT * wall->height, stage->width);
  guint modules, module;

  stage->symbol = sotay_qr_symbol_new (slide->code, NULL);
  if (stage->symbol == NULL)
    return;
  modules = sotay_qr_symbol_get_size (stage->symbol) + 2 * SOTAY_QR_QUIET_ZONE;
  module = (guint) (most / modules);
  if (module == 0)
    {
      g_clear_object (&stage->symbol);
      return;
    }
  stage->place = SOTAY_SLIDE_PLACE_CODE;
  take_side (stage, wall, modules * module, modules * module);
  stage->place_x = floor (stage->place_x);
  stage->place_y = floor (stage->place_y);
}

void
sotay_slide_stage_init (SotaySlideStage *stage, const SotaySlideType *type, const SotaySlideParts *slide,
                        const SotayWall *wall)
{
  *stage = (SotaySlideStage){
    .x = type->left,
    .y = type->top,
    .width = type->right - type->left,
    .height = type->bottom - type->top,
  };
  if (slide->kind == SOTAY_SLIDE_PAGE)
    place_page (stage, type, wall);
  else if (slide->code != NULL)
    place_code (stage, slide, wall);
}
