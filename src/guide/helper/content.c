/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/helper/reader.h"

#include "guide/members.h"

#include <string.h>

/* The text of a page, cut to the limit at a whole character. */
static char *
read_text (PopplerPage *page, guint *n_characters)
{
  g_autofree char *raw = page != NULL ? poppler_page_get_text (page) : NULL;
  g_autofree char *text = g_utf8_make_valid (raw != NULL ? raw : "", -1);
  glong count = g_utf8_strlen (text, -1);

  if (count > SOTAY_WIRE_MOST_CHARACTERS)
    {
      count = SOTAY_WIRE_MOST_CHARACTERS;
      *g_utf8_offset_to_pointer (text, count) = '\0';
    }
  *n_characters = (guint) count;
  return g_steal_pointer (&text);
}

/* One box for each character, whatever poppler says. */
static void
append_boxes (GByteArray *bytes, PopplerPage *page, guint n_characters)
{
  PopplerRectangle *rectangles = NULL;
  guint count = 0;

  if (n_characters > 0 && !poppler_page_get_text_layout (page, &rectangles, &count))
    count = 0;
  for (guint i = 0; i < n_characters; i++)
    {
      const PopplerRectangle none = { 0 }, *box = i < count ? rectangles + i : &none;
      const float places[] = { (float) box->x1, (float) box->y1, (float) (box->x2 - box->x1),
                               (float) (box->y2 - box->y1) };

      g_byte_array_append (bytes, (const guint8 *) places, sizeof places);
    }
  g_free (rectangles);
}

/* Where a destination is on its page, from the top. Destinations count from the bottom of the sheet. */
static gboolean
find_place (Reader *reader, PopplerDest *dest, int *index, double *y)
{
  float size[2];

  if (dest == NULL || dest->page_num < 1 || dest->page_num > reader->n_pages)
    return FALSE;
  *index = dest->page_num - 1;
  reader_measure (reader, (guint) *index, size);
  *y = dest->change_top ? CLAMP (size[1] - dest->top, 0, size[1]) : 0;
  if (!(*y >= 0))
    *y = 0;
  return TRUE;
}

static gboolean
find_target (Reader *reader, PopplerAction *action, int *index, double *y)
{
  PopplerDest *dest = NULL;
  gboolean found;

  if (action == NULL || action->type != POPPLER_ACTION_GOTO_DEST || action->goto_dest.dest == NULL)
    return FALSE;
  if (action->goto_dest.dest->type != POPPLER_DEST_NAMED)
    return find_place (reader, action->goto_dest.dest, index, y);
  if (action->goto_dest.dest->named_dest == NULL)
    return FALSE;
  dest = poppler_document_find_dest (reader->document, action->goto_dest.dest->named_dest);
  found = find_place (reader, dest, index, y);
  if (dest != NULL)
    poppler_dest_free (dest);
  return found;
}

static void
add_link (Reader *reader, JsonBuilder *builder, const PopplerLinkMapping *mapping, double page_height)
{
  const PopplerRectangle *area = &mapping->area;
  PopplerAction *action = mapping->action;
  const char *address = action != NULL && action->type == POPPLER_ACTION_URI ? action->uri.uri : NULL;
  int index = -1;
  double y = 0;

  if (address == NULL && !find_target (reader, action, &index, &y))
    return;
  if (address != NULL && (strlen (address) > SOTAY_WIRE_LONGEST_ADDRESS || !g_utf8_validate (address, -1, NULL)))
    return;
  json_builder_begin_object (builder);
  sotay_members_add_number (builder, "x", MIN (area->x1, area->x2));
  sotay_members_add_number (builder, "y", page_height - MAX (area->y1, area->y2));
  sotay_members_add_number (builder, "width", ABS (area->x2 - area->x1));
  sotay_members_add_number (builder, "height", ABS (area->y2 - area->y1));
  sotay_members_add_int (builder, "index", index);
  sotay_members_add_number (builder, "top", y);
  if (address != NULL)
    sotay_members_add_string (builder, "address", address);
  json_builder_end_object (builder);
}

static void
add_links (Reader *reader, JsonBuilder *builder, PopplerPage *page)
{
  GList *mappings = g_list_reverse (poppler_page_get_link_mapping (page)); /* poppler gives the last one first */
  guint left = SOTAY_WIRE_MOST_LINKS;
  double width, height;

  poppler_page_get_size (page, &width, &height);
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (GList *link = mappings; link != NULL && left > 0; link = link->next, left--)
    add_link (reader, builder, link->data, height);
  json_builder_end_array (builder);
  poppler_page_free_link_mapping (mappings);
}

void
reader_tell_page (Reader *reader, guint index)
{
  PopplerPage *page = reader_get_page (reader, index);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *text = NULL;
  JsonBuilder *builder = NULL;
  guint n_characters;

  if (page == NULL)
    {
      reader_refuse ("page");
      return;
    }
  text = read_text (page, &n_characters);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  builder = reader_begin ();
  sotay_members_add_int (builder, "text", bytes->len);
  sotay_members_add_int (builder, "characters", n_characters);
  append_boxes (bytes, page, n_characters);
  add_links (reader, builder, page);
  g_object_unref (page);
  reader_answer (builder, bytes->data, bytes->len);
}

static void
add_item (Reader *reader, JsonBuilder *builder, PopplerAction *action, guint depth)
{
  const char *raw = action != NULL && action->any.title != NULL ? action->any.title : "";
  g_autofree char *valid = g_utf8_make_valid (raw, -1);
  g_autofree char *title = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), SOTAY_WIRE_LONGEST_TITLE));
  int index = -1;
  double y = 0;

  find_target (reader, action, &index, &y);
  json_builder_begin_object (builder);
  sotay_members_add_string (builder, "title", title);
  sotay_members_add_int (builder, "index", index);
  sotay_members_add_number (builder, "y", y);
  sotay_members_add_int (builder, "depth", depth);
  json_builder_end_object (builder);
}

/* An outline may lead into itself: depth and count are limited. */
static void
add_items (Reader *reader, JsonBuilder *builder, PopplerIndexIter *iter, guint depth, guint *left)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = depth + 1 < SOTAY_WIRE_MOST_DEPTH ? poppler_index_iter_get_child (iter) : NULL;

      add_item (reader, builder, action, depth);
      --*left;
      if (action != NULL)
        poppler_action_free (action);
      if (child != NULL && *left > 0)
        add_items (reader, builder, child, depth + 1, left);
      if (child != NULL)
        poppler_index_iter_free (child);
    }
  while (*left > 0 && poppler_index_iter_next (iter));
}

void
reader_tell_outline (Reader *reader)
{
  PopplerIndexIter *iter = poppler_index_iter_new (reader->document);
  JsonBuilder *builder = reader_begin ();
  guint left = SOTAY_WIRE_MOST_ITEMS;

  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  if (iter != NULL)
    {
      add_items (reader, builder, iter, 0, &left);
      poppler_index_iter_free (iter);
    }
  json_builder_end_array (builder);
  reader_answer (builder, NULL, 0);
}

void
reader_tell_text (Reader *reader, guint first, guint count)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  JsonBuilder *builder = reader_begin ();

  json_builder_set_member_name (builder, "lengths");
  json_builder_begin_array (builder);
  for (guint i = 0; i < count; i++)
    {
      PopplerPage *page = reader_get_page (reader, first + i);
      guint n_characters;
      g_autofree char *text = read_text (page, &n_characters);
      gsize length = strlen (text);

      g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
      json_builder_add_int_value (builder, (gint64) length);
      g_clear_object (&page);
    }
  json_builder_end_array (builder);
  reader_answer (builder, bytes->data, bytes->len);
}
