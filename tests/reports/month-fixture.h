/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small ward and its report of March 2026, for the tests of what is made of it. Everything here must succeed. */
#pragma once

#include "fixture.h"
#include "reports/inspector.h"
#include "reports/month-report.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  SotayStore *store;
  SotayUnit *ward;
  SotayUnit *office;
  SotayUnit *school;
  SotayIssuer *issuer;
  const char *templates; /* NULL: the built-in one */
} Ward;

void ward_set_up (Ward *ward, gconstpointer data); /* without people */
void ward_tear_down (Ward *ward, gconstpointer data);

/* (transfer full): someone who was trained on @trained_on, and passed then if @passed */
SotayStaff *ward_add_person (Ward *ward, SotayUnit *unit, const char *name, const char *trained_on, gboolean passed);

/* Adds it to the register. */
SotayRecord *ward_add (Ward *ward, SotayRecord *record); /* (transfer full) both */
SotayRecord *ward_set (SotayRecord *record, guint field, const char *value); /* (transfer full) both */
SotayRecord *ward_session (Ward *ward, const char *title, const char *day);  /* (transfer full): held by the office */
void ward_attend (Ward *ward, SotayRecord *session, SotayStaff *person);

/* (transfer full): the report of the ward, of a month that @month lies in */
SotayMonthReport *ward_report (Ward *ward, const char *month, const char *today);

/* Writes into the month's record; @value NULL empties the field. */
void ward_write (Ward *ward, const char *month, SotayMonthlyField field, const char *value);
void ward_close (Ward *ward, const char *month, const char *today);

/* (transfer full): all words of the report, a line to a block, cells parted by "|" */
char *ward_text (SotayReport *report);

/* (transfer none) (nullable): the first finding of this code */
const SotayFinding *ward_find (GPtrArray *findings, SotayFindingCode code);

G_END_DECLS
