/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook goes through LibreOffice, which writes it anew in each format: the same rows must come back. */
#include "register/register-error.h"
#include "support/names.h"
#include "support/test-support.h"
#include "table-fixture.h"

#include <xlsxwriter.h>

static void
write_dates (lxw_workbook *book, lxw_worksheet *sheet, lxw_row_t row)
{
  static const struct
  {
    const char *format;
    double value;
  } dates[] = {
    { "dd/mm/yyyy", 45356 },
    { "dd/mm/yyyy hh:mm", 45356.3125 },
    { "yyyy", 27395 },
    { "mm/yyyy", 27454 },
    { "dd/mm/yyyy", 61 },
    { "hh:mm", 0.3125 },
    { "0000000000", 912345678 },
    { "0%", 0.5 },
    { "General", 79123456789 },
    { "#,##0", 1234567 },
    { "0.00E+00", 912000000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      lxw_format *format = workbook_add_format (book);

      format_set_num_format (format, dates[i].format);
      worksheet_write_number (sheet, row, (lxw_col_t) i, dates[i].value, format);
    }
}

/* No truth values: LibreOffice makes numbers of them. */
static void
write_workbook (const char *path)
{
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Danh sách");
  lxw_row_col_options hidden = { .hidden = TRUE };

  worksheet_merge_range (sheet, 0, 0, 0, 5, "UBND PHƯỜNG BẾN NGHÉ", NULL);
  write_dates (book, sheet, 2);
  for (lxw_row_t i = 0; i < 40; i++)
    {
      worksheet_write_number (sheet, i + 4, 0, i + 1, NULL);
      worksheet_write_string (sheet, i + 4, 2, vietnamese_names[i], NULL);
      worksheet_write_string (sheet, i + 4, 3, "Cán bộ", NULL);
      worksheet_write_string (sheet, i + 4, 4, "Cán bộ", NULL);
    }
  worksheet_set_row_opt (sheet, 10, 15, NULL, &hidden);
  worksheet_write_string (sheet, 60, 1, "hai\ndòng,  \"ngoặc\" & <thẻ>", NULL);
  worksheet_write_formula_num (sheet, 60, 4, "=1+1", NULL, 2);
  worksheet_write_formula_str (sheet, 60, 5, "=1/0", NULL, "");
  worksheet_write_string (workbook_add_worksheet (book, "Tờ hai"), 0, 0, "khác", NULL);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
}

/* The sheet of a file that LibreOffice is to write anew as @format. */
static void
convert (const char *folder, const char *source, const char *format)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  const char *const command[]
      = { "soffice", profile, "--headless", "--convert-to", format, "--outdir", folder, source, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) office
      = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);

  g_assert_no_error (error);
  g_subprocess_wait_check (office, NULL, &error);
  g_assert_no_error (error);
}

static char *
show_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayTableFile) table = sotay_table_file_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sotay_table_file_get_n_sheets (table), ==, 2);
  g_assert_cmpstr (sotay_table_file_get_sheet_name (table, 0), ==, "Danh sách");
  g_assert_cmpstr (sotay_table_file_get_sheet_name (table, 1), ==, "Tờ hai");
  return fixture_show (table);
}

static void
test_round_trip (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *source = g_build_filename (folder, "goc.xlsx", NULL);
  g_autofree char *ods = g_build_filename (folder, "goc.ods", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  write_workbook (source);
  first = show_file (folder, "goc.xlsx");
  g_assert_nonnull (strstr (first, "1*: UBND PHƯỜNG BẾN NGHÉ\n3: 2024-03-05|2024-03-05 07:30|1975|1975-03|1900-03-01|07:30|"
                                   "0912345678|0.5|79123456789|1234567|912000000000\n5: 1||"));
  g_assert_nonnull (strstr (first, "61: |hai dòng, \"ngoặc\" & <thẻ>|||2\n"));
  convert (folder, source, "ods");
  second = show_file (folder, "goc.ods");
  g_assert_cmpstr (second, ==, first);
  convert (folder, ods, "xlsx");
  third = show_file (folder, "goc.xlsx");
  g_assert_cmpstr (third, ==, first);
}

/* What LibreOffice writes for Excel 97 is told from what can be read. */
static void
test_old_workbook (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *source = g_build_filename (folder, "goc.xlsx", NULL);
  g_autofree char *old = g_build_filename (folder, "goc.xls", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (old);
  g_autoptr (GError) error = NULL;

  write_workbook (source);
  convert (folder, source, "xls");
  g_assert_null (sotay_table_file_read (file, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_FILE_OLD);
}

static void
add_tests (void)
{
  g_test_add_func ("/table-office/round-trip", test_round_trip);
  g_test_add_func ("/table-office/old-workbook", test_old_workbook);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
