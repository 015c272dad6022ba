/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/unfinished-words.h"

#include "core/dates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
sotay_unfinished_words_place (const char *slide_id)
{
  const char *slash = strchr (slide_id, '/');
  g_autofree char *utility = slash != NULL ? g_strndup (slide_id, (gsize) (slash - slide_id)) : NULL;

  if (slash == NULL)
    return g_strdup (g_str_equal (slide_id, "qr") ? _("the end") : _("the beginning"));
  if (g_str_has_prefix (slash, "/step-"))
    return g_strdup_printf (_("%s, step %s"), utility, slash + strlen ("/step-"));
  return g_strdup (utility);
}

static char *
describe_start (gint64 started, GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (started / G_USEC_PER_SEC);
  g_autoptr (GDateTime) start = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  g_autofree char *time = g_date_time_format (start, "%H:%M");
  g_autofree char *iso = g_date_time_format (start, "%F");
  g_autofree char *today = g_date_time_format (now, "%F");
  g_autofree char *day = NULL;

  if (g_str_equal (iso, today))
    return g_steal_pointer (&time);
  day = sotay_date_format_iso (iso);
  return g_strdup_printf (_("%s on %s"), time, day);
}

char *
sotay_unfinished_words (SotayUnfinished *unfinished, GDateTime *now)
{
  g_autofree char *start = describe_start (unfinished->started, now);
  g_autofree char *place = sotay_unfinished_words_place (unfinished->slide_id);

  return g_strdup_printf (_("The lesson of %s was not ended: it stands at %s"), start, place);
}
