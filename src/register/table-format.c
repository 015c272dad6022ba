/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/table-format.h"

#include <math.h>
#include <string.h>

#define SECONDS_OF_DAY 86400
#define LAST_DAY 2958465         /* 31/12/9999 */
#define DAYS_1904 1462           /* from the beginning of the one count to that of the other */
#define JULIAN_OF_ZERO 693594    /* 30/12/1899 */
#define DAY_THAT_NEVER_WAS 60    /* 29/02/1900 */
#define EXACT_DIGITS 15          /* what a spreadsheet keeps of a number */
#define MOST_PLACES 20           /* beyond these a number is shown with an exponent */
#define MOST_DIGITS 32

/* Which letters a format code has, outside of quotes and brackets. */
typedef struct
{
  gboolean year, month, day, hour, second, elapsed;
  gboolean only_zeros;
  guint zeros;
} Letters;

/* Steps over what stands in quotes, brackets or behind a backslash; [h] counts hours beyond a day. */
static const char *
skip_literal (const char *p, Letters *letters)
{
  const char *end;

  switch (*p)
    {
    case '"':
      end = strchr (p + 1, '"');
      break;
    case '[':
      end = strchr (p + 1, ']');
      letters->elapsed |= end != NULL && strspn (p + 1, "hmsHMS") == (gsize) (end - p - 1) && end > p + 1;
      break;
    case '\\':
    case '_':
    case '*':
      end = p[1] != '\0' ? g_utf8_next_char (p + 1) - 1 : NULL;
      break;
    default:
      return NULL;
    }
  return end != NULL ? end + 1 : p + strlen (p);
}

static const char *
skip_half_day (const char *p)
{
  if (g_ascii_strncasecmp (p, "AM/PM", 5) == 0)
    return p + 5;
  return g_ascii_strncasecmp (p, "A/P", 3) == 0 ? p + 3 : NULL;
}

static void
read_letters (const char *code, Letters *letters)
{
  const char *p = code;

  letters->only_zeros = TRUE;
  while (*p != '\0' && *p != ';')
    {
      const char *next = skip_literal (p, letters);

      if (next == NULL)
        next = skip_half_day (p);
      letters->only_zeros &= *p == '0';
      letters->zeros += *p == '0';
      if (next == NULL)
        {
          char c = g_ascii_tolower (*p);

          letters->year |= c == 'y';
          letters->month |= c == 'm';
          letters->day |= c == 'd';
          letters->hour |= c == 'h';
          letters->second |= c == 's';
        }
      p = next != NULL ? next : p + 1;
    }
}

static void
append_digits (GString *text, const char *digits, int exponent)
{
  int length = (int) strlen (digits);

  if (exponent < 0)
    {
      g_string_append (text, "0.");
      for (int i = -1; i > exponent; i--)
        g_string_append_c (text, '0');
      g_string_append (text, digits);
      return;
    }
  for (int i = 0; i < MAX (length, exponent + 1); i++)
    {
      if (i == exponent + 1)
        g_string_append_c (text, '.');
      g_string_append_c (text, i < length ? digits[i] : '0');
    }
}

/* With as many digits as a spreadsheet keeps, and no exponent. */
static void
append_double (GString *text, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char digits[EXACT_DIGITS + 1];
  guint n = EXACT_DIGITS;
  int exponent;

  g_ascii_formatd (buffer, sizeof buffer, "%.14e", fabs (value));
  exponent = (int) g_ascii_strtoll (strchr (buffer, 'e') + 1, NULL, 10);
  if (ABS (exponent) > MOST_PLACES)
    {
      g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
      return;
    }
  digits[0] = buffer[0];
  memcpy (digits + 1, buffer + 2, EXACT_DIGITS - 1);
  while (n > 1 && digits[n - 1] == '0')
    n--;
  digits[n] = '\0';
  if (value < 0)
    g_string_append_c (text, '-');
  append_digits (text, digits, exponent);
}

static gboolean
is_plain (const char *value)
{
  gsize digits = strspn (value, "0123456789");

  return digits > 0 && value[digits] == '\0' && digits <= EXACT_DIGITS && (*value != '0' || digits == 1);
}

static void
append_number (GString *text, guint digits, const char *value)
{
  gsize before = text->len;
  double number;

  if (is_plain (value))
    g_string_append (text, value);
  else
    {
      number = g_ascii_strtod (value, NULL);
      if (isfinite (number))
        append_double (text, number);
    }
  if (strspn (text->str + before, "0123456789") == text->len - before && text->len > before)
    while (text->len - before < digits)
      g_string_insert_c (text, (gssize) before, '0');
}

static void
append_time (GString *text, guint seconds)
{
  if (text->len > 0 && g_ascii_isdigit (text->str[text->len - 1]))
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "%02u:%02u", seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 != 0)
    g_string_append_printf (text, ":%02u", seconds % 60);
}

static void
append_date (GString *text, SotayTableFormatKind kind, guint year, guint month, guint day)
{
  if (kind == SOTAY_TABLE_FORMAT_YEAR && month == 1 && day == 1)
    g_string_append_printf (text, "%04u", year);
  else if (kind == SOTAY_TABLE_FORMAT_MONTH && day == 1)
    g_string_append_printf (text, "%04u-%02u", year, month);
  else
    g_string_append_printf (text, "%04u-%02u-%02u", year, month, day);
}

/* Excel takes 1900 for a leap year, and calls the day before it began 00/01/1900. */
static void
append_day (GString *text, SotayTableFormatKind kind, guint day)
{
  GDate date;

  if (day == 0)
    g_string_append (text, "1900-01-00");
  else if (day == DAY_THAT_NEVER_WAS)
    g_string_append (text, "1900-02-29");
  else
    {
      g_date_clear (&date, 1);
      g_date_set_julian (&date, JULIAN_OF_ZERO + day + (day < DAY_THAT_NEVER_WAS));
      append_date (text, kind, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
    }
}

SotayTableFormat
sotay_table_format_parse (const char *code)
{
  SotayTableFormat format = { SOTAY_TABLE_FORMAT_NUMBER, 0 };
  Letters letters = { 0 };

  read_letters (code, &letters);
  if (letters.only_zeros && letters.zeros > 1)
    format.digits = MIN (letters.zeros, MOST_DIGITS);
  if (letters.elapsed)
    return format;
  if (letters.day || (letters.month && !letters.hour && !letters.second && !letters.year))
    format.kind = SOTAY_TABLE_FORMAT_DAY;
  else if (letters.year)
    format.kind = letters.month ? SOTAY_TABLE_FORMAT_MONTH : SOTAY_TABLE_FORMAT_YEAR;
  else if (letters.hour || letters.second)
    format.kind = SOTAY_TABLE_FORMAT_TIME;
  return format;
}

SotayTableFormat
sotay_table_format_get_built_in (guint id)
{
  SotayTableFormat format = { SOTAY_TABLE_FORMAT_NUMBER, 0 };

  if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
    format.kind = SOTAY_TABLE_FORMAT_DAY;
  else if (id == 17)
    format.kind = SOTAY_TABLE_FORMAT_MONTH;
  else if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47)
    format.kind = SOTAY_TABLE_FORMAT_TIME;
  return format;
}

void
sotay_table_format_append (GString *text, const SotayTableFormat *format, const char *value, gboolean since_1904)
{
  double number = g_ascii_strtod (value, NULL);
  gint64 seconds;
  guint day;

  if (format->kind == SOTAY_TABLE_FORMAT_NUMBER || !(number >= 0 && number < LAST_DAY + 1 - DAYS_1904 * since_1904))
    {
      append_number (text, format->digits, value);
      return;
    }
  seconds = (gint64) floor (number * SECONDS_OF_DAY + 0.5);
  day = (guint) (seconds / SECONDS_OF_DAY) + (since_1904 ? DAYS_1904 : 0);
  seconds %= SECONDS_OF_DAY;
  if (format->kind != SOTAY_TABLE_FORMAT_TIME && (day > 0 || seconds == 0))
    append_day (text, format->kind, MIN (day, LAST_DAY));
  if (format->kind == SOTAY_TABLE_FORMAT_TIME || seconds != 0)
    append_time (text, (guint) seconds);
}

/* Reads so many digits. */
static gboolean
read_digits (const char **p, guint n, guint *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++, (*p)++)
    {
      if (!g_ascii_isdigit (**p))
        return FALSE;
      *number = *number * 10 + (guint) (**p - '0');
    }
  return TRUE;
}

void
sotay_table_format_append_iso (GString *text, const SotayTableFormat *format, const char *value)
{
  const char *p = value;
  guint year, month, day, hour, minute, second = 0;

  if (!read_digits (&p, 4, &year) || *p++ != '-' || !read_digits (&p, 2, &month) || *p++ != '-'
      || !read_digits (&p, 2, &day))
    {
      g_string_append (text, value);
      return;
    }
  append_date (text, format->kind, year, month, day);
  if (*p++ != 'T' || !read_digits (&p, 2, &hour) || *p++ != ':' || !read_digits (&p, 2, &minute))
    return;
  if (*p == ':')
    {
      p++;
      read_digits (&p, 2, &second);
    }
  if (hour + minute + second > 0)
    append_time (text, hour * 3600 + minute * 60 + MIN (second, 59));
}
