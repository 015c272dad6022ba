/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slides of a lesson, made from the content. */
#pragma once

#include <gio/gio.h>

#include "presentation/lesson-plan.h"
#include "presentation/slide.h"

G_BEGIN_DECLS

/**
 * SotayDeckOptions:
 * @unit_name: (nullable): who teaches, for the title slide
 * @address: (nullable): the manual's address, for its QR code; %NULL: no such slide
 * @manual_pages: (nullable) (array fixed-size=16): each utility's page in the manual, an index from 0, or -1; %NULL:
 *   there is no manual to show
 * @without_problems: common problems are left out
 * @without_checks: the quick check is left out
 */
typedef struct
{
  const char *unit_name;
  const char *address;
  const int *manual_pages;
  gboolean without_problems;
  gboolean without_checks;
} SotayDeckOptions;

#define SOTAY_TYPE_DECK (sotay_deck_get_type ())
/**
 * SotayDeck:
 *
 * A #GListModel of #SotaySlide that never changes: title, list, the slides of each stop, the manual's QR code.
 */
G_DECLARE_FINAL_TYPE (SotayDeck, sotay_deck, SOTAY, DECK, GObject)

/**
 * sotay_deck_new:
 * @options: copied
 *
 * Returns: (transfer full): the deck
 */
SotayDeck *sotay_deck_new (SotayCatalogue *catalogue, SotayLessonPlan *plan, const SotayDeckOptions *options);

SotayLessonPlan *sotay_deck_get_plan (SotayDeck *deck);      /* (transfer none) */
guint sotay_deck_get_n_slides (SotayDeck *deck);
SotaySlide *sotay_deck_get_slide (SotayDeck *deck, guint index); /* (transfer none) */

/**
 * sotay_deck_find:
 * @id: a slide's id
 *
 * Returns: its index; that of the first slide of its utility when this deck has no such slide, and 0 when it has not
 *   even that
 */
guint sotay_deck_find (SotayDeck *deck, const char *id);

/**
 * sotay_deck_find_utility:
 * @utility: 1 … 16
 *
 * Returns: the index of its first slide, or -1 when the lesson has no such utility
 */
int sotay_deck_find_utility (SotayDeck *deck, guint utility);

/**
 * sotay_deck_search:
 * @typed: what a trainer typed: a number, or words of a slide; accents optional
 *
 * Returns: (transfer full) (element-type guint): the indices of the slides meant, the best first: the utility of that
 *   number, titles of utilities, then what the other slides say
 */
GArray *sotay_deck_search (SotayDeck *deck, const char *typed);

G_END_DECLS
