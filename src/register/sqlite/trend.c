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
