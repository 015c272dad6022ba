/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/practice.h"

#include "register/words.h"

static const char *const levels[] = {
  [SOTAY_PRACTICE_TAUGHT] = "taught",
  [SOTAY_PRACTICE_PRACTISED] = "practised",
  [SOTAY_PRACTICE_FLUENT] = "fluent",
};

const char *
sotay_practice_level_to_string (SotayPracticeLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (levels), NULL);
  return levels[level];
}

gboolean
sotay_practice_level_from_string (const char *text, SotayPracticeLevel *level)
{
  guint place;

  if (!sotay_words_find (levels, G_N_ELEMENTS (levels), text, &place))
    return FALSE;
  *level = place;
  return TRUE;
}

SotayRecord *
sotay_practice_new (const char *staff_id, guint utility, SotayPracticeLevel level, const char *day)
{
  g_autofree char *name = g_strdup_printf ("U%u", utility);
  g_autofree char *id = g_strconcat (staff_id, "/", name, NULL);
  const char *const fields[] = { staff_id, name, sotay_practice_level_to_string (level), day };

  return sotay_record_restore (SOTAY_RECORD_PRACTICE, id, fields);
}
