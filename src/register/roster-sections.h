/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the roster only: rows between people that say whose rows follow ("I. Phòng Tư pháp", "1. Tổ một cửa"), and rows
 * about nobody: totals and signatures. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SotayRosterSections SotayRosterSections;

/**
 * SotayRosterHeadline:
 * @order: what stands in the column of numbers; empty when there is nothing or no such column
 * @name: what stands in the columns of names
 * @only: the one filled cell, the order apart, or %NULL when there are several
 * @in_names: whether @only stands in a column of names
 * @merged: a cell of the row reaches over several columns
 * @numbered: people of this table have numbers
 * @informative: the table says more about people than their names
 *
 * A row that says nothing about a person besides a name.
 */
typedef struct
{
  const char *order;
  const char *name;
  const char *only;
  gboolean in_names;
  gboolean merged;
  gboolean numbered;
  gboolean informative;
} SotayRosterHeadline;

SotayRosterSections *sotay_roster_sections_new (void); /* (transfer full) */
void sotay_roster_sections_free (SotayRosterSections *sections);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayRosterSections, sotay_roster_sections_free)

/**
 * sotay_roster_sections_take:
 *
 * Returns: whether the row begins a section; it ends those of its own kind of numbering and below
 */
gboolean sotay_roster_sections_take (SotayRosterSections *sections, const SotayRosterHeadline *row);

/**
 * sotay_roster_sections_add_path:
 * @named: the row names a unit itself, so that only headings that are surely units count
 * @path: (element-type utf8): the names of the units, the upper one first, are added
 */
void sotay_roster_sections_add_path (SotayRosterSections *sections, gboolean named, GPtrArray *path);

/**
 * sotay_roster_sections_get_employment:
 *
 * Returns: (nullable): the kind of employment that a heading says ("II. Người hoạt động không chuyên trách")
 */
const char *sotay_roster_sections_get_employment (SotayRosterSections *sections);

gboolean sotay_roster_is_total (const char *text);     /* "Tổng cộng", "Cộng: 40 người" */
gboolean sotay_roster_is_signature (const char *text); /* "Người lập biểu", "TM. UBND", a place and a date */
gboolean sotay_roster_is_number (const char *text);    /* "12", "12." */
gboolean sotay_roster_has_letter (const char *text);

G_END_DECLS
