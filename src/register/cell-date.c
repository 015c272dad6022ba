/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/cell-date.h"

#include "core/dates.h"
#include "core/text.h"

#include <string.h>

#define DIGITS "0123456789"
#define MOST_NUMBERS 7 /* a day with the time behind it */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199
/* Days as Excel counts them since 30/12/1899: 3/10/1954 to 8/4/2064. Larger and smaller numbers are something else. */
#define FIRST_SERIAL 20000
#define LAST_SERIAL 60000
/* Nobody younger or older is on a staff list. */
#define YOUNGEST 14
#define OLDEST 100

typedef struct
{
  guint numbers[MOST_NUMBERS];
  gsize lengths[MOST_NUMBERS];
  guint count;
  guint month_place; /* 1-based place of a month written as a word, 0 for none */
  gboolean has_time;
} Parts;

typedef struct
{
  const char *text;
  SotayDateUse use;
  const SotayDateOrder *order;
  const GDate *today;
  guint *notes;
} Reading;

static void
note (Reading *reading, SotayRosterNote said)
{
  *reading->notes |= SOTAY_ROSTER_NOTE_BIT (said);
}

/* "jan" … "dec"; 0 for another word. */
static guint
find_month (const char *word, gsize length)
{
  static const char *const months[] = { "january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december" };

  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (months); i++)
    if (length <= strlen (months[i]) && strncmp (word, months[i], length) == 0)
      return i + 1;
  return 0;
}

static gboolean
is_filler (const char *word, gsize length)
{
  static const char *const fillers[] = { "ngay", "thang", "nam", "sinh", "sn", "t", "z", "am", "pm", "sa", "ch" };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (strlen (fillers[i]) == length && strncmp (word, fillers[i], length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
take_word (Parts *parts, const char *word, gsize length)
{
  guint month = find_month (word, length);

  if (is_filler (word, length))
    return TRUE;
  if (month == 0 || parts->month_place != 0 || parts->count == MOST_NUMBERS)
    return FALSE;
  parts->numbers[parts->count] = month;
  parts->lengths[parts->count++] = 2;
  parts->month_place = parts->count;
  return TRUE;
}

/* Takes @folded apart into numbers; FALSE when there is anything else in it. */
static gboolean
split (const char *folded, Parts *parts)
{
  for (const char *p = folded; *p != '\0';)
    {
      gsize digits = strspn (p, DIGITS);
      gsize letters = strspn (p, "abcdefghijklmnopqrstuvwxyz");

      if (digits > 8 || (digits > 0 && parts->count == MOST_NUMBERS))
        return FALSE;
      if (digits > 0)
        {
          parts->numbers[parts->count] = (guint) g_ascii_strtoull (p, NULL, 10);
          parts->lengths[parts->count++] = digits;
        }
      else if (letters > 0 ? !take_word (parts, p, letters) : strchr (" /-.,:", *p) == NULL)
        return FALSE;
      parts->has_time |= *p == ':' && parts->count > 3;
      p += MAX (1, digits + letters);
    }
  return parts->count > 0;
}

static char *
make_day (guint day, guint month, guint year)
{
  GDate date;

  /* The types of GLib hold less than what stands in a cell. */
  if (day > 31 || year < FIRST_YEAR || year > LAST_YEAR
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return sotay_date_to_iso (&date);
}

static gboolean
is_possible_year (Reading *reading, guint year)
{
  guint now = g_date_get_year (reading->today);

  if (reading->use == SOTAY_DATE_BIRTH)
    return year + YOUNGEST <= now && year + OLDEST >= now;
  return year >= (reading->use == SOTAY_DATE_SERVICE ? 1960u : 2000u) && year <= now + 1;
}

/* The year of a year of four digits, or of two when only one century is possible; 0 otherwise. */
static guint
full_year (Reading *reading, guint year, gsize length)
{
  gboolean last = is_possible_year (reading, 1900 + year);
  gboolean now = is_possible_year (reading, 2000 + year);

  if (length == 4)
    return year;
  if (length != 2 || last == now)
    return 0;
  note (reading, SOTAY_ROSTER_NOTE_CENTURY);
  return (last ? 1900 : 2000) + year;
}

static char *
read_year (Reading *reading, guint year)
{
  if (year < FIRST_YEAR || year > g_date_get_year (reading->today))
    return NULL;
  if (reading->use == SOTAY_DATE_TRAINING)
    return g_strdup ("");
  if (reading->use == SOTAY_DATE_BIRTH)
    return g_strdup_printf ("%u", year);
  note (reading, SOTAY_ROSTER_NOTE_FIRST_DAY);
  return make_day (1, 1, year);
}

static char *
read_month (Reading *reading, guint month, guint year)
{
  if (month < 1 || month > 12)
    return NULL;
  if (reading->use == SOTAY_DATE_SERVICE)
    {
      note (reading, SOTAY_ROSTER_NOTE_FIRST_DAY);
      return make_day (1, month, year);
    }
  if (reading->use == SOTAY_DATE_BIRTH)
    note (reading, SOTAY_ROSTER_NOTE_YEAR_TAKEN);
  return read_year (reading, year);
}

static char *
read_serial (Reading *reading, guint serial)
{
  GDate date;

  if (serial < FIRST_SERIAL || serial > LAST_SERIAL)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, serial);
  note (reading, SOTAY_ROSTER_NOTE_SERIAL);
  return sotay_date_to_iso (&date);
}

/* 05031975, or 19750305 when it can only be that. */
static char *
read_eight_digits (guint number)
{
  char *day = make_day (number / 1000000, number / 10000 % 100, number % 10000);

  return day != NULL ? day : make_day (number % 100, number / 100 % 100, number / 10000);
}

static char *
read_one (Reading *reading, const Parts *parts)
{
  guint number = parts->numbers[0];
  guint year;

  switch (parts->lengths[0])
    {
    case 2:
      year = reading->use == SOTAY_DATE_BIRTH ? full_year (reading, number, 2) : 0;
      return year != 0 ? read_year (reading, year) : NULL;
    case 4:
      return read_year (reading, number);
    case 5:
      return read_serial (reading, number);
    case 8:
      return read_eight_digits (number);
    default:
      return NULL;
    }
}

/* 3/1975, or a number of days with a part of a day behind the point. */
static char *
read_two (Reading *reading, const Parts *parts)
{
  const guint *numbers = parts->numbers;

  if (parts->lengths[0] == 5 && strspn (reading->text, DIGITS ".") == strlen (reading->text))
    return read_serial (reading, numbers[0]);
  if (parts->lengths[0] <= 2 && parts->lengths[1] == 4)
    return read_month (reading, numbers[0], numbers[1]);
  if (parts->lengths[0] == 4 && parts->lengths[1] <= 2)
    return read_month (reading, numbers[1], numbers[0]);
  return NULL;
}

static char *
read_day_and_month (Reading *reading, guint first, guint second, guint year)
{
  const SotayDateOrder *order = reading->order;
  gboolean either = first <= 12 && second <= 12 && first != second;
  gboolean swap = second > 12 && first <= 12;

  if (either && order->month_first > 0)
    {
      swap = order->day_first == 0;
      if (!swap)
        note (reading, SOTAY_ROSTER_NOTE_DOUBT_DATE);
    }
  if (!swap)
    return make_day (first, second, year);
  note (reading, SOTAY_ROSTER_NOTE_MONTH_FIRST);
  return make_day (second, first, year);
}

static char *
read_three (Reading *reading, const Parts *parts)
{
  const guint *numbers = parts->numbers;
  guint year;

  if (parts->lengths[0] == 4)
    return make_day (numbers[2], numbers[1], numbers[0]);
  if (parts->lengths[0] > 2 || parts->lengths[1] > 2)
    return NULL;
  year = full_year (reading, numbers[2], parts->lengths[2]);
  if (year == 0)
    return NULL;
  if (parts->month_place == 1)
    return make_day (numbers[1], numbers[0], year);
  if (parts->month_place == 2)
    return make_day (numbers[0], numbers[1], year);
  return read_day_and_month (reading, numbers[0], numbers[1], year);
}

void
sotay_date_order_learn (SotayDateOrder *order, const char *text)
{
  Parts parts = { .count = 0 };

  /* Words and times make no difference here. */
  if (!g_ascii_isdigit (*text) || !split (text, &parts) || parts.count < 3 || parts.lengths[0] > 2
      || parts.month_place != 0)
    return;
  order->day_first += parts.numbers[0] > 12 && parts.numbers[1] <= 12;
  order->month_first += parts.numbers[0] <= 12 && parts.numbers[1] > 12 && parts.numbers[1] <= 31;
}

static char *
read_parts (Reading *reading, const Parts *parts)
{
  if (parts->count == 1)
    return read_one (reading, parts);
  if (parts->count == 2)
    return read_two (reading, parts);
  return parts->count == 3 || parts->has_time ? read_three (reading, parts) : NULL;
}

char *
sotay_roster_read_date (const char *text, SotayDateUse use, const SotayDateOrder *order, const GDate *today,
                        guint *notes)
{
  gboolean plain = strspn (text, DIGITS " /-.:") == strlen (text);
  g_autofree char *folded = plain ? g_strdup (text) : sotay_text_fold (text);
  Reading reading = { folded, use, order, today, notes };
  Parts parts = { .count = 0 };

  if (!plain && (g_str_equal (folded, "hom nay") || g_str_equal (folded, "today")))
    return sotay_date_to_iso (today);
  if (!split (folded, &parts))
    return NULL;
  return read_parts (&reading, &parts);
}
