/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the facts of a copy are written down beside its PDF. */
#pragma once

#include "guide/manual-copy.h"

G_BEGIN_DECLS

/**
 * sotay_manual_entry_parse:
 * @folder: where the PDF stands
 * @sha256: the name of the entry
 * @text: any bytes
 *
 * Returns: (transfer full) (nullable): the copy that @text describes
 */
SotayManualCopy *sotay_manual_entry_parse (const char *folder, const char *sha256, const char *text, gsize length);

/**
 * sotay_manual_entry_print:
 *
 * Returns: (transfer full): JSON that sotay_manual_entry_parse() reads
 */
char *sotay_manual_entry_print (SotayManualCopy *copy);

G_END_DECLS
