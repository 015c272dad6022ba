/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-private.h"

#include "register/register-error.h"

#include <string.h>

/* People of the register that are held as objects at a time. */
#define WINDOW 50000
#define ROWS_BETWEEN_LOOKS 1000
/* Parts of the progress: the file, the register, the decisions. */
#define AFTER_ROWS 0.4
#define AFTER_REGISTER 0.8

typedef struct
{
  SotayRoster *roster;
  guint n_rows;
} Planning;

static void
line_cb (const SotayRosterLine *line, gpointer data)
{
  Planning *planning = data;
  SotayRoster *roster = planning->roster;
  const char *fields[SOTAY_STAFF_N_FIELDS];
  guint notes = line->notes;
  g_autofree char *note = NULL;
  SotayRosterItem item = {
    .number = line->number,
    .row = line->row,
    .reason = (guint8) line->reason,
    .undated = line->undated,
    .named = line->path[0] != NULL,
    .deep = line->path[0] != NULL && line->path[1] != NULL,
  };

  memcpy (fields, line->fields, sizeof fields);
  note = sotay_roster_employments_apply (roster->employments, line, fields, &notes);
  item.notes = notes;
  if (fields[SOTAY_STAFF_NAME] != NULL)
    item.packed = sotay_packed_staff_new (roster->text, NULL, fields, NULL, NULL);
  if (line->reason == SOTAY_ROSTER_REASON_NONE)
    {
      item.namesakes = sotay_matcher_enter (roster->matcher, line->fields[SOTAY_STAFF_NAME]);
      item.unit = sotay_roster_units_find (roster->units, line->path, line->named);
    }
  g_array_append_val (roster->book.items, item);
  if (roster->book.items->len % ROWS_BETWEEN_LOOKS == 0)
    sotay_roster_source_set_progress (roster->source, AFTER_ROWS * line->row / planning->n_rows);
}

static void
know_window (SotayRoster *roster, GPtrArray *staff)
{
  for (guint i = 0; i < staff->len; i++)
    {
      SotayStaff *person = g_ptr_array_index (staff, i);
      SotayNamesakes *namesakes = sotay_matcher_look_up (roster->matcher, sotay_staff_get_name (person));
      const char *fields[SOTAY_STAFF_N_FIELDS];

      /* Nobody of that name is in the file. */
      if (namesakes == NULL)
        continue;
      for (guint j = 0; j < SOTAY_STAFF_N_FIELDS; j++)
        fields[j] = sotay_staff_get_field (person, j);
      sotay_matcher_add (roster->matcher, namesakes,
                         sotay_packed_staff_new (roster->text, sotay_staff_get_id (person), fields,
                                                 sotay_staff_get_trained_since (person),
                                                 sotay_staff_get_passed_since (person)),
                         sotay_roster_units_get (roster->units, fields[SOTAY_STAFF_UNIT_ID]), SOTAY_KNOWN_NO_ROW);
    }
}

static gboolean
know_register (SotayRoster *roster, SotayStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  guint offset = 0;

  for (;;)
    {
      g_autoptr (GPtrArray) staff = sotay_store_list_staff (store, everyone, offset, WINDOW, cancellable, error);

      if (staff == NULL)
        return FALSE;
      know_window (roster, staff);
      if (staff->len < WINDOW)
        return TRUE;
      offset += WINDOW;
      sotay_roster_source_set_progress (roster->source, AFTER_ROWS + (AFTER_REGISTER - AFTER_ROWS) * offset
                                                                       / (offset + 10.0 * WINDOW));
    }
}

/* Where someone in the register is after an update: nobody is moved who is in such a unit already. */
static SotayRosterUnit *
find_unit_after (const SotayRosterItem *item, SotayRosterUnit *now)
{
  if (now == NULL)
    return item->unit;
  if (!item->named)
    return now->at_home ? now : item->unit;
  return !item->deep && g_str_equal (now->folded, item->unit->folded) ? now : item->unit;
}

static void
reject (SotayRosterItem *item, SotayRosterReason reason)
{
  item->decision = SOTAY_ROSTER_REJECT;
  item->reason = (guint8) reason;
}

static void
ask (SotayRosterItem *item, SotayRosterReason reason)
{
  item->decision = SOTAY_ROSTER_ASK;
  item->reason = (guint8) reason;
}

static void
relate (SotayRoster *roster, guint index, const char **said, SotayKnown *known, gboolean sure)
{
  SotayRosterItem *item = sotay_roster_get_row_item (roster, index);
  const char *stored[SOTAY_STAFF_N_FIELDS];
  const char *merged[SOTAY_STAFF_N_FIELDS];
  SotayRosterReason reason;

  item->known = known;
  item->unit_after = find_unit_after (item, known->unit);
  sotay_packed_staff_drop_known (known->packed, said);
  sotay_packed_staff_get (known->packed, stored);
  sotay_match_merge (stored, said, item->unit_after != NULL ? sotay_unit_get_id (item->unit_after->unit) : NULL,
                     merged);
  item->same = sotay_match_equal (merged, stored) ? SOTAY_ROSTER_UNCHANGED : SOTAY_ROSTER_UPDATE;
  if (!sotay_roster_item_check (merged, &roster->book.today, &reason))
    {
      reject (item, reason);
      return;
    }
  if ((item->unit_after != known->unit
       || g_strcmp0 (merged[SOTAY_STAFF_LEFT_ON], stored[SOTAY_STAFF_LEFT_ON]) != 0)
      && sotay_roster_unit_has_ended (item->unit_after, merged[SOTAY_STAFF_LEFT_ON]))
    {
      reject (item, SOTAY_ROSTER_REASON_UNIT_ENDED);
      return;
    }
  item->decision = item->same;
  known->taken |= sure;
  if (sure)
    return;
  /* It may turn out to be somebody else, whom a later row is about. */
  sotay_matcher_add (roster->matcher, item->namesakes, item->packed, item->unit, index);
  ask (item, SOTAY_ROSTER_REASON_NAMESAKE);
}

static void
decide_match (SotayRoster *roster, SotayRosterItem *item, guint index)
{
  const char *said[SOTAY_STAFF_N_FIELDS];
  SotayKnown *known = NULL;
  SotayRosterReason reason;
  SotayMatchKind match;

  sotay_roster_item_get_fields (item, said);
  match = sotay_matcher_find (item->namesakes, said, item->unit, !item->named, &known);
  if (match == SOTAY_MATCH_SAME && known->taken)
    {
      item->known = known;
      item->same = SOTAY_ROSTER_UPDATE;
      item->unit_after = find_unit_after (item, known->unit);
      reject (item, SOTAY_ROSTER_REASON_TWICE);
      return;
    }
  if (match != SOTAY_MATCH_NONE && known != NULL && known->row == SOTAY_KNOWN_NO_ROW)
    {
      relate (roster, index, said, known, match == SOTAY_MATCH_SAME);
      return;
    }
  if (!sotay_roster_item_check (said, &roster->book.today, &reason))
    {
      reject (item, reason);
      return;
    }
  if (sotay_roster_unit_has_ended (item->unit, said[SOTAY_STAFF_LEFT_ON]))
    {
      reject (item, SOTAY_ROSTER_REASON_UNIT_ENDED);
      return;
    }
  sotay_matcher_add (roster->matcher, item->namesakes, item->packed, item->unit, index);
  if (match != SOTAY_MATCH_MAYBE)
    return;
  item->known = known;
  item->same = SOTAY_ROSTER_UPDATE;
  ask (item, SOTAY_ROSTER_REASON_NAMESAKE);
}

static gboolean
is_known_trained (const SotayRosterItem *item)
{
  const char *fields[SOTAY_STAFF_N_FIELDS];

  if (item->known == NULL || item->known->row != SOTAY_KNOWN_NO_ROW)
    return FALSE;
  sotay_packed_staff_get (item->known->packed, fields);
  return fields[SOTAY_STAFF_TRAINED_ON] != NULL;
}

static void
decide (SotayRoster *roster, guint index)
{
  SotayRosterItem *item = sotay_roster_get_row_item (roster, index);

  if (item->reason != SOTAY_ROSTER_REASON_NONE)
    reject (item, item->reason);
  else
    decide_match (roster, item, index);
  if ((item->notes & SOTAY_ROSTER_DOUBTS) != 0
      && (item->decision == SOTAY_ROSTER_ADD || item->decision == SOTAY_ROSTER_UPDATE))
    ask (item, SOTAY_ROSTER_REASON_DOUBT);
  if (item->undated && item->reason == SOTAY_ROSTER_REASON_NONE && !is_known_trained (item))
    item->reason = SOTAY_ROSTER_REASON_NO_DAY;
  roster->book.counts[item->decision]++;
}

static gboolean
decide_all (SotayRoster *roster, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < roster->book.items->len; i++)
    {
      if (i % ROWS_BETWEEN_LOOKS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          sotay_roster_source_set_progress (roster->source, AFTER_REGISTER + (1 - AFTER_REGISTER) * i
                                                                                / roster->book.items->len);
        }
      decide (roster, i);
    }
  return TRUE;
}

gboolean
sotay_roster_plan (SotayRoster *roster, SotayStore *store, const SotayRosterOptions *options,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, cancellable, error);
  SotayRosterTable *table = sotay_roster_source_get_table (roster->source);
  Planning planning = { .roster = roster, .n_rows = sotay_roster_table_get_n_rows (table) };

  if (units == NULL)
    return FALSE;
  roster->units = sotay_roster_units_new (units, options->unit_id);
  if (options->unit_id != NULL && sotay_roster_units_get (roster->units, options->unit_id) == NULL)
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, options->unit_id);
      return FALSE;
    }
  return sotay_roster_read_rows (table, roster->columns, !options->headings_are_people, line_cb, &planning,
                                 &roster->has_headings, cancellable, error)
         && know_register (roster, store, cancellable, error) && decide_all (roster, cancellable, error);
}
