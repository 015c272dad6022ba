/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/register/register-tab.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_SKILLS_TAB (sotay_skills_tab_get_type ())
/**
 * SotaySkillsTab:
 *
 * How well the staff of a unit handle each utility.
 *
 * Action "skills.mark-column" (int level or -1): everyone of the list, in the column of the cursor.
 */
G_DECLARE_FINAL_TYPE (SotaySkillsTab, sotay_skills_tab, SOTAY, SKILLS_TAB, SotayRegisterTab)

G_END_DECLS
