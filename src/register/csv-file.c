/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/csv-file.h"

#include "core/numbers.h"
#include "core/text.h"
#include "register/register-error.h"

#include <csv.h>
#include <string.h>

#define MOST_BYTES_OF_FIELD (SOTAY_CSV_LONGEST_FIELD * 4 + 4)

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

typedef struct
{
  GPtrArray *fields;
  SotayCsvFunc func;
  gpointer data;
} Collector;

static gboolean
refuse (SotayRegisterError code, const char *detail, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, code, detail);
  return FALSE;
}

static gboolean
starts_with (const GString *bytes, const char *magic, gsize length)
{
  return bytes->len >= length && memcmp (bytes->str, magic, length) == 0;
}

static gboolean
is_blank (const GString *text)
{
  return strspn (text->str, " \t\r\n") == text->len;
}

static gboolean
is_binary (const GString *bytes)
{
  return memchr (bytes->str, '\0', bytes->len) != NULL || starts_with (bytes, "PK\x03\x04", 4)
         || starts_with (bytes, "%PDF-", 5) || starts_with (bytes, "{\\rtf", 5);
}

/* Replaces UTF-16 by UTF-8. */
static gboolean
convert (GString *bytes, const char *charset, GError **error)
{
  gsize length = 0;
  g_autofree char *utf8 = g_convert (bytes->str + 2, (gssize) bytes->len - 2, "UTF-8", charset, NULL, &length, NULL);

  if (utf8 == NULL)
    return refuse (SOTAY_REGISTER_ERROR_FILE_ENCODING, charset, error);
  g_string_truncate (bytes, 0);
  g_string_append_len (bytes, utf8, (gssize) length);
  return TRUE;
}

static gboolean
check_utf8 (const GString *text, const char *name, GError **error)
{
  const char *end;
  guint line = 1;

  if (g_utf8_validate_len (text->str, text->len, &end))
    return TRUE;
  for (const char *p = text->str; p < end; p++)
    line += *p == '\n';
  g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_ENCODING, "%s:%u", name, line);
  return FALSE;
}

static gboolean
check_size (goffset size, GError **error)
{
  g_autofree char *shown = NULL;

  if (size == 0)
    return refuse (SOTAY_REGISTER_ERROR_FILE_EMPTY, "", error);
  if (size <= SOTAY_CSV_MOST_BYTES)
    return TRUE;
  shown = sotay_size_format (size);
  return refuse (SOTAY_REGISTER_ERROR_FILE_TOO_LARGE, shown, error);
}

/* A device or a pipe would never end. */
static gboolean
check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &failure);
  if (info == NULL)
    return refuse (SOTAY_REGISTER_ERROR_FILE_MISSING, failure->message, error);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      return refuse (SOTAY_REGISTER_ERROR_FILE_MISSING, name, error);
    }
  return check_size (g_file_info_get_size (info), error);
}

static GString *
read_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  GString *bytes;
  gsize read = 0;
  gboolean done;

  if (stream == NULL)
    return NULL;
  /* One byte more than may be, in case the file grew. */
  bytes = g_string_new (NULL);
  do
    {
      gsize room = MIN (bytes->len + 65536, SOTAY_CSV_MOST_BYTES + 1 - bytes->len);
      gsize before = bytes->len;

      g_string_set_size (bytes, before + room);
      done = g_input_stream_read_all (G_INPUT_STREAM (stream), bytes->str + before, room, &read, cancellable, error);
      g_string_truncate (bytes, before + read);
    }
  while (done && read > 0 && bytes->len <= SOTAY_CSV_MOST_BYTES);
  if (!done)
    g_string_free (g_steal_pointer (&bytes), TRUE);
  return bytes;
}

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

static void
collect_cb (guint column, const char *text, gsize length, gpointer data)
{
  Collector *collector = data;
  g_autofree char *field = NULL;
  g_autofree char *valid = NULL;

  if (column >= SOTAY_CSV_MOST_FIELDS)
    return;
  /* What a field had before the line turned out to have a quote is given again. */
  g_ptr_array_set_size (collector->fields, (gint) column);
  field = g_strndup (text, MIN (length, MOST_BYTES_OF_FIELD));
  /* Only a cut in the middle of a character makes it invalid. */
  valid = g_utf8_make_valid (field, -1);
  g_ptr_array_add (collector->fields, sotay_text_tidy (valid));
}

static gboolean
has_text (GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    if (*(const char *) g_ptr_array_index (fields, i) != '\0')
      return TRUE;
  return FALSE;
}

static gboolean
deliver_cb (guint line, gpointer data)
{
  Collector *collector = data;
  gboolean go_on = TRUE;

  if (has_text (collector->fields))
    {
      g_ptr_array_add (collector->fields, NULL);
      go_on = collector->func (line, (const char *const *) collector->fields->pdata, collector->data);
    }
  g_ptr_array_set_size (collector->fields, 0);
  return go_on;
}

GString *
sotay_csv_decode (GString *bytes, const char *name, GError **error)
{
  g_autoptr (GString) text = bytes;

  if (!check_size ((goffset) text->len, error))
    return NULL;
  if (starts_with (text, "\xff\xfe", 2))
    {
      if (!convert (text, "UTF-16LE", error))
        return NULL;
    }
  else if (starts_with (text, "\xfe\xff", 2))
    {
      if (!convert (text, "UTF-16BE", error))
        return NULL;
    }
  else if (starts_with (text, "\xef\xbb\xbf", 3))
    g_string_erase (text, 0, 3);
  if (is_binary (text))
    {
      refuse (SOTAY_REGISTER_ERROR_FILE_BINARY, name, error);
      return NULL;
    }
  if (!check_utf8 (text, name, error))
    return NULL;
  if (is_blank (text))
    {
      refuse (SOTAY_REGISTER_ERROR_FILE_EMPTY, name, error);
      return NULL;
    }
  return g_steal_pointer (&text);
}

GString *
sotay_csv_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = g_file_get_basename (file);
  GString *bytes;

  if (!check_file (file, cancellable, error))
    return NULL;
  bytes = read_bytes (file, cancellable, &failure);
  if (bytes != NULL)
    return sotay_csv_decode (bytes, name, error);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    refuse (SOTAY_REGISTER_ERROR_FILE_MISSING, failure->message, error);
  return NULL;
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
sotay_csv_parse (const GString *text, char delimiter, SotayCsvFunc func, gpointer data)
{
  Collector collector = { .func = func, .data = data };

  collector.fields = g_ptr_array_new_with_free_func (g_free);
  sotay_csv_scan (text->str, text->len, delimiter, collect_cb, deliver_cb, &collector);
  g_ptr_array_unref (collector.fields);
}
