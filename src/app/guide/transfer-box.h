/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_TRANSFER_BOX (sotay_transfer_box_get_type ())
/**
 * SotayTransferBox:
 *
 * Shows long work: what is being done, how far, how fast, how long still, and Cancel. Hidden while nothing is done.
 *
 * Signal "cancelled": the person wants no more of it.
 */
G_DECLARE_FINAL_TYPE (SotayTransferBox, sotay_transfer_box, SOTAY, TRANSFER_BOX, AdwBin)

/**
 * sotay_transfer_box_start:
 * @what: what is being done, a sentence
 */
void sotay_transfer_box_start (SotayTransferBox *box, const char *what);

/**
 * sotay_transfer_box_set_progress:
 * @bytes: bytes so far
 * @total: bytes in all, or -1
 * @bytes_per_second: the rate
 * @seconds_left: -1 when not known
 */
void sotay_transfer_box_set_progress (SotayTransferBox *box, gint64 bytes, gint64 total, gint64 bytes_per_second,
                                      gint64 seconds_left);

void sotay_transfer_box_stop (SotayTransferBox *box); /* hides it */

G_END_DECLS
