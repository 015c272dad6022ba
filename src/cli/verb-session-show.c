/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Showing sessions; verb-session.c changes them. */
#include "cli/find.h"
#include "cli/record-output.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "core/numbers.h"
#include "core/text.h"
#include "register/attendance.h"
#include "register/session.h"

#include <glib/gi18n-lib.h>

/* How many are on the list of a session, of whom nothing is said yet, and how many of each status. */
typedef struct
{
  guint invited;
  guint unmarked;
  guint n[SOTAY_ATTENDANCE_STATUS_N];
} Counts;

static void
count (Counts *counts, SotayRecord *attendance)
{
  SotayAttendanceStatus status;

  counts->invited++;
  if (sotay_attendance_status_from_string (sotay_record_get (attendance, SOTAY_ATTENDANCE_STATUS), &status))
    counts->n[status]++;
  else
    counts->unmarked++;
}

static Counts
count_all (GPtrArray *attendance)
{
  Counts counts = { 0 };

  for (guint i = 0; i < attendance->len; i++)
    count (&counts, attendance->pdata[i]);
  return counts;
}

static GPtrArray *
list_attendance (SotayCli *cli, const char *const *ids, GError **error)
{
  return sotay_store_list_records (sotay_cli_get_store (cli), SOTAY_RECORD_ATTENDANCE, SOTAY_ATTENDANCE_SESSION_ID, ids,
                                   NULL, error);
}

/* Returns: (transfer full): the Counts of each session, by its id; all in one question. */
static GHashTable *
count_sessions (SotayCli *cli, GPtrArray *sessions, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) attendance = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      g_ptr_array_add (ids, (gpointer) sotay_record_get_id (sessions->pdata[i]));
      g_hash_table_insert (counts, ids->pdata[i], g_new0 (Counts, 1));
    }
  g_ptr_array_add (ids, NULL);
  attendance = list_attendance (cli, (const char *const *) ids->pdata, error);
  if (attendance == NULL)
    return NULL;
  for (guint i = 0; i < attendance->len; i++)
    count (g_hash_table_lookup (counts, sotay_record_get (attendance->pdata[i], SOTAY_ATTENDANCE_SESSION_ID)),
           attendance->pdata[i]);
  return g_steal_pointer (&counts);
}

static void
write_counts (JsonBuilder *json, const Counts *counts)
{
  json_builder_set_member_name (json, "counts");
  json_builder_begin_object (json);
  sotay_json_add_number (json, "invited", counts->invited);
  for (guint i = 0; i < SOTAY_ATTENDANCE_STATUS_N; i++)
    sotay_json_add_number (json, sotay_attendance_status_to_string (i), counts->n[i]);
  sotay_json_add_number (json, "unmarked", counts->unmarked);
  json_builder_end_object (json);
}

static void
write_minutes (JsonBuilder *json, SotayRecord *session)
{
  const SotaySessionMinutes minutes = sotay_session_get_minutes (session);

  json_builder_set_member_name (json, "minutes");
  json_builder_begin_object (json);
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      g_autofree char *id = g_strdup_printf ("U%u", i + 1);

      if (minutes.of[i] > 0)
        sotay_json_add_number (json, id, minutes.of[i]);
    }
  json_builder_end_object (json);
}

/* The members of a session's object. */
static void
write_session (JsonBuilder *json, SotayRecord *session, GHashTable *names)
{
  sotay_json_add_id (json, session);
  sotay_json_add_field (json, session, SOTAY_SESSION_TITLE);
  sotay_json_add_text (json, "date", sotay_record_get (session, SOTAY_SESSION_DAY));
  sotay_json_add_text (json, "from", sotay_record_get (session, SOTAY_SESSION_STARTS_AT));
  sotay_json_add_text (json, "to", sotay_record_get (session, SOTAY_SESSION_ENDS_AT));
  sotay_json_add_field (json, session, SOTAY_SESSION_PLACE);
  sotay_json_add_field (json, session, SOTAY_SESSION_TRAINER);
  sotay_json_add_field (json, session, SOTAY_SESSION_FORM);
  sotay_json_add_parts (json, "utilities", sotay_record_get (session, SOTAY_SESSION_UTILITIES), " ");
  write_minutes (json, session);
  sotay_json_add_unit (json, sotay_record_get (session, SOTAY_SESSION_UNIT_ID), names);
  sotay_json_add_text (json, "repeats", sotay_record_get (session, SOTAY_SESSION_SERIES_ID));
  sotay_json_add_parts (json, "documents", sotay_record_get (session, SOTAY_SESSION_DOCUMENTS), "\n");
  sotay_json_add_field (json, session, SOTAY_SESSION_NOTE);
}

/* "08:00–11:30", "08:00" or "". */
static char *
format_times (SotayRecord *session)
{
  const char *starts = sotay_record_get (session, SOTAY_SESSION_STARTS_AT);
  const char *ends = sotay_record_get (session, SOTAY_SESSION_ENDS_AT);

  if (starts == NULL)
    return g_strdup ("");
  return ends != NULL ? g_strdup_printf ("%s–%s", starts, ends) : g_strdup (starts);
}

static void
add_row (SotayTable *table, SotayRecord *session, const Counts *counts)
{
  g_autofree char *day = sotay_cli_format_day (sotay_record_get (session, SOTAY_SESSION_DAY));
  g_autofree char *times = format_times (session);
  g_autofree char *utilities = sotay_cli_format_utilities (sotay_record_get (session, SOTAY_SESSION_UTILITIES));
  g_autofree char *invited = sotay_number_format (counts->invited);
  g_autofree char *came = sotay_number_format (counts->n[SOTAY_ATTENDANCE_PRESENT] + counts->n[SOTAY_ATTENDANCE_LATE]);

  sotay_table_add (table, sotay_record_get_id (session), day, times, sotay_record_get (session, SOTAY_SESSION_TITLE),
                   utilities, invited, came);
}

static int
list (SotayCli *cli)
{
  g_auto (SotayRecordFilter) filter = { NULL };
  g_auto (GStrv) arguments = sotay_record_filter_parse (cli, &filter, NULL);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GHashTable) counted = NULL;
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (SotayTable) table = sotay_table_new (7, 3u << 5);
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  sessions = sotay_cli_list_records (cli, SOTAY_RECORD_SESSION, SOTAY_SESSION_UNIT_ID, SOTAY_SESSION_DAY, &filter,
                                     &units);
  if (sessions == NULL)
    return sotay_cli_get_status (cli);
  sotay_record_filter_cut (&filter, sessions);
  counted = count_sessions (cli, sessions, &error);
  if (counted == NULL)
    return sotay_cli_fail (cli, error);
  names = sotay_cli_index_names (units);
  sotay_table_add (table, _("Id"), _("Day"), _("Time"), _("Session"), _("Utilities"), _("Invited"), _("Came"));
  json_builder_begin_array (json);
  for (guint i = 0; i < sessions->len; i++)
    {
      const Counts *counts = g_hash_table_lookup (counted, sotay_record_get_id (sessions->pdata[i]));

      json_builder_begin_object (json);
      write_session (json, sessions->pdata[i], names);
      write_counts (json, counts);
      json_builder_end_object (json);
      add_row (table, sessions->pdata[i], counts);
    }
  json_builder_end_array (json);
  if (sotay_cli_wants_json (cli))
    return sotay_cli_print_json (cli, json);
  sotay_table_print (table);
  return SOTAY_EXIT_DONE;
}

static const char *
describe_status (const char *word)
{
  static const char *const labels[] = {
    [SOTAY_ATTENDANCE_PRESENT] = N_("present"),
    [SOTAY_ATTENDANCE_LATE] = N_("late"),
    [SOTAY_ATTENDANCE_EXCUSED] = N_("excused"),
    [SOTAY_ATTENDANCE_ABSENT] = N_("absent"),
  };
  SotayAttendanceStatus status;

  return sotay_attendance_status_from_string (word, &status) ? _(labels[status]) : _("invited");
}

/* People by id; those who are no longer there are left out. */
static GHashTable *
index_people (SotayCli *cli, GPtrArray *attendance, GError **error)
{
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) staff = NULL;

  for (guint i = 0; i < attendance->len; i++)
    g_ptr_array_add (ids, (gpointer) sotay_record_get (attendance->pdata[i], SOTAY_ATTENDANCE_STAFF_ID));
  g_ptr_array_add (ids, NULL);
  staff = sotay_store_get_staff (sotay_cli_get_store (cli), (const char *const *) ids->pdata, NULL, error);
  if (staff == NULL)
    return NULL;
  for (guint i = 0; i < staff->len; i++)
    g_hash_table_insert (people, (gpointer) sotay_staff_get_id (staff->pdata[i]), g_object_ref (staff->pdata[i]));
  return g_steal_pointer (&people);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer keys)
{
  SotayRecord *const *first = a;
  SotayRecord *const *second = b;

  return g_bytes_compare (g_hash_table_lookup (keys, sotay_record_get (*first, SOTAY_ATTENDANCE_STAFF_ID)),
                          g_hash_table_lookup (keys, sotay_record_get (*second, SOTAY_ATTENDANCE_STAFF_ID)));
}

/* As lists of people are: by given name. */
static void
sort_by_name (GPtrArray *attendance, GHashTable *people)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  GHashTableIter iter;
  gpointer id, person;

  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, &id, &person))
    g_hash_table_insert (keys, id, sotay_text_name_key (sotay_staff_get_name (person)));
  g_ptr_array_sort_with_data (attendance, compare_keys, keys);
}

static void
write_attendance (JsonBuilder *json, GPtrArray *attendance, GHashTable *people, GHashTable *names)
{
  json_builder_set_member_name (json, "attendance");
  json_builder_begin_array (json);
  for (guint i = 0; i < attendance->len; i++)
    {
      SotayRecord *record = attendance->pdata[i];
      const char *id = sotay_record_get (record, SOTAY_ATTENDANCE_STAFF_ID);
      SotayStaff *person = g_hash_table_lookup (people, id);

      json_builder_begin_object (json);
      sotay_json_add_text (json, "staff", id);
      sotay_json_add_text (json, "name", sotay_staff_get_name (person));
      sotay_json_add_unit (json, sotay_staff_get_unit_id (person), names);
      sotay_json_add_field (json, record, SOTAY_ATTENDANCE_STATUS);
      sotay_json_add_field (json, record, SOTAY_ATTENDANCE_REMARK);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_head (SotayRecord *session, GHashTable *names)
{
  const char *form = sotay_record_get (session, SOTAY_SESSION_FORM);
  g_autofree char *day = sotay_cli_format_day (sotay_record_get (session, SOTAY_SESSION_DAY));
  g_autofree char *times = format_times (session);
  g_autofree char *utilities = sotay_cli_format_utilities (sotay_record_get (session, SOTAY_SESSION_UTILITIES));

  sotay_cli_print_line (_("Session"), sotay_record_get (session, SOTAY_SESSION_TITLE));
  sotay_cli_print_line (_("Day"), day);
  sotay_cli_print_line (_("Time"), times);
  sotay_cli_print_line (_("Venue"), sotay_record_get (session, SOTAY_SESSION_PLACE));
  sotay_cli_print_line (_("Trainer"), sotay_record_get (session, SOTAY_SESSION_TRAINER));
  if (form != NULL)
    sotay_cli_print_line (_("Form"), g_str_equal (form, "online") ? _("online") : _("in person"));
  sotay_cli_print_line (_("Utilities"), utilities);
  sotay_cli_print_line (_("Minutes taught"), sotay_record_get (session, SOTAY_SESSION_MINUTES));
  sotay_cli_print_line (_("Unit"), sotay_cli_get_name (names, sotay_record_get (session, SOTAY_SESSION_UNIT_ID)));
  sotay_cli_print_line (_("Documents"), sotay_record_get (session, SOTAY_SESSION_DOCUMENTS));
  sotay_cli_print_line (_("Note"), sotay_record_get (session, SOTAY_SESSION_NOTE));
}

static void
print_attendance (GPtrArray *attendance, GHashTable *people, GHashTable *names)
{
  const Counts counts = count_all (attendance);
  g_autoptr (SotayTable) table = sotay_table_new (5, 0);

  g_print (_("Invited %u: present %u, late %u, excused %u, absent %u, not said %u"), counts.invited,
           counts.n[SOTAY_ATTENDANCE_PRESENT], counts.n[SOTAY_ATTENDANCE_LATE], counts.n[SOTAY_ATTENDANCE_EXCUSED],
           counts.n[SOTAY_ATTENDANCE_ABSENT], counts.unmarked);
  g_print ("\n");
  if (attendance->len == 0)
    return;
  sotay_table_add (table, _("Id"), _("Name"), _("Unit"), _("Attendance"), _("Remark"));
  for (guint i = 0; i < attendance->len; i++)
    {
      SotayRecord *record = attendance->pdata[i];
      SotayStaff *person = g_hash_table_lookup (people, sotay_record_get (record, SOTAY_ATTENDANCE_STAFF_ID));

      sotay_table_add (table, sotay_staff_get_id (person), sotay_staff_get_name (person),
                       sotay_cli_get_name (names, sotay_staff_get_unit_id (person)),
                       describe_status (sotay_record_get (record, SOTAY_ATTENDANCE_STATUS)),
                       sotay_record_get (record, SOTAY_ATTENDANCE_REMARK));
    }
  sotay_table_print (table);
}

static int
show (SotayCli *cli)
{
  static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (SotayRecord) session = NULL;
  g_autoptr (GPtrArray) attendance = NULL;
  g_autoptr (GHashTable) people = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GError) error = NULL;
  Counts counts;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  session = sotay_cli_find_record (cli, SOTAY_RECORD_SESSION, arguments[0], &error);
  attendance = session != NULL ? list_attendance (cli, (const char *[]){ arguments[0], NULL }, &error) : NULL;
  people = attendance != NULL ? index_people (cli, attendance, &error) : NULL;
  units = people != NULL ? sotay_cli_list_units (cli, NULL, &error) : NULL;
  if (units == NULL)
    return sotay_cli_fail (cli, error);
  names = sotay_cli_index_names (units);
  sort_by_name (attendance, people);
  if (!sotay_cli_wants_json (cli))
    {
      print_head (session, names);
      print_attendance (attendance, people, names);
      return SOTAY_EXIT_DONE;
    }
  counts = count_all (attendance);
  json_builder_begin_object (json);
  write_session (json, session, names);
  write_attendance (json, attendance, people, names);
  write_counts (json, &counts);
  json_builder_end_object (json);
  return sotay_cli_print_json (cli, json);
}

const SotayVerb sotay_session_show_verbs[] = {
  { "session list", "", N_("List the training sessions, newest first"), 0, 0, list },
  { "session show", N_("ID"), N_("Show a session: what, when, and who came"), 1, 1, show },
  { NULL },
};
