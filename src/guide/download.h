/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetching one file over HTTP, on a worker thread: broken off, it goes on where it stood. */
#pragma once

#include "guide/manual-copy.h"
#include "guide/meter.h"
#include "guide/partial-file.h"

G_BEGIN_DECLS

/**
 * SotayDownloadTerms:
 * @max_bytes: more than so many bytes are refused
 * @stall_seconds: gives up an attempt after so long without a byte
 * @head_seconds: gives up an attempt when the head of the answer takes longer
 * @pause_unit_ms: what counts as a second of a pause between attempts
 * @trust: (nullable): who vouches for servers; the system's authorities otherwise
 *
 * How patient a download is.
 */
typedef struct
{
  gint64 max_bytes;
  guint stall_seconds;
  guint head_seconds;
  guint pause_unit_ms;
  GTlsDatabase *trust;
} SotayDownloadTerms;

/**
 * SotayDownload:
 * @address: an http or https address
 * @known: (nullable): a copy from there that the server need not send again; its file must be sound
 * @meter: is told how far it is
 */
typedef struct
{
  const char *address;
  SotayManualCopy *known;
  SotayMeter *meter;
} SotayDownload;

/**
 * SotayDownloadResult:
 * @modified: whether a file came; %FALSE when @known is what the server has
 * @resumed_from: the byte from which the last part came
 * @etag: (nullable): of what came
 * @last_modified: (nullable): of what came
 */
typedef struct
{
  gboolean modified;
  gint64 resumed_from;
  char *etag;
  char *last_modified;
} SotayDownloadResult;

/**
 * sotay_download_run:
 * @file: where the bytes go; with a note beside it, it is gone on with where an earlier program stood. On failure it is
 *   spared when it can be gone on with
 * @result: (out caller-allocates): cleared by sotay_download_result_clear() in any case
 * @error: SOTAY_GUIDE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Blocks. Needs a thread-default main context that nothing else runs.
 *
 * Returns: whether a PDF is there, whole
 */
gboolean sotay_download_run (const SotayDownload *download, const SotayDownloadTerms *terms, SotayPartialFile *file,
                             SotayDownloadResult *result, GCancellable *cancellable, GError **error);

void sotay_download_result_clear (SotayDownloadResult *result); /* frees what it holds */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SotayDownloadResult, sotay_download_result_clear)

G_END_DECLS
