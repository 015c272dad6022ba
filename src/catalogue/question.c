/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/question.h"

void
sotay_question_free (SotayQuestion *question)
{
  g_free (question->question);
  for (guint i = 0; i < SOTAY_QUESTION_N_CHOICES; i++)
    g_free (question->choices[i]);
  g_free (question->reason);
  g_free (question->source);
  g_free (question);
}
