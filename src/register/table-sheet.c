/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/table-sheet.h"

#include "core/text.h"
#include "register/register-error.h"
#include "register/table-limits.h"
#include "register/table-repair.h"

#include <string.h>

#define CHUNK_BYTES 65536
#define MOST_BYTES_OF_TEXT (SOTAY_TABLE_LONGEST_TEXT * 4 + 4)
#define MOST_BYTES_OF_ROW ((SOTAY_TABLE_MOST_CELLS + 1) * MOST_BYTES_OF_TEXT)

/* The texts of a row stand one after the other, each with its zero. */
typedef struct
{
  const char *texts;
  guint32 number;
  guint16 n_cells;
  guint16 merged;
} Row;

struct _SotayTableSheet
{
  char *name;
  gboolean hidden;
  gsize *memory; /* of all sheets */
  gsize spent;   /* by this one */
  GPtrArray *chunks;
  char *free_start;
  gsize free_bytes;
  GArray *rows;
  gboolean doubtful; /* letters were seen that Vietnamese has not; such texts are not tidy yet */
  SotayEncoding encoding;

  char *current; /* the texts of the current row, in the order in which they came */
  gsize length;
  gboolean packed; /* that was the order of the columns, and the empty ones are there too */
  guint n_cells;
  gsize places[SOTAY_TABLE_MOST_CELLS]; /* where in @current a cell begins, plus one; 0: it is empty */
};

typedef enum
{
  TIDY,
  UNTIDY,
  DOUBTFUL,
} Look;

/* The letters between U+00C0 and U+00FF that Vietnamese has; an old font uses the others too. */
static gboolean
is_vietnamese_latin (guchar second)
{
  static const char letters[] = "\x80\x81\x82\x83\x88\x89\x8a\x8c\x8d\x92\x93\x94\x95\x99\x9a\x9d"
                                "\xa0\xa1\xa2\xa3\xa8\xa9\xaa\xac\xad\xb2\xb3\xb4\xb5\xb9\xba\xbd";

  return memchr (letters, second, sizeof letters - 1) != NULL;
}

/* Looks at the character at @p, which is not ASCII; composed letters below U+0300 and those of U+1Exx are tidy. */
static Look
look_at (const guchar *p)
{
  if (p[0] == 0xC2)
    return p[1] == 0xA0 || p[1] < 0xA0 ? UNTIDY : DOUBTFUL;
  if (p[0] == 0xC3)
    return is_vietnamese_latin (p[1]) ? TIDY : DOUBTFUL;
  if (p[0] < 0xCC || (p[0] == 0xE1 && p[1] >= 0xB8 && p[1] <= 0xBB))
    return TIDY;
  return UNTIDY;
}

/* Whether @text is tidy at first sight, as nearly all is. */
static Look
look (const char *text, gsize length)
{
  Look worst = TIDY;
  guchar before = ' ';

  for (const guchar *p = (const guchar *) text; p < (const guchar *) text + length;)
    {
      if (*p < 0x80)
        {
          if (*p < ' ' || *p == 0x7f || (*p == ' ' && before == ' '))
            worst = MAX (worst, UNTIDY);
          before = *p++;
          continue;
        }
      worst = MAX (worst, look_at (p));
      before = *p;
      p += g_utf8_skip[*p];
    }
  return before == ' ' && length > 0 ? MAX (worst, UNTIDY) : worst;
}

/* @text up to where it is longer than may be; whole characters. */
static gsize
cut (const char *text, gsize length)
{
  gsize end = MOST_BYTES_OF_TEXT;

  if (length <= end)
    return length;
  while (((guchar) text[end] & 0xC0) == 0x80)
    end--;
  return end;
}

static char *
store (SotayTableSheet *sheet, gsize bytes)
{
  char *place;

  if (bytes > sheet->free_bytes)
    {
      sheet->free_bytes = MAX (bytes, CHUNK_BYTES);
      sheet->free_start = g_malloc (sheet->free_bytes);
      g_ptr_array_add (sheet->chunks, sheet->free_start);
    }
  place = sheet->free_start;
  sheet->free_start += bytes;
  sheet->free_bytes -= bytes;
  return place;
}

/* The current row in the order of its columns. */
static const char *
pack (SotayTableSheet *sheet, gsize bytes)
{
  char *packed = store (sheet, bytes);
  char *p = packed;

  if (sheet->packed)
    return memcpy (packed, sheet->current, bytes);
  for (guint i = 0; i < sheet->n_cells; i++)
    if (sheet->places[i] == 0)
      *p++ = '\0';
    else
      p = stpcpy (p, sheet->current + sheet->places[i] - 1) + 1;
  return packed;
}

static gsize
measure (const SotayTableSheet *sheet)
{
  gsize bytes = sheet->n_cells;

  if (sheet->packed)
    return sheet->length;
  for (guint i = 0; i < sheet->n_cells; i++)
    if (sheet->places[i] != 0)
      bytes += strlen (sheet->current + sheet->places[i] - 1);
  return bytes;
}

static void
put_text (SotayTableSheet *sheet, guint column, const char *text, gsize length)
{
  if (length == 0 || sheet->length + length + SOTAY_TABLE_MOST_CELLS >= MOST_BYTES_OF_ROW)
    return;
  if (column < sheet->n_cells)
    sheet->packed = FALSE;
  for (; sheet->n_cells < column; sheet->n_cells++)
    sheet->current[sheet->length++] = '\0';
  sheet->places[column] = sheet->length + 1;
  sheet->n_cells = MAX (sheet->n_cells, column + 1);
  memcpy (sheet->current + sheet->length, text, length);
  sheet->length += length;
  sheet->current[sheet->length++] = '\0';
}

static void
put_tidy (SotayTableSheet *sheet, const SotayTableRepair *repair, guint column, const char *text)
{
  g_autofree char *repaired = repair != NULL ? sotay_table_repair_dup (repair, column, text) : NULL;
  g_autofree char *tidy = NULL;

  if (repaired != NULL || look (text, strlen (text)) != TIDY)
    tidy = sotay_text_tidy (repaired != NULL ? repaired : text);
  if (tidy != NULL)
    text = tidy;
  put_text (sheet, column, text, strlen (text));
}

/* Rows that repeat one another share their texts. */
static guint
count_repeats (const GArray *rows, guint first)
{
  guint count = 1;

  while (first + count < rows->len
         && g_array_index (rows, Row, first + count).texts == g_array_index (rows, Row, first).texts)
    count++;
  return count;
}

/* Writes all rows again, each text tidy, and repaired where @repair says so. */
static gboolean
rewrite (SotayTableSheet *sheet, const SotayTableRepair *repair, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) rows = g_steal_pointer (&sheet->rows);
  g_autoptr (GPtrArray) chunks = g_steal_pointer (&sheet->chunks);
  guint repeat;

  /* The texts are there twice for a moment, but they were allowed for. */
  *sheet->memory -= sheet->spent;
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  sheet->chunks = g_ptr_array_new_with_free_func (g_free);
  sheet->free_bytes = 0;
  for (guint i = 0; i < rows->len; i += repeat)
    {
      const Row *row = &g_array_index (rows, Row, i);
      const char *text = row->texts;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      repeat = count_repeats (rows, i);
      for (guint column = 0; column < row->n_cells; column++, text += strlen (text) + 1)
        put_tidy (sheet, repair, column, text);
      if (!sotay_table_sheet_end_row (sheet, row->number, repeat, row->merged, error))
        return FALSE;
    }
  return TRUE;
}

static SotayTableRepair *
look_for_old_fonts (SotayTableSheet *sheet)
{
  g_autoptr (SotayTableRepair) repair = sotay_table_repair_new ();
  const char *cells[SOTAY_TABLE_MOST_CELLS + 1];

  for (guint i = 0; i < sheet->rows->len && !sotay_table_repair_is_sated (repair); i++)
    {
      guint n = sotay_table_sheet_get_cells (sheet, i, cells);

      for (guint column = 0; column < n; column++)
        sotay_table_repair_learn (repair, column, cells[column]);
    }
  return sotay_table_repair_decide (repair, &sheet->encoding) ? g_steal_pointer (&repair) : NULL;
}

SotayTableSheet *
sotay_table_sheet_new (const char *name, gboolean hidden, gsize *memory)
{
  SotayTableSheet *sheet = g_new0 (SotayTableSheet, 1);

  sheet->name = sotay_text_tidy (name);
  sheet->hidden = hidden;
  sheet->memory = memory;
  sheet->chunks = g_ptr_array_new_with_free_func (g_free);
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  sheet->current = g_malloc (MOST_BYTES_OF_ROW);
  sheet->packed = TRUE;
  return sheet;
}

void
sotay_table_sheet_free (SotayTableSheet *sheet)
{
  g_free (sheet->name);
  g_ptr_array_unref (sheet->chunks);
  g_array_unref (sheet->rows);
  g_free (sheet->current);
  g_free (sheet);
}

void
sotay_table_sheet_clear_row (SotayTableSheet *sheet)
{
  memset (sheet->places, 0, sheet->n_cells * sizeof *sheet->places);
  sheet->n_cells = 0;
  sheet->length = 0;
  sheet->packed = TRUE;
}

void
sotay_table_sheet_put (SotayTableSheet *sheet, guint column, const char *text, gsize length)
{
  Look found;

  if (column >= SOTAY_TABLE_MOST_CELLS || length == 0)
    return;
  length = cut (text, length);
  found = look (text, length);
  sheet->doubtful |= found == DOUBTFUL;
  if (found == UNTIDY)
    {
      g_autofree char *raw = g_strndup (text, length);
      g_autofree char *tidy = sotay_text_tidy (raw);

      put_text (sheet, column, tidy, strlen (tidy));
    }
  else
    put_text (sheet, column, text, length);
}

gboolean
sotay_table_sheet_end_row (SotayTableSheet *sheet, guint number, guint repeat, gboolean merged, GError **error)
{
  Row row = { .number = number, .n_cells = (guint16) sheet->n_cells, .merged = merged };
  gsize bytes;

  if (sheet->n_cells == 0)
    return TRUE;
  bytes = measure (sheet);
  sheet->spent += bytes + repeat * sizeof (Row);
  if (repeat > SOTAY_TABLE_MOST_ROWS - sheet->rows->len)
    return sotay_table_too_large ("> 1048576", error);
  if (!sotay_table_spend (sheet->memory, bytes + repeat * sizeof (Row), error))
    return FALSE;
  row.texts = pack (sheet, bytes);
  sotay_table_sheet_clear_row (sheet);
  for (guint i = 0; i < repeat; i++, row.number++)
    g_array_append_val (sheet->rows, row);
  return TRUE;
}

void
sotay_table_sheet_set_merged (SotayTableSheet *sheet, guint number)
{
  guint low = 0;
  guint high = sheet->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      Row *row = &g_array_index (sheet->rows, Row, middle);

      if (row->number == number)
        {
          row->merged = TRUE;
          return;
        }
      if (row->number < number)
        low = middle + 1;
      else
        high = middle;
    }
}

gboolean
sotay_table_sheet_finish (SotayTableSheet *sheet, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayTableRepair) repair = NULL;

  if (sheet->doubtful)
    {
      repair = look_for_old_fonts (sheet);
      if (!rewrite (sheet, repair, cancellable, error))
        return FALSE;
    }
  g_clear_pointer (&sheet->current, g_free);
  return TRUE;
}

gboolean
sotay_table_sheet_is_hidden (const SotayTableSheet *sheet)
{
  return sheet->hidden;
}

SotayEncoding
sotay_table_sheet_get_encoding (const SotayTableSheet *sheet)
{
  return sheet->encoding;
}

const char *
sotay_table_sheet_get_name (const SotayTableSheet *sheet)
{
  return sheet->name;
}

guint
sotay_table_sheet_get_n_rows (const SotayTableSheet *sheet)
{
  return sheet->rows->len;
}

guint
sotay_table_sheet_get_number (const SotayTableSheet *sheet, guint row)
{
  return g_array_index (sheet->rows, Row, row).number;
}

gboolean
sotay_table_sheet_is_merged (const SotayTableSheet *sheet, guint row)
{
  return g_array_index (sheet->rows, Row, row).merged != 0;
}

guint
sotay_table_sheet_get_cells (const SotayTableSheet *sheet, guint row, const char **cells)
{
  const Row *entry = &g_array_index (sheet->rows, Row, row);
  const char *text = entry->texts;

  for (guint i = 0; i < entry->n_cells; i++, text += strlen (text) + 1)
    cells[i] = text;
  cells[entry->n_cells] = NULL;
  return entry->n_cells;
}

gboolean
sotay_table_too_large (const char *detail, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_TOO_LARGE, detail);
  return FALSE;
}

gboolean
sotay_table_spend (gsize *memory, gsize bytes, GError **error)
{
  *memory += bytes;
  return *memory <= SOTAY_TABLE_MOST_MEMORY || sotay_table_too_large ("> 512 MB", error);
}
