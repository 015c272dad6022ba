/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/reading-file.h"

#include "core/text.h"
#include "guide/guide-error.h"
#include "guide/members.h"
#include "guide/small-file.h"

#include <glib/gstdio.h>
#include <math.h>

/* More than the most bookmarks with the longest names take. */
#define LARGEST_FILE (1024 * 1024)

/* A page of a PDF is at most 14,400 points high. */
#define LOWEST_PLACE 14400.0

static void
bookmark_free (gpointer data)
{
  SotayBookmark *bookmark = data;

  g_free (bookmark->name);
  g_free (bookmark);
}

SotayReadingState *
sotay_reading_state_new (void)
{
  SotayReadingState *state = g_new0 (SotayReadingState, 1);

  state->bookmarks = g_ptr_array_new_with_free_func (bookmark_free);
  return state;
}

SotayReadingState *
sotay_reading_state_copy (const SotayReadingState *state)
{
  SotayReadingState *copy = sotay_reading_state_new ();

  copy->index = state->index;
  copy->y = state->y;
  for (guint i = 0; i < state->bookmarks->len; i++)
    {
      const SotayBookmark *bookmark = g_ptr_array_index (state->bookmarks, i);

      sotay_reading_state_mark (copy, bookmark->index, bookmark->name);
    }
  return copy;
}

void
sotay_reading_state_free (SotayReadingState *state)
{
  g_ptr_array_unref (state->bookmarks);
  g_free (state);
}

/* Where the bookmark of this page stands, or would stand. */
static guint
find_position (const SotayReadingState *state, guint index)
{
  guint position = 0;

  while (position < state->bookmarks->len
         && ((SotayBookmark *) g_ptr_array_index (state->bookmarks, position))->index < index)
    position++;
  return position;
}

const SotayBookmark *
sotay_reading_state_find (const SotayReadingState *state, guint index)
{
  guint position = find_position (state, index);
  const SotayBookmark *bookmark = NULL;

  if (position < state->bookmarks->len)
    bookmark = g_ptr_array_index (state->bookmarks, position);
  return bookmark != NULL && bookmark->index == index ? bookmark : NULL;
}

gboolean
sotay_reading_state_mark (SotayReadingState *state, guint index, const char *name)
{
  guint position = find_position (state, index);
  SotayBookmark *bookmark = NULL;

  if (sotay_reading_state_find (state, index) != NULL)
    g_ptr_array_remove_index (state->bookmarks, position);
  if (name == NULL)
    return TRUE;
  if (state->bookmarks->len == SOTAY_MOST_BOOKMARKS)
    return FALSE;
  bookmark = g_new0 (SotayBookmark, 1);
  bookmark->index = index;
  bookmark->name = g_strdup (name);
  g_ptr_array_insert (state->bookmarks, (int) position, bookmark);
  return TRUE;
}

/* Pages are counted from 1 in the file, as people count them. */
static gboolean
read_page (JsonObject *object, guint n_pages, guint *index)
{
  gint64 page = sotay_members_get_int (object, "page");

  if (page < 1 || page > n_pages)
    return FALSE;
  *index = (guint) page - 1;
  return TRUE;
}

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
read_place (JsonObject *root, guint n_pages, SotayReadingState *state)
{
  JsonObject *place = get_object (json_object_get_member (root, "place"));
  JsonNode *y = place != NULL ? json_object_get_member (place, "y") : NULL;

  if (y == NULL || !JSON_NODE_HOLDS_VALUE (y)
      || (json_node_get_value_type (y) != G_TYPE_DOUBLE && json_node_get_value_type (y) != G_TYPE_INT64))
    return FALSE;
  state->y = json_node_get_double (y);
  return read_page (place, n_pages, &state->index) && isfinite (state->y) && state->y >= 0 && state->y <= LOWEST_PLACE;
}

static gboolean
read_bookmark (JsonNode *node, guint n_pages, SotayReadingState *state)
{
  JsonObject *object = get_object (node);
  const char *name = object != NULL ? sotay_members_get_string (object, "name") : NULL;
  g_autofree char *tidy = name != NULL ? sotay_text_tidy (name) : NULL;
  guint index;

  return tidy != NULL && *tidy != '\0' && g_utf8_strlen (tidy, -1) <= SOTAY_LONGEST_BOOKMARK
         && read_page (object, n_pages, &index) && sotay_reading_state_find (state, index) == NULL
         && sotay_reading_state_mark (state, index, tidy);
}

static gboolean
read_bookmarks (JsonObject *root, guint n_pages, SotayReadingState *state)
{
  JsonNode *node = json_object_get_member (root, "bookmarks");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_bookmark (json_array_get_element (array, i), n_pages, state))
      return FALSE;
  return TRUE;
}

SotayReadingState *
sotay_reading_file_read (const char *path, guint n_pages)
{
  gsize length = 0;
  g_autofree char *text = sotay_small_file_read (path, LARGEST_FILE, &length);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (SotayReadingState) state = sotay_reading_state_new ();
  JsonObject *root = text != NULL ? sotay_members_parse (parser, text, length) : NULL;

  if (root == NULL || !read_place (root, n_pages, state) || !read_bookmarks (root, n_pages, state))
    return NULL;
  return g_steal_pointer (&state);
}

static char *
print_state (const SotayReadingState *state)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "place");
  json_builder_begin_object (builder);
  sotay_members_add_int (builder, "page", (gint64) state->index + 1);
  sotay_members_add_int (builder, "y", (gint64) state->y);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "bookmarks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < state->bookmarks->len; i++)
    {
      const SotayBookmark *bookmark = g_ptr_array_index (state->bookmarks, i);

      json_builder_begin_object (builder);
      sotay_members_add_int (builder, "page", (gint64) bookmark->index + 1);
      sotay_members_add_string (builder, "name", bookmark->name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

gboolean
sotay_reading_file_write (const char *path, const SotayReadingState *state, GError **error)
{
  g_autofree char *text = print_state (state);

  return sotay_small_file_write (path, text, error);
}
