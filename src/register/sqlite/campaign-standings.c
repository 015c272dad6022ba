/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/campaign-standings.h"

#include "register/campaign.h"
#include "register/practice.h"
#include "register/sqlite/entries.h"
#include "register/sqlite/staff-bulk.h"
#include "register/standing.h"
#include "register/utilities.h"

/* All that concerns one person comes together: the two indexes are in the order of people. */
#define RECORDED                                                                                                       \
  "SELECT staff_id, session_id, NULL AS utility, NULL AS day FROM attendance WHERE status IN ('present', 'late') "     \
  "UNION ALL SELECT staff_id, NULL, utility, day FROM practice WHERE level = '%s' ORDER BY 1"
#define READ "SELECT trained_on, passed_on, trained_since, passed_since FROM staff WHERE id = ?1"
#define WRITE "UPDATE staff SET trained_since = ?2, passed_since = ?3 WHERE id = ?1"

/* As in the schema. */
#define DROP_INDEX "DROP INDEX staff_progress"
#define MAKE_INDEX "CREATE INDEX staff_progress ON staff " \
                   "(unit_id, counts, trained_since, passed_since, joined_on, left_on)"

typedef struct
{
  GStringChunk *texts;
  GHashTable *sessions;  /* id → SotayLesson */
  GHashTable *utilities; /* what is written → the set */
  guint required;
  sqlite3_stmt *read;
  sqlite3_stmt *write;
  GString *person; /* the id of the one whose rows are read */
  GArray *lessons;
  GArray *fluent;
  GStringChunk *days; /* of this person */
} Crowd;

static void
crowd_clear (Crowd *crowd)
{
  sqlite3_finalize (crowd->read);
  sqlite3_finalize (crowd->write);
  g_clear_pointer (&crowd->texts, g_string_chunk_free);
  g_clear_pointer (&crowd->days, g_string_chunk_free);
  g_clear_pointer (&crowd->sessions, g_hash_table_unref);
  g_clear_pointer (&crowd->utilities, g_hash_table_unref);
  g_clear_pointer (&crowd->lessons, g_array_unref);
  g_clear_pointer (&crowd->fluent, g_array_unref);
  if (crowd->person != NULL)
    g_string_free (crowd->person, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Crowd, crowd_clear)

static const char *
column (sqlite3_stmt *row, int number)
{
  return (const char *) sqlite3_column_text (row, number);
}

/* The same few texts come again and again. */
static guint
parse (Crowd *crowd, const char *text)
{
  gpointer known;
  guint set = 0;

  if (text == NULL)
    return 0;
  if (g_hash_table_lookup_extended (crowd->utilities, text, NULL, &known))
    return GPOINTER_TO_UINT (known);
  if (!sotay_utilities_parse (text, &set))
    set = 0;
  g_hash_table_insert (crowd->utilities, g_string_chunk_insert (crowd->texts, text), GUINT_TO_POINTER (set));
  return set;
}

static gboolean
read_sessions (Crowd *crowd, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) sessions = sotay_sqlite_prepare (db, "SELECT id, day, utilities FROM session", error);
  gboolean row;

  while (sessions != NULL && sotay_sqlite_next (sessions, &row, error))
    {
      SotayLesson *lesson;

      if (!row)
        return TRUE;
      lesson = g_new0 (SotayLesson, 1);
      lesson->day = g_string_chunk_insert (crowd->texts, column (sessions, 1));
      lesson->utilities = parse (crowd, column (sessions, 2));
      g_hash_table_insert (crowd->sessions, g_string_chunk_insert (crowd->texts, column (sessions, 0)), lesson);
    }
  return FALSE;
}

static gboolean
crowd_init (Crowd *crowd, sqlite3 *db, SotayRecord *campaign, GError **error)
{
  crowd->texts = g_string_chunk_new (4096);
  crowd->days = g_string_chunk_new (256);
  crowd->sessions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  crowd->utilities = g_hash_table_new (g_str_hash, g_str_equal);
  crowd->required = sotay_campaign_get_utilities (campaign);
  crowd->person = g_string_new (NULL);
  crowd->lessons = g_array_new (FALSE, FALSE, sizeof (SotayLesson));
  crowd->fluent = g_array_new (FALSE, FALSE, sizeof (SotayLesson));
  crowd->read = sotay_sqlite_prepare (db, READ, error);
  crowd->write = crowd->read != NULL ? sotay_sqlite_prepare (db, WRITE, error) : NULL;
  return crowd->write != NULL && read_sessions (crowd, db, error);
}

static gboolean
renew (Crowd *crowd, gboolean *changed, SotayStanding *standing, GError **error)
{
  gboolean row;

  *changed = FALSE;
  sqlite3_bind_text (crowd->read, 1, crowd->person->str, -1, SQLITE_STATIC);
  if (!sotay_sqlite_next (crowd->read, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  sotay_standing_compute_days (crowd->required, crowd->lessons, crowd->fluent, column (crowd->read, 0),
                               column (crowd->read, 1), standing);
  *changed = g_strcmp0 (standing->trained_since, column (crowd->read, 2)) != 0
             || g_strcmp0 (standing->passed_since, column (crowd->read, 3)) != 0;
  return TRUE;
}

/* Everything of the person has been read. */
static gboolean
finish_person (Crowd *crowd, GError **error)
{
  SotayStanding standing;
  gboolean changed = FALSE;
  gboolean done = crowd->person->len == 0 || renew (crowd, &changed, &standing, error);

  if (changed)
    {
      sqlite3_bind_text (crowd->write, 1, crowd->person->str, -1, SQLITE_STATIC);
      sotay_sqlite_bind_text (crowd->write, 2, standing.trained_since);
      sotay_sqlite_bind_text (crowd->write, 3, standing.passed_since);
    }
  sqlite3_reset (crowd->read);
  g_array_set_size (crowd->lessons, 0);
  g_array_set_size (crowd->fluent, 0);
  g_string_chunk_clear (crowd->days);
  return done && (!changed || sotay_sqlite_run (crowd->write, error));
}

static void
add_row (Crowd *crowd, sqlite3_stmt *row)
{
  const char *session_id = column (row, 1);

  if (session_id != NULL)
    {
      const SotayLesson *lesson = g_hash_table_lookup (crowd->sessions, session_id);

      if (lesson != NULL)
        g_array_append_vals (crowd->lessons, lesson, 1);
    }
  else
    {
      SotayLesson mark = { g_string_chunk_insert (crowd->days, column (row, 3)), parse (crowd, column (row, 2)) };

      g_array_append_val (crowd->fluent, mark);
    }
}

static gboolean
renew_recorded (sqlite3 *db, SotayRecord *campaign, GCancellable *cancellable, GError **error)
{
  g_auto (Crowd) crowd = { 0 };
  g_autofree char *sql = g_strdup_printf (RECORDED, sotay_practice_level_to_string (SOTAY_PRACTICE_FLUENT));
  g_autoptr (sqlite3_stmt) recorded = NULL;
  gboolean row;

  if (crowd_init (&crowd, db, campaign, error))
    recorded = sotay_sqlite_prepare (db, sql, error);
  while (recorded != NULL && sotay_sqlite_next (recorded, &row, error))
    {
      const char *id = row ? column (recorded, 0) : NULL;

      if (g_strcmp0 (id, crowd.person->str) != 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error) || !finish_person (&crowd, error))
            return FALSE;
          g_string_assign (crowd.person, row ? id : "");
        }
      if (!row)
        return TRUE;
      add_row (&crowd, recorded);
    }
  return FALSE;
}

static void
counts_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  SotayRecord *campaign = sqlite3_user_data (context);

  sqlite3_result_int (context, sotay_campaign_counts (campaign, (const char *) sqlite3_value_text (values[0])));
}

static gboolean
renew_counts (sqlite3 *db, SotayRecord *campaign, GError **error)
{
  gboolean done;

  sqlite3_create_function (db, "campaign_counts", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, campaign,
                           counts_cb, NULL, NULL);
  done = sotay_sqlite_execute (db, "UPDATE staff SET counts = NOT counts WHERE employment IS NOT NULL "
                                   "AND counts <> campaign_counts (employment)", error);
  sqlite3_create_function (db, "campaign_counts", 1, SQLITE_UTF8, NULL, NULL, NULL, NULL);
  return done;
}

static gboolean
follow (sqlite3 *db, SotayRecord *campaign, gboolean utilities, gboolean employments, GCancellable *cancellable,
        GError **error)
{
  return (!employments || renew_counts (db, campaign, error))
         && (!utilities || renew_recorded (db, campaign, cancellable, error));
}

gboolean
sotay_sqlite_follow_campaign (sqlite3 *db, SotayRecord *campaign, gboolean utilities, gboolean employments,
                              GCancellable *cancellable, GError **error)
{
  gint64 n_staff = sotay_sqlite_read_number (db, "SELECT count(*) FROM staff", error);
  gboolean anew;
  gboolean done;

  if (n_staff < 0)
    return FALSE;
  /* Of many people it is quicker to make the index of the figures anew than to mend it. */
  anew = n_staff >= SOTAY_STAFF_BULK;
  if (anew && !sotay_sqlite_execute (db, SOTAY_ENTRIES_LARGE_CACHE "; " DROP_INDEX, error))
    return FALSE;
  done = follow (db, campaign, utilities, employments, cancellable, error)
         && (!anew || sotay_sqlite_execute (db, MAKE_INDEX, error));
  if (anew)
    sotay_sqlite_execute (db, SOTAY_ENTRIES_USUAL_CACHE, NULL);
  return done;
}
