/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who came to the sessions of months, and what people were taught by their ends. */
#include "register/sqlite/trend.h"

#include "core/dates.h"
#include "register/store.h"

#include <string.h>

#define UNITS_BELOW "WITH RECURSIVE below (id) AS (SELECT ?1 UNION " \
                    "SELECT c.id FROM unit c JOIN below ON c.parent_id = below.id) SELECT id FROM below"
#define SESSIONS "SELECT id, day, utilities, unit_id, ifnull(series_id, id) FROM session"
/* Both come person by person, out of an index alone. */
#define ATTENDANCE "SELECT staff_id, session_id FROM attendance INDEXED BY attendance_staff " \
                   "WHERE status IN ('present', 'late') ORDER BY staff_id"
#define PRACTICE "SELECT staff_id, utility, day FROM practice INDEXED BY practice_staff " \
                 "WHERE level = 'fluent' ORDER BY staff_id"
/* A person who counts, once for each membership. */
#define PERSON "SELECT unit_id, joined_on, left_on, trained_since, passed_since FROM staff WHERE id = ?1 AND counts " \
               "UNION ALL SELECT m.unit_id, m.from_on, m.to_on, s.trained_since, s.passed_since " \
               "FROM membership m JOIN staff s ON s.id = m.staff_id WHERE m.staff_id = ?1 AND s.counts"

/* @seen: for each span, the last person who was counted for its days, and for all days up to it. */
typedef struct
{
  guint *seen_in_span;
  guint *seen_so_far;
} Class;

typedef struct
{
  char *id;
  char *day;
  guint utilities;
  gboolean is_held_here;
  Class *class;
  guint *came; /* for each span */
} Lesson;

typedef struct
{
  sqlite3 *db;
  guint n_spans;
  char **first; /* ISO, for each span */
  char **last;
  GPtrArray *sums;
  GHashTable *units;   /* NULL: all */
  GHashTable *lessons; /* id → Lesson */
  GHashTable *classes; /* id → Class */
  sqlite3_stmt *person;
  guint number;        /* of the person who is looked at */
} Summing;

static void
free_lesson (gpointer data)
{
  Lesson *lesson = data;

  g_free (lesson->id);
  g_free (lesson->day);
  g_free (lesson->came);
  g_free (lesson);
}

static void
free_class (gpointer data)
{
  Class *class = data;

  g_free (class->seen_in_span);
  g_free (class->seen_so_far);
  g_free (class);
}

static void
summing_clear (Summing *summing)
{
  g_strfreev (summing->first);
  g_strfreev (summing->last);
  g_clear_pointer (&summing->sums, g_ptr_array_unref);
  g_clear_pointer (&summing->units, g_hash_table_unref);
  g_clear_pointer (&summing->lessons, g_hash_table_unref);
  g_clear_pointer (&summing->classes, g_hash_table_unref);
  sqlite3_finalize (summing->person);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Summing, summing_clear)

static const char *
read_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

static void
summing_init (Summing *summing, sqlite3 *db, GArray *spans)
{
  summing->db = db;
  summing->n_spans = spans->len;
  summing->first = g_new0 (char *, spans->len + 1);
  summing->last = g_new0 (char *, spans->len + 1);
  summing->sums = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_month_sums_free);
  summing->lessons = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_lesson);
  summing->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_class);
  for (guint i = 0; i < spans->len; i++)
    {
      const SotayMonthSpan *span = &g_array_index (spans, SotayMonthSpan, i);

      summing->first[i] = sotay_date_to_iso (&span->first);
      summing->last[i] = sotay_date_to_iso (&span->last);
      g_ptr_array_add (summing->sums, sotay_month_sums_new (span));
    }
}

static gboolean
read_units (Summing *summing, const char *unit_id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  if (unit_id == NULL)
    return TRUE;
  summing->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  statement = sotay_sqlite_prepare (summing->db, UNITS_BELOW, error);
  if (statement == NULL)
    return FALSE;
  sotay_sqlite_bind_text (statement, 1, unit_id);
  while (sotay_sqlite_next (statement, &row, error))
    {
      if (!row)
        return TRUE;
      g_hash_table_add (summing->units, g_strdup (read_text (statement, 0)));
    }
  return FALSE;
}

static gboolean
is_meant (Summing *summing, const char *unit_id)
{
  return summing->units == NULL || (unit_id != NULL && g_hash_table_contains (summing->units, unit_id));
}

static Class *
use_class (Summing *summing, const char *id)
{
  Class *class = g_hash_table_lookup (summing->classes, id);

  if (class == NULL)
    {
      class = g_new0 (Class, 1);
      class->seen_in_span = g_new0 (guint, summing->n_spans);
      class->seen_so_far = g_new0 (guint, summing->n_spans);
      g_hash_table_insert (summing->classes, g_strdup (id), class);
    }
  return class;
}

/* Whether this is the first time for the person who is looked at. */
static gboolean
see (Summing *summing, guint *seen)
{
  if (*seen == summing->number)
    return FALSE;
  *seen = summing->number;
  return TRUE;
}

static gboolean
is_in_span (Summing *summing, const Lesson *lesson, guint span)
{
  return strcmp (lesson->day, summing->first[span]) >= 0 && strcmp (lesson->day, summing->last[span]) <= 0;
}

static void
count_session (Summing *summing, Lesson *lesson)
{
  for (guint i = 0; i < summing->n_spans; i++)
    {
      SotayMonthSums *sums = summing->sums->pdata[i];

      if (!lesson->is_held_here || strcmp (lesson->day, summing->last[i]) > 0)
        continue;
      sums->so_far.sessions += see (summing, &lesson->class->seen_so_far[i]);
      if (is_in_span (summing, lesson, i))
        sums->in_span.sessions += see (summing, &lesson->class->seen_in_span[i]);
    }
}

static gboolean
read_sessions (Summing *summing, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (summing->db, SESSIONS, error);
  gboolean row;

  summing->number = 1;
  while (statement != NULL && sotay_sqlite_next (statement, &row, error))
    {
      Lesson *lesson;

      if (!row)
        return TRUE;
      lesson = g_new0 (Lesson, 1);
      lesson->id = g_strdup (read_text (statement, 0));
      lesson->day = g_strdup (read_text (statement, 1));
      if (read_text (statement, 2) != NULL && !sotay_utilities_parse (read_text (statement, 2), &lesson->utilities))
        lesson->utilities = 0;
      lesson->is_held_here = is_meant (summing, read_text (statement, 3));
      lesson->class = use_class (summing, read_text (statement, 4));
      lesson->came = g_new0 (guint, summing->n_spans);
      g_hash_table_insert (summing->lessons, lesson->id, lesson);
      count_session (summing, lesson);
    }
  return FALSE;
}

static gboolean
is_by (sqlite3_stmt *statement, int column, const char *day)
{
  const char *text = read_text (statement, column);

  return text != NULL && strcmp (text, day) <= 0;
}

static void
add_set (guint *counts, guint set)
{
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    counts[i] += (set >> i) & 1;
}

/* Adds what the person was taught, or is fluent in, by the end of each span, where the person is due. */
static gboolean
add_person (Summing *summing, const char *id, const guint *sets, gboolean is_fluent, GError **error)
{
  gboolean row;

  sqlite3_reset (summing->person);
  sotay_sqlite_bind_text (summing->person, 1, id);
  while (sotay_sqlite_next (summing->person, &row, error))
    {
      sqlite3_stmt *person = summing->person;

      if (!row)
        return TRUE;
      for (guint i = 0; is_meant (summing, read_text (person, 0)) && i < summing->n_spans; i++)
        {
          SotayMonthSums *sums = summing->sums->pdata[i];
          const char *day = summing->last[i];
          gboolean has_come = read_text (person, 1) == NULL || is_by (person, 1, day);
          gboolean is_done = is_by (person, 3, day) && (!is_fluent || is_by (person, 4, day));

          if (!has_come || is_by (person, 2, day))
            continue;
          add_set (is_fluent ? sums->fluent : sums->taught, sets[i]);
          if (!is_done)
            add_set (is_fluent ? sums->fluent_unpassed : sums->taught_untrained, sets[i]);
        }
    }
  return FALSE;
}

static void
count_attendance (Summing *summing, Lesson *lesson, guint span, gboolean *came_in_span, gboolean *came_so_far)
{
  SotayMonthSums *sums = summing->sums->pdata[span];

  if (!lesson->is_held_here)
    return;
  *came_so_far = TRUE;
  sums->so_far.attended += see (summing, &lesson->class->seen_so_far[span]);
  if (!is_in_span (summing, lesson, span))
    return;
  *came_in_span = TRUE;
  lesson->came[span]++;
  sums->in_span.attended += see (summing, &lesson->class->seen_in_span[span]);
}

static gboolean
end_attendee (Summing *summing, const char *id, GPtrArray *lessons, GError **error)
{
  g_autofree guint *taught = g_new0 (guint, summing->n_spans);
  gboolean is_taught = FALSE;

  summing->number++;
  for (guint i = 0; i < summing->n_spans; i++)
    {
      SotayMonthSums *sums = summing->sums->pdata[i];
      gboolean came_in_span = FALSE;
      gboolean came_so_far = FALSE;

      for (guint j = 0; j < lessons->len; j++)
        {
          Lesson *lesson = lessons->pdata[j];

          if (strcmp (lesson->day, summing->last[i]) > 0)
            continue;
          taught[i] |= lesson->utilities;
          count_attendance (summing, lesson, i, &came_in_span, &came_so_far);
        }
      sums->in_span.people += came_in_span;
      sums->so_far.people += came_so_far;
      is_taught |= taught[i] != 0;
    }
  g_ptr_array_set_size (lessons, 0);
  return !is_taught || add_person (summing, id, taught, FALSE, error);
}

static gboolean
sum_attendance (Summing *summing, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (summing->db, ATTENDANCE, error);
  g_autoptr (GPtrArray) lessons = g_ptr_array_new ();
  g_autofree char *id = NULL;
  gboolean row;

  while (statement != NULL && sotay_sqlite_next (statement, &row, error))
    {
      const char *next = row ? read_text (statement, 0) : NULL;
      Lesson *lesson;

      if (id != NULL && g_strcmp0 (id, next) != 0 && !end_attendee (summing, id, lessons, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (g_strcmp0 (id, next) != 0)
        {
          g_free (id);
          id = g_strdup (next);
        }
      lesson = g_hash_table_lookup (summing->lessons, read_text (statement, 1));
      if (lesson != NULL)
        g_ptr_array_add (lessons, lesson);
    }
  return FALSE;
}

static void
note_practice (Summing *summing, sqlite3_stmt *statement, guint *sets)
{
  guint set;

  if (!sotay_utilities_parse (read_text (statement, 1), &set))
    return;
  for (guint i = 0; i < summing->n_spans; i++)
    if (is_by (statement, 2, summing->last[i]))
      sets[i] |= set;
}

static gboolean
sum_practice (Summing *summing, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (summing->db, PRACTICE, error);
  g_autofree guint *sets = g_new0 (guint, summing->n_spans);
  g_autofree char *id = NULL;
  gboolean row;

  while (statement != NULL && sotay_sqlite_next (statement, &row, error))
    {
      const char *next = row ? read_text (statement, 0) : NULL;

      if (id != NULL && g_strcmp0 (id, next) != 0 && !add_person (summing, id, sets, TRUE, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (g_strcmp0 (id, next) != 0)
        {
          g_free (id);
          id = g_strdup (next);
          memset (sets, 0, summing->n_spans * sizeof *sets);
        }
      note_practice (summing, statement, sets);
    }
  return FALSE;
}

static void
list_came (Summing *summing)
{
  GHashTableIter iter;
  Lesson *lesson;

  g_hash_table_iter_init (&iter, summing->lessons);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &lesson))
    for (guint i = 0; i < summing->n_spans; i++)
      {
        SotayMonthSums *sums = summing->sums->pdata[i];

        if (lesson->came[i] > 0)
          g_hash_table_insert (sums->by_session, g_strdup (lesson->id), GUINT_TO_POINTER (lesson->came[i]));
      }
}

GPtrArray *
sotay_sqlite_sum_months (sqlite3 *db, const char *unit_id, GArray *spans, GError **error)
{
  g_auto (Summing) summing = { 0 };

  summing_init (&summing, db, spans);
  summing.person = sotay_sqlite_prepare (db, PERSON, error);
  if (summing.person == NULL || !read_units (&summing, unit_id, error) || !read_sessions (&summing, error)
      || !sum_attendance (&summing, error) || !sum_practice (&summing, error))
    return NULL;
  list_came (&summing);
  return g_steal_pointer (&summing.sums);
}
