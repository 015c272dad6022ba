/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster-reader.h"

#include "core/dates.h"
#include "core/text.h"
#include "register/cell-date.h"
#include "register/roster-sections.h"
#include "register/cell-values.h"
#include "register/unit.h"

#include <string.h>

#define DIGITS "0123456789"
#define LONGEST_TEXT 1000
#define ROWS_BETWEEN_LOOKS 1000 /* whether it was cancelled */

typedef struct
{
  SotayRosterTable *table;
  const SotayTableColumns *columns;
  gboolean headings_are_units;
  SotayRosterLineFunc func;
  gpointer data;
  const char **cells; /* the row that is read */
  char *name;         /* in that row */
  guint number;
  const char **header; /* cells of the heading */
  SotayRosterSections *sections;
  SotayDateOrder orders[SOTAY_STAFF_N_FIELDS];
  GPtrArray *path;
  GDate today;
  gboolean numbered;    /* a row with a number in the column STT was seen */
  gboolean informative; /* there is more than names */
  gboolean at_top;      /* nothing but headings since the last heading of columns */
  gboolean closing;     /* the signatures have begun */
  gboolean has_headings; /* that somebody stands below */
} Reader;

static const SotayStaffField dates[] = {
  SOTAY_STAFF_BIRTH, SOTAY_STAFF_JOINED_ON, SOTAY_STAFF_LEFT_ON, SOTAY_STAFF_TRAINED_ON, SOTAY_STAFF_PASSED_ON,
};

static const SotayStaffField texts[] = {
  SOTAY_STAFF_POSITION,
  SOTAY_STAFF_NOTE,
  SOTAY_STAFF_REASON,
};

static const char *
get (Reader *reader, int column)
{
  return sotay_table_columns_get (reader->columns, reader->cells, column);
}

/* Below the header many forms number the columns: "1 2 3", "(1) (2) (3)", "A B 1 2". */
static gboolean
is_column_number (const char *cell)
{
  gsize start = strspn (cell, "([");
  gsize digits = strspn (cell + start, DIGITS);
  const char *rest = cell + start + digits;

  return *cell == '\0' || (digits > 0 && digits <= 2 && strspn (rest, ")]") == strlen (rest))
         || (strlen (cell) == 1 && g_ascii_isupper (*cell));
}

static gboolean
numbers_columns (Reader *reader)
{
  for (guint i = 0; reader->cells[i] != NULL; i++)
    if (!is_column_number (reader->cells[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_total_row (Reader *reader)
{
  if (sotay_roster_is_total (reader->name))
    return TRUE;
  for (guint i = 0; reader->cells[i] != NULL; i++)
    if (*reader->cells[i] != '\0')
      return sotay_roster_is_total (reader->cells[i]);
  return FALSE;
}

/* Whether all that stands in the row stands in the heading too, above each page. */
static gboolean
repeats_header (Reader *reader)
{
  guint rows = reader->columns->n_header_rows;

  for (guint row = 0; row < rows; row++)
    {
      guint same = 0;
      guint filled = 0;

      sotay_roster_table_get (reader->table, reader->columns->first_row + row, reader->header);
      for (guint i = 0; reader->cells[i] != NULL; i++)
        {
          filled += *reader->cells[i] != '\0';
          same += *reader->cells[i] != '\0' && g_str_equal (reader->cells[i], reader->header[i]);
        }
      if (filled > 0 && same == filled)
        return TRUE;
    }
  return FALSE;
}

/* Whether the row says anything about a person besides the name. */
static gboolean
says_more (Reader *reader)
{
  const SotayTableColumns *columns = reader->columns;

  for (guint i = 0; i < columns->n_columns; i++)
    if (columns->meanings[i] >= SOTAY_STAFF_BIRTH && columns->meanings[i] != SOTAY_COLUMN_ORDER
        && columns->meanings[i] != SOTAY_COLUMN_FAMILY_NAME && columns->meanings[i] != SOTAY_COLUMN_GIVEN_NAME
        && *reader->cells[i] != '\0' && strcmp (reader->cells[i], "-") != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_name_column (const SotayTableColumns *columns, guint column)
{
  int meaning = columns->meanings[column];

  return meaning == SOTAY_STAFF_NAME || meaning == SOTAY_COLUMN_FAMILY_NAME || meaning == SOTAY_COLUMN_GIVEN_NAME;
}

/* The one filled cell of a row besides its number, if there is just one; a text that is repeated fills merged cells. */
static const char *
find_only (Reader *reader, guint *column)
{
  const char *only = NULL;

  for (guint i = 0; i < reader->columns->n_columns; i++)
    {
      const char *cell = reader->cells[i];

      if (*cell == '\0' || (reader->columns->meanings[i] == SOTAY_COLUMN_ORDER && !sotay_roster_has_letter (cell)))
        continue;
      if (only != NULL && !g_str_equal (cell, only))
        return NULL;
      if (only == NULL)
        *column = i;
      only = cell;
    }
  return only;
}

static gboolean
begins_section (Reader *reader, guint row)
{
  const char *order = get (reader, SOTAY_COLUMN_ORDER);
  guint column = 0;
  const char *only = find_only (reader, &column);
  SotayRosterHeadline line = {
    .order = order,
    .name = reader->name,
    .only = only,
    .in_names = only != NULL && is_name_column (reader->columns, column),
    .merged = sotay_roster_table_is_merged (reader->table, row),
    .numbered = reader->numbered || sotay_table_columns_has (reader->columns, SOTAY_COLUMN_ORDER),
    .informative = reader->informative,
  };

  /* A heading that reaches over all columns stands in the first one. */
  if (only != NULL && only == order)
    line.order = "";
  else if (only == NULL && says_more (reader))
    return FALSE;
  if (only != NULL && !line.in_names && only != order && says_more (reader) && !line.merged)
    return FALSE;
  return sotay_roster_sections_take (reader->sections, &line);
}

static gboolean
has_figures (Reader *reader)
{
  return sotay_roster_is_number (get (reader, SOTAY_COLUMN_ORDER))
         || strpbrk (get (reader, SOTAY_STAFF_BIRTH), DIGITS) != NULL || *get (reader, SOTAY_STAFF_CODE) != '\0'
         || strpbrk (get (reader, SOTAY_STAFF_PHONE), DIGITS) != NULL;
}

static gboolean
is_signature_row (Reader *reader)
{
  if (has_figures (reader))
    return FALSE;
  for (guint i = 0; reader->cells[i] != NULL; i++)
    if (*reader->cells[i] != '\0' && !is_name_column (reader->columns, i) && reader->columns->meanings[i] >= 0
        && reader->columns->meanings[i] != SOTAY_COLUMN_ORDER && *reader->name != '\0'
        && !sotay_roster_is_signature (reader->name))
      return FALSE; /* somebody's position may be Chủ tịch */
  for (guint i = 0; reader->cells[i] != NULL; i++)
    if (sotay_roster_is_signature (reader->cells[i]))
      return TRUE;
  return FALSE;
}

/* Whether the row below the header is about nobody and needs no mention. */
static gboolean
is_silent (Reader *reader, guint row)
{
  if ((reader->at_top && numbers_columns (reader)) || is_total_row (reader))
    return TRUE;
  if (repeats_header (reader))
    {
      reader->at_top = TRUE;
      return TRUE;
    }
  if (is_signature_row (reader))
    {
      reader->closing = TRUE;
      return TRUE;
    }
  if (begins_section (reader, row))
    return TRUE;
  if (reader->closing && !has_figures (reader))
    return TRUE;
  /* A number, a birth or a code without a name is someone whose name is missing; words alone are nobody. */
  return *reader->name == '\0' && !has_figures (reader);
}

static SotayRosterReason
check_name (Reader *reader)
{
  const char *name = reader->name;
  const char *order = get (reader, SOTAY_COLUMN_ORDER);

  if (*name == '\0')
    return SOTAY_ROSTER_REASON_NO_NAME;
  if (g_utf8_strlen (name, -1) > SOTAY_LONGEST_NAME || !sotay_roster_has_letter (name) || strchr (name, '"') != NULL)
    return SOTAY_ROSTER_REASON_BAD_NAME;
  if (!says_more (reader) && (*order != '\0' ? !sotay_roster_is_number (order) : reader->numbered))
    return SOTAY_ROSTER_REASON_NO_PERSON;
  return SOTAY_ROSTER_REASON_NONE;
}

static SotayDateUse
use_of (SotayStaffField field)
{
  if (field == SOTAY_STAFF_BIRTH)
    return SOTAY_DATE_BIRTH;
  return field == SOTAY_STAFF_TRAINED_ON || field == SOTAY_STAFF_PASSED_ON ? SOTAY_DATE_TRAINING : SOTAY_DATE_SERVICE;
}

static SotayRosterReason
reason_of (SotayStaffField field)
{
  switch (use_of (field))
    {
    case SOTAY_DATE_BIRTH:
      return SOTAY_ROSTER_REASON_BAD_BIRTH;
    case SOTAY_DATE_TRAINING:
      return SOTAY_ROSTER_REASON_BAD_DATE;
    default:
      return SOTAY_ROSTER_REASON_BAD_SERVICE;
    }
}

/* A column "Đã tập huấn" is often ticked instead of dated, or names the month. */
static SotayRosterReason
read_day (Reader *reader, SotayStaffField field, char **values, SotayRosterLine *line)
{
  const char *text = get (reader, field);
  gboolean ticked = use_of (field) == SOTAY_DATE_TRAINING && sotay_roster_is_tick (text);

  if (sotay_roster_is_denial (text))
    return SOTAY_ROSTER_REASON_NONE;
  if (!ticked)
    values[field] = sotay_roster_read_date (text, use_of (field), &reader->orders[field], &reader->today, &line->notes);
  if (!ticked && values[field] == NULL)
    return reason_of (field);
  if (field == SOTAY_STAFF_TRAINED_ON && (ticked || *values[field] == '\0'))
    line->undated = TRUE;
  return SOTAY_ROSTER_REASON_NONE;
}

static gboolean
read_texts (Reader *reader, char **values, SotayRosterLine *line)
{
  /* Of days and levels that cannot be read it is said which they are. */
  for (guint i = 0; i < reader->columns->n_columns; i++)
    if (reader->columns->meanings[i] != SOTAY_COLUMN_NONE && g_utf8_strlen (reader->cells[i], -1) > LONGEST_TEXT
        && use_of ((SotayStaffField) reader->columns->meanings[i]) == SOTAY_DATE_SERVICE
        && reader->columns->meanings[i] != SOTAY_STAFF_LEVEL)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    values[texts[i]] = g_strdup (get (reader, texts[i]));
  values[SOTAY_STAFF_CODE] = sotay_roster_read_code (get (reader, SOTAY_STAFF_CODE), &line->notes);
  values[SOTAY_STAFF_PHONE] = sotay_roster_read_phone (get (reader, SOTAY_STAFF_PHONE), &line->notes);
  return g_utf8_strlen (get (reader, SOTAY_COLUMN_UNIT_NAME), -1) <= SOTAY_LONGEST_NAME;
}

/* The level itself, or a mark in the column of the level. */
static gboolean
read_level (Reader *reader, const char **level)
{
  const char *text = get (reader, SOTAY_STAFF_LEVEL);

  *level = NULL;
  if (*text != '\0')
    return sotay_roster_read_level (text, level);
  if (!sotay_roster_is_denial (get (reader, SOTAY_COLUMN_LEVEL_2)))
    *level = "2";
  else if (!sotay_roster_is_denial (get (reader, SOTAY_COLUMN_LEVEL_1)))
    *level = "1";
  return TRUE;
}

static SotayRosterReason
read_values (Reader *reader, char **values, SotayRosterLine *line)
{
  const char *level;
  const char *employment;

  if (!read_texts (reader, values, line))
    return SOTAY_ROSTER_REASON_TOO_LONG;
  if (!read_level (reader, &level))
    return SOTAY_ROSTER_REASON_BAD_LEVEL;
  values[SOTAY_STAFF_LEVEL] = g_strdup (level);
  employment = sotay_roster_read_employment (get (reader, SOTAY_STAFF_EMPLOYMENT), &line->notes);
  if (employment == NULL)
    employment = sotay_roster_sections_get_employment (reader->sections);
  if (employment == NULL && (line->notes & SOTAY_ROSTER_NOTE_BIT (SOTAY_ROSTER_NOTE_EMPLOYMENT)) != 0)
    line->employment = get (reader, SOTAY_STAFF_EMPLOYMENT);
  values[SOTAY_STAFF_EMPLOYMENT] = g_strdup (employment);
  values[SOTAY_STAFF_ACTIVATED] = g_strdup (sotay_roster_read_answer (get (reader, SOTAY_STAFF_ACTIVATED),
                                                                      &line->notes));
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      SotayRosterReason reason = read_day (reader, dates[i], values, line);

      if (reason != SOTAY_ROSTER_REASON_NONE)
        return reason;
    }
  return SOTAY_ROSTER_REASON_NONE;
}

static void
find_path (Reader *reader)
{
  const char *unit_name = get (reader, SOTAY_COLUMN_UNIT_NAME);

  g_ptr_array_set_size (reader->path, 0);
  sotay_roster_sections_add_path (reader->sections, *unit_name != '\0', reader->path);
  reader->has_headings |= reader->path->len > 0;
  if (!reader->headings_are_units)
    g_ptr_array_set_size (reader->path, 0);
  if (*unit_name != '\0')
    g_ptr_array_add (reader->path, (char *) unit_name);
  g_ptr_array_add (reader->path, NULL);
}

static void
read_row (Reader *reader, guint row)
{
  char *values[SOTAY_STAFF_N_FIELDS] = { NULL };
  SotayRosterLine line = { .row = row, .number = reader->number, .fields = (const char *const *) values };

  line.reason = check_name (reader);
  if (*reader->name != '\0')
    values[SOTAY_STAFF_NAME] = g_strdup (reader->name);
  if (line.reason == SOTAY_ROSTER_REASON_NONE)
    line.reason = read_values (reader, values, &line);
  find_path (reader);
  line.named = *get (reader, SOTAY_COLUMN_UNIT_NAME) != '\0';
  line.path = (const char *const *) reader->path->pdata;
  reader->numbered |= sotay_roster_is_number (get (reader, SOTAY_COLUMN_ORDER));
  reader->at_top = FALSE;
  reader->func (&line, reader->data);
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    g_free (values[i]);
}

/* Day and month stand in one order all along a column. */
static void
learn_orders (Reader *reader, guint first)
{
  for (guint row = first; row < sotay_roster_table_get_n_rows (reader->table); row++)
    {
      sotay_roster_table_get (reader->table, row, reader->cells);
      for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
        if (sotay_table_columns_has (reader->columns, dates[i]))
          sotay_date_order_learn (&reader->orders[dates[i]], get (reader, dates[i]));
    }
}

static gboolean
read_all (Reader *reader, guint first, GCancellable *cancellable, GError **error)
{
  for (guint row = first; row < sotay_roster_table_get_n_rows (reader->table); row++)
    {
      if (row % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      reader->number = sotay_roster_table_get (reader->table, row, reader->cells);
      g_free (reader->name);
      reader->name = sotay_table_columns_dup_name (reader->columns, reader->cells);
      if (!is_silent (reader, row))
        read_row (reader, row);
    }
  return TRUE;
}

static gboolean
is_informative (const SotayTableColumns *columns)
{
  for (guint i = 0; i < columns->n_columns; i++)
    if (columns->meanings[i] >= SOTAY_STAFF_BIRTH && columns->meanings[i] != SOTAY_COLUMN_ORDER
        && !is_name_column (columns, i))
      return TRUE;
  return FALSE;
}

gboolean
sotay_roster_read_rows (SotayRosterTable *table, const SotayTableColumns *columns, gboolean headings_are_units,
                        SotayRosterLineFunc func, gpointer data, gboolean *has_headings, GCancellable *cancellable,
                        GError **error)
{
  guint first = columns->n_header_rows > 0 ? columns->first_row + columns->n_header_rows : 0;
  g_autofree const char **cells = sotay_roster_table_new_cells (table);
  g_autofree const char **header = sotay_roster_table_new_cells (table);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  g_autoptr (SotayRosterSections) sections = sotay_roster_sections_new ();
  Reader reader = {
    .table = table,
    .columns = columns,
    .headings_are_units = headings_are_units,
    .func = func,
    .data = data,
    .cells = cells,
    .header = header,
    .sections = sections,
    .path = path,
    .today = sotay_date_today (),
    .informative = is_informative (columns),
    .at_top = TRUE,
  };
  gboolean done;

  learn_orders (&reader, first);
  done = read_all (&reader, first, cancellable, error);
  *has_headings = reader.has_headings;
  g_free (reader.name);
  return done;
}
