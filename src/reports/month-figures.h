/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A month's figures: due, trained, passed, for each unit and overall, and how they came about. */
#pragma once

#include <gio/gio.h>

#include "register/store.h"

G_BEGIN_DECLS

/**
 * SOTAY_MONTH_FIGURES_SPAN:
 *
 * So many months are looked at: the month itself is the last, the eleven before it lead up to it.
 */
#define SOTAY_MONTH_FIGURES_SPAN 12

#define SOTAY_TYPE_MONTH_PART (sotay_month_part_get_type ())
/**
 * SotayMonthPart:
 *
 * The figures of one unit with the units below it, or of the whole. Property "children": a #GListModel of
 * #SotayMonthPart.
 */
G_DECLARE_FINAL_TYPE (SotayMonthPart, sotay_month_part, SOTAY, MONTH_PART, GObject)

SotayUnit *sotay_month_part_get_unit (SotayMonthPart *part);     /* (transfer none) (nullable): %NULL for the whole */
GListModel *sotay_month_part_get_children (SotayMonthPart *part); /* (transfer none) */

/**
 * sotay_month_part_get_counts:
 * @ago: 0 for the month itself, 1 for the month before … SOTAY_MONTH_FIGURES_SPAN - 1
 *
 * Returns: (transfer none): the counts at the end of that month; of today when that month is running
 */
const SotayMonthCounts *sotay_month_part_get_counts (SotayMonthPart *part, guint ago);

/**
 * sotay_month_part_get_newly_trained:
 *
 * Returns: how many of those due at the end of the month were trained on a day of the month; the months before have
 *   theirs in their counts
 */
guint sotay_month_part_get_newly_trained (SotayMonthPart *part);

#define SOTAY_TYPE_MONTH_FIGURES (sotay_month_figures_get_type ())
/**
 * SotayMonthFigures:
 *
 * The figures of one month as the register knows them now. Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayMonthFigures, sotay_month_figures, SOTAY, MONTH_FIGURES, GObject)

/**
 * sotay_month_figures_load:
 * @store: the register
 * @month: any day of the month, not after the month of @today
 * @today: the current day: a running month is counted up to it
 *
 * Blocking: see sotay_month_figures_load_async().
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL with an error of the register
 */
SotayMonthFigures *sotay_month_figures_load (SotayStore *store, const GDate *month, const GDate *today,
                                             GCancellable *cancellable, GError **error);
void sotay_month_figures_load_async (SotayStore *store, const GDate *month, const GDate *today,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
SotayMonthFigures *sotay_month_figures_load_finish (GAsyncResult *result, GError **error);

SotayMonthPart *sotay_month_figures_get_whole (SotayMonthFigures *figures); /* (transfer none) */

/**
 * sotay_month_figures_find:
 *
 * Returns: (transfer none) (nullable): the part of this unit
 */
SotayMonthPart *sotay_month_figures_find (SotayMonthFigures *figures, const char *unit_id);

/**
 * sotay_month_figures_get_day:
 * @ago: 0 for the month itself, 1 for the month before …
 *
 * Returns: (transfer none): the day on which the counts of that month stand
 */
const GDate *sotay_month_figures_get_day (SotayMonthFigures *figures, guint ago);

/**
 * sotay_month_figures_is_running:
 *
 * Returns: whether the month is not over yet
 */
gboolean sotay_month_figures_is_running (SotayMonthFigures *figures);

/**
 * sotay_month_figures_to_text:
 * @part: a part of @figures
 *
 * Returns: (transfer full): the figures of @part and of the units right below it as plain text in the person's
 *   language, to be put into a letter or a message
 */
char *sotay_month_figures_to_text (SotayMonthFigures *figures, SotayMonthPart *part);

G_END_DECLS
