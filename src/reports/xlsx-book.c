/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/xlsx-book.h"

#include "register/register-error.h"
#include "reports/clean-text.h"
#include "reports/xlsx-room.h"

#include <string.h>

#define A4 9 /* as the format calls it */
#define MOST_NAME 31
#define MOST_TEXT 32767
#define MOST_INDENT 8
#define N_KINDS (SOTAY_CELL_DATE + 1)
#define N_ALIGNS (SOTAY_ALIGN_RIGHT + 1)
#define N_LOOKS 8
#define FONT "Times New Roman"
#define SIZE 12
/* Of the paper, in inches: 20, 20, 30 and 20 mm. */
#define NARROW 0.79
#define WIDE 1.18

struct _SotayXlsxBook
{
  lxw_workbook *workbook; /* NULL once it is closed */
  char *path;
  GHashTable *names; /* folded */
  lxw_format *formats[N_KINDS][N_ALIGNS][N_LOOKS][MOST_INDENT + 1];
};

static gboolean
fail (SotayXlsxBook *book, lxw_error code, GError **error)
{
  g_set_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_WRITE, "%s: %s", book->path,
               lxw_strerror (code));
  return FALSE;
}

SotayXlsxBook *
sotay_xlsx_book_new (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SotayXlsxBook) book = g_new0 (SotayXlsxBook, 1);
  lxw_workbook_options options = { .tmpdir = folder };

  book->path = g_strdup (path);
  book->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  book->workbook = workbook_new_opt (path, &options);
  if (book->workbook != NULL)
    return g_steal_pointer (&book);
  fail (book, LXW_ERROR_MEMORY_MALLOC_FAILED, error);
  return NULL;
}

lxw_workbook *
sotay_xlsx_book_get (SotayXlsxBook *book)
{
  return book->workbook;
}

/* Programs count in units of UTF-16. Returns where the text is to be cut. */
static const char *
find_cut (const char *text, guint most)
{
  guint units = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      units += g_utf8_get_char (text) > 0xffff ? 2 : 1;
      if (units > most)
        break;
    }
  return text;
}

static char *
make_name (const char *text, guint number)
{
  g_autofree char *clean = sotay_report_clean (text);
  g_autofree char *ending = number > 1 ? g_strdup_printf (" (%u)", number) : g_strdup ("");
  g_autofree char *start = NULL;

  g_strdelimit (clean, "[]:*?/\\'", ' ');
  g_strstrip (clean);
  start = g_strndup (clean, (gsize) (find_cut (clean, MOST_NAME - (guint) strlen (ending)) - clean));
  g_strchomp (start);
  return g_strconcat (*start != '\0' ? start : "Bảng", ending, NULL);
}

/* Returns: (transfer full): a name that no other sheet has */
static char *
find_name (SotayXlsxBook *book, const char *text)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *name = make_name (text, number);
      char *folded = g_utf8_casefold (name, -1);

      if (g_hash_table_add (book->names, folded))
        return g_steal_pointer (&name);
    }
}

lxw_worksheet *
sotay_xlsx_book_add_sheet (SotayXlsxBook *book, const char *name, gboolean landscape)
{
  g_autofree char *own = find_name (book, name != NULL ? name : "");
  lxw_worksheet *sheet = workbook_add_worksheet (book->workbook, own);

  g_return_val_if_fail (sheet != NULL, NULL);
  worksheet_set_paper (sheet, A4);
  if (landscape)
    worksheet_set_landscape (sheet);
  worksheet_set_margins (sheet, WIDE, NARROW, NARROW, NARROW);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_header (sheet, "&C&P");
  return sheet;
}

static lxw_format *
make_format (SotayXlsxBook *book, SotayCellKind kind, SotayCellAlign align, SotayXlsxLook look, guint indent)
{
  static const char *const numbers[N_KINDS] = { "@", "#,##0", "0.00%", "dd/mm/yyyy" };
  static const guint8 aligns[N_ALIGNS] = { LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
  lxw_format *format = workbook_add_format (book->workbook);

  format_set_font_name (format, FONT);
  format_set_font_size (format, SIZE);
  format_set_num_format (format, numbers[kind]);
  format_set_align (format, aligns[align]);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_text_wrap (format);
  if (indent > 0)
    format_set_indent (format, (guint8) indent);
  if (look & SOTAY_XLSX_BOLD)
    format_set_bold (format);
  if (look & SOTAY_XLSX_ITALIC)
    format_set_italic (format);
  if (look & SOTAY_XLSX_BORDERS)
    format_set_border (format, LXW_BORDER_THIN);
  return format;
}

lxw_format *
sotay_xlsx_book_get_format (SotayXlsxBook *book, SotayCellKind kind, SotayCellAlign align, SotayXlsxLook look,
                            guint indent)
{
  lxw_format **format = &book->formats[kind][align][look][MIN (indent, MOST_INDENT)];

  if (*format == NULL)
    *format = make_format (book, kind, align, look, MIN (indent, MOST_INDENT));
  return *format;
}

void
sotay_xlsx_write_text (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_row_t last_row,
                       lxw_col_t last_column, const char *text, lxw_format *format)
{
  g_autofree char *clean = sotay_report_clean (text != NULL ? text : "");

  clean[find_cut (clean, MOST_TEXT) - clean] = '\0';
  if (row < last_row || column < last_column)
    worksheet_merge_range (sheet, row, column, last_row, last_column, clean, format);
  else
    worksheet_write_string (sheet, row, column, clean, format);
}

gboolean
sotay_xlsx_book_finish (SotayXlsxBook *book, GError **error)
{
  gboolean room = sotay_xlsx_check_room (book->path, error);
  lxw_error code = workbook_close (g_steal_pointer (&book->workbook));

  if (room && code != LXW_NO_ERROR)
    return sotay_xlsx_check_room (book->path, error) && fail (book, code, error);
  return room;
}

void
sotay_xlsx_book_free (SotayXlsxBook *book)
{
  if (book->workbook != NULL)
    lxw_workbook_free (book->workbook);
  g_hash_table_unref (book->names);
  g_free (book->path);
  g_free (book);
}
