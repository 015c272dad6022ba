/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayRosterNote:
 *
 * What was made of a cell that did not say it in so many words. From %SOTAY_ROSTER_NOTE_DOUBT_PHONE on it is not
 * certain, so the row is asked about.
 */
typedef enum
{
  SOTAY_ROSTER_NOTE_PHONE,       /* the leading zero put back, or +84 replaced by it */
  SOTAY_ROSTER_NOTE_CODE,        /* "1.23456E+05" read as 123456 */
  SOTAY_ROSTER_NOTE_SERIAL,      /* a day written as Excel counts days */
  SOTAY_ROSTER_NOTE_CENTURY,     /* a year of two digits */
  SOTAY_ROSTER_NOTE_MONTH_FIRST, /* 03/25/2024 */
  SOTAY_ROSTER_NOTE_YEAR_TAKEN,  /* a month and a year of birth: only the year is kept */
  SOTAY_ROSTER_NOTE_FIRST_DAY,   /* a year or a month: its first day */
  SOTAY_ROSTER_NOTE_EMPLOYMENT,  /* a kind of employment that is not known: left empty */
  SOTAY_ROSTER_NOTE_ACTIVATED,   /* neither yes nor no: left empty */
  SOTAY_ROSTER_NOTE_DOUBT_PHONE, /* not a number of Việt Nam */
  SOTAY_ROSTER_NOTE_DOUBT_CODE,  /* "1.23457E+11": digits may be lost */
  SOTAY_ROSTER_NOTE_DOUBT_DATE,  /* 03/04/2024 in a column with both orders of day and month */
  SOTAY_ROSTER_NOTE_N
} SotayRosterNote;

/* A set of notes is a number with a bit for each. */
#define SOTAY_ROSTER_NOTE_BIT(note) (1u << (note))
#define SOTAY_ROSTER_DOUBTS (~0u << SOTAY_ROSTER_NOTE_DOUBT_PHONE)

const char *sotay_roster_note_to_string (SotayRosterNote note); /* stable word for --json: "phone" … */

G_END_DECLS
