/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/numbers.h"

char *
sotay_number_format (gint64 number)
{
  guint64 magnitude = number < 0 ? 0 - (guint64) number : (guint64) number;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude);
  GString *text = g_string_new (digits);

  for (gssize position = (gssize) text->len - 3; position > 0; position -= 3)
    g_string_insert_c (text, position, '.');
  if (number < 0)
    g_string_prepend (text, "−");
  return g_string_free (text, FALSE);
}

char *
sotay_count_format (gint64 count)
{
  return count > 0 && count < 10 ? g_strdup_printf ("0%d", (int) count) : sotay_number_format (count);
}

int
sotay_percent_hundredths (gint64 part, gint64 whole)
{
  if (part <= 0)
    return 0;
  if (part >= whole)
    return 10000;
  return CLAMP ((int) (part * 10000.0 / whole + 0.5), 1, 9999);
}

char *
sotay_percent_format (gint64 part, gint64 whole)
{
  int hundredths;

  if (whole <= 0)
    return g_strdup ("–");
  hundredths = sotay_percent_hundredths (part, whole);
  if (hundredths == 0 || hundredths == 10000)
    return g_strdup_printf ("%d %%", hundredths / 100);
  return g_strdup_printf ("%d,%02d %%", hundredths / 100, hundredths % 100);
}

char *
sotay_size_format (gint64 bytes)
{
  static const char *const units[] = { "B", "kB", "MB", "GB", "TB" };
  gint64 tenths = bytes * 10;
  guint unit = 0;

  while (tenths >= 9995 && unit + 1 < G_N_ELEMENTS (units))
    {
      tenths = (tenths + 500) / 1000;
      unit++;
    }
  if (unit < 2 || tenths % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT " %s", (tenths + 5) / 10, units[unit]);
  return g_strdup_printf ("%" G_GINT64_FORMAT ",%d %s", tenths / 10, (int) (tenths % 10), units[unit]);
}
