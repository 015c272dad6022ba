/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "guide/manual-copy.h"

G_BEGIN_DECLS

#define SOTAY_HANDOUT_DEFAULT_MINUTES 60

#define SOTAY_TYPE_HANDOUT (sotay_handout_get_type ())
/**
 * SotayHandout:
 *
 * "Phát cho cả phòng": gives one copy of the manual to the devices on one network of this PC, without internet. The
 * server runs on a thread of its own; this object and its signals belong to the thread that made it. Whoever frees it
 * stops it.
 *
 * Property "serving" (read-only): whether it can be reached.
 * Property "address" (nullable, read-only): what to scan or type: "http://192.168.1.5:8080/k7m2qx".
 * Property "phones" (read-only): how many devices have the whole file; this PC does not count.
 * Property "visitors" (read-only): how many devices came at all.
 * Property "connections" (read-only): how many connections they have now; those of this PC do not count.
 * Properties "bytes-per-second" (0: no limit), "head-milliseconds" and "stall-milliseconds" are given at construction,
 * for tests.
 */
G_DECLARE_FINAL_TYPE (SotayHandout, sotay_handout, SOTAY, HANDOUT, GObject)

/**
 * sotay_handout_new:
 *
 * Returns: (transfer full): a hand-out that serves nothing yet
 */
SotayHandout *sotay_handout_new (void);

/**
 * sotay_handout_start_async:
 * @copy: the copy to give; it may be deleted meanwhile
 * @address: this PC's address on the network, and the only one to listen at
 * @minutes: it stops by itself after this time
 *
 * What was served before is stopped.
 */
void sotay_handout_start_async (SotayHandout *handout, SotayManualCopy *copy, GInetAddress *address, guint minutes,
                                GAsyncReadyCallback callback, gpointer data);

/**
 * sotay_handout_start_finish:
 * @error: %SOTAY_GUIDE_ERROR_HANDOUT, %SOTAY_GUIDE_ERROR_FILE, or %G_IO_ERROR_CANCELLED when it was stopped meanwhile
 *
 * Returns: whether it serves
 */
gboolean sotay_handout_start_finish (SotayHandout *handout, GAsyncResult *result, GError **error);

/**
 * sotay_handout_stop:
 *
 * Breaks all lines. The address is not used again.
 */
void sotay_handout_stop (SotayHandout *handout);

gboolean sotay_handout_is_serving (SotayHandout *handout);
const char *sotay_handout_get_address (SotayHandout *handout);  /* (nullable) */
guint sotay_handout_get_phones (SotayHandout *handout);         /* of the last hand-out, after it has stopped */
guint sotay_handout_get_visitors (SotayHandout *handout);
guint sotay_handout_get_connections (SotayHandout *handout);
guint sotay_handout_get_seconds_left (SotayHandout *handout);   /* until it stops by itself */

/**
 * sotay_handout_check_async:
 *
 * Fetches the page and both ends of the file as a phone would, from this PC.
 */
void sotay_handout_check_async (SotayHandout *handout, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer data);

/**
 * sotay_handout_check_finish:
 * @error: %SOTAY_GUIDE_ERROR_HANDOUT_CHECK, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the page and the file came as they should
 */
gboolean sotay_handout_check_finish (SotayHandout *handout, GAsyncResult *result, GError **error);

G_END_DECLS
