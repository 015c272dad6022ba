/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the roster only: the plan as its makers see it. */
#pragma once

#include "register/plan-item.h"
#include "register/roster.h"

G_BEGIN_DECLS

struct _SotayRoster
{
  GObject parent_instance;
  SotayRosterSource *source;
  SotayTableColumns *columns;
  SotayTableColumns *found; /* the columns without what was said of them */
  gboolean remembered;
  gboolean has_headings;
  GPtrArray *employments; /* (element-type SotayRosterEmployment) */
  SotayRosterUnits *units;
  SotayMatcher *matcher;
  GStringChunk *text;
  SotayRosterBook book;
  SotayLogMark mark; /* where the log stood before the register was read */
};

/**
 * sotay_roster_plan:
 *
 * Fills @roster, whose source, columns and items are there.
 *
 * Returns: whether it was not cancelled and the store could be read
 */
gboolean sotay_roster_plan (SotayRoster *roster, SotayStore *store, const SotayRosterOptions *options,
                            GCancellable *cancellable, GError **error);

SotayRosterItem *sotay_roster_get_row_item (SotayRoster *roster, guint index); /* (transfer none) */

G_END_DECLS
