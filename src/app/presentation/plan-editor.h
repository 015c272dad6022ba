/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/catalogue.h"
#include "presentation/lesson-plan.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_PLAN_EDITOR (sotay_plan_editor_get_type ())
/**
 * SotayPlanEditor:
 *
 * The 16 utilities: which of them a lesson teaches, in which order (dragged, or Alt+Up and Alt+Down), and for how long.
 *
 * Signal "changed": the person changed something.
 */
G_DECLARE_FINAL_TYPE (SotayPlanEditor, sotay_plan_editor, SOTAY, PLAN_EDITOR, AdwBin)

void sotay_plan_editor_set_catalogue (SotayPlanEditor *editor, SotayCatalogue *catalogue); /* once, first */
void sotay_plan_editor_set_plan (SotayPlanEditor *editor, SotayLessonPlan *plan);

/**
 * sotay_plan_editor_dup_plan:
 * @name: (nullable): the name of the plan
 *
 * Returns: (transfer full) (nullable): what the person set; %NULL when no utility is taught
 */
SotayLessonPlan *sotay_plan_editor_dup_plan (SotayPlanEditor *editor, const char *name);

G_END_DECLS
