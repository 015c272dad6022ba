/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/month-figures.h"

#include "core/dates.h"
#include "register/progress.h"

struct _SotayMonthPart
{
  GObject parent_instance;

  SotayUnit *unit;
  SotayMonthCounts counts[SOTAY_MONTH_FIGURES_SPAN]; /* by months ago */
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

G_DEFINE_FINAL_TYPE (SotayMonthPart, sotay_month_part, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (SotayMonthFigures, sotay_month_figures, G_TYPE_OBJECT)

enum
{
  PROP_CHILDREN = 1,
};

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

static void
add_counts (SotayMonthPart *part, const SotayMonthCounts *counts)
{
  for (guint i = 0; i < SOTAY_MONTH_FIGURES_SPAN; i++)
    {
      part->counts[i].due += counts[i].due;
      part->counts[i].trained += counts[i].trained;
      part->counts[i].passed += counts[i].passed;
      part->counts[i].newly += counts[i].newly;
    }
}

/* @tree has the units in their places, and no figures. */
static SotayMonthPart *
build_part (SotayMonthFigures *self, SotayUnitProgress *tree)
{
  SotayMonthPart *part = g_object_new (SOTAY_TYPE_MONTH_PART, NULL);
  GListModel *children = sotay_unit_progress_get_children (tree);

  g_set_object (&part->unit, sotay_unit_progress_get_unit (tree));
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayUnitProgress) child = g_list_model_get_item (children, i);
      g_autoptr (SotayMonthPart) below = build_part (self, child);

      g_list_store_append (part->children, below);
    }
  if (part->unit != NULL)
    g_hash_table_insert (self->parts, g_strdup (sotay_unit_get_id (part->unit)), g_object_ref (part));
  return part;
}

static void
add_up (SotayMonthPart *part)
{
  GListModel *children = G_LIST_MODEL (part->children);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayMonthPart) child = g_list_model_get_item (children, i);

      add_up (child);
      add_counts (part, child->counts);
    }
}

/* Stores count from the oldest month on. */
static void
enter_figures (SotayMonthFigures *self, const SotayUnitMonths *months)
{
  SotayMonthPart *part = g_hash_table_lookup (self->parts, months->unit_id);
  SotayMonthCounts counts[SOTAY_MONTH_FIGURES_SPAN];

  for (guint i = 0; i < SOTAY_MONTH_FIGURES_SPAN; i++)
    counts[i] = months->counts[SOTAY_MONTH_FIGURES_SPAN - 1 - i];
  add_counts (part != NULL ? part : self->whole, counts);
}

static gboolean
fill (SotayMonthFigures *self, SotayStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, cancellable, error);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (SotayUnitProgress) tree = NULL;

  if (units == NULL)
    return FALSE;
  figures = sotay_store_list_unit_months (store, &self->days[0], SOTAY_MONTH_FIGURES_SPAN, cancellable, error);
  if (figures == NULL)
    return FALSE;
  tree = sotay_progress_build (units, none);
  self->whole = build_part (self, tree);
  for (guint i = 0; i < figures->len; i++)
    enter_figures (self, figures->pdata[i]);
  add_up (self->whole);
  return TRUE;
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
  return self->counts[0].newly;
}

SotayMonthFigures *
sotay_month_figures_load (SotayStore *store, const GDate *month, const GDate *today, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (SotayMonthFigures) self = g_object_new (SOTAY_TYPE_MONTH_FIGURES, NULL);

  set_days (self, month, today);
  return fill (self, store, cancellable, error) ? g_steal_pointer (&self) : NULL;
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
