/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/staff-bulk.h"

#include "register/sqlite/rows.h"
#include "register/sqlite/search.h"

/* As in the schema. An index made of all rows at once is made in order. */
#define MAKE_INDEX "CREATE INDEX staff_progress ON staff " \
                   "(unit_id, counts, trained_since, passed_since, joined_on, left_on)"

typedef struct
{
  SotayTallies *tallies;
  SotayUnitWordsFunc unit_words;
  gpointer data;
  sqlite3_stmt *row;
  sqlite3_stmt *index;
  GString *words;
} Writer;

static void
writer_clear (Writer *writer)
{
  sqlite3_finalize (writer->row);
  sqlite3_finalize (writer->index);
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
  const char *unit_words = writer->unit_words (writer->data, fields[SOTAY_STAFF_UNIT_ID], error);

  if (unit_words == NULL)
    return FALSE;
  g_string_truncate (writer->words, 0);
  sotay_search_append (writer->words, fields[SOTAY_STAFF_NAME]);
  sotay_search_append (writer->words, fields[SOTAY_STAFF_POSITION]);
  sotay_search_append (writer->words, fields[SOTAY_STAFF_CODE]);
  g_string_append (writer->words, unit_words);
  sqlite3_bind_int64 (writer->index, 1, place);
  sqlite3_bind_text (writer->index, 2, writer->words->str, (int) writer->words->len, SQLITE_STATIC);
  return sotay_sqlite_run (writer->index, error);
}

/* What a new row says of the standing is what was set by hand, as in SOTAY_SQLITE_INSERT_STAFF. */
static gboolean
write_person (Writer *writer, const SotayBulkPerson *person, GError **error)
{
  const char *fields[SOTAY_STAFF_N_FIELDS] = { NULL };
  SotayTallied tallied;

  sotay_record_unpack_fields (SOTAY_RECORD_STAFF, person->record, fields);
  sqlite3_bind_text (writer->row, 1, person->id, -1, SQLITE_STATIC);
  for (int i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    sqlite3_bind_text (writer->row, i + 2, fields[i], -1, SQLITE_STATIC);
  sqlite3_bind_int64 (writer->row, SOTAY_SQLITE_PLACE, person->place);
  tallied = (SotayTallied){ fields[SOTAY_STAFF_UNIT_ID],    TRUE,
                            fields[SOTAY_STAFF_TRAINED_ON], fields[SOTAY_STAFF_PASSED_ON],
                            fields[SOTAY_STAFF_JOINED_ON],  fields[SOTAY_STAFF_LEFT_ON] };
  return sotay_sqlite_run (writer->row, error) && write_words (writer, person->place, fields, error)
         && sotay_tallies_add (writer->tallies, &tallied, 1, error);
}

gboolean
sotay_staff_bulk_write (sqlite3 *db, GArray *people, SotayTallies *tallies, SotayUnitWordsFunc unit_words,
                        gpointer data, GError **error)
{
  g_auto (Writer) writer = { tallies, unit_words, data, NULL, NULL, g_string_new (NULL) };
  gint64 n_before = sotay_sqlite_read_number (db, "SELECT count(*) FROM staff", error);
  gboolean anew = n_before < people->len;

  if (n_before < 0 || (anew && !sotay_sqlite_execute (db, "DROP INDEX staff_progress", error)))
    return FALSE;
  writer.row = sotay_sqlite_prepare (db, SOTAY_SQLITE_INSERT_STAFF, error);
  writer.index = writer.row != NULL
                   ? sotay_sqlite_prepare (db, "INSERT INTO staff_word (rowid, words) VALUES (?1, ?2)", error)
                   : NULL;
  if (writer.index == NULL)
    return FALSE;
  g_array_sort (people, compare_places);
  for (guint i = 0; i < people->len; i++)
    if (!write_person (&writer, &g_array_index (people, SotayBulkPerson, i), error))
      return FALSE;
  return !anew || sotay_sqlite_execute (db, MAKE_INDEX, error);
}
