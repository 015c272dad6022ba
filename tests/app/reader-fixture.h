/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of manuals for the reader. */
#pragma once

#include "guide/manual-copy.h"

G_BEGIN_DECLS

#define MANUAL_N_PAGES 40
#define MANUAL_N_CHAPTERS 8

/* Each chapter begins on a page of its own; this is the first page of chapter 0 and so on. */
#define MANUAL_CHAPTER(n) (5 * (n))

/**
 * reader_fixture_make_manual:
 *
 * Returns: (transfer full): a copy of 40 pages in 8 chapters with 2 sections each, in an outline; "hộ khẩu" stands once
 *   on the first page of each chapter, "duy nhất" on page 13 only; page 40 has no text
 */
SotayManualCopy *reader_fixture_make_manual (void);

/**
 * reader_fixture_make_scan:
 *
 * Returns: (transfer full): a copy of 3 pages without text and without outline
 */
SotayManualCopy *reader_fixture_make_scan (void);

/**
 * reader_fixture_make_damaged:
 *
 * Returns: (transfer full): a copy whose file is no PDF any more
 */
SotayManualCopy *reader_fixture_make_damaged (void);

G_END_DECLS
