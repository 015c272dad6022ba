/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/table-file.h"

#include "core/numbers.h"
#include "register/register-error.h"
#include "register/table-ods.h"
#include "register/table-package.h"
#include "register/table-text.h"
#include "register/table-xlsx.h"

#include <string.h>

#define READ_BYTES 65536

struct _SotayTableFile
{
  GPtrArray *sheets;
  guint sheet;
  SotayEncoding encoding; /* of a text */
  gsize memory;           /* all sheets together */
};

static gboolean
refuse (SotayRegisterError code, const char *detail, GError **error)
{
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, code, detail);
  return FALSE;
}

static gboolean
check_size (goffset size, GError **error)
{
  g_autofree char *shown = NULL;

  if (size == 0)
    return refuse (SOTAY_REGISTER_ERROR_FILE_EMPTY, "", error);
  if (size <= SOTAY_TABLE_MOST_BYTES)
    return TRUE;
  shown = sotay_size_format (size);
  return refuse (SOTAY_REGISTER_ERROR_FILE_TOO_LARGE, shown, error);
}

/* A device or a pipe would never end. */
static gboolean
check_file (GFile *file, GCancellable *cancellable, gsize *size, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      return refuse (SOTAY_REGISTER_ERROR_FILE_MISSING, name, error);
    }
  *size = (gsize) g_file_info_get_size (info);
  return check_size (g_file_info_get_size (info), error);
}

static GString *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  GString *bytes;
  gsize size, read;
  gboolean done;

  if (!check_file (file, cancellable, &size, error))
    return NULL;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  /* One byte more than may be, in case the file grew. */
  bytes = g_string_sized_new (size + 1);
  do
    {
      gsize before = bytes->len;
      gsize room = before < size ? size - before + 1 : READ_BYTES;

      g_string_set_size (bytes, before + MIN (room, SOTAY_TABLE_MOST_BYTES + 1 - before));
      done = g_input_stream_read_all (G_INPUT_STREAM (stream), bytes->str + before, bytes->len - before, &read,
                                      cancellable, error);
      g_string_truncate (bytes, before + read);
    }
  while (done && read > 0 && bytes->len <= SOTAY_TABLE_MOST_BYTES);
  if (!done)
    g_string_free (g_steal_pointer (&bytes), TRUE);
  return bytes;
}

static gboolean
contains (const GString *bytes, const char *part, gsize length)
{
  const char *end = bytes->str + bytes->len;

  for (const char *p = bytes->str; (gsize) (end - p) >= length; p++)
    {
      p = memchr (p, part[0], (gsize) (end - p) - length + 1);
      if (p == NULL)
        return FALSE;
      if (memcmp (p, part, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
starts_with (const GString *bytes, const char *magic)
{
  return bytes->len >= strlen (magic) && memcmp (bytes->str, magic, strlen (magic)) == 0;
}

/* The container of old Office files, and of new ones that want a password. */
static gboolean
refuse_compound_file (const GString *bytes, const char *name, GError **error)
{
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  static const char workbook[] = "W\0o\0r\0k\0b\0o\0o\0k";
  static const char older[] = "B\0o\0o\0k\0\0\0";

  if (contains (bytes, encrypted, sizeof encrypted))
    return refuse (SOTAY_REGISTER_ERROR_FILE_PROTECTED, name, error);
  if (contains (bytes, workbook, sizeof workbook) || contains (bytes, older, sizeof older))
    return refuse (SOTAY_REGISTER_ERROR_FILE_OLD, name, error);
  return refuse (SOTAY_REGISTER_ERROR_FILE_BINARY, name, error);
}

/* Programs of offices like to call a web page ".xls". */
static gboolean
is_markup (const GString *bytes)
{
  static const char *const starts[] = { "<html", "<!doctype", "<table", "<?xml", "<meta", "<head", "<style" };
  const char *p = bytes->str + (starts_with (bytes, "\xef\xbb\xbf") ? 3 : 0);

  p += strspn (p, " \t\r\n");
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_ascii_strncasecmp (p, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_workbook (SotayTableFile *table, const GString *bytes, const char *name, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (SotayTablePackage) package = sotay_table_package_new (bytes, cancellable, error);

  if (package == NULL)
    return FALSE;
  if (sotay_table_package_has (package, "xl/workbook.bin"))
    return refuse (SOTAY_REGISTER_ERROR_FILE_OLD, name, error);
  if (sotay_table_package_has (package, "content.xml"))
    return sotay_table_ods_read (package, table->sheets, &table->memory, cancellable, error);
  if (sotay_table_package_has (package, "word/document.xml"))
    return refuse (SOTAY_REGISTER_ERROR_FILE_BINARY, name, error);
  if (sotay_table_package_has (package, "_rels/.rels"))
    return sotay_table_xlsx_read (package, table->sheets, &table->memory, cancellable, error);
  return refuse (SOTAY_REGISTER_ERROR_FILE_BINARY, name, error);
}

static gboolean
read_delimited (SotayTableFile *table, GString *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  SotayTableSheet *sheet
      = sotay_table_text_read (bytes, name, &table->memory, &table->encoding, cancellable, error);

  if (sheet == NULL)
    return FALSE;
  g_ptr_array_add (table->sheets, sheet);
  return TRUE;
}

static gboolean
read_any (SotayTableFile *table, GString *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) owned = bytes;

  if (!check_size ((goffset) bytes->len, error))
    return FALSE;
  if (starts_with (bytes, "PK\x03\x04") || starts_with (bytes, "PK\x05\x06"))
    return read_workbook (table, bytes, name, cancellable, error);
  if (starts_with (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
    return refuse_compound_file (bytes, name, error);
  if (is_markup (bytes))
    return refuse (SOTAY_REGISTER_ERROR_FILE_OLD, name, error);
  if (starts_with (bytes, "%PDF-") || starts_with (bytes, "{\\rtf"))
    return refuse (SOTAY_REGISTER_ERROR_FILE_BINARY, name, error);
  return read_delimited (table, g_steal_pointer (&owned), name, cancellable, error);
}

/* The first sheet that a person would look at. */
static gboolean
choose_sheet (SotayTableFile *table, const char *name, GError **error)
{
  for (guint hidden = 0; hidden < 2; hidden++)
    for (guint i = 0; i < table->sheets->len; i++)
      {
        const SotayTableSheet *sheet = g_ptr_array_index (table->sheets, i);

        if (sotay_table_sheet_get_n_rows (sheet) == 0 || sotay_table_sheet_is_hidden (sheet) != (gboolean) hidden)
          continue;
        table->sheet = i;
        return TRUE;
      }
  return refuse (SOTAY_REGISTER_ERROR_FILE_EMPTY, name, error);
}

static const SotayTableSheet *
get_sheet (const SotayTableFile *table)
{
  return g_ptr_array_index (table->sheets, table->sheet);
}

SotayTableFile *
sotay_table_file_read_bytes (GString *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayTableFile) table = g_new0 (SotayTableFile, 1);

  table->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_table_sheet_free);
  if (!read_any (table, bytes, name, cancellable, error) || !choose_sheet (table, name, error))
    return NULL;
  return g_steal_pointer (&table);
}

SotayTableFile *
sotay_table_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *name = g_file_get_basename (file);
  GString *bytes = load (file, cancellable, &failure);

  if (bytes != NULL)
    return sotay_table_file_read_bytes (bytes, name, cancellable, error);
  if (failure->domain == SOTAY_REGISTER_ERROR || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    refuse (SOTAY_REGISTER_ERROR_FILE_MISSING, failure->message, error);
  return NULL;
}

SotayTableFile *
sotay_table_file_read_text (const char *pasted, gsize length, GError **error)
{
  g_autoptr (SotayTableFile) table = g_new0 (SotayTableFile, 1);

  table->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_table_sheet_free);
  if (!check_size ((goffset) length, error)
      || !read_delimited (table, g_string_new_len (pasted, (gssize) length), "", NULL, error)
      || !choose_sheet (table, "", error))
    return NULL;
  return g_steal_pointer (&table);
}

void
sotay_table_file_free (SotayTableFile *table)
{
  g_ptr_array_unref (table->sheets);
  g_free (table);
}

guint
sotay_table_file_get_n_sheets (const SotayTableFile *table)
{
  return table->sheets->len;
}

const char *
sotay_table_file_get_sheet_name (const SotayTableFile *table, guint sheet)
{
  return sotay_table_sheet_get_name (g_ptr_array_index (table->sheets, sheet));
}

guint
sotay_table_file_get_sheet (const SotayTableFile *table)
{
  return table->sheet;
}

void
sotay_table_file_set_sheet (SotayTableFile *table, guint sheet)
{
  g_return_if_fail (sheet < table->sheets->len);
  table->sheet = sheet;
}

SotayEncoding
sotay_table_file_get_encoding (const SotayTableFile *table)
{
  SotayEncoding repaired = sotay_table_sheet_get_encoding (get_sheet (table));

  return repaired != SOTAY_ENCODING_UTF8 ? repaired : table->encoding;
}

guint
sotay_table_file_get_n_rows (const SotayTableFile *table)
{
  return sotay_table_sheet_get_n_rows (get_sheet (table));
}

guint
sotay_table_file_get_number (const SotayTableFile *table, guint row)
{
  return sotay_table_sheet_get_number (get_sheet (table), row);
}

gboolean
sotay_table_file_is_merged (const SotayTableFile *table, guint row)
{
  return sotay_table_sheet_is_merged (get_sheet (table), row);
}

guint
sotay_table_file_get_cells (const SotayTableFile *table, guint row, const char **cells)
{
  return sotay_table_sheet_get_cells (get_sheet (table), row, cells);
}
