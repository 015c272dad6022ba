/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/step-output.h"

#include "core/dates.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

static GDateTime *
get_time (SotayStep *step)
{
  return g_date_time_new_from_unix_utc (sotay_step_get_time (step) / G_USEC_PER_SEC);
}

void
sotay_step_output_write (JsonBuilder *json, SotayStep *step)
{
  static const char *const states[] = {
    [SOTAY_STEP_DONE] = "done",
    [SOTAY_STEP_UNDONE] = "undone",
    [SOTAY_STEP_DROPPED] = "dropped",
  };
  g_autoptr (GDateTime) time = get_time (step);
  g_autofree char *iso = g_date_time_format_iso8601 (time);
  g_autofree char *sentence = sotay_describe_step (step);

  sotay_json_add_number (json, "number", sotay_step_get_number (step));
  sotay_json_add_text (json, "time", iso);
  sotay_json_add_text (json, "kind", sotay_step_kind_to_string (sotay_step_get_kind (step)));
  sotay_json_add_text (json, "subject", sotay_step_get_subject (step));
  sotay_json_add_text (json, "state", states[sotay_step_get_state (step)]);
  sotay_json_add_number (json, "entries", sotay_step_get_n_entries (step));
  sotay_json_add_text (json, "text", sentence);
}

char *
sotay_step_output_format_time (SotayStep *step)
{
  g_autoptr (GDateTime) time = get_time (step);
  g_autoptr (GDateTime) local = g_date_time_to_local (time);
  g_autofree char *clock = g_date_time_format (local, "%H:%M");
  g_autofree char *iso = g_date_time_format (local, "%F");
  g_autofree char *date = sotay_date_format_iso (iso);

  return g_strdup_printf ("%s %s", date, clock);
}

const char *
sotay_step_output_describe_state (SotayStep *step)
{
  if (sotay_step_get_state (step) == SOTAY_STEP_UNDONE)
    return _("undone");
  return sotay_step_get_state (step) == SOTAY_STEP_DROPPED ? _("undone for good") : "";
}
