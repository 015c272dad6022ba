/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "register/progress.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STAFF_HEAD (sotay_staff_head_get_type ())
/**
 * SotayStaffHead:
 *
 * How far the training of a unit is: the ring, the numbers, how many are left.
 */
G_DECLARE_FINAL_TYPE (SotayStaffHead, sotay_staff_head, SOTAY, STAFF_HEAD, AdwBin)

/**
 * sotay_staff_head_show:
 * @part: the figures of a unit, or of the whole
 */
void sotay_staff_head_show (SotayStaffHead *head, SotayUnitProgress *part);

G_END_DECLS
