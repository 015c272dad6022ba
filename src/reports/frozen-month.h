/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a month at a day: those that a month is closed with, and the same as the register says them now. As a
 * text (SOTAY_MONTHLY_FIGURES):
 *
 *   2026-11-30                  the day that the figures are of
 *   da-tap-huan 37              a figure by its name
 *   unit/ID 40 37 12 5          of a unit with those below: due, trained, passed, newly trained
 *   session/ID 31 2026-11-05 =TITLE =PLACE
 *                               a session of the month: how many came, the day, the title, the place
 *   outreach/ID 120 2026-11-07 =FORM =PLACE
 *                               likewise an outreach: how many were reached, the day, the form, the place
 *   text/kho-khan =TEXT         what was proposed for a part that was not written by hand
 *
 * Identifiers, titles, forms, places and texts are escaped as in a URI. A register trims white space, so that no line
 * ends in any.
 */
#pragma once

#include "register/month-sums.h"

G_BEGIN_DECLS

typedef struct _SotayFrozenMonth SotayFrozenMonth;

SotayFrozenMonth *sotay_frozen_month_new (const GDate *day); /* (transfer full): without figures */
SotayFrozenMonth *sotay_frozen_month_ref (SotayFrozenMonth *frozen);
void sotay_frozen_month_unref (SotayFrozenMonth *frozen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayFrozenMonth, sotay_frozen_month_unref)

/**
 * sotay_frozen_month_get_day:
 *
 * Returns: (transfer none): the day that the figures are of
 */
const GDate *sotay_frozen_month_get_day (SotayFrozenMonth *frozen);

/**
 * sotay_frozen_month_set, sotay_frozen_month_set_unit:
 * @name: small letters, digits and hyphens
 *
 * To be called before anybody else reads @frozen.
 */
void sotay_frozen_month_set (SotayFrozenMonth *frozen, const char *name, gint64 number);
void sotay_frozen_month_set_unit (SotayFrozenMonth *frozen, const char *unit_id, const SotayMonthCounts *counts);

/**
 * sotay_frozen_month_has, sotay_frozen_month_get:
 *
 * Returns: whether there is a figure of this name; the figure, 0 when there is none
 */
gboolean sotay_frozen_month_has (SotayFrozenMonth *frozen, const char *name);
gint64 sotay_frozen_month_get (SotayFrozenMonth *frozen, const char *name);

/**
 * sotay_frozen_month_get_unit:
 *
 * Returns: (transfer none) (nullable): the counts of the unit with those below
 */
const SotayMonthCounts *sotay_frozen_month_get_unit (SotayFrozenMonth *frozen, const char *unit_id);

/**
 * sotay_frozen_month_list_units:
 *
 * Returns: (transfer none) (element-type utf8): the units that have counts
 */
GPtrArray *sotay_frozen_month_list_units (SotayFrozenMonth *frozen);

typedef enum
{
  SOTAY_FROZEN_SESSION,
  SOTAY_FROZEN_OUTREACH,
  SOTAY_N_FROZEN_EVENTS,
} SotayFrozenEventKind;

/**
 * SotayFrozenEvent:
 * @id: of the session or outreach
 * @people: how many came, or were reached
 * @day: ISO
 * @title: (nullable): the title of a session, the form of an outreach
 * @place: (nullable): where it was
 */
typedef struct
{
  char *id;
  guint people;
  char *day;
  char *title;
  char *place;
} SotayFrozenEvent;

/**
 * sotay_frozen_month_add_event:
 * @event: is copied
 *
 * To be called before anybody else reads @frozen.
 */
void sotay_frozen_month_add_event (SotayFrozenMonth *frozen, SotayFrozenEventKind kind, const SotayFrozenEvent *event);

/**
 * sotay_frozen_month_list_events:
 *
 * Returns: (transfer none) (element-type SotayFrozenEvent): the sessions or outreach of the month, as they were added
 */
GPtrArray *sotay_frozen_month_list_events (SotayFrozenMonth *frozen, SotayFrozenEventKind kind);

/**
 * sotay_frozen_month_set_text:
 * @name: of a part: small letters, digits and hyphens
 *
 * To be called before anybody else reads @frozen.
 */
void sotay_frozen_month_set_text (SotayFrozenMonth *frozen, const char *name, const char *text);

/**
 * sotay_frozen_month_get_text:
 *
 * Returns: (transfer none) (nullable): the text of this part
 */
const char *sotay_frozen_month_get_text (SotayFrozenMonth *frozen, const char *name);

/**
 * sotay_frozen_month_to_text, sotay_frozen_month_parse:
 * @text: (nullable): what a register holds, from whomever
 * @error: %SOTAY_REPORT_ERROR_FROZEN with the number of the line as its message
 *
 * Between the figures and their text.
 *
 * Returns: (transfer full) (nullable): the text, or the figures
 */
char *sotay_frozen_month_to_text (SotayFrozenMonth *frozen);
SotayFrozenMonth *sotay_frozen_month_parse (const char *text, GError **error);

/**
 * SotayCorrection:
 * @name: of the figure; of a unit: "due", "trained", "passed", "newly"
 * @unit_id: (nullable): the unit
 * @was: what was reported
 * @is: what the register says now of the same day
 */
typedef struct
{
  char *name;
  char *unit_id;
  gint64 was;
  gint64 is;
} SotayCorrection;

void sotay_correction_free (SotayCorrection *correction);

/**
 * sotay_frozen_month_compare:
 * @was: what was reported
 * @is: the same day's figures as the register says them now
 *
 * Returns: (transfer full) (element-type SotayCorrection): what differs, the figures first, then the units
 */
GPtrArray *sotay_frozen_month_compare (SotayFrozenMonth *was, SotayFrozenMonth *is);

G_END_DECLS
