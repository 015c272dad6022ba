/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/standings.h"

#include "register/campaign.h"
#include "register/register-error.h"
#include "register/sqlite/campaign-standings.h"
#include "register/sqlite/records.h"
#include "register/sqlite/rows.h"
#include "register/step.h"

#include <string.h>

typedef enum
{
  READ_STAFF,
  READ_SESSIONS,
  READ_PRACTICE,
  FIND_OVERLAP,
  LIST_ATTENDEES,
  N_STATEMENTS
} Statement;

typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *statements[N_STATEMENTS];
  SotayRecord *campaign; /* NULL: the letter's own rules */
  gboolean any_records;  /* somebody has attendance or practice */
  GHashTable *people;    /* ids of those whose standing is to be worked out */
} Renewal;

static void
renewal_clear (Renewal *renewal)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (renewal->statements[i]);
  g_clear_object (&renewal->campaign);
  g_clear_pointer (&renewal->people, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Renewal, renewal_clear)

static char *
make_sql (Statement which)
{
  g_autofree char *columns = NULL;

  switch (which)
    {
    case READ_STAFF:
      columns = sotay_sqlite_list_columns (SOTAY_RECORD_STAFF, "s.");
      return g_strdup_printf ("SELECT " SOTAY_SQLITE_STANDING_COLUMNS ", %s FROM staff s WHERE s.id = ?1", columns);
    case READ_SESSIONS:
      columns = sotay_sqlite_list_columns (SOTAY_RECORD_SESSION, "s.");
      return g_strdup_printf ("SELECT %s FROM attendance a JOIN session s ON s.id = a.session_id "
                              "WHERE a.staff_id = ?1 AND a.status IN ('present', 'late') ORDER BY s.day, s.id",
                              columns);
    case READ_PRACTICE:
      columns = sotay_sqlite_list_columns (SOTAY_RECORD_PRACTICE, "");
      return g_strdup_printf ("SELECT %s FROM practice WHERE staff_id = ?1", columns);
    case FIND_OVERLAP:
      return g_strdup ("SELECT 1 FROM membership WHERE staff_id = ?1 AND to_on > ?2");
    default:
      return g_strdup ("SELECT staff_id FROM attendance WHERE session_id = ?1");
    }
}

static sqlite3_stmt *
get_statement (Renewal *renewal, Statement which, const char *id, GError **error)
{
  sqlite3_stmt **statement = &renewal->statements[which];

  if (*statement == NULL)
    {
      g_autofree char *sql = make_sql (which);

      *statement = sotay_sqlite_prepare (renewal->db, sql, error);
    }
  if (*statement != NULL)
    sotay_sqlite_bind_text (*statement, 1, id);
  return *statement;
}

static gboolean
renewal_init (Renewal *renewal, sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) campaigns = sotay_sqlite_list_records (db, SOTAY_RECORD_CAMPAIGN, -1, NULL, error);
  gint64 any;

  renewal->db = db;
  renewal->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (campaigns == NULL)
    return FALSE;
  if (campaigns->len > 0)
    renewal->campaign = g_object_ref (g_ptr_array_index (campaigns, 0));
  any = sotay_sqlite_read_number (db, "SELECT EXISTS (SELECT 1 FROM attendance) OR EXISTS (SELECT 1 FROM practice)",
                                  error);
  renewal->any_records = any == 1;
  return any >= 0;
}

static void
add_person (Renewal *renewal, const char *id)
{
  if (!g_hash_table_contains (renewal->people, id))
    g_hash_table_add (renewal->people, g_strdup (id));
}

static const char *
look_up (GVariant *record, const char *field)
{
  const char *value = NULL;

  if (record != NULL)
    g_variant_lookup (record, field, "&s", &value);
  return value;
}

static gboolean
differs (const SotayChange *change, const char *field)
{
  return g_strcmp0 (look_up (change->before, field), look_up (change->after, field)) != 0;
}

static gboolean
is_counted (Renewal *renewal, GVariant *record)
{
  return record == NULL || sotay_campaign_counts (renewal->campaign, look_up (record, "employment"));
}

/* What the writing of a person's record has set already is right: the standing is what was set by hand. */
static gboolean
is_plain (Renewal *renewal, const SotayChange *change, GVariant *from, GVariant *to)
{
  const char *trained = look_up (to, "trained_on");
  const char *passed = look_up (to, "passed_on");

  if (from != NULL && (renewal->any_records || differs (change, "joined_on")))
    return FALSE;
  return is_counted (renewal, from) == is_counted (renewal, to)
         && (passed == NULL || (trained != NULL && strcmp (passed, trained) >= 0));
}

static gboolean
add_rows (Renewal *renewal, sqlite3_stmt *statement, GError **error)
{
  gboolean row = TRUE;
  gboolean done = statement != NULL;

  while (done && row)
    {
      done = sotay_sqlite_next (statement, &row, error);
      if (done && row)
        add_person (renewal, (const char *) sqlite3_column_text (statement, 0));
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  return done;
}

static gboolean
add_concerned (Renewal *renewal, const SotayChange *change, gboolean undo, GError **error)
{
  GVariant *from = undo ? change->after : change->before;
  GVariant *to = undo ? change->before : change->after;

  switch (change->kind)
    {
    case SOTAY_RECORD_STAFF:
      if (to != NULL && !is_plain (renewal, change, from, to))
        add_person (renewal, change->id);
      return TRUE;
    case SOTAY_RECORD_MEMBERSHIP:
    case SOTAY_RECORD_ATTENDANCE:
    case SOTAY_RECORD_PRACTICE:
      add_person (renewal, look_up (to != NULL ? to : from, "staff_id"));
      return TRUE;
    case SOTAY_RECORD_SESSION:
      if (from == NULL || to == NULL || (!differs (change, "day") && !differs (change, "utilities")))
        return TRUE;
      return add_rows (renewal, get_statement (renewal, LIST_ATTENDEES, change->id, error), error);
    default:
      return TRUE;
    }
}

/* Before those whom the other changes of the step concern, who are worked out by the new campaign too. */
static gboolean
follow_campaign (Renewal *renewal, SotayEntries *entries, GPtrArray *changes, GCancellable *cancellable,
                 GError **error)
{
  gboolean utilities = FALSE;
  gboolean employments = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const SotayChange *change = g_ptr_array_index (changes, i);

      if (change->kind != SOTAY_RECORD_CAMPAIGN)
        continue;
      utilities |= differs (change, "utilities");
      employments |= differs (change, "employments");
    }
  if (!utilities && !employments)
    return TRUE;
  sotay_entries_count_anew (entries);
  return sotay_sqlite_follow_campaign (renewal->db, renewal->campaign, utilities, employments, cancellable, error);
}

/* NULL without an error when the person is not there. */
static SotayStaff *
read_staff (Renewal *renewal, const char *id, GError **error)
{
  sqlite3_stmt *statement = get_statement (renewal, READ_STAFF, id, error);
  SotayStaff *staff = NULL;
  gboolean row = FALSE;

  if (statement != NULL && sotay_sqlite_next (statement, &row, error) && row)
    staff = sotay_sqlite_read_staff (statement, error);
  if (statement != NULL)
    sqlite3_reset (statement);
  return staff;
}

static GPtrArray *
read_records (Renewal *renewal, Statement which, SotayRecordKind kind, const char *id, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *statement = get_statement (renewal, which, id, error);
  gboolean row = TRUE;
  gboolean done = statement != NULL;

  while (done && row)
    {
      done = sotay_sqlite_next (statement, &row, error);
      if (done && row)
        {
          SotayRecord *record = sotay_sqlite_read_entry (statement, kind, error);

          done = record != NULL;
          if (done)
            g_ptr_array_add (records, record);
        }
    }
  if (statement != NULL)
    sqlite3_reset (statement);
  return done ? g_steal_pointer (&records) : NULL;
}

static SotayStaffStanding *
work_out (Renewal *renewal, SotayStaff *staff, GError **error)
{
  const char *id = sotay_staff_get_id (staff);
  g_autoptr (GPtrArray) sessions = read_records (renewal, READ_SESSIONS, SOTAY_RECORD_SESSION, id, error);
  g_autoptr (GPtrArray) practice = NULL;

  if (sessions != NULL)
    practice = read_records (renewal, READ_PRACTICE, SOTAY_RECORD_PRACTICE, id, error);
  return practice != NULL ? sotay_staff_standing_new (staff, renewal->campaign, sessions, practice) : NULL;
}

static gboolean
is_up_to_date (SotayStaff *staff, SotayStaffStanding *standing)
{
  return sotay_staff_counts (staff) == sotay_staff_standing_counts (standing)
         && g_strcmp0 (sotay_staff_get_trained_since (staff), sotay_staff_standing_get_trained_since (standing)) == 0
         && g_strcmp0 (sotay_staff_get_passed_since (staff), sotay_staff_standing_get_passed_since (standing)) == 0;
}

static gboolean
write_standing (SotayEntries *entries, SotayStaff *staff, SotayStaffStanding *standing, GError **error)
{
  if (is_up_to_date (staff, standing))
    return TRUE;
  return sotay_entries_set_standing (entries, sotay_staff_get_id (staff),
                                     sotay_staff_standing_get_trained_since (standing),
                                     sotay_staff_standing_get_passed_since (standing),
                                     sotay_staff_standing_counts (standing), error);
}

/* A former membership that lasts beyond the joining day of the present one would count the person twice. */
static gboolean
check_memberships (Renewal *renewal, SotayStaff *staff, GError **error)
{
  const char *joined = sotay_staff_get_field (staff, SOTAY_STAFF_JOINED_ON);
  sqlite3_stmt *statement = get_statement (renewal, FIND_OVERLAP, sotay_staff_get_id (staff), error);
  gboolean row = FALSE;
  gboolean done;

  if (statement == NULL)
    return FALSE;
  sotay_sqlite_bind_text (statement, 2, joined != NULL ? joined : "");
  done = sotay_sqlite_next (statement, &row, error);
  sqlite3_reset (statement);
  if (row)
    g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID,
                         sotay_staff_field_name (SOTAY_STAFF_JOINED_ON));
  return done && !row;
}

static gboolean
renew_person (Renewal *renewal, SotayEntries *entries, const char *id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (SotayStaff) staff = read_staff (renewal, id, &failure);
  g_autoptr (SotayStaffStanding) standing = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (staff == NULL)
    return TRUE; /* removed together with the records */
  standing = check_memberships (renewal, staff, error) ? work_out (renewal, staff, error) : NULL;
  return standing != NULL && write_standing (entries, staff, standing, error);
}

static SotayStaffStanding *
explain (sqlite3 *db, const char *id, GError **error)
{
  g_auto (Renewal) renewal = { 0 };
  g_autoptr (SotayStaff) staff = NULL;
  GError *failure = NULL;

  if (!renewal_init (&renewal, db, error))
    return NULL;
  staff = read_staff (&renewal, id, &failure);
  if (staff != NULL)
    return work_out (&renewal, staff, error);
  if (failure == NULL)
    g_set_error_literal (&failure, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, id);
  g_propagate_error (error, failure);
  return NULL;
}

gboolean
sotay_sqlite_renew_standings (SotayEntries *entries, sqlite3 *db, GPtrArray *changes, gboolean undo,
                              GCancellable *cancellable, GError **error)
{
  g_auto (Renewal) renewal = { 0 };
  GHashTableIter iter;
  gpointer id;

  if (!sotay_entries_settle (entries, error) || !renewal_init (&renewal, db, error)
      || !follow_campaign (&renewal, entries, changes, cancellable, error))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!add_concerned (&renewal, g_ptr_array_index (changes, i), undo, error))
      return FALSE;
  g_hash_table_iter_init (&iter, renewal.people);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !renew_person (&renewal, entries, id, error))
      return FALSE;
  return TRUE;
}

SotayStaffStanding *
sotay_sqlite_explain_staff (sqlite3 *db, const char *id, GError **error)
{
  SotayStaffStanding *standing;

  /* In one transaction: another program may be writing. */
  if (!sotay_sqlite_execute (db, "BEGIN", error))
    return NULL;
  standing = explain (db, id, error);
  sotay_sqlite_execute (db, "ROLLBACK", NULL);
  return standing;
}

static gboolean
check_person (Renewal *renewal, const char *id, GError **error)
{
  g_autoptr (SotayStaff) staff = read_staff (renewal, id, error);
  g_autoptr (SotayStaffStanding) standing = staff != NULL ? work_out (renewal, staff, error) : NULL;

  if (standing == NULL)
    return FALSE;
  if (is_up_to_date (staff, standing))
    return TRUE;
  g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT, "staff: trained_since, passed_since, counts of %s",
               id);
  return FALSE;
}

/* Of all others the standing is what was set by hand. */
static gboolean
check_everyone (sqlite3 *db, GError **error)
{
  g_auto (Renewal) renewal = { 0 };
  g_autoptr (sqlite3_stmt) people = NULL;
  gboolean row;

  if (!renewal_init (&renewal, db, error))
    return FALSE;
  people = sotay_sqlite_prepare (db, "SELECT id FROM staff WHERE trained_since IS NOT trained_on "
                                     "OR passed_since IS NOT passed_on OR counts <> 1 OR employment IS NOT NULL "
                                     "OR id IN (SELECT staff_id FROM attendance UNION SELECT staff_id FROM practice)",
                                 error);
  while (people != NULL && sotay_sqlite_next (people, &row, error))
    {
      if (!row)
        return TRUE;
      if (!check_person (&renewal, (const char *) sqlite3_column_text (people, 0), error))
        return FALSE;
    }
  return FALSE;
}

gboolean
sotay_sqlite_check_standings (sqlite3 *db, GError **error)
{
  gboolean right;

  if (!sotay_sqlite_execute (db, "BEGIN", error))
    return FALSE;
  right = check_everyone (db, error);
  sotay_sqlite_execute (db, "ROLLBACK", NULL);
  return right;
}
