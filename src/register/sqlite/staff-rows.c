/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/staff-rows.h"

#include "core/uuid.h"
#include "register/sqlite/places.h"
#include "register/sqlite/rows.h"
#include "register/sqlite/search.h"
#include "register/sqlite/staff-bulk.h"

/* After the columns of the tallies. */
#define PLACE 6
#define NAME 7
#define POSITION 8
#define CODE 9

/* A person as the transaction found them. */
typedef struct
{
  gint64 place;
  char *words; /* NULL: was not there */
} Former;

/* Somebody put by. */
typedef struct
{
  const char *id;
  GVariant *record;
} Collected;

/* Additions of a step. */
typedef struct
{
  SotayStep *step;
  const char *first_id;
  char id[SOTAY_UUID_SIZE];
} Additions;

/* Words that come into the index of words, or go. */
typedef struct
{
  gint64 place;
  gboolean comes;
  char *words;
} Wording;

typedef enum
{
  READ,
  READ_UNIT,
  LIST_UNIT,
  INSERT,
  UPDATE,
  MOVE,
  REMOVE,
  SET_STANDING,
  N_STATEMENTS
} Statement;

struct _SotayStaffRows
{
  sqlite3 *db;
  sqlite3_stmt *statements[N_STATEMENTS];
  GHashTable *formers;    /* by id: everyone touched */
  GHashTable *places;     /* id → place of those expected */
  GHashTable *unit_words; /* id → words, as the transaction found them until it finishes */
  GHashTable *units;      /* ids of the units touched */
  GArray *bulk;           /* Collected; those still to be written */
  SotayTallies *tallies;
};

static const char *const sqls[N_STATEMENTS] = {
  [READ] = "SELECT " SOTAY_TALLIES_COLUMNS ", s.place, s.name, s.position, s.code FROM staff s WHERE s.id = ?1",
  [READ_UNIT] = "SELECT name FROM unit WHERE id = ?1",
  [LIST_UNIT] = "SELECT id FROM staff WHERE unit_id = ?1",
  [INSERT] = SOTAY_SQLITE_INSERT_STAFF,
  [UPDATE] = SOTAY_SQLITE_UPDATE_STAFF,
  [MOVE] = "UPDATE staff SET place = ?2 WHERE id = ?1",
  [REMOVE] = "DELETE FROM staff WHERE id = ?1",
  [SET_STANDING] = "UPDATE staff SET trained_since = ?2, passed_since = ?3, counts = ?4 WHERE id = ?1",
};

static void
former_free (Former *former)
{
  g_free (former->words);
  g_free (former);
}

static void
wording_clear (Wording *wording)
{
  g_free (wording->words);
}

/* FTS5 takes rows in their order; what goes from a place goes before something comes there. */
static int
wording_compare (gconstpointer a, gconstpointer b)
{
  const Wording *one = a;
  const Wording *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return one->comes - other->comes;
}

static sqlite3_stmt *
get_statement (SotayStaffRows *rows, Statement statement, const char *id, GError **error)
{
  sqlite3_stmt **made = &rows->statements[statement];

  if (*made == NULL)
    *made = sotay_sqlite_prepare (rows->db, sqls[statement], error);
  if (*made != NULL)
    sotay_sqlite_bind_text (*made, 1, id);
  return *made;
}

static const char *
read_unit_words (SotayStaffRows *rows, const char *unit_id, GError **error)
{
  const char *known = g_hash_table_lookup (rows->unit_words, unit_id);
  g_autoptr (GString) words = NULL;
  sqlite3_stmt *read;
  gboolean row;
  gboolean done;

  if (known != NULL)
    return known;
  read = get_statement (rows, READ_UNIT, unit_id, error);
  if (read == NULL)
    return NULL;
  words = g_string_new (NULL);
  done = sotay_sqlite_next (read, &row, error);
  if (row)
    sotay_search_append (words, (const char *) sqlite3_column_text (read, 0));
  sqlite3_reset (read);
  if (!done)
    return NULL;
  g_hash_table_replace (rows->unit_words, g_strdup (unit_id), g_strdup (words->str));
  return g_hash_table_lookup (rows->unit_words, unit_id);
}

static char *
read_words (SotayStaffRows *rows, sqlite3_stmt *row, GError **error)
{
  const char *unit_words = read_unit_words (rows, (const char *) sqlite3_column_text (row, 0), error);
  GString *words;

  if (unit_words == NULL)
    return NULL;
  words = g_string_new (NULL);
  sotay_search_append (words, (const char *) sqlite3_column_text (row, NAME));
  sotay_search_append (words, (const char *) sqlite3_column_text (row, POSITION));
  sotay_search_append (words, (const char *) sqlite3_column_text (row, CODE));
  g_string_append (words, unit_words);
  return g_string_free (words, FALSE);
}

/* A person now: place and words (%NULL: is not there), and with @sign among the figures. */
static gboolean
read_person (SotayStaffRows *rows, const char *id, int sign, gint64 *place, char **words, GError **error)
{
  sqlite3_stmt *read = get_statement (rows, READ, id, error);
  gboolean row;
  gboolean done;

  *words = NULL;
  if (read == NULL)
    return FALSE;
  done = sotay_sqlite_next (read, &row, error);
  if (row)
    {
      SotayTallied tallied = sotay_tallies_read (read);

      *place = sqlite3_column_int64 (read, PLACE);
      *words = read_words (rows, read, error);
      done = *words != NULL && sotay_tallies_add (rows->tallies, &tallied, sign, error);
    }
  sqlite3_reset (read);
  return done;
}

/* Remembers a person as the transaction found them. */
static gboolean
remember (SotayStaffRows *rows, const char *id, GError **error)
{
  Former *former = g_hash_table_lookup (rows->formers, id);

  if (former != NULL)
    return TRUE;
  former = g_new0 (Former, 1);
  g_hash_table_insert (rows->formers, g_strdup (id), former);
  return read_person (rows, id, -1, &former->place, &former->words, error);
}

static gboolean
remember_cb (const char *id, gpointer data, GError **error)
{
  return remember (data, id, error);
}

static gboolean
remember_everyone_in (SotayStaffRows *rows, const char *unit_id, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *list = get_statement (rows, LIST_UNIT, unit_id, error);
  gboolean row = list != NULL;
  gboolean done = list != NULL;

  while (done && row)
    {
      done = sotay_sqlite_next (list, &row, error);
      if (row)
        g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (list, 0)));
    }
  sqlite3_reset (list);
  for (guint i = 0; i < ids->len && done; i++)
    done = remember (rows, g_ptr_array_index (ids, i), error);
  return done;
}

/* Everyone in a unit that has another name now is found by it. */
static gboolean
follow_units (SotayStaffRows *rows, GError **error)
{
  g_autoptr (GHashTable) former = g_steal_pointer (&rows->unit_words);
  g_autoptr (GPtrArray) renamed = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer unit_id;

  rows->unit_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, rows->units);
  while (g_hash_table_iter_next (&iter, &unit_id, NULL))
    {
      const char *words = read_unit_words (rows, unit_id, error);

      if (words == NULL)
        return FALSE;
      if (!g_str_equal (words, g_hash_table_lookup (former, unit_id)))
        g_ptr_array_add (renamed, unit_id);
    }
  g_hash_table_unref (rows->unit_words);
  rows->unit_words = g_hash_table_ref (former);
  for (guint i = 0; i < renamed->len; i++)
    if (!remember_everyone_in (rows, g_ptr_array_index (renamed, i), error))
      return FALSE;
  for (guint i = 0; i < renamed->len; i++)
    g_hash_table_remove (rows->unit_words, g_ptr_array_index (renamed, i));
  return TRUE;
}

static void
add_wording (GArray *wordings, gint64 place, gboolean comes, char **words)
{
  Wording wording = { place, comes, g_steal_pointer (words) };

  if (wording.words != NULL)
    g_array_append_val (wordings, wording);
}

static GArray *
collect_wordings (SotayStaffRows *rows, GError **error)
{
  g_autoptr (GArray) wordings = g_array_new (FALSE, TRUE, sizeof (Wording));
  GHashTableIter iter;
  gpointer id, value;

  g_array_set_clear_func (wordings, (GDestroyNotify) wording_clear);
  g_hash_table_iter_init (&iter, rows->formers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      Former *former = value;
      g_autofree char *words = NULL;
      gint64 place = 0;

      if (!read_person (rows, id, 1, &place, &words, error))
        return NULL;
      if (place == former->place && g_strcmp0 (words, former->words) == 0)
        continue;
      add_wording (wordings, former->place, FALSE, &former->words);
      add_wording (wordings, place, TRUE, &words);
    }
  g_array_sort (wordings, wording_compare);
  return g_steal_pointer (&wordings);
}

static gboolean
write_wordings (SotayStaffRows *rows, GArray *wordings, GError **error)
{
  g_autoptr (sqlite3_stmt) add = NULL;
  g_autoptr (sqlite3_stmt) drop = NULL;

  if (wordings->len == 0)
    return TRUE;
  add = sotay_sqlite_prepare (rows->db, "INSERT INTO staff_word (rowid, words) VALUES (?1, ?2)", error);
  drop = add != NULL ? sotay_sqlite_prepare (rows->db, "INSERT INTO staff_word (staff_word, rowid, words) "
                                                       "VALUES ('delete', ?1, ?2)", error) : NULL;
  if (drop == NULL)
    return FALSE;
  for (guint i = 0; i < wordings->len; i++)
    {
      Wording *wording = &g_array_index (wordings, Wording, i);
      sqlite3_stmt *statement = wording->comes ? add : drop;

      sqlite3_bind_int64 (statement, 1, wording->place);
      sqlite3_bind_text (statement, 2, wording->words, -1, SQLITE_STATIC);
      if (!sotay_sqlite_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static const char *
read_unit_words_cb (gpointer data, const char *unit_id, GError **error)
{
  return read_unit_words (data, unit_id, error);
}

static gboolean
move (SotayStaffRows *rows, const char *id, gint64 place, GError **error)
{
  sqlite3_stmt *statement = get_statement (rows, MOVE, id, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 2, place);
  return sotay_sqlite_run (statement, error);
}

SotayStaffRows *
sotay_staff_rows_new (sqlite3 *db)
{
  SotayStaffRows *rows = g_new0 (SotayStaffRows, 1);

  rows->db = db;
  rows->formers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) former_free);
  rows->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  rows->unit_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  rows->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rows->tallies = sotay_tallies_new (db);
  rows->bulk = g_array_new (FALSE, FALSE, sizeof (Collected));
  return rows;
}

void
sotay_staff_rows_free (SotayStaffRows *rows)
{
  for (guint i = 0; i < N_STATEMENTS; i++)
    sqlite3_finalize (rows->statements[i]);
  g_hash_table_unref (rows->formers);
  g_hash_table_unref (rows->places);
  g_hash_table_unref (rows->unit_words);
  g_hash_table_unref (rows->units);
  sotay_tallies_free (rows->tallies);
  g_array_unref (rows->bulk);
  g_free (rows);
}

gboolean
sotay_staff_rows_expect (SotayStaffRows *rows, GArray *newcomers, GError **error)
{
  if (!sotay_places_assign (rows->db, newcomers, remember_cb, rows, error))
    return FALSE;
  for (guint i = 0; i < newcomers->len; i++)
    {
      SotayNewcomer *newcomer = &g_array_index (newcomers, SotayNewcomer, i);

      g_hash_table_insert (rows->places, g_strdup (newcomer->id), g_memdup2 (&newcomer->place, sizeof newcomer->place));
    }
  return TRUE;
}

gboolean
sotay_staff_rows_collects (SotayStaffRows *rows)
{
  return g_hash_table_size (rows->places) >= SOTAY_STAFF_BULK;
}

void
sotay_staff_rows_collect (SotayStaffRows *rows, const char *id, GVariant *record)
{
  Collected person = { id, record };

  g_array_append_val (rows->bulk, person);
}

static const char *
get_collected_cb (gpointer data, guint order, guint index, const char **fields)
{
  const Collected *person = &g_array_index ((GArray *) data, Collected, index);

  sotay_record_unpack_fields (SOTAY_RECORD_STAFF, person->record, fields);
  return person->id;
}

static GArray *
list_collected (SotayStaffRows *rows)
{
  GArray *people = g_array_sized_new (FALSE, FALSE, sizeof (SotayBulkPerson), rows->bulk->len);

  for (guint i = 0; i < rows->bulk->len; i++)
    {
      gint64 *place = g_hash_table_lookup (rows->places, g_array_index (rows->bulk, Collected, i).id);
      SotayBulkPerson person = { *place, i };

      g_array_append_val (people, person);
    }
  return people;
}

/* From here on, those written count as found by the transaction. */
gboolean
sotay_staff_rows_settle (SotayStaffRows *rows, GError **error)
{
  g_autoptr (GArray) bulk = NULL;
  g_autoptr (GArray) people = NULL;

  if (rows->bulk->len == 0)
    return TRUE;
  people = list_collected (rows);
  bulk = g_steal_pointer (&rows->bulk);
  rows->bulk = g_array_new (FALSE, FALSE, sizeof (Collected));
  if (!follow_units (rows, error))
    return FALSE;
  g_hash_table_remove_all (rows->units);
  return sotay_staff_bulk_write (rows->db, people, get_collected_cb, bulk, rows->tallies, read_unit_words_cb, rows,
                                 error);
}

static const char *
get_addition_cb (gpointer data, guint order, guint index, const char **fields)
{
  Additions *additions = data;

  sotay_step_get_addition (additions->step, index, fields);
  sotay_uuid_nth (additions->first_id, order, additions->id);
  return additions->id;
}

/* Nobody has an id yet: all are compared with others by the first of them. */
static GArray *
place_additions (SotayStaffRows *rows, SotayStep *step, const char *first_id, GError **error)
{
  guint count = sotay_step_get_n_additions (step);
  g_autoptr (GArray) newcomers = g_array_sized_new (FALSE, FALSE, sizeof (SotayNewcomer), count);
  g_autoptr (GArray) people = g_array_sized_new (FALSE, FALSE, sizeof (SotayBulkPerson), count);

  for (guint i = 0; i < count; i++)
    {
      const char *fields[SOTAY_STAFF_N_FIELDS];
      SotayNewcomer newcomer = { .id = first_id };

      sotay_step_get_addition (step, i, fields);
      newcomer.name = fields[SOTAY_STAFF_NAME];
      g_array_append_val (newcomers, newcomer);
    }
  if (!sotay_places_assign (rows->db, newcomers, remember_cb, rows, error))
    return NULL;
  for (guint i = 0; i < count; i++)
    {
      SotayBulkPerson person = { g_array_index (newcomers, SotayNewcomer, i).place, i };

      g_array_append_val (people, person);
    }
  return g_steal_pointer (&people);
}

gboolean
sotay_staff_rows_add (SotayStaffRows *rows, SotayStep *step, const char *first_id, GError **error)
{
  Additions additions = { step, first_id };
  g_autoptr (GArray) people = NULL;

  if (!sotay_staff_rows_settle (rows, error) || !follow_units (rows, error))
    return FALSE;
  g_hash_table_remove_all (rows->units);
  people = place_additions (rows, step, first_id, error);
  return people != NULL
         && sotay_staff_bulk_write (rows->db, people, get_addition_cb, &additions, rows->tallies, read_unit_words_cb,
                                    rows, error);
}

gboolean
sotay_staff_rows_touch_unit (SotayStaffRows *rows, const char *unit_id, GError **error)
{
  g_hash_table_add (rows->units, g_strdup (unit_id));
  return read_unit_words (rows, unit_id, error) != NULL;
}

gboolean
sotay_staff_rows_put (SotayStaffRows *rows, SotayStaff *staff, GError **error)
{
  const char *id = sotay_staff_get_id (staff);
  gint64 *place = g_hash_table_lookup (rows->places, id);
  sqlite3_stmt *update;
  sqlite3_stmt *insert;

  if (!sotay_staff_rows_settle (rows, error) || !remember (rows, id, error))
    return FALSE;
  update = get_statement (rows, UPDATE, id, error);
  if (update == NULL)
    return FALSE;
  sotay_sqlite_bind_staff (update, staff);
  if (!sotay_sqlite_run (update, error))
    return FALSE;
  if (sqlite3_changes (rows->db) > 0)
    return place == NULL || move (rows, id, *place, error);
  insert = get_statement (rows, INSERT, id, error);
  if (insert == NULL)
    return FALSE;
  sotay_sqlite_bind_staff (insert, staff);
  sqlite3_bind_int64 (insert, SOTAY_SQLITE_PLACE, *place);
  return sotay_sqlite_run (insert, error);
}

gboolean
sotay_staff_rows_remove (SotayStaffRows *rows, const char *id, GError **error)
{
  sqlite3_stmt *remove;

  if (!sotay_staff_rows_settle (rows, error) || !remember (rows, id, error))
    return FALSE;
  remove = get_statement (rows, REMOVE, id, error);
  return remove != NULL && sotay_sqlite_run (remove, error);
}

gboolean
sotay_staff_rows_write_standing (SotayStaffRows *rows, const char *staff_id, const char *trained_since,
                                 const char *passed_since, gboolean counts, GError **error)
{
  sqlite3_stmt *write;

  if (!sotay_staff_rows_settle (rows, error) || !remember (rows, staff_id, error))
    return FALSE;
  write = get_statement (rows, SET_STANDING, staff_id, error);
  if (write == NULL)
    return FALSE;
  sotay_sqlite_bind_text (write, 2, trained_since);
  sotay_sqlite_bind_text (write, 3, passed_since);
  sqlite3_bind_int (write, 4, counts ? 1 : 0);
  return sotay_sqlite_run (write, error);
}

void
sotay_staff_rows_count_anew (SotayStaffRows *rows)
{
  sotay_tallies_count_anew (rows->tallies);
}

gboolean
sotay_staff_rows_finish (SotayStaffRows *rows, GError **error)
{
  g_autoptr (GArray) wordings = NULL;

  if (!sotay_staff_rows_settle (rows, error) || !follow_units (rows, error))
    return FALSE;
  wordings = collect_wordings (rows, error);
  return wordings != NULL && write_wordings (rows, wordings, error) && sotay_tallies_write (rows->tallies, error);
}
