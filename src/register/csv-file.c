/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/csv-file.h"

#include <csv.h>
#include <string.h>

typedef struct
{
  struct csv_parser csv;
  const char *text;
  gsize length;
  char delimiter;
  char quote;       /* or zero: none is one */
  guint column;
  guint line;       /* being read */
  guint row_line;   /* where the row began */
  gsize row_offset; /* in the text */
  gboolean inside;  /* a row has begun */
  gboolean stopped;
  SotayCsvFieldFunc field;
  SotayCsvRowFunc row;
  gpointer data;
} Parser;

static void
field_cb (void *text, size_t length, void *data)
{
  Parser *parser = data;

  if (!parser->stopped)
    parser->field (parser->column++, text != NULL ? text : "", length, parser->data);
}

static void
row_cb (int terminator, void *data)
{
  Parser *parser = data;

  parser->inside = FALSE;
  parser->column = 0;
  if (!parser->stopped)
    parser->stopped = !parser->row (parser->row_line, parser->data);
}

static gsize
line_length (const char *text, gsize left)
{
  for (gsize i = 0; i < left; i++)
    {
      if (text[i] == '\n')
        return i + 1;
      if (text[i] == '\r')
        return i + 1 < left && text[i + 1] == '\n' ? i + 2 : i + 1;
    }
  return left;
}

/* A line without quotes is cut up here, several times faster than libcsv does it. Returns its length, or 0 when it has
 * a quote. */
static gsize
split_line (Parser *parser, gsize offset)
{
  const char *start = parser->text + offset;
  const char *end = parser->text + parser->length;
  const char *field = start;
  const char *p = start;
  char delimiter = parser->delimiter;
  char quote = parser->quote;

  for (; p < end && *p != '\n' && *p != '\r'; p++)
    {
      if (*p == delimiter)
        {
          parser->field (parser->column++, field, (gsize) (p - field), parser->data);
          field = p + 1;
        }
      else if (*p == quote)
        {
          parser->column = 0;
          return 0;
        }
    }
  parser->field (parser->column, field, (gsize) (p - field), parser->data);
  parser->row_line = parser->line;
  row_cb (0, parser);
  return (gsize) (p - start) + line_length (p, (gsize) MIN (end - p, 2));
}

/* Parses from @offset on, line by line, so that each row knows its line. Returns whether all quotes were closed. */
static gboolean
parse_from (Parser *parser, gsize offset)
{
  gboolean closed;

  csv_init (&parser->csv, CSV_APPEND_NULL);
  csv_set_delim (&parser->csv, (unsigned char) parser->delimiter);
  csv_set_quote (&parser->csv, CSV_QUOTE);
  parser->inside = FALSE;
  while (offset < parser->length && !parser->stopped)
    {
      gsize length = parser->inside ? 0 : split_line (parser, offset);

      if (length == 0)
        {
          length = line_length (parser->text + offset, parser->length - offset);
          if (!parser->inside)
            {
              parser->inside = TRUE;
              parser->row_line = parser->line;
              parser->row_offset = offset;
            }
          csv_parse (&parser->csv, parser->text + offset, length, field_cb, row_cb, parser);
        }
      parser->line++;
      offset += length;
    }
  /* In strict mode the end tells whether a quote is still open, and then delivers nothing. */
  csv_set_opts (&parser->csv, CSV_APPEND_NULL | CSV_STRICT | CSV_STRICT_FINI);
  closed = csv_fini (&parser->csv, field_cb, row_cb, parser) == 0;
  csv_free (&parser->csv);
  return closed || parser->stopped;
}

/* A spreadsheet would take it for a formula. */
static gboolean
would_compute (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

void
sotay_csv_scan (const char *text, gsize length, char delimiter, SotayCsvFieldFunc field, SotayCsvRowFunc row,
                gpointer data)
{
  Parser parser = {
    .text = text,
    .length = length,
    .delimiter = delimiter,
    .quote = CSV_QUOTE,
    .line = 1,
    .field = field,
    .row = row,
    .data = data,
  };

  if (parse_from (&parser, 0))
    return;
  parser.line = parser.row_line;
  parser.column = 0;
  parser.quote = '\0';
  parse_from (&parser, parser.row_offset);
}

void
sotay_csv_append (GString *buffer, const char *text)
{
  gboolean guarded = would_compute (text);

  if (!guarded && strpbrk (text, ",;\"\r\n\t") == NULL)
    {
      g_string_append (buffer, text);
      return;
    }
  g_string_append (buffer, guarded ? "\"\t" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (buffer, '"');
      g_string_append_c (buffer, *p);
    }
  g_string_append_c (buffer, '"');
}
