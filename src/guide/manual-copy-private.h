/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making copies is the library's business alone. */
#pragma once

#include "guide/manual-copy.h"

G_BEGIN_DECLS

/**
 * sotay_manual_copy_new:
 * @folder: where the PDF stands
 * @sha256: 64 hexadecimal digits, which name the PDF
 * @downloaded_at: seconds since 1970 (UTC)
 *
 * Returns: (transfer full): the copy
 */
SotayManualCopy *sotay_manual_copy_new (const char *folder, const char *sha256, const char *address, gint64 bytes,
                                        guint pages, gint64 downloaded_at);

/**
 * sotay_manual_copy_equal:
 * @a: (nullable): a copy
 * @b: (nullable): another
 *
 * Returns: whether both say the same
 */
gboolean sotay_manual_copy_equal (SotayManualCopy *a, SotayManualCopy *b);

G_END_DECLS
