/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hands that were counted for the choices of the quick check. */
#pragma once

#include <json-glib/json-glib.h>

#include "catalogue/question.h"

G_BEGIN_DECLS

#define SOTAY_CHECK_MOST_HANDS 9999
/* From this share of right answers on, a utility counts as understood by the room. */
#define SOTAY_CHECK_PASS 0.8

#define SOTAY_TYPE_CHECK_TALLY (sotay_check_tally_get_type ())
/**
 * SotayCheckTally:
 *
 * Signal "changed" (string slide_id): the hands for the question of that slide.
 */
G_DECLARE_FINAL_TYPE (SotayCheckTally, sotay_check_tally, SOTAY, CHECK_TALLY, GObject)

SotayCheckTally *sotay_check_tally_new (void); /* (transfer full): no hand was counted */

/**
 * sotay_check_tally_set:
 * @slide_id: of a check: "U10/check-1"
 * @utility: 1 … 16
 * @right: the place of the right choice
 * @choice: from 0
 * @hands: 0 … SOTAY_CHECK_MOST_HANDS
 */
void sotay_check_tally_set (SotayCheckTally *tally, const char *slide_id, guint utility, guint right, guint choice,
                            guint hands);
guint sotay_check_tally_get (SotayCheckTally *tally, const char *slide_id, guint choice); /* 0 when none were counted */

/**
 * sotay_check_tally_get_share:
 * @share: (out): of right answers among all hands, over all questions of the utility
 *
 * Returns: whether any hand was counted for it
 */
gboolean sotay_check_tally_get_share (SotayCheckTally *tally, guint utility, double *share);

guint sotay_check_tally_get_understood (SotayCheckTally *tally); /* the set of utilities with SOTAY_CHECK_PASS */

JsonNode *sotay_check_tally_to_json (SotayCheckTally *tally);                /* (transfer full) */
void sotay_check_tally_load_json (SotayCheckTally *tally, JsonNode *node);  /* leaves out what makes no sense */

G_END_DECLS
