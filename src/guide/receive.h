/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking in a PDF from a stream, from the network or from a USB stick: the same checks for both. */
#pragma once

#include "guide/partial-file.h"

G_BEGIN_DECLS

/**
 * SotayReceiveTerms:
 * @from: the stream begins with this byte of the file; the ones before are in the partial file
 * @max_bytes: more than so many bytes are refused
 * @declared: bytes of the whole file that the sender declared, or -1
 * @content_type: (nullable): the type that the sender declared
 * @received: (nullable): called after each block, on this thread
 */
typedef struct
{
  gint64 from;
  gint64 max_bytes;
  gint64 declared;
  const char *content_type;
  void (*received) (gpointer data);
  gpointer data;
} SotayReceiveTerms;

/**
 * sotay_guide_receive:
 * @file: what it holds is kept until the first bytes have come and are those of a PDF
 * @error: SOTAY_GUIDE_ERROR, or the error of @stream as it is
 *
 * Copies @stream into @file; blocks.
 *
 * Returns: whether all came
 */
gboolean sotay_guide_receive (GInputStream *stream, SotayPartialFile *file, const SotayReceiveTerms *terms,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
