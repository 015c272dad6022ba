/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a file that a client asks for (RFC 9110, 14). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SOTAY_BYTE_RANGE_WHOLE,         /* no range, or one that is to be ignored */
  SOTAY_BYTE_RANGE_PART,
  SOTAY_BYTE_RANGE_UNSATISFIABLE, /* beyond the end */
} SotayByteRange;

/**
 * sotay_byte_range_parse:
 * @header: (nullable): the value of the header Range
 * @size: the size of the file, above 0
 * @from: (out): the first byte; 0 unless it is a part
 * @to: (out): the byte after the last; @size unless it is a part
 *
 * Several ranges in one request count as the whole file, which a server may send (14.2).
 *
 * Returns: what to answer with
 */
SotayByteRange sotay_byte_range_parse (const char *header, gint64 size, gint64 *from, gint64 *to);

G_END_DECLS
