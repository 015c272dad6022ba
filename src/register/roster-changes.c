/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-private.h"

#include "core/uuid.h"

/* From so many new people on, the step hands them out instead of holding a record of each. */
#define MANY 2000

/* Somebody new. */
typedef struct
{
  const char *packed;
  const char *unit_id;
} Added;

/* Those whom a step hands out. Nothing that is decided later changes them. */
typedef struct
{
  SotayRoster *roster; /* holds most of the texts */
  GArray *people;      /* Added */
  GStringChunk *merged; /* the texts of those whom several rows are about */
} Additions;

typedef struct
{
  SotayRoster *roster;
  GHashTable *said; /* a packed person: GArray of the rows that are about the same one */
  GHashTable *units; /* SotayRosterUnit: new ones that are needed */
  SotayStep *step;
  guint n_added;
} Handing;

/* The person in the register, or the row of the file that is added, that a row is about; NULL for somebody new. */
static SotayKnown *
find_person (SotayRoster *roster, const SotayRosterItem *item)
{
  SotayKnown *known = item->known;

  while (known != NULL && known->row != SOTAY_KNOWN_NO_ROW)
    {
      const SotayRosterItem *earlier = sotay_roster_get_row_item (roster, known->row);

      if (earlier->decision == SOTAY_ROSTER_ADD)
        return known;
      /* The earlier row may be about someone itself. When it is left out, this row stands for both. */
      if (earlier->decision != SOTAY_ROSTER_UPDATE && earlier->decision != SOTAY_ROSTER_UNCHANGED)
        return NULL;
      known = earlier->known;
    }
  return known;
}

static gboolean
is_added (SotayRoster *roster, const SotayRosterItem *item)
{
  return item->decision == SOTAY_ROSTER_ADD
         || (item->decision == SOTAY_ROSTER_UPDATE && find_person (roster, item) == NULL);
}

static void
need_unit (Handing *handing, const SotayRosterUnit *unit)
{
  for (; unit != NULL && unit->is_new; unit = unit->parent)
    g_hash_table_add (handing->units, (gpointer) unit);
}

/* Finds out who is spoken of by which rows, and which units are needed. */
static void
gather (Handing *handing)
{
  for (guint i = 0; i < handing->roster->book.items->len; i++)
    {
      SotayRosterItem *item = sotay_roster_get_row_item (handing->roster, i);
      SotayKnown *person = NULL;
      GArray *rows;

      if (is_added (handing->roster, item))
        {
          need_unit (handing, item->unit);
          handing->n_added++;
          continue;
        }
      if (item->decision != SOTAY_ROSTER_UPDATE)
        continue;
      person = find_person (handing->roster, item);
      need_unit (handing, item->unit_after);
      rows = g_hash_table_lookup (handing->said, person->packed);
      if (rows == NULL)
        {
          rows = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (handing->said, (gpointer) person->packed, rows);
        }
      g_array_append_val (rows, i);
    }
}

static void
hand_units (Handing *handing)
{
  GPtrArray *units = sotay_roster_units_list_new (handing->roster->units);

  for (guint i = 0; i < units->len; i++)
    {
      SotayRosterUnit *unit = g_ptr_array_index (units, i);

      if (g_hash_table_contains (handing->units, unit))
        sotay_step_take (handing->step, SOTAY_RECORD_UNIT, sotay_unit_get_id (unit->unit), NULL,
                         sotay_unit_to_record (unit->unit));
    }
}

static const char *
unit_after (const SotayRosterItem *item, const char *now)
{
  if (item->known->row != SOTAY_KNOWN_NO_ROW || item->unit_after == NULL)
    return now;
  return sotay_unit_get_id (item->unit_after->unit);
}

/* Adds what the rows about @person say to @fields. */
static void
merge_rows (Handing *handing, const char *person, const char **fields)
{
  GArray *rows = g_hash_table_lookup (handing->said, person);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SotayRosterItem *item = sotay_roster_get_row_item (handing->roster, g_array_index (rows, guint, i));
      const char *said[SOTAY_STAFF_N_FIELDS];
      const char *merged[SOTAY_STAFF_N_FIELDS];

      sotay_roster_item_get_fields (item, said);
      sotay_packed_staff_drop_known (person, said);
      sotay_match_merge (fields, said, unit_after (item, fields[SOTAY_STAFF_UNIT_ID]), merged);
      for (guint j = 0; j < SOTAY_STAFF_N_FIELDS; j++)
        fields[j] = merged[j];
    }
}

static GVariant *
pack (const char *const *fields)
{
  return sotay_record_pack_fields (SOTAY_RECORD_STAFF, fields);
}

static void
additions_free (Additions *additions)
{
  g_object_unref (additions->roster);
  g_array_unref (additions->people);
  g_string_chunk_free (additions->merged);
  g_free (additions);
}

static void
get_addition_cb (gpointer data, guint index, const char **fields)
{
  const Added *added = &g_array_index (((Additions *) data)->people, Added, index);

  sotay_packed_staff_get (added->packed, fields);
  fields[SOTAY_STAFF_UNIT_ID] = added->unit_id;
}

static Added
pack_added (Handing *handing, const SotayRosterItem *item, GStringChunk *merged)
{
  const char *fields[SOTAY_STAFF_N_FIELDS];
  Added added = { item->packed, sotay_unit_get_id (item->unit->unit) };

  if (!g_hash_table_contains (handing->said, item->packed))
    return added;
  sotay_roster_item_get_fields (item, fields);
  merge_rows (handing, item->packed, fields);
  added.packed = sotay_packed_staff_new (merged, NULL, fields, NULL, NULL);
  added.unit_id = g_string_chunk_insert_const (merged, fields[SOTAY_STAFF_UNIT_ID]);
  return added;
}

static void
hand_many (Handing *handing)
{
  Additions *additions = g_new0 (Additions, 1);

  additions->roster = g_object_ref (handing->roster);
  additions->people = g_array_sized_new (FALSE, FALSE, sizeof (Added), handing->n_added);
  additions->merged = g_string_chunk_new (1 << 12);
  for (guint i = 0; i < handing->roster->book.items->len; i++)
    {
      const SotayRosterItem *item = sotay_roster_get_row_item (handing->roster, i);

      if (is_added (handing->roster, item))
        {
          Added added = pack_added (handing, item, additions->merged);

          g_array_append_val (additions->people, added);
        }
    }
  sotay_step_set_additions (handing->step, additions->people->len, get_addition_cb, additions,
                            (GDestroyNotify) additions_free);
}

static void
hand_added (Handing *handing)
{
  for (guint i = 0; i < handing->roster->book.items->len; i++)
    {
      SotayRosterItem *item = sotay_roster_get_row_item (handing->roster, i);
      const char *fields[SOTAY_STAFF_N_FIELDS];
      g_autofree char *id = NULL;

      if (!is_added (handing->roster, item))
        continue;
      id = sotay_uuid_new ();
      sotay_roster_item_get_fields (item, fields);
      merge_rows (handing, item->packed, fields);
      sotay_step_take (handing->step, SOTAY_RECORD_STAFF, id, NULL, pack (fields));
    }
}

static void
hand_updated (Handing *handing)
{
  for (guint i = 0; i < handing->roster->book.items->len; i++)
    {
      SotayRosterItem *item = sotay_roster_get_row_item (handing->roster, i);
      SotayKnown *person;
      const char *before[SOTAY_STAFF_N_FIELDS];
      const char *after[SOTAY_STAFF_N_FIELDS];
      const char *id;

      if (item->decision != SOTAY_ROSTER_UPDATE || is_added (handing->roster, item))
        continue;
      person = find_person (handing->roster, item);
      if (person->row != SOTAY_KNOWN_NO_ROW || !g_hash_table_contains (handing->said, person->packed))
        continue;
      id = sotay_packed_staff_get (person->packed, before);
      sotay_packed_staff_get (person->packed, after);
      merge_rows (handing, person->packed, after);
      sotay_step_take (handing->step, SOTAY_RECORD_STAFF, id, pack (before), pack (after));
      g_hash_table_remove (handing->said, person->packed); /* once for all its rows */
    }
}

SotayStep *
sotay_roster_make_step (SotayRoster *roster)
{
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, sotay_roster_source_get_name (roster->source));
  g_autoptr (GHashTable) said = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  Handing handing = { roster, said, units, step, 0 };

  gather (&handing);
  hand_units (&handing);
  if (handing.n_added >= MANY)
    hand_many (&handing);
  else
    hand_added (&handing);
  hand_updated (&handing);
  sotay_step_expect (step, &roster->mark);
  return step;
}
