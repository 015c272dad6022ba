/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/employment.h"

#include "register/words.h"

static const char *const words[] = {
  [SOTAY_EMPLOYMENT_OFFICIAL] = "official",
  [SOTAY_EMPLOYMENT_PUBLIC] = "public",
  [SOTAY_EMPLOYMENT_WORKER] = "worker",
  [SOTAY_EMPLOYMENT_PART_TIME] = "part-time",
  [SOTAY_EMPLOYMENT_NEIGHBOURHOOD] = "neighbourhood",
  [SOTAY_EMPLOYMENT_OTHER] = "other",
};

const char *
sotay_employment_to_string (SotayEmployment employment)
{
  g_return_val_if_fail (employment < G_N_ELEMENTS (words), NULL);
  return words[employment];
}

gboolean
sotay_employment_from_string (const char *text, SotayEmployment *employment)
{
  guint place;

  if (!sotay_words_find (words, G_N_ELEMENTS (words), text, &place))
    return FALSE;
  *employment = place;
  return TRUE;
}
