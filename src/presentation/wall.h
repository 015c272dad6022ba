/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What slides are shown on: its size, and colours that a room can read. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The smallest letters (em), as a part of the wall's height; and in large text. */
#define SOTAY_WALL_LEAST_TEXT (1.0 / 24)
#define SOTAY_WALL_LEAST_LARGE_TEXT (1.0 / 18)

typedef enum
{
  SOTAY_WALL_DARK,   /* light on dark, for a dark room */
  SOTAY_WALL_BRIGHT, /* dark on light, for a bright room */
} SotayWallTheme;

/**
 * SotayWall:
 * @width: in pixels
 * @height: in pixels
 * @theme: of the room
 * @large: text a third larger
 * @strip_width: what is left free beside it for a code in the corner, in pixels
 * @strip_height: likewise below it
 */
typedef struct
{
  int width;
  int height;
  SotayWallTheme theme;
  gboolean large;
  int strip_width;
  int strip_height;
} SotayWall;

/**
 * SotayWallColours:
 * @text: of words, 0xRRGGBB
 * @muted: of words that stand back
 * @accent: of numbers and marks
 * @ground: behind them
 *
 * Every one of the first three has a contrast of 7:1 at least (WCAG 2.1, 1.4.6) with the last.
 */
typedef struct
{
  guint text;
  guint muted;
  guint accent;
  guint ground;
} SotayWallColours;

const SotayWallColours *sotay_wall_get_all_colours (SotayWallTheme theme); /* (transfer none) */

/**
 * sotay_wall_get_colours:
 * @text: (out) (optional): see #SotayWallColours
 */
void sotay_wall_get_colours (SotayWallTheme theme, guint *text, guint *accent, guint *ground);

G_END_DECLS
