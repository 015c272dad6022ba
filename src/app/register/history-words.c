/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/history-words.h"

#include "app/register/staff-choice.h"
#include "core/dates.h"
#include "register/attendance.h"
#include "register/practice.h"

#include <glib/gi18n-lib.h>

static const char *const field_titles[SOTAY_STAFF_N_FIELDS] = {
  [SOTAY_STAFF_NAME] = N_("Full name"),          [SOTAY_STAFF_UNIT_ID] = N_("Unit"),
  [SOTAY_STAFF_BIRTH] = N_("Born"),              [SOTAY_STAFF_POSITION] = N_("Position"),
  [SOTAY_STAFF_CODE] = N_("Staff code"),         [SOTAY_STAFF_PHONE] = N_("Telephone"),
  [SOTAY_STAFF_LEVEL] = N_("VNeID level"),       [SOTAY_STAFF_JOINED_ON] = N_("Joined on"),
  [SOTAY_STAFF_LEFT_ON] = N_("Left on"),         [SOTAY_STAFF_TRAINED_ON] = N_("Trained on"),
  [SOTAY_STAFF_PASSED_ON] = N_("Passed on"),     [SOTAY_STAFF_NOTE] = N_("Note"),
  [SOTAY_STAFF_EMPLOYMENT] = N_("Employment"),   [SOTAY_STAFF_ACTIVATED] = N_("Account in use"),
  [SOTAY_STAFF_REASON] = N_("Reason"),
};

static char *
unit_text (const char *unit_id, SotayUnitNames *names)
{
  SotayUnit *unit = sotay_unit_names_find (names, unit_id);

  return g_strdup (unit != NULL ? sotay_unit_get_name (unit) : _("a unit that is no more"));
}

static gboolean
is_day (SotayStaffField field)
{
  return field == SOTAY_STAFF_BIRTH || field == SOTAY_STAFF_JOINED_ON || field == SOTAY_STAFF_LEFT_ON
         || field == SOTAY_STAFF_TRAINED_ON || field == SOTAY_STAFF_PASSED_ON;
}

static char *
value_text (SotayStaffField field, const char *value, SotayUnitNames *names)
{
  if (value == NULL)
    return g_strdup ("–");
  if (field == SOTAY_STAFF_UNIT_ID)
    return unit_text (value, names);
  if (sotay_staff_choice_count (field) > 0)
    return g_strdup (sotay_staff_choice_label (field, sotay_staff_choice_find (field, value)));
  return is_day (field) ? sotay_date_format_iso (value) : g_strdup (value);
}

static void
append_line (GString *text, const char *title, const char *before, const char *after)
{
  g_string_append_printf (text, "%s%s: %s → %s", text->len > 0 ? "\n" : "", title, before, after);
}

static void
unpack (SotayRecordKind kind, GVariant *record, const char **fields)
{
  if (record != NULL)
    sotay_record_unpack_fields (kind, record, fields);
}

static void
append_staff (GString *text, const SotayChange *change, SotayUnitNames *names)
{
  const char *before[SOTAY_STAFF_N_FIELDS] = { NULL };
  const char *after[SOTAY_STAFF_N_FIELDS] = { NULL };

  unpack (change->kind, change->before, before);
  unpack (change->kind, change->after, after);
  for (SotayStaffField field = 0; field < SOTAY_STAFF_N_FIELDS; field++)
    {
      g_autofree char *old_text = value_text (field, before[field], names);
      g_autofree char *new_text = value_text (field, after[field], names);

      if (g_strcmp0 (before[field], after[field]) != 0)
        append_line (text, _(field_titles[field]), old_text, new_text);
    }
}

static const char *
status_text (const char *word)
{
  SotayAttendanceStatus status;

  if (word == NULL || !sotay_attendance_status_from_string (word, &status))
    return "–";
  switch (status)
    {
    case SOTAY_ATTENDANCE_PRESENT:
      return _("present");
    case SOTAY_ATTENDANCE_LATE:
      return _("late");
    case SOTAY_ATTENDANCE_EXCUSED:
      return _("excused");
    default:
      return _("absent");
    }
}

static const char *
level_text (const char *word)
{
  SotayPracticeLevel level;

  if (word == NULL || !sotay_practice_level_from_string (word, &level))
    return "–";
  switch (level)
    {
    case SOTAY_PRACTICE_TAUGHT:
      return _("taught");
    case SOTAY_PRACTICE_PRACTISED:
      return _("practised");
    default:
      return _("fluent");
    }
}

static void
append_attendance (GString *text, const SotayChange *change)
{
  const char *before[SOTAY_ATTENDANCE_REMARK + 1] = { NULL };
  const char *after[SOTAY_ATTENDANCE_REMARK + 1] = { NULL };

  unpack (change->kind, change->before, before);
  unpack (change->kind, change->after, after);
  append_line (text, _("Attendance"), status_text (before[SOTAY_ATTENDANCE_STATUS]),
               status_text (after[SOTAY_ATTENDANCE_STATUS]));
}

static void
append_practice (GString *text, const SotayChange *change)
{
  const char *before[SOTAY_PRACTICE_DAY + 1] = { NULL };
  const char *after[SOTAY_PRACTICE_DAY + 1] = { NULL };
  const char *utility;

  unpack (change->kind, change->before, before);
  unpack (change->kind, change->after, after);
  utility = after[SOTAY_PRACTICE_UTILITY] != NULL ? after[SOTAY_PRACTICE_UTILITY] : before[SOTAY_PRACTICE_UTILITY];
  append_line (text, utility != NULL ? utility : "", level_text (before[SOTAY_PRACTICE_LEVEL]),
               level_text (after[SOTAY_PRACTICE_LEVEL]));
}

char *
sotay_history_words_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *clock = g_date_time_format (local, "%H:%M");
  g_autofree char *formatted = NULL;
  GDate date;

  g_date_set_dmy (&date, g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                  g_date_time_get_year (local));
  formatted = sotay_date_format (&date);
  return g_strdup_printf ("%s, %s", clock, formatted);
}

char *
sotay_history_words_changes (SotayStep *step, SotayUnitNames *names)
{
  GPtrArray *changes = sotay_step_get_changes (step);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const SotayChange *change = changes->pdata[i];

      if (change->kind == SOTAY_RECORD_STAFF)
        append_staff (text, change, names);
      else if (change->kind == SOTAY_RECORD_ATTENDANCE)
        append_attendance (text, change);
      else if (change->kind == SOTAY_RECORD_PRACTICE)
        append_practice (text, change);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
