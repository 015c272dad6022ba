/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a reader jumped from, as in a web browser: no widget, so that it can be tried without a display. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayPlace:
 * @index: the page
 * @y: what is at the top of the view, in points from the top of the page
 */
typedef struct
{
  guint index;
  double y;
} SotayPlace;

typedef struct _SotayPageHistory SotayPageHistory;

SotayPageHistory *sotay_page_history_new (void); /* (transfer full) */
void sotay_page_history_free (SotayPageHistory *history);

/**
 * sotay_page_history_leave:
 * @here: the place that is left by a jump
 *
 * What could be gone forward to is forgotten.
 */
void sotay_page_history_leave (SotayPageHistory *history, const SotayPlace *here);

/**
 * sotay_page_history_go_back:
 * @here: the place that is left, so that one can come forward to it again
 * @there: (out): where to go
 *
 * Returns: whether there was a place to go back to
 */
gboolean sotay_page_history_go_back (SotayPageHistory *history, const SotayPlace *here, SotayPlace *there);
gboolean sotay_page_history_go_forward (SotayPageHistory *history, const SotayPlace *here, SotayPlace *there);

gboolean sotay_page_history_can_go_back (SotayPageHistory *history);    /* whether there is such a place */
gboolean sotay_page_history_can_go_forward (SotayPageHistory *history); /* whether there is such a place */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayPageHistory, sotay_page_history_free)

G_END_DECLS
