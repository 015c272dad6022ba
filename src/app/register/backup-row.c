/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/backup-row.h"

#include "core/dates.h"
#include "core/numbers.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

char *
sotay_backup_row_describe (const SotayContents *contents)
{
  g_autofree char *units = sotay_number_format (contents->units);
  g_autofree char *staff = sotay_number_format (contents->staff);
  g_autofree char *trained = sotay_number_format (contents->trained);

  return g_strdup_printf (_("units: %s · people: %s · trained: %s"), units, staff, trained);
}

char *
sotay_backup_row_format_time (SotayBackup *backup)
{
  g_autofree char *iso = g_date_time_format (sotay_backup_get_time (backup), "%F");
  g_autofree char *clock = g_date_time_format (sotay_backup_get_time (backup), "%H:%M");
  g_autofree char *date = sotay_date_format_iso (iso);

  return g_strdup_printf ("%s %s", date, clock);
}

static char *
describe (SotayBackup *backup)
{
  const SotayContents *contents = sotay_backup_get_contents (backup);
  g_autofree char *size = sotay_size_format (sotay_backup_get_bytes (backup));
  g_autofree char *inside = NULL;
  g_autofree char *step = NULL;

  if (contents == NULL)
    return g_strdup (_("Damaged: it cannot be put back."));
  inside = sotay_backup_row_describe (contents);
  if (contents->last_step == NULL)
    return g_strdup_printf ("%s · %s", inside, size);
  step = sotay_describe_step (contents->last_step);
  /* Translators: what is inside, its size, then the newest change */
  return g_strdup_printf (_("%s · %s\nNewest change: %s"), inside, size, step);
}

static GtkWidget *
make_button (SotayBackup *backup, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (_("Restore…"));
  g_autofree char *name = g_strdup_printf (_("Restore the backup of %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", sotay_backup_get_id (backup));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "backups.restore");
  return button;
}

GtkWidget *
sotay_backup_row_new (SotayBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *time = sotay_backup_row_format_time (backup);
  g_autofree char *title = g_strdup_printf ("%s · %s", time, sotay_describe_cause (sotay_backup_get_cause (backup)));
  g_autofree char *text = describe (backup);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (sotay_backup_get_contents (backup) != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (backup, time));
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  return row;
}
