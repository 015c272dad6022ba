/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/guide-output.h"

#include "core/numbers.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static gboolean
is_looked_at (void)
{
  return g_log_writer_supports_color (fileno (stderr));
}

static char *
describe_progress (const SotayGuideProgress *progress)
{
  g_autofree char *done = sotay_size_format (progress->bytes);
  g_autofree char *rate = sotay_size_format (progress->bytes_per_second);
  g_autofree char *percent = sotay_percent_format (progress->bytes, progress->total);
  g_autofree char *why = NULL;

  switch (progress->stage)
    {
    case SOTAY_GUIDE_STAGE_WAITING:
      why = sotay_describe_pause (progress->reason, progress->pause_seconds);
      return g_steal_pointer (&why);
    case SOTAY_GUIDE_STAGE_CONNECTING:
      return g_strdup (_("Connecting…"));
    case SOTAY_GUIDE_STAGE_CHECKING:
      return g_strdup (_("Checking…"));
    default:
      return g_strdup_printf ("%s  %s  %s/s", progress->total > 0 ? percent : "", done, rate);
    }
}

void
sotay_guide_output_show_progress (const SotayGuideProgress *progress, gpointer data)
{
  g_autofree char *text = NULL;

  if (!is_looked_at ())
    return;
  text = describe_progress (progress);
  g_printerr ("\r%s\033[K", text);
}

void
sotay_guide_output_end_progress (void)
{
  if (is_looked_at ())
    g_printerr ("\r\033[K");
}

char *
sotay_guide_output_format_time (SotayManualCopy *copy)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (sotay_manual_copy_get_downloaded_at (copy));

  return g_date_time_format_iso8601 (time);
}

void
sotay_guide_output_add_copy (JsonBuilder *json, SotayManualCopy *copy)
{
  g_autofree char *time = sotay_guide_output_format_time (copy);

  sotay_json_add_text (json, "sha256", sotay_manual_copy_get_sha256 (copy));
  sotay_json_add_number (json, "bytes", sotay_manual_copy_get_bytes (copy));
  sotay_json_add_number (json, "pages", sotay_manual_copy_get_pages (copy));
  sotay_json_add_text (json, "address", sotay_manual_copy_get_address (copy));
  sotay_json_add_number (json, "resumed_from", sotay_manual_copy_get_resumed_from (copy));
  sotay_json_add_text (json, "downloaded_at", time);
}

int
sotay_guide_output_print_copy (SotayCli *cli, SotayManualCopy *copy)
{
  g_autofree char *time = sotay_guide_output_format_time (copy);
  g_autofree char *size = sotay_size_format (sotay_manual_copy_get_bytes (copy));
  g_autoptr (JsonBuilder) json = json_builder_new ();

  if (!sotay_cli_wants_json (cli))
    {
      g_print (ngettext ("%s, %u page, %s\n", "%s, %u pages, %s\n", sotay_manual_copy_get_pages (copy)), size,
               sotay_manual_copy_get_pages (copy), time);
      g_print ("%s\nSHA-256 %s\n", sotay_manual_copy_get_address (copy), sotay_manual_copy_get_sha256 (copy));
      return SOTAY_EXIT_DONE;
    }
  json_builder_begin_object (json);
  sotay_guide_output_add_copy (json, copy);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}
