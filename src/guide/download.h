/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetching one file over HTTP, on a worker thread. */
#pragma once

#include "guide/meter.h"
#include "guide/partial-file.h"

G_BEGIN_DECLS

/**
 * SotayDownload:
 * @address: an http or https address
 * @max_bytes: more than so many bytes are refused
 * @stall_seconds: gives up after so long without a byte
 * @meter: is told how far it is
 */
typedef struct
{
  const char *address;
  gint64 max_bytes;
  guint stall_seconds;
  SotayMeter *meter;
} SotayDownload;

/**
 * sotay_download_run:
 * @file: where the bytes go; its disk must have room for what the server declares
 * @error: SOTAY_GUIDE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Blocks. Needs a thread-default main context that nothing else runs.
 *
 * Returns: whether a PDF came, whole
 */
gboolean sotay_download_run (const SotayDownload *download, SotayPartialFile *file, GCancellable *cancellable,
                             GError **error);

/**
 * sotay_download_name_error:
 * @error: (transfer full): an error of the network
 *
 * Returns: (transfer full): the same as a SOTAY_GUIDE_ERROR; those and %G_IO_ERROR_CANCELLED stay as they are
 */
GError *sotay_download_name_error (GError *error);

G_END_DECLS
