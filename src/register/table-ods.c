/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/table-ods.h"

#include "register/register-error.h"
#include "register/table-format.h"
#include "register/table-limits.h"

#include <string.h>

#define MOST_SHEETS 256
#define ENOUGH_BYTES (SOTAY_TABLE_LONGEST_TEXT * 4 + 4)

typedef enum
{
  TEXT,
  NUMBER,
  DATE,
  TIME,
  BOOLEAN,
} CellType;

typedef struct
{
  GPtrArray *sheets;
  gsize *memory;
  GCancellable *cancellable;
  GHashTable *hidden;     /* names of styles that hide a table */
  char *style;            /* being read */
  SotayTableSheet *sheet; /* being read, or NULL */
  guint row;              /* the number of the next one */
  guint row_repeat;
  gboolean merged;
  guint column;
  guint column_repeat;
  gboolean covered; /* by a cell that reaches over it */
  CellType type;
  GString *value; /* of a cell that is no text */
  GString *text;  /* what it shows */
  GString *made;
  guint depth;       /* below the cell; 0: outside of one */
  guint paragraph;   /* the depth at which one began; 0: outside */
  guint aside;       /* the same of a note, a drawing, a reading of characters */
  gboolean encrypted;
} Reader;

static CellType
get_type (const char *name)
{
  if (name == NULL || g_str_equal (name, "string"))
    return TEXT;
  if (g_str_equal (name, "date"))
    return DATE;
  if (g_str_equal (name, "time"))
    return TIME;
  return g_str_equal (name, "boolean") ? BOOLEAN : NUMBER;
}

static void
start_table (Reader *reader, SotayTableXml *xml)
{
  const char *style = sotay_table_xml_get (xml, "style-name");
  gboolean hidden = style != NULL && g_hash_table_contains (reader->hidden, style);
  const char *name = sotay_table_xml_get (xml, "name");

  /* A table within a table is part of a drawing. */
  if (reader->sheet != NULL || reader->sheets->len == MOST_SHEETS)
    return;
  reader->sheet = sotay_table_sheet_new (name != NULL ? name : "", hidden, reader->memory);
  reader->row = 1;
}

static void
end_table (Reader *reader, SotayTableXml *xml)
{
  GError *error = NULL;

  if (reader->sheet == NULL)
    return;
  if (!sotay_table_sheet_finish (reader->sheet, reader->cancellable, &error))
    sotay_table_xml_fail (xml, error);
  g_ptr_array_add (reader->sheets, g_steal_pointer (&reader->sheet));
}

static void
start_row (Reader *reader, SotayTableXml *xml)
{
  reader->row_repeat = MAX (sotay_table_xml_get_number (xml, "number-rows-repeated", G_MAXINT32, 1), 1);
  reader->column = 0;
  reader->merged = FALSE;
}

static void
end_row (Reader *reader, SotayTableXml *xml)
{
  GError *error = NULL;

  if (reader->sheet == NULL)
    return;
  if (!sotay_table_sheet_end_row (reader->sheet, reader->row, reader->row_repeat, reader->merged, &error))
    sotay_table_xml_fail (xml, error);
  else if (reader->row_repeat > G_MAXINT32 - reader->row)
    sotay_table_xml_fail (xml, g_error_new (SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_TOO_LARGE, "> %u",
                                            SOTAY_TABLE_MOST_ROWS));
  else
    reader->row += reader->row_repeat;
}

static void
start_cell (Reader *reader, SotayTableXml *xml, gboolean covered)
{
  static const char *const values[] = { NULL, "value", "date-value", "time-value", "boolean-value" };
  const char *value;

  reader->column_repeat = MAX (sotay_table_xml_get_number (xml, "number-columns-repeated", G_MAXINT16, 1), 1);
  reader->merged |= sotay_table_xml_get_number (xml, "number-columns-spanned", G_MAXINT16, 1) > 1;
  reader->type = get_type (sotay_table_xml_get (xml, "value-type"));
  value = values[reader->type] != NULL ? sotay_table_xml_get (xml, values[reader->type]) : NULL;
  g_string_assign (reader->value, value != NULL ? value : "");
  g_string_truncate (reader->text, 0);
  reader->covered = covered;
  reader->depth = 1;
  reader->paragraph = 0;
  reader->aside = 0;
}

/* A number that is shown with zeros before it: "0912345678". */
static gboolean
shows_zeros (const Reader *reader)
{
  const char *text = reader->text->str;
  gsize digits = strspn (text, "0123456789");

  return text[0] == '0' && digits > 1 && text[digits] == '\0'
         && g_ascii_strtod (text, NULL) == g_ascii_strtod (reader->value->str, NULL);
}

/* What the date shows tells whether it is one, a month or a year. */
static SotayTableFormat
get_date_format (const Reader *reader)
{
  SotayTableFormat format = { SOTAY_TABLE_FORMAT_DAY, 0 };
  guint groups = 0;
  gboolean inside = FALSE;

  for (const char *p = reader->text->str; *p != '\0'; p++)
    {
      groups += g_ascii_isdigit (*p) && !inside;
      inside = g_ascii_isdigit (*p);
    }
  if (groups == 1)
    format.kind = strlen (reader->text->str) == 4 ? SOTAY_TABLE_FORMAT_YEAR : SOTAY_TABLE_FORMAT_MONTH;
  else if (groups == 2)
    format.kind = SOTAY_TABLE_FORMAT_MONTH;
  return format;
}

/* "PT07H30M00S" as a part of a day. */
static gboolean
read_duration (const char *value, double *days)
{
  static const char units[] = "HMS";
  double seconds[] = { 3600, 60, 1 };
  char *end;

  if (!g_str_has_prefix (value, "PT"))
    return FALSE;
  *days = 0;
  for (value += 2; *value != '\0'; value = end + 1)
    {
      double number = g_ascii_strtod (value, &end);
      const char *unit = end > value && *end != '\0' ? strchr (units, *end) : NULL;

      if (unit == NULL)
        return FALSE;
      *days += number * seconds[unit - units] / 86400;
    }
  return TRUE;
}

static void
make_time (Reader *reader)
{
  static const SotayTableFormat format = { SOTAY_TABLE_FORMAT_TIME, 0 };
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double days;

  if (!read_duration (reader->value->str, &days))
    return;
  g_ascii_dtostr (number, sizeof number, days);
  /* Beyond a day it is a length of time, and counts as a number does in the other kind of workbook. */
  if (days < 1)
    sotay_table_format_append (reader->made, &format, number, FALSE);
  else
    g_string_append (reader->made, number);
}

static const GString *
make_value (Reader *reader)
{
  static const SotayTableFormat plain = { SOTAY_TABLE_FORMAT_NUMBER, 0 };
  SotayTableFormat format;

  g_string_truncate (reader->made, 0);
  if (reader->type == TEXT || reader->value->len == 0 || (reader->type == NUMBER && shows_zeros (reader)))
    return reader->text;
  if (reader->type == BOOLEAN)
    g_string_assign (reader->made, g_str_equal (reader->value->str, "true") ? "TRUE" : "FALSE");
  else if (reader->type == TIME)
    make_time (reader);
  else if (reader->type == DATE)
    {
      format = get_date_format (reader);
      sotay_table_format_append_iso (reader->made, &format, reader->value->str);
    }
  else
    sotay_table_format_append (reader->made, &plain, reader->value->str, FALSE);
  return reader->made;
}

/* "#N/A", "Err:502": a formula that came to nothing is a text or a number that shows so. */
static gboolean
is_error (const Reader *reader)
{
  static const char *const errors[] = { "#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", NULL };

  return g_strv_contains (errors, reader->text->str) || g_str_has_prefix (reader->text->str, "Err:");
}

static void
end_cell (Reader *reader)
{
  const GString *shown = reader->covered || is_error (reader) ? NULL : make_value (reader);

  if (reader->sheet != NULL && shown != NULL && shown->len > 0)
    for (guint i = 0; i < reader->column_repeat && reader->column + i < SOTAY_TABLE_MOST_CELLS; i++)
      sotay_table_sheet_put (reader->sheet, reader->column + i, shown->str, shown->len);
  reader->column = MIN (reader->column + reader->column_repeat, SOTAY_TABLE_MOST_CELLS);
  reader->depth = 0;
}

/* What belongs to a cell and is not its text. */
static gboolean
is_aside (const char *name)
{
  return g_str_equal (name, "annotation") || g_str_equal (name, "ruby-text") || g_str_equal (name, "frame")
         || g_str_equal (name, "custom-shape") || g_str_equal (name, "note") || g_str_equal (name, "g")
         || g_str_equal (name, "detective") || g_str_equal (name, "rect");
}

static void
add_text (Reader *reader, const char *text, gsize length)
{
  if (reader->paragraph > 0 && reader->aside == 0 && reader->text->len <= ENOUGH_BYTES)
    g_string_append_len (reader->text, text, (gssize) length);
}

static void
start_in_cell (Reader *reader, const char *name)
{
  reader->depth++;
  if (reader->aside == 0 && is_aside (name))
    reader->aside = reader->depth;
  if (reader->aside > 0)
    return;
  if (g_str_equal (name, "p") && reader->paragraph == 0)
    {
      reader->paragraph = reader->depth;
      if (reader->text->len > 0)
        add_text (reader, "\n", 1);
    }
  else if (g_str_equal (name, "s") || g_str_equal (name, "tab") || g_str_equal (name, "line-break"))
    add_text (reader, " ", 1);
}

static void
end_in_cell (Reader *reader)
{
  if (reader->aside == reader->depth)
    reader->aside = 0;
  if (reader->paragraph == reader->depth)
    reader->paragraph = 0;
  reader->depth--;
}

static void
start_style (Reader *reader, SotayTableXml *xml, const char *name)
{
  if (g_str_equal (name, "style"))
    {
      g_free (reader->style);
      reader->style = g_strdup (sotay_table_xml_get (xml, "name"));
    }
  else if (g_str_equal (name, "table-properties") && reader->style != NULL
           && g_strcmp0 (sotay_table_xml_get (xml, "display"), "false") == 0)
    g_hash_table_add (reader->hidden, g_strdup (reader->style));
}

static void
start_cb (SotayTableXml *xml, const char *name, gpointer data)
{
  Reader *reader = data;

  if (reader->depth > 0)
    start_in_cell (reader, name);
  else if (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell"))
    start_cell (reader, xml, *name == 'c');
  else if (g_str_equal (name, "table-row"))
    start_row (reader, xml);
  else if (g_str_equal (name, "table"))
    start_table (reader, xml);
  else
    start_style (reader, xml, name);
}

static void
end_cb (SotayTableXml *xml, const char *name, gpointer data)
{
  Reader *reader = data;

  if (reader->depth > 1)
    end_in_cell (reader);
  else if (reader->depth == 1)
    end_cell (reader);
  else if (g_str_equal (name, "table-row"))
    end_row (reader, xml);
  else if (g_str_equal (name, "table"))
    end_table (reader, xml);
}

static void
text_cb (SotayTableXml *xml, const char *text, gsize length, gpointer data)
{
  add_text (data, text, length);
}

static void
manifest_cb (SotayTableXml *xml, const char *name, gpointer data)
{
  Reader *reader = data;

  reader->encrypted |= g_str_equal (name, "encryption-data");
}

static void
ignore_cb (SotayTableXml *xml, const char *name, gpointer data)
{
}

static void
ignore_text_cb (SotayTableXml *xml, const char *text, gsize length, gpointer data)
{
}

static gboolean
check_password (Reader *reader, SotayTablePackage *package, GError **error)
{
  static const SotayTableXmlFuncs funcs = { manifest_cb, ignore_cb, ignore_text_cb };
  static const char manifest[] = "META-INF/manifest.xml";

  if (!sotay_table_package_has (package, manifest))
    return TRUE;
  if (!sotay_table_package_parse (package, manifest, &funcs, reader, error))
    return FALSE;
  if (reader->encrypted)
    g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_PROTECTED, manifest);
  return !reader->encrypted;
}

gboolean
sotay_table_ods_read (SotayTablePackage *package, GPtrArray *sheets, gsize *memory, GCancellable *cancellable,
                      GError **error)
{
  static const SotayTableXmlFuncs funcs = { start_cb, end_cb, text_cb };
  Reader reader = { .sheets = sheets, .memory = memory, .cancellable = cancellable };
  gboolean read;

  reader.hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.value = g_string_new (NULL);
  reader.text = g_string_new (NULL);
  reader.made = g_string_new (NULL);
  read = check_password (&reader, package, error)
         && sotay_table_package_parse (package, "content.xml", &funcs, &reader, error);
  g_hash_table_unref (reader.hidden);
  g_free (reader.style);
  g_clear_pointer (&reader.sheet, sotay_table_sheet_free);
  g_string_free (reader.value, TRUE);
  g_string_free (reader.text, TRUE);
  g_string_free (reader.made, TRUE);
  return read;
}
