/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-sheet ours FILE ROWS: writes rows of staff through our writer of sheets.
 * bench-sheet bare FILE ROWS: the same cells by a loop around the library, which writes each row as it comes. */
#include "core/dates.h"
#include "people.h"
#include "reports/sheet-writer.h"

#include <string.h>
#include <xlsxwriter.h>

#define PEOPLE 1000 /* then they come again */
#define N_COLUMNS 8

static const SotaySheetColumn columns[N_COLUMNS] = {
  { "Họ và tên", SOTAY_SHEET_TEXT },  { "Ngày sinh", SOTAY_SHEET_DATE },    { "Chức vụ", SOTAY_SHEET_TEXT },
  { "Đơn vị", SOTAY_SHEET_TEXT },     { "Mức", SOTAY_SHEET_TEXT },          { "Ngày tập huấn", SOTAY_SHEET_DATE },
  { "Mã cán bộ", SOTAY_SHEET_TEXT },  { "Điện thoại", SOTAY_SHEET_TEXT },
};

typedef struct
{
  const char *cells[N_COLUMNS];
  lxw_datetime days[N_COLUMNS];
} Person;

static Person *
make_people (GPtrArray *units, GPtrArray *staff)
{
  Person *people = g_new0 (Person, PEOPLE);

  g_ptr_array_add (units, people_unit (0, units));
  g_ptr_array_add (units, people_unit (1, units));
  for (guint i = 0; i < PEOPLE; i++)
    {
      SotayStaff *one = people_staff (i, units);
      const char *cells[N_COLUMNS] = {
        sotay_staff_get_name (one), "1975-03-05", sotay_staff_get_field (one, SOTAY_STAFF_POSITION),
        sotay_unit_get_name (units->pdata[1]), "2", sotay_staff_get_field (one, SOTAY_STAFF_TRAINED_ON),
        sotay_staff_get_field (one, SOTAY_STAFF_CODE), "0912345678",
      };

      g_ptr_array_add (staff, one);
      memcpy (people[i].cells, cells, sizeof cells);
      for (guint j = 0; j < N_COLUMNS; j++)
        {
          GDate day;

          if (columns[j].kind != SOTAY_SHEET_DATE || cells[j] == NULL || !sotay_date_parse_iso (cells[j], &day))
            continue;
          people[i].days[j].year = g_date_get_year (&day);
          people[i].days[j].month = g_date_get_month (&day);
          people[i].days[j].day = g_date_get_day (&day);
        }
    }
  return people;
}

static void
write_ours (const char *path, guint64 rows, const Person *people)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotaySheetWriter) writer = sotay_sheet_writer_new (path, "Danh sách", columns, N_COLUMNS, &error);

  for (guint64 row = 0; row < rows; row++)
    g_assert_true (sotay_sheet_writer_add_row (writer, people[row % PEOPLE].cells, &error));
  g_assert_true (sotay_sheet_writer_finish (writer, &error));
}

static void
write_bare (const char *path, guint64 rows, const Person *people)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Danh sách");
  lxw_format *date = workbook_add_format (book);

  format_set_num_format (date, "dd/mm/yyyy");
  for (lxw_col_t i = 0; i < N_COLUMNS; i++)
    worksheet_write_string (sheet, 0, i, columns[i].title, NULL);
  for (guint64 row = 0; row < rows; row++)
    for (lxw_col_t i = 0; i < N_COLUMNS; i++)
      {
        const Person *person = &people[row % PEOPLE];
        lxw_datetime day = person->days[i];

        if (day.year > 0)
          worksheet_write_datetime (sheet, (lxw_row_t) row + 1, i, &day, date);
        else if (person->cells[i] != NULL)
          worksheet_write_string (sheet, (lxw_row_t) row + 1, i, person->cells[i], NULL);
      }
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) staff = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree Person *people = NULL;

  if (argc != 4)
    return 1;
  people = make_people (units, staff);
  (g_str_equal (argv[1], "ours") ? write_ours : write_bare) (argv[2], g_ascii_strtoull (argv[3], NULL, 10), people);
  return 0;
}
