/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/describe-change.h"

#include "core/dates.h"
#include "register/attendance.h"
#include "register/campaign.h"
#include "register/feedback.h"
#include "register/membership.h"
#include "register/outreach.h"
#include "register/practice.h"
#include "register/session.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  TEXT,
  DAY,
  WORDS, /* words of an enumeration, parted by spaces */
  UNIT,
  STAFF,
  SESSION,
  FIGURES,
} Meaning;

typedef struct
{
  const char *label;
  Meaning meaning;
} Field;

/* Each in the order of the kind's enumeration. */
static const Field unit_fields[] = {
  { N_ ("Name"), TEXT },      { N_ ("Unit above"), UNIT },     { N_ ("Kind of unit"), WORDS },
  { N_ ("First day"), DAY },  { N_ ("Closed on"), DAY },       { N_ ("What became of it"), WORDS },
  { N_ ("Successor"), UNIT },
};
static const Field staff_fields[] = {
  { N_ ("Full name"), TEXT },    { N_ ("Unit"), UNIT },          { N_ ("Birth"), DAY },
  { N_ ("Position"), TEXT },     { N_ ("Staff code"), TEXT },    { N_ ("Telephone"), TEXT },
  { N_ ("VNeID account"), WORDS }, { N_ ("Joined on"), DAY },    { N_ ("Left on"), DAY },
  { N_ ("Trained on"), DAY },    { N_ ("Passed on"), DAY },      { N_ ("Note"), TEXT },
  { N_ ("Employment"), WORDS },  { N_ ("VNeID account in use"), WORDS }, { N_ ("Reason"), TEXT },
};
static const Field membership_fields[] = {
  { N_ ("Person"), STAFF }, { N_ ("Former unit"), UNIT }, { N_ ("From"), DAY }, { N_ ("Until"), DAY },
};
static const Field session_fields[] = {
  { N_ ("Title"), TEXT },     { N_ ("Day"), DAY },          { N_ ("From"), TEXT },      { N_ ("Until"), TEXT },
  { N_ ("Venue"), TEXT },     { N_ ("Trainer"), TEXT },     { N_ ("Form"), WORDS },     { N_ ("Utilities"), TEXT },
  { N_ ("Minutes taught"), TEXT }, { N_ ("Unit"), UNIT },   { N_ ("Repeats"), SESSION },
  { N_ ("Documents"), TEXT }, { N_ ("Note"), TEXT },
};
static const Field attendance_fields[] = {
  { N_ ("Person"), STAFF }, { N_ ("Session"), SESSION }, { N_ ("Attendance"), WORDS }, { N_ ("Remark"), TEXT },
};
static const Field practice_fields[] = {
  { N_ ("Person"), STAFF }, { N_ ("Utility"), TEXT }, { N_ ("Skill"), WORDS }, { N_ ("Since"), DAY },
};
static const Field campaign_fields[] = {
  { N_ ("Title"), TEXT }, { N_ ("Required utilities"), TEXT }, { N_ ("Who counts"), WORDS }, { N_ ("Deadline"), DAY },
};
static const Field outreach_fields[] = {
  { N_ ("Day"), DAY },   { N_ ("Venue"), TEXT }, { N_ ("Form"), TEXT }, { N_ ("People reached"), TEXT },
  { N_ ("Unit"), UNIT }, { N_ ("Note"), TEXT },
};
static const Field feedback_fields[] = {
  { N_ ("Kind"), WORDS },   { N_ ("Content"), TEXT },   { N_ ("State"), WORDS },  { N_ ("Made on"), DAY },
  { N_ ("Unit"), UNIT },    { N_ ("Utility"), TEXT },   { N_ ("Sent to"), TEXT }, { N_ ("Sent on"), DAY },
  { N_ ("Solved on"), DAY }, { N_ ("Answer"), TEXT },
};
static const Field monthly_fields[] = {
  { N_ ("Month"), DAY },          { N_ ("Unit"), UNIT },         { N_ ("Number"), TEXT },
  { N_ ("Dated"), DAY },          { N_ ("Direction"), TEXT },    { N_ ("Results"), TEXT },
  { N_ ("Obstacles"), TEXT },     { N_ ("Tasks"), TEXT },        { N_ ("Proposals"), TEXT },
  { N_ ("Closed on"), DAY },      { N_ ("Figures"), FIGURES },   { N_ ("Sent on"), DAY },
  { N_ ("Sent to"), TEXT },
};

typedef struct
{
  const Field *fields;
  guint n_fields;
  const char *change; /* what happened to an entry, in words around its name */
  const char *addition;
  const char *removal;
} Kind;

#define FIELDS(fields) fields, G_N_ELEMENTS (fields)

static const Kind kinds[SOTAY_RECORD_N_KINDS] = {
  [SOTAY_RECORD_UNIT] = { FIELDS (unit_fields), N_ ("Unit: %s"), N_ ("Unit added: %s"), N_ ("Unit removed: %s") },
  [SOTAY_RECORD_STAFF] = { FIELDS (staff_fields), N_ ("Person: %s"), N_ ("Person added: %s"),
                           N_ ("Person removed: %s") },
  [SOTAY_RECORD_MEMBERSHIP] = { FIELDS (membership_fields), N_ ("Former unit: %s"), N_ ("Former unit kept: %s"),
                                N_ ("Former unit removed: %s") },
  [SOTAY_RECORD_SESSION] = { FIELDS (session_fields), N_ ("Session: %s"), N_ ("Session added: %s"),
                             N_ ("Session removed: %s") },
  [SOTAY_RECORD_ATTENDANCE] = { FIELDS (attendance_fields), N_ ("Attendance: %s"), N_ ("Attendance noted: %s"),
                                N_ ("Taken out of the list: %s") },
  [SOTAY_RECORD_PRACTICE] = { FIELDS (practice_fields), N_ ("Skill: %s"), N_ ("Skill noted: %s"),
                              N_ ("Skill taken away: %s") },
  [SOTAY_RECORD_CAMPAIGN] = { FIELDS (campaign_fields), N_ ("What counts as trained: %s"),
                              N_ ("What counts as trained was set: %s"),
                              N_ ("What counts as trained was taken away: %s") },
  [SOTAY_RECORD_OUTREACH] = { FIELDS (outreach_fields), N_ ("Outreach: %s"), N_ ("Outreach added: %s"),
                              N_ ("Outreach removed: %s") },
  [SOTAY_RECORD_FEEDBACK] = { FIELDS (feedback_fields), N_ ("Obstacle or proposal: %s"),
                              N_ ("Obstacle or proposal added: %s"), N_ ("Obstacle or proposal removed: %s") },
  [SOTAY_RECORD_MONTHLY] = { FIELDS (monthly_fields), N_ ("Month's report: %s"), N_ ("Month's report begun: %s"),
                             N_ ("Month's report removed: %s") },
};

/* The words of all enumerations; none means two things. */
static const struct
{
  const char *word;
  const char *label;
} words[] = {
  { "city", NC_ ("value", "City or province") },
  { "ward", NC_ ("value", "Ward or commune") },
  { "department", NC_ ("value", "Department") },
  { "school", NC_ ("value", "School") },
  { "health", NC_ ("value", "Health station or hospital") },
  { "police", NC_ ("value", "Police") },
  { "union", NC_ ("value", "Union or association") },
  { "other", NC_ ("value", "Other") },
  { "merged", NC_ ("value", "Merged") },
  { "renamed", NC_ ("value", "Renamed") },
  { "closed", NC_ ("value", "Closed") },
  { "1", NC_ ("value", "Level 1") },
  { "2", NC_ ("value", "Level 2") },
  { "3", NC_ ("value", "No account") },
  { "yes", NC_ ("value", "Yes") },
  { "no", NC_ ("value", "No") },
  { "official", NC_ ("value", "Official") },
  { "public", NC_ ("value", "Public employee") },
  { "worker", NC_ ("value", "Contract worker") },
  { "part-time", NC_ ("value", "Part-time activist") },
  { "neighbourhood", NC_ ("value", "Neighbourhood group") },
  { "in-person", NC_ ("value", "In person") },
  { "online", NC_ ("value", "Online") },
  { "present", NC_ ("value", "Present") },
  { "late", NC_ ("value", "Late") },
  { "excused", NC_ ("value", "Excused") },
  { "absent", NC_ ("value", "Absent") },
  { "taught", NC_ ("value", "Taught") },
  { "practised", NC_ ("value", "Practised") },
  { "fluent", NC_ ("value", "Fluent") },
  { "obstacle", NC_ ("value", "Obstacle") },
  { "proposal", NC_ ("value", "Proposal") },
  { "open", NC_ ("value", "Open") },
  { "sent", NC_ ("value", "Sent") },
  { "solved", NC_ ("value", "Solved") },
};

void
sotay_field_change_free (SotayFieldChange *change)
{
  g_free (change->field);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static const char *
translate_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      return g_dpgettext2 (GETTEXT_PACKAGE, "value", words[i].label);
  return word;
}

static char *
translate_words (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", translate_word (parts[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Thousands of lines that only the program reads. */
static char *
count_lines (const char *value)
{
  guint n_lines = 1;

  for (const char *place = value; *place != '\0'; place++)
    n_lines += *place == '\n';
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line", "%u lines", n_lines), n_lines);
}

static char *
name_record (SotayRecordKind kind, const char *id, SotayNameOf name_of, gpointer data)
{
  char *name = name_of != NULL ? name_of (kind, id, data) : NULL;

  return name != NULL ? name : g_strdup ("…");
}

const char *
sotay_field_name_text (SotayRecordKind kind, guint field)
{
  g_return_val_if_fail (kind < SOTAY_RECORD_N_KINDS && field < kinds[kind].n_fields, NULL);
  return _(kinds[kind].fields[field].label);
}

char *
sotay_field_value_text (SotayRecordKind kind, guint field, const char *value, SotayNameOf name_of, gpointer data)
{
  g_return_val_if_fail (kind < SOTAY_RECORD_N_KINDS && field < kinds[kind].n_fields, NULL);
  if (value == NULL)
    return NULL;
  switch (kinds[kind].fields[field].meaning)
    {
    case DAY:
      return sotay_date_format_iso (value);
    case WORDS:
      return translate_words (value);
    case UNIT:
      return name_record (SOTAY_RECORD_UNIT, value, name_of, data);
    case STAFF:
      return name_record (SOTAY_RECORD_STAFF, value, name_of, data);
    case SESSION:
      return name_record (SOTAY_RECORD_SESSION, value, name_of, data);
    case FIGURES:
      return count_lines (value);
    default:
      return g_strdup (value);
    }
}

static const char *
look_up (GVariant *record, const char *field)
{
  const char *value = NULL;

  if (record != NULL)
    g_variant_lookup (record, field, "&s", &value);
  return value;
}

GPtrArray *
sotay_describe_change (const SotayChange *change, SotayNameOf name_of, gpointer data)
{
  const SotayRecordShape *shape = sotay_record_shape (change->kind);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_field_change_free);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      const char *before = look_up (change->before, shape->fields[i]);
      const char *after = look_up (change->after, shape->fields[i]);
      SotayFieldChange *field;

      if (g_strcmp0 (before, after) == 0)
        continue;
      field = g_new0 (SotayFieldChange, 1);
      field->field = g_strdup (sotay_field_name_text (change->kind, i));
      field->before = sotay_field_value_text (change->kind, i, before, name_of, data);
      field->after = sotay_field_value_text (change->kind, i, after, name_of, data);
      g_ptr_array_add (changes, field);
    }
  return changes;
}

/* The first field of most kinds names the entry; of those that belong to a person, the person does. */
static char *
name_entry (const SotayChange *change, SotayNameOf name_of, gpointer data)
{
  GVariant *record = change->after != NULL ? change->after : change->before;
  guint field = change->kind == SOTAY_RECORD_FEEDBACK   ? SOTAY_FEEDBACK_TEXT
                : change->kind == SOTAY_RECORD_OUTREACH ? SOTAY_OUTREACH_PLACE
                                                        : 0;
  const char *value = look_up (record, sotay_record_shape (change->kind)->fields[field]);
  g_autofree char *name = sotay_field_value_text (change->kind, field, value, name_of, data);
  const char *utility = change->kind == SOTAY_RECORD_PRACTICE ? look_up (record, "utility") : NULL;

  if (utility != NULL)
    return g_strdup_printf ("%s, %s", name, utility);
  return name != NULL ? g_steal_pointer (&name) : g_strdup ("–");
}

char *
sotay_describe_entry (const SotayChange *change, SotayNameOf name_of, gpointer data)
{
  const Kind *kind = &kinds[change->kind];
  g_autofree char *name = name_entry (change, name_of, data);
  const char *sentence = change->before == NULL  ? kind->addition
                         : change->after == NULL ? kind->removal
                                                 : kind->change;
  g_auto (GStrv) parts = g_strsplit (_(sentence), "%s", 2);

  return g_strjoinv (name, parts);
}
