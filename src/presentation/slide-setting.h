/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slide set in letters of one size. Private to this room. */
#pragma once

#include "presentation/slide-flow.h"
#include "presentation/slide-stage.h"

G_BEGIN_DECLS

/**
 * SotaySlideForm:
 * @title: its size, in letters of the thought; 0: about the least, as what is said below it counts
 * @most: the size of the thought, in least letters, at most
 * @rest: how much of the height that is left over is above the thought
 * @is_thought: the title is what counts, and stands with the texts
 * @ornament: above such a title
 *
 * How the texts of a kind of slide look.
 */
typedef struct
{
  double title;
  double most;
  double rest;
  gboolean is_thought;
  SotayOrnament ornament;
} SotaySlideForm;

/**
 * SotaySlideSetting:
 * @lead: the size of the thought, in pixels
 * @smallest: nothing may be smaller: no title is larger than needed
 * @loose: a head that is too high for the wall goes with the texts
 * @split: the greatest number of parts that room is kept for in the head; 0: one part, which has no number
 * @head: (nullable): the kicker and the title, see #SotaySlidePiece
 * @body: (nullable): the texts
 * @number: (nullable): that of the utility
 * @head_y: where the kicker and the title begin
 * @frames: where the texts stand
 */
typedef struct
{
  const SotaySlideStage *stage;
  const SotaySlideType *type;
  const SotaySlideParts *slide;
  const SotaySlideForm *form;
  double lead;
  gboolean smallest;
  gboolean loose;
  guint split;
  GPtrArray *head;
  GPtrArray *body;
  SotaySlideLines *number;
  double number_x;
  double number_y;
  double head_y;
  SotaySlideFrames frames;
} SotaySlideSetting;

void sotay_slide_setting_clear (SotaySlideSetting *setting); /* frees what is set */

/* All letters have one of so many sizes, as the first use of a font in a size takes milliseconds. */
#define SOTAY_SLIDE_N_SIZES 13
double sotay_slide_setting_get_size (SotaySlideSetting *setting, guint step); /* in pixels; 0 is the least */

/* Returns the greatest size that is not above @most, or the least of all. */
double sotay_slide_setting_choose (SotaySlideSetting *setting, double most);

/**
 * sotay_slide_setting_set:
 * @width: of the longest row, at most
 *
 * Returns: (transfer full): the text
 */
SotaySlideLines *sotay_slide_setting_set (SotaySlideSetting *setting, const char *text, double size, guint colour,
                                          gboolean bold, double width);

/**
 * sotay_slide_setting_add:
 *
 * Adds a text to @pieces, and no word stands alone in its last row.
 *
 * Returns: (transfer none): what was added
 */
SotaySlidePiece *sotay_slide_setting_add (SotaySlideSetting *setting, GPtrArray *pieces, const char *text, double size,
                                          guint colour, gboolean bold, double width);

/* Both add nothing when the slide has none. */
void sotay_slide_setting_add_kicker (SotaySlideSetting *setting, GPtrArray *pieces, double width);
void sotay_slide_setting_add_title (SotaySlideSetting *setting, GPtrArray *pieces, double width);

G_END_DECLS
