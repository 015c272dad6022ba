/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/words.h"

gboolean
sotay_words_find (const char *const *words, guint n_words, const char *text, guint *place)
{
  for (guint i = 0; text != NULL && i < n_words; i++)
    if (g_str_equal (words[i], text))
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}
