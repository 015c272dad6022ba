/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/wire.h"

#include "guide/members.h"

#include <math.h>

#define MOST_PLACE (1 << 24)

static const char *const kinds[] = { "open", "check", "sizes", "render", "page", "outline", "text" };

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == SOTAY_WIRE_N_KINDS);

static void
add_area (JsonBuilder *builder, const SotayPageArea *area)
{
  sotay_members_add_int (builder, "index", area->index);
  sotay_members_add_number (builder, "scale", area->scale);
  sotay_members_add_int (builder, "x", area->x);
  sotay_members_add_int (builder, "y", area->y);
  sotay_members_add_int (builder, "width", area->width);
  sotay_members_add_int (builder, "height", area->height);
  sotay_members_add_int (builder, "night", area->night ? 1 : 0);
}

char *
sotay_wire_encode_request (const SotayWireRequest *request)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  sotay_members_add_string (builder, "do", kinds[request->kind]);
  if (request->kind == SOTAY_WIRE_RENDER)
    add_area (builder, &request->area);
  sotay_members_add_int (builder, "first", request->first);
  sotay_members_add_int (builder, "count", request->count);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  return g_strconcat (line, "\n", NULL);
}

static gboolean
find_kind (const char *word, SotayWireKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (word, kinds[i]) == 0)
      {
        *kind = (SotayWireKind) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
get_place (JsonObject *object, const char *name, int least, int most, int *value)
{
  double number;

  if (!sotay_wire_get_number (object, name, least, most, &number))
    return FALSE;
  *value = (int) number;
  return TRUE;
}

static gboolean
get_area (JsonObject *object, SotayPageArea *area)
{
  guint night;

  if (!sotay_wire_get_count (object, "index", SOTAY_WIRE_MOST_PAGES, &area->index)
      || !sotay_wire_get_number (object, "scale", 1 / SOTAY_WIRE_MOST_SCALE, SOTAY_WIRE_MOST_SCALE, &area->scale)
      || !get_place (object, "x", -MOST_PLACE, MOST_PLACE, &area->x)
      || !get_place (object, "y", -MOST_PLACE, MOST_PLACE, &area->y)
      || !get_place (object, "width", 1, SOTAY_DOCUMENT_MOST_PIXELS, &area->width)
      || !get_place (object, "height", 1, SOTAY_DOCUMENT_MOST_PIXELS, &area->height)
      || !sotay_wire_get_count (object, "night", 1, &night))
    return FALSE;
  area->night = night == 1;
  return TRUE;
}

gboolean
sotay_wire_decode_request (const char *line, gsize length, SotayWireRequest *request)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object = sotay_members_parse (parser, line, length);

  *request = (SotayWireRequest) { 0 };
  return object != NULL && find_kind (sotay_members_get_string (object, "do"), &request->kind)
         && sotay_wire_get_count (object, "first", SOTAY_WIRE_MOST_PAGES, &request->first)
         && sotay_wire_get_count (object, "count", SOTAY_WIRE_MOST_PAGES, &request->count)
         && (request->kind != SOTAY_WIRE_RENDER || get_area (object, &request->area));
}

gboolean
sotay_wire_get_number (JsonObject *object, const char *name, double least, double most, double *value)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE))
    return FALSE;
  *value = json_node_get_double (node);
  return isfinite (*value) && *value >= least && *value <= most;
}

gboolean
sotay_wire_get_count (JsonObject *object, const char *name, guint most, guint *value)
{
  JsonNode *node = json_object_get_member (object, name);
  gint64 number;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  number = json_node_get_int (node);
  if (number < 0 || number > most)
    return FALSE;
  *value = (guint) number;
  return TRUE;
}
