/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/month-figures.h"

#include "core/dates.h"
#include "register/progress.h"

/* People are read in windows of this size, so that a large register never stands in memory at once. */
#define WINDOW_ROWS 4000

struct _SotayMonthPart
{
  GObject parent_instance;

  SotayUnit *unit;
  SotayMonthCounts counts[SOTAY_MONTH_FIGURES_SPAN]; /* by months ago */
  guint newly_trained;
  GListStore *children;
};

struct _SotayMonthFigures
{
  GObject parent_instance;

  GDate days[SOTAY_MONTH_FIGURES_SPAN]; /* by months ago */
  gboolean running;
  SotayMonthPart *whole;
  GHashTable *parts; /* unit id → SotayMonthPart */
};

typedef struct
{
  GDate month;
  GDate today;
} Request;

/* The same units counted at every day: trees of one shape, which are walked in step. */
typedef struct
{
  SotayUnitProgress *months[SOTAY_MONTH_FIGURES_SPAN];
  SotayUnitProgress *newly;
} Trees;

G_DEFINE_FINAL_TYPE (SotayMonthPart, sotay_month_part, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (SotayMonthFigures, sotay_month_figures, G_TYPE_OBJECT)

enum
{
  PROP_CHILDREN = 1,
};

static void
trees_clear (Trees *trees)
{
  for (guint i = 0; i < SOTAY_MONTH_FIGURES_SPAN; i++)
    g_clear_object (&trees->months[i]);
  g_clear_object (&trees->newly);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trees, trees_clear)

static void
set_days (SotayMonthFigures *self, const GDate *month, const GDate *today)
{
  GDate day = *month;

  g_date_set_day (&day, 1);
  for (guint i = 0; i < SOTAY_MONTH_FIGURES_SPAN; i++)
    {
      self->days[i] = day;
      g_date_set_day (&self->days[i], g_date_get_days_in_month (g_date_get_month (&day), g_date_get_year (&day)));
      g_date_subtract_months (&day, 1);
    }
  self->running = g_date_compare (today, &self->days[0]) < 0;
  if (self->running)
    self->days[0] = *today;
}

static gboolean
is_newly_trained (SotayStaff *staff, const GDate *before, const GDate *day)
{
  return sotay_staff_is_due (staff, day) && sotay_staff_is_trained (staff, day)
         && !sotay_staff_is_trained (staff, before);
}

static void
count_up (GHashTable *counts, const char *unit_id)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, unit_id));

  g_hash_table_replace (counts, g_strdup (unit_id), GUINT_TO_POINTER (count + 1));
}

/* Tallies whose "trained" is the number of people newly trained. */
static GPtrArray *
tally_newly_trained (SotayStore *store, const GDate *before, const GDate *day, GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, day);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *tallies;
  GHashTableIter iter;
  gpointer unit_id, count;
  guint read = WINDOW_ROWS;

  for (guint offset = 0; read == WINDOW_ROWS; offset += read)
    {
      g_autoptr (GPtrArray) window = sotay_store_list_staff (store, everyone, offset, WINDOW_ROWS, cancellable, error);

      if (window == NULL)
        return NULL;
      read = window->len;
      for (guint i = 0; i < window->len; i++)
        if (is_newly_trained (window->pdata[i], before, day))
          count_up (counts, sotay_staff_get_unit_id (window->pdata[i]));
    }
  tallies = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_tally_free);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &unit_id, &count))
    {
      SotayTally *tally = g_new0 (SotayTally, 1);

      tally->unit_id = g_strdup (unit_id);
      tally->trained = GPOINTER_TO_UINT (count);
      g_ptr_array_add (tallies, tally);
    }
  return tallies;
}

static gboolean
plant_trees (SotayMonthFigures *self, Trees *trees, SotayStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, cancellable, error);
  g_autoptr (GPtrArray) newly = NULL;

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < SOTAY_MONTH_FIGURES_SPAN; i++)
    {
      g_autoptr (GPtrArray) tallies = sotay_store_tally (store, &self->days[i], cancellable, error);

      if (tallies == NULL)
        return FALSE;
      trees->months[i] = sotay_progress_build (units, tallies);
    }
  newly = tally_newly_trained (store, &self->days[1], &self->days[0], cancellable, error);
  if (newly == NULL)
    return FALSE;
  trees->newly = sotay_progress_build (units, newly);
  return TRUE;
}

static SotayUnitProgress *
dup_child (SotayUnitProgress *progress, guint position)
{
  return g_list_model_get_item (sotay_unit_progress_get_children (progress), position);
}

static SotayMonthPart *
build_part (SotayMonthFigures *self, Trees *trees)
{
  SotayMonthPart *part = g_object_new (SOTAY_TYPE_MONTH_PART, NULL);
  SotayUnit *unit = sotay_unit_progress_get_unit (trees->months[0]);
  guint n_children = g_list_model_get_n_items (sotay_unit_progress_get_children (trees->months[0]));

  g_set_object (&part->unit, unit);
  part->newly_trained = sotay_unit_progress_get_trained (trees->newly);
  for (guint i = 0; i < SOTAY_MONTH_FIGURES_SPAN; i++)
    {
      part->counts[i].due = sotay_unit_progress_get_due (trees->months[i]);
      part->counts[i].trained = sotay_unit_progress_get_trained (trees->months[i]);
      part->counts[i].passed = sotay_unit_progress_get_passed (trees->months[i]);
    }
  for (guint child = 0; child < n_children; child++)
    {
      g_auto (Trees) below = { 0 };
      g_autoptr (SotayMonthPart) part_below = NULL;

      for (guint i = 0; i < SOTAY_MONTH_FIGURES_SPAN; i++)
        below.months[i] = dup_child (trees->months[i], child);
      below.newly = dup_child (trees->newly, child);
      part_below = build_part (self, &below);
      g_list_store_append (part->children, part_below);
    }
  if (unit != NULL)
    g_hash_table_insert (self->parts, g_strdup (sotay_unit_get_id (unit)), g_object_ref (part));
  return part;
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr (GError) error = NULL;
  SotayMonthFigures *figures = sotay_month_figures_load (source, &request->month, &request->today, cancellable, &error);

  if (figures != NULL)
    g_task_return_pointer (task, figures, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
sotay_month_part_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SotayMonthPart *self = SOTAY_MONTH_PART (object);

  switch (id)
    {
    case PROP_CHILDREN:
      g_value_set_object (value, self->children);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_month_part_finalize (GObject *object)
{
  SotayMonthPart *self = SOTAY_MONTH_PART (object);

  g_clear_object (&self->unit);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (sotay_month_part_parent_class)->finalize (object);
}

static void
sotay_month_part_class_init (SotayMonthPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sotay_month_part_get_property;
  object_class->finalize = sotay_month_part_finalize;
  g_object_class_install_property (object_class, PROP_CHILDREN,
                                   g_param_spec_object ("children", NULL, NULL, G_TYPE_LIST_MODEL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
sotay_month_part_init (SotayMonthPart *self)
{
  self->children = g_list_store_new (SOTAY_TYPE_MONTH_PART);
}

static void
sotay_month_figures_finalize (GObject *object)
{
  SotayMonthFigures *self = SOTAY_MONTH_FIGURES (object);

  g_clear_object (&self->whole);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  G_OBJECT_CLASS (sotay_month_figures_parent_class)->finalize (object);
}

static void
sotay_month_figures_class_init (SotayMonthFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_month_figures_finalize;
}

static void
sotay_month_figures_init (SotayMonthFigures *self)
{
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

SotayUnit *
sotay_month_part_get_unit (SotayMonthPart *self)
{
  return self->unit;
}

GListModel *
sotay_month_part_get_children (SotayMonthPart *self)
{
  return G_LIST_MODEL (self->children);
}

const SotayMonthCounts *
sotay_month_part_get_counts (SotayMonthPart *self, guint ago)
{
  g_return_val_if_fail (ago < SOTAY_MONTH_FIGURES_SPAN, NULL);

  return &self->counts[ago];
}

guint
sotay_month_part_get_newly_trained (SotayMonthPart *self)
{
  return self->newly_trained;
}

SotayMonthFigures *
sotay_month_figures_load (SotayStore *store, const GDate *month, const GDate *today, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (SotayMonthFigures) self = g_object_new (SOTAY_TYPE_MONTH_FIGURES, NULL);
  g_auto (Trees) trees = { 0 };

  set_days (self, month, today);
  if (!plant_trees (self, &trees, store, cancellable, error))
    return NULL;
  self->whole = build_part (self, &trees);
  return g_steal_pointer (&self);
}

void
sotay_month_figures_load_async (SotayStore *store, const GDate *month, const GDate *today, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, data);
  Request *request = g_new0 (Request, 1);

  request->month = *month;
  request->today = *today;
  g_task_set_source_tag (task, sotay_month_figures_load_async);
  g_task_set_task_data (task, request, g_free);
  g_task_run_in_thread (task, load_thread);
}

SotayMonthFigures *
sotay_month_figures_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

SotayMonthPart *
sotay_month_figures_get_whole (SotayMonthFigures *self)
{
  return self->whole;
}

SotayMonthPart *
sotay_month_figures_find (SotayMonthFigures *self, const char *unit_id)
{
  return g_hash_table_lookup (self->parts, unit_id);
}

const GDate *
sotay_month_figures_get_day (SotayMonthFigures *self, guint ago)
{
  g_return_val_if_fail (ago < SOTAY_MONTH_FIGURES_SPAN, NULL);

  return &self->days[ago];
}

gboolean
sotay_month_figures_is_running (SotayMonthFigures *self)
{
  return self->running;
}
