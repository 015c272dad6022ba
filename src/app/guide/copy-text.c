/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/copy-text.h"

#include "core/dates.h"
#include "core/numbers.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

char *
sotay_copy_text_size (SotayManualCopy *copy)
{
  g_autofree char *size = sotay_size_format (sotay_manual_copy_get_bytes (copy));
  g_autofree char *count = sotay_number_format (sotay_manual_copy_get_pages (copy));
  g_autofree char *pages = g_strdup_printf (ngettext ("%s page", "%s pages", sotay_manual_copy_get_pages (copy)),
                                            count);

  return g_strdup_printf ("%s · %s", size, pages);
}

char *
sotay_copy_text_day (SotayManualCopy *copy)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (sotay_manual_copy_get_downloaded_at (copy));
  g_autofree char *day = NULL;
  GDate date;

  if (time == NULL)
    return g_strdup (_("A copy of the manual"));
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
  day = sotay_date_format (&date);
  return g_strdup_printf (_("Copy of %s"), day);
}

char *
sotay_copy_text_source (SotayManualCopy *copy)
{
  const char *address = sotay_manual_copy_get_address (copy);
  g_autoptr (GFile) file = g_file_new_for_uri (address);

  /* A file is named as people know it. */
  return g_file_peek_path (file) != NULL ? g_filename_display_name (g_file_peek_path (file)) : g_strdup (address);
}
