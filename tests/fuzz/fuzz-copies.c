/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds what lies in the folder of copies, and what a server says of ranges, to their readers: for libFuzzer, and for
 * test-fuzz-copies. */
#include "guide/checkpoint.h"
#include "guide/digest.h"
#include "guide/manual-entry.h"
#include "guide/response.h"
#include "guide/validator.h"

#include "fuzz.h"

#define SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static void
read_entry (const char *text, gsize size)
{
  g_autoptr (SotayManualCopy) copy = sotay_manual_entry_parse ("/nowhere", SHA256, text, size);
  g_autoptr (SotayManualCopy) again = NULL;
  g_autofree char *printed = NULL;

  if (copy == NULL)
    return;
  g_assert_cmpint (sotay_manual_copy_get_bytes (copy), >, 0);
  g_assert_cmpuint (sotay_manual_copy_get_pages (copy), >, 0);
  g_assert_true (sotay_manual_copy_get_etag (copy) == NULL
                 || sotay_validator_is_etag (sotay_manual_copy_get_etag (copy)));
  /* What is written down is read again as the same. */
  printed = sotay_manual_entry_print (copy);
  again = sotay_manual_entry_parse ("/nowhere", SHA256, printed, strlen (printed));
  g_assert_nonnull (again);
  g_assert_cmpstr (sotay_manual_copy_get_address (again), ==, sotay_manual_copy_get_address (copy));
  g_assert_cmpstr (sotay_manual_copy_get_etag (again), ==, sotay_manual_copy_get_etag (copy));
  g_assert_cmpint (sotay_manual_copy_get_resumed_from (again), ==, sotay_manual_copy_get_resumed_from (copy));
}

static void
read_checkpoint (const char *text, gsize size)
{
  g_autoptr (SotayCheckpoint) checkpoint = sotay_checkpoint_parse (text, size);

  if (checkpoint == NULL)
    return;
  g_assert_nonnull (sotay_checkpoint_get_validator (checkpoint));
  g_assert_true (sotay_digest_is_name (checkpoint->sha256));
  g_assert_cmpint (checkpoint->bytes, >, 0);
  g_assert_true (checkpoint->total == -1 || checkpoint->total >= checkpoint->bytes);
}

static void
read_range (const char *text, gsize size)
{
  g_autofree char *line = g_strndup (text, size);
  SotayRange range;

  if (!sotay_range_parse (line, &range) || range.start < 0)
    return;
  g_assert_cmpint (range.end, >=, range.start);
  g_assert_true (range.total == -1 || range.end < range.total);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  read_entry ((const char *) data, size);
  read_checkpoint ((const char *) data, size);
  read_range ((const char *) data, size);
  return 0;
}
