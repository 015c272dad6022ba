/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files of the matrix only: what it is made of, and how it is drawn. */
#pragma once

#include "app/register/skill-matrix.h"

G_BEGIN_DECLS

struct _SotaySkillMatrix
{
  GtkWidget parent_instance;

  SotayPracticeCache *cache;
  SotayCatalogue *catalogue;
  SotayStaffList *list;
  GPtrArray *rows;     /* SotayStaffRow: those in view, from first_row on */
  guint first_row;
  guint n_people;
  guint cursor_row;
  guint cursor_column; /* 0 to 15 */
  char *words;

  GtkAdjustment *adjustments[2]; /* horizontal, vertical */
  GtkScrollablePolicy policies[2];
  int row_height; /* also of the head */
  int name_width;
  double cell_width;
};

/**
 * sotay_skill_matrix_draw:
 *
 * Draws what is in view.
 */
void sotay_skill_matrix_draw (SotaySkillMatrix *matrix, GtkSnapshot *snapshot);

/**
 * sotay_skill_matrix_get_staff:
 *
 * Returns: (transfer none) (nullable): who stands in this row; %NULL when it is not in view or not loaded
 */
SotayStaff *sotay_skill_matrix_get_staff (SotaySkillMatrix *matrix, guint row);

G_END_DECLS
