/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/advance.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_WORK_BOX (sotay_work_box_get_type ())
/**
 * SotayWorkBox:
 *
 * Work in another thread: what is being done, how far, and Cancel. Hidden while nothing is done.
 */
G_DECLARE_FINAL_TYPE (SotayWorkBox, sotay_work_box, SOTAY, WORK_BOX, AdwBin)

/**
 * sotay_work_box_start:
 * @what: what is being done, a sentence
 *
 * Returns: (transfer none): cancelled by the person, or when the box goes away; for this work only
 */
GCancellable *sotay_work_box_start (SotayWorkBox *box, const char *what);

/**
 * sotay_work_box_get_advance:
 *
 * Returns: (transfer none): who is to be told, from any thread, for as long as someone holds the box
 */
const SotayAdvance *sotay_work_box_get_advance (SotayWorkBox *box);

void sotay_work_box_stop (SotayWorkBox *box);       /* hides it */
gboolean sotay_work_box_is_busy (SotayWorkBox *box);

G_END_DECLS
