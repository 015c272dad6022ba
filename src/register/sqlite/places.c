/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sqlite/places.h"

#include "core/text.h"
#include "register/sqlite/search.h"

#include <string.h>

#define FIRST (G_GINT64_CONSTANT (1) << 46) /* in the middle of what SQLite stores in six bytes */
#define NOWHERE G_MININT64
/* Between those who come together: much room while they are few, short differences in the index when they are many. */
#define WIDE_GAP (1 << 20)
#define NARROW_GAP (1 << 6)
#define MANY 65536
/* Room is made by moving neighbours, so many on each side at first, more until each has a gap like this. */
#define NEIGHBOURS 64
#define LEAST_GAP 16
/* A search looks at about so many people; walking past all of them looks at each once. */
#define SEARCH_COST 32

/* One who is to be placed, or stands in the register. What it points to belongs to somebody else. */
typedef struct
{
  gint64 place;
  const char *id;
  const guint8 *key;
  guint length;
  guint index; /* among newcomers, of whom some may have the same id */
} Person;

/* One who was read, with what the person points to. */
typedef struct
{
  Person person;
  gboolean there;
  GString *id;
  GByteArray *key;
} Found;

typedef struct
{
  sqlite3 *db;
  SotayPlacesFunc moving;
  gpointer data;
  sqlite3_stmt *at;     /* the first person from a place on */
  sqlite3_stmt *before; /* the last place before one */
  sqlite3_stmt *walk;   /* NULL: the way is searched, not walked */
  SotayNameKeys *keys;
  Found next;           /* of the walk */
  gboolean begun;
  gint64 gap;
  gint64 last; /* the place given last; NOWHERE: none yet */
} Search;

static void
found_init (Found *found)
{
  *found = (Found){ .id = g_string_new (NULL), .key = g_byte_array_new () };
}

static void
found_clear (Found *found)
{
  g_string_free (found->id, TRUE);
  g_byte_array_unref (found->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static int
compare_keys (const Person *one, const Person *other)
{
  int order = memcmp (one->key, other->key, MIN (one->length, other->length));

  return order != 0 ? order : (one->length > other->length) - (one->length < other->length);
}

static int
person_compare (gconstpointer a, gconstpointer b)
{
  const Person *one = a;
  const Person *other = b;
  int order = compare_keys (one, other);

  if (order == 0 && one->id != other->id)
    order = strcmp (one->id, other->id);
  return order != 0 ? order : (one->index > other->index) - (one->index < other->index);
}

static void
search_clear (Search *search)
{
  found_clear (&search->next);
  sotay_name_keys_free (search->keys);
  sqlite3_finalize (search->at);
  sqlite3_finalize (search->before);
  sqlite3_finalize (search->walk);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
read_person (SotayNameKeys *keys, sqlite3_stmt *row, Found *found)
{
  found->there = TRUE;
  g_string_assign (found->id, (const char *) sqlite3_column_text (row, 1));
  g_byte_array_set_size (found->key, 0);
  sotay_name_keys_append (keys, (const char *) sqlite3_column_text (row, 2), found->key);
  found->person = (Person){ sqlite3_column_int64 (row, 0), found->id->str, found->key->data, found->key->len, 0 };
}

/* Walking or searching: whichever looks at fewer people. */
static gboolean
search_begin (Search *search, guint n_newcomers, GError **error)
{
  gint64 n_people = G_MAXINT64;

  if (n_newcomers > NEIGHBOURS)
    n_people = sotay_sqlite_read_number (search->db, "SELECT count(*) FROM staff", error);
  if (n_people < 0)
    return FALSE;
  search->gap = n_newcomers > MANY ? NARROW_GAP : WIDE_GAP;
  search->last = NOWHERE;
  search->at = sotay_sqlite_prepare (search->db, "SELECT place, id, name FROM staff WHERE place >= ?1 "
                                                 "ORDER BY place LIMIT 1", error);
  search->before = search->at != NULL ? sotay_sqlite_prepare (search->db, "SELECT max(place) FROM staff "
                                                                          "WHERE place < ?1", error) : NULL;
  if (search->before == NULL || n_people / SEARCH_COST >= n_newcomers)
    return search->before != NULL;
  search->walk = sotay_sqlite_prepare (search->db, "SELECT place, id, name FROM staff WHERE place > ?1 ORDER BY place",
                                       error);
  return search->walk != NULL;
}

/* The first person from @place on. */
static gboolean
read_at (Search *search, gint64 place, Found *found, GError **error)
{
  gboolean row;
  gboolean done;

  sqlite3_bind_int64 (search->at, 1, place);
  done = sotay_sqlite_next (search->at, &row, error);
  found->there = FALSE;
  if (row)
    read_person (search->keys, search->at, found);
  sqlite3_reset (search->at);
  return done;
}

/* The first who comes after @newcomer is left in @after, by halving the range of places. */
static gboolean
search_after (Search *search, const Person *newcomer, Found *after, GError **error)
{
  gint64 low, high;
  g_auto (Found) found = { 0 };
  gboolean done = TRUE;
  GError *failure = NULL;

  found_init (&found);
  after->there = FALSE;
  low = sotay_sqlite_read_number (search->db, "SELECT ifnull(min(place), 0) FROM staff", &failure);
  high = failure == NULL ? sotay_sqlite_read_number (search->db, "SELECT ifnull(max(place), -1) + 1 FROM staff",
                                                     &failure) : 0;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  while (done && low < high)
    {
      gint64 middle = low + (high - low) / 2;

      done = read_at (search, middle, &found, error);
      if (!found.there || (after->there && found.person.place >= after->person.place))
        high = middle;
      else if (person_compare (&found.person, newcomer) < 0)
        low = found.person.place + 1;
      else
        {
          Found former = *after;

          *after = found;
          found = former;
          high = middle;
        }
    }
  return done;
}

static gboolean
walk_on (Search *search, GError **error)
{
  gboolean row;

  if (!sotay_sqlite_next (search->walk, &row, error))
    return FALSE;
  search->next.there = row;
  if (row)
    read_person (search->keys, search->walk, &search->next);
  return TRUE;
}

static gboolean
walk_after (Search *search, const Person *newcomer, GError **error)
{
  if (!search->begun)
    {
      search->begun = TRUE;
      sqlite3_reset (search->walk);
      sqlite3_bind_int64 (search->walk, 1, search->last);
      if (!walk_on (search, error))
        return FALSE;
    }
  while (search->next.there && person_compare (&search->next.person, newcomer) < 0)
    if (!walk_on (search, error))
      return FALSE;
  return TRUE;
}

static gboolean
find_after (Search *search, const Person *newcomer, GError **error)
{
  return search->walk != NULL ? walk_after (search, newcomer, error)
                              : search_after (search, newcomer, &search->next, error);
}

static gboolean
find_before (Search *search, gint64 place, gint64 *before, GError **error)
{
  gboolean row;
  gboolean done;

  sqlite3_bind_int64 (search->before, 1, place);
  done = sotay_sqlite_next (search->before, &row, error);
  *before = row && sqlite3_column_type (search->before, 0) != SQLITE_NULL ? sqlite3_column_int64 (search->before, 0)
                                                                          : NOWHERE;
  sqlite3_reset (search->before);
  return done;
}

/* Where number @i of @n stands between @low and @high; either may be NOWHERE. */
static gint64
divide (gint64 low, gint64 high, gint64 gap, guint i, guint n)
{
  if (low == NOWHERE && high == NOWHERE)
    return FIRST + gap * i;
  if (high == NOWHERE)
    return low + gap * (i + 1);
  if (low == NOWHERE)
    return high - gap * (n - i);
  return low + (high - low) / (n + 1) * (i + 1);
}

/* Reads the places of up to @count people on one side of @place, and the next beyond them as @bound. */
static gboolean
read_side (Search *search, gboolean left, gint64 place, guint count, GArray *places, gint64 *bound, GError **error)
{
  g_autoptr (sqlite3_stmt) rows = NULL;
  gboolean row;

  rows = sotay_sqlite_prepare (search->db,
                               left ? "SELECT place FROM staff WHERE place < ?1 AND place > ?2 ORDER BY place DESC LIMIT ?3"
                                    : "SELECT place FROM staff WHERE place >= ?1 ORDER BY place LIMIT ?3", error);
  if (rows == NULL)
    return FALSE;
  *bound = left ? search->last : NOWHERE;
  sqlite3_bind_int64 (rows, 1, place);
  if (left)
    sqlite3_bind_int64 (rows, 2, search->last);
  sqlite3_bind_int64 (rows, 3, (gint64) count + 1);
  for (guint i = 0; sotay_sqlite_next (rows, &row, error); i++)
    {
      gint64 found;

      if (!row)
        return TRUE;
      found = sqlite3_column_int64 (rows, 0);
      if (i == count)
        *bound = found;
      else if (left)
        g_array_prepend_val (places, found);
      else
        g_array_append_val (places, found);
    }
  return FALSE;
}

static gboolean
announce_moves (Search *search, GArray *places, GError **error)
{
  g_auto (Found) found = { 0 };

  found_init (&found);
  for (guint i = 0; i < places->len; i++)
    {
      if (!read_at (search, g_array_index (places, gint64, i), &found, error)
          || !search->moving (found.id->str, search->data, error))
        return FALSE;
    }
  return TRUE;
}

/* Moves by way of negative places, where nobody stands. */
static gboolean
move_people (sqlite3 *db, GArray *from, GArray *to, GError **error)
{
  g_autoptr (sqlite3_stmt) away = sotay_sqlite_prepare (db, "UPDATE staff SET place = -place "
                                                            "WHERE place BETWEEN ?1 AND ?2", error);
  g_autoptr (sqlite3_stmt) back = away != NULL ? sotay_sqlite_prepare (db, "UPDATE staff SET place = ?2 "
                                                                           "WHERE place = -?1", error) : NULL;

  if (back == NULL)
    return FALSE;
  sqlite3_bind_int64 (away, 1, g_array_index (from, gint64, 0));
  sqlite3_bind_int64 (away, 2, g_array_index (from, gint64, from->len - 1));
  if (!sotay_sqlite_run (away, error))
    return FALSE;
  for (guint i = 0; i < from->len; i++)
    {
      sqlite3_bind_int64 (back, 1, g_array_index (from, gint64, i));
      sqlite3_bind_int64 (back, 2, g_array_index (to, gint64, i));
      if (!sotay_sqlite_run (back, error))
        return FALSE;
    }
  return TRUE;
}

/* Divides the room of more and more neighbours evenly between them and @run. Those placed before stay. */
static gboolean
make_room (Search *search, Person *run, guint length, gint64 high, GError **error)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 low_bound, high_bound;
  guint n_left, n_all;

  for (guint count = NEIGHBOURS;; count *= 2)
    {
      g_array_set_size (from, 0);
      if (!read_side (search, TRUE, high, count, from, &low_bound, error))
        return FALSE;
      n_left = from->len;
      if (!read_side (search, FALSE, high, count, from, &high_bound, error))
        return FALSE;
      n_all = from->len + length;
      if (low_bound == NOWHERE || high_bound == NOWHERE || (high_bound - low_bound) / (n_all + 1) >= LEAST_GAP)
        break;
    }
  for (guint i = 0; i < n_all; i++)
    {
      gint64 place = divide (low_bound, high_bound, search->gap, i, n_all);

      if (i >= n_left && i < n_left + length)
        run[i - n_left].place = place;
      else
        g_array_append_val (to, place);
    }
  search->begun = FALSE;
  return announce_moves (search, from, error) && move_people (search->db, from, to, error);
}

/* Places all of @people from @start on that go where the first of them goes. Returns how many; 0 on error. */
static guint
place_run (Search *search, GArray *people, guint start, GError **error)
{
  Person *run = &g_array_index (people, Person, start);
  guint length = 1;
  gint64 low;
  gint64 high;

  if (!find_after (search, run, error))
    return 0;
  high = search->next.there ? search->next.person.place : NOWHERE;
  if (!find_before (search, high != NOWHERE ? high : G_MAXINT64, &low, error))
    return 0;
  while (start + length < people->len && (high == NOWHERE || person_compare (&run[length], &search->next.person) < 0))
    length++;
  if (low != NOWHERE && high != NOWHERE && (high - low) / (length + 1) < 1)
    {
      if (!make_room (search, run, length, high, error))
        return 0;
    }
  else
    for (guint i = 0; i < length; i++)
      run[i].place = divide (low, high, search->gap, i, length);
  search->last = run[length - 1].place;
  return length;
}

/* Keeps @key, whose bytes @texts holds then. */
static void
add_person (GArray *people, GStringChunk *texts, const GByteArray *key, gint64 place, const char *id)
{
  Person person = { place, id, NULL, key->len, people->len };

  person.key = (const guint8 *) g_string_chunk_insert_len (texts, (const char *) key->data, (gssize) key->len);
  g_array_append_val (people, person);
}

static GArray *
sort_newcomers (SotayNameKeys *keys, GStringChunk *texts, GArray *newcomers)
{
  GArray *people = g_array_sized_new (FALSE, FALSE, sizeof (Person), newcomers->len);
  g_autoptr (GByteArray) key = g_byte_array_new ();

  for (guint i = 0; i < newcomers->len; i++)
    {
      const SotayNewcomer *newcomer = &g_array_index (newcomers, SotayNewcomer, i);

      g_byte_array_set_size (key, 0);
      sotay_name_keys_append (keys, newcomer->name, key);
      add_person (people, texts, key, 0, newcomer->id);
    }
  g_array_sort (people, person_compare);
  return people;
}

static GArray *
read_everyone (sqlite3 *db, SotayNameKeys *keys, GStringChunk *texts, GError **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (Person));
  g_autoptr (sqlite3_stmt) rows = sotay_sqlite_prepare (db, "SELECT place, id, name FROM staff", error);
  g_auto (Found) found = { 0 };
  gboolean row;

  found_init (&found);
  if (rows == NULL)
    return NULL;
  while (sotay_sqlite_next (rows, &row, error))
    {
      if (!row)
        return g_steal_pointer (&people);
      read_person (keys, rows, &found);
      add_person (people, texts, found.key, found.person.place, g_string_chunk_insert (texts, found.id->str));
    }
  return NULL;
}

gboolean
sotay_places_assign (sqlite3 *db, GArray *newcomers, SotayPlacesFunc moving, gpointer data, GError **error)
{
  g_auto (Search) search = { .db = db, .moving = moving, .data = data };
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1 << 16);
  g_autoptr (GArray) people = NULL;
  guint length;

  search.keys = sotay_name_keys_new ();
  found_init (&search.next);
  if (newcomers->len == 0)
    return TRUE;
  if (!search_begin (&search, newcomers->len, error))
    return FALSE;
  people = sort_newcomers (search.keys, texts, newcomers);
  for (guint i = 0; i < people->len; i += length)
    {
      length = place_run (&search, people, i, error);
      if (length == 0)
        return FALSE;
    }
  for (guint i = 0; i < people->len; i++)
    {
      const Person *person = &g_array_index (people, Person, i);

      g_array_index (newcomers, SotayNewcomer, person->index).place = person->place;
    }
  return TRUE;
}

gboolean
sotay_places_refresh (sqlite3 *db, GError **error)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1 << 16);
  SotayNameKeys *keys = sotay_name_keys_new ();
  g_autoptr (GArray) people = read_everyone (db, keys, texts, error);
  g_autoptr (sqlite3_stmt) move = NULL;
  gint64 gap;

  sotay_name_keys_free (keys);
  if (people == NULL || !sotay_sqlite_execute (db, "UPDATE staff SET place = -place", error))
    return FALSE;
  g_array_sort (people, person_compare);
  gap = people->len > MANY ? NARROW_GAP : WIDE_GAP;
  move = sotay_sqlite_prepare (db, "UPDATE staff SET place = ?2 WHERE place = -?1", error);
  if (move == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      sqlite3_bind_int64 (move, 1, g_array_index (people, Person, i).place);
      sqlite3_bind_int64 (move, 2, divide (NOWHERE, NOWHERE, gap, i, people->len));
      if (!sotay_sqlite_run (move, error))
        return FALSE;
    }
  return sotay_search_rebuild (db, error);
}
