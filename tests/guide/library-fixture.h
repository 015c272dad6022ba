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
  guint reports;
  gint64 reported_bytes;
  gint64 reported_total;
  guint cancel_at_report; /* 0 for never */
} LibraryFixture;

/**
 * library_fixture_set_up:
 * @options: (nullable): NULL for a library as the programs have it, else a #GVariant of type (xu): "max-bytes" and
 *   "stall-seconds"
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
 * library_fixture_assert_untouched:
 *
 * The old copy is current, here and for a program that starts now; its bytes are the same; nothing else lies about.
 */
void library_fixture_assert_untouched (LibraryFixture *fixture);

G_END_DECLS
