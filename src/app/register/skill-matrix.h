/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/register/practice-cache.h"
#include "catalogue/catalogue.h"
#include "register/staff-list.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_SKILL_MATRIX (sotay_skill_matrix_get_type ())
/**
 * SotaySkillMatrix:
 *
 * Staff × 16 utilities, scrollable, drawn by itself: only what is in view is asked for and drawn, the names and the
 * numbers of the utilities stay in view. Each level is a shape and a number: ○ 1 taught, ◐ 2 practised, ● 3 fluent.
 *
 * Keys: arrows, Page Up/Down, Home, End; 1, 2, 3 set a level, 0 or Delete takes it away, Enter or Space goes through
 * them. A click does so too. The cell where the keyboard is is the name of the widget for assistive technology.
 *
 * Signal "set-level" (#SotayStaff, uint utility 1 to 16, int level or -1): the person wants it so.
 * Signal "cursor-moved": another cell.
 */
G_DECLARE_FINAL_TYPE (SotaySkillMatrix, sotay_skill_matrix, SOTAY, SKILL_MATRIX, GtkWidget)

void sotay_skill_matrix_set_cache (SotaySkillMatrix *matrix, SotayPracticeCache *cache);      /* once */
void sotay_skill_matrix_set_catalogue (SotaySkillMatrix *matrix, SotayCatalogue *catalogue);  /* names of utilities */

/**
 * sotay_skill_matrix_show:
 * @list: the people
 * @keep_position: whether it is the newest state of the list shown: cursor and scrolling stay
 */
void sotay_skill_matrix_show (SotaySkillMatrix *matrix, SotayStaffList *list, gboolean keep_position);

guint sotay_skill_matrix_get_utility (SotaySkillMatrix *matrix);     /* 1 to 16: the column of the cursor */
const char *sotay_skill_matrix_get_words (SotaySkillMatrix *matrix); /* (transfer none): the cell of the cursor */

G_END_DECLS
