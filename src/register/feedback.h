/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Obstacles (vướng mắc) and proposals (đề xuất), and what became of them. */
#pragma once

#include "register/record.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_FEEDBACK_KIND,  /* a word of SotayFeedbackKind */
  SOTAY_FEEDBACK_TEXT,
  SOTAY_FEEDBACK_STATE, /* a word of SotayFeedbackState */
  SOTAY_FEEDBACK_MADE_ON,
  SOTAY_FEEDBACK_UNIT_ID,
  SOTAY_FEEDBACK_UTILITY, /* "U1" … "U16", when it is about one */
  SOTAY_FEEDBACK_SENT_TO, /* with the states sent and solved */
  SOTAY_FEEDBACK_SENT_ON,
  SOTAY_FEEDBACK_SOLVED_ON, /* with the state solved */
  SOTAY_FEEDBACK_ANSWER,
} SotayFeedbackField;

typedef enum
{
  SOTAY_FEEDBACK_OBSTACLE,
  SOTAY_FEEDBACK_PROPOSAL,
  SOTAY_FEEDBACK_KIND_N
} SotayFeedbackKind;

typedef enum
{
  SOTAY_FEEDBACK_OPEN,
  SOTAY_FEEDBACK_SENT,
  SOTAY_FEEDBACK_SOLVED,
  SOTAY_FEEDBACK_STATE_N
} SotayFeedbackState;

const char *sotay_feedback_kind_to_string (SotayFeedbackKind kind); /* "obstacle", "proposal" */
gboolean sotay_feedback_kind_from_string (const char *text, SotayFeedbackKind *kind);
const char *sotay_feedback_state_to_string (SotayFeedbackState state); /* "open", "sent", "solved" */
gboolean sotay_feedback_state_from_string (const char *text, SotayFeedbackState *state);

/**
 * sotay_feedback_check:
 * @error: %SOTAY_REGISTER_ERROR_INVALID with the field's name as its message
 *
 * The rules: a kind, a state and a text; days not still to come; one that was sent says to whom and when, one that was
 * solved says when, not before it was made.
 *
 * Returns: whether @feedback keeps them
 */
gboolean sotay_feedback_check (SotayRecord *feedback, GError **error);

G_END_DECLS
