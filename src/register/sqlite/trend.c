/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/trend.h"

#include "core/dates.h"
#include "register/store.h"

#include <stdlib.h>
#include <string.h>

/* Everyone who counts, once for each membership: from, to, trained since, passed since. */
#define EVERYONE "SELECT joined_on, left_on, trained_since, passed_since FROM staff WHERE counts%s " \
                 "UNION ALL SELECT m.from_on, m.to_on, s.trained_since, s.passed_since " \
                 "FROM membership m JOIN staff s ON s.id = m.staff_id WHERE s.counts%s"
#define BELOW "(WITH RECURSIVE below (id) AS (SELECT ?1 UNION " \
              "SELECT c.id FROM unit c JOIN below ON c.parent_id = below.id) SELECT id FROM below)"

#define EVERYONE_BY_UNIT "SELECT joined_on, left_on, trained_since, passed_since, unit_id FROM staff WHERE counts " \
                         "UNION ALL SELECT m.from_on, m.to_on, s.trained_since, s.passed_since, m.unit_id " \
                         "FROM membership m JOIN staff s ON s.id = m.staff_id WHERE s.counts"

/* The places in the trend at which people begin and cease to count; one more than there are points: after the last. */
typedef struct
{
  guint n_points;
  int first_month; /* counted from year 0 */
  char *last;      /* ISO */
  gint64 *due;     /* changes from point to point */
  gint64 *trained;
  gint64 *passed;
} Trend;

static void
trend_clear (Trend *trend)
{
  g_free (trend->last);
  g_free (trend->due);
  g_free (trend->trained);
  g_free (trend->passed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trend, trend_clear)

static int
count_months (const GDate *day)
{
  return g_date_get_year (day) * 12 + (int) g_date_get_month (day) - 1;
}

static void
trend_init (Trend *trend, const GDate *last, guint n_months)
{
  trend->n_points = n_months;
  trend->first_month = count_months (last) - (int) n_months + 1;
  trend->last = sotay_date_to_iso (last);
  trend->due = g_new0 (gint64, n_months + 1);
  trend->trained = g_new0 (gint64, n_months + 1);
  trend->passed = g_new0 (gint64, n_months + 1);
}

/* The first point on or after the ISO day; @missing when there is no day. */
static guint
find_point (Trend *trend, sqlite3_stmt *statement, int column, guint missing)
{
  const char *day = (const char *) sqlite3_column_text (statement, column);
  int month;

  if (day == NULL)
    return missing;
  if (strcmp (day, trend->last) > 0)
    return trend->n_points;
  month = (int) g_ascii_strtoll (day, NULL, 10) * 12 + (strlen (day) >= 7 ? atoi (day + 5) - 1 : 0);
  return CLAMP (month - trend->first_month, 0, (int) trend->n_points);
}

/* Someone counts from one point up to, and without, another. */
static void
note (gint64 *changes, guint from, guint to)
{
  if (from >= to)
    return;
  changes[from]++;
  changes[to]--;
}

static void
note_row (Trend *trend, sqlite3_stmt *statement)
{
  guint from = find_point (trend, statement, 0, 0);
  guint to = find_point (trend, statement, 1, trend->n_points);
  guint trained = MAX (from, find_point (trend, statement, 2, trend->n_points));
  guint passed = MAX (trained, find_point (trend, statement, 3, trend->n_points));

  note (trend->due, from, to);
  note (trend->trained, trained, to);
  note (trend->passed, passed, to);
}

/* The end of the month of a point, or the last day. */
static GDate
get_day (Trend *trend, guint point, const GDate *last)
{
  int month = trend->first_month + (int) point;
  GDate day = *last;

  if (point + 1 < trend->n_points)
    g_date_set_dmy (&day, g_date_get_days_in_month (month % 12 + 1, month / 12), month % 12 + 1, month / 12);
  return day;
}

static GArray *
add_up (Trend *trend, const GDate *last)
{
  GArray *points = g_array_sized_new (FALSE, TRUE, sizeof (SotayTrendPoint), trend->n_points);
  gint64 due = 0;
  gint64 trained = 0;
  gint64 passed = 0;

  for (guint i = 0; i < trend->n_points; i++)
    {
      SotayTrendPoint point = { .day = get_day (trend, i, last) };

      point.due = (guint) (due += trend->due[i]);
      point.trained = (guint) (trained += trend->trained[i]);
      point.passed = (guint) (passed += trend->passed[i]);
      g_array_append_val (points, point);
    }
  return points;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *unit_id, GError **error)
{
  g_autofree char *sql = unit_id != NULL ? g_strdup_printf (EVERYONE, " AND unit_id IN " BELOW,
                                                            " AND m.unit_id IN " BELOW)
                                         : g_strdup_printf (EVERYONE, "", "");
  sqlite3_stmt *statement = sotay_sqlite_prepare (db, sql, error);

  if (statement != NULL && unit_id != NULL)
    sotay_sqlite_bind_text (statement, 1, unit_id);
  return statement;
}

GArray *
sotay_sqlite_list_trend (sqlite3 *db, const char *unit_id, const GDate *last, guint n_months, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = prepare (db, unit_id, error);
  g_auto (Trend) trend = { 0 };
  gboolean row;

  trend_init (&trend, last, n_months);
  while (statement != NULL && sotay_sqlite_next (statement, &row, error))
    {
      if (!row)
        return add_up (&trend, last);
      note_row (&trend, statement);
    }
  return NULL;
}

/* The changes of one unit from month to month. */
static SotayUnitMonths *
unit_months_new (const char *unit_id, guint n_points)
{
  SotayUnitMonths *months = g_new0 (SotayUnitMonths, 1);

  months->unit_id = g_strdup (unit_id);
  months->counts = g_new0 (SotayMonthCounts, n_points + 1);
  return months;
}

/* Counts may wrap below 0 until they are added up. */
static void
note_unit_row (Trend *trend, SotayUnitMonths *unit, sqlite3_stmt *statement)
{
  guint from = find_point (trend, statement, 0, 0);
  guint to = find_point (trend, statement, 1, trend->n_points);
  guint since = find_point (trend, statement, 2, trend->n_points);
  guint trained = MAX (from, since);
  guint passed = MAX (trained, find_point (trend, statement, 3, trend->n_points));

  if (from < to)
    {
      unit->counts[from].due++;
      unit->counts[to].due--;
    }
  if (trained < to)
    {
      unit->counts[trained].trained++;
      unit->counts[to].trained--;
    }
  if (passed < to)
    {
      unit->counts[passed].passed++;
      unit->counts[to].passed--;
    }
  if (since >= from && since < to)
    unit->counts[since].newly++;
}

/* The first point stands for all that was before: it is left out. */
static void
add_up_unit (SotayUnitMonths *unit, guint n_points)
{
  for (guint i = 1; i < n_points; i++)
    {
      unit->counts[i].due += unit->counts[i - 1].due;
      unit->counts[i].trained += unit->counts[i - 1].trained;
      unit->counts[i].passed += unit->counts[i - 1].passed;
    }
  memmove (unit->counts, unit->counts + 1, (n_points - 1) * sizeof *unit->counts);
}

GPtrArray *
sotay_sqlite_list_unit_months (sqlite3 *db, const GDate *last, guint n_months, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_sqlite_prepare (db, EVERYONE_BY_UNIT, error);
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_unit_months_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (Trend) trend = { 0 };
  SotayUnitMonths *unit = NULL;
  gboolean row;

  trend_init (&trend, last, n_months + 1);
  while (statement != NULL && sotay_sqlite_next (statement, &row, error))
    {
      const char *id = row ? (const char *) sqlite3_column_text (statement, 4) : NULL;

      if (!row)
        {
          for (guint i = 0; i < units->len; i++)
            add_up_unit (units->pdata[i], trend.n_points);
          return g_steal_pointer (&units);
        }
      if (unit == NULL || !g_str_equal (unit->unit_id, id))
        unit = g_hash_table_lookup (by_id, id);
      if (unit == NULL)
        {
          unit = unit_months_new (id, trend.n_points);
          g_hash_table_insert (by_id, unit->unit_id, unit);
          g_ptr_array_add (units, unit);
        }
      note_unit_row (&trend, unit, statement);
    }
  return NULL;
}
