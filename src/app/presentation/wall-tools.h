/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/presentation/slide-view.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_WALL_TOOL_NONE,
  SOTAY_WALL_TOOL_SPOTLIGHT,
  SOTAY_WALL_TOOL_MAGNIFIER,
  SOTAY_WALL_TOOL_PEN,
} SotayWallTool;

#define SOTAY_TYPE_WALL_TOOLS (sotay_wall_tools_get_type ())
/**
 * SotayWallTools:
 *
 * Lies over a slide: what was drawn on it, and the tool that follows the pointer. Lets the mouse through to the slide,
 * unless the pen is in hand.
 *
 * Signal "drawn": there is another stroke, or one less.
 */
G_DECLARE_FINAL_TYPE (SotayWallTools, sotay_wall_tools, SOTAY, WALL_TOOLS, GtkWidget)

/**
 * sotay_wall_tools_new:
 * @view: what it lies over, in the same place
 *
 * Returns: (transfer floating): without a tool
 */
GtkWidget *sotay_wall_tools_new (SotayShow *show, SotaySlideView *view, SotayManualPages *pages);

void sotay_wall_tools_set_tool (SotayWallTools *tools, SotayWallTool tool);
SotayWallTool sotay_wall_tools_get_tool (SotayWallTools *tools);
void sotay_wall_tools_set_pointer (SotayWallTools *tools, double x, double y); /* where it is now, on the widget */

void sotay_wall_tools_undo (SotayWallTools *tools);           /* the newest stroke of what is shown, or a clearing */
void sotay_wall_tools_clear (SotayWallTools *tools);          /* all strokes of what is shown */
guint sotay_wall_tools_get_n_strokes (SotayWallTools *tools); /* of what is shown */

G_END_DECLS
