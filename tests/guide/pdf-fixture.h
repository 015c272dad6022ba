/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs that the tests make themselves. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pages of pdf_fixture_make_book(). */
enum
{
  BOOK_COVER,     /* A4; red square at 100, 100, sides 50; "Định danh điện tử", two lines, in black */
  BOOK_WIDE,      /* 500 × 300; a link to BOOK_LAST, a web link, a link to a file */
  BOOK_COMBINING, /* A4; "Căn cước công dân" with combining marks */
  BOOK_SCANNED,   /* A4; no text */
  BOOK_LAST,      /* A4; "định" at the end of one line and "danh" at the start of the next */
  BOOK_N_PAGES
};

/**
 * pdf_fixture_make_book:
 *
 * Returns: (transfer full): the path of a PDF of the pages above, with an outline: "Chương 1" (with "Mục 1.1") and
 *   "Chương 2"
 */
char *pdf_fixture_make_book (void);

/**
 * pdf_fixture_make_long:
 *
 * Returns: (transfer full): the path of a PDF of many pages; page n has the text "Trang n+1" and is 200 + n points wide
 */
char *pdf_fixture_make_long (guint n_pages);

/**
 * pdf_fixture_write:
 * @objects: (array zero-terminated=1): the bodies of objects 1, 2, …; the first is the catalogue
 *
 * Returns: (transfer full): the path of a PDF that consists of them
 */
char *pdf_fixture_write (const char *const *objects);

G_END_DECLS
