/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/register/register-tab.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_STAFF_PAGE (sotay_staff_page_get_type ())
/**
 * SotayStaffPage:
 *
 * The staff of one unit, or of all, and what can be done with them.
 */
G_DECLARE_FINAL_TYPE (SotayStaffPage, sotay_staff_page, SOTAY, STAFF_PAGE, SotayRegisterTab)

G_END_DECLS
