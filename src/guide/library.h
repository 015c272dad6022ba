/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copies of the manual on this PC: how they come in, which one is current, how they go out. */
#pragma once

#include <gio/gio.h>

#include "guide/manual-copy.h"
#include "guide/progress.h"

G_BEGIN_DECLS

/* A manual larger than this is refused. */
#define SOTAY_GUIDE_MAX_BYTES (G_GINT64_CONSTANT (500) * 1000 * 1000)

#define SOTAY_TYPE_GUIDE_LIBRARY (sotay_guide_library_get_type ())
/**
 * SotayGuideLibrary:
 *
 * Each copy is kept under its SHA-256, an entry beside. A new copy is verified first (a PDF, whole, readable, pages)
 * and then becomes current in one step; the copy before it stays. Everything slow happens off the main thread.
 *
 * Property "current" (#SotayManualCopy, nullable, read-only, notifies, also when another program changed it).
 * Property "folder" is given at construction, and so are, for tests, "max-bytes", "stall-seconds", "head-seconds" (for
 * the head of an answer), "pause-unit-ms" (what counts as a second between attempts) and "trust" (a #GTlsDatabase).
 *
 * Signal "copies-changed": a copy came or went, or another one is current, perhaps by another program.
 */
G_DECLARE_FINAL_TYPE (SotayGuideLibrary, sotay_guide_library, SOTAY, GUIDE_LIBRARY, GObject)

/**
 * sotay_guide_library_new:
 * @folder: where copies are kept; made at the first use
 *
 * Returns: (transfer full): the library; an entry that cannot be read counts as none, and its PDF stays
 */
SotayGuideLibrary *sotay_guide_library_new (const char *folder);

/**
 * sotay_guide_library_get_current:
 *
 * The first call starts the reading; "current" notifies when it is done, even if there is no copy.
 *
 * Returns: (transfer none) (nullable): the current copy as far as it is known
 */
SotayManualCopy *sotay_guide_library_get_current (SotayGuideLibrary *library);

gboolean sotay_guide_library_is_known (SotayGuideLibrary *library); /* whether no copy means that there is none */

/**
 * sotay_guide_library_read_current:
 *
 * Reads the disk and waits for it: for programs without a window.
 *
 * Returns: (transfer none) (nullable): the current copy
 */
SotayManualCopy *sotay_guide_library_read_current (SotayGuideLibrary *library);

/**
 * sotay_guide_library_download_async:
 * @address: an http or https address
 * @progress: (nullable) (scope notified): is told how far it is
 *
 * What broke off earlier is gone on with. Where a copy from this address is what the server still has, nothing is
 * fetched and that copy becomes current.
 */
void sotay_guide_library_download_async (SotayGuideLibrary *library, const char *address,
                                         SotayGuideProgressFunc progress, gpointer progress_data,
                                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_guide_library_download_finish:
 * @modified: (out) (nullable): %FALSE when the copy that was there is the newest
 * @error: SOTAY_GUIDE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the new current copy
 */
SotayManualCopy *sotay_guide_library_download_finish (SotayGuideLibrary *library, GAsyncResult *result,
                                                      gboolean *modified, GError **error);

/**
 * sotay_guide_library_import_async:
 * @file: a PDF, for example on a USB stick; the same checks as for a download
 * @progress: (nullable) (scope notified): is told how far it is
 */
void sotay_guide_library_import_async (SotayGuideLibrary *library, GFile *file, SotayGuideProgressFunc progress,
                                       gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer data);
SotayManualCopy *sotay_guide_library_import_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error);

/**
 * sotay_guide_library_export_async:
 * @target: the file to write; one that is there is replaced only when the new one is complete, on the disk, and was
 *   read back from there
 * @progress: (nullable) (scope notified): is told how far it is
 */
void sotay_guide_library_export_async (SotayGuideLibrary *library, GFile *target, SotayGuideProgressFunc progress,
                                       gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer data);
gboolean sotay_guide_library_export_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error);

/* All copies on this PC, newest first; (transfer full) (element-type SotayManualCopy). */
void sotay_guide_library_list_async (SotayGuideLibrary *library, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);
GPtrArray *sotay_guide_library_list_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error);

/* Makes a copy current; @error: SOTAY_GUIDE_ERROR. */
void sotay_guide_library_use_async (SotayGuideLibrary *library, const char *sha256, GAsyncReadyCallback callback,
                                    gpointer data);
gboolean sotay_guide_library_use_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error);

/**
 * sotay_guide_library_remove_async:
 * @for_good: whether it need not be brought back; otherwise it can be for a day
 *
 * Removes a copy; the newest of the others becomes current when it was.
 */
void sotay_guide_library_remove_async (SotayGuideLibrary *library, const char *sha256, gboolean for_good,
                                       GAsyncReadyCallback callback, gpointer data);
gboolean sotay_guide_library_remove_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error);

/**
 * sotay_guide_library_restore_async:
 * @was_current: whether it is to be current again
 *
 * Brings back a copy that was removed.
 */
void sotay_guide_library_restore_async (SotayGuideLibrary *library, const char *sha256, gboolean was_current,
                                        GAsyncReadyCallback callback, gpointer data);
gboolean sotay_guide_library_restore_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error);

/**
 * sotay_guide_library_verify_async:
 * @progress: (nullable) (scope notified): is told how far it is
 *
 * Reads a copy through: whether it holds the bytes that were downloaded, and whether those are a PDF.
 */
void sotay_guide_library_verify_async (SotayGuideLibrary *library, const char *sha256, SotayGuideProgressFunc progress,
                                       gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer data);

/**
 * sotay_guide_library_verify_finish:
 * @error: %SOTAY_GUIDE_ERROR_SPOILT, or what is wrong with the PDF
 *
 * Returns: whether the copy is sound
 */
gboolean sotay_guide_library_verify_finish (SotayGuideLibrary *library, GAsyncResult *result, GError **error);

G_END_DECLS
