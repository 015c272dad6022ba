/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/register/staff-filter.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_FILTER_BAR (sotay_filter_bar_get_type ())
/**
 * SotayFilterBar:
 *
 * Chooses a #SotayStaffFilter: a menu, what is filtered as chips that a press takes away, filters kept under a name.
 *
 * Signal "changed": another filter was chosen.
 */
G_DECLARE_FINAL_TYPE (SotayFilterBar, sotay_filter_bar, SOTAY, FILTER_BAR, AdwBin)

void sotay_filter_bar_set_settings (SotayFilterBar *bar, GSettings *settings); /* where kept filters are */

const SotayStaffFilter *sotay_filter_bar_get_filter (SotayFilterBar *bar); /* (transfer none) */
void sotay_filter_bar_set_filter (SotayFilterBar *bar, const SotayStaffFilter *filter);

G_END_DECLS
