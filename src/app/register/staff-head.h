/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "register/progress.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STAFF_HEAD (sotay_staff_head_get_type ())
/**
 * SotayStaffHead:
 *
 * How far the training of a unit is: the ring, the figures, how many are left, until when, and the last months as a
 * picture where there is room. Each figure activates "unit-page.show-people" with the scope of the people behind it.
 */
G_DECLARE_FINAL_TYPE (SotayStaffHead, sotay_staff_head, SOTAY, STAFF_HEAD, AdwBin)

/**
 * sotay_staff_head_show:
 * @part: the figures of a unit, or of the whole
 */
void sotay_staff_head_show (SotayStaffHead *head, SotayUnitProgress *part);

/**
 * sotay_staff_head_show_campaign:
 * @campaign: (nullable): what 100 % means
 * @today: the day
 */
void sotay_staff_head_show_campaign (SotayStaffHead *head, SotayRecord *campaign, const GDate *today);

/**
 * sotay_staff_head_show_trend:
 * @points: (nullable) (element-type SotayTrendPoint): the figures at the ends of months
 */
void sotay_staff_head_show_trend (SotayStaffHead *head, GArray *points);

G_END_DECLS
