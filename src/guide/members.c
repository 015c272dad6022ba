/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/members.h"

#include <string.h>

/* An own file has three. */
#define MOST_LEVELS 8

/* What JSON has outside of quotes; json-glib also takes comments and other quotes, which would hide brackets. */
#define OUTSIDE_QUOTES " \t\r\n{}[]:,+-.0123456789eEtrufalsn"

static JsonNode *
get_value (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

const char *
sotay_members_get_string (JsonObject *object, const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : NULL;
}

gint64
sotay_members_get_int (JsonObject *object, const char *name)
{
  JsonNode *node = get_value (object, name, G_TYPE_INT64);

  return node != NULL ? json_node_get_int (node) : 0;
}

/* json-glib calls itself for every bracket: too many would exhaust the stack. */
static gboolean
is_shallow (const char *text, gsize length)
{
  const char *end = text + length;
  gboolean in_quotes = FALSE;
  guint levels = 0;

  for (const char *p = text; p < end; p++)
    {
      if (*p == '"')
        in_quotes = !in_quotes;
      else if (in_quotes && *p == '\\')
        p++;
      else if (in_quotes)
        continue;
      else if (*p == '\0' || strchr (OUTSIDE_QUOTES, *p) == NULL)
        return FALSE;
      else if (*p == '{' || *p == '[')
        levels++;
      else if ((*p == '}' || *p == ']') && levels > 0)
        levels--;
      if (levels > MOST_LEVELS)
        return FALSE;
    }
  return TRUE;
}

JsonObject *
sotay_members_parse (JsonParser *parser, const char *text, gsize length)
{
  JsonNode *root = NULL;

  if (!g_utf8_validate_len (text, length, NULL) || !is_shallow (text, length)
      || !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

void
sotay_members_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
sotay_members_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
sotay_members_add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}
