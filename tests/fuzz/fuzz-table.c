/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds a stranger's table to its reader: for libFuzzer, and for test-fuzz-table. The first letter says what the rest
 * is: a whole file, or one part of a workbook that is otherwise sound, because a zip file checks its sums. */
#include "core/text.h"
#include "table-fixture.h"

#include "fuzz.h"

static GString *
make_workbook (char part, const char *content)
{
  const char *const *frame = fixture_xlsx_frame ();
  const char *book = "<w xmlns:r=\"r\"><sheet name=\"a\" r:id=\"r1\"/></w>";
  const char *sheet = "<w><row><c t=\"s\"><v>0</v></c><c s=\"0\"><v>45356.5</v></c></row></w>";
  const char *strings = "<sst><si><t>Nguyễn</t></si></sst>";
  const char *styles = "<s><numFmt numFmtId=\"164\" formatCode=\"d/m/yy\"/><cellXfs><xf numFmtId=\"164\"/></cellXfs></s>";

  if (part == 'o')
    return fixture_zip ("META-INF/manifest.xml", "<m/>", "content.xml", content, NULL);
  return fixture_zip (frame[0], frame[1], frame[2], part == 'r' ? content : frame[3], "xl/workbook.xml",
                      part == 'b' ? content : book, "xl/worksheets/sheet1.xml", part == 'x' ? content : sheet,
                      "xl/sharedStrings.xml", part == 's' ? content : strings, "xl/styles.xml",
                      part == 'f' ? content : styles, NULL);
}

/* Whatever comes out is tidy text, in rows that have some. */
static void
check (const SotayTableFile *table)
{
  const char *cells[SOTAY_TABLE_MOST_CELLS + 1];

  for (guint row = 0; row < sotay_table_file_get_n_rows (table); row++)
    {
      guint n = sotay_table_file_get_cells (table, row, cells);

      g_assert_cmpuint (n, >, 0);
      g_assert_cmpstr (cells[n - 1], !=, "");
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *tidy = sotay_text_tidy (cells[i]);

          g_assert_cmpstr (cells[i], ==, tidy);
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  GString *bytes;
  g_autoptr (SotayTableFile) table = NULL;
  g_autoptr (GError) error = NULL;

  if (size == 0)
    return 0;
  bytes = g_string_new_len ((const char *) data + 1, (gssize) size - 1);
  if (data[0] != 'w')
    {
      GString *book = make_workbook ((char) data[0], bytes->str);

      g_string_free (bytes, TRUE);
      bytes = book;
    }
  table = sotay_table_file_read_bytes (bytes, "fuzz", NULL, &error);
  g_assert_true ((table != NULL) == (error == NULL));
  for (guint i = 0; table != NULL && i < sotay_table_file_get_n_sheets (table); i++)
    {
      sotay_table_file_set_sheet (table, i);
      check (table);
    }
  return 0;
}
