/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/windows.h"

#include "core/dates.h"
#include "register/register-error.h"
#include "register/sqlite/queries.h"
#include "register/sqlite/staff-sql.h"
#include "register/sqlite/tallies.h"

#define ROWS_BETWEEN 128
#define MOST_LISTS 16
/* Nearer rows are counted up to, from the first or from the last: the first windows of a list, and a jump to its end,
 * must not wait until all of it has been walked. */
#define NEAR_ROWS 1024

/* One list: the places of rows 0, 128, 256 … */
typedef struct
{
  char *key;
  GArray *places; /* gint64 */
  gboolean whole;
  gint64 count; /* -1: was not counted */
} List;

struct _SotayWindows
{
  sqlite3 *db;
  GQueue lists; /* the one looked at last comes first */
  gint64 version_of_others;
  gint64 version_of_ours;
};

static void
list_free (List *list)
{
  g_free (list->key);
  g_array_unref (list->places);
  g_free (list);
}

/* Two queries with the same key find the same people. */
static char *
make_key (SotayStaffQuery *query)
{
  const char *unit_id = sotay_staff_query_get_unit_id (query);
  g_autofree char *day = sotay_date_to_iso (sotay_staff_query_get_day (query));
  g_autofree char *words = g_strjoinv (" ", (char **) sotay_staff_query_get_words (query));

  return g_strdup_printf ("%d %d %d %d %d %s %s/%s", sotay_staff_query_get_scope (query),
                          sotay_staff_query_get_below (query), sotay_staff_query_get_level (query),
                          sotay_staff_query_get_activated (query), sotay_staff_query_get_employment (query), day, words,
                          unit_id != NULL ? unit_id : "");
}

static gboolean
forget_if_changed (SotayWindows *windows, GError **error)
{
  gint64 others = sotay_sqlite_read_number (windows->db, "PRAGMA data_version", error);
  gint64 ours = sqlite3_total_changes64 (windows->db);

  if (others < 0)
    return FALSE;
  if (others != windows->version_of_others || ours != windows->version_of_ours)
    g_queue_clear_full (&windows->lists, (GDestroyNotify) list_free);
  windows->version_of_others = others;
  windows->version_of_ours = ours;
  return TRUE;
}

static List *
use_list (SotayWindows *windows, SotayStaffQuery *query)
{
  g_autofree char *key = make_key (query);
  List *list;

  for (GList *link = windows->lists.head; link != NULL; link = link->next)
    if (g_str_equal (((List *) link->data)->key, key))
      {
        g_queue_unlink (&windows->lists, link);
        g_queue_push_head_link (&windows->lists, link);
        return link->data;
      }
  if (windows->lists.length >= MOST_LISTS)
    list_free (g_queue_pop_tail (&windows->lists));
  list = g_new0 (List, 1);
  list->key = g_steal_pointer (&key);
  list->places = g_array_new (FALSE, FALSE, sizeof (gint64));
  list->count = -1;
  g_queue_push_head (&windows->lists, list);
  return list;
}

static gint64
last_place (List *list)
{
  return list->places->len > 0 ? g_array_index (list->places, gint64, list->places->len - 1) : G_MININT64;
}

/* Walks from the last place known until that of window @last is known, or to the end; what was found stays known when
 * the walk is cancelled. */
static gboolean
walk (SotayWindows *windows, SotayStaffQuery *query, SotayStaffPlan plan, List *list, guint last, GError **error)
{
  g_autoptr (sqlite3_stmt) rows = sotay_staff_sql_list_places (windows->db, query, plan, last_place (list), error);
  guint number = list->places->len > 0 ? (list->places->len - 1) * ROWS_BETWEEN : 0;
  gboolean row;

  if (rows == NULL)
    return FALSE;
  for (; list->places->len <= last; number++)
    {
      gint64 place;

      if (!sotay_sqlite_next (rows, &row, error))
        return FALSE;
      if (!row)
        {
          list->whole = TRUE;
          return TRUE;
        }
      place = sqlite3_column_int64 (rows, 0);
      if (number == list->places->len * ROWS_BETWEEN)
        g_array_append_val (list->places, place);
    }
  return TRUE;
}

/* Whether row @offset is near the end of a list that was counted. */
static gboolean
is_near_end (List *list, guint offset)
{
  return list->count > offset && list->count - offset <= NEAR_ROWS;
}

static gboolean
find_from_end (SotayWindows *windows, SotayStaffQuery *query, SotayStaffPlan plan, gint64 number, gint64 *place,
               GError **error)
{
  g_autoptr (sqlite3_stmt) statement = sotay_staff_sql_find_from_end (windows->db, query, plan, number, error);
  gboolean row;

  if (statement == NULL || !sotay_sqlite_next (statement, &row, error))
    return FALSE;
  if (row)
    *place = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

/* @from: (out): a place at or before row @offset, and @rest: (out): how many rows before it */
static gboolean
approach (SotayWindows *windows, SotayStaffQuery *query, SotayStaffPlan plan, guint offset, gint64 *from, guint *rest,
          GError **error)
{
  guint number = offset / ROWS_BETWEEN;
  List *list;

  *from = G_MININT64;
  *rest = offset;
  if (offset < NEAR_ROWS || plan == SOTAY_STAFF_PLAN_UNITS)
    return TRUE;
  if (!forget_if_changed (windows, error))
    return FALSE;
  list = use_list (windows, query);
  if (list->places->len <= number && is_near_end (list, offset))
    {
      *rest = 0;
      return find_from_end (windows, query, plan, list->count - 1 - offset, from, error);
    }
  if (list->places->len <= number && !list->whole && !walk (windows, query, plan, list, number, error))
    return FALSE;
  if (list->places->len == 0)
    return TRUE;
  number = MIN (number, list->places->len - 1);
  *from = g_array_index (list->places, gint64, number);
  *rest = offset - number * ROWS_BETWEEN;
  return TRUE;
}

/* Whether the figures kept of the units say how many @query finds. */
static gboolean
is_tallied (SotayWindows *windows, SotayStaffQuery *query, gboolean *is, GError **error)
{
  g_autofree char *day = sotay_date_to_iso (sotay_staff_query_get_day (query));

  *is = FALSE;
  if (sotay_staff_query_get_words (query)[0] != NULL || sotay_staff_query_get_level (query) >= 0
      || sotay_staff_query_get_activated (query) >= 0 || sotay_staff_query_get_employment (query) >= 0)
    return TRUE;
  return sotay_tallies_are_of (windows->db, day, is, error);
}

SotayWindows *
sotay_windows_new (sqlite3 *db)
{
  SotayWindows *windows = g_new0 (SotayWindows, 1);

  windows->db = db;
  g_queue_init (&windows->lists);
  return windows;
}

void
sotay_windows_free (SotayWindows *windows)
{
  g_queue_clear_full (&windows->lists, (GDestroyNotify) list_free);
  g_free (windows);
}

gint64
sotay_windows_count (SotayWindows *windows, SotayStaffQuery *query, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  SotayStaffPlan plan;
  gboolean tallied, row;
  gint64 count;

  if (!is_tallied (windows, query, &tallied, error) || !sotay_staff_sql_choose (windows->db, query, &plan, error))
    return -1;
  statement = tallied ? sotay_staff_sql_count_by_tallies (windows->db, query, error)
                      : sotay_staff_sql_count (windows->db, query, plan, error);
  if (statement == NULL || !sotay_sqlite_next (statement, &row, error))
    return -1;
  count = sqlite3_column_int64 (statement, 0);
  if (count < 0)
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "unit_tally: below zero");
      return -1;
    }
  if (plan == SOTAY_STAFF_PLAN_UNITS)
    return count;
  if (!forget_if_changed (windows, error))
    return -1;
  use_list (windows, query)->count = count;
  return count;
}

GPtrArray *
sotay_windows_list (SotayWindows *windows, SotayStaffQuery *query, guint offset, guint limit, GError **error)
{
  g_autoptr (GPtrArray) staff = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (sqlite3_stmt) statement = NULL;
  SotayStaffPlan plan;
  gint64 from;
  guint rest;

  if (!sotay_staff_sql_choose (windows->db, query, &plan, error)
      || !approach (windows, query, plan, offset, &from, &rest, error))
    return NULL;
  statement = sotay_staff_sql_list (windows->db, query, plan, from, rest, limit > 0 ? (gint64) limit : -1, error);
  if (statement == NULL)
    return NULL;
  return sotay_sqlite_collect_staff (statement, staff, error) ? g_steal_pointer (&staff) : NULL;
}
