/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/progress.h"

/* No office has more levels; a unit deeper than that, or below itself, stands at the top. */
#define MOST_LEVELS 100

struct _SotayUnitProgress
{
  GObject parent_instance;
  SotayUnit *unit;
  SotayUnitProgress *parent; /* not owned; used while the tree is built */
  guint due;
  guint trained;
  guint passed;
  GListStore *children; /* NULL until there is one, or somebody asks: most units have none */
};

typedef struct
{
  GDate day;
  GPtrArray *units;
  GPtrArray *tallies;
} Request;

G_DEFINE_FINAL_TYPE (SotayUnitProgress, sotay_unit_progress, G_TYPE_OBJECT)

enum
{
  PROP_CHILDREN = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
request_free (Request *request)
{
  g_clear_pointer (&request->units, g_ptr_array_unref);
  g_clear_pointer (&request->tallies, g_ptr_array_unref);
  g_free (request);
}

static SotayUnitProgress *
progress_new (SotayUnit *unit)
{
  SotayUnitProgress *progress = g_object_new (SOTAY_TYPE_UNIT_PROGRESS, NULL);

  progress->unit = unit != NULL ? g_object_ref (unit) : NULL;
  return progress;
}

static GListStore *
use_children (SotayUnitProgress *part)
{
  if (part->children == NULL)
    part->children = g_list_store_new (SOTAY_TYPE_UNIT_PROGRESS);
  return part->children;
}

static SotayUnitProgress *
look_up (GHashTable *parts, const char *id)
{
  return id != NULL ? g_hash_table_lookup (parts, id) : NULL;
}

/* The part above @unit, or NULL when the unit stands at the top. */
static SotayUnitProgress *
find_parent (GHashTable *parts, SotayUnit *unit)
{
  SotayUnitProgress *parent = look_up (parts, sotay_unit_get_parent_id (unit));
  SotayUnitProgress *above = parent;

  for (guint level = 0; above != NULL; level++)
    {
      if (level == MOST_LEVELS)
        return NULL;
      above = look_up (parts, sotay_unit_get_parent_id (above->unit));
    }
  return parent;
}

static void
link_parts (SotayUnitProgress *whole, GPtrArray *units, GHashTable *parts)
{
  for (guint i = 0; i < units->len; i++)
    {
      SotayUnit *unit = g_ptr_array_index (units, i);
      SotayUnitProgress *part = look_up (parts, sotay_unit_get_id (unit));
      SotayUnitProgress *parent = find_parent (parts, unit);

      part->parent = parent != NULL ? parent : whole;
      g_list_store_append (use_children (part->parent), part);
    }
}

static void
add_tally (SotayUnitProgress *part, SotayTally *tally)
{
  for (; part != NULL; part = part->parent)
    {
      part->due += tally->due;
      part->trained += tally->trained;
      part->passed += tally->passed;
    }
}

static void
build_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;

  g_task_return_pointer (task, sotay_progress_build (request->units, request->tallies), g_object_unref);
}

static void
tallied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  request->tallies = sotay_store_tally_finish (SOTAY_STORE (source), result, &error);
  if (request->tallies == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, build_in_thread);
}

static void
units_listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  request->units = sotay_store_list_units_finish (SOTAY_STORE (source), result, &error);
  if (request->units == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sotay_store_tally_async (SOTAY_STORE (source), &request->day, g_task_get_cancellable (task), tallied_cb,
                           g_object_ref (task));
}

static void
sotay_unit_progress_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  SotayUnitProgress *self = SOTAY_UNIT_PROGRESS (object);

  if (id == PROP_CHILDREN)
    g_value_set_object (value, use_children (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_unit_progress_dispose (GObject *object)
{
  SotayUnitProgress *self = SOTAY_UNIT_PROGRESS (object);

  g_clear_object (&self->unit);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (sotay_unit_progress_parent_class)->dispose (object);
}

static void
sotay_unit_progress_class_init (SotayUnitProgressClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = sotay_unit_progress_get_property;
  object_class->dispose = sotay_unit_progress_dispose;
  properties[PROP_CHILDREN] = g_param_spec_object ("children", NULL, NULL, G_TYPE_LIST_MODEL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sotay_unit_progress_init (SotayUnitProgress *self)
{
}

SotayUnit *
sotay_unit_progress_get_unit (SotayUnitProgress *progress)
{
  return progress->unit;
}

guint
sotay_unit_progress_get_due (SotayUnitProgress *progress)
{
  return progress->due;
}

guint
sotay_unit_progress_get_trained (SotayUnitProgress *progress)
{
  return progress->trained;
}

guint
sotay_unit_progress_get_passed (SotayUnitProgress *progress)
{
  return progress->passed;
}

GListModel *
sotay_unit_progress_get_children (SotayUnitProgress *progress)
{
  return G_LIST_MODEL (use_children (progress));
}

gboolean
sotay_unit_progress_has_children (SotayUnitProgress *progress)
{
  return progress->children != NULL && g_list_model_get_n_items (G_LIST_MODEL (progress->children)) > 0;
}

SotayUnitProgress *
sotay_progress_build (GPtrArray *units, GPtrArray *tallies)
{
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  SotayUnitProgress *whole = progress_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      SotayUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (parts, (char *) sotay_unit_get_id (unit), progress_new (unit));
    }
  link_parts (whole, units, parts);
  for (guint i = 0; i < tallies->len; i++)
    {
      SotayTally *tally = g_ptr_array_index (tallies, i);
      SotayUnitProgress *part = look_up (parts, tally->unit_id);

      add_tally (part != NULL ? part : whole, tally);
    }
  return whole;
}

SotayUnitProgress *
sotay_progress_find (SotayUnitProgress *whole, const char *unit_id)
{
  guint n_children = whole->children != NULL ? g_list_model_get_n_items (G_LIST_MODEL (whole->children)) : 0;

  if (whole->unit != NULL && g_str_equal (sotay_unit_get_id (whole->unit), unit_id))
    return whole;
  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr (SotayUnitProgress) child = g_list_model_get_item (G_LIST_MODEL (whole->children), i);
      SotayUnitProgress *found = sotay_progress_find (child, unit_id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

SotayUnitProgress *
sotay_progress_load (SotayStore *store, const GDate *day, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) units = sotay_store_list_units (store, cancellable, error);
  g_autoptr (GPtrArray) tallies = units != NULL ? sotay_store_tally (store, day, cancellable, error) : NULL;

  return tallies != NULL ? sotay_progress_build (units, tallies) : NULL;
}

void
sotay_progress_load_async (SotayStore *store, const GDate *day, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, data);
  Request *request = g_new0 (Request, 1);

  request->day = *day;
  g_task_set_source_tag (task, sotay_progress_load_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  sotay_store_list_units_async (store, cancellable, units_listed_cb, g_object_ref (task));
}

SotayUnitProgress *
sotay_progress_load_finish (SotayStore *store, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
