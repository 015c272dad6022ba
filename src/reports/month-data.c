/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/month-data.h"

#include "core/dates.h"
#include "register/campaign.h"
#include "register/feedback.h"
#include "register/outreach.h"
#include "register/register-error.h"
#include "register/session.h"
#include "reports/month-counted.h"
#include "reports/month-measures.h"
#include "reports/report-error.h"

#include <string.h>

typedef struct
{
  SotayMonthData *data;
  SotayStore *store;
  GCancellable *cancellable;
  GPtrArray *monthly;      /* all months' reports */
  GPtrArray *all_outreach; /* of the units meant */
  GPtrArray *all_feedback;
  SotayRecord *record_before;
} Loading;

static void
loading_clear (Loading *loading)
{
  g_clear_pointer (&loading->data, sotay_month_data_free);
  g_clear_pointer (&loading->monthly, g_ptr_array_unref);
  g_clear_pointer (&loading->all_outreach, g_ptr_array_unref);
  g_clear_pointer (&loading->all_feedback, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loading, loading_clear)

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static SotayMonthData *
data_new (const GDate *month, const GDate *today)
{
  SotayMonthData *data = g_new0 (SotayMonthData, 1);

  data->month = *month;
  g_date_set_day (&data->month, 1);
  data->next = data->month;
  g_date_add_months (&data->next, 1);
  data->today = *today;
  data->sessions = new_records ();
  data->planned = new_records ();
  data->outreach = new_records ();
  data->obstacles = new_records ();
  data->proposals = new_records ();
  return data;
}

void
sotay_month_data_free (SotayMonthData *data)
{
  g_clear_object (&data->unit);
  g_clear_object (&data->figures);
  g_clear_object (&data->record);
  g_clear_object (&data->campaign);
  g_clear_pointer (&data->units, g_hash_table_unref);
  g_clear_pointer (&data->now, sotay_frozen_month_unref);
  g_clear_pointer (&data->shown, sotay_frozen_month_unref);
  g_clear_pointer (&data->before, sotay_frozen_month_unref);
  g_clear_pointer (&data->late, g_ptr_array_unref);
  g_clear_pointer (&data->corrections, g_ptr_array_unref);
  g_clear_pointer (&data->by_session, g_hash_table_unref);
  g_clear_pointer (&data->twice, g_ptr_array_unref);
  g_ptr_array_unref (data->sessions);
  g_ptr_array_unref (data->planned);
  g_ptr_array_unref (data->outreach);
  g_ptr_array_unref (data->obstacles);
  g_ptr_array_unref (data->proposals);
  g_free (data);
}

gboolean
sotay_month_data_is_meant (SotayMonthData *data, const char *unit_id)
{
  return data->units == NULL || (unit_id != NULL && g_hash_table_contains (data->units, unit_id));
}

SotayRecord *
sotay_month_data_close (SotayMonthData *data, const GDate *day)
{
  g_autofree char *figures = sotay_frozen_month_to_text (data->shown);
  g_autoptr (SotayRecord) record = data->record != NULL
                                     ? g_object_ref (data->record)
                                     : sotay_monthly_new (&data->month, data->unit != NULL
                                                                          ? sotay_unit_get_id (data->unit) : NULL);

  return sotay_monthly_close (record, day, figures);
}

static void
add_units (GHashTable *units, SotayMonthPart *part)
{
  GListModel *children = sotay_month_part_get_children (part);

  if (sotay_month_part_get_unit (part) != NULL)
    g_hash_table_add (units, g_strdup (sotay_unit_get_id (sotay_month_part_get_unit (part))));
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayMonthPart) child = g_list_model_get_item (children, i);

      add_units (units, child);
    }
}

/* The figures up to the day: of a closed month that of its figures. */
static gboolean
load_figures (Loading *loading, const char *unit_id, GError **error)
{
  SotayMonthData *data = loading->data;
  GDate day = data->today;

  if (data->shown != NULL)
    day = *sotay_frozen_month_get_day (data->shown);
  data->figures = sotay_month_figures_load (loading->store, &data->month, &day, loading->cancellable, error);
  if (data->figures == NULL)
    return FALSE;
  data->part = unit_id != NULL ? sotay_month_figures_find (data->figures, unit_id)
                               : sotay_month_figures_get_whole (data->figures);
  if (data->part == NULL)
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, unit_id);
      return FALSE;
    }
  if (unit_id == NULL)
    return TRUE;
  data->unit = g_object_ref (sotay_month_part_get_unit (data->part));
  data->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_units (data->units, data->part);
  return TRUE;
}

static GPtrArray *
list_meant (Loading *loading, SotayRecordKind kind, guint unit_field, GError **error)
{
  g_autoptr (GPtrArray) all = sotay_store_list_records (loading->store, kind, -1, NULL, loading->cancellable, error);
  GPtrArray *meant = all != NULL ? new_records () : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (sotay_month_data_is_meant (loading->data, sotay_record_get (all->pdata[i], unit_field)))
      g_ptr_array_add (meant, g_object_ref (all->pdata[i]));
  return meant;
}

static gboolean
is_from (const char *day, const char *first)
{
  return day != NULL && strcmp (day, first) >= 0;
}

static gboolean
is_by (const char *day, const char *last)
{
  return day != NULL && strcmp (day, last) <= 0;
}

static gboolean
load_sessions (Loading *loading, const char *first, const char *last, GError **error)
{
  SotayMonthData *data = loading->data;
  g_autoptr (GPtrArray) all = list_meant (loading, SOTAY_RECORD_SESSION, SOTAY_SESSION_UNIT_ID, error);
  g_autofree char *end = NULL;
  GDate after = data->next;

  g_date_add_months (&after, 1);
  end = sotay_date_to_iso (&after);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const char *day = sotay_record_get (all->pdata[i], SOTAY_SESSION_DAY);

      if (is_from (day, first) && is_by (day, last))
        g_ptr_array_add (data->sessions, g_object_ref (all->pdata[i]));
      else if (is_from (day, last) && !is_from (day, end))
        g_ptr_array_add (data->planned, g_object_ref (all->pdata[i]));
    }
  return all != NULL;
}

static gboolean
load_outreach (Loading *loading, const char *first, const char *last, GError **error)
{
  loading->all_outreach = list_meant (loading, SOTAY_RECORD_OUTREACH, SOTAY_OUTREACH_UNIT_ID, error);
  for (guint i = 0; loading->all_outreach != NULL && i < loading->all_outreach->len; i++)
    {
      SotayRecord *outreach = loading->all_outreach->pdata[i];
      const char *day = sotay_record_get (outreach, SOTAY_OUTREACH_DAY);

      if (is_from (day, first) && is_by (day, last))
        g_ptr_array_add (loading->data->outreach, g_object_ref (outreach));
    }
  return loading->all_outreach != NULL;
}

static gboolean
load_feedback (Loading *loading, const char *first, const char *last, GError **error)
{
  SotayMonthData *data = loading->data;
  const char *proposal = sotay_feedback_kind_to_string (SOTAY_FEEDBACK_PROPOSAL);

  loading->all_feedback = list_meant (loading, SOTAY_RECORD_FEEDBACK, SOTAY_FEEDBACK_UNIT_ID, error);
  for (guint i = 0; loading->all_feedback != NULL && i < loading->all_feedback->len; i++)
    {
      SotayRecord *feedback = loading->all_feedback->pdata[i];
      const char *solved_on = sotay_record_get (feedback, SOTAY_FEEDBACK_SOLVED_ON);
      gboolean is_proposal = g_strcmp0 (sotay_record_get (feedback, SOTAY_FEEDBACK_KIND), proposal) == 0;

      if (is_by (sotay_record_get (feedback, SOTAY_FEEDBACK_MADE_ON), last)
          && (solved_on == NULL || is_from (solved_on, first)))
        g_ptr_array_add (is_proposal ? data->proposals : data->obstacles, g_object_ref (feedback));
    }
  return loading->all_feedback != NULL;
}

static gboolean
load_campaign (Loading *loading, GError **error)
{
  g_autoptr (GPtrArray) campaigns = sotay_store_list_records (loading->store, SOTAY_RECORD_CAMPAIGN, -1, NULL,
                                                              loading->cancellable, error);

  if (campaigns != NULL && campaigns->len > 0)
    loading->data->campaign = g_object_ref (campaigns->pdata[0]);
  return campaigns != NULL;
}

/* A closed month tells every figure. */
static SotayFrozenMonth *
read_frozen (SotayRecord *record, GError **error)
{
  const char *month = sotay_record_get (record, SOTAY_MONTHLY_MONTH);
  g_autoptr (SotayFrozenMonth) frozen = sotay_frozen_month_parse (sotay_record_get (record, SOTAY_MONTHLY_FIGURES),
                                                                  NULL);
  guint n_measures;
  const SotayMonthMeasure *measures = sotay_month_measures_get (&n_measures);
  g_autofree char *first = g_strconcat (month, "-01", NULL);
  g_autofree char *day = frozen != NULL ? sotay_date_to_iso (sotay_frozen_month_get_day (frozen)) : NULL;
  gboolean is_whole = frozen != NULL && g_str_has_prefix (day, month) && sotay_date_parse_iso (first, &(GDate) { 0 });

  for (guint i = 0; is_whole && i < n_measures; i++)
    is_whole = sotay_frozen_month_has (frozen, measures[i].name);
  if (is_whole)
    return g_steal_pointer (&frozen);
  g_set_error_literal (error, SOTAY_REPORT_ERROR, SOTAY_REPORT_ERROR_FROZEN, month);
  return NULL;
}

static SotayRecord *
find_closed (Loading *loading, const GDate *month, const char *unit_id)
{
  SotayRecord *record = sotay_monthly_find (loading->monthly, month, unit_id);

  return sotay_monthly_get_state (record) != SOTAY_MONTHLY_OPEN ? record : NULL;
}

static gboolean
load_records (Loading *loading, const char *unit_id, GError **error)
{
  SotayMonthData *data = loading->data;
  GDate before = data->month;
  SotayRecord *record;

  loading->monthly = sotay_store_list_records (loading->store, SOTAY_RECORD_MONTHLY, -1, NULL, loading->cancellable,
                                               error);
  if (loading->monthly == NULL)
    return FALSE;
  record = sotay_monthly_find (loading->monthly, &data->month, unit_id);
  g_set_object (&data->record, record);
  if (sotay_monthly_get_state (record) != SOTAY_MONTHLY_OPEN)
    {
      data->shown = read_frozen (record, error);
      if (data->shown == NULL)
        return FALSE;
    }
  g_date_subtract_months (&before, 1);
  loading->record_before = find_closed (loading, &before, unit_id);
  data->is_closed_before = loading->record_before != NULL;
  if (loading->record_before != NULL)
    data->before = read_frozen (loading->record_before, error);
  return loading->record_before == NULL || data->before != NULL;
}

/* On another day than the end of its month, the month before is counted by itself. */
static gboolean
count_before (Loading *loading, SotayCounting *counting, SotayFrozenMonth **frozen, GError **error)
{
  SotayMonthData *data = loading->data;
  g_autoptr (SotayMonthFigures) figures = NULL;
  SotayMonthPart *part = data->part;

  counting->ago = 1;
  if (g_date_compare (&counting->sums->span.last, sotay_month_figures_get_day (data->figures, 1)) != 0)
    {
      figures = sotay_month_figures_load (loading->store, &counting->sums->span.first, &counting->sums->span.last,
                                          loading->cancellable, error);
      if (figures == NULL)
        return FALSE;
      part = data->unit != NULL ? sotay_month_figures_find (figures, sotay_unit_get_id (data->unit))
                                : sotay_month_figures_get_whole (figures);
      counting->ago = 0;
    }
  counting->part = part != NULL ? part : data->part;
  *frozen = sotay_month_count (counting);
  return TRUE;
}

static GArray *
make_spans (SotayMonthData *data)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SotayMonthSpan));
  SotayMonthSpan span = { data->month, *sotay_month_figures_get_day (data->figures, 0) };
  SotayMonthSpan before = { data->month, *sotay_month_figures_get_day (data->figures, 1) };

  g_date_subtract_months (&before.first, 1);
  if (data->before != NULL)
    before.last = *sotay_frozen_month_get_day (data->before);
  g_array_append_val (spans, span);
  g_array_append_val (spans, before);
  return spans;
}

/* What the tables of the month tell, so that a closed month keeps it. */
static void
add_events (SotayMonthData *data)
{
  for (guint i = 0; i < data->sessions->len; i++)
    {
      SotayRecord *session = data->sessions->pdata[i];
      char *id = (char *) sotay_record_get_id (session);
      SotayFrozenEvent event = { id, GPOINTER_TO_UINT (g_hash_table_lookup (data->by_session, id)),
                                 (char *) sotay_record_get (session, SOTAY_SESSION_DAY),
                                 (char *) sotay_record_get (session, SOTAY_SESSION_TITLE),
                                 (char *) sotay_record_get (session, SOTAY_SESSION_PLACE) };

      sotay_frozen_month_add_event (data->now, SOTAY_FROZEN_SESSION, &event);
    }
  for (guint i = 0; i < data->outreach->len; i++)
    {
      SotayRecord *outreach = data->outreach->pdata[i];
      SotayFrozenEvent event = { (char *) sotay_record_get_id (outreach), sotay_outreach_get_reached (outreach),
                                 (char *) sotay_record_get (outreach, SOTAY_OUTREACH_DAY),
                                 (char *) sotay_record_get (outreach, SOTAY_OUTREACH_FORM),
                                 (char *) sotay_record_get (outreach, SOTAY_OUTREACH_PLACE) };

      sotay_frozen_month_add_event (data->now, SOTAY_FROZEN_OUTREACH, &event);
    }
}

static gboolean
count (Loading *loading, const char *unit_id, GError **error)
{
  SotayMonthData *data = loading->data;
  g_autoptr (GArray) spans = make_spans (data);
  g_autoptr (GPtrArray) sums = sotay_store_sum_months (loading->store, unit_id, spans, loading->cancellable, error);
  g_autoptr (SotayFrozenMonth) before = NULL;
  SotayCounting counting = { .part = data->part, .outreach = loading->all_outreach,
                             .feedback = loading->all_feedback,
                             .required = sotay_campaign_get_utilities (data->campaign) };

  if (sums == NULL)
    return FALSE;
  counting.sums = sums->pdata[0];
  data->now = sotay_month_count (&counting);
  data->by_session = g_hash_table_ref (counting.sums->by_session);
  add_events (data);
  counting.sums = sums->pdata[1];
  if (!count_before (loading, &counting, &before, error))
    return FALSE;
  if (data->shown == NULL)
    data->shown = sotay_frozen_month_ref (data->now);
  data->late = sotay_frozen_month_compare (data->shown, data->now);
  if (data->before == NULL)
    data->before = sotay_frozen_month_ref (before);
  data->corrections = sotay_frozen_month_compare (data->before, before);
  return TRUE;
}

SotayMonthData *
sotay_month_data_load (SotayStore *store, const GDate *month, const GDate *today, const char *unit_id,
                       GCancellable *cancellable, GError **error)
{
  g_auto (Loading) loading = { .data = data_new (month, today), .store = store, .cancellable = cancellable };
  SotayMonthData *data = loading.data;
  g_autofree char *first = sotay_date_to_iso (&data->month);
  g_autofree char *last = NULL;

  if (!load_records (&loading, unit_id, error) || !load_figures (&loading, unit_id, error))
    return NULL;
  last = sotay_date_to_iso (sotay_month_figures_get_day (data->figures, 0));
  if (!load_sessions (&loading, first, last, error) || !load_outreach (&loading, first, last, error)
      || !load_feedback (&loading, first, last, error) || !load_campaign (&loading, error)
      || !count (&loading, unit_id, error))
    return NULL;
  data->twice = sotay_month_find_twice (store, unit_id, sotay_month_figures_get_day (data->figures, 0),
                                        sotay_frozen_month_get (data->now, "phai-tap-huan"), cancellable, error);
  return data->twice != NULL ? g_steal_pointer (&loading.data) : NULL;
}
