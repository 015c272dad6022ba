/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A show that was not ended, in words. */
#pragma once

#include "presentation/journal.h"

G_BEGIN_DECLS

/**
 * sotay_unfinished_words_place:
 * @slide_id: a slide
 *
 * Returns: (transfer full): "U10, step 3"
 */
char *sotay_unfinished_words_place (const char *slide_id);

/**
 * sotay_unfinished_words:
 * @now: the present time, for whether it was today
 *
 * Returns: (transfer full): "The lesson of 09:15 was not ended: it stands at U10, step 3"
 */
char *sotay_unfinished_words (SotayUnfinished *unfinished, GDateTime *now);

G_END_DECLS
