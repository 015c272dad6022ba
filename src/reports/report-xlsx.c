/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/report-xlsx.h"

#include "reports/clean-text.h"
#include "reports/output-file.h"
#include "reports/report-words.h"
#include "reports/xlsx-table.h"

/* The first sheet is a grid: the letterhead's left side takes some of its columns, its right side the others. */
#define N_COLUMNS 11
#define LEFT_COLUMNS 5
#define COLUMN_WIDTH 9.0 /* characters */
#define COLUMN_POINTS 51.0
#define LETTER_POINTS 6.0
#define CAPITAL_POINTS 8.5
#define LINE_POINTS 16.5
#define MOST_LINES 24 /* what a row of a sheet can be high */
#define MOST_LETTERS 1500 /* in a row */
#define MOST_DESCRIPTION 255
#define SIGNATURE_POINTS 66.0

typedef struct
{
  SotayXlsxBook *book;
  lxw_worksheet *sheet;
  lxw_row_t row; /* the next */
  GCancellable *cancellable;
} Cover;

static guint
count_lines (const char *text, guint n_columns, SotayXlsxLook look)
{
  double letter = look & SOTAY_XLSX_BOLD ? CAPITAL_POINTS : LETTER_POINTS;
  double lines = (double) g_utf8_strlen (text, -1) * letter / (n_columns * COLUMN_POINTS) + 1;

  return (guint) MIN (lines, MOST_LINES);
}

/* One of the texts of a row. Returns how many lines it takes. */
static guint
put (Cover *cover, guint first, guint n_columns, const char *text, SotayCellAlign align, SotayXlsxLook look)
{
  if (text == NULL || *text == '\0')
    return 0;
  sotay_xlsx_write_text (cover->sheet, cover->row, (lxw_col_t) first, cover->row, (lxw_col_t) (first + n_columns - 1),
                         text, sotay_xlsx_book_get_format (cover->book, SOTAY_CELL_TEXT, align, look, 0));
  return count_lines (text, n_columns, look);
}

static void
end_row (Cover *cover, guint n_lines)
{
  if (n_lines == 0)
    return;
  worksheet_set_row (cover->sheet, cover->row, n_lines * LINE_POINTS, NULL);
  cover->row++;
}

/* Returns where a piece of the text ends that a row can show: at a space if there is one. */
static const char *
find_end (const char *text)
{
  const char *end = text;
  const char *space = NULL;

  for (guint i = 0; *end != '\0' && i < MOST_LETTERS; i++)
    {
      if (*end == ' ')
        space = end + 1;
      end = g_utf8_next_char (end);
    }
  return *end == '\0' || space == NULL ? end : space;
}

static void
put_whole (Cover *cover, const char *text, SotayCellAlign align, SotayXlsxLook look)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  for (const char *rest = valid; rest != NULL && *rest != '\0';)
    {
      const char *end = find_end (rest);
      g_autofree char *piece = g_strndup (rest, (gsize) (end - rest));

      end_row (cover, put (cover, 0, N_COLUMNS, piece, align, look));
      rest = end;
    }
}

static void
put_both (Cover *cover, const char *left, SotayXlsxLook left_look, const char *right, SotayXlsxLook right_look)
{
  guint n_left = put (cover, 0, LEFT_COLUMNS, left, SOTAY_ALIGN_CENTRE, left_look);
  guint n_right = put (cover, LEFT_COLUMNS, N_COLUMNS - LEFT_COLUMNS, right, SOTAY_ALIGN_CENTRE, right_look);

  end_row (cover, MAX (n_left, n_right));
}

static void
put_lines (Cover *cover, char **lines, SotayCellAlign align)
{
  for (guint i = 0; lines[i] != NULL; i++)
    put_whole (cover, lines[i], align, SOTAY_XLSX_PLAIN);
}

static void
write_letterhead (Cover *cover, SotayReport *report)
{
  if (report->superior != NULL)
    {
      put_both (cover, report->superior, SOTAY_XLSX_PLAIN, SOTAY_REPORT_COUNTRY, SOTAY_XLSX_BOLD);
      put_both (cover, report->issuer, SOTAY_XLSX_BOLD, SOTAY_REPORT_MOTTO, SOTAY_XLSX_BOLD);
    }
  else
    {
      put_both (cover, report->issuer, SOTAY_XLSX_BOLD, SOTAY_REPORT_COUNTRY, SOTAY_XLSX_BOLD);
      put_both (cover, NULL, SOTAY_XLSX_PLAIN, SOTAY_REPORT_MOTTO, SOTAY_XLSX_BOLD);
    }
  put_both (cover, report->number, SOTAY_XLSX_PLAIN, report->place_and_date, SOTAY_XLSX_ITALIC);
  cover->row++;
}

static void
write_front (Cover *cover, SotayReport *report)
{
  g_auto (GStrv) addressees = sotay_report_list_addressees (report);

  if (report->issuer != NULL)
    write_letterhead (cover, report);
  put_whole (cover, report->type, SOTAY_ALIGN_CENTRE, SOTAY_XLSX_BOLD);
  put_whole (cover, report->subject, SOTAY_ALIGN_CENTRE, SOTAY_XLSX_BOLD);
  put_whole (cover, report->attached_to, SOTAY_ALIGN_CENTRE, SOTAY_XLSX_ITALIC);
  put_lines (cover, addressees, SOTAY_ALIGN_CENTRE);
  cover->row++;
}

static void
put_words (Cover *cover, const SotayReportBlock *block)
{
  g_autofree char *text = sotay_report_block_get_text (block);
  g_autofree char *item = g_strconcat ("- ", text, NULL);

  if (block->kind == SOTAY_REPORT_BLOCK_HEADING)
    put_whole (cover, text, SOTAY_ALIGN_LEFT, block->level <= 2 ? SOTAY_XLSX_BOLD : SOTAY_XLSX_PLAIN);
  else if (block->style == SOTAY_PARAGRAPH_ITEM)
    put_whole (cover, item, SOTAY_ALIGN_LEFT, SOTAY_XLSX_PLAIN);
  else if (block->style == SOTAY_PARAGRAPH_CENTRED)
    put_whole (cover, text, SOTAY_ALIGN_CENTRE, SOTAY_XLSX_PLAIN);
  else if (block->style == SOTAY_PARAGRAPH_DISPLAY)
    put_whole (cover, text, SOTAY_ALIGN_CENTRE, SOTAY_XLSX_BOLD);
  else if (block->style == SOTAY_PARAGRAPH_BASIS || block->style == SOTAY_PARAGRAPH_NOTE)
    put_whole (cover, text, SOTAY_ALIGN_LEFT, SOTAY_XLSX_ITALIC);
  else
    put_whole (cover, text, SOTAY_ALIGN_LEFT, SOTAY_XLSX_PLAIN);
}

/* Where the words go on without what stands on another sheet. */
static void
put_reference (Cover *cover, const char *name)
{
  g_autofree char *text = name != NULL ? g_strdup_printf ("(Xem trang tính “%s”)", name) : NULL;

  put_whole (cover, text, SOTAY_ALIGN_LEFT, SOTAY_XLSX_ITALIC);
}

static void
write_part (Cover *cover, const SotayReportPart *part)
{
  put_whole (cover, part->label, SOTAY_ALIGN_CENTRE, SOTAY_XLSX_BOLD);
  put_whole (cover, part->title, SOTAY_ALIGN_CENTRE, SOTAY_XLSX_BOLD);
  put_whole (cover, part->note, SOTAY_ALIGN_CENTRE, SOTAY_XLSX_ITALIC);
  for (guint i = 0; i < part->blocks->len; i++)
    {
      const SotayReportBlock *block = part->blocks->pdata[i];

      if (block->runs != NULL)
        put_words (cover, block);
      else if (block->table != NULL)
        put_reference (cover, sotay_xlsx_add_table (cover->book, block->table, part->landscape, cover->cancellable));
      else if (block->chart != NULL)
        put_reference (cover, sotay_xlsx_add_chart (cover->book, block->chart, cover->cancellable));
      else if (block->text != NULL)
        put_whole (cover, block->text, SOTAY_ALIGN_CENTRE, SOTAY_XLSX_PLAIN);
    }
}

static void
write_signature (Cover *cover, const SotaySignature *signature)
{
  for (guint i = 0; signature->authority != NULL && signature->authority[i] != NULL; i++)
    put_both (cover, NULL, SOTAY_XLSX_PLAIN, signature->authority[i], SOTAY_XLSX_BOLD);
  put_both (cover, NULL, SOTAY_XLSX_PLAIN, signature->role, SOTAY_XLSX_BOLD);
  put_both (cover, NULL, SOTAY_XLSX_PLAIN, signature->hint, SOTAY_XLSX_ITALIC);
  worksheet_set_row (cover->sheet, cover->row++, SIGNATURE_POINTS, NULL);
  put_both (cover, NULL, SOTAY_XLSX_PLAIN, signature->name, SOTAY_XLSX_BOLD);
}

static void
write_end (Cover *cover, SotayReport *report)
{
  g_auto (GStrv) recipients = sotay_report_list_recipients (report);

  cover->row++;
  for (guint i = 0; i < report->signatures->len; i++)
    write_signature (cover, report->signatures->pdata[i]);
  if (recipients[0] == NULL)
    return;
  put_whole (cover, SOTAY_REPORT_RECIPIENTS, SOTAY_ALIGN_LEFT, SOTAY_XLSX_BOLD | SOTAY_XLSX_ITALIC);
  put_lines (cover, recipients, SOTAY_ALIGN_LEFT);
}

/* Returns: (transfer full): as much of the text as a description of the file holds */
static char *
shorten (const char *text)
{
  g_autofree char *clean = sotay_report_clean (text);

  return g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), MOST_DESCRIPTION));
}

static void
describe (lxw_workbook *workbook, SotayReport *report)
{
  g_autofree char *whole = sotay_report_get_title (report);
  g_autofree char *title = shorten (whole);
  g_autofree char *author = shorten (report->author != NULL ? report->author : "");
  lxw_doc_properties properties = { .title = title, .author = author };

  workbook_set_properties (workbook, &properties);
}

static gboolean
write_parts (Cover *cover, SotayReport *report, const SotayAdvance *advance, GError **error)
{
  for (guint i = 0; i < report->parts->len; i++)
    {
      write_part (cover, report->parts->pdata[i]);
      if (g_cancellable_set_error_if_cancelled (cover->cancellable, error))
        return FALSE;
      if (i == 0)
        write_end (cover, report);
      sotay_advance_tell (advance, i + 1, report->parts->len);
    }
  return TRUE;
}

gboolean
sotay_report_write_xlsx (SotayReport *report, const char *path, const SotayAdvance *advance,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayOutputFile) file = sotay_output_file_new (path, error);
  g_autoptr (SotayXlsxBook) book = file != NULL ? sotay_xlsx_book_new (sotay_output_file_get_path (file), error) : NULL;
  Cover cover = { book, NULL, 0, cancellable };

  if (book == NULL)
    return FALSE;
  describe (sotay_xlsx_book_get (book), report);
  cover.sheet = sotay_xlsx_book_add_sheet (book, "Báo cáo", FALSE);
  worksheet_set_column (cover.sheet, 0, N_COLUMNS - 1, COLUMN_WIDTH, NULL);
  write_front (&cover, report);
  return write_parts (&cover, report, advance, error) && sotay_xlsx_book_finish (book, error)
         && sotay_output_file_finish (file, error);
}
