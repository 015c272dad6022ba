/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-row.h"

struct _SotayRosterRow
{
  GObject parent_instance;
  guint number;
  SotayStaff *staff;
  char *unit_name;
  SotayStaff *existing;
  char *unit_after;
  SotayRosterReason reason;
  SotayRosterDecision decision;
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
  [SOTAY_ROSTER_REASON_NAMESAKE] = "namesake",
  [SOTAY_ROSTER_REASON_TWICE] = "twice",
  [SOTAY_ROSTER_REASON_NO_DAY] = "no-day",
};

static void
sotay_roster_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  SotayRosterRow *self = SOTAY_ROSTER_ROW (object);

  if (id == PROP_DECISION)
    g_value_set_int (value, self->decision);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_roster_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_DECISION)
    sotay_roster_row_set_decision (SOTAY_ROSTER_ROW (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_roster_row_dispose (GObject *object)
{
  SotayRosterRow *self = SOTAY_ROSTER_ROW (object);

  g_clear_object (&self->staff);
  g_clear_object (&self->existing);
  G_OBJECT_CLASS (sotay_roster_row_parent_class)->dispose (object);
}

static void
sotay_roster_row_finalize (GObject *object)
{
  SotayRosterRow *self = SOTAY_ROSTER_ROW (object);

  g_free (self->unit_name);
  g_free (self->unit_after);
  G_OBJECT_CLASS (sotay_roster_row_parent_class)->finalize (object);
}

static void
sotay_roster_row_class_init (SotayRosterRowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = sotay_roster_row_get_property;
  object_class->set_property = sotay_roster_row_set_property;
  object_class->dispose = sotay_roster_row_dispose;
  object_class->finalize = sotay_roster_row_finalize;
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
sotay_roster_row_new (guint number, SotayStaff *staff, const char *unit_name)
{
  SotayRosterRow *row = g_object_new (SOTAY_TYPE_ROSTER_ROW, NULL);

  row->number = number;
  row->staff = staff != NULL ? g_object_ref (staff) : NULL;
  row->unit_name = g_strdup (unit_name);
  return row;
}

void
sotay_roster_row_reject (SotayRosterRow *row, SotayRosterReason reason)
{
  row->reason = reason;
  row->decision = SOTAY_ROSTER_REJECT;
}

void
sotay_roster_row_relate (SotayRosterRow *row, SotayStaff *existing, const char *unit_id, SotayRosterDecision decision)
{
  g_set_object (&row->existing, existing);
  row->unit_after = g_strdup (unit_id);
  row->decision = decision;
  row->reason = decision == SOTAY_ROSTER_ASK ? SOTAY_ROSTER_REASON_NAMESAKE : SOTAY_ROSTER_REASON_NONE;
}

void
sotay_roster_row_ask (SotayRosterRow *row)
{
  row->decision = SOTAY_ROSTER_ASK;
  row->reason = SOTAY_ROSTER_REASON_NAMESAKE;
}

void
sotay_roster_row_note (SotayRosterRow *row, SotayRosterReason reason)
{
  if (row->reason == SOTAY_ROSTER_REASON_NONE)
    row->reason = reason;
}

const char *
sotay_roster_row_get_unit_after (SotayRosterRow *row)
{
  return row->unit_after;
}

guint
sotay_roster_row_get_number (SotayRosterRow *row)
{
  return row->number;
}

SotayStaff *
sotay_roster_row_get_staff (SotayRosterRow *row)
{
  return row->staff;
}

const char *
sotay_roster_row_get_unit_name (SotayRosterRow *row)
{
  return row->unit_name;
}

SotayStaff *
sotay_roster_row_get_existing (SotayRosterRow *row)
{
  return row->existing;
}

SotayRosterReason
sotay_roster_row_get_reason (SotayRosterRow *row)
{
  return row->reason;
}

SotayRosterDecision
sotay_roster_row_get_decision (SotayRosterRow *row)
{
  return row->decision;
}

void
sotay_roster_row_set_decision (SotayRosterRow *row, SotayRosterDecision decision)
{
  gboolean open = row->decision != SOTAY_ROSTER_REJECT && row->decision != SOTAY_ROSTER_UNCHANGED;
  gboolean possible = decision == SOTAY_ROSTER_ADD || decision == SOTAY_ROSTER_SKIP
                      || (decision == SOTAY_ROSTER_UPDATE && row->existing != NULL);

  if (!open || !possible || decision == row->decision)
    return;
  /* Someone without a unit can be brought up to date but not added. */
  if (decision == SOTAY_ROSTER_ADD && (row->staff == NULL || sotay_staff_get_unit_id (row->staff) == NULL))
    return;
  row->decision = decision;
  g_object_notify_by_pspec (G_OBJECT (row), properties[PROP_DECISION]);
}

const char *
sotay_roster_reason_to_string (SotayRosterReason reason)
{
  g_return_val_if_fail (reason < G_N_ELEMENTS (reasons), NULL);
  return reasons[reason];
}
