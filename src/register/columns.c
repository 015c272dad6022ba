/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/columns.h"

#include "core/text.h"
#include "register/headings.h"

#include <string.h>

#define MOST_LETTERHEAD_ROWS 60
#define SAMPLE_ROWS 50
#define DIGITS "0123456789"

/* A heading that is tried: one row, or two of which the lower one says more. */
typedef struct
{
  SotayRosterTable *table;
  guint n_columns;
  const char **top;
  const char **below;
  gboolean two_rows;
} Trial;

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* The heading above a column of the lower row: its own, or the one to the left that stretches over it. */
static const char *
carry (const Trial *trial, guint column)
{
  for (guint i = column + 1; i-- > 0;)
    {
      if (*trial->top[i] != '\0')
        return trial->top[i];
      if (*trial->below[i] == '\0')
        return "";
    }
  return "";
}

/* Whether the second row belongs to the heading: it only divides what stands above it. */
static gboolean
divides (const Trial *trial)
{
  guint known = 0;

  for (guint i = 0; i < trial->n_columns; i++)
    {
      gboolean found = sotay_heading_find (trial->below[i], FALSE) != SOTAY_COLUMN_NONE;

      if (*trial->below[i] == '\0')
        continue;
      if (!has_letter (trial->below[i]))
        return FALSE;
      if (!found && *trial->top[i] != '\0' && !g_str_equal (trial->top[i], trial->below[i]))
        return FALSE;
      known += found;
    }
  return known > 0;
}

static int
mean_sex (const Trial *trial, guint column)
{
  int above = trial->two_rows ? sotay_heading_find (carry (trial, column), TRUE) : SOTAY_COLUMN_NONE;

  return above == SOTAY_STAFF_BIRTH ? above : SOTAY_COLUMN_NONE;
}

static int
mean_column (const Trial *trial, guint column, gboolean loosely)
{
  int meaning = SOTAY_COLUMN_NONE;

  if (trial->two_rows)
    meaning = sotay_heading_find (trial->below[column], loosely);
  if (meaning == SOTAY_COLUMN_NONE)
    meaning = sotay_heading_find (trial->top[column], loosely);
  return meaning == SOTAY_HEADING_SEX ? mean_sex (trial, column) : meaning;
}

/* Several columns may hold one thing only where that is said: the birth of men and of women. */
static gboolean
is_taken (const int *meanings, const Trial *trial, guint column, int meaning)
{
  for (guint i = 0; i < column; i++)
    if (meanings[i] == meaning)
      return meaning != SOTAY_STAFF_BIRTH || mean_sex (trial, column) == SOTAY_COLUMN_NONE;
  return FALSE;
}

static guint
mean (const Trial *trial, int *meanings, gboolean loosely)
{
  guint known = 0;

  for (guint i = 0; i < trial->n_columns; i++)
    {
      int meaning = mean_column (trial, i, loosely);

      if (meaning != SOTAY_COLUMN_NONE && is_taken (meanings, trial, i, meaning))
        meaning = SOTAY_COLUMN_NONE;
      meanings[i] = meaning;
      known += meanings[i] != SOTAY_COLUMN_NONE;
    }
  return known;
}

static int
find_place (const int *meanings, guint n_columns, int meaning)
{
  for (guint i = 0; i < n_columns; i++)
    if (meanings[i] == meaning)
      return (int) i;
  return -1;
}

static gboolean
names_someone (const int *meanings, guint n_columns)
{
  return find_place (meanings, n_columns, SOTAY_STAFF_NAME) >= 0
         || find_place (meanings, n_columns, SOTAY_COLUMN_GIVEN_NAME) >= 0;
}

static void
keep_trial (const Trial *trial, SotayTableColumns *columns, const int *meanings, guint row)
{
  columns->first_row = row;
  columns->n_header_rows = trial->two_rows ? 2 : 1;
  memcpy (columns->meanings, meanings, trial->n_columns * sizeof *meanings);
}

/* Keeps the rows that say most; @best is how much that is so far. */
static void
try_rows (Trial *trial, SotayTableColumns *columns, gboolean loosely, guint *best)
{
  g_autofree int *meanings = g_new0 (int, trial->n_columns + 1);
  guint n_rows = sotay_roster_table_get_n_rows (trial->table);

  for (guint row = 0; row + trial->two_rows < n_rows && row < MOST_LETTERHEAD_ROWS; row++)
    {
      guint known;

      sotay_roster_table_get (trial->table, row, trial->top);
      if (trial->two_rows)
        sotay_roster_table_get (trial->table, row + 1, trial->below);
      if (trial->two_rows && !divides (trial))
        continue;
      known = mean (trial, meanings, loosely);
      if (known <= *best || !names_someone (meanings, trial->n_columns))
        continue;
      *best = known;
      keep_trial (trial, columns, meanings, row);
    }
}

/* One row, or two when they say more than each alone: above a heading of one row there may be a title. */
static void
find_heading (Trial *trial, SotayTableColumns *columns, gboolean loosely)
{
  guint best = loosely ? 1 : 0; /* a loose likeness in one cell may be a title */

  trial->two_rows = FALSE;
  try_rows (trial, columns, loosely, &best);
  trial->two_rows = TRUE;
  try_rows (trial, columns, loosely, &best);
}

static char *
make_heading (const Trial *trial, guint column)
{
  const char *above = carry (trial, column);
  const char *below = trial->below[column];

  if (*below == '\0' || g_str_equal (above, below))
    return g_strdup (*below == '\0' ? trial->top[column] : below);
  return *above != '\0' ? g_strconcat (above, " / ", below, NULL) : g_strdup (below);
}

/* Fills in what the heading says, and the columns that are known only loosely. */
static void
finish_heading (Trial *trial, SotayTableColumns *columns)
{
  sotay_roster_table_get (trial->table, columns->first_row, trial->top);
  trial->two_rows = columns->n_header_rows == 2;
  for (guint i = 0; i < trial->n_columns; i++)
    trial->below[i] = "";
  if (trial->two_rows)
    sotay_roster_table_get (trial->table, columns->first_row + 1, trial->below);
  for (guint i = 0; i < trial->n_columns; i++)
    {
      int meaning = columns->meanings[i] != SOTAY_COLUMN_NONE ? columns->meanings[i] : mean_column (trial, i, TRUE);

      columns->headings[i] = make_heading (trial, i);
      if (find_place (columns->meanings, trial->n_columns, meaning) < 0)
        columns->meanings[i] = meaning;
    }
}

static guint
first_data_row (const SotayTableColumns *columns)
{
  return columns->n_header_rows > 0 ? columns->first_row + columns->n_header_rows : 0;
}

/* Whether words stand in @column beside most of the filled cells of the column before it, other words than there. */
static gboolean
continues_names (SotayRosterTable *table, const SotayTableColumns *columns, guint column)
{
  g_autofree const char **cells = sotay_roster_table_new_cells (table);
  guint first = first_data_row (columns);
  guint filled = 0;
  guint both = 0;

  for (guint i = first; i < MIN (first + SAMPLE_ROWS, sotay_roster_table_get_n_rows (table)); i++)
    {
      sotay_roster_table_get (table, i, cells);
      if (!has_letter (cells[column - 1]))
        continue;
      filled++;
      both += has_letter (cells[column]) && strpbrk (cells[column], DIGITS) == NULL
              && !g_str_has_suffix (cells[column - 1], cells[column]);
    }
  return both > 0 && both * 2 >= filled;
}

/* "Họ và tên" above two columns, joined in the sheet, or beside "Tên": family name, given name. */
static void
divide_names (SotayRosterTable *table, SotayTableColumns *columns)
{
  int *meanings = columns->meanings;
  int name = find_place (meanings, columns->n_columns, SOTAY_STAFF_NAME);
  int family = find_place (meanings, columns->n_columns, SOTAY_COLUMN_FAMILY_NAME);
  int given = find_place (meanings, columns->n_columns, SOTAY_COLUMN_GIVEN_NAME);
  gboolean same;

  if (family >= 0 && given < 0 && name < 0)
    meanings[family] = SOTAY_STAFF_NAME;
  if (family < 0 && given >= 0 && name < 0)
    meanings[given] = SOTAY_STAFF_NAME; /* "Tên" alone is the whole name; beside "Họ đệm" it is the given name. */
  if (family >= 0 && given < 0 && name < 0 && (guint) family + 1 < columns->n_columns)
    name = family;
  if (name < 0 || (guint) name + 1 >= columns->n_columns || (family >= 0 && family != name))
    return;
  same = *columns->headings[name + 1] == '\0' || g_str_equal (columns->headings[name], columns->headings[name + 1])
         || given == name + 1;
  if (!same || !continues_names (table, columns, (guint) name + 1))
    return;
  meanings[name] = SOTAY_COLUMN_FAMILY_NAME;
  meanings[name + 1] = SOTAY_COLUMN_GIVEN_NAME;
}

SotayTableColumns *
sotay_table_columns_find (SotayRosterTable *table)
{
  SotayTableColumns *columns = g_new0 (SotayTableColumns, 1);
  guint n_columns = sotay_roster_table_get_n_columns (table);
  g_autofree const char **top = sotay_roster_table_new_cells (table);
  g_autofree const char **below = sotay_roster_table_new_cells (table);
  Trial trial = { table, n_columns, top, below, FALSE };

  columns->n_columns = n_columns;
  columns->meanings = g_new (int, n_columns + 1);
  columns->headings = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    columns->meanings[i] = SOTAY_COLUMN_NONE;
  find_heading (&trial, columns, FALSE);
  if (columns->n_header_rows == 0)
    find_heading (&trial, columns, TRUE);
  if (columns->n_header_rows > 0)
    finish_heading (&trial, columns);
  for (guint i = 0; i < n_columns; i++)
    if (columns->headings[i] == NULL)
      columns->headings[i] = g_strdup ("");
  divide_names (table, columns);
  return columns;
}

void
sotay_table_columns_free (SotayTableColumns *columns)
{
  g_free (columns->meanings);
  g_strfreev (columns->headings);
  g_free (columns);
}

gboolean
sotay_table_columns_have_names (const SotayTableColumns *columns)
{
  return names_someone (columns->meanings, columns->n_columns);
}

gboolean
sotay_table_columns_has (const SotayTableColumns *columns, int column)
{
  return find_place (columns->meanings, columns->n_columns, column) >= 0;
}

const char *
sotay_table_columns_get (const SotayTableColumns *columns, const char *const *cells, int column)
{
  for (guint i = 0; i < columns->n_columns; i++)
    if (columns->meanings[i] == column && *cells[i] != '\0' && strcmp (cells[i], "-") != 0)
      return cells[i];
  return "";
}

char *
sotay_table_columns_dup_name (const SotayTableColumns *columns, const char *const *cells)
{
  const char *name = sotay_table_columns_get (columns, cells, SOTAY_STAFF_NAME);
  const char *family;
  const char *given;

  if (*name != '\0')
    return g_strdup (name);
  family = sotay_table_columns_get (columns, cells, SOTAY_COLUMN_FAMILY_NAME);
  given = sotay_table_columns_get (columns, cells, SOTAY_COLUMN_GIVEN_NAME);
  return g_strconcat (family, *family != '\0' && *given != '\0' ? " " : "", given, NULL);
}

char *
sotay_table_columns_key (const SotayTableColumns *columns)
{
  g_autofree char *joined = NULL;
  g_autofree char *folded = NULL;

  if (columns->n_header_rows == 0)
    return NULL;
  joined = g_strjoinv ("|", columns->headings);
  folded = sotay_text_fold (joined);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, folded, -1);
}

/* "A" is 0, "AA" is 26; -1 for anything but one or two letters. */
static int
letter_place (const char *name)
{
  gsize length = strlen (name);
  int place = 0;

  if (length < 1 || length > 2)
    return -1;
  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isalpha (*p))
        return -1;
      place = place * 26 + (g_ascii_toupper (*p) - 'A' + 1);
    }
  return place - 1;
}

int
sotay_table_columns_find_named (const SotayTableColumns *columns, const char *name)
{
  g_autofree char *folded = sotay_text_fold (name);
  gsize digits = strspn (folded, DIGITS);
  int place = letter_place (folded);

  for (guint i = 0; i < columns->n_columns; i++)
    {
      g_autofree char *heading = sotay_text_fold (columns->headings[i]);

      if (*folded != '\0' && g_str_equal (heading, folded))
        return (int) i;
    }
  if (digits > 0 && digits < 4 && folded[digits] == '\0')
    place = (int) g_ascii_strtoull (folded, NULL, 10) - 1;
  return place >= 0 && (guint) place < columns->n_columns ? place : -1;
}
