/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/tallies.h"

#include "core/dates.h"
#include "register/register-error.h"

typedef struct
{
  gint64 people;
  gint64 gone;
  gint64 members;
  gint64 due;
  gint64 trained;
  gint64 passed;
} Figures;

struct _SotayTallies
{
  sqlite3 *db;
  gboolean has_day; /* looked for */
  char *day;        /* NULL: no figures are kept yet */
  GHashTable *units;
  gboolean anew;
};

/* All units counted anew for day ?1. */
#define RECOUNT "SELECT unit_id, count(*), sum(gone), sum(member), sum(member AND counts), " \
                "sum(member AND counts AND trained), sum(member AND counts AND trained AND passed) " \
                "FROM (SELECT unit_id, counts, ifnull(left_on <= ?1, 0) AS gone," \
                "  ifnull(joined_on <= ?1, 1) AND ifnull(left_on > ?1, 1) AS member," \
                "  ifnull(trained_since <= ?1, 0) AS trained, ifnull(passed_since <= ?1, 0) AS passed FROM staff) " \
                "GROUP BY unit_id"

static char *
read_day (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  statement = sotay_sqlite_prepare (db, "SELECT value FROM meta WHERE key = 'tally_day'", error);
  if (statement == NULL || !sotay_sqlite_next (statement, &row, error))
    return NULL;
  return row ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;
}

static gboolean
find_day (SotayTallies *tallies, GError **error)
{
  GError *failure = NULL;

  if (tallies->has_day)
    return TRUE;
  tallies->day = read_day (tallies->db, &failure);
  tallies->has_day = failure == NULL;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/* Days compare as SQLite compares them: as texts. */
static gboolean
is_by (const char *text, const char *day)
{
  return text != NULL && g_strcmp0 (text, day) <= 0;
}

static Figures *
use_figures (SotayTallies *tallies, const char *unit_id)
{
  Figures *figures = g_hash_table_lookup (tallies->units, unit_id);

  if (figures == NULL)
    {
      figures = g_new0 (Figures, 1);
      g_hash_table_insert (tallies->units, g_strdup (unit_id), figures);
    }
  return figures;
}

static gboolean
write_unit (sqlite3_stmt *update, const char *unit_id, const Figures *figures, GError **error)
{
  const gint64 numbers[] = { figures->people, figures->gone,    figures->members,
                             figures->due,    figures->trained, figures->passed };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      sqlite3_bind_int64 (update, (int) i + 2, numbers[i]);
      any |= numbers[i] != 0;
    }
  sotay_sqlite_bind_text (update, 1, unit_id);
  return !any || sotay_sqlite_run (update, error);
}

static gboolean
recount (sqlite3 *db, gpointer data, GError **error)
{
  const char *day = data;
  g_autoptr (sqlite3_stmt) fill = NULL;
  g_autoptr (sqlite3_stmt) stamp = NULL;

  if (!sotay_sqlite_execute (db, "DELETE FROM unit_tally", error))
    return FALSE;
  fill = sotay_sqlite_prepare (db, "INSERT INTO unit_tally " RECOUNT, error);
  stamp = sotay_sqlite_prepare (db, "INSERT OR REPLACE INTO meta (key, value) VALUES ('tally_day', ?1)", error);
  if (fill == NULL || stamp == NULL)
    return FALSE;
  sotay_sqlite_bind_text (fill, 1, day);
  sotay_sqlite_bind_text (stamp, 1, day);
  return sotay_sqlite_run (fill, error) && sotay_sqlite_run (stamp, error);
}

/* Nobody waits for another program here: counting is always possible instead. */
static gboolean
move_to_day (sqlite3 *db, const char *day, gboolean *moved, GError **error)
{
  g_autoptr (GError) failure = NULL;

  sqlite3_busy_timeout (db, 0);
  *moved = sotay_sqlite_transact (db, recount, (gpointer) day, &failure);
  sqlite3_busy_timeout (db, SOTAY_SQLITE_BUSY_MILLISECONDS);
  if (*moved || g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_BUSY)
      || g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_READ_ONLY)
      || g_error_matches (failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_DISK_FULL))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

SotayTallies *
sotay_tallies_new (sqlite3 *db)
{
  SotayTallies *tallies = g_new0 (SotayTallies, 1);

  tallies->db = db;
  tallies->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return tallies;
}

void
sotay_tallies_free (SotayTallies *tallies)
{
  g_free (tallies->day);
  g_hash_table_unref (tallies->units);
  g_free (tallies);
}

SotayTallied
sotay_tallies_read (sqlite3_stmt *row)
{
  return (SotayTallied){
    .unit_id = (const char *) sqlite3_column_text (row, 0),
    .counts = sqlite3_column_int (row, 1) != 0,
    .trained_since = (const char *) sqlite3_column_text (row, 2),
    .passed_since = (const char *) sqlite3_column_text (row, 3),
    .joined_on = (const char *) sqlite3_column_text (row, 4),
    .left_on = (const char *) sqlite3_column_text (row, 5),
  };
}

gboolean
sotay_tallies_add (SotayTallies *tallies, const SotayTallied *person, int sign, GError **error)
{
  gboolean gone, member, due, trained, passed;
  Figures *figures;

  if (!find_day (tallies, error))
    return FALSE;
  if (tallies->day == NULL)
    return TRUE;
  gone = is_by (person->left_on, tallies->day);
  member = !gone && (person->joined_on == NULL || is_by (person->joined_on, tallies->day));
  due = member && person->counts;
  trained = due && is_by (person->trained_since, tallies->day);
  passed = trained && is_by (person->passed_since, tallies->day);
  figures = use_figures (tallies, person->unit_id);
  figures->people += sign;
  figures->gone += gone ? sign : 0;
  figures->members += member ? sign : 0;
  figures->due += due ? sign : 0;
  figures->trained += trained ? sign : 0;
  figures->passed += passed ? sign : 0;
  return TRUE;
}

void
sotay_tallies_count_anew (SotayTallies *tallies)
{
  tallies->anew = TRUE;
}

gboolean
sotay_tallies_write (SotayTallies *tallies, GError **error)
{
  g_autoptr (sqlite3_stmt) update = NULL;
  GHashTableIter iter;
  gpointer unit_id, figures;

  if (tallies->anew)
    return find_day (tallies, error) && (tallies->day == NULL || recount (tallies->db, tallies->day, error));
  if (g_hash_table_size (tallies->units) == 0)
    return TRUE;
  update = sotay_sqlite_prepare (tallies->db,
                                 "INSERT INTO unit_tally VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                                 "ON CONFLICT (unit_id) DO UPDATE SET people = people + ?2, gone = gone + ?3, "
                                 "members = members + ?4, due = due + ?5, trained = trained + ?6, "
                                 "passed = passed + ?7", error);
  if (update == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, tallies->units);
  while (g_hash_table_iter_next (&iter, &unit_id, &figures))
    if (!write_unit (update, unit_id, figures, error))
      return FALSE;
  return TRUE;
}

gboolean
sotay_tallies_are_of (sqlite3 *db, const char *day, gboolean *are, GError **error)
{
  GError *failure = NULL;
  g_autofree char *kept = read_day (db, &failure);
  GDate now = sotay_date_today ();
  g_autofree char *today = sotay_date_to_iso (&now);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  *are = g_strcmp0 (kept, day) == 0;
  if (*are || g_strcmp0 (day, today) != 0)
    return TRUE;
  return move_to_day (db, day, are, error);
}

gboolean
sotay_tallies_check (sqlite3 *db, GError **error)
{
  static const char difference[] = "SELECT (SELECT count(*) FROM (SELECT * FROM unit_tally WHERE people > 0 "
                                   "EXCEPT " RECOUNT ")) + (SELECT count(*) FROM (" RECOUNT
                                   " EXCEPT SELECT * FROM unit_tally))";
  GError *failure = NULL;
  g_autofree char *day = read_day (db, &failure);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (day == NULL)
    return TRUE;
  statement = sotay_sqlite_prepare (db, difference, error);
  if (statement == NULL)
    return FALSE;
  sotay_sqlite_bind_text (statement, 1, day);
  if (!sotay_sqlite_next (statement, &row, error))
    return FALSE;
  if (sqlite3_column_int64 (statement, 0) == 0)
    return TRUE;
  g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "unit_tally: not what counting gives on %s",
               day);
  return FALSE;
}
