/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/lesson-plan.h"

#include "core/text.h"
#include "guide/members.h"
#include "register/utilities.h"

#include <gio/gio.h>

struct _SotayLessonPlan
{
  GObject parent_instance;

  char *name;
  GArray *stops;
  guint minutes;
  guint set;
};

G_DEFINE_FINAL_TYPE (SotayLessonPlan, sotay_lesson_plan, G_TYPE_OBJECT)

static void
sotay_lesson_plan_finalize (GObject *object)
{
  SotayLessonPlan *self = SOTAY_LESSON_PLAN (object);

  g_free (self->name);
  g_array_unref (self->stops);
  G_OBJECT_CLASS (sotay_lesson_plan_parent_class)->finalize (object);
}

static void
sotay_lesson_plan_class_init (SotayLessonPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_lesson_plan_finalize;
}

static void
sotay_lesson_plan_init (SotayLessonPlan *self)
{
  self->stops = g_array_new (FALSE, FALSE, sizeof (SotayLessonStop));
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, reason);
  return FALSE;
}

static gboolean
set_name (SotayLessonPlan *self, const char *name, GError **error)
{
  g_autofree char *tidy = sotay_text_tidy (name);

  if (tidy == NULL || *tidy == '\0')
    return refuse (error, "the name is empty or no text");
  if (g_utf8_strlen (tidy, -1) > SOTAY_LESSON_PLAN_NAME_LENGTH)
    return refuse (error, "the name is too long");
  self->name = g_steal_pointer (&tidy);
  return TRUE;
}

static gboolean
add_stop (SotayLessonPlan *self, const SotayLessonStop *stop, GError **error)
{
  guint bit;

  if (stop->utility < 1 || stop->utility > SOTAY_N_UTILITIES)
    return refuse (error, "there is no such utility");
  if (stop->minutes < 1 || stop->minutes > SOTAY_LESSON_PLAN_MOST_MINUTES)
    return refuse (error, "a stop has too few or too many minutes");
  bit = 1u << (stop->utility - 1);
  if (self->set & bit)
    return refuse (error, "a utility is there twice");
  self->set |= bit;
  self->minutes += stop->minutes;
  g_array_append_val (self->stops, *stop);
  return TRUE;
}

SotayLessonPlan *
sotay_lesson_plan_new (const char *name, GArray *stops, GError **error)
{
  g_autoptr (SotayLessonPlan) self = g_object_new (SOTAY_TYPE_LESSON_PLAN, NULL);

  if (name != NULL && !set_name (self, name, error))
    return NULL;
  for (guint i = 0; i < stops->len; i++)
    if (!add_stop (self, &g_array_index (stops, SotayLessonStop, i), error))
      return NULL;
  if (self->set == 0)
    {
      refuse (error, "there is no utility");
      return NULL;
    }
  return g_steal_pointer (&self);
}

SotayLessonPlan *
sotay_lesson_plan_new_for_set (SotayCatalogue *catalogue, guint set)
{
  SotayLessonPlan *self = g_object_new (SOTAY_TYPE_LESSON_PLAN, NULL);
  GPtrArray *utilities = sotay_catalogue_get_utilities (catalogue);

  for (guint i = 0; i < utilities->len; i++)
    {
      const SotayUtilityParts *parts = sotay_utility_get_parts (g_ptr_array_index (utilities, i));
      SotayLessonStop stop = { parts->order, parts->minutes };

      if (set & (1u << (parts->order - 1)))
        add_stop (self, &stop, NULL);
    }
  return self;
}

SotayLessonPlan *
sotay_lesson_plan_new_for_level (SotayCatalogue *catalogue, guint level)
{
  GPtrArray *utilities = sotay_catalogue_get_utilities (catalogue);
  guint set = 0;

  for (guint i = 0; i < utilities->len; i++)
    {
      SotayUtility *utility = g_ptr_array_index (utilities, i);

      if (sotay_utility_get_level (utility) <= level)
        set |= 1u << (sotay_utility_get_order (utility) - 1);
    }
  return sotay_lesson_plan_new_for_set (catalogue, set);
}

const char *
sotay_lesson_plan_get_name (SotayLessonPlan *self)
{
  return self->name;
}

GArray *
sotay_lesson_plan_get_stops (SotayLessonPlan *self)
{
  return self->stops;
}

guint
sotay_lesson_plan_get_minutes (SotayLessonPlan *self)
{
  return self->minutes;
}

guint
sotay_lesson_plan_get_set (SotayLessonPlan *self)
{
  return self->set;
}

JsonNode *
sotay_lesson_plan_to_json (SotayLessonPlan *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sotay_members_add_string (builder, "name", self->name);
  json_builder_set_member_name (builder, "stops");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->stops->len; i++)
    {
      const SotayLessonStop *stop = &g_array_index (self->stops, SotayLessonStop, i);

      json_builder_begin_object (builder);
      sotay_members_add_int (builder, "utility", stop->utility);
      sotay_members_add_int (builder, "minutes", stop->minutes);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/* What is no number of this kind counts as 0, which the rules refuse. */
static guint
get_small (JsonObject *object, const char *name)
{
  gint64 value = sotay_members_get_int (object, name);

  return value > 0 && value <= SOTAY_LESSON_PLAN_MOST_MINUTES ? (guint) value : 0;
}

static gboolean
read_stops (JsonObject *root, GArray *stops)
{
  JsonNode *node = json_object_get_member (root, "stops");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) > SOTAY_N_UTILITIES)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      SotayLessonStop stop;

      if (object == NULL)
        return FALSE;
      stop = (SotayLessonStop) { get_small (object, "utility"), get_small (object, "minutes") };
      g_array_append_val (stops, stop);
    }
  return TRUE;
}

SotayLessonPlan *
sotay_lesson_plan_from_json (JsonNode *node, GError **error)
{
  JsonObject *root = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (SotayLessonStop));
  g_autoptr (GError) reason = NULL;
  SotayLessonPlan *self = NULL;

  if (root != NULL && read_stops (root, stops)
      && (!json_object_has_member (root, "name") || sotay_members_get_string (root, "name") != NULL))
    self = sotay_lesson_plan_new (sotay_members_get_string (root, "name"), stops, &reason);
  if (self == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         reason != NULL ? reason->message : "this is no lesson plan");
  return self;
}
