/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as Vietnamese offices print them: a point between thousands, a comma before decimals. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sotay_number_format:
 *
 * Returns: (transfer full): "215.606"
 */
char *sotay_number_format (gint64 number);

/**
 * sotay_count_format:
 *
 * A count within a sentence of a document.
 *
 * Returns: (transfer full): "03" for 1 to 9, else as sotay_number_format()
 */
char *sotay_count_format (gint64 count);

/**
 * sotay_percent_hundredths:
 * @part: a count
 * @whole: the count that is 100 %, above 0
 *
 * The one rounding of shares: never up to 100 % while @part is smaller than @whole, never down to 0 % while there is
 * a part.
 *
 * Returns: hundredths of a percent, 0 to 10,000
 */
int sotay_percent_hundredths (gint64 part, gint64 whole);

/**
 * sotay_percent_format:
 * @part: a count
 * @whole: the count that is 100 %
 *
 * Rounded as sotay_percent_hundredths() does.
 *
 * Returns: (transfer full): "92,58 %"; "100 %" and "0 %" without decimals; "–" when @whole is 0
 */
char *sotay_percent_format (gint64 part, gint64 whole);

/**
 * sotay_size_format:
 * @bytes: a size in bytes
 *
 * Returns: (transfer full): "640 B", "12 kB", "5,3 MB", "1,2 GB" (powers of 1000)
 */
char *sotay_size_format (gint64 bytes);

G_END_DECLS
