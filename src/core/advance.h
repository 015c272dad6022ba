/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayAdvance:
 * @func: called now and then by the thread that works
 * @data: passed to @func
 *
 * Who is told how far a long work is: @done of @total, in whatever the work counts.
 */
typedef struct
{
  void (*func) (gint64 done, gint64 total, gpointer data);
  gpointer data;
} SotayAdvance;

/**
 * sotay_advance_tell:
 * @advance: (nullable): who wants to know
 */
static inline void
sotay_advance_tell (const SotayAdvance *advance, gint64 done, gint64 total)
{
  if (advance != NULL)
    advance->func (done, total, advance->data);
}

G_END_DECLS
