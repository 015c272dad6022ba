/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/register/records-tab.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_OUTREACH_TAB (sotay_outreach_tab_get_type ())
/**
 * SotayOutreachTab:
 *
 * Carrying the utilities on to citizens (tuyên truyền): what was done, and how many people it reached by month.
 */
G_DECLARE_FINAL_TYPE (SotayOutreachTab, sotay_outreach_tab, SOTAY, OUTREACH_TAB, SotayRecordsTab)

G_END_DECLS
