/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/month-counted.h"

#include "core/dates.h"
#include "register/feedback.h"
#include "register/membership.h"
#include "register/outreach.h"
#include "reports/month-measures.h"

#include <string.h>

static void
count_people (SotayFrozenMonth *frozen, const SotayMonthCounts *counts)
{
  sotay_frozen_month_set (frozen, "phai-tap-huan", counts->due);
  sotay_frozen_month_set (frozen, "da-tap-huan", counts->trained);
  sotay_frozen_month_set (frozen, "chua-tap-huan", (gint64) counts->due - counts->trained);
  sotay_frozen_month_set (frozen, "dat", counts->passed);
  sotay_frozen_month_set (frozen, "moi-tap-huan", counts->newly);
}

static void
count_sessions (SotayFrozenMonth *frozen, const SotayMonthSums *sums)
{
  sotay_frozen_month_set (frozen, "so-lop", sums->in_span.sessions);
  sotay_frozen_month_set (frozen, "luot-nguoi", sums->in_span.attended);
  sotay_frozen_month_set (frozen, "so-nguoi", sums->in_span.people);
  sotay_frozen_month_set (frozen, "so-lop-luy-ke", sums->so_far.sessions);
  sotay_frozen_month_set (frozen, "luot-nguoi-luy-ke", sums->so_far.attended);
  sotay_frozen_month_set (frozen, "so-nguoi-luy-ke", sums->so_far.people);
}

static void
count_outreach (SotayFrozenMonth *frozen, GPtrArray *outreach, const char *first, const char *last)
{
  gint64 n_held = 0, n_reached = 0, n_held_so_far = 0, n_reached_so_far = 0;

  for (guint i = 0; i < outreach->len; i++)
    {
      const char *day = sotay_record_get (outreach->pdata[i], SOTAY_OUTREACH_DAY);
      guint reached = sotay_outreach_get_reached (outreach->pdata[i]);

      if (day == NULL || strcmp (day, last) > 0)
        continue;
      n_held_so_far++;
      n_reached_so_far += reached;
      if (strcmp (day, first) < 0)
        continue;
      n_held++;
      n_reached += reached;
    }
  sotay_frozen_month_set (frozen, "so-dot-tuyen-truyen", n_held);
  sotay_frozen_month_set (frozen, "luot-tuyen-truyen", n_reached);
  sotay_frozen_month_set (frozen, "so-dot-tuyen-truyen-luy-ke", n_held_so_far);
  sotay_frozen_month_set (frozen, "luot-tuyen-truyen-luy-ke", n_reached_so_far);
}

static void
count_feedback (SotayFrozenMonth *frozen, GPtrArray *feedback, const char *last)
{
  const char *proposal = sotay_feedback_kind_to_string (SOTAY_FEEDBACK_PROPOSAL);
  gint64 n_obstacles = 0, n_proposals = 0;

  for (guint i = 0; i < feedback->len; i++)
    {
      const char *made_on = sotay_record_get (feedback->pdata[i], SOTAY_FEEDBACK_MADE_ON);
      const char *solved_on = sotay_record_get (feedback->pdata[i], SOTAY_FEEDBACK_SOLVED_ON);

      if (made_on == NULL || strcmp (made_on, last) > 0 || (solved_on != NULL && strcmp (solved_on, last) <= 0))
        continue;
      if (g_strcmp0 (sotay_record_get (feedback->pdata[i], SOTAY_FEEDBACK_KIND), proposal) == 0)
        n_proposals++;
      else
        n_obstacles++;
    }
  sotay_frozen_month_set (frozen, "so-vuong-mac", n_obstacles);
  sotay_frozen_month_set (frozen, "so-de-xuat", n_proposals);
}

/* Whoever is trained was taught what is required, in a session or, where it was set by hand, elsewhere. */
static void
count_utilities (SotayFrozenMonth *frozen, const SotayMonthSums *sums, const SotayMonthCounts *counts, guint required)
{
  for (guint i = 0; i < SOTAY_N_UTILITIES; i++)
    {
      g_autofree char *taught = sotay_month_measures_name_taught (i);
      g_autofree char *fluent = sotay_month_measures_name_fluent (i);
      gboolean is_required = (required >> i) & 1;

      sotay_frozen_month_set (frozen, taught, is_required ? counts->trained + sums->taught_untrained[i]
                                                          : sums->taught[i]);
      sotay_frozen_month_set (frozen, fluent, is_required ? counts->passed + sums->fluent_unpassed[i]
                                                          : sums->fluent[i]);
    }
}

static void
count_units (SotayFrozenMonth *frozen, SotayMonthPart *part, guint ago)
{
  const SotayMonthCounts *counts = sotay_month_part_get_counts (part, ago);
  GListModel *children = sotay_month_part_get_children (part);

  if (counts->due == 0)
    return;
  if (sotay_month_part_get_unit (part) != NULL)
    sotay_frozen_month_set_unit (frozen, sotay_unit_get_id (sotay_month_part_get_unit (part)), counts);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayMonthPart) child = g_list_model_get_item (children, i);

      count_units (frozen, child, ago);
    }
}

SotayFrozenMonth *
sotay_month_count (const SotayCounting *counting)
{
  const SotayMonthCounts *counts = sotay_month_part_get_counts (counting->part, counting->ago);
  SotayFrozenMonth *frozen = sotay_frozen_month_new (&counting->sums->span.last);
  g_autofree char *first = sotay_date_to_iso (&counting->sums->span.first);
  g_autofree char *last = sotay_date_to_iso (&counting->sums->span.last);

  count_people (frozen, counts);
  count_sessions (frozen, counting->sums);
  count_outreach (frozen, counting->outreach, first, last);
  count_feedback (frozen, counting->feedback, last);
  count_utilities (frozen, counting->sums, counts, counting->required);
  count_units (frozen, counting->part, counting->ago);
  return frozen;
}

static gboolean
covers (SotayRecord *membership, const char *day)
{
  const char *from = sotay_record_get (membership, SOTAY_MEMBERSHIP_FROM_ON);
  const char *to = sotay_record_get (membership, SOTAY_MEMBERSHIP_TO_ON);

  return to != NULL && strcmp (to, day) > 0 && (from == NULL || strcmp (from, day) <= 0);
}

static SotayStaff *
get_person (SotayStore *store, const char *id, GCancellable *cancellable)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (GPtrArray) people = sotay_store_get_staff (store, ids, cancellable, NULL);

  return people != NULL && people->len == 1 ? g_object_ref (people->pdata[0]) : NULL;
}

GPtrArray *
sotay_month_find_twice (SotayStore *store, const char *unit_id, const GDate *day, gint64 due,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (unit_id, SOTAY_STAFF_DUE, NULL, day);
  gint64 n_people = sotay_store_count_staff (store, query, cancellable, error);
  g_autoptr (GPtrArray) memberships = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *iso = sotay_date_to_iso (day);
  GPtrArray *twice;

  if (n_people < 0)
    return NULL;
  if (n_people != due)
    memberships = sotay_store_list_records (store, SOTAY_RECORD_MEMBERSHIP, -1, NULL, cancellable, error);
  if (n_people != due && memberships == NULL)
    return NULL;
  twice = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; memberships != NULL && i < memberships->len; i++)
    {
      const char *id = sotay_record_get (memberships->pdata[i], SOTAY_MEMBERSHIP_STAFF_ID);
      g_autoptr (SotayStaff) person = covers (memberships->pdata[i], iso) ? get_person (store, id, cancellable) : NULL;

      if (person != NULL && (!g_hash_table_add (seen, (char *) id) || sotay_staff_is_due (person, day)))
        g_ptr_array_add (twice, g_steal_pointer (&person));
    }
  return twice;
}
