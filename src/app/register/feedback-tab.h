/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/register/records-tab.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_FEEDBACK_TAB (sotay_feedback_tab_get_type ())
/**
 * SotayFeedbackTab:
 *
 * Obstacles and proposals (vướng mắc, đề xuất), the open ones first.
 *
 * Actions on the one selected: "feedback.send", "feedback.solve", "feedback.reopen".
 */
G_DECLARE_FINAL_TYPE (SotayFeedbackTab, sotay_feedback_tab, SOTAY, FEEDBACK_TAB, SotayRecordsTab)

G_END_DECLS
