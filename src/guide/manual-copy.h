/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_MANUAL_COPY (sotay_manual_copy_get_type ())
/**
 * SotayManualCopy:
 *
 * A copy of the manual that was verified and is kept. Immutable.
 */
G_DECLARE_FINAL_TYPE (SotayManualCopy, sotay_manual_copy, SOTAY, MANUAL_COPY, GObject)

const char *sotay_manual_copy_get_sha256 (SotayManualCopy *copy);     /* 64 hexadecimal digits */
const char *sotay_manual_copy_get_address (SotayManualCopy *copy);  /* where it came from: an http(s) or file address */
gint64 sotay_manual_copy_get_bytes (SotayManualCopy *copy);
guint sotay_manual_copy_get_pages (SotayManualCopy *copy);
gint64 sotay_manual_copy_get_downloaded_at (SotayManualCopy *copy);   /* seconds since 1970 (UTC) */
gint64 sotay_manual_copy_get_resumed_from (SotayManualCopy *copy);    /* 0 when it came in one piece */
const char *sotay_manual_copy_get_etag (SotayManualCopy *copy);       /* (nullable): the server's name for it */
const char *sotay_manual_copy_get_last_modified (SotayManualCopy *copy); /* (nullable): in the server's words */
const char *sotay_manual_copy_get_path (SotayManualCopy *copy);       /* the PDF file */

G_END_DECLS
