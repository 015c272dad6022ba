/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thought on the wall: what it says, not how it looks. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  SOTAY_SLIDE_TITLE,    /* of the lesson */
  SOTAY_SLIDE_LIST,     /* the utilities of the lesson */
  SOTAY_SLIDE_UTILITY,  /* a utility begins: what it is for */
  SOTAY_SLIDE_AUDIENCE, /* who may use it */
  SOTAY_SLIDE_STEP,     /* one step */
  SOTAY_SLIDE_RESULT,   /* what is seen at the end */
  SOTAY_SLIDE_PAGE,     /* its page in the manual */
  SOTAY_SLIDE_QUESTION, /* a common problem, as people ask it */
  SOTAY_SLIDE_ANSWER,   /* the question, and what an officer answers */
  SOTAY_SLIDE_CHECK,    /* a question of the quick check, with its choices */
  SOTAY_SLIDE_SOLUTION, /* the same, the right choice marked, and why */
  SOTAY_SLIDE_QR,       /* the manual's QR code */
  SOTAY_SLIDE_N_KINDS
} SotaySlideKind;

typedef enum
{
  SOTAY_SLIDE_LEAD,   /* the thought itself: the largest text beside the title */
  SOTAY_SLIDE_ENTRY,  /* of a list or a choice: its label stands before it */
  SOTAY_SLIDE_REMARK, /* beside it: who repairs the data, when it was seen, "to be verified" */
} SotaySlideRole;

/**
 * SotaySlideText:
 * @role: what it is on the slide
 * @label: (nullable): of an entry: "12", "A"
 * @text: plain words, without links
 * @marked: the right choice of a solution
 */
typedef struct
{
  SotaySlideRole role;
  char *label;
  char *text;
  gboolean marked;
} SotaySlideText;

#define SOTAY_TYPE_SLIDE (sotay_slide_get_type ())
/**
 * SotaySlide:
 *
 * Immutable. Made of content only: nothing of the register is in it.
 */
G_DECLARE_FINAL_TYPE (SotaySlide, sotay_slide, SOTAY, SLIDE, GObject)

/**
 * SotaySlideParts:
 * @id: names it through all languages and editions: "title", "list", "U10/utility", "U10/step-3", "U10/answer-2"
 * @utility: 1 … 16; 0 when it belongs to none
 * @kicker: the small line above the title: "U10 · Level 2 · Step 3 of 5"; "" for none
 * @title: the title; of a question or a check, what is asked
 * @texts: (element-type SotaySlideText): what stands below the title
 * @number: of a step or a check, which one, from 1; else 0
 * @count: how many of these the utility has; else 0
 * @page: of a page of the manual, its index from 0; else -1
 * @code: (nullable): of a QR slide, the text of the code
 *
 * Owns what it holds.
 */
typedef struct
{
  char *id;
  SotaySlideKind kind;
  guint utility;
  char *kicker;
  char *title;
  GPtrArray *texts;
  guint number;
  guint count;
  int page;
  char *code;
} SotaySlideParts;

/**
 * sotay_slide_new:
 * @parts: (transfer full): what it is made of
 *
 * Returns: (transfer full): the slide
 */
SotaySlide *sotay_slide_new (SotaySlideParts *parts);

SotaySlideParts *sotay_slide_parts_new (SotaySlideKind kind); /* (transfer full): "" texts, no page */
void sotay_slide_parts_free (SotaySlideParts *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotaySlideParts, sotay_slide_parts_free)

/* Adds a copy of @text; @label nullable. */
void sotay_slide_parts_add (SotaySlideParts *parts, SotaySlideRole role, const char *label, const char *text,
                            gboolean marked);

const SotaySlideParts *sotay_slide_get_parts (SotaySlide *slide); /* (transfer none) */
const char *sotay_slide_get_id (SotaySlide *slide);
SotaySlideKind sotay_slide_get_kind (SotaySlide *slide);
guint sotay_slide_get_utility (SotaySlide *slide);

/**
 * sotay_slide_to_text:
 *
 * Returns: (transfer full): all that it says, a line for each text: for screen readers and for finding a slide
 */
char *sotay_slide_to_text (SotaySlide *slide);

G_END_DECLS
