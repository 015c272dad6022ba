/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/content-node.h"

#include "catalogue/catalogue-error.h"
#include "catalogue/inline.h"
#include "core/dates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_place (GString *place, const SotayContentNode *node)
{
  if (node->parent == NULL)
    return;
  append_place (place, node->parent);
  if (node->key == NULL)
    g_string_append_printf (place, "[%u]", node->index);
  else
    g_string_append_printf (place, place->len > 0 ? ".%s" : "%s", node->key);
}

SotayContentNode
sotay_content_root (SotayContentFile *file)
{
  return (SotayContentNode){ .file = file, .json = file->root };
}

void
sotay_content_fail (const SotayContentNode *node, const char *reason)
{
  g_autoptr (GString) place = g_string_new (NULL);

  if (node->file->error != NULL)
    return;
  append_place (place, node);
  if (place->len > 0)
    g_string_append (place, ": ");
  g_set_error (&node->file->error, SOTAY_CATALOGUE_ERROR, SOTAY_CATALOGUE_ERROR_SCHEMA, "%s: %s%s", node->file->name,
               place->str, reason);
}

JsonObject *
sotay_content_object (const SotayContentNode *node)
{
  if (node->file->error != NULL || node->json == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node->json))
    return json_node_get_object (node->json);
  sotay_content_fail (node, _("must be an object"));
  return NULL;
}

void
sotay_content_only (const SotayContentNode *node, const char *const *keys)
{
  JsonObject *object = sotay_content_object (node);
  JsonObjectIter iter;
  const char *key;

  if (object == NULL)
    return;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    if (!g_strv_contains (keys, key))
      {
        SotayContentNode unknown = { .file = node->file, .parent = node, .key = key };

        sotay_content_fail (&unknown, _("not known here"));
        return;
      }
}

gboolean
sotay_content_has (const SotayContentNode *object, const char *key)
{
  JsonObject *json = sotay_content_object (object);

  return json != NULL && json_object_has_member (json, key);
}

SotayContentNode
sotay_content_member (const SotayContentNode *object, const char *key)
{
  SotayContentNode node = { .file = object->file, .parent = object, .key = key };
  JsonObject *json = sotay_content_object (object);

  if (json == NULL)
    return node;
  node.json = json_object_get_member (json, key);
  if (node.json == NULL)
    sotay_content_fail (&node, _("missing"));
  return node;
}

SotayContentNode
sotay_content_list (const SotayContentNode *object, const char *key, guint least, guint most)
{
  SotayContentNode list = sotay_content_member (object, key);
  g_autofree char *reason = NULL;
  guint length;

  if (object->file->error != NULL)
    return list;
  if (!JSON_NODE_HOLDS_ARRAY (list.json))
    {
      sotay_content_fail (&list, _("must be a list"));
      return list;
    }
  length = json_array_get_length (json_node_get_array (list.json));
  if (length < least)
    reason = g_strdup_printf (_("must have %u items or more"), least);
  else if (length > most)
    reason = g_strdup_printf (_("must have %u items or fewer"), most);
  else
    return list;
  sotay_content_fail (&list, reason);
  return list;
}

guint
sotay_content_length (const SotayContentNode *list)
{
  return list->file->error == NULL ? json_array_get_length (json_node_get_array (list->json)) : 0;
}

SotayContentNode
sotay_content_item (const SotayContentNode *list, guint index)
{
  return (SotayContentNode){
    .file = list->file,
    .parent = list,
    .index = index,
    .json = json_array_get_element (json_node_get_array (list->json), index),
  };
}

static gboolean
holds (const SotayContentNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node->json) && json_node_get_value_type (node->json) == type;
}

/* Also keeps sequences that would steer a terminal out of what programs print. */
static gboolean
has_control_character (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if ((*p < ' ' && *p != '\n') || *p == 0x7f || (*p == 0xc2 && p[1] < 0xa0))
      return TRUE;
  return FALSE;
}

const char *
sotay_content_word_or_empty (const SotayContentNode *node)
{
  const char *text;

  if (node->file->error != NULL)
    return "";
  if (!holds (node, G_TYPE_STRING))
    {
      sotay_content_fail (node, _("must be text in quotes"));
      return "";
    }
  text = json_node_get_string (node->json);
  if (has_control_character (text))
    sotay_content_fail (node, _("holds a control character"));
  return text;
}

const char *
sotay_content_word (const SotayContentNode *node)
{
  const char *text = sotay_content_word_or_empty (node);

  if (*text == '\0')
    sotay_content_fail (node, _("must not be empty"));
  return text;
}

const char *
sotay_content_string (const SotayContentNode *object, const char *key)
{
  SotayContentNode node = sotay_content_member (object, key);

  return sotay_content_word (&node);
}

const char *
sotay_content_string_or_empty (const SotayContentNode *object, const char *key)
{
  SotayContentNode node = sotay_content_member (object, key);

  return sotay_content_word_or_empty (&node);
}

void
sotay_content_check_links (const SotayContentNode *node, const char *text)
{
  SotayInlinePart part;

  if (node->file->pages == NULL)
    return;
  for (const char *rest = text; (rest = sotay_inline_next (rest, &part)) != NULL;)
    {
      g_autofree char *target = g_strndup (part.target != NULL ? part.target : "", part.target_length);
      g_autofree char *reason = NULL;

      if (part.target == NULL || g_hash_table_contains (node->file->pages, target))
        continue;
      reason = g_strdup_printf (_("links to “%s”, which is no page"), target);
      sotay_content_fail (node, reason);
    }
}

const char *
sotay_content_text (const SotayContentNode *object, const char *key)
{
  SotayContentNode node = sotay_content_member (object, key);
  const char *text = sotay_content_word (&node);

  sotay_content_check_links (&node, text);
  return text;
}

const char *
sotay_content_optional_text (const SotayContentNode *object, const char *key)
{
  return sotay_content_has (object, key) ? sotay_content_text (object, key) : NULL;
}

static gboolean
is_date (const char *text)
{
  g_autofree char *day = NULL;
  GDate date;

  if (strspn (text, "0123456789-") != strlen (text))
    return FALSE;
  switch (strlen (text))
    {
    case 10:
      day = g_strdup (text);
      break;
    case 7:
      day = g_strdup_printf ("%s-01", text);
      break;
    case 4:
      day = g_strdup_printf ("%s-01-01", text);
      break;
    default:
      return FALSE;
    }
  return sotay_date_parse_iso (day, &date);
}

const char *
sotay_content_date (const SotayContentNode *object, const char *key)
{
  SotayContentNode node = sotay_content_member (object, key);
  const char *text = sotay_content_word (&node);

  if (object->file->error == NULL && !is_date (text))
    sotay_content_fail (&node, _("must be a date such as 2024-07-01, 2024-07 or 2024"));
  return text;
}

gint64
sotay_content_integer (const SotayContentNode *object, const char *key, gint32 least, gint32 most)
{
  SotayContentNode node = sotay_content_member (object, key);
  g_autofree char *reason = NULL;
  gint64 value;

  if (object->file->error != NULL)
    return least;
  if (!holds (&node, G_TYPE_INT64))
    {
      sotay_content_fail (&node, _("must be a whole number"));
      return least;
    }
  value = json_node_get_int (node.json);
  if (value >= least && value <= most)
    return value;
  reason = g_strdup_printf (_("must be between %d and %d"), (int) least, (int) most);
  sotay_content_fail (&node, reason);
  return least;
}

gboolean
sotay_content_mark (const SotayContentNode *object, const char *key)
{
  SotayContentNode node;

  if (!sotay_content_has (object, key))
    return FALSE;
  node = sotay_content_member (object, key);
  if (!holds (&node, G_TYPE_BOOLEAN) || !json_node_get_boolean (node.json))
    sotay_content_fail (&node, _("must be true"));
  return TRUE;
}

char **
sotay_content_strings (const SotayContentNode *object, const char *key)
{
  SotayContentNode list = sotay_content_list (object, key, 0, G_MAXUINT);
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  for (guint i = 0; i < sotay_content_length (&list); i++)
    {
      SotayContentNode item = sotay_content_item (&list, i);

      g_strv_builder_add (strings, sotay_content_word (&item));
    }
  return g_strv_builder_end (strings);
}

char **
sotay_content_page_ids (const SotayContentNode *object, const char *key)
{
  SotayContentNode list = sotay_content_list (object, key, 0, G_MAXUINT);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < sotay_content_length (&list); i++)
    {
      SotayContentNode item = sotay_content_item (&list, i);
      const char *id = sotay_content_word (&item);

      if (object->file->error == NULL && !g_hash_table_contains (object->file->pages, id))
        sotay_content_fail (&item, _("names no page"));
      g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}
