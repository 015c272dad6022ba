/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-fixture.h"

#include "register/register-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define TYPES "http://schemas.openxmlformats.org/package/2006/relationships"

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *bytes, size_t length)
{
  g_string_append_len (data, bytes, (gssize) length);
  return (la_ssize_t) length;
}

static struct archive *
begin (GString *zip, gboolean packed)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  if (!packed)
    archive_write_zip_set_compression_store (archive);
  archive_write_set_bytes_per_block (archive, 0);
  g_assert_cmpint (archive_write_open (archive, zip, NULL, write_cb, NULL), ==, ARCHIVE_OK);
  return archive;
}

static void
begin_part (struct archive *archive, const char *name, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  archive_entry_free (entry);
}

static void
add_bytes (struct archive *archive, const char *bytes, gsize length)
{
  g_assert_cmpint (archive_write_data (archive, bytes, length), ==, (la_ssize_t) length);
}

static void
finish (struct archive *archive)
{
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

static GString *
zip_list (const char *const *parts, gboolean packed, const char *big, const char *start, const char *again,
          gsize repeat, const char *end)
{
  GString *zip = g_string_new (NULL);
  struct archive *archive = begin (zip, packed);

  for (guint i = 0; parts[i] != NULL; i += 2)
    {
      begin_part (archive, parts[i], strlen (parts[i + 1]));
      add_bytes (archive, parts[i + 1], strlen (parts[i + 1]));
    }
  if (big != NULL)
    {
      begin_part (archive, big, strlen (start) + strlen (again) * repeat + strlen (end));
      add_bytes (archive, start, strlen (start));
      for (gsize i = 0; i < repeat; i++)
        add_bytes (archive, again, strlen (again));
      add_bytes (archive, end, strlen (end));
    }
  finish (archive);
  return zip;
}

GString *
fixture_zip (const char *name, ...)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  va_list rest;

  va_start (rest, name);
  for (const char *part = name; part != NULL; part = va_arg (rest, const char *))
    g_ptr_array_add (parts, (gpointer) part);
  va_end (rest);
  g_ptr_array_add (parts, NULL);
  return zip_list ((const char *const *) parts->pdata, TRUE, NULL, NULL, NULL, 0, NULL);
}

GString *
fixture_zip_repeated (const char *const *parts, gboolean packed, const char *name, const char *start,
                      const char *again, gsize repeat, const char *end)
{
  return zip_list (parts, packed, name, start, again, repeat, end);
}

const char *const *
fixture_xlsx_frame (void)
{
  static const char *const parts[] = {
    "_rels/.rels",
    FIXTURE_XML "<Relationships xmlns=\"" TYPES "\"><Relationship Id=\"rId1\" Type=\"" FIXTURE_RELS
                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    "xl/_rels/workbook.xml.rels",
    FIXTURE_XML "<Relationships xmlns=\"" TYPES "\"><Relationship Id=\"r1\" Type=\"" FIXTURE_RELS
                "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" FIXTURE_RELS
                "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"" FIXTURE_RELS
                "/styles\" Target=\"../xl/styles.xml\"/></Relationships>",
    NULL,
  };

  return parts;
}

GString *
fixture_xlsx (const char *sheet, const char *strings, const char *styles, const char *book)
{
  const char *const *frame = fixture_xlsx_frame ();
  g_autofree char *sheet_part = g_strdup_printf (FIXTURE_XML "<worksheet>%s</worksheet>", sheet);
  g_autofree char *string_part = g_strdup_printf (FIXTURE_XML "<sst>%s</sst>", strings != NULL ? strings : "");
  g_autofree char *style_part
      = g_strdup_printf (FIXTURE_XML "<styleSheet>%s</styleSheet>", styles != NULL ? styles : "");
  g_autofree char *book_part = g_strdup_printf (
      FIXTURE_XML "<workbook xmlns:r=\"" FIXTURE_RELS
                  "\">%s<sheets><sheet name=\"Tờ 1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
      book != NULL ? book : "");

  return fixture_zip (frame[0], frame[1], frame[2], frame[3], "xl/workbook.xml", book_part, "xl/worksheets/sheet1.xml",
                      sheet_part, "xl/sharedStrings.xml", string_part, "xl/styles.xml", style_part, NULL);
}

GString *
fixture_ods (const char *tables)
{
  g_autofree char *content = g_strdup_printf (FIXTURE_ODS_START "%s" FIXTURE_ODS_END, tables);

  return fixture_zip ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", content, NULL);
}

char *
fixture_show (const SotayTableFile *table)
{
  GString *shown = g_string_new (NULL);
  const char *cells[SOTAY_TABLE_MOST_CELLS + 1];

  for (guint i = 0; i < sotay_table_file_get_n_rows (table); i++)
    {
      guint n = sotay_table_file_get_cells (table, i, cells);
      g_autofree char *row = g_strjoinv ("|", (char **) cells);

      g_assert_cmpuint (n, ==, g_strv_length ((char **) cells));
      g_string_append_printf (shown, "%u%s: %s\n", sotay_table_file_get_number (table, i),
                              sotay_table_file_is_merged (table, i) ? "*" : "", row);
    }
  return g_string_free (shown, FALSE);
}

SotayTableFile *
fixture_read (GString *bytes)
{
  g_autoptr (GError) error = NULL;
  SotayTableFile *table = sotay_table_file_read_bytes (bytes, "test", NULL, &error);

  g_assert_no_error (error);
  return table;
}

void
fixture_assert_table (GString *bytes, const char *expected)
{
  g_autoptr (SotayTableFile) table = fixture_read (bytes);
  g_autofree char *shown = fixture_show (table);

  g_assert_cmpstr (shown, ==, expected);
}

void
fixture_assert_refused (GString *bytes, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sotay_table_file_read_bytes (bytes, "test", NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, code);
}
