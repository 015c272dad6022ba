/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making copies is the library's business alone. */
#pragma once

#include "guide/manual-copy.h"

G_BEGIN_DECLS

/**
 * SotayManualFacts:
 * @sha256: SOTAY_DIGEST_DIGITS digits, which name the PDF
 * @address: where it came from
 * @etag: (nullable): how the server called this edition
 * @last_modified: (nullable): when it changed last, in the server's words
 * @bytes: its size
 * @pages: its pages
 * @downloaded_at: seconds since 1970 (UTC)
 * @resumed_from: the byte from which its last part came
 */
typedef struct
{
  const char *sha256;
  const char *address;
  const char *etag;
  const char *last_modified;
  gint64 bytes;
  guint pages;
  gint64 downloaded_at;
  gint64 resumed_from;
} SotayManualFacts;

/**
 * sotay_manual_copy_new:
 * @folder: where the PDF stands
 * @facts: what is known of it
 *
 * Returns: (transfer full): the copy
 */
SotayManualCopy *sotay_manual_copy_new (const char *folder, const SotayManualFacts *facts);

/**
 * sotay_manual_copy_equal:
 * @a: (nullable): a copy
 * @b: (nullable): another
 *
 * Returns: whether both say the same
 */
gboolean sotay_manual_copy_equal (SotayManualCopy *a, SotayManualCopy *b);

G_END_DECLS
