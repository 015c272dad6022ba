/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/table-xlsx-sheet.h"

#include "register/register-error.h"
#include "register/table-format.h"
#include "register/table-limits.h"

#include <string.h>

#define LAST_COLUMN 16384

typedef enum
{
  NUMBER,
  SHARED,
  TEXT,    /* of a formula, or in place */
  BOOLEAN,
  DATE,
  NOTHING, /* an error */
} CellType;

typedef struct
{
  const SotayTableBook *book;
  SotayTableSheet *sheet;
  guint row;    /* being read; 0: none was yet */
  guint column; /* from 1; 0: before the first */
  CellType type;
  guint style;
  SotayTableRuns runs; /* its text is that of the cell */
  gboolean in_cell;
  gboolean in_text; /* of a cell in place */
  GString *shown;
} Reader;

/* "AB12" is column 28; 0 for what is none. */
static guint
read_column (const char *reference, const char **end)
{
  guint column = 0;

  for (; g_ascii_isalpha (*reference) && column <= LAST_COLUMN; reference++)
    column = column * 26 + (guint) (g_ascii_toupper (*reference) - 'A' + 1);
  *end = reference;
  return column <= LAST_COLUMN ? column : 0;
}

static CellType
get_type (const char *name)
{
  static const struct
  {
    const char *name;
    CellType type;
  } types[] = {
    { "s", SHARED },  { "str", TEXT }, { "inlineStr", TEXT }, { "n", NUMBER },
    { "b", BOOLEAN }, { "d", DATE },   { "e", NOTHING },
  };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].name, name))
      return types[i].type;
  return NUMBER;
}

static void
start_row (Reader *reader, SotayTableXml *xml)
{
  guint number = sotay_table_xml_get_number (xml, "r", G_MAXINT32, 0);

  reader->row = number > 0 ? number : reader->row + 1;
  reader->column = 0;
}

static void
start_cell (Reader *reader, SotayTableXml *xml)
{
  const char *reference = sotay_table_xml_get (xml, "r");
  guint column = reference != NULL ? read_column (reference, &reference) : 0;

  reader->column = column > 0 ? column : reader->column + 1;
  reader->style = sotay_table_xml_get_number (xml, "s", G_MAXUINT16, 0);
  reader->type = get_type (sotay_table_xml_get (xml, "t"));
  reader->in_cell = TRUE;
  g_string_truncate (reader->runs.text, 0);
}

/* "A1:F1": only what reaches over columns is of interest. */
static void
mark_merged (Reader *reader, const char *reference)
{
  const char *p = reference;
  guint first, last;
  guint64 row;

  if (reference == NULL)
    return;
  first = read_column (p, &p);
  row = g_ascii_strtoull (p, (char **) &p, 10);
  if (*p != ':')
    return;
  last = read_column (p + 1, &p);
  if (first != last && row <= G_MAXINT32)
    sotay_table_sheet_set_merged (reader->sheet, (guint) row);
}

static void
put_shared (Reader *reader, SotayTableXml *xml)
{
  char *end;
  guint64 index = g_ascii_strtoull (reader->runs.text->str, &end, 10);
  gsize length;
  const char *text = sotay_table_strings_get (reader->book->strings, (guint) MIN (index, G_MAXUINT32), &length);

  if (reader->runs.text->len == 0)
    return;
  if (text == NULL || *end != '\0')
    sotay_table_xml_fail (xml, g_error_new (SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_DAMAGED, "%u: <c t=\"s\">",
                                            reader->row));
  else
    sotay_table_sheet_put (reader->sheet, reader->column - 1, text, length);
}

static void
put_value (Reader *reader)
{
  static const SotayTableFormat plain = { SOTAY_TABLE_FORMAT_NUMBER, 0 };
  const GArray *formats = reader->book->formats;
  const SotayTableFormat *format
      = reader->style < formats->len ? &g_array_index (formats, SotayTableFormat, reader->style) : &plain;
  const char *value = reader->runs.text->str;

  g_string_truncate (reader->shown, 0);
  if (reader->type == BOOLEAN)
    g_string_assign (reader->shown, g_str_equal (value, "1") ? "TRUE" : "FALSE");
  else if (reader->type == DATE)
    sotay_table_format_append_iso (reader->shown, format, value);
  else
    sotay_table_format_append (reader->shown, format, value, reader->book->since_1904);
  sotay_table_sheet_put (reader->sheet, reader->column - 1, reader->shown->str, reader->shown->len);
}

static void
end_cell (Reader *reader, SotayTableXml *xml)
{
  GString *text = reader->runs.text;

  reader->in_cell = FALSE;
  if (text->len == 0 || reader->type == NOTHING)
    return;
  if (reader->type == SHARED)
    put_shared (reader, xml);
  else if (reader->type != TEXT)
    put_value (reader);
  else
    {
      sotay_table_runs_unescape (text);
      sotay_table_sheet_put (reader->sheet, reader->column - 1, text->str, text->len);
    }
}

static void
start_cb (SotayTableXml *xml, const char *name, gpointer data)
{
  Reader *reader = data;

  if (g_str_equal (name, "c"))
    start_cell (reader, xml);
  else if (g_str_equal (name, "row"))
    start_row (reader, xml);
  else if (g_str_equal (name, "mergeCell"))
    mark_merged (reader, sotay_table_xml_get (xml, "ref"));
  else if (!reader->in_cell)
    return;
  else if (g_str_equal (name, "v"))
    reader->runs.inside = TRUE;
  else if (g_str_equal (name, "is"))
    reader->in_text = TRUE;
  else if (reader->in_text)
    sotay_table_runs_start (&reader->runs, name);
}

static void
end_cb (SotayTableXml *xml, const char *name, gpointer data)
{
  Reader *reader = data;
  GError *error = NULL;

  if (g_str_equal (name, "c"))
    end_cell (reader, xml);
  else if (g_str_equal (name, "row"))
    {
      if (!sotay_table_sheet_end_row (reader->sheet, reader->row, 1, FALSE, &error))
        sotay_table_xml_fail (xml, error);
    }
  else if (!reader->in_cell)
    return;
  else if (g_str_equal (name, "v"))
    reader->runs.inside = FALSE;
  else if (g_str_equal (name, "is"))
    reader->in_text = FALSE;
  else if (reader->in_text)
    sotay_table_runs_end (&reader->runs, name);
}

static void
text_cb (SotayTableXml *xml, const char *text, gsize length, gpointer data)
{
  Reader *reader = data;

  sotay_table_runs_add (&reader->runs, text, length);
}

gboolean
sotay_table_xlsx_read_sheet (SotayTablePackage *package, const char *part, const SotayTableBook *book,
                             SotayTableSheet *sheet, GError **error)
{
  static const SotayTableXmlFuncs funcs = { start_cb, end_cb, text_cb };
  Reader reader = { .book = book, .sheet = sheet };
  gboolean read;

  reader.runs.text = g_string_new (NULL);
  reader.shown = g_string_new (NULL);
  read = sotay_table_package_parse (package, part, &funcs, &reader, error);
  g_string_free (reader.runs.text, TRUE);
  g_string_free (reader.shown, TRUE);
  return read;
}
