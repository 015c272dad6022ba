/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/feedback.h"

#include "register/record-rules.h"
#include "register/utilities.h"
#include "register/words.h"

#include <string.h>

static const char *const kinds[] = {
  [SOTAY_FEEDBACK_OBSTACLE] = "obstacle",
  [SOTAY_FEEDBACK_PROPOSAL] = "proposal",
};

static const char *const states[] = {
  [SOTAY_FEEDBACK_OPEN] = "open",
  [SOTAY_FEEDBACK_SENT] = "sent",
  [SOTAY_FEEDBACK_SOLVED] = "solved",
};

static gboolean
is_before_made (SotayRecord *feedback, guint field)
{
  const char *day = sotay_record_get (feedback, field);

  return day != NULL && strcmp (day, sotay_record_get (feedback, SOTAY_FEEDBACK_MADE_ON)) < 0;
}

static gboolean
check_state (SotayRecord *feedback, SotayFeedbackState state, GError **error)
{
  const char *sent_to = sotay_record_get (feedback, SOTAY_FEEDBACK_SENT_TO);
  const char *sent_on = sotay_record_get (feedback, SOTAY_FEEDBACK_SENT_ON);

  if (state == SOTAY_FEEDBACK_OPEN ? sent_to != NULL : state == SOTAY_FEEDBACK_SENT && sent_to == NULL)
    return sotay_record_refuse (feedback, SOTAY_FEEDBACK_SENT_TO, error);
  if ((sent_to != NULL) != (sent_on != NULL) || is_before_made (feedback, SOTAY_FEEDBACK_SENT_ON))
    return sotay_record_refuse (feedback, SOTAY_FEEDBACK_SENT_ON, error);
  if ((state == SOTAY_FEEDBACK_SOLVED) != (sotay_record_get (feedback, SOTAY_FEEDBACK_SOLVED_ON) != NULL)
      || is_before_made (feedback, SOTAY_FEEDBACK_SOLVED_ON))
    return sotay_record_refuse (feedback, SOTAY_FEEDBACK_SOLVED_ON, error);
  return TRUE;
}

static gboolean
check_days (SotayRecord *feedback, GError **error)
{
  return sotay_record_check_past_day (feedback, SOTAY_FEEDBACK_MADE_ON, TRUE, error)
         && sotay_record_check_past_day (feedback, SOTAY_FEEDBACK_SENT_ON, FALSE, error)
         && sotay_record_check_past_day (feedback, SOTAY_FEEDBACK_SOLVED_ON, FALSE, error);
}

const char *
sotay_feedback_kind_to_string (SotayFeedbackKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  return kinds[kind];
}

gboolean
sotay_feedback_kind_from_string (const char *text, SotayFeedbackKind *kind)
{
  guint place;

  if (!sotay_words_find (kinds, G_N_ELEMENTS (kinds), text, &place))
    return FALSE;
  *kind = place;
  return TRUE;
}

const char *
sotay_feedback_state_to_string (SotayFeedbackState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), NULL);
  return states[state];
}

gboolean
sotay_feedback_state_from_string (const char *text, SotayFeedbackState *state)
{
  guint place;

  if (!sotay_words_find (states, G_N_ELEMENTS (states), text, &place))
    return FALSE;
  *state = place;
  return TRUE;
}

gboolean
sotay_feedback_check (SotayRecord *feedback, GError **error)
{
  const char *utility = sotay_record_get (feedback, SOTAY_FEEDBACK_UTILITY);
  SotayFeedbackKind kind;
  SotayFeedbackState state;
  guint set;

  if (!sotay_feedback_kind_from_string (sotay_record_get (feedback, SOTAY_FEEDBACK_KIND), &kind))
    return sotay_record_refuse (feedback, SOTAY_FEEDBACK_KIND, error);
  if (!sotay_feedback_state_from_string (sotay_record_get (feedback, SOTAY_FEEDBACK_STATE), &state))
    return sotay_record_refuse (feedback, SOTAY_FEEDBACK_STATE, error);
  if (sotay_record_get (feedback, SOTAY_FEEDBACK_TEXT) == NULL)
    return sotay_record_refuse (feedback, SOTAY_FEEDBACK_TEXT, error);
  if (utility != NULL && !sotay_utilities_parse (utility, &set))
    return sotay_record_refuse (feedback, SOTAY_FEEDBACK_UTILITY, error);
  return check_days (feedback, error) && check_state (feedback, state, error)
         && sotay_record_check_lengths (feedback, error);
}
