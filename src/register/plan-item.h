/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the roster only: the rows of a plan. */
#pragma once

#include "register/decision.h"
#include "register/match.h"

G_BEGIN_DECLS

/**
 * SotayRosterItem:
 * @packed: (nullable): the person as the row says
 * @namesakes: (nullable): those of that name
 * @known: (nullable): the person in the register, or the earlier row, that it may be
 * @unit: (nullable): the unit as the row or the import says
 * @unit_after: (nullable): the unit of @known after an update
 * @number: of the row in the file
 * @row: of the table
 * @notes: bits of #SotayRosterNote
 * @decision: a #SotayRosterDecision
 * @same: the decision that says "the same person": UPDATE or UNCHANGED
 * @reason: a #SotayRosterReason
 * @named: the row or a heading names the unit
 * @deep: below another unit
 * @undated: trained, on no day
 * @decided: a person chose the decision
 *
 * A row of the plan.
 */
typedef struct
{
  const char *packed;
  SotayNamesakes *namesakes;
  SotayKnown *known;
  SotayRosterUnit *unit;
  SotayRosterUnit *unit_after;
  guint number;
  guint row;
  guint notes;
  guint8 decision;
  guint8 same;
  guint8 reason;
  gboolean named : 1;
  gboolean deep : 1;
  gboolean undated : 1;
  gboolean decided : 1;
} SotayRosterItem;

/**
 * SotayRosterBook:
 * @items: (element-type SotayRosterItem): the rows
 * @alive: index: the row object that somebody looks at
 * @counts: how many rows are so decided
 * @today: today
 */
struct _SotayRosterBook
{
  GArray *items;
  GHashTable *alive;
  guint counts[SOTAY_ROSTER_N_DECISIONS];
  GDate today;
};

/**
 * sotay_roster_item_check:
 * @fields: a person
 * @today: today
 * @reason: (out): why not
 *
 * Returns: whether the rules of a person's fields are kept
 */
gboolean sotay_roster_item_check (const char *const *fields, const GDate *today, SotayRosterReason *reason);

/**
 * sotay_roster_item_get_fields:
 * @fields: (out): the person as the row says, in its unit
 */
void sotay_roster_item_get_fields (const SotayRosterItem *item, const char **fields);

G_END_DECLS
