/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/timeline.h"

#include "register/utilities.h"

struct _SotayTimeline
{
  GObject parent_instance;

  GPtrArray *entries;
  GStringChunk *ids; /* few slides come again and again */
  gint64 last;
  gint64 elapsed;
  gint64 utilities[SOTAY_N_UTILITIES + 1];
  guint shown;
  gboolean running; /* the last entry is on the wall */
};

G_DEFINE_FINAL_TYPE (SotayTimeline, sotay_timeline, G_TYPE_OBJECT)

static void
sotay_timeline_finalize (GObject *object)
{
  SotayTimeline *self = SOTAY_TIMELINE (object);

  g_ptr_array_unref (self->entries);
  g_string_chunk_free (self->ids);
  G_OBJECT_CLASS (sotay_timeline_parent_class)->finalize (object);
}

static void
sotay_timeline_class_init (SotayTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_timeline_finalize;
}

static void
sotay_timeline_init (SotayTimeline *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_string_chunk_new (512);
}

SotayTimeline *
sotay_timeline_new (void)
{
  return g_object_new (SOTAY_TYPE_TIMELINE, NULL);
}

static SotayTimelineEntry *
get_last (SotayTimeline *self)
{
  return self->entries->len > 0 ? g_ptr_array_index (self->entries, self->entries->len - 1) : NULL;
}

void
sotay_timeline_tick (SotayTimeline *self, gint64 now)
{
  SotayTimelineEntry *entry = get_last (self);

  now = MAX (now, self->last);
  self->last = now;
  if (!self->running)
    return;
  self->elapsed += now - entry->end;
  self->utilities[entry->utility] += now - entry->end;
  entry->end = now;
}

static void
add_entry (SotayTimeline *self, const char *slide_id, guint utility)
{
  SotayTimelineEntry *entry = g_new0 (SotayTimelineEntry, 1);

  entry->slide_id = g_string_chunk_insert_const (self->ids, slide_id);
  entry->utility = utility;
  entry->start = self->last;
  entry->end = self->last;
  g_ptr_array_add (self->entries, entry);
  if (utility > 0)
    self->shown |= 1u << (utility - 1);
}

void
sotay_timeline_show (SotayTimeline *self, const char *slide_id, guint utility, gint64 now)
{
  g_return_if_fail (utility <= SOTAY_N_UTILITIES);

  sotay_timeline_tick (self, now);
  if (!self->running || !g_str_equal (get_last (self)->slide_id, slide_id))
    add_entry (self, slide_id, utility);
  self->running = TRUE;
}

void
sotay_timeline_pause (SotayTimeline *self, gint64 now)
{
  sotay_timeline_tick (self, now);
  self->running = FALSE;
}

GPtrArray *
sotay_timeline_get_entries (SotayTimeline *self)
{
  return self->entries;
}

gint64
sotay_timeline_get_elapsed (SotayTimeline *self)
{
  return self->elapsed;
}

gint64
sotay_timeline_get_utility (SotayTimeline *self, guint utility)
{
  g_return_val_if_fail (utility <= SOTAY_N_UTILITIES, 0);

  return self->utilities[utility];
}

guint
sotay_timeline_get_shown (SotayTimeline *self)
{
  return self->shown;
}
