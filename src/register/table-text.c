/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/table-text.h"

#include "register/csv-file.h"
#include "register/register-error.h"
#include "register/table-limits.h"

#include <string.h>

#define SAMPLE_ROWS 500
#define SAMPLE_BYTES 262144
#define CHECK_ROWS 1024 /* between two looks at the cancellable */

typedef struct
{
  SotayTableSheet *sheet;
  gboolean declared; /* the first line names the delimiter and is no row */
  GCancellable *cancellable;
  GError *error;
} Reader;

/* How many rows of a sample have how many cells. */
typedef struct
{
  guint n_cells;
  guint n_rows;
  guint counts[SOTAY_TABLE_MOST_CELLS + 1];
} Sample;

static gboolean
refuse (SotayRegisterError code, const char *detail, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, code, detail);
  return FALSE;
}

static void
count_cell_cb (guint column, const char *text, gsize length, gpointer data)
{
  Sample *sample = data;

  sample->n_cells = MIN (column + 1, SOTAY_TABLE_MOST_CELLS);
}

static gboolean
count_row_cb (guint line, gpointer data)
{
  Sample *sample = data;

  sample->counts[sample->n_cells]++;
  return ++sample->n_rows < SAMPLE_ROWS;
}

/* The delimiter that divides most rows alike; among equals the one that divides them further. */
static char
find_delimiter (const char *text, gsize length)
{
  static const char delimiters[] = { '\t', ';', ',' };
  guint most_rows = 0, most_cells = 0;
  char found = '\t';

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      Sample sample = { 0 };

      sotay_csv_scan (text, MIN (length, SAMPLE_BYTES), delimiters[i], count_cell_cb, count_row_cb, &sample);
      for (guint cells = 2; cells <= SOTAY_TABLE_MOST_CELLS; cells++)
        {
          guint rows = sample.counts[cells];

          if (rows < most_rows || (rows == most_rows && cells <= most_cells))
            continue;
          if (rows == 0)
            continue;
          found = delimiters[i];
          most_rows = rows;
          most_cells = cells;
        }
    }
  return found;
}

/* "sep=;" as Excel understands it. */
static char
get_declared_delimiter (const char *text, gsize length)
{
  if (length < 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || strchr (",;\t", text[4]) == NULL)
    return '\0';
  return length == 5 || text[5] == '\r' || text[5] == '\n' ? text[4] : '\0';
}

static void
field_cb (guint column, const char *text, gsize length, gpointer data)
{
  Reader *reader = data;

  if (column == 0)
    sotay_table_sheet_clear_row (reader->sheet);
  sotay_table_sheet_put (reader->sheet, column, text, length);
}

static gboolean
row_cb (guint line, gpointer data)
{
  Reader *reader = data;

  if (line == 1 && reader->declared)
    {
      sotay_table_sheet_clear_row (reader->sheet);
      return TRUE;
    }
  if (line % CHECK_ROWS == 0 && g_cancellable_set_error_if_cancelled (reader->cancellable, &reader->error))
    return FALSE;
  return sotay_table_sheet_end_row (reader->sheet, line, 1, FALSE, &reader->error);
}

static gboolean
read_rows (SotayTableSheet *sheet, const char *text, gsize length, GCancellable *cancellable, GError **error)
{
  Reader reader = { .sheet = sheet, .cancellable = cancellable };
  char delimiter = get_declared_delimiter (text, length);

  reader.declared = delimiter != '\0';
  if (!reader.declared)
    delimiter = find_delimiter (text, length);
  sotay_csv_scan (text, length, delimiter, field_cb, row_cb, &reader);
  if (reader.error == NULL)
    return sotay_table_sheet_finish (sheet, cancellable, error);
  g_propagate_error (error, reader.error);
  return FALSE;
}

static gboolean
refuse_encoding (const GString *bytes, const char *name, GError **error)
{
  g_autofree char *place = NULL;
  const char *end;
  guint line = 1;

  if (memchr (bytes->str, '\0', bytes->len) != NULL)
    return refuse (SOTAY_REGISTER_ERROR_FILE_BINARY, name, error);
  g_utf8_validate_len (bytes->str, bytes->len, &end);
  for (const char *p = bytes->str; p < end; p++)
    line += *p == '\n';
  place = g_strdup_printf ("%s:%u", name, line);
  return refuse (SOTAY_REGISTER_ERROR_FILE_ENCODING, place, error);
}

static void
replace (GString **text, GString *by)
{
  g_string_free (*text, TRUE);
  *text = by;
}

/* Makes UTF-8 of @bytes, in place where it is UTF-8 already. */
static gboolean
decode (GString **bytes, const char *name, SotayEncoding *encoding, GError **error)
{
  GString *decoded;

  if (!sotay_encoding_guess ((*bytes)->str, (*bytes)->len, encoding))
    return refuse_encoding (*bytes, name, error);
  if (*encoding == SOTAY_ENCODING_UTF8)
    {
      if (g_str_has_prefix ((*bytes)->str, "\xef\xbb\xbf"))
        g_string_erase (*bytes, 0, 3);
    }
  else
    {
      decoded = sotay_encoding_decode ((*bytes)->str, (*bytes)->len, *encoding);
      if (decoded == NULL)
        return refuse (SOTAY_REGISTER_ERROR_FILE_ENCODING, sotay_encoding_get_name (*encoding), error);
      replace (bytes, decoded);
    }
  if (memchr ((*bytes)->str, '\0', (*bytes)->len) != NULL)
    return refuse (SOTAY_REGISTER_ERROR_FILE_BINARY, name, error);
  return TRUE;
}

SotayTableSheet *
sotay_table_text_read (GString *bytes, const char *name, gsize *memory, SotayEncoding *encoding,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayTableSheet) sheet = sotay_table_sheet_new ("", FALSE, memory);
  gboolean read = decode (&bytes, name, encoding, error)
                  && read_rows (sheet, bytes->str, bytes->len, cancellable, error);

  g_string_free (bytes, TRUE);
  return read ? g_steal_pointer (&sheet) : NULL;
}
