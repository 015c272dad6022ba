/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which screen the wall goes to, and whether there is another one that only the trainer sees. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SotayScreen:
 * @connector: where it is plugged in: "HDMI-1"
 * @model: who made it and what it is: "Epson EB-X05"; "" when it does not say
 * @place: where it lies on the desktop
 */
typedef struct
{
  char *connector;
  char *model;
  GdkRectangle place;
} SotayScreen;

/**
 * sotay_screens_pick:
 * @screens: (array length=n): those that are plugged in
 * @wanted: the id of the screen for the wall: sotay_screens_get_id(); "" for none
 * @home: the screen that the program's window is on, or -1
 * @wall: (out): the screen for the wall, or -1 without any screen
 * @presenter: (out): the screen for the trainer, or -1
 *
 * The one table of rules. The wall goes to the wanted screen, else to another projector of that model, else to the
 * first that the program is not on, else to the only one. The trainer gets a screen that shows nothing of the wall, the
 * program's if it can be; mirrored screens lie on each other and show the same, so they count as one.
 */
void sotay_screens_pick (const SotayScreen *screens, guint n, const char *wanted, int home, int *wall, int *presenter);

/**
 * sotay_screens_get_id:
 *
 * Returns: (transfer full): what the settings keep to know it again: "HDMI-1 Epson EB-X05"
 */
char *sotay_screens_get_id (const SotayScreen *screen);

/**
 * sotay_screens_get_title:
 * @number: from 1
 *
 * Returns: (transfer full): as people know it: "Screen 2 · Epson EB-X05"
 */
char *sotay_screens_get_title (const SotayScreen *screen, guint number);

#define SOTAY_TYPE_SCREENS (sotay_screens_get_type ())
/**
 * SotayScreens:
 *
 * The screens of the display, followed while they are plugged in and out. The wall's is remembered in the settings.
 *
 * Signal "changed": the wall or the trainer is to be on another screen, or there are others to choose from.
 */
G_DECLARE_FINAL_TYPE (SotayScreens, sotay_screens, SOTAY, SCREENS, GObject)

/**
 * sotay_screens_new:
 * @home: the program's window, which is on a screen
 *
 * Returns: (transfer full): the screens
 */
SotayScreens *sotay_screens_new (GtkWindow *home, GSettings *settings);

GdkMonitor *sotay_screens_get_wall (SotayScreens *screens);      /* (transfer none) (nullable) */
GdkMonitor *sotay_screens_get_presenter (SotayScreens *screens); /* (transfer none) (nullable): none to be private on */
int sotay_screens_get_wall_index (SotayScreens *screens);        /* in the titles, or -1 */

/**
 * sotay_screens_dup_titles:
 *
 * Returns: (transfer full): the titles of all screens
 */
char **sotay_screens_dup_titles (SotayScreens *screens);

void sotay_screens_choose (SotayScreens *screens, guint index); /* the wall goes there, and does so again next time */
void sotay_screens_swap (SotayScreens *screens); /* the wall goes where the trainer is; nothing where there is one */

G_END_DECLS
