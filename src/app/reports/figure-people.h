/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "register/staff-list.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_FIGURE_PEOPLE (sotay_figure_people_get_type ())
/**
 * SotayFigurePeople:
 *
 * The people behind a figure of a report, as they were on its day.
 */
G_DECLARE_FINAL_TYPE (SotayFigurePeople, sotay_figure_people, SOTAY, FIGURE_PEOPLE, AdwWindow)

/**
 * sotay_figure_people_new:
 * @parent: the main window
 * @people: who is counted
 * @rule: (nullable): how
 *
 * Returns: the window, to be presented
 */
GtkWidget *sotay_figure_people_new (GtkWindow *parent, SotayStore *store, SotayStaffQuery *people, const char *rule);

G_END_DECLS
