/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/staff-bulk.h"

#include "register/campaign.h"
#include "register/sqlite/records.h"
#include "register/sqlite/search.h"
#include "register/staff.h"

#include <string.h>

/* As in the schema. An index made of all rows at once is made in order. */
#define MAKE_INDEX "CREATE INDEX staff_progress ON staff " \
                   "(unit_id, counts, trained_since, passed_since, joined_on, left_on)"

/* The fields in the order of their enumeration from parameter 3 on. */
#define INSERT "INSERT INTO staff (place, id, name, unit_id, birth, position, code, phone, level, joined_on, left_on, " \
               "trained_on, passed_on, note, employment, activated, reason, counts, trained_since, passed_since) "      \
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)"
#define FIRST_FIELD 3
#define COUNTS (FIRST_FIELD + SOTAY_STAFF_N_FIELDS)

/* FTS5 gathers so many bytes before it writes and merges: all at once, if it can. */
#define GATHER_MUCH "INSERT INTO staff_word (staff_word, rank) VALUES ('hashsize', 67108864)"
#define GATHER_LITTLE "INSERT INTO staff_word (staff_word, rank) VALUES ('hashsize', 1048576)" /* its own choice */

typedef struct
{
  SotayBulkFunc func;
  gpointer func_data;
  SotayTallies *tallies;
  SotayUnitWordsFunc unit_words;
  gpointer unit_data;
  SotayRecord *campaign; /* NULL: everyone counts */
  sqlite3_stmt *row;
  sqlite3_stmt *index;
  SotaySearchCache *cache;
  GString *words;
} Writer;

static void
writer_clear (Writer *writer)
{
  sqlite3_finalize (writer->row);
  sqlite3_finalize (writer->index);
  g_clear_object (&writer->campaign);
  sotay_search_cache_free (writer->cache);
  g_string_free (writer->words, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static int
compare_places (gconstpointer a, gconstpointer b)
{
  gint64 one = ((const SotayBulkPerson *) a)->place;
  gint64 other = ((const SotayBulkPerson *) b)->place;

  return (one > other) - (one < other);
}

static gboolean
write_words (Writer *writer, gint64 place, const char *const *fields, GError **error)
{
  const char *unit_words = writer->unit_words (writer->unit_data, fields[SOTAY_STAFF_UNIT_ID], error);

  if (unit_words == NULL)
    return FALSE;
  g_string_truncate (writer->words, 0);
  sotay_search_cache_append_name (writer->cache, writer->words, fields[SOTAY_STAFF_NAME]);
  sotay_search_cache_append (writer->cache, writer->words, fields[SOTAY_STAFF_POSITION]);
  sotay_search_append (writer->words, fields[SOTAY_STAFF_CODE]);
  g_string_append (writer->words, unit_words);
  sqlite3_bind_int64 (writer->index, 1, place);
  sqlite3_bind_text (writer->index, 2, writer->words->str, (int) writer->words->len, SQLITE_STATIC);
  return sotay_sqlite_run (writer->index, error);
}

static void
bind_person (Writer *writer, gint64 place, const char *id, const char *const *fields, const SotayTallied *tallied)
{
  sqlite3_bind_int64 (writer->row, 1, place);
  sqlite3_bind_text (writer->row, 2, id, -1, SQLITE_STATIC);
  for (int i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    sqlite3_bind_text (writer->row, FIRST_FIELD + i, fields[i], -1, SQLITE_STATIC);
  sqlite3_bind_int (writer->row, COUNTS, tallied->counts ? 1 : 0);
  sqlite3_bind_text (writer->row, COUNTS + 1, tallied->trained_since, -1, SQLITE_STATIC);
  sqlite3_bind_text (writer->row, COUNTS + 2, tallied->passed_since, -1, SQLITE_STATIC);
}

static gboolean
write_person (Writer *writer, const SotayBulkPerson *person, guint order, GError **error)
{
  const char *fields[SOTAY_STAFF_N_FIELDS] = { NULL };
  const char *id = writer->func (writer->func_data, order, person->index, fields);
  SotayTallied tallied = {
    .unit_id = fields[SOTAY_STAFF_UNIT_ID],
    .counts = sotay_campaign_counts (writer->campaign, fields[SOTAY_STAFF_EMPLOYMENT]),
    .trained_since = fields[SOTAY_STAFF_TRAINED_ON],
    .passed_since = fields[SOTAY_STAFF_PASSED_ON],
    .joined_on = fields[SOTAY_STAFF_JOINED_ON],
    .left_on = fields[SOTAY_STAFF_LEFT_ON],
  };

  /* Nobody counts as passed before being trained. */
  if (tallied.passed_since != NULL
      && (tallied.trained_since == NULL || strcmp (tallied.passed_since, tallied.trained_since) < 0))
    tallied.passed_since = tallied.trained_since;
  bind_person (writer, person->place, id, fields, &tallied);
  return sotay_sqlite_run (writer->row, error) && write_words (writer, person->place, fields, error)
         && sotay_tallies_add (writer->tallies, &tallied, 1, error);
}

static gboolean
writer_init (Writer *writer, sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) campaigns = NULL;

  writer->cache = sotay_search_cache_new ();
  writer->words = g_string_new (NULL);
  campaigns = sotay_sqlite_list_records (db, SOTAY_RECORD_CAMPAIGN, -1, NULL, error);
  if (campaigns == NULL)
    return FALSE;
  if (campaigns->len > 0)
    writer->campaign = g_object_ref (g_ptr_array_index (campaigns, 0));
  writer->row = sotay_sqlite_prepare (db, INSERT, error);
  if (writer->row == NULL)
    return FALSE;
  writer->index = sotay_sqlite_prepare (db, "INSERT INTO staff_word (rowid, words) VALUES (?1, ?2)", error);
  return writer->index != NULL;
}

gboolean
sotay_staff_bulk_write (sqlite3 *db, GArray *people, SotayBulkFunc func, gpointer func_data, SotayTallies *tallies,
                        SotayUnitWordsFunc unit_words, gpointer unit_data, GError **error)
{
  g_auto (Writer) writer = { func, func_data, tallies, unit_words, unit_data };
  gint64 n_before = sotay_sqlite_read_number (db, "SELECT count(*) FROM staff", error);
  gboolean anew = n_before < people->len;

  if (!writer_init (&writer, db, error) || n_before < 0
      || (anew && !sotay_sqlite_execute (db, "DROP INDEX staff_progress; " GATHER_MUCH, error)))
    return FALSE;
  g_array_sort (people, compare_places);
  for (guint i = 0; i < people->len; i++)
    if (!write_person (&writer, &g_array_index (people, SotayBulkPerson, i), i, error))
      return FALSE;
  return !anew || sotay_sqlite_execute (db, MAKE_INDEX "; " GATHER_LITTLE, error);
}
