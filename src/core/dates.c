/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/dates.h"

#include "core/text.h"

#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

GDate
sotay_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate today;
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, day, month, year);
  return today;
}

static gboolean
set_date (GDate *date, guint day, guint month, guint year)
{
  /* Two digits: people born in 1950 and sessions held in 2049 are both understood. */
  if (year < 50)
    year += 2000;
  else if (year < 100)
    year += 1900;
  if (year < FIRST_YEAR || year > LAST_YEAR || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

/* Reads the runs of digits in @typed into @numbers; anything but digits and single separators refuses it. */
static guint
split_numbers (const char *typed, guint *numbers, gsize *lengths, guint most)
{
  guint count = 0;
  const char *p = typed;

  for (;;)
    {
      gsize length = strspn (p, "0123456789");

      if (length == 0 || length > 8 || count == most)
        return 0;
      numbers[count] = (guint) g_ascii_strtoull (p, NULL, 10);
      lengths[count++] = length;
      p += length;
      if (*p == '\0')
        return count;
      p += strspn (p, " ");
      if (*p == '\0' || strchr ("/-.", *p) == NULL)
        return 0;
      p++;
      p += strspn (p, " ");
    }
}

gboolean
sotay_date_parse (const char *typed, const GDate *today, GDate *date)
{
  g_autofree char *folded = sotay_text_fold (typed);
  guint numbers[3];
  gsize lengths[3];
  guint count;

  if (g_str_equal (folded, "hom nay") || g_str_equal (folded, "today"))
    {
      *date = *today;
      return TRUE;
    }
  count = split_numbers (folded, numbers, lengths, G_N_ELEMENTS (numbers));
  if (count == 1 && lengths[0] == 8)
    return set_date (date, numbers[0] / 1000000, numbers[0] / 10000 % 100, numbers[0] % 10000);
  if (count != 3)
    return FALSE;
  if (lengths[0] == 4)
    return set_date (date, numbers[2], numbers[1], numbers[0]);
  if (lengths[0] > 2 || lengths[1] > 2 || (lengths[2] != 4 && lengths[2] != 2))
    return FALSE;
  return set_date (date, numbers[0], numbers[1], numbers[2]);
}

gboolean
sotay_date_parse_iso (const char *iso, GDate *date)
{
  static const char form[] = "dddd-dd-dd";

  if (strlen (iso) != strlen (form))
    return FALSE;
  for (guint i = 0; i < strlen (form); i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (iso[i]) : iso[i] != form[i])
      return FALSE;
  /* A year of two digits is for people who type, not for files. */
  if (iso[0] == '0')
    return FALSE;
  return set_date (date, (guint) g_ascii_strtoull (iso + 8, NULL, 10), (guint) g_ascii_strtoull (iso + 5, NULL, 10),
                   (guint) g_ascii_strtoull (iso, NULL, 10));
}

char *
sotay_date_to_iso (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

char *
sotay_date_format (const GDate *date)
{
  guint month = g_date_get_month (date);

  return g_strdup_printf (month <= 2 ? "%02u/%02u/%u" : "%02u/%u/%u", g_date_get_day (date), month,
                          g_date_get_year (date));
}

char *
sotay_date_format_month (const GDate *day)
{
  guint month = g_date_get_month (day);

  return g_strdup_printf (month <= 2 ? "%02u/%u" : "%u/%u", month, (guint) g_date_get_year (day));
}

char *
sotay_date_format_long (const GDate *date)
{
  guint month = g_date_get_month (date);

  return g_strdup_printf (month <= 2 ? "ngày %02u tháng %02u năm %u" : "ngày %02u tháng %u năm %u",
                          g_date_get_day (date), month, g_date_get_year (date));
}

char *
sotay_date_format_iso (const char *iso)
{
  GDate date;
  guint month;

  if (sotay_date_parse_iso (iso, &date))
    return sotay_date_format (&date);
  if (strlen (iso) != 7 || iso[4] != '-')
    return g_strdup (iso);
  month = (guint) g_ascii_strtoull (iso + 5, NULL, 10);
  return g_strdup_printf (month <= 2 ? "%02u/%.4s" : "%u/%.4s", month, iso);
}

char *
sotay_birth_parse (const char *typed, const GDate *today)
{
  guint numbers[1];
  gsize lengths[1];
  g_autofree char *folded = sotay_text_fold (typed);
  GDate date;

  if (split_numbers (folded, numbers, lengths, 1) == 1 && lengths[0] == 4)
    {
      if (numbers[0] < FIRST_YEAR || numbers[0] > g_date_get_year (today))
        return NULL;
      return g_strdup_printf ("%u", numbers[0]);
    }
  if (!sotay_date_parse (folded, today, &date) || g_date_compare (&date, today) > 0)
    return NULL;
  return sotay_date_to_iso (&date);
}
