/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/frozen-month.h"

#include "core/dates.h"
#include "reports/report-error.h"

#include <string.h>

#define UNIT_PREFIX "unit/"
#define TEXT_PREFIX "text/"
#define TEXT_MARK "="
#define LARGEST_NUMBER G_MAXUINT32
#define LONGEST_NAME 64
#define N_COUNTS 4
#define N_EVENT_WORDS 5

struct _SotayFrozenMonth
{
  gatomicrefcount ref_count;
  GDate day;
  GPtrArray *names;   /* in order */
  GHashTable *values; /* name → gint64 */
  GPtrArray *units;   /* ids, in order */
  GHashTable *counts; /* id → SotayMonthCounts */
  GPtrArray *events[SOTAY_N_FROZEN_EVENTS];
  GPtrArray *text_names; /* in order */
  GHashTable *texts;     /* name → text */
};

static const char *const count_names[N_COUNTS] = { "due", "trained", "passed", "newly" };
static const char *const event_prefixes[SOTAY_N_FROZEN_EVENTS] = {
  [SOTAY_FROZEN_SESSION] = "session/",
  [SOTAY_FROZEN_OUTREACH] = "outreach/",
};

static void
free_event (gpointer data)
{
  SotayFrozenEvent *event = data;

  g_free (event->id);
  g_free (event->day);
  g_free (event->title);
  g_free (event->place);
  g_free (event);
}

SotayFrozenMonth *
sotay_frozen_month_new (const GDate *day)
{
  SotayFrozenMonth *frozen = g_new0 (SotayFrozenMonth, 1);

  g_atomic_ref_count_init (&frozen->ref_count);
  frozen->day = *day;
  frozen->names = g_ptr_array_new ();
  frozen->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  frozen->units = g_ptr_array_new ();
  frozen->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < SOTAY_N_FROZEN_EVENTS; i++)
    frozen->events[i] = g_ptr_array_new_with_free_func (free_event);
  frozen->text_names = g_ptr_array_new ();
  frozen->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return frozen;
}

SotayFrozenMonth *
sotay_frozen_month_ref (SotayFrozenMonth *frozen)
{
  g_atomic_ref_count_inc (&frozen->ref_count);
  return frozen;
}

void
sotay_frozen_month_unref (SotayFrozenMonth *frozen)
{
  if (!g_atomic_ref_count_dec (&frozen->ref_count))
    return;
  g_ptr_array_unref (frozen->names);
  g_hash_table_unref (frozen->values);
  g_ptr_array_unref (frozen->units);
  g_hash_table_unref (frozen->counts);
  for (guint i = 0; i < SOTAY_N_FROZEN_EVENTS; i++)
    g_ptr_array_unref (frozen->events[i]);
  g_ptr_array_unref (frozen->text_names);
  g_hash_table_unref (frozen->texts);
  g_free (frozen);
}

const GDate *
sotay_frozen_month_get_day (SotayFrozenMonth *frozen)
{
  return &frozen->day;
}

void
sotay_frozen_month_set (SotayFrozenMonth *frozen, const char *name, gint64 number)
{
  gint64 *value = g_hash_table_lookup (frozen->values, name);

  if (value == NULL)
    {
      char *key = g_strdup (name);

      value = g_new (gint64, 1);
      g_hash_table_insert (frozen->values, key, value);
      g_ptr_array_add (frozen->names, key);
    }
  *value = number;
}

void
sotay_frozen_month_set_unit (SotayFrozenMonth *frozen, const char *unit_id, const SotayMonthCounts *counts)
{
  SotayMonthCounts *kept = g_hash_table_lookup (frozen->counts, unit_id);

  if (kept == NULL)
    {
      char *key = g_strdup (unit_id);

      kept = g_new (SotayMonthCounts, 1);
      g_hash_table_insert (frozen->counts, key, kept);
      g_ptr_array_add (frozen->units, key);
    }
  *kept = *counts;
}

gboolean
sotay_frozen_month_has (SotayFrozenMonth *frozen, const char *name)
{
  return g_hash_table_contains (frozen->values, name);
}

gint64
sotay_frozen_month_get (SotayFrozenMonth *frozen, const char *name)
{
  const gint64 *value = g_hash_table_lookup (frozen->values, name);

  return value != NULL ? *value : 0;
}

const SotayMonthCounts *
sotay_frozen_month_get_unit (SotayFrozenMonth *frozen, const char *unit_id)
{
  return g_hash_table_lookup (frozen->counts, unit_id);
}

GPtrArray *
sotay_frozen_month_list_units (SotayFrozenMonth *frozen)
{
  return frozen->units;
}

void
sotay_frozen_month_add_event (SotayFrozenMonth *frozen, SotayFrozenEventKind kind, const SotayFrozenEvent *event)
{
  SotayFrozenEvent *kept = g_new0 (SotayFrozenEvent, 1);

  kept->id = g_strdup (event->id);
  kept->people = event->people;
  kept->day = g_strdup (event->day);
  kept->title = g_strdup (event->title);
  kept->place = g_strdup (event->place);
  g_ptr_array_add (frozen->events[kind], kept);
}

GPtrArray *
sotay_frozen_month_list_events (SotayFrozenMonth *frozen, SotayFrozenEventKind kind)
{
  return frozen->events[kind];
}

void
sotay_frozen_month_set_text (SotayFrozenMonth *frozen, const char *name, const char *text)
{
  char *key = g_strdup (name);

  if (!g_hash_table_contains (frozen->texts, name))
    g_ptr_array_add (frozen->text_names, key);
  g_hash_table_insert (frozen->texts, key, g_strdup (text));
}

const char *
sotay_frozen_month_get_text (SotayFrozenMonth *frozen, const char *name)
{
  return g_hash_table_lookup (frozen->texts, name);
}

static void
append_escaped (GString *text, const char *value)
{
  g_string_append (text, " " TEXT_MARK);
  g_string_append_uri_escaped (text, value != NULL ? value : "", NULL, TRUE);
}

static void
append_events (GString *text, SotayFrozenMonth *frozen, SotayFrozenEventKind kind)
{
  for (guint i = 0; i < frozen->events[kind]->len; i++)
    {
      const SotayFrozenEvent *event = frozen->events[kind]->pdata[i];

      g_string_append_printf (text, "\n%s", event_prefixes[kind]);
      g_string_append_uri_escaped (text, event->id, NULL, FALSE);
      g_string_append_printf (text, " %u %s", event->people, event->day);
      append_escaped (text, event->title);
      append_escaped (text, event->place);
    }
}

static void
append_texts (GString *text, SotayFrozenMonth *frozen)
{
  for (guint i = 0; i < frozen->text_names->len; i++)
    {
      const char *name = frozen->text_names->pdata[i];

      g_string_append_printf (text, "\n" TEXT_PREFIX "%s", name);
      append_escaped (text, sotay_frozen_month_get_text (frozen, name));
    }
}

char *
sotay_frozen_month_to_text (SotayFrozenMonth *frozen)
{
  g_autofree char *day = sotay_date_to_iso (&frozen->day);
  GString *text = g_string_new (day);

  for (guint i = 0; i < frozen->names->len; i++)
    g_string_append_printf (text, "\n%s %" G_GINT64_FORMAT, (const char *) frozen->names->pdata[i],
                            sotay_frozen_month_get (frozen, frozen->names->pdata[i]));
  for (guint i = 0; i < frozen->units->len; i++)
    {
      const SotayMonthCounts *counts = sotay_frozen_month_get_unit (frozen, frozen->units->pdata[i]);
      g_autofree char *id = g_uri_escape_string (frozen->units->pdata[i], NULL, FALSE);

      g_string_append_printf (text, "\n" UNIT_PREFIX "%s %u %u %u %u", id, counts->due, counts->trained,
                              counts->passed, counts->newly);
    }
  for (guint i = 0; i < SOTAY_N_FROZEN_EVENTS; i++)
    append_events (text, frozen, i);
  append_texts (text, frozen);
  return g_string_free (text, FALSE);
}

static gboolean
parse_number (const char *word, gint64 *number)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (word, 10, 0, LARGEST_NUMBER, &value, NULL))
    return FALSE;
  *number = (gint64) value;
  return TRUE;
}

static gboolean
is_name (const char *word)
{
  gsize length = strspn (word, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return length > 0 && length <= LONGEST_NAME && word[length] == '\0';
}

/* A part of a whole is never larger than it. */
static gboolean
parse_unit (SotayFrozenMonth *frozen, char **words)
{
  g_autofree char *id = g_uri_unescape_string (words[0] + strlen (UNIT_PREFIX), NULL);
  gint64 numbers[N_COUNTS];
  SotayMonthCounts counts;

  if (id == NULL || *id == '\0' || g_strv_length (words) != N_COUNTS + 1
      || g_hash_table_contains (frozen->counts, id))
    return FALSE;
  for (guint i = 0; i < N_COUNTS; i++)
    if (!parse_number (words[i + 1], &numbers[i]) || (i > 0 && numbers[i] > numbers[i == 3 ? 1 : i - 1]))
      return FALSE;
  counts = (SotayMonthCounts) { (guint) numbers[0], (guint) numbers[1], (guint) numbers[2], (guint) numbers[3] };
  sotay_frozen_month_set_unit (frozen, id, &counts);
  return TRUE;
}

static gboolean
parse_escaped (const char *word, char **value)
{
  if (!g_str_has_prefix (word, TEXT_MARK))
    return FALSE;
  *value = g_uri_unescape_string (word + strlen (TEXT_MARK), NULL);
  return *value != NULL && g_utf8_validate (*value, -1, NULL);
}

static gboolean
parse_event (SotayFrozenMonth *frozen, SotayFrozenEventKind kind, char **words)
{
  g_autofree char *id = g_uri_unescape_string (words[0] + strlen (event_prefixes[kind]), NULL);
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  SotayFrozenEvent event;
  gint64 people;
  GDate day;

  if (id == NULL || *id == '\0' || g_strv_length (words) != N_EVENT_WORDS || !parse_number (words[1], &people)
      || !sotay_date_parse_iso (words[2], &day) || !parse_escaped (words[3], &title)
      || !parse_escaped (words[4], &place))
    return FALSE;
  event = (SotayFrozenEvent) { id, (guint) people, words[2], title, place };
  sotay_frozen_month_add_event (frozen, kind, &event);
  return TRUE;
}

static gboolean
parse_text (SotayFrozenMonth *frozen, char **words)
{
  const char *name = words[0] + strlen (TEXT_PREFIX);
  g_autofree char *text = NULL;

  if (g_strv_length (words) != 2 || !is_name (name) || g_hash_table_contains (frozen->texts, name)
      || !parse_escaped (words[1], &text))
    return FALSE;
  sotay_frozen_month_set_text (frozen, name, text);
  return TRUE;
}

static gboolean
parse_line (SotayFrozenMonth *frozen, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", N_COUNTS + 2);
  gint64 number;

  if (g_str_has_prefix (line, UNIT_PREFIX))
    return parse_unit (frozen, words);
  for (guint i = 0; i < SOTAY_N_FROZEN_EVENTS; i++)
    if (g_str_has_prefix (line, event_prefixes[i]))
      return parse_event (frozen, i, words);
  if (g_str_has_prefix (line, TEXT_PREFIX))
    return parse_text (frozen, words);
  if (g_strv_length (words) != 2 || !is_name (words[0]) || g_hash_table_contains (frozen->values, words[0])
      || !parse_number (words[1], &number))
    return FALSE;
  sotay_frozen_month_set (frozen, words[0], number);
  return TRUE;
}

SotayFrozenMonth *
sotay_frozen_month_parse (const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (SotayFrozenMonth) frozen = NULL;
  guint i = 0;
  GDate day;

  if (lines[0] != NULL && sotay_date_parse_iso (lines[0], &day))
    {
      frozen = sotay_frozen_month_new (&day);
      for (i = 1; lines[i] != NULL && parse_line (frozen, lines[i]); i++)
        ;
      if (lines[i] == NULL)
        return g_steal_pointer (&frozen);
    }
  g_set_error (error, SOTAY_REPORT_ERROR, SOTAY_REPORT_ERROR_FROZEN, "%u", i + 1);
  return NULL;
}

void
sotay_correction_free (SotayCorrection *correction)
{
  g_free (correction->name);
  g_free (correction->unit_id);
  g_free (correction);
}

static void
compare (GPtrArray *corrections, const char *name, const char *unit_id, gint64 was, gint64 is)
{
  SotayCorrection *correction;

  if (was == is)
    return;
  correction = g_new0 (SotayCorrection, 1);
  correction->name = g_strdup (name);
  correction->unit_id = g_strdup (unit_id);
  correction->was = was;
  correction->is = is;
  g_ptr_array_add (corrections, correction);
}

static void
compare_unit (GPtrArray *corrections, const char *unit_id, const SotayMonthCounts *was, const SotayMonthCounts *is)
{
  static const SotayMonthCounts none;
  const SotayMonthCounts *before = was != NULL ? was : &none;
  const SotayMonthCounts *after = is != NULL ? is : &none;

  compare (corrections, count_names[0], unit_id, before->due, after->due);
  compare (corrections, count_names[1], unit_id, before->trained, after->trained);
  compare (corrections, count_names[2], unit_id, before->passed, after->passed);
  compare (corrections, count_names[3], unit_id, before->newly, after->newly);
}

GPtrArray *
sotay_frozen_month_compare (SotayFrozenMonth *was, SotayFrozenMonth *is)
{
  GPtrArray *corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_correction_free);

  for (guint i = 0; i < was->names->len; i++)
    if (sotay_frozen_month_has (is, was->names->pdata[i]))
      compare (corrections, was->names->pdata[i], NULL, sotay_frozen_month_get (was, was->names->pdata[i]),
               sotay_frozen_month_get (is, was->names->pdata[i]));
  for (guint i = 0; i < was->units->len; i++)
    compare_unit (corrections, was->units->pdata[i], sotay_frozen_month_get_unit (was, was->units->pdata[i]),
                  sotay_frozen_month_get_unit (is, was->units->pdata[i]));
  for (guint i = 0; i < is->units->len; i++)
    if (sotay_frozen_month_get_unit (was, is->units->pdata[i]) == NULL)
      compare_unit (corrections, is->units->pdata[i], NULL,
                    sotay_frozen_month_get_unit (is, is->units->pdata[i]));
  return corrections;
}
