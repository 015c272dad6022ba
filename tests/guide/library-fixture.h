/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library with one copy, and the questions that every test asks it. */
#pragma once

#include "guide/library.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  SotayGuideLibrary *library;
  char *old_sha256;
  GBytes *old_bytes;
  GCancellable *cancellable;
  guint reports; /* of bytes received */
  gint64 reported_bytes;
  gint64 reported_total;
  guint stages;           /* bit n is set when stage n was reported */
  guint longest_pause;
  gint64 cancel_at_bytes; /* 0 for never */
  gboolean cancel_while_waiting;
  gboolean modified; /* what the last download said */
} LibraryFixture;

/**
 * library_fixture_set_up:
 * @options: (nullable): NULL for a library as the programs have it, but that a second between attempts is short; else a
 *   #GVariant of type (xuuu): "max-bytes", "stall-seconds", "head-seconds", "pause-unit-ms"
 */
void library_fixture_set_up (LibraryFixture *fixture, gconstpointer options);
void library_fixture_tear_down (LibraryFixture *fixture, gconstpointer options);

GBytes *library_fixture_read_data (const char *name); /* (transfer full): a file of tests/guide/data */

/**
 * library_fixture_download:
 *
 * Returns: (transfer full) (nullable): what came of it
 */
SotayManualCopy *library_fixture_download (LibraryFixture *fixture, const char *address, GError **error);
SotayManualCopy *library_fixture_import (LibraryFixture *fixture, const char *path, GError **error);
gboolean library_fixture_export (LibraryFixture *fixture, const char *path, GError **error);

/**
 * library_fixture_reopen:
 *
 * A library as a program has it that starts now; no partial file may be locked any more.
 */
void library_fixture_reopen (LibraryFixture *fixture);

/**
 * library_fixture_assert_untouched:
 *
 * The old copy is current, here and for a program that starts now; its bytes are the same; nothing else lies about.
 */
void library_fixture_assert_untouched (LibraryFixture *fixture);

/**
 * library_fixture_assert_spared:
 *
 * As before, but what came so far lies there, with its note.
 */
void library_fixture_assert_spared (LibraryFixture *fixture);

/**
 * library_fixture_make_pdf:
 * @padding: bytes of a comment that no reader looks at
 *
 * Returns: (transfer full): a PDF with five pages
 */
GBytes *library_fixture_make_pdf (gsize padding);

/**
 * library_fixture_assert_bytes:
 *
 * The file of @copy holds these bytes, and is named after them.
 */
void library_fixture_assert_bytes (SotayManualCopy *copy, GBytes *bytes);

/**
 * library_fixture_find_partial:
 * @ending: of its name
 *
 * Returns: (transfer full) (nullable): the path of a partial file or of the note beside it
 */
char *library_fixture_find_partial (LibraryFixture *fixture, const char *ending);

G_END_DECLS
