/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/progress.h"

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
 * @progress: how far it is
 */
void sotay_transfer_box_set_progress (SotayTransferBox *box, const SotayGuideProgress *progress);

void sotay_transfer_box_stop (SotayTransferBox *box); /* hides it */

G_END_DECLS
