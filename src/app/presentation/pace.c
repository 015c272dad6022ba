/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/pace.h"

#include <glib/gi18n-lib.h>

#define SECOND G_GINT64_CONSTANT (1000)
#define MINUTE (60 * SECOND)

char *
sotay_pace_describe (gint64 elapsed, gint64 from, gint64 to)
{
  guint late = (guint) (MAX (elapsed - to, 0) / MINUTE);
  guint early = (guint) (MAX (from - elapsed, 0) / MINUTE);

  if (late > 0)
    return g_strdup_printf (ngettext ("%u minute behind the plan", "%u minutes behind the plan", late), late);
  if (early > 0)
    return g_strdup_printf (ngettext ("%u minute ahead of the plan", "%u minutes ahead of the plan", early), early);
  return g_strdup (_("As planned"));
}

static gint64
get_stop_time (SotayShow *show)
{
  GArray *stops = sotay_lesson_plan_get_stops (sotay_deck_get_plan (sotay_show_get_deck (show)));
  guint utility = sotay_slide_get_utility (sotay_show_get_slide (show));

  for (guint i = 0; i < stops->len; i++)
    {
      const SotayLessonStop *stop = &g_array_index (stops, SotayLessonStop, i);

      if (stop->utility == utility)
        return stop->minutes * MINUTE;
    }
  return 0;
}

char *
sotay_pace_describe_show (SotayShow *show)
{
  gint64 planned = sotay_show_get_planned (show);

  return sotay_pace_describe (sotay_timeline_get_elapsed (sotay_show_get_timeline (show)),
                              planned - get_stop_time (show), planned);
}

char *
sotay_pace_format (gint64 time)
{
  int seconds = (int) (time / SECOND);

  if (seconds >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
}
