/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/show-private.h"

#include "lesson.h"
#include "support/test-support.h"

#include <string.h>

/* So small that long slides have parts. */
#define NARROW { .width = 480, .height = 360, .theme = SOTAY_WALL_DARK, .large = TRUE }

static SotayCatalogue *catalogue;

typedef struct
{
  SotayDeck *deck;
  SotayShow *show;
  gint64 clock; /* in microseconds */
  GString *seen;
} Fixture;

static gint64
read_clock (gpointer data)
{
  return ((Fixture *) data)->clock;
}

static void
moved_cb (SotayShow *show, int direction, Fixture *fixture)
{
  g_string_append_printf (fixture->seen, "moved %d; ", direction);
}

static void
notify_cb (SotayShow *show, GParamSpec *pspec, Fixture *fixture)
{
  g_string_append_printf (fixture->seen, "%s; ", pspec->name);
}

static void
wall_cb (SotayShow *show, Fixture *fixture)
{
  g_string_append (fixture->seen, "wall; ");
}

static void
set_up (Fixture *fixture, gconstpointer stops)
{
  fixture->deck = lesson_deck (catalogue, stops);
  fixture->show = sotay_show_new (fixture->deck);
  fixture->clock = 77000;
  fixture->seen = g_string_new (NULL);
  sotay_show_set_clock (fixture->show, read_clock, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer stops)
{
  g_string_free (fixture->seen, TRUE);
  g_object_unref (fixture->show);
  g_object_unref (fixture->deck);
}

static void
listen (Fixture *fixture)
{
  g_signal_connect (fixture->show, "notify", G_CALLBACK (notify_cb), fixture);
  g_signal_connect (fixture->show, "moved", G_CALLBACK (moved_cb), fixture);
  g_signal_connect (fixture->show, "wall-changed", G_CALLBACK (wall_cb), fixture);
}

static void
assert_seen (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->seen->str, ==, expected);
  g_string_truncate (fixture->seen, 0);
}

static void
assert_place (Fixture *fixture, const char *slide_id, guint part)
{
  g_assert_cmpstr (sotay_slide_get_id (sotay_show_get_slide (fixture->show)), ==, slide_id);
  g_assert_cmpuint (sotay_show_get_part (fixture->show), ==, part);
}

static void
pass (Fixture *fixture, gint64 milliseconds)
{
  fixture->clock += milliseconds * G_TIME_SPAN_MILLISECOND;
}

static char *
dup_place (Fixture *fixture)
{
  return g_strdup_printf ("%u.%u", sotay_show_get_index (fixture->show), sotay_show_get_part (fixture->show));
}

/* Each part of each slide, and the same way back. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  SotayWall wall = NARROW;
  g_autoptr (GPtrArray) way = g_ptr_array_new_with_free_func (g_free);
  guint n_parts = 0;
  guint index, part;

  sotay_show_set_wall (fixture->show, &wall);
  sotay_show_begin (fixture->show, NULL, 0, NULL);
  for (guint i = 0; i < sotay_deck_get_n_slides (fixture->deck); i++)
    n_parts += sotay_slide_layout_get_n_parts (sotay_show_get_layout (fixture->show, i));
  g_assert_cmpuint (n_parts, >, sotay_deck_get_n_slides (fixture->deck) + 5);

  assert_place (fixture, "title", 0);
  g_assert_false (sotay_show_back (fixture->show));
  g_ptr_array_add (way, dup_place (fixture));
  while (sotay_show_get_next (fixture->show, &index, &part))
    {
      g_assert_true (sotay_show_forward (fixture->show));
      g_assert_cmpuint (sotay_show_get_index (fixture->show), ==, index);
      g_assert_cmpuint (sotay_show_get_part (fixture->show), ==, part);
      g_ptr_array_add (way, dup_place (fixture));
    }
  g_assert_false (sotay_show_forward (fixture->show));
  g_assert_cmpuint (sotay_show_get_index (fixture->show), ==, sotay_deck_get_n_slides (fixture->deck) - 1);
  g_assert_cmpuint (way->len, ==, n_parts);
  for (guint i = way->len; i-- > 0;)
    {
      g_autofree char *place = dup_place (fixture);

      g_assert_cmpstr (place, ==, g_ptr_array_index (way, i));
      g_assert_true (sotay_show_back (fixture->show) == (i > 0));
    }
}

static void
test_jumps (Fixture *fixture, gconstpointer data)
{
  guint step = sotay_deck_find (fixture->deck, "U3/step-2");

  sotay_show_begin (fixture->show, NULL, 0, NULL);
  g_assert_false (sotay_show_return (fixture->show));
  sotay_show_forward (fixture->show);
  g_assert_true (sotay_show_go_to_utility (fixture->show, 3));
  assert_place (fixture, "U3/utility", 0);
  g_assert_false (sotay_show_go_to_utility (fixture->show, 4));
  assert_place (fixture, "U3/utility", 0);
  sotay_show_go_to (fixture->show, step);
  sotay_show_go_to (fixture->show, step); /* leads nowhere, so there is nothing to go back to */
  sotay_show_forward (fixture->show);
  g_assert_true (sotay_show_return (fixture->show));
  assert_place (fixture, "U3/utility", 0);
  g_assert_true (sotay_show_return (fixture->show));
  assert_place (fixture, "list", 0);
  g_assert_false (sotay_show_return (fixture->show));
}

/* The jumps that are remembered do not grow without end. */
static void
test_many_jumps (Fixture *fixture, gconstpointer data)
{
  guint n_returns = 0;

  sotay_show_begin (fixture->show, NULL, 0, NULL);
  for (guint i = 1; i <= 1000; i++)
    sotay_show_go_to (fixture->show, i % 3);
  while (sotay_show_return (fixture->show))
    n_returns++;
  g_assert_cmpuint (n_returns, >=, 10);
  g_assert_cmpuint (n_returns, <=, 100);
}

/* Back to the part that was left, or to what is there of it on another wall. */
static void
test_return_to_part (Fixture *fixture, gconstpointer data)
{
  SotayWall narrow = NARROW;
  SotayWall wide = { .width = 3840, .height = 2160 };
  g_autofree char *place = NULL;
  g_autofree char *again = NULL;

  sotay_show_set_wall (fixture->show, &narrow);
  sotay_show_begin (fixture->show, NULL, 0, NULL);
  while (sotay_show_get_part (fixture->show) == 0)
    g_assert_true (sotay_show_forward (fixture->show));
  place = dup_place (fixture);
  sotay_show_go_to (fixture->show, 0);
  sotay_show_return (fixture->show);
  again = dup_place (fixture);
  g_assert_cmpstr (again, ==, place);
  sotay_show_go_to (fixture->show, 0);
  sotay_show_set_wall (fixture->show, &wide);
  sotay_show_return (fixture->show);
  g_assert_cmpuint (sotay_show_get_part (fixture->show), ==, 0);
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  SotayWall wall = { .width = 1920, .height = 1080, .theme = SOTAY_WALL_DARK };

  listen (fixture);
  sotay_show_begin (fixture->show, NULL, 0, NULL);
  assert_seen (fixture, "");
  sotay_show_forward (fixture->show);
  assert_seen (fixture, "index; moved 1; ");
  sotay_show_back (fixture->show);
  assert_seen (fixture, "index; moved -1; ");
  sotay_show_back (fixture->show);
  assert_seen (fixture, "");
  sotay_show_go_to (fixture->show, 2);
  assert_seen (fixture, "index; moved 0; ");
  sotay_show_go_to (fixture->show, 2);
  assert_seen (fixture, "");
  sotay_show_return (fixture->show);
  assert_seen (fixture, "index; moved 0; ");
  sotay_show_set_paused (fixture->show, FALSE);
  sotay_show_set_curtain (fixture->show, SOTAY_CURTAIN_NONE);
  sotay_show_set_code (fixture->show, SOTAY_CODE_HIDDEN);
  sotay_show_set_wall (fixture->show, &wall);
  assert_seen (fixture, "");
  wall.theme = SOTAY_WALL_BRIGHT;
  sotay_show_set_wall (fixture->show, &wall);
  assert_seen (fixture, "wall; ");
}

static void
assert_bare_cb (SotayShow *show, GParamSpec *pspec, guint *n_calls)
{
  g_assert_cmpint (sotay_show_get_curtain (show), ==, SOTAY_CURTAIN_NONE);
  g_assert_false (sotay_show_get_paused (show));
  (*n_calls)++;
}

/* Going anywhere lifts the curtain, also where there is nowhere to go; who is told of one change sees all of them. */
static void
test_curtain (Fixture *fixture, gconstpointer data)
{
  guint n_calls = 0;
  int curtain;

  sotay_show_begin (fixture->show, NULL, 0, NULL);
  sotay_show_set_curtain (fixture->show, SOTAY_CURTAIN_WHITE);
  g_object_get (fixture->show, "curtain", &curtain, NULL);
  g_assert_cmpint (curtain, ==, SOTAY_CURTAIN_WHITE);
  sotay_show_set_paused (fixture->show, TRUE);
  listen (fixture);
  g_signal_connect (fixture->show, "notify", G_CALLBACK (assert_bare_cb), &n_calls);
  g_assert_false (sotay_show_back (fixture->show));
  g_assert_cmpuint (n_calls, ==, 2);
  g_string_truncate (fixture->seen, 0);
  sotay_show_set_curtain (fixture->show, SOTAY_CURTAIN_NONE);
  assert_seen (fixture, "");
}

static void
test_code (Fixture *fixture, gconstpointer data)
{
  sotay_show_begin (fixture->show, NULL, 0, NULL);
  sotay_show_set_code (fixture->show, SOTAY_CODE_FULL);
  sotay_show_forward (fixture->show);
  g_assert_cmpint (sotay_show_get_code (fixture->show), ==, SOTAY_CODE_HIDDEN);
  sotay_show_set_code (fixture->show, SOTAY_CODE_CORNER);
  sotay_show_forward (fixture->show);
  g_assert_cmpint (sotay_show_get_code (fixture->show), ==, SOTAY_CODE_CORNER);
  sotay_show_set_code (fixture->show, SOTAY_CODE_FULL);
  sotay_show_go_to (fixture->show, 0);
  g_assert_cmpint (sotay_show_get_code (fixture->show), ==, SOTAY_CODE_CORNER);
}

static char *
describe_timeline (SotayTimeline *timeline)
{
  GPtrArray *entries = sotay_timeline_get_entries (timeline);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const SotayTimelineEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "; ", entry->slide_id, entry->start,
                              entry->end);
    }
  return g_string_free (text, FALSE);
}

static void
assert_timeline (Fixture *fixture, const char *expected)
{
  g_autofree char *text = describe_timeline (sotay_show_get_timeline (fixture->show));

  g_assert_cmpstr (text, ==, expected);
}

/* The recorded timeline equals the script, a break and a jump in it. */
static void
test_timeline (Fixture *fixture, gconstpointer data)
{
  pass (fixture, 60000);
  g_assert_cmpint (sotay_show_get_now (fixture->show), ==, 0);
  sotay_show_forward (fixture->show);
  sotay_show_back (fixture->show);
  assert_timeline (fixture, "");
  sotay_show_begin (fixture->show, NULL, 0, NULL);
  pass (fixture, 1000);
  sotay_show_forward (fixture->show);
  pass (fixture, 2000);
  sotay_show_go_to_utility (fixture->show, 3);
  pass (fixture, 500);
  sotay_show_set_curtain (fixture->show, SOTAY_CURTAIN_BLACK);
  pass (fixture, 500);
  sotay_show_set_paused (fixture->show, TRUE);
  pass (fixture, 10000);
  assert_timeline (fixture, "title 0-1000; list 1000-3000; U3/utility 3000-4000; ");
  sotay_show_set_paused (fixture->show, FALSE);
  pass (fixture, 1);
  sotay_show_forward (fixture->show);
  pass (fixture, 9);
  assert_timeline (fixture, "title 0-1000; list 1000-3000; U3/utility 3000-4000; U3/utility 14000-14001; "
                            "U3/audience 14001-14010; ");
  g_assert_cmpint (sotay_show_get_now (fixture->show), ==, 14010);
  g_assert_cmpint (sotay_timeline_get_elapsed (sotay_show_get_timeline (fixture->show)), ==, 4010);
}

/* A break ends where the lesson goes on: a trainer who forgot it loses no minute. */
static void
test_move_ends_break (Fixture *fixture, gconstpointer data)
{
  sotay_show_begin (fixture->show, NULL, 0, NULL);
  pass (fixture, 1000);
  sotay_show_set_paused (fixture->show, TRUE);
  pass (fixture, 1000);
  listen (fixture);
  sotay_show_forward (fixture->show);
  assert_seen (fixture, "paused; index; moved 1; ");
  pass (fixture, 1000);
  assert_timeline (fixture, "title 0-1000; list 2000-3000; ");
}

static void
test_parts_are_one_slide (Fixture *fixture, gconstpointer data)
{
  SotayWall wall = NARROW;
  guint index = 0;

  sotay_show_set_wall (fixture->show, &wall);
  sotay_show_begin (fixture->show, NULL, 0, NULL);
  while (sotay_show_get_part (fixture->show) == 0)
    {
      index = sotay_show_get_index (fixture->show);
      pass (fixture, 10);
      g_assert_true (sotay_show_forward (fixture->show));
    }
  g_assert_cmpuint (sotay_show_get_index (fixture->show), ==, index);
  g_assert_cmpuint (sotay_timeline_get_entries (sotay_show_get_timeline (fixture->show))->len, ==, index + 1);
}

static void
test_continued (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayTimeline) before = sotay_timeline_new ();

  sotay_timeline_show (before, "title", 0, 0);
  sotay_timeline_show (before, "U10/step-1", 10, 5000);
  sotay_timeline_tick (before, 9000);
  listen (fixture);
  sotay_show_begin (fixture->show, "U10/step-1", 9000, before);
  assert_seen (fixture, "index; moved 0; ");
  assert_place (fixture, "U10/step-1", 0);
  pass (fixture, 700);
  g_assert_cmpint (sotay_show_get_now (fixture->show), ==, 9700);
  assert_timeline (fixture, "title 0-5000; U10/step-1 5000-9700; ");
  g_assert_false (sotay_show_return (fixture->show));
}

/* The plan counts up to the end of the stop that is shown; what belongs to none counts the stops before it. */
static void
test_planned (Fixture *fixture, gconstpointer data)
{
  SotayDeck *deck = fixture->deck;

  sotay_show_begin (fixture->show, NULL, 0, NULL);
  g_assert_cmpint (sotay_show_get_planned (fixture->show), ==, 0);
  sotay_show_forward (fixture->show);
  g_assert_cmpint (sotay_show_get_planned (fixture->show), ==, 0);
  sotay_show_go_to_utility (fixture->show, 10);
  g_assert_cmpint (sotay_show_get_planned (fixture->show), ==, 15 * 60 * 1000);
  sotay_show_go_to (fixture->show, sotay_deck_find (deck, "U3/step-1"));
  g_assert_cmpint (sotay_show_get_planned (fixture->show), ==, 22 * 60 * 1000);
  sotay_show_go_to (fixture->show, sotay_deck_get_n_slides (deck) - 1);
  g_assert_cmpuint (sotay_slide_get_utility (sotay_show_get_slide (fixture->show)), ==, 0);
  g_assert_cmpint (sotay_show_get_planned (fixture->show), ==, 22 * 60 * 1000);
}

/* A layout is made once, and anew for another wall. */
static void
test_layouts (Fixture *fixture, gconstpointer data)
{
  SotayWall wall = NARROW;
  SotaySlideLayout *first = sotay_show_get_layout (fixture->show, 0);
  g_autoptr (SotaySlideLayout) held = sotay_slide_layout_ref (first);

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < 4; i++)
      {
        SotaySlideLayout *layout = sotay_show_get_layout (fixture->show, i);

        g_assert_true (sotay_slide_layout_get_slide (layout) == sotay_deck_get_slide (fixture->deck, i));
        g_assert_true (i != 0 || layout == first);
      }
  sotay_show_set_wall (fixture->show, &wall);
  g_assert_true (sotay_show_get_layout (fixture->show, 0) != held);
  g_assert_cmpint (sotay_slide_layout_get_wall (sotay_show_get_layout (fixture->show, 0))->width, ==, 480);
  for (guint i = 0; i < sotay_deck_get_n_slides (fixture->deck); i++)
    g_assert_true (sotay_slide_layout_get_slide (sotay_show_get_layout (fixture->show, i))
                   == sotay_deck_get_slide (fixture->deck, i));
}

static char *
join_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  return g_strchomp (g_strjoinv (" ", words));
}

/* What a part says below its head, in one line. */
static char *
dup_body (SotaySlideLayout *layout, guint part)
{
  const SotaySlideParts *slide = sotay_slide_get_parts (sotay_slide_layout_get_slide (layout));
  g_autoptr (GArray) boxes = sotay_slide_layout_get_boxes (layout, part);
  g_autofree char *title = join_words (slide->title);
  g_autofree char *kicker = join_words (slide->kicker);
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < boxes->len; i++)
    {
      g_autofree char *text = join_words (g_array_index (boxes, SotaySlideBox, i).text);

      if (strlen (text) >= 6 && strstr (title, text) == NULL && strstr (kicker, text) == NULL)
        g_string_append_printf (body, "%s ", text);
    }
  return g_string_free (body, FALSE);
}

/* Whether the first word of a part is in the other part, with the words that follow it there or in the next one. */
static gboolean
shows_beginning (SotaySlideLayout *layout, guint part, SotaySlideLayout *other, guint other_part)
{
  gboolean is_last = other_part + 1 == sotay_slide_layout_get_n_parts (other);
  g_autofree char *body = dup_body (layout, part);
  g_autofree char *other_body = dup_body (other, other_part);
  g_autofree char *next_body = is_last ? g_strdup ("") : dup_body (other, other_part + 1);
  g_autofree char *both = g_strconcat (other_body, next_body, NULL);
  g_autofree char *beginning = g_utf8_substring (body, 0, MIN (12, g_utf8_strlen (body, -1)));
  const char *found = strstr (both, beginning);

  g_test_message ("“%s”", beginning);
  return found != NULL && (gsize) (found - both) < strlen (other_body);
}

/* Wherever the lesson is, another wall shows the same text. */
static void
test_other_wall (Fixture *fixture, gconstpointer data)
{
  static const SotayWall walls[] = {
    NARROW,
    { .width = 600, .height = 800, .theme = SOTAY_WALL_BRIGHT },
    { .width = 3840, .height = 2160 },
    { .width = 640, .height = 360, .large = TRUE },
  };
  guint n_parts = 0;

  sotay_show_begin (fixture->show, NULL, 0, NULL);
  for (guint to = 1; to < G_N_ELEMENTS (walls); to++)
    for (guint index = 0; index < sotay_deck_get_n_slides (fixture->deck); index++)
      for (guint part = 1;; part++)
        {
          g_autoptr (SotaySlideLayout) old = NULL;
          SotaySlideLayout *layout = NULL;

          sotay_show_set_wall (fixture->show, &walls[0]);
          old = sotay_slide_layout_ref (sotay_show_get_layout (fixture->show, index));
          if (part >= sotay_slide_layout_get_n_parts (old))
            break;
          sotay_show_go_to (fixture->show, index);
          while (sotay_show_get_part (fixture->show) < part)
            sotay_show_forward (fixture->show);
          sotay_show_set_wall (fixture->show, &walls[to]);
          layout = sotay_show_get_layout (fixture->show, index);
          g_assert_cmpuint (sotay_show_get_index (fixture->show), ==, index);
          g_assert_cmpuint (sotay_show_get_part (fixture->show), <, sotay_slide_layout_get_n_parts (layout));
          g_test_message ("%s, part %u, wall %u: part %u", sotay_slide_get_id (sotay_show_get_slide (fixture->show)),
                          part, to, sotay_show_get_part (fixture->show));
          g_assert_true (shows_beginning (old, part, layout, sotay_show_get_part (fixture->show)));
          n_parts++;
        }
  g_assert_cmpuint (n_parts, >, 20);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, "10:15 3:7", set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/show/walk", test_walk);
  add ("/show/jumps", test_jumps);
  add ("/show/many-jumps", test_many_jumps);
  add ("/show/return-to-part", test_return_to_part);
  add ("/show/notify", test_notify);
  add ("/show/curtain", test_curtain);
  add ("/show/code", test_code);
  add ("/show/timeline", test_timeline);
  add ("/show/move-ends-break", test_move_ends_break);
  add ("/show/parts-are-one-slide", test_parts_are_one_slide);
  add ("/show/continued", test_continued);
  add ("/show/planned", test_planned);
  add ("/show/layouts", test_layouts);
  add ("/show/other-wall", test_other_wall);
}

int
main (int argc, char **argv)
{
  int status;

  catalogue = lesson_load_catalogue ();
  status = sotay_test_run (argc, argv, add_tests);
  g_object_unref (catalogue);
  return status;
}
