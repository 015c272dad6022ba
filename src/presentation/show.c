/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/show-private.h"

#include "presentation/slide-place.h"

#define MOST_JUMPS 64
#define MOST_LAYOUTS 8

#define MILLISECOND (G_TIME_SPAN_MILLISECOND)
#define MINUTE (60 * 1000)

typedef struct
{
  guint index;
  guint part;
} Place;

typedef struct
{
  guint index;
  SotaySlideLayout *layout;
} Kept;

struct _SotayShow
{
  GObject parent_instance;

  SotayDeck *deck;
  SotayTimeline *timeline;
  SotayCheckTally *tally;
  SotayWall wall;
  GArray *layouts; /* of Kept, the one used last at the end */
  GArray *jumps;   /* of Place */
  Place place;
  SotayCurtain curtain;
  SotayCodeMode code;
  SotayCodeMode code_behind; /* what the full code covers */
  gboolean paused;
  gboolean begun;
  gint64 before;  /* how long it had lasted before it was begun here, in milliseconds */
  gint64 started; /* by the clock */
  SotayShowClock clock;
  gpointer clock_data;
};

enum
{
  PROP_INDEX = 1,
  PROP_PART,
  PROP_CURTAIN,
  PROP_CODE,
  PROP_PAUSED,
  N_PROPERTIES
};

enum
{
  MOVED,
  WALL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayShow, sotay_show, G_TYPE_OBJECT)

/* Monotonic: setting the PC's clock takes no minute from a lesson. While the PC sleeps nothing is taught, and on Linux
 * this clock stands then (CLOCK_MONOTONIC). */
static gint64
read_clock (gpointer unused)
{
  return g_get_monotonic_time ();
}

static void
kept_clear (gpointer data)
{
  sotay_slide_layout_unref (((Kept *) data)->layout);
}

static void
sotay_show_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SotayShow *self = SOTAY_SHOW (object);

  switch (id)
    {
    case PROP_INDEX:
      g_value_set_uint (value, self->place.index);
      break;
    case PROP_PART:
      g_value_set_uint (value, self->place.part);
      break;
    case PROP_CURTAIN:
      g_value_set_int (value, (int) self->curtain);
      break;
    case PROP_CODE:
      g_value_set_int (value, (int) self->code);
      break;
    case PROP_PAUSED:
      g_value_set_boolean (value, self->paused);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_show_finalize (GObject *object)
{
  SotayShow *self = SOTAY_SHOW (object);

  g_array_unref (self->layouts);
  g_array_unref (self->jumps);
  g_clear_object (&self->timeline);
  g_clear_object (&self->tally);
  g_clear_object (&self->deck);
  G_OBJECT_CLASS (sotay_show_parent_class)->finalize (object);
}

static void
sotay_show_class_init (SotayShowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sotay_show_get_property;
  object_class->finalize = sotay_show_finalize;
  properties[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PART] = g_param_spec_uint ("part", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_CURTAIN] = g_param_spec_int ("curtain", NULL, NULL, SOTAY_CURTAIN_NONE, SOTAY_CURTAIN_WHITE,
                                               SOTAY_CURTAIN_NONE, flags);
  properties[PROP_CODE] = g_param_spec_int ("code", NULL, NULL, SOTAY_CODE_HIDDEN, SOTAY_CODE_FULL, SOTAY_CODE_HIDDEN,
                                            flags);
  properties[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);
  signals[WALL_CHANGED] = g_signal_new ("wall-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
sotay_show_init (SotayShow *self)
{
  self->timeline = sotay_timeline_new ();
  self->tally = sotay_check_tally_new ();
  self->wall = (SotayWall) { .width = 1920, .height = 1080, .theme = SOTAY_WALL_DARK };
  self->layouts = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_array_set_clear_func (self->layouts, kept_clear);
  self->jumps = g_array_new (FALSE, FALSE, sizeof (Place));
  self->clock = read_clock;
}

SotayShow *
sotay_show_new (SotayDeck *deck)
{
  SotayShow *self = g_object_new (SOTAY_TYPE_SHOW, NULL);

  self->deck = g_object_ref (deck);
  return self;
}

void
sotay_show_set_clock (SotayShow *self, SotayShowClock clock, gpointer data)
{
  g_return_if_fail (!self->begun);

  self->clock = clock;
  self->clock_data = data;
}

gint64
sotay_show_get_now (SotayShow *self)
{
  return self->before + (self->begun ? (self->clock (self->clock_data) - self->started) / MILLISECOND : 0);
}

/* The slide is on the wall, and counts from now on. */
static void
note_slide (SotayShow *self)
{
  SotaySlide *slide = sotay_show_get_slide (self);

  if (self->begun)
    sotay_timeline_show (self->timeline, sotay_slide_get_id (slide), sotay_slide_get_utility (slide),
                         sotay_show_get_now (self));
}

static void
set_place (SotayShow *self, Place place)
{
  Place old = self->place;

  self->place = place;
  if (place.index != old.index)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDEX]);
  if (place.part != old.part)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PART]);
}

/* Going anywhere shows the wall as it is. Who listens is told when all of it is true. */
static void
go (SotayShow *self, Place place, int direction)
{
  gboolean moves = place.index != self->place.index || place.part != self->place.part;

  g_object_freeze_notify (G_OBJECT (self));
  set_place (self, place);
  sotay_show_set_curtain (self, SOTAY_CURTAIN_NONE);
  if (self->code == SOTAY_CODE_FULL)
    sotay_show_set_code (self, self->code_behind);
  if (self->paused)
    sotay_show_set_paused (self, FALSE);
  else
    note_slide (self);
  g_object_thaw_notify (G_OBJECT (self));
  if (moves)
    g_signal_emit (self, signals[MOVED], 0, direction);
}

void
sotay_show_begin (SotayShow *self, const char *slide_id, gint64 elapsed, SotayTimeline *timeline)
{
  guint index = slide_id != NULL ? sotay_deck_find (self->deck, slide_id) : 0;

  g_return_if_fail (!self->begun);

  self->before = MAX (elapsed, 0);
  self->started = self->clock (self->clock_data);
  self->begun = TRUE;
  if (timeline != NULL)
    g_set_object (&self->timeline, timeline);
  go (self, (Place) { index, 0 }, 0);
}

SotayDeck *
sotay_show_get_deck (SotayShow *self)
{
  return self->deck;
}

SotayTimeline *
sotay_show_get_timeline (SotayShow *self)
{
  if (self->begun)
    sotay_timeline_tick (self->timeline, sotay_show_get_now (self));
  return self->timeline;
}

SotayCheckTally *
sotay_show_get_tally (SotayShow *self)
{
  return self->tally;
}

SotaySlideLayout *
sotay_show_get_layout (SotayShow *self, guint index)
{
  Kept kept = { index, NULL };

  g_return_val_if_fail (index < sotay_deck_get_n_slides (self->deck), NULL);

  for (guint i = self->layouts->len; i-- > 0;)
    {
      Kept found = g_array_index (self->layouts, Kept, i);

      if (found.index != index)
        continue;
      sotay_slide_layout_ref (found.layout);
      g_array_remove_index (self->layouts, i);
      g_array_append_val (self->layouts, found);
      return found.layout;
    }
  if (self->layouts->len == MOST_LAYOUTS)
    g_array_remove_index (self->layouts, 0);
  kept.layout = sotay_slide_layout_new (sotay_deck_get_slide (self->deck, index), &self->wall);
  g_array_append_val (self->layouts, kept);
  return kept.layout;
}

static guint
count_parts (SotayShow *self, guint index)
{
  return sotay_slide_layout_get_n_parts (sotay_show_get_layout (self, index));
}

void
sotay_show_set_wall (SotayShow *self, const SotayWall *wall)
{
  g_autoptr (SotaySlideLayout) old = NULL;
  Place place = self->place;

  if (wall->width == self->wall.width && wall->height == self->wall.height && wall->theme == self->wall.theme
      && wall->large == self->wall.large)
    return;
  old = place.part > 0 ? sotay_slide_layout_ref (sotay_show_get_layout (self, place.index)) : NULL;
  g_array_set_size (self->layouts, 0);
  self->wall = *wall;
  if (old != NULL)
    place.part = sotay_slide_place_find (old, place.part, sotay_show_get_layout (self, place.index));
  g_object_freeze_notify (G_OBJECT (self));
  set_place (self, place);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[WALL_CHANGED], 0);
}

const SotayWall *
sotay_show_get_wall (SotayShow *self)
{
  return &self->wall;
}

guint
sotay_show_get_index (SotayShow *self)
{
  return self->place.index;
}

guint
sotay_show_get_part (SotayShow *self)
{
  return self->place.part;
}

SotaySlide *
sotay_show_get_slide (SotayShow *self)
{
  return sotay_deck_get_slide (self->deck, self->place.index);
}

gboolean
sotay_show_get_next (SotayShow *self, guint *index, guint *part)
{
  Place next = self->place;

  if (next.part + 1 < count_parts (self, next.index))
    next.part++;
  else
    next = (Place) { next.index + 1, 0 };
  *index = next.index;
  *part = next.part;
  return next.index < sotay_deck_get_n_slides (self->deck);
}

gboolean
sotay_show_forward (SotayShow *self)
{
  Place next = self->place;
  gboolean moves = sotay_show_get_next (self, &next.index, &next.part);

  go (self, moves ? next : self->place, 1);
  return moves;
}

gboolean
sotay_show_back (SotayShow *self)
{
  Place previous = self->place;
  gboolean moves = previous.index > 0 || previous.part > 0;

  if (previous.part > 0)
    previous.part--;
  else if (moves)
    previous = (Place) { previous.index - 1, count_parts (self, previous.index - 1) - 1 };
  go (self, previous, -1);
  return moves;
}

void
sotay_show_go_to (SotayShow *self, guint index)
{
  g_return_if_fail (index < sotay_deck_get_n_slides (self->deck));

  if (index != self->place.index || self->place.part > 0)
    {
      if (self->jumps->len == MOST_JUMPS)
        g_array_remove_index (self->jumps, 0);
      g_array_append_val (self->jumps, self->place);
    }
  go (self, (Place) { index, 0 }, 0);
}

gboolean
sotay_show_go_to_utility (SotayShow *self, guint utility)
{
  int index = sotay_deck_find_utility (self->deck, utility);

  if (index < 0)
    return FALSE;
  sotay_show_go_to (self, (guint) index);
  return TRUE;
}

gboolean
sotay_show_return (SotayShow *self)
{
  Place place;

  if (self->jumps->len == 0)
    return FALSE;
  place = g_array_index (self->jumps, Place, self->jumps->len - 1);
  g_array_set_size (self->jumps, self->jumps->len - 1);
  /* The wall may be another one by now. */
  place.part = MIN (place.part, count_parts (self, place.index) - 1);
  go (self, place, 0);
  return TRUE;
}

void
sotay_show_set_curtain (SotayShow *self, SotayCurtain curtain)
{
  if (curtain == self->curtain)
    return;
  self->curtain = curtain;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURTAIN]);
}

SotayCurtain
sotay_show_get_curtain (SotayShow *self)
{
  return self->curtain;
}

void
sotay_show_set_code (SotayShow *self, SotayCodeMode mode)
{
  if (mode == self->code)
    return;
  if (mode == SOTAY_CODE_FULL)
    self->code_behind = self->code;
  self->code = mode;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
}

SotayCodeMode
sotay_show_get_code (SotayShow *self)
{
  return self->code;
}

void
sotay_show_set_paused (SotayShow *self, gboolean paused)
{
  if (paused == self->paused)
    return;
  self->paused = paused;
  if (!paused)
    note_slide (self);
  else if (self->begun)
    sotay_timeline_pause (self->timeline, sotay_show_get_now (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSED]);
}

gboolean
sotay_show_get_paused (SotayShow *self)
{
  return self->paused;
}

/* The utility whose stop is under way, or was last; 0 before the first. */
static guint
find_utility (SotayShow *self)
{
  for (guint i = self->place.index + 1; i-- > 0;)
    {
      guint utility = sotay_slide_get_utility (sotay_deck_get_slide (self->deck, i));

      if (utility > 0)
        return utility;
    }
  return 0;
}

gint64
sotay_show_get_planned (SotayShow *self)
{
  GArray *stops = sotay_lesson_plan_get_stops (sotay_deck_get_plan (self->deck));
  guint utility = find_utility (self);
  guint minutes = 0;

  for (guint i = 0; utility > 0 && i < stops->len; i++)
    {
      const SotayLessonStop *stop = &g_array_index (stops, SotayLessonStop, i);

      minutes += stop->minutes;
      if (stop->utility == utility)
        break;
    }
  return (gint64) minutes * MINUTE;
}
