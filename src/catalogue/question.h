/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question of the quick check at the end of a utility: three choices, one of them right. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SOTAY_QUESTION_N_CHOICES 3

/**
 * SotayQuestion:
 * @question: what is asked
 * @choices: what may be answered
 * @right: the place of the right choice, from 0
 * @reason: why it is right, one sentence
 * @to_verify: believed, not confirmed: shown as such
 * @source: (nullable): ids of sources, "S14 S22"; %NULL for one to verify
 *
 * Texts hold no links. Owns what it holds.
 */
typedef struct
{
  char *question;
  char *choices[SOTAY_QUESTION_N_CHOICES];
  guint right;
  char *reason;
  gboolean to_verify;
  char *source;
} SotayQuestion;

void sotay_question_free (SotayQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayQuestion, sotay_question_free)

G_END_DECLS
