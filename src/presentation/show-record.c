/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/show-record.h"

#include "core/dates.h"
#include "register/edit-records.h"
#include "register/register-error.h"

#define MINUTE (60 * 1000) /* milliseconds */

static gboolean
is_last_step (SotaySlide *slide)
{
  const SotaySlideParts *parts = sotay_slide_get_parts (slide);

  return parts->kind == SOTAY_SLIDE_STEP && parts->number == parts->count;
}

/* The set of utilities of which the last step was on the wall. */
static guint
find_finished (SotayDeck *deck, SotayTimeline *timeline)
{
  GPtrArray *entries = sotay_timeline_get_entries (timeline);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint set = 0;

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (seen, ((SotayTimelineEntry *) entries->pdata[i])->slide_id);
  for (guint i = 0; i < sotay_deck_get_n_slides (deck); i++)
    {
      SotaySlide *slide = sotay_deck_get_slide (deck, i);

      if (is_last_step (slide) && g_hash_table_contains (seen, sotay_slide_get_id (slide)))
        set |= 1u << (sotay_slide_get_utility (slide) - 1);
    }
  return set;
}

static guint
round_minutes (gint64 shown)
{
  return (guint) CLAMP ((shown + MINUTE / 2) / MINUTE, 1, SOTAY_SESSION_MOST_MINUTES);
}

static void
add_item (GArray *items, guint utility, guint planned, SotayTimeline *timeline, SotayCheckTally *tally,
          gboolean finished)
{
  SotayShowItem item = { .utility = utility, .planned = planned };

  item.shown = sotay_timeline_get_utility (timeline, utility);
  item.covered = finished || item.shown >= SOTAY_TIMELINE_COVERED;
  item.minutes = item.shown > 0 || item.covered ? round_minutes (item.shown) : MAX (planned, 1);
  item.asked = sotay_check_tally_get_share (tally, utility, &item.share);
  item.understood = (sotay_check_tally_get_understood (tally) >> (utility - 1) & 1) != 0;
  g_array_append_val (items, item);
}

GArray *
sotay_show_record_propose (SotayDeck *deck, SotayTimeline *timeline, SotayCheckTally *tally)
{
  SotayLessonPlan *plan = sotay_deck_get_plan (deck);
  GArray *stops = sotay_lesson_plan_get_stops (plan);
  guint others = sotay_timeline_get_shown (timeline) & ~sotay_lesson_plan_get_set (plan);
  guint finished = find_finished (deck, timeline);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (SotayShowItem));

  for (guint i = 0; i < stops->len; i++)
    {
      const SotayLessonStop *stop = &g_array_index (stops, SotayLessonStop, i);

      add_item (items, stop->utility, stop->minutes, timeline, tally, (finished >> (stop->utility - 1) & 1) != 0);
    }
  for (guint utility = 1; utility <= SOTAY_N_UTILITIES; utility++)
    if (others & 1u << (utility - 1))
      add_item (items, utility, 0, timeline, tally, FALSE);
  return items;
}

guint
sotay_show_record_get_covered (GArray *items)
{
  guint set = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const SotayShowItem *item = &g_array_index (items, SotayShowItem, i);

      if (item->covered)
        set |= 1u << (item->utility - 1);
    }
  return set;
}

guint
sotay_show_record_get_understood (GArray *items)
{
  guint set = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const SotayShowItem *item = &g_array_index (items, SotayShowItem, i);

      if (item->covered && item->understood)
        set |= 1u << (item->utility - 1);
    }
  return set;
}

static void
set_field (SotayRecord **record, guint field, const char *value)
{
  SotayRecord *changed = sotay_record_with (*record, field, value);

  g_object_unref (*record);
  *record = changed;
}

static gboolean
is_same_day (GDateTime *a, GDateTime *b)
{
  return g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b)
         && g_date_time_get_year (a) == g_date_time_get_year (b);
}

static char *
dup_end (GDateTime *start, gint64 elapsed, gint64 now)
{
  g_autoptr (GDateTime) present = g_date_time_new_from_unix_local (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) reached = g_date_time_add (start, elapsed * 1000);
  GDateTime *end = is_same_day (start, present) ? present : reached;

  return is_same_day (start, end) ? g_date_time_format (end, "%H:%M") : g_strdup ("23:59");
}

SotayRecord *
sotay_show_record_new_session (const char *title, const char *unit_id, gint64 started, gint64 elapsed, gint64 now)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_local (started / G_USEC_PER_SEC);
  g_autofree char *day = g_date_time_format (start, "%Y-%m-%d");
  g_autofree char *from = g_date_time_format (start, "%H:%M");
  g_autofree char *until = dup_end (start, elapsed, now);
  SotayRecord *session = sotay_record_new (SOTAY_RECORD_SESSION, NULL);

  set_field (&session, SOTAY_SESSION_TITLE, title);
  set_field (&session, SOTAY_SESSION_DAY, day);
  set_field (&session, SOTAY_SESSION_STARTS_AT, from);
  set_field (&session, SOTAY_SESSION_ENDS_AT, g_strcmp0 (until, from) > 0 ? until : NULL);
  set_field (&session, SOTAY_SESSION_UNIT_ID, unit_id);
  return session;
}

SotayRecord *
sotay_show_record_fill (SotayRecord *session, GArray *items)
{
  SotaySessionMinutes minutes = sotay_session_get_minutes (session);
  guint set = sotay_session_get_utilities (session) | sotay_show_record_get_covered (items);
  SotayRecord *filled = g_object_ref (session);
  g_autofree char *utilities = NULL;
  g_autofree char *spent = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const SotayShowItem *item = &g_array_index (items, SotayShowItem, i);
      guint *of = &minutes.of[item->utility - 1];

      if (item->covered)
        *of = MIN (*of + item->minutes, SOTAY_SESSION_MOST_MINUTES);
    }
  if (sotay_show_record_get_covered (items) == 0)
    return filled;
  utilities = sotay_utilities_format (set);
  spent = sotay_session_minutes_format (&minutes);
  set_field (&filled, SOTAY_SESSION_UTILITIES, utilities);
  set_field (&filled, SOTAY_SESSION_MINUTES, spent);
  return filled;
}

SotayShowRecord *
sotay_show_record_new (SotayRecord *before, SotayRecord *after, guint practised, const GDate *day)
{
  SotayShowRecord *record = g_new0 (SotayShowRecord, 1);

  g_set_object (&record->before, before);
  g_set_object (&record->after, after);
  record->practised = practised;
  record->day = *day;
  return record;
}

void
sotay_show_record_free (gpointer data)
{
  SotayShowRecord *record = data;

  g_clear_object (&record->before);
  g_clear_object (&record->after);
  g_free (record);
}

static gboolean
check_unit (SotayStore *store, SotayRecord *session, GCancellable *cancellable, GError **error)
{
  const char *unit_id = sotay_record_get (session, SOTAY_SESSION_UNIT_ID);
  g_autoptr (GPtrArray) units = NULL;
  GDate day;

  if (unit_id == NULL || !sotay_date_parse_iso (sotay_record_get (session, SOTAY_SESSION_DAY), &day))
    return TRUE;
  units = sotay_store_list_units (store, cancellable, error);
  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    if (g_str_equal (sotay_unit_get_id (units->pdata[i]), unit_id) && sotay_unit_is_open (units->pdata[i], &day))
      return TRUE;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID, "unit_id");
  return FALSE;
}

static SotayStep *
make_session_step (SotayStore *store, SotayShowRecord *record, GPtrArray *attendance, GCancellable *cancellable,
                   GError **error)
{
  SotayStep *step;

  if (record->before != NULL)
    return sotay_edit_change_session (record->before, record->after, attendance, error);
  step = sotay_edit_add_record (record->after, error);
  if (step != NULL && !check_unit (store, record->after, cancellable, error))
    g_clear_object (&step);
  return step;
}

/* Everyone who was there. */
static gboolean
add_practice (SotayStep *step, SotayStore *store, SotayShowRecord *record, GPtrArray *attendance,
              GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (SotayStep) practice = NULL;

  for (guint i = 0; i < attendance->len; i++)
    if (sotay_attendance_counts (attendance->pdata[i]))
      g_ptr_array_add (ids, (char *) sotay_record_get (attendance->pdata[i], SOTAY_ATTENDANCE_STAFF_ID));
  g_ptr_array_add (ids, NULL);
  before = sotay_store_list_records (store, SOTAY_RECORD_PRACTICE, SOTAY_PRACTICE_STAFF_ID,
                                     (const char *const *) ids->pdata, cancellable, error);
  if (before != NULL)
    practice = sotay_edit_raise_practice (before, (const char *const *) ids->pdata, record->practised,
                                          SOTAY_PRACTICE_PRACTISED, &record->day, error);
  for (guint i = 0; practice != NULL && i < sotay_step_get_changes (practice)->len; i++)
    {
      SotayChange *change = sotay_step_get_changes (practice)->pdata[i];

      sotay_step_add (step, change->kind, change->id, change->before, change->after);
    }
  return practice != NULL;
}

SotayStep *
sotay_show_record_make_step (SotayStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SotayShowRecord *record = data;
  const char *ids[] = { sotay_record_get_id (record->after), NULL };
  g_autoptr (GPtrArray) attendance = NULL;
  g_autoptr (SotayStep) step = NULL;
  SotayLogMark mark;

  if (!sotay_store_mark_log (store, SOTAY_MARK_ALL, &mark, cancellable, error))
    return NULL;
  attendance = sotay_store_list_records (store, SOTAY_RECORD_ATTENDANCE, SOTAY_ATTENDANCE_SESSION_ID, ids, cancellable,
                                         error);
  if (attendance != NULL)
    step = make_session_step (store, record, attendance, cancellable, error);
  if (step == NULL)
    return NULL;
  if (record->practised == 0)
    return g_steal_pointer (&step);
  /* Whose mark is taken away meanwhile has practised nothing. */
  sotay_step_expect (step, &mark);
  return add_practice (step, store, record, attendance, cancellable, error) ? g_steal_pointer (&step) : NULL;
}
