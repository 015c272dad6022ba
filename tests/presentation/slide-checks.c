/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slide-checks.h"

#include "core/text.h"

#include <math.h>

#define MARGIN 0.05 /* of the wall; letters may reach a little beyond the area that they are set in */
#define STRIP 0.012 /* at the bottom, for the line of progress */

typedef struct
{
  double x, y, width, height;
} Area;

static double
get_luminance (guint colour)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0;

  for (guint i = 0; i < 3; i++)
    {
      double part = ((colour >> (16 - 8 * i)) & 0xff) / 255.0;

      luminance += weights[i] * (part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return luminance;
}

double
slide_check_contrast (guint one, guint other)
{
  double first = get_luminance (one);
  double second = get_luminance (other);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static Area
get_ink (const SotaySlideBox *box)
{
  return (Area){ box->ink_x, box->ink_y, box->ink_width, box->ink_height };
}

/* Half a pixel of two neighbours may be the same: it is the soft edge of a letter. */
static gboolean
overlap (Area one, Area other)
{
  return MIN (one.x + one.width, other.x + other.width) - MAX (one.x, other.x) > 0.5
         && MIN (one.y + one.height, other.y + other.height) - MAX (one.y, other.y) > 0.5;
}

static void
check_area (const char *what, const char *text, Area area, const SotayWall *wall)
{
  double bottom = wall->height * (1 - STRIP - MARGIN);

  if (area.width <= 0)
    return;
  if (area.x < MARGIN * wall->width || area.x + area.width > (1 - MARGIN) * wall->width
      || area.y < MARGIN * wall->height || area.y + area.height > bottom)
    g_error ("%s beyond the margins of %d × %d: %.1f %.1f %.1f %.1f “%s”", what, wall->width, wall->height, area.x,
             area.y, area.width, area.height, text);
}

static void
check_box (const SotaySlideBox *box, const SotayWall *wall)
{
  double least = wall->height * (wall->large ? SOTAY_WALL_LEAST_LARGE_TEXT : SOTAY_WALL_LEAST_TEXT);
  guint accent, ground;

  sotay_wall_get_colours (wall->theme, NULL, &accent, &ground);
  g_assert_cmpfloat (box->size, >=, least - 1e-6);
  g_assert_cmpfloat (slide_check_contrast (box->colour, box->ground), >=, 7);
  g_assert_true (box->ground == ground || (box->ground == accent && box->colour == ground));
  check_area ("ink", box->text, get_ink (box), wall);
  if (box->ink_width > 0)
    {
      /* Rows of one text do not touch either. */
      g_assert_cmpfloat (box->ink_y, >=, box->y - 0.5);
      g_assert_cmpfloat (box->ink_y + box->ink_height, <=, box->y + box->height + 0.5);
    }
}

static GArray *
list_places (SotaySlideLayout *layout, guint part)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Area));

  for (SotaySlidePlace place = SOTAY_SLIDE_PLACE_CODE; place <= SOTAY_SLIDE_PLACE_PAGE; place++)
    {
      Area area;

      if (sotay_slide_layout_get_place (layout, part, place, &area.x, &area.y, &area.width, &area.height))
        {
          check_area ("a place", "", area, sotay_slide_layout_get_wall (layout));
          g_array_append_val (places, area);
        }
    }
  return places;
}

static void
check_overlaps (SotaySlideLayout *layout, guint part, GArray *boxes)
{
  g_autoptr (GArray) places = list_places (layout, part);

  for (guint i = 0; i < boxes->len; i++)
    {
      const SotaySlideBox *box = &g_array_index (boxes, SotaySlideBox, i);

      for (guint j = 0; j < i; j++)
        {
          const SotaySlideBox *other = &g_array_index (boxes, SotaySlideBox, j);

          if (overlap (get_ink (box), get_ink (other)))
            g_error ("%s: “%s” covers “%s”", sotay_slide_get_id (sotay_slide_layout_get_slide (layout)), box->text,
                     other->text);
        }
      for (guint j = 0; j < places->len; j++)
        g_assert_false (overlap (get_ink (box), g_array_index (places, Area, j)));
    }
}

/* Without full stops, one of which follows a label that does not stand by itself, and without marks that no language
 * has. */
static void
append_letters (GString *letters, const char *text)
{
  guint n_marks = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      n_marks = g_unichar_ismark (letter) ? n_marks + 1 : 0;
      if (!g_unichar_isspace (letter) && letter != '.' && n_marks <= SOTAY_TEXT_MOST_MARKS)
        g_string_append_unichar (letters, letter);
    }
}

static char *
dup_letters (const char *text)
{
  GString *letters = g_string_new (NULL);

  append_letters (letters, text);
  return g_string_free (letters, FALSE);
}

/* All that must be read on the parts. */
static char *
dup_expected (SotaySlide *slide)
{
  const SotaySlideParts *parts = sotay_slide_get_parts (slide);
  GString *letters = g_string_new (NULL);

  append_letters (letters, parts->kicker);
  append_letters (letters, parts->title);
  for (guint i = 0; i < parts->texts->len; i++)
    {
      const SotaySlideText *text = parts->texts->pdata[i];

      if (text->label != NULL)
        append_letters (letters, text->label);
      append_letters (letters, text->text);
    }
  return g_string_free (letters, FALSE);
}

/* Whether @letters are what is wanted, and were not before. */
static gboolean
take (const char **wanted, const char *letters)
{
  gboolean is_it = *wanted != NULL && g_str_equal (*wanted, letters);

  if (is_it)
    *wanted = NULL;
  return is_it;
}

typedef struct
{
  GString *letters;
  char *kicker;
  char *title;
  const char *unread_kicker; /* %NULL once it has been read whole */
  const char *unread_title;
} Reading;

/* Adds what is read on a part: without its numbers, and without the head when it has been read before. */
static void
read_part (Reading *reading, guint of_utility, GArray *boxes, guint part, guint n_parts)
{
  g_autofree char *number = g_strdup_printf ("%u", of_utility);
  g_autofree char *count = g_strdup_printf ("%u/%u", part + 1, n_parts);
  const char *utility = of_utility > 0 ? number : NULL;
  const char *mark = n_parts > 1 ? count : NULL;
  const char *kicker = reading->unread_kicker == NULL ? reading->kicker : NULL;
  const char *title = reading->unread_title == NULL ? reading->title : NULL;

  for (guint i = 0; i < boxes->len; i++)
    {
      g_autofree char *letters = dup_letters (g_array_index (boxes, SotaySlideBox, i).text);

      if (take (&utility, letters) || take (&mark, letters) || take (&kicker, letters) || take (&title, letters))
        continue;
      g_string_append (reading->letters, letters);
      if (!take (&reading->unread_kicker, letters))
        take (&reading->unread_title, letters);
    }
  g_assert_null (utility);
  g_assert_null (mark);
}

static void
check_reading (SotaySlideLayout *layout)
{
  SotaySlide *slide = sotay_slide_layout_get_slide (layout);
  const SotaySlideParts *parts = sotay_slide_get_parts (slide);
  guint n_parts = sotay_slide_layout_get_n_parts (layout);
  g_autofree char *expected = dup_expected (slide);
  g_autofree char *kicker = dup_letters (parts->kicker);
  g_autofree char *title = dup_letters (parts->title);
  g_autoptr (GString) letters = g_string_new (NULL);
  Reading reading = { letters, kicker, title, kicker, title };
  guint common = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      g_autoptr (GArray) boxes = sotay_slide_layout_get_boxes (layout, i);

      read_part (&reading, parts->utility, boxes, i, n_parts);
    }
  while (expected[common] != '\0' && expected[common] == letters->str[common])
    common++;
  if (!g_str_equal (letters->str, expected))
    g_error ("%s (%d) in %u parts: after %u bytes it reads “%.40s” and not “%.40s”", parts->id, parts->kind, n_parts,
             common, letters->str + common, expected + common);
}

guint
slide_check_wall (SotaySlide *slide, const SotayWall *wall)
{
  g_autoptr (SotaySlideLayout) layout = sotay_slide_layout_new (slide, wall);
  guint n_parts = sotay_slide_layout_get_n_parts (layout);

  g_assert_cmpuint (n_parts, >=, 1);
  for (guint i = 0; i < n_parts; i++)
    {
      g_autoptr (GArray) boxes = sotay_slide_layout_get_boxes (layout, i);

      for (guint j = 0; j < boxes->len; j++)
        check_box (&g_array_index (boxes, SotaySlideBox, j), wall);
      check_overlaps (layout, i, boxes);
    }
  check_reading (layout);
  return n_parts;
}
