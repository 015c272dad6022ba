/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/answer.h"

#include "core/text.h"
#include "guide/guide-error.h"
#include "guide/members.h"

#include <math.h>
#include <string.h>

/* No place on a page is further away than this, whatever its own size. */
#define MOST_PLACE (4 * SOTAY_WIRE_MOST_SIZE)
#define MOST_BYTES (G_GINT64_CONSTANT (1) << 32)

struct _SotayAnswer
{
  JsonParser *parser;
  JsonObject *members; /* of the parser */
  gsize n_bytes;
  GBytes *bytes;
};

SotayAnswer *
sotay_answer_new (const char *line, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *members = sotay_members_parse (parser, line, length);
  SotayAnswer *answer = NULL;
  gint64 n_bytes;

  if (members == NULL)
    return NULL;
  n_bytes = sotay_members_get_int (members, "bytes");
  if (n_bytes < 0 || n_bytes > MOST_BYTES)
    return NULL;
  answer = g_new0 (SotayAnswer, 1);
  answer->parser = g_steal_pointer (&parser);
  answer->members = members;
  answer->n_bytes = (gsize) n_bytes;
  return answer;
}

void
sotay_answer_free (SotayAnswer *answer)
{
  g_clear_object (&answer->parser);
  g_clear_pointer (&answer->bytes, g_bytes_unref);
  g_free (answer);
}

gsize
sotay_answer_get_n_bytes (SotayAnswer *answer)
{
  return answer->n_bytes;
}

void
sotay_answer_take_bytes (SotayAnswer *answer, GBytes *bytes)
{
  answer->bytes = bytes;
}

GBytes *
sotay_answer_get_bytes (SotayAnswer *answer)
{
  return answer->bytes;
}

static SotayGuideError
find_code (const char *word)
{
  static const struct
  {
    const char *word;
    SotayGuideError code;
  } codes[] = {
    { "file", SOTAY_GUIDE_ERROR_FILE },         { "damaged", SOTAY_GUIDE_ERROR_DAMAGED },
    { "encrypted", SOTAY_GUIDE_ERROR_ENCRYPTED }, { "no-pages", SOTAY_GUIDE_ERROR_NO_PAGES },
    { "page", SOTAY_GUIDE_ERROR_PAGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (codes[i].word, word))
      return codes[i].code;
  return SOTAY_GUIDE_ERROR_HELPER;
}

gboolean
sotay_answer_check (SotayAnswer *answer, GError **error)
{
  const char *word = sotay_members_get_string (answer->members, "error");
  SotayGuideError code;

  if (word == NULL)
    return TRUE;
  code = find_code (word);
  if (g_str_equal (word, "locked"))
    g_set_error_literal (error, SOTAY_GUIDE_ERROR, (int) code, "this system refuses to shut it off from the rest");
  else
    g_set_error (error, SOTAY_GUIDE_ERROR, (int) code, "the reader of PDFs says: %.20s", word);
  return FALSE;
}

guint
sotay_answer_read_pages (SotayAnswer *answer)
{
  guint pages;

  return sotay_wire_get_count (answer->members, "pages", SOTAY_WIRE_MOST_PAGES, &pages) ? pages : 0;
}

static gboolean
holds (SotayAnswer *answer, gsize n_bytes)
{
  return answer->bytes != NULL && g_bytes_get_size (answer->bytes) == n_bytes;
}

gboolean
sotay_answer_read_sizes (SotayAnswer *answer, guint count, float *sizes)
{
  if (!holds (answer, 2 * sizeof (float) * count))
    return FALSE;
  memcpy (sizes, g_bytes_get_data (answer->bytes, NULL), 2 * sizeof (float) * count);
  for (gsize i = 0; i < 2 * (gsize) count; i++)
    if (sizes[i] != 0 && !(sizes[i] >= 1 && sizes[i] <= (float) SOTAY_WIRE_MOST_SIZE))
      return FALSE;
  return TRUE;
}

/* Text of a stranger as the program may show and search it: what cannot be seen becomes a space, lines stay. */
static char *
clean (const char *text, gsize length)
{
  char *valid = g_utf8_make_valid (text, (gssize) length);

  for (char *p = valid; *p != '\0'; p++)
    if (((guchar) *p < ' ' && *p != '\n') || *p == 0x7f)
      *p = ' ';
  return valid;
}

static gboolean
read_boxes (const guint8 *bytes, guint count, SotayBox *boxes)
{
  for (guint i = 0; i < count; i++)
    {
      float places[4];

      memcpy (places, bytes + i * sizeof places, sizeof places);
      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        if (!isfinite (places[j]) || fabsf (places[j]) > (float) MOST_PLACE)
          return FALSE;
      boxes[i] = (SotayBox) { places[0], places[1], MAX (places[2], 0), MAX (places[3], 0) };
    }
  return TRUE;
}

static gboolean
get_place (JsonObject *object, const char *name, double *value)
{
  return sotay_wire_get_number (object, name, -MOST_PLACE, MOST_PLACE, value);
}

/* A page that a link or an entry leads to, or -1 for none. */
static gboolean
get_index (JsonObject *object, guint n_pages, int *index)
{
  double number;

  if (!sotay_wire_get_number (object, "index", -1, n_pages - 1.0, &number))
    return FALSE;
  *index = (int) floor (number);
  return TRUE;
}

/* Addresses that may be shown and, if the person wants it, opened. */
static gboolean
is_web_address (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  if (strlen (address) > SOTAY_WIRE_LONGEST_ADDRESS || scheme == NULL
      || !(g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0
           || g_ascii_strcasecmp (scheme, "mailto") == 0))
    return FALSE;
  for (const char *p = address; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isgraph (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
read_link (JsonObject *object, guint n_pages, GArray *links)
{
  const char *address = sotay_members_get_string (object, "address");
  SotayLink link = { 0 };

  if (!get_place (object, "x", &link.box.x) || !get_place (object, "y", &link.box.y)
      || !get_place (object, "width", &link.box.width) || !get_place (object, "height", &link.box.height)
      || !get_place (object, "top", &link.y) || !get_index (object, n_pages, &link.index))
    return FALSE;
  /* A link to elsewhere is no lie, it is just not followed. */
  if (address != NULL ? !is_web_address (address) : link.index < 0)
    return TRUE;
  if (address != NULL)
    link.index = -1;
  link.y = MAX (link.y, 0);
  link.box.width = MAX (link.box.width, 0);
  link.box.height = MAX (link.box.height, 0);
  link.address = g_strdup (address);
  g_array_append_val (links, link);
  return TRUE;
}

static void
clear_link (gpointer data)
{
  SotayLink *link = data;

  g_free (link->address);
}

/* Calls @func for each object of the list @name, until it says that one is wrong. */
typedef gboolean (*ItemFunc) (JsonObject *object, guint n_pages, GArray *result);

static gboolean
read_list (SotayAnswer *answer, const char *name, guint most, ItemFunc func, guint n_pages, GArray *result)
{
  JsonNode *node = json_object_get_member (answer->members, name);
  JsonArray *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (list == NULL || json_array_get_length (list) > most)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonNode *item = json_array_get_element (list, i);

      if (!JSON_NODE_HOLDS_OBJECT (item) || !func (json_node_get_object (item), n_pages, result))
        return FALSE;
    }
  return TRUE;
}

SotayPageContent *
sotay_answer_read_page (SotayAnswer *answer, guint n_pages)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (SotayLink));
  g_autofree SotayBox *boxes = NULL;
  g_autofree char *text = NULL;
  const guint8 *bytes = NULL;
  guint length, count;

  g_array_set_clear_func (links, clear_link);
  if (!sotay_wire_get_count (answer->members, "text", SOTAY_WIRE_MOST_TEXT, &length)
      || !sotay_wire_get_count (answer->members, "characters", SOTAY_WIRE_MOST_CHARACTERS, &count)
      || !holds (answer, length + (gsize) count * 4 * sizeof (float)))
    return NULL;
  bytes = g_bytes_get_data (answer->bytes, NULL);
  text = clean (bytes != NULL ? (const char *) bytes : "", length);
  boxes = g_new (SotayBox, count);
  if ((guint) g_utf8_strlen (text, -1) != count || !read_boxes (bytes + length, count, boxes)
      || !read_list (answer, "links", SOTAY_WIRE_MOST_LINKS, read_link, n_pages, links))
    return NULL;
  return sotay_page_content_new (text, boxes, count, g_steal_pointer (&links));
}

typedef struct
{
  char *title;
  int index;
  double y;
  guint depth;
} Entry;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->title);
}

static gboolean
read_entry (JsonObject *object, guint n_pages, GArray *entries)
{
  const char *title = sotay_members_get_string (object, "title");
  Entry entry = { 0 };

  if (title == NULL || g_utf8_strlen (title, -1) > SOTAY_WIRE_LONGEST_TITLE
      || !get_index (object, n_pages, &entry.index) || !get_place (object, "y", &entry.y)
      || !sotay_wire_get_count (object, "depth", SOTAY_WIRE_MOST_DEPTH - 1, &entry.depth))
    return FALSE;
  entry.y = MAX (entry.y, 0);
  entry.title = sotay_text_tidy (title);
  g_array_append_val (entries, entry);
  return TRUE;
}

/* The entries from @next on that are as deep as @depth or deeper, as a tree; @next moves behind them. */
static GListStore *
grow (GArray *entries, guint *next, guint depth)
{
  GListStore *list = g_list_store_new (SOTAY_TYPE_OUTLINE_ITEM);

  while (*next < entries->len && g_array_index (entries, Entry, *next).depth >= depth)
    {
      const Entry *entry = &g_array_index (entries, Entry, *next);
      g_autoptr (SotayOutlineItem) item = NULL;
      GListModel *children = NULL;

      ++*next;
      if (*next < entries->len && g_array_index (entries, Entry, *next).depth > entry->depth)
        children = G_LIST_MODEL (grow (entries, next, entry->depth + 1));
      item = sotay_outline_item_new (entry->title, entry->index, entry->y, children);
      g_list_store_append (list, item);
    }
  return list;
}

GListModel *
sotay_answer_read_outline (SotayAnswer *answer, guint n_pages)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint next = 0;

  g_array_set_clear_func (entries, clear_entry);
  if (!read_list (answer, "items", SOTAY_WIRE_MOST_ITEMS, read_entry, n_pages, entries))
    return NULL;
  return G_LIST_MODEL (grow (entries, &next, 0));
}

static gboolean
read_lengths (SotayAnswer *answer, guint count, gsize *lengths)
{
  JsonNode *node = json_object_get_member (answer->members, "lengths");
  JsonArray *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gsize sum = 0;

  if (list == NULL || json_array_get_length (list) != count)
    return FALSE;
  for (guint i = 0; i < count; i++)
    {
      JsonNode *item = json_array_get_element (list, i);
      gint64 length = JSON_NODE_HOLDS_VALUE (item) && json_node_get_value_type (item) == G_TYPE_INT64
                          ? json_node_get_int (item)
                          : -1;

      if (length < 0 || length > SOTAY_WIRE_MOST_TEXT)
        return FALSE;
      lengths[i] = (gsize) length;
      sum += lengths[i];
    }
  return holds (answer, sum);
}

char **
sotay_answer_read_text (SotayAnswer *answer, guint count)
{
  g_autofree gsize *lengths = g_new0 (gsize, count + 1);
  const char *place = NULL;
  char **texts = NULL;

  if (!read_lengths (answer, count, lengths))
    return NULL;
  place = g_bytes_get_data (answer->bytes, NULL);
  texts = g_new0 (char *, count + 1);
  for (guint i = 0; i < count; i++)
    {
      texts[i] = lengths[i] > 0 ? clean (place, lengths[i]) : g_strdup ("");
      place += lengths[i];
    }
  return texts;
}
