/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a person handles a utility. */
#pragma once

#include "register/record.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_PRACTICE_STAFF_ID,
  SOTAY_PRACTICE_UTILITY, /* "U1" … "U16" */
  SOTAY_PRACTICE_LEVEL,   /* a word of SotayPracticeLevel */
  SOTAY_PRACTICE_DAY,     /* the day since which the person has been at this level */
} SotayPracticeField;

/* Each includes the ones before. */
typedef enum
{
  SOTAY_PRACTICE_TAUGHT,    /* đã được hướng dẫn */
  SOTAY_PRACTICE_PRACTISED, /* đã thực hành */
  SOTAY_PRACTICE_FLUENT,    /* thành thạo: what the letter asks for */
  SOTAY_PRACTICE_LEVEL_N
} SotayPracticeLevel;

const char *sotay_practice_level_to_string (SotayPracticeLevel level); /* "taught", "practised", "fluent" */
gboolean sotay_practice_level_from_string (const char *text, SotayPracticeLevel *level);

/**
 * sotay_practice_new:
 * @utility: 1 to 16
 * @day: ISO
 *
 * Returns: (transfer full): a record whose id is "STAFF/U5": one person has one level in a utility
 */
SotayRecord *sotay_practice_new (const char *staff_id, guint utility, SotayPracticeLevel level, const char *day);

G_END_DECLS
