/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the library share with one another. */
#pragma once

#include "guide/download.h"
#include "guide/library.h"

G_BEGIN_DECLS

const char *sotay_guide_library_get_folder (SotayGuideLibrary *library); /* where the copies are */

/**
 * sotay_guide_library_get_terms:
 *
 * Returns: (transfer none): how patient its downloads are; of the library, which a job must hold as long
 */
const SotayDownloadTerms *sotay_guide_library_get_terms (SotayGuideLibrary *library);

/**
 * sotay_guide_library_adopt:
 * @current: (nullable): the copy that was just made current
 *
 * Makes it known, on the main thread. What is being read from the disk is older.
 */
void sotay_guide_library_adopt (SotayGuideLibrary *library, SotayManualCopy *current);

G_END_DECLS
