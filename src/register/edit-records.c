/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/edit-records.h"

#include "core/dates.h"
#include "register/campaign.h"
#include "register/edit-changes.h"
#include "register/feedback.h"
#include "register/outreach.h"
#include "register/record-rules.h"
#include "register/session.h"
#include "register/utilities.h"

#define LONGEST_SUBJECT 80 /* characters of a piece of feedback that its step is called by */

typedef struct
{
  gboolean (*check) (SotayRecord *record, GError **error);
  int add; /* step kinds; -1: there is no such step */
  int change;
  int remove;
  guint subject; /* the field that names the record */
} Rules;

typedef struct
{
  int level;
  const char *day;
  gboolean keeps_better; /* those who are further already stay so */
} Mark;

static const Rules rules[SOTAY_RECORD_N_KINDS] = {
  [SOTAY_RECORD_SESSION] = { sotay_session_check, SOTAY_STEP_ADD_SESSION, SOTAY_STEP_EDIT_SESSION,
                             SOTAY_STEP_REMOVE_SESSION, SOTAY_SESSION_TITLE },
  [SOTAY_RECORD_CAMPAIGN] = { sotay_campaign_check, -1, SOTAY_STEP_CHANGE_CAMPAIGN, -1, SOTAY_CAMPAIGN_TITLE },
  [SOTAY_RECORD_OUTREACH] = { sotay_outreach_check, SOTAY_STEP_ADD_OUTREACH, SOTAY_STEP_EDIT_OUTREACH,
                              SOTAY_STEP_REMOVE_OUTREACH, SOTAY_OUTREACH_PLACE },
  [SOTAY_RECORD_FEEDBACK] = { sotay_feedback_check, SOTAY_STEP_ADD_FEEDBACK, SOTAY_STEP_EDIT_FEEDBACK,
                              SOTAY_STEP_REMOVE_FEEDBACK, SOTAY_FEEDBACK_TEXT },
};

/* What the record is called by: an outreach may have a form in place of a place. */
static const char *
get_name (SotayRecord *record)
{
  SotayRecordKind kind = sotay_record_get_kind (record);
  const char *name = sotay_record_get (record, rules[kind].subject);

  return name == NULL && kind == SOTAY_RECORD_OUTREACH ? sotay_record_get (record, SOTAY_OUTREACH_FORM) : name;
}

static SotayStep *
new_step (int kind, SotayRecord *record)
{
  const char *name = get_name (record);
  g_autofree char *subject = name != NULL ? g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), LONGEST_SUBJECT))
                                          : NULL;

  return sotay_step_new (kind, subject);
}

/* There may be thousands of them, and each is looked up. */
static GHashTable *
index_by_id (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (index, (char *) sotay_record_get_id (g_ptr_array_index (records, i)),
                         g_ptr_array_index (records, i));
  return index;
}

static gboolean
is_to_come (const GDate *day)
{
  GDate today = sotay_date_today ();

  return g_date_compare (day, &today) > 0;
}

/* The first of @slots takes the place of the session that goes. */
static void
pass_series_on (SotayStep *step, GPtrArray *slots)
{
  const char *first = NULL;

  for (guint i = 0; i < slots->len; i++)
    {
      SotayRecord *slot = g_ptr_array_index (slots, i);
      g_autoptr (SotayRecord) after = sotay_record_with (slot, SOTAY_SESSION_SERIES_ID, first);

      sotay_edit_note_record (step, slot, after);
      if (first == NULL)
        first = sotay_record_get_id (slot);
    }
}

/* @session's attendance of one person after @status; NULL: no longer there. */
static SotayRecord *
attend (SotayRecord *session, SotayRecord *before, const char *staff_id, const char *status, const char *remark)
{
  g_autoptr (SotayRecord) after = NULL;

  if (before == NULL && status == NULL)
    return NULL;
  after = before != NULL ? sotay_record_with (before, SOTAY_ATTENDANCE_STATUS, status)
                         : sotay_attendance_new (staff_id, sotay_record_get_id (session), status);
  return remark != NULL ? sotay_record_with (after, SOTAY_ATTENDANCE_REMARK, remark) : g_steal_pointer (&after);
}

static gboolean
check_attendance (SotayRecord *session, const char *status, const char *remark, GError **error)
{
  SotayAttendanceStatus known;
  GDate day;

  if (remark != NULL && g_utf8_strlen (remark, -1) > SOTAY_LONGEST_FIELD)
    return sotay_edit_refuse ("remark", error);
  if (status == NULL)
    return TRUE;
  if (!sotay_attendance_status_from_string (status, &known))
    return sotay_edit_refuse ("status", error);
  if (!sotay_date_parse_iso (sotay_record_get (session, SOTAY_SESSION_DAY), &day) || is_to_come (&day))
    return sotay_edit_refuse ("day", error);
  return TRUE;
}

/* Whether anything was said of anyone who was invited. */
static gboolean
was_taken (GPtrArray *attendance)
{
  for (guint i = 0; i < attendance->len; i++)
    if (sotay_record_get (attendance->pdata[i], SOTAY_ATTENDANCE_STATUS) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the same level is known since the same day or an earlier one. */
static gboolean
is_known (SotayRecord *existing, SotayRecord *after)
{
  if (existing == NULL || after == NULL)
    return FALSE;
  return g_strcmp0 (sotay_record_get (existing, SOTAY_PRACTICE_LEVEL), sotay_record_get (after, SOTAY_PRACTICE_LEVEL))
             == 0
         && g_strcmp0 (sotay_record_get (existing, SOTAY_PRACTICE_DAY), sotay_record_get (after, SOTAY_PRACTICE_DAY))
                <= 0;
}

static gboolean
is_better_than (SotayRecord *existing, int level)
{
  SotayPracticeLevel known;

  return existing != NULL && level >= 0
         && sotay_practice_level_from_string (sotay_record_get (existing, SOTAY_PRACTICE_LEVEL), &known)
         && (int) known > level;
}

static void
practise (SotayStep *step, GHashTable *before, const char *staff_id, guint utility, const Mark *mark)
{
  g_autoptr (SotayRecord) after = mark->level >= 0 ? sotay_practice_new (staff_id, utility, mark->level, mark->day)
                                                   : NULL;
  g_autofree char *id = g_strdup_printf ("%s/U%u", staff_id, utility);
  SotayRecord *existing = g_hash_table_lookup (before, id);

  if ((existing == NULL && after == NULL) || is_known (existing, after))
    return;
  if (mark->keeps_better && is_better_than (existing, mark->level))
    return;
  sotay_edit_note_record (step, existing, after);
}

static SotayStep *
record_practice (GPtrArray *before, const char *const *staff_ids, guint utilities, const Mark *mark)
{
  g_autoptr (GHashTable) index = index_by_id (before);
  SotayStep *step = sotay_step_new (SOTAY_STEP_RECORD_PRACTICE, "");

  for (guint i = 0; staff_ids[i] != NULL; i++)
    for (guint utility = 1; utility <= SOTAY_N_UTILITIES; utility++)
      if (utilities & (1u << (utility - 1)))
        practise (step, index, staff_ids[i], utility, mark);
  return step;
}

SotayStep *
sotay_edit_add_record (SotayRecord *record, GError **error)
{
  const Rules *rule = &rules[sotay_record_get_kind (record)];
  SotayStep *step;

  if (!rule->check (record, error))
    return NULL;
  step = new_step (rule->add, record);
  sotay_edit_note_record (step, NULL, record);
  return step;
}

SotayStep *
sotay_edit_change_record (SotayRecord *before, SotayRecord *after, GError **error)
{
  const Rules *rule = &rules[sotay_record_get_kind (after)];
  SotayStep *step;

  if (!rule->check (after, error))
    return NULL;
  step = new_step (rule->change, after);
  sotay_edit_note_record (step, before, after);
  return step;
}

SotayStep *
sotay_edit_change_session (SotayRecord *before, SotayRecord *after, GPtrArray *attendance, GError **error)
{
  GDate day;

  if (sotay_date_parse_iso (sotay_record_get (after, SOTAY_SESSION_DAY), &day) && is_to_come (&day)
      && was_taken (attendance))
    {
      sotay_edit_refuse ("day", error);
      return NULL;
    }
  return sotay_edit_change_record (before, after, error);
}

SotayStep *
sotay_edit_remove_record (SotayRecord *record, GPtrArray *attendance, GPtrArray *slots)
{
  SotayStep *step = new_step (rules[sotay_record_get_kind (record)].remove, record);

  for (guint i = 0; attendance != NULL && i < attendance->len; i++)
    sotay_edit_note_record (step, g_ptr_array_index (attendance, i), NULL);
  if (slots != NULL)
    pass_series_on (step, slots);
  sotay_edit_note_record (step, record, NULL);
  return step;
}

SotayStep *
sotay_edit_record_attendance (SotayRecord *session, GPtrArray *before, const char *const *staff_ids,
                              const char *status, const char *remark, GError **error)
{
  g_autoptr (GHashTable) index = index_by_id (before);
  SotayStep *step;

  if (!check_attendance (session, status, remark, error))
    return NULL;
  step = sotay_step_new (SOTAY_STEP_RECORD_ATTENDANCE, sotay_record_get (session, SOTAY_SESSION_TITLE));
  for (guint i = 0; staff_ids[i] != NULL; i++)
    {
      g_autofree char *id = g_strconcat (staff_ids[i], "/", sotay_record_get_id (session), NULL);
      SotayRecord *existing = g_hash_table_lookup (index, id);
      g_autoptr (SotayRecord) after = attend (session, existing, staff_ids[i], status, remark);

      if (existing != NULL || after != NULL)
        sotay_edit_note_record (step, existing, after);
    }
  return step;
}

SotayStep *
sotay_edit_invite (SotayRecord *session, GPtrArray *before, const char *const *staff_ids)
{
  g_autoptr (GHashTable) index = index_by_id (before);
  SotayStep *step = sotay_step_new (SOTAY_STEP_RECORD_ATTENDANCE, sotay_record_get (session, SOTAY_SESSION_TITLE));

  for (guint i = 0; staff_ids[i] != NULL; i++)
    {
      g_autoptr (SotayRecord) invited = sotay_attendance_new (staff_ids[i], sotay_record_get_id (session), NULL);

      if (g_hash_table_lookup (index, sotay_record_get_id (invited)) == NULL)
        sotay_edit_note_record (step, NULL, invited);
    }
  return step;
}

SotayStep *
sotay_edit_record_practice (GPtrArray *before, const char *const *staff_ids, guint utilities, int level,
                            const GDate *day, GError **error)
{
  g_autofree char *iso = sotay_date_to_iso (day);
  const Mark mark = { level, iso, FALSE };

  if (!is_to_come (day))
    return record_practice (before, staff_ids, utilities, &mark);
  sotay_edit_refuse ("day", error);
  return NULL;
}

SotayStep *
sotay_edit_raise_practice (GPtrArray *before, const char *const *staff_ids, guint utilities, int level,
                           const GDate *day, GError **error)
{
  g_autofree char *iso = sotay_date_to_iso (day);
  const Mark mark = { level, iso, TRUE };

  if (!is_to_come (day))
    return record_practice (before, staff_ids, utilities, &mark);
  sotay_edit_refuse ("day", error);
  return NULL;
}
