/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs to be shown, made for a test. */
#pragma once

#include "guide/page-content.h"

G_BEGIN_DECLS

/* Pages are A4. Each bears its number in large letters, then lines of Vietnamese. */
#define PAGE_FIXTURE_WIDTH 595
#define PAGE_FIXTURE_HEIGHT 842

/* Where the links of each page are: to the page after the next, and to the web. */
extern const SotayBox page_fixture_inner_link;
extern const SotayBox page_fixture_web_link;
#define PAGE_FIXTURE_ADDRESS "https://vneid.gov.vn/"

/* The first line of each page begins here: its first word is "Công". */
extern const SotayBox page_fixture_first_line;

/* Writes a PDF of so many pages to @path; (transfer full): to a folder of the test. */
void page_fixture_write (const char *path, guint n_pages);
char *page_fixture_make (guint n_pages);

/* (transfer full): a PDF of three pages, all blue, of which the last cannot be loaded. */
char *page_fixture_make_broken (void);

G_END_DECLS
