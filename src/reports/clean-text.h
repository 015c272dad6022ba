/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand in a report. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_report_clean:
 * @text: any bytes, from a register that others may have written
 *
 * What every text of a report goes through, so that no writer meets a surprise: valid UTF-8, NFC; control characters,
 * line ends and marks that turn the direction of writing become spaces; characters that XML 1.0 does not know go.
 *
 * Returns: (transfer full): the text
 */
char *sotay_report_clean (const char *text);

G_END_DECLS
