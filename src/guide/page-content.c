/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/page-content.h"

#include <math.h>

/* Being above or below a line counts so much more than being beside it. */
#define LINE_WEIGHT 10

struct _SotayPageContent
{
  GObject parent_instance;

  char *text;
  gunichar *characters; /* of the text */
  SotayBox *boxes;
  guint n_characters;
  GArray *links;
};

G_DEFINE_FINAL_TYPE (SotayPageContent, sotay_page_content, G_TYPE_OBJECT)

struct _SotayOutlineItem
{
  GObject parent_instance;

  char *title;
  int index;
  double y;
  GListModel *children;
};

G_DEFINE_FINAL_TYPE (SotayOutlineItem, sotay_outline_item, G_TYPE_OBJECT)

static gboolean
contains (const SotayBox *box, double x, double y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

static double
distance (double place, double start, double length)
{
  return MAX (MAX (start - place, place - start - length), 0);
}

/* Line ends have no place of their own. */
static gboolean
is_seen (SotayPageContent *content, guint character)
{
  return content->characters[character] != '\n' && content->boxes[character].height > 0;
}

static gboolean
is_word (SotayPageContent *content, guint character)
{
  gunichar c = content->characters[character];

  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_';
}

/* Whether the character goes on in the line that @line covers so far. */
static gboolean
continues (const SotayBox *line, const SotayBox *box)
{
  double middle = box->y + box->height / 2;

  return middle >= line->y && middle <= line->y + line->height && box->x + box->width >= line->x;
}

static void
extend (SotayBox *line, const SotayBox *box)
{
  double right = MAX (line->x + line->width, box->x + box->width);
  double bottom = MAX (line->y + line->height, box->y + box->height);

  line->x = MIN (line->x, box->x);
  line->y = MIN (line->y, box->y);
  line->width = right - line->x;
  line->height = bottom - line->y;
}

static void
sotay_page_content_finalize (GObject *object)
{
  SotayPageContent *content = SOTAY_PAGE_CONTENT (object);

  g_free (content->text);
  g_free (content->characters);
  g_free (content->boxes);
  g_array_unref (content->links);
  G_OBJECT_CLASS (sotay_page_content_parent_class)->finalize (object);
}

static void
sotay_page_content_class_init (SotayPageContentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_page_content_finalize;
}

static void
sotay_page_content_init (SotayPageContent *content)
{
}

static void
sotay_outline_item_finalize (GObject *object)
{
  SotayOutlineItem *item = SOTAY_OUTLINE_ITEM (object);

  g_free (item->title);
  g_clear_object (&item->children);
  G_OBJECT_CLASS (sotay_outline_item_parent_class)->finalize (object);
}

static void
sotay_outline_item_class_init (SotayOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_outline_item_finalize;
}

static void
sotay_outline_item_init (SotayOutlineItem *item)
{
}

SotayPageContent *
sotay_page_content_new (const char *text, const SotayBox *boxes, guint n_boxes, GArray *links)
{
  SotayPageContent *content = NULL;
  glong n_characters;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &n_characters);

  g_return_val_if_fail ((guint) n_characters == n_boxes, NULL);

  content = g_object_new (SOTAY_TYPE_PAGE_CONTENT, NULL);
  content->text = g_strdup (text);
  content->characters = g_steal_pointer (&characters);
  content->boxes = g_memdup2 (boxes, n_boxes * sizeof *boxes);
  content->n_characters = n_boxes;
  content->links = links;
  return content;
}

const char *
sotay_page_content_get_text (SotayPageContent *content)
{
  g_return_val_if_fail (SOTAY_IS_PAGE_CONTENT (content), NULL);

  return content->text;
}

const SotayBox *
sotay_page_content_get_boxes (SotayPageContent *content, guint *n)
{
  g_return_val_if_fail (SOTAY_IS_PAGE_CONTENT (content), NULL);

  *n = content->n_characters;
  return content->boxes;
}

const SotayLink *
sotay_page_content_get_links (SotayPageContent *content, guint *n)
{
  g_return_val_if_fail (SOTAY_IS_PAGE_CONTENT (content), NULL);

  *n = content->links->len;
  return (const SotayLink *) (gpointer) content->links->data;
}

const SotayLink *
sotay_page_content_find_link (SotayPageContent *content, double x, double y)
{
  g_return_val_if_fail (SOTAY_IS_PAGE_CONTENT (content), NULL);

  for (guint i = 0; i < content->links->len; i++)
    {
      const SotayLink *link = &g_array_index (content->links, SotayLink, i);

      if (contains (&link->box, x, y))
        return link;
    }
  return NULL;
}

guint
sotay_page_content_find_character (SotayPageContent *content, double x, double y)
{
  double least = INFINITY;
  guint nearest = 0;

  g_return_val_if_fail (SOTAY_IS_PAGE_CONTENT (content), 0);

  for (guint i = 0; i < content->n_characters; i++)
    {
      const SotayBox *box = content->boxes + i;
      double far = distance (x, box->x, box->width) + LINE_WEIGHT * distance (y, box->y, box->height);

      if (!is_seen (content, i) || far >= least)
        continue;
      least = far;
      nearest = x > box->x + box->width / 2 ? i + 1 : i;
    }
  return nearest;
}

GArray *
sotay_page_content_cover (SotayPageContent *content, guint start, guint end)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SotayBox));

  g_return_val_if_fail (SOTAY_IS_PAGE_CONTENT (content), lines);

  for (guint i = start; i < MIN (end, content->n_characters); i++)
    {
      SotayBox *line = lines->len > 0 ? &g_array_index (lines, SotayBox, lines->len - 1) : NULL;

      if (!is_seen (content, i))
        continue;
      if (line != NULL && continues (line, content->boxes + i))
        extend (line, content->boxes + i);
      else
        g_array_append_val (lines, content->boxes[i]);
    }
  return lines;
}

char *
sotay_page_content_slice (SotayPageContent *content, guint start, guint end)
{
  g_autofree char *slice = NULL;

  g_return_val_if_fail (SOTAY_IS_PAGE_CONTENT (content), NULL);

  end = MIN (end, content->n_characters);
  start = MIN (start, end);
  slice = g_utf8_substring (content->text, start, end);
  return g_utf8_normalize (slice, -1, G_NORMALIZE_NFC);
}

void
sotay_page_content_find_word (SotayPageContent *content, guint *start, guint *end)
{
  guint place = MIN (*start, content->n_characters);

  g_return_if_fail (SOTAY_IS_PAGE_CONTENT (content));

  *start = place;
  *end = place;
  while (*end < content->n_characters && is_word (content, *end))
    ++*end;
  while (*start > 0 && *end > place && is_word (content, *start - 1))
    --*start;
  if (*end == place && place < content->n_characters)
    *end = place + 1;
}

SotayOutlineItem *
sotay_outline_item_new (const char *title, int index, double y, GListModel *children)
{
  SotayOutlineItem *item = g_object_new (SOTAY_TYPE_OUTLINE_ITEM, NULL);

  item->title = g_strdup (title);
  item->index = index;
  item->y = y;
  item->children = children;
  return item;
}

const char *
sotay_outline_item_get_title (SotayOutlineItem *item)
{
  g_return_val_if_fail (SOTAY_IS_OUTLINE_ITEM (item), NULL);

  return item->title;
}

int
sotay_outline_item_get_index (SotayOutlineItem *item)
{
  g_return_val_if_fail (SOTAY_IS_OUTLINE_ITEM (item), -1);

  return item->index;
}

double
sotay_outline_item_get_y (SotayOutlineItem *item)
{
  g_return_val_if_fail (SOTAY_IS_OUTLINE_ITEM (item), 0);

  return item->y;
}

GListModel *
sotay_outline_item_get_children (SotayOutlineItem *item)
{
  g_return_val_if_fail (SOTAY_IS_OUTLINE_ITEM (item), NULL);

  return item->children;
}
