/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register fill DATABASE CSV STAFF UNITS: makes a register by one import, and the same people as a table for peers
 *   (unit_id, trained_on, left_on, name, position, code, folded). Prints the ms that the store took, and those that
 *   it worked.
 * register search DATABASE PEER: beginnings of words; µs at the 99th of a hundred: our first 100 and our count, LIKE's
 *   scan that finds nothing and LIKE's count.
 * register tally DATABASE PEER: µs, medians: ours, and a GROUP BY over a covering index.
 * register mark DATABASE: µs to mark one person trained, the median and the 99th of a hundred; the same of the time
 *   that the processor took, which the load of the machine changes less.
 * register log DATABASE STEPS: makes a log of so many changes; µs, medians: its first 400 steps, all of them, and what
 *   was done to one person.
 * register campaign DATABASE PEOPLE: so many people have attended a session and practised; ms: another campaign
 *   leaves some kinds of employment out, asks for fewer utilities, and each is taken back. */
#include "core/dates.h"
#include "core/text.h"
#include "people.h"
#include "register/campaign.h"
#include "register/edit.h"
#include "register/sqlite/connection.h"
#include "register/sqlite/sqlite-store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROWS 100
#define RUNS 7
#define MARKS 300
#define UNITS_AT_ONCE 1000

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static gint64
quantile (GArray *times, double part)
{
  g_array_sort (times, compare_numbers);
  return g_array_index (times, gint64, (guint) ((times->len - 1) * part + 0.5));
}

static void
apply (SotayStore *store, SotayStep *step)
{
  g_autoptr (GError) error = NULL;

  if (!sotay_store_apply (store, step, NULL, &error))
    g_error ("%s", error->message);
  g_object_unref (step);
}

static GPtrArray *
add_units (SotayStore *store, guint n_units)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);
  SotayStep *step = sotay_step_new (SOTAY_STEP_ADD_UNIT, "units");

  for (guint i = 0; i < n_units; i++)
    {
      SotayUnit *unit = people_unit (i, units);

      g_ptr_array_add (units, unit);
      sotay_step_take (step, SOTAY_RECORD_UNIT, sotay_unit_get_id (unit), NULL, sotay_unit_to_record (unit));
    }
  apply (store, step);
  return units;
}

static void
write_line (FILE *csv, SotayStaff *staff, SotayUnit *unit)
{
  const char *trained = sotay_staff_get_field (staff, SOTAY_STAFF_TRAINED_ON);
  g_autofree char *searched = g_strdup_printf ("%s %s %s %s", sotay_staff_get_name (staff),
                                               sotay_staff_get_field (staff, SOTAY_STAFF_POSITION),
                                               sotay_staff_get_field (staff, SOTAY_STAFF_CODE),
                                               sotay_unit_get_name (unit));
  g_autofree char *folded = sotay_text_fold (searched);

  fprintf (csv, "%s,%s,,%s,%s,%s, %s\n", sotay_unit_get_id (unit), trained != NULL ? trained : "",
           sotay_staff_get_name (staff), sotay_staff_get_field (staff, SOTAY_STAFF_POSITION),
           sotay_staff_get_field (staff, SOTAY_STAFF_CODE), folded);
}

/* A person's fields one after another, each with its zero byte. */
static const char *
pack (GStringChunk *texts, SotayStaff *staff)
{
  g_autoptr (GString) packed = g_string_new (NULL);

  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    {
      const char *field = sotay_staff_get_field (staff, i);

      g_string_append (packed, field != NULL ? field : "");
      g_string_append_c (packed, '\0');
    }
  return g_string_chunk_insert_len (texts, packed->str, (gssize) packed->len);
}

static void
get_addition_cb (gpointer data, guint index, const char **fields)
{
  const char *p = g_ptr_array_index ((GPtrArray *) data, index);

  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    {
      fields[i] = *p != '\0' ? p : NULL;
      p += strlen (p) + 1;
    }
}

static int
fill (const char *path, const char *csv_path, guint n_staff, guint n_units)
{
  g_autoptr (SotayStore) store = sotay_sqlite_store_new (path);
  g_autoptr (GPtrArray) units = add_units (store, n_units);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "people.csv");
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1 << 20);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  FILE *csv = fopen (csv_path, "w");
  gint64 start;
  clock_t worked;

  for (guint i = 0; i < units->len; i++)
    g_hash_table_insert (by_id, (char *)sotay_unit_get_id (g_ptr_array_index (units, i)), g_ptr_array_index (units, i));
  for (guint i = 0; i < n_staff; i++)
    {
      g_autoptr (SotayStaff) staff = people_staff (i, units);

      write_line (csv, staff, g_hash_table_lookup (by_id, sotay_staff_get_unit_id (staff)));
      g_ptr_array_add (people, (gpointer) pack (texts, staff));
    }
  fclose (csv);
  sotay_step_set_additions (step, people->len, get_addition_cb, people, NULL);
  start = g_get_monotonic_time ();
  worked = clock ();
  apply (store, step);
  printf ("%" G_GINT64_FORMAT " %ld\n", (g_get_monotonic_time () - start) / 1000,
          (long) ((clock () - worked) * 1000 / CLOCKS_PER_SEC));
  return 0;
}

static sqlite3 *
open_peer (const char *path)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  return db;
}

/* µs until the last row has been read. */
static gint64
time_peer (sqlite3 *db, const char *sql, const char *word)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *pattern = g_strdup_printf ("%% %s%%", word);
  gint64 start = g_get_monotonic_time ();

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_bind_text (statement, 1, pattern, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    if (sqlite3_column_text (statement, 0) == NULL)
      g_error ("no answer");
  return g_get_monotonic_time () - start;
}

/* Words as somebody types them: one to seven letters, of names, positions, units and codes, and two words. */
static char *
make_word (guint number)
{
  static const char *const texts[] = { "nguyen", "tran", "thi", "van", "huong", "chuyen", "phong", "truong", "giao",
                                       "phuong", "tieu", "CB0012345", "cb0999999", "duc", "quoc", "anh", "uyen",
                                       "y", "12", "nguyen van", "phuong nguyen", "le thi" };
  const char *text = texts[number % G_N_ELEMENTS (texts)];

  return g_strndup (text, 1 + number / G_N_ELEMENTS (texts));
}

static gint64
time_search (SotayStore *store, const char *word, gint64 *count_time)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, word, NULL);
  g_autoptr (GPtrArray) staff = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 listed, count;

  staff = sotay_store_list_staff (store, query, 0, ROWS, NULL, NULL);
  listed = g_get_monotonic_time ();
  count = sotay_store_count_staff (store, query, NULL, NULL);
  *count_time = g_get_monotonic_time () - listed;
  if (staff == NULL || count < staff->len)
    g_error ("%s: no answer", word);
  if (g_getenv ("SOTAY_BENCH_WORDS") != NULL)
    g_printerr ("%-12s %8" G_GINT64_FORMAT " found, %6" G_GINT64_FORMAT " µs first, %6" G_GINT64_FORMAT " µs count\n",
                word, count, listed - start, *count_time);
  return listed - start;
}

static int
search (const char *path, const char *peer_path)
{
  g_autoptr (SotayStore) store = sotay_sqlite_store_new (path);
  g_autoptr (sqlite3) peer = open_peer (peer_path);
  GArray *times[4];
  gint64 count_time;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    times[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < 22 * 7; i++)
    {
      g_autofree char *word = make_word (i);
      gint64 ours = time_search (store, word, &count_time);

      g_array_append_val (times[0], ours);
      g_array_append_val (times[1], count_time);
      if (i % 8 > 0)
        continue;
      ours = time_peer (peer, "SELECT name FROM person WHERE folded LIKE ?1 LIMIT 100", "zzzz");
      g_array_append_val (times[2], ours);
      ours = time_peer (peer, "SELECT count(*) FROM person WHERE folded LIKE ?1", word);
      g_array_append_val (times[3], ours);
    }
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
          quantile (times[0], 0.99), quantile (times[1], 0.99), quantile (times[2], 0.5), quantile (times[3], 0.99));
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    g_array_unref (times[i]);
  return 0;
}

static int
tally (const char *path, const char *peer_path)
{
  g_autoptr (SotayStore) store = sotay_sqlite_store_new (path);
  g_autoptr (sqlite3) peer = open_peer (peer_path);
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) theirs = g_array_new (FALSE, FALSE, sizeof (gint64));
  GDate today = sotay_date_today ();

  for (guint i = 0; i <= RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) tallies = sotay_store_tally (store, &today, NULL, NULL);
      gint64 time = g_get_monotonic_time () - start;

      if (tallies == NULL)
        g_error ("no figures");
      if (i > 0) /* the first may have to count for a new day */
        g_array_append_val (ours, time);
      time = time_peer (peer, "SELECT unit_id, count(*), sum(trained_on <= '2026-01-01') FROM person GROUP BY unit_id", "");
      if (i > 0)
        g_array_append_val (theirs, time);
    }
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", quantile (ours, 0.5), quantile (theirs, 0.5));
  return 0;
}

static guint
count_trained (SotayStore *store, SotayStaff *staff, const GDate *day)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (sotay_staff_get_unit_id (staff), SOTAY_STAFF_TRAINED, NULL,
                                                             day);

  return (guint) sotay_store_count_staff (store, query, NULL, NULL);
}

/* µs of the processor that this thread has used. */
static gint64
thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
mark (const char *path)
{
  g_autoptr (SotayStore) store = sotay_sqlite_store_new (path);
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_UNTRAINED, NULL, NULL);
  g_autoptr (GPtrArray) people = sotay_store_list_staff (store, query, 10000, MARKS, NULL, NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) processor = g_array_new (FALSE, FALSE, sizeof (gint64));
  GDate today = sotay_date_today ();

  for (guint i = 0; i < people->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      guint before = count_trained (store, g_ptr_array_index (people, i), &today);
      SotayStep *step;
      gint64 time, used;

      g_ptr_array_add (one, g_ptr_array_index (people, i));
      step = sotay_edit_mark_trained (one, &today, FALSE, NULL, NULL);
      used = thread_time ();
      time = g_get_monotonic_time ();
      apply (store, step);
      time = g_get_monotonic_time () - time;
      used = thread_time () - used;
      g_array_append_val (times, time);
      g_array_append_val (processor, used);
      if (count_trained (store, g_ptr_array_index (people, i), &today) != before + 1)
        g_error ("a figure is wrong");
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
          quantile (times, 0.5), quantile (times, 0.99), quantile (processor, 0.5), quantile (processor, 0.99));
  return 0;
}

static void
run_sql (const char *path, const char *format, ...)
{
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (sqlite3_open (path, &db) != SQLITE_OK || sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_close (db);
}

static gint64
time_steps (SotayStore *store, guint limit)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) steps = sotay_store_list_steps (store, limit, NULL, NULL);
      gint64 time = g_get_monotonic_time () - start;

      if (steps == NULL || (limit > 0 && steps->len < limit))
        g_error ("no log");
      g_array_append_val (times, time);
    }
  return quantile (times, 0.5);
}

static gint64
time_history (SotayStore *store)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GPtrArray) people = sotay_store_list_staff (store, query, 0, RUNS, NULL, NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < people->len; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) steps = sotay_store_list_history (store, sotay_staff_get_id (people->pdata[i]), NULL, NULL);
      gint64 time = g_get_monotonic_time () - start;

      if (steps == NULL || steps->len == 0)
        g_error ("no history");
      g_array_append_val (times, time);
    }
  return quantile (times, 0.5);
}

/* Steps that gave people the mark which they have. */
static int
write_log (const char *path, guint n_steps)
{
  g_autoptr (SotayStore) store = sotay_sqlite_store_new (path);

  run_sql (path,
           "BEGIN; CREATE TEMP TABLE chosen AS SELECT row_number () OVER () AS n, * FROM staff LIMIT %u;"
           "CREATE TEMP TABLE base AS SELECT ifnull (max (number), 0) AS last FROM step;"
           "INSERT INTO step (number, time, kind, subject, state, n_entries)"
           "  SELECT last + n, 1700000000000000 + n * 300000000, 'mark-trained', name, 0, 1 FROM chosen, base;"
           "INSERT INTO change SELECT last + n, 0, 1, id,"
           "  json_patch ('{}', json_object ('name', name, 'unit_id', unit_id, 'birth', birth, 'position', position,"
           "    'code', code, 'employment', employment)),"
           "  json_patch ('{}', json_object ('name', name, 'unit_id', unit_id, 'birth', birth, 'position', position,"
           "    'code', code, 'employment', employment, 'trained_on', trained_on)) FROM chosen, base; COMMIT", n_steps);
  printf ("%" G_GINT64_FORMAT, time_steps (store, 400));
  printf (" %" G_GINT64_FORMAT, time_steps (store, 0));
  printf (" %" G_GINT64_FORMAT "\n", time_history (store));
  return 0;
}

static SotayRecord *
make_campaign (const char *utilities, const char *employments)
{
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_CAMPAIGN, SOTAY_CAMPAIGN_ID);
  g_autoptr (SotayRecord) half = sotay_record_with (empty, SOTAY_CAMPAIGN_UTILITIES, utilities);

  return sotay_record_with (half, SOTAY_CAMPAIGN_EMPLOYMENTS, employments);
}

/* ms for the change and for taking it back. */
static void
time_campaign (SotayStore *store, const char *utilities, const char *employments)
{
  g_autoptr (SotayRecord) campaign = make_campaign (utilities, employments);
  SotayStep *step = sotay_step_new (SOTAY_STEP_CHANGE_CAMPAIGN, "");
  gint64 start = g_get_monotonic_time ();
  gint64 applied;

  sotay_step_take (step, SOTAY_RECORD_CAMPAIGN, SOTAY_CAMPAIGN_ID, NULL, sotay_record_to_variant (campaign));
  apply (store, step);
  applied = g_get_monotonic_time ();
  step = sotay_store_undo (store, 0, NULL, NULL);
  if (step == NULL)
    g_error ("not taken back");
  g_object_unref (step);
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " ", (applied - start) / 1000,
          (g_get_monotonic_time () - applied) / 1000);
}

static int
change_campaign (const char *path, guint n_people)
{
  g_autoptr (SotayStore) store = sotay_sqlite_store_new (path);

  run_sql (path,
           "BEGIN; INSERT OR IGNORE INTO session (id, title, day, utilities)"
           "  VALUES ('lesson-1', 'Một', '2025-02-01', 'U1 U2 U3'), ('lesson-2', 'Hai', '2025-02-02', 'U4 U5');"
           "INSERT OR IGNORE INTO attendance (id, staff_id, session_id, status)"
           "  SELECT s.id || '/' || l.id, s.id, l.id, 'present' FROM (SELECT id FROM staff LIMIT %u) s, session l;"
           "INSERT OR IGNORE INTO practice (id, staff_id, utility, level, day)"
           "  SELECT s.id || '/U' || u, s.id, 'U' || u, 'fluent', '2025-02-03' FROM (SELECT id FROM staff LIMIT %u) s,"
           "    (SELECT 1 AS u UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5); COMMIT", n_people, n_people);
  time_campaign (store, NULL, "public");
  time_campaign (store, "U1 U4", NULL);
  time_campaign (store, "U1 U4", "public");
  printf ("\n");
  return 0;
}

int
main (int argc, char **argv)
{
  const char *verb = argc > 1 ? argv[1] : "";

  if (g_str_equal (verb, "fill") && argc == 6)
    return fill (argv[2], argv[3], (guint) atoi (argv[4]), (guint) atoi (argv[5]));
  if (g_str_equal (verb, "search") && argc == 4)
    return search (argv[2], argv[3]);
  if (g_str_equal (verb, "tally") && argc == 4)
    return tally (argv[2], argv[3]);
  if (g_str_equal (verb, "log") && argc == 4)
    return write_log (argv[2], (guint) atoi (argv[3]));
  if (g_str_equal (verb, "campaign") && argc == 4)
    return change_campaign (argv[2], (guint) atoi (argv[3]));
  return g_str_equal (verb, "mark") && argc == 3 ? mark (argv[2]) : 2;
}
