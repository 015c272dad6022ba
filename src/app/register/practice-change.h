/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of practice for many people at once. */
#pragma once

#include <gtk/gtk.h>

#include "app/widgets/notice.h"
#include "register/practice.h"
#include "register/store.h"

G_BEGIN_DECLS

/* So many people at most get a mark in one step. */
#define SOTAY_PRACTICE_MOST_PEOPLE 100000

/**
 * sotay_practice_level_text:
 * @level: a level, or -1
 *
 * Returns: (transfer none): the level in words
 */
const char *sotay_practice_level_text (int level);

/**
 * sotay_practice_ask_session:
 * @widget: whose window asks
 * @notice: where an error is shown; belongs to @widget
 *
 * Asks which level everyone who was at @session has reached in what it taught, and marks them as of its day.
 */
void sotay_practice_ask_session (GtkWidget *widget, SotayStore *store, SotayRecord *session, SotayNotice *notice);

/**
 * sotay_practice_mark_query_async:
 * @query: the people
 * @utilities: a set, see utilities.h
 * @level: the level; -1 takes the mark away
 *
 * Marks everyone of a list as of today. Finishes with sotay_do_step_finish().
 */
void sotay_practice_mark_query_async (SotayStore *store, SotayStaffQuery *query, guint utilities, int level,
                                      GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
