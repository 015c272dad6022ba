/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/wall.h"

static const SotayWallColours themes[] = {
  [SOTAY_WALL_DARK] = { 0xf5f1e8, 0xcdc8bc, 0xf0b557, 0x14181f },
  [SOTAY_WALL_BRIGHT] = { 0x1d2126, 0x474c52, 0x8a2a14, 0xfbf9f4 },
};

const SotayWallColours *
sotay_wall_get_all_colours (SotayWallTheme theme)
{
  return &themes[theme];
}

void
sotay_wall_get_colours (SotayWallTheme theme, guint *text, guint *accent, guint *ground)
{
  if (text != NULL)
    *text = themes[theme].text;
  if (accent != NULL)
    *accent = themes[theme].accent;
  if (ground != NULL)
    *ground = themes[theme].ground;
}
