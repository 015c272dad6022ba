/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of pages, in points: Nghị định 30/2020/NĐ-CP, Phụ lục I. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SOTAY_PAGE_MM(millimetres) ((millimetres) * 72.0 / 25.4)

/* A4, and its margins; a page on its side keeps them. */
#define SOTAY_PAGE_SHORT_SIDE SOTAY_PAGE_MM (210)
#define SOTAY_PAGE_LONG_SIDE SOTAY_PAGE_MM (297)
#define SOTAY_PAGE_TOP SOTAY_PAGE_MM (20)
#define SOTAY_PAGE_BOTTOM SOTAY_PAGE_MM (20)
#define SOTAY_PAGE_LEFT SOTAY_PAGE_MM (30)
#define SOTAY_PAGE_RIGHT SOTAY_PAGE_MM (20)

/* Sizes of letters. */
#define SOTAY_PAGE_BODY_SIZE 14
#define SOTAY_PAGE_SMALL_SIZE 13 /* capitals of the letterhead, the number of the document */
#define SOTAY_PAGE_NOTE_SIZE 12
#define SOTAY_PAGE_RECIPIENT_SIZE 11

#define SOTAY_PAGE_INDENT SOTAY_PAGE_MM (12.7) /* of the first line */
#define SOTAY_PAGE_PITCH 18.0                  /* from line to line of the body: 1.12 of a single space */
#define SOTAY_PAGE_GAP 6.0                     /* between paragraphs */
#define SOTAY_PAGE_RULE 0.75                   /* the thickness of lines */

G_END_DECLS
