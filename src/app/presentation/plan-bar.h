/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "presentation/show.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PLAN_BAR (sotay_plan_bar_get_type ())
/**
 * SotayPlanBar:
 *
 * The time of a lesson as one bar: each stop is as wide as its plan and is filled as far as that time was used; the one
 * that took longer than planned has a line on top. The words beside it say the same.
 */
G_DECLARE_FINAL_TYPE (SotayPlanBar, sotay_plan_bar, SOTAY, PLAN_BAR, GtkWidget)

void sotay_plan_bar_set_show (SotayPlanBar *bar, SotayShow *show); /* whose time it is */

G_END_DECLS
