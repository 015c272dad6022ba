/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-row.h"

#include "register/plan-item.h"

struct _SotayRosterRow
{
  GObject parent_instance;
  GObject *owner;
  SotayRosterBook *book;
  guint index;
  SotayStaff *staff;
  SotayStaff *existing;
};

G_DEFINE_FINAL_TYPE (SotayRosterRow, sotay_roster_row, G_TYPE_OBJECT)

enum
{
  PROP_DECISION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const reasons[] = {
  [SOTAY_ROSTER_REASON_NONE] = "none",
  [SOTAY_ROSTER_REASON_NO_NAME] = "no-name",
  [SOTAY_ROSTER_REASON_BAD_NAME] = "bad-name",
  [SOTAY_ROSTER_REASON_NO_PERSON] = "no-person",
  [SOTAY_ROSTER_REASON_BAD_BIRTH] = "bad-birth",
  [SOTAY_ROSTER_REASON_BAD_DATE] = "bad-date",
  [SOTAY_ROSTER_REASON_BAD_SERVICE] = "bad-service",
  [SOTAY_ROSTER_REASON_BAD_LEVEL] = "bad-level",
  [SOTAY_ROSTER_REASON_TOO_LONG] = "too-long",
  [SOTAY_ROSTER_REASON_NO_UNIT] = "no-unit",
  [SOTAY_ROSTER_REASON_UNIT_ENDED] = "unit-ended",
  [SOTAY_ROSTER_REASON_NAMESAKE] = "namesake",
  [SOTAY_ROSTER_REASON_TWICE] = "twice",
  [SOTAY_ROSTER_REASON_NO_DAY] = "no-day",
  [SOTAY_ROSTER_REASON_DOUBT] = "doubt",
};

static const char *const decisions[] = {
  [SOTAY_ROSTER_ADD] = "add",   [SOTAY_ROSTER_UPDATE] = "update", [SOTAY_ROSTER_UNCHANGED] = "unchanged",
  [SOTAY_ROSTER_ASK] = "ask",   [SOTAY_ROSTER_REJECT] = "reject", [SOTAY_ROSTER_SKIP] = "skip",
};

static SotayRosterItem *
get_item (SotayRosterRow *self)
{
  return &g_array_index (self->book->items, SotayRosterItem, self->index);
}

static gboolean
is_in_register (const SotayRosterItem *item)
{
  return item->known != NULL && item->known->row == SOTAY_KNOWN_NO_ROW;
}

static void
sotay_roster_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_DECISION)
    g_value_set_int (value, (int) sotay_roster_row_get_decision (SOTAY_ROSTER_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_roster_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_DECISION)
    sotay_roster_row_set_decision (SOTAY_ROSTER_ROW (object), (SotayRosterDecision) g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_roster_row_dispose (GObject *object)
{
  SotayRosterRow *self = SOTAY_ROSTER_ROW (object);

  if (self->owner != NULL)
    g_hash_table_remove (self->book->alive, GUINT_TO_POINTER (self->index));
  g_clear_object (&self->owner);
  g_clear_object (&self->staff);
  g_clear_object (&self->existing);
  G_OBJECT_CLASS (sotay_roster_row_parent_class)->dispose (object);
}

static void
sotay_roster_row_class_init (SotayRosterRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = sotay_roster_row_get_property;
  object_class->set_property = sotay_roster_row_set_property;
  object_class->dispose = sotay_roster_row_dispose;
  properties[PROP_DECISION] = g_param_spec_int ("decision", NULL, NULL, SOTAY_ROSTER_ADD, SOTAY_ROSTER_SKIP,
                                                SOTAY_ROSTER_ADD,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sotay_roster_row_init (SotayRosterRow *self)
{
}

SotayRosterRow *
sotay_roster_row_new (GObject *owner, SotayRosterBook *book, guint index)
{
  SotayRosterRow *row = g_object_new (SOTAY_TYPE_ROSTER_ROW, NULL);

  row->owner = g_object_ref (owner);
  row->book = book;
  row->index = index;
  return row;
}

guint
sotay_roster_row_get_number (SotayRosterRow *row)
{
  return get_item (row)->number;
}

SotayStaff *
sotay_roster_row_get_staff (SotayRosterRow *row)
{
  const SotayRosterItem *item = get_item (row);
  const char *fields[SOTAY_STAFF_N_FIELDS];

  if (row->staff != NULL || item->packed == NULL)
    return row->staff;
  sotay_roster_item_get_fields (item, fields);
  row->staff = sotay_staff_restore ("", fields); /* the register gives ids */
  return row->staff;
}

const char *
sotay_roster_row_get_unit_name (SotayRosterRow *row)
{
  const SotayRosterItem *item = get_item (row);
  gboolean same = is_in_register (item) && item->decision != SOTAY_ROSTER_ADD;
  const SotayRosterUnit *unit = same ? item->unit_after : item->unit;

  return unit != NULL ? sotay_unit_get_name (unit->unit) : NULL;
}

SotayStaff *
sotay_roster_row_get_existing (SotayRosterRow *row)
{
  const SotayRosterItem *item = get_item (row);
  const char *fields[SOTAY_STAFF_N_FIELDS];
  const char *id;

  if (row->existing != NULL || !is_in_register (item))
    return row->existing;
  id = sotay_packed_staff_get (item->known->packed, fields);
  row->existing = sotay_staff_restore (id, fields);
  return row->existing;
}

guint
sotay_roster_row_get_namesake_number (SotayRosterRow *row)
{
  const SotayRosterItem *item = get_item (row);

  return item->known != NULL && !is_in_register (item)
           ? g_array_index (row->book->items, SotayRosterItem, item->known->row).number
           : 0;
}

SotayRosterReason
sotay_roster_row_get_reason (SotayRosterRow *row)
{
  return get_item (row)->reason;
}

guint
sotay_roster_row_get_notes (SotayRosterRow *row)
{
  return get_item (row)->notes;
}

SotayRosterDecision
sotay_roster_row_get_decision (SotayRosterRow *row)
{
  return get_item (row)->decision;
}

static void
change_free (gpointer data)
{
  SotayRosterChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static const char *
name_unit (const SotayRosterUnit *unit)
{
  return unit != NULL ? sotay_unit_get_name (unit->unit) : NULL;
}

GPtrArray *
sotay_roster_row_get_changes (SotayRosterRow *row)
{
  const SotayRosterItem *item = get_item (row);
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  const char *said[SOTAY_STAFF_N_FIELDS];
  const char *stored[SOTAY_STAFF_N_FIELDS];
  const char *merged[SOTAY_STAFF_N_FIELDS];

  if (!is_in_register (item))
    return changes;
  sotay_roster_item_get_fields (item, said);
  sotay_packed_staff_drop_known (item->known->packed, said);
  sotay_packed_staff_get (item->known->packed, stored);
  sotay_match_merge (stored, said, item->unit_after != NULL ? sotay_unit_get_id (item->unit_after->unit) : NULL,
                     merged);
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    {
      SotayRosterChange *change;

      if (g_strcmp0 (stored[i], merged[i]) == 0)
        continue;
      change = g_new0 (SotayRosterChange, 1);
      change->field = (SotayStaffField) i;
      change->before = g_strdup (i == SOTAY_STAFF_UNIT_ID ? name_unit (item->known->unit) : stored[i]);
      change->after = g_strdup (i == SOTAY_STAFF_UNIT_ID ? name_unit (item->unit_after) : merged[i]);
      g_ptr_array_add (changes, change);
    }
  return changes;
}

static gboolean
can_be_added (const SotayRosterItem *item, const GDate *today)
{
  const char *fields[SOTAY_STAFF_N_FIELDS];
  SotayRosterReason reason;

  /* Someone without a unit can be brought up to date but not added. */
  if (item->packed == NULL || item->unit == NULL)
    return FALSE;
  sotay_roster_item_get_fields (item, fields);
  return sotay_roster_item_check (fields, today, &reason)
         && !sotay_roster_unit_has_ended (item->unit, fields[SOTAY_STAFF_LEFT_ON]);
}

void
sotay_roster_row_set_decision (SotayRosterRow *row, SotayRosterDecision decision)
{
  SotayRosterItem *item = get_item (row);
  gboolean open = item->decision != SOTAY_ROSTER_REJECT || item->reason == SOTAY_ROSTER_REASON_TWICE;

  if (decision == SOTAY_ROSTER_UPDATE && item->known != NULL)
    decision = item->same;
  else if (decision == SOTAY_ROSTER_UPDATE || (decision == SOTAY_ROSTER_ADD && !can_be_added (item, &row->book->today)))
    return;
  if (!open || decision == item->decision || decision == SOTAY_ROSTER_ASK || decision == SOTAY_ROSTER_REJECT
      || (decision == SOTAY_ROSTER_UNCHANGED && item->known == NULL))
    return;
  row->book->counts[item->decision]--;
  item->decision = (guint8) decision;
  item->decided = TRUE;
  row->book->counts[decision]++;
  g_object_notify_by_pspec (G_OBJECT (row), properties[PROP_DECISION]);
}

const char *
sotay_roster_reason_to_string (SotayRosterReason reason)
{
  g_return_val_if_fail (reason < G_N_ELEMENTS (reasons), NULL);
  return reasons[reason];
}

const char *
sotay_roster_decision_to_string (SotayRosterDecision decision)
{
  g_return_val_if_fail (decision < G_N_ELEMENTS (decisions), NULL);
  return decisions[decision];
}
