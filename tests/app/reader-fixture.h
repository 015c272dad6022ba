/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of manuals, and the reader that shows them. */
#pragma once

#include "app/guide/reader/reader-view-private.h"

#include "view-support.h"

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

typedef struct
{
  ViewFixture base;
  SotayReaderView *reader;
  SotayManualCopy *copy;
} ReaderFixture;

/* The services alone; the manual of above in a reader that has opened it; either is taken down. */
void reader_fixture_set_up_empty (ReaderFixture *fixture, gconstpointer data);
void reader_fixture_set_up (ReaderFixture *fixture, gconstpointer data);
void reader_fixture_tear_down (ReaderFixture *fixture, gconstpointer data);

/* Opens a window with a reader that begins to open @copy; its condition, with the reader, is that this is done. */
void reader_fixture_show (ReaderFixture *fixture, SotayManualCopy *copy);
gboolean reader_fixture_is_open (gpointer reader);

/* Closes the window and reads the same copy in a new one. */
void reader_fixture_reopen (ReaderFixture *fixture);

/* Actions by their whole name, and what they say of themselves, without "reader.". */
void reader_fixture_activate (ReaderFixture *fixture, const char *action, GVariant *target);
gboolean reader_fixture_is_enabled (ReaderFixture *fixture, const char *action);
gboolean reader_fixture_is_on (ReaderFixture *fixture, const char *action);

/* Until this page is read, and the toolbar says so. */
void reader_fixture_wait_for_index (ReaderFixture *fixture, guint index);

/* (transfer none): the first widget of this type; the list within a part of the side bar, by the name of its type. */
gpointer reader_fixture_find (ReaderFixture *fixture, GType type);
GtkWidget *reader_fixture_find_list (ReaderFixture *fixture, const char *part);

/* Types into the field of the search. */
void reader_fixture_type (ReaderFixture *fixture, const char *text);

G_END_DECLS
