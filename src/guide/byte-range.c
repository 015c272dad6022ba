/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/byte-range.h"

/* Reads digits; -1 when there are none. What is too large for a number is beyond every file. */
static gint64
read_number (const char **text)
{
  gint64 number = 0;

  if (!g_ascii_isdigit (**text))
    return -1;
  for (; g_ascii_isdigit (**text); (*text)++)
    {
      int digit = g_ascii_digit_value (**text);

      number = number > (G_MAXINT64 - digit) / 10 ? G_MAXINT64 : number * 10 + digit;
    }
  return number;
}

static void
skip_blanks (const char **text)
{
  while (**text == ' ' || **text == '\t')
    (*text)++;
}

SotayByteRange
sotay_byte_range_parse (const char *header, gint64 size, gint64 *from, gint64 *to)
{
  const char *next = header;
  gint64 first, last;

  *from = 0;
  *to = size;
  if (header == NULL || g_ascii_strncasecmp (header, "bytes=", 6) != 0)
    return SOTAY_BYTE_RANGE_WHOLE;
  next += 6;
  skip_blanks (&next);
  first = read_number (&next);
  if (*next++ != '-')
    return SOTAY_BYTE_RANGE_WHOLE;
  last = read_number (&next);
  skip_blanks (&next);
  if (*next != '\0' || (first < 0 && last < 0) || (first >= 0 && last >= 0 && last < first))
    return SOTAY_BYTE_RANGE_WHOLE;
  if (first >= size || (first < 0 && last == 0))
    return SOTAY_BYTE_RANGE_UNSATISFIABLE;
  *from = first >= 0 ? first : size - MIN (last, size);
  *to = first >= 0 && last >= 0 && last < size ? last + 1 : size;
  return SOTAY_BYTE_RANGE_PART;
}
