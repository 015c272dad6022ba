/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-private.h"

typedef struct
{
  SotayRoster *roster;
  GHashTable *said; /* a packed person: GArray of the rows that are about the same one */
  GHashTable *units; /* SotayRosterUnit: new ones that are needed */
  SotayRosterChangeFunc func;
  gpointer data;
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
        handing->func (SOTAY_RECORD_UNIT, sotay_unit_get_id (unit->unit), NULL, sotay_unit_to_record (unit->unit),
                       handing->data);
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
hand_added (Handing *handing)
{
  for (guint i = 0; i < handing->roster->book.items->len; i++)
    {
      SotayRosterItem *item = sotay_roster_get_row_item (handing->roster, i);
      const char *fields[SOTAY_STAFF_N_FIELDS];
      const char *id;

      if (!is_added (handing->roster, item))
        continue;
      id = sotay_roster_item_get_fields (item, fields);
      merge_rows (handing, item->packed, fields);
      handing->func (SOTAY_RECORD_STAFF, id, NULL, pack (fields), handing->data);
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
      handing->func (SOTAY_RECORD_STAFF, id, pack (before), pack (after), handing->data);
      g_hash_table_remove (handing->said, person->packed); /* once for all its rows */
    }
}

void
sotay_roster_foreach_change (SotayRoster *roster, SotayRosterChangeFunc func, gpointer data)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  Handing handing = { roster, said, units, func, data };

  gather (&handing);
  hand_units (&handing);
  hand_added (&handing);
  hand_updated (&handing);
}

static void
take_cb (SotayRecordKind kind, const char *id, GVariant *before, GVariant *after, gpointer step)
{
  sotay_step_take (step, kind, id, before, after);
}

SotayStep *
sotay_roster_make_step (SotayRoster *roster)
{
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, sotay_roster_source_get_name (roster->source));

  sotay_roster_foreach_change (roster, take_cb, step);
  return step;
}
