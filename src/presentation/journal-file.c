/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/journal-file.h"

#include "guide/members.h"
#include "register/utilities.h"

#include <string.h>

#define FORMAT 1
#define LONGEST_ID 64
#define LONGEST_SHOW (G_GINT64_CONSTANT (30) * 24 * 60 * 60 * 1000) /* no lesson takes a month */
#define LAST_DAY G_GINT64_CONSTANT (253402300799000000)             /* the end of the year 9999, µs since 1970 */

void
sotay_unfinished_free (SotayUnfinished *unfinished)
{
  g_clear_object (&unfinished->plan);
  g_clear_object (&unfinished->timeline);
  g_clear_object (&unfinished->tally);
  g_free (unfinished->session_id);
  g_free (unfinished->slide_id);
  g_free (unfinished);
}

/* Ids of slides and of sessions are short and of few letters. */
static gboolean
is_id (const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '-' && text[i] != '/')
      return FALSE;
  return length > 0 && length <= LONGEST_ID;
}

/* "U10/step-3" → 10, "title" → 0. */
static guint
find_utility (const char *slide_id)
{
  g_auto (GStrv) parts = g_strsplit (slide_id, "/", 2);
  guint set = 0;

  if (parts[1] == NULL || *slide_id != 'U' || !sotay_utilities_parse (parts[0], &set))
    return 0;
  return (guint) g_bit_nth_lsf (set, -1) + 1;
}

static void
set_session (SotayUnfinished *unfinished, const char *session_id)
{
  g_free (unfinished->session_id);
  unfinished->session_id = session_id != NULL && is_id (session_id) ? g_strdup (session_id) : NULL;
}

static gboolean
read_head (JsonObject *head, SotayUnfinished *unfinished)
{
  unfinished->plan = sotay_lesson_plan_from_json (json_object_get_member (head, "plan"), NULL);
  unfinished->started = sotay_members_get_int (head, "started");
  set_session (unfinished, sotay_members_get_string (head, "session"));
  return sotay_members_get_int (head, "format") == FORMAT && unfinished->plan != NULL && unfinished->started > 0
         && unfinished->started <= LAST_DAY;
}

static void
read_slide (SotayUnfinished *unfinished, const char *slide_id, gint64 at)
{
  guint utility = is_id (slide_id) ? find_utility (slide_id) : 0;

  if (!is_id (slide_id)
      || (utility > 0 && !(sotay_lesson_plan_get_set (unfinished->plan) & (1u << (utility - 1)))))
    return;
  sotay_timeline_show (unfinished->timeline, slide_id, utility, at);
  g_free (unfinished->slide_id);
  unfinished->slide_id = g_strdup (slide_id);
}

/* Returns -1 when the line has no time, or none that a lesson can have. */
static gint64
read_time (JsonObject *line)
{
  JsonNode *node = json_object_get_member (line, "at");
  gint64 at;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return -1;
  at = json_node_get_int (node);
  return at <= LONGEST_SHOW ? at : -1;
}

static gboolean
is_true (JsonObject *line, const char *name)
{
  JsonNode *node = json_object_get_member (line, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

static void
read_line (JsonObject *line, SotayUnfinished *unfinished)
{
  const char *slide_id = sotay_members_get_string (line, "slide");
  gint64 at = read_time (line);

  if (at < 0)
    return;
  unfinished->elapsed = MAX (unfinished->elapsed, at);
  if (slide_id != NULL)
    read_slide (unfinished, slide_id, at);
  else if (is_true (line, "pause"))
    sotay_timeline_pause (unfinished->timeline, at);
  else
    sotay_timeline_tick (unfinished->timeline, at);
  sotay_check_tally_load_json (unfinished->tally, json_object_get_member (line, "tally"));
  if (json_object_has_member (line, "session"))
    set_session (unfinished, sotay_members_get_string (line, "session"));
}

SotayUnfinished *
sotay_journal_file_parse (const char *text, gsize length)
{
  g_autoptr (SotayUnfinished) unfinished = g_new0 (SotayUnfinished, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *end = NULL;

  unfinished->timeline = sotay_timeline_new ();
  unfinished->tally = sotay_check_tally_new ();
  for (; (end = memchr (text, '\n', length)) != NULL; length -= (gsize) (end + 1 - text), text = end + 1)
    {
      gsize bytes = (gsize) (end - text);
      JsonObject *line = NULL;

      if (bytes <= SOTAY_JOURNAL_LONGEST_LINE)
        line = sotay_members_parse (parser, text, bytes);
      if (unfinished->plan != NULL && line != NULL)
        read_line (line, unfinished);
      else if (unfinished->plan == NULL && (line == NULL || !read_head (line, unfinished)))
        return NULL;
    }
  return unfinished->plan != NULL ? g_steal_pointer (&unfinished) : NULL;
}

static void
add_line (GString *lines, JsonBuilder *builder)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  text = json_to_string (node, FALSE);
  g_string_append (lines, text);
  g_string_append_c (lines, '\n');
}

static JsonBuilder *
begin_line (gint64 at)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  sotay_members_add_int (builder, "at", at);
  return builder;
}

void
sotay_journal_file_add_head (GString *lines, SotayLessonPlan *plan, const char *session_id, gint64 started)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  sotay_members_add_int (builder, "format", FORMAT);
  json_builder_set_member_name (builder, "plan");
  json_builder_add_value (builder, sotay_lesson_plan_to_json (plan));
  sotay_members_add_string (builder, "session", session_id);
  sotay_members_add_int (builder, "started", started);
  add_line (lines, builder);
}

void
sotay_journal_file_add_slide (GString *lines, gint64 at, const char *slide_id)
{
  g_autoptr (JsonBuilder) builder = begin_line (at);

  sotay_members_add_string (builder, "slide", slide_id);
  add_line (lines, builder);
}

void
sotay_journal_file_add_pause (GString *lines, gint64 at)
{
  g_autoptr (JsonBuilder) builder = begin_line (at);

  json_builder_set_member_name (builder, "pause");
  json_builder_add_boolean_value (builder, TRUE);
  add_line (lines, builder);
}

void
sotay_journal_file_add_tick (GString *lines, gint64 at)
{
  g_autoptr (JsonBuilder) builder = begin_line (at);

  add_line (lines, builder);
}

void
sotay_journal_file_add_tally (GString *lines, gint64 at, SotayCheckTally *tally)
{
  g_autoptr (JsonBuilder) builder = begin_line (at);

  json_builder_set_member_name (builder, "tally");
  json_builder_add_value (builder, sotay_check_tally_to_json (tally));
  add_line (lines, builder);
}

void
sotay_journal_file_add_session (GString *lines, gint64 at, const char *session_id)
{
  g_autoptr (JsonBuilder) builder = begin_line (at);

  json_builder_set_member_name (builder, "session");
  if (session_id != NULL)
    json_builder_add_string_value (builder, session_id);
  else
    json_builder_add_null_value (builder);
  add_line (lines, builder);
}

/* A break lies between two entries that do not touch, and between two of the same slide. */
void
sotay_journal_file_add_timeline (GString *lines, SotayTimeline *timeline, gboolean paused)
{
  GPtrArray *entries = sotay_timeline_get_entries (timeline);
  const SotayTimelineEntry *last = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const SotayTimelineEntry *entry = g_ptr_array_index (entries, i);

      if (last != NULL && (last->end < entry->start || g_str_equal (last->slide_id, entry->slide_id)))
        sotay_journal_file_add_pause (lines, last->end);
      sotay_journal_file_add_slide (lines, entry->start, entry->slide_id);
      last = entry;
    }
  if (last != NULL && paused)
    sotay_journal_file_add_pause (lines, last->end);
  else if (last != NULL)
    sotay_journal_file_add_tick (lines, last->end);
}
