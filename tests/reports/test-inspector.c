/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each fault of a report is found, and once it is mended it is not. */
#include "reports/inspector.h"

#include "month-fixture.h"
#include "reports/month-words.h"
#include "support/test-support.h"

#include <sqlite3.h>

#define MARCH "2026-03-10"
#define APRIL "2026-04-05"

static const SotayFinding *
find (Ward *ward, SotayMonthReport **report, const char *month, SotayFindingCode code)
{
  g_clear_pointer (report, sotay_month_report_free);
  *report = ward_report (ward, month, "2026-05-05");
  return ward_find ((*report)->findings, code);
}

/* @value stands for a fault, @mended does not. */
static void
check_text (Ward *ward, char **field, const char *value, const char *mended, SotayFindingCode code,
            SotayFindingSeverity severity, const char *setting)
{
  g_autoptr (SotayMonthReport) report = NULL;
  const SotayFinding *finding;

  g_free (*field);
  *field = g_strdup (value);
  finding = find (ward, &report, MARCH, code);
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->severity, ==, severity);
  g_assert_cmpint (finding->target, ==, SOTAY_TARGET_SETTING);
  g_assert_cmpstr (finding->target_id, ==, setting);
  g_free (*field);
  *field = g_strdup (mended);
  g_assert_null (find (ward, &report, MARCH, code));
}

static void
check_lines (Ward *ward, char ***field, const char *value, const char *mended, SotayFindingCode code,
             SotayFindingSeverity severity, const char *setting)
{
  g_autoptr (SotayMonthReport) report = NULL;
  const SotayFinding *finding;

  g_strfreev (*field);
  *field = value != NULL ? g_strsplit (value, "\n", -1) : NULL;
  finding = find (ward, &report, MARCH, code);
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->severity, ==, severity);
  g_assert_cmpstr (finding->target_id, ==, setting);
  g_strfreev (*field);
  *field = g_strsplit (mended, "\n", -1);
  g_assert_null (find (ward, &report, MARCH, code));
}

static void
test_issuer (Ward *ward, gconstpointer data)
{
  SotayIssuer *issuer = ward->issuer;

  check_text (ward, &issuer->symbol, NULL, "UBND", SOTAY_FINDING_NO_SYMBOL, SOTAY_FINDING_ERROR, "report-symbol");
  check_text (ward, &issuer->place, NULL, "Bến Nghé", SOTAY_FINDING_NO_PLACE, SOTAY_FINDING_ERROR, "report-place");
  check_text (ward, &issuer->signer, "", "Trần", SOTAY_FINDING_NO_SIGNER, SOTAY_FINDING_ERROR, "report-signer");
  check_text (ward, &issuer->role, NULL, "CHỦ TỊCH", SOTAY_FINDING_NO_ROLE, SOTAY_FINDING_ERROR, "report-role");
  check_text (ward, &issuer->role, "Chủ tịch", "CHỦ TỊCH", SOTAY_FINDING_AUTHORITY_FORM, SOTAY_FINDING_WARNING,
              "report-role");
  check_lines (ward, &issuer->addressees, NULL, "Công an Thành phố", SOTAY_FINDING_NO_ADDRESSEE, SOTAY_FINDING_ERROR,
               "report-addressees");
  check_lines (ward, &issuer->authority, NULL, "TM. ỦY BAN NHÂN DÂN", SOTAY_FINDING_NO_AUTHORITY,
               SOTAY_FINDING_REMARK, "report-authority");
  check_lines (ward, &issuer->authority, "TM. Ủy ban nhân dân", "TUQ. CHỦ TỊCH", SOTAY_FINDING_AUTHORITY_FORM,
               SOTAY_FINDING_WARNING, "report-authority");
  check_lines (ward, &issuer->authority, "TM.ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH", SOTAY_FINDING_AUTHORITY_FORM,
               SOTAY_FINDING_WARNING, "report-authority");
  check_lines (ward, &issuer->recipients, "Như trên", "Như trên\nLưu: VT, CATP", SOTAY_FINDING_NO_ARCHIVE,
               SOTAY_FINDING_WARNING, "report-recipients");
}

/* A unit that reports has a name; the whole register has that of the settings. */
static void
test_no_issuer (Ward *ward, gconstpointer data)
{
  GDate day = fixture_date (MARCH);
  g_autoptr (SotayMonthData) month = sotay_month_data_load (ward->store, &day, &day, NULL, NULL, NULL);
  g_autoptr (SotayMonthReport) report = NULL;
  g_autoptr (SotayIssuer) nobody = sotay_issuer_new ();
  g_autoptr (SotayReport) paper = sotay_report_new (SOTAY_REPORT_MONTHLY);
  g_autoptr (GPtrArray) bad = NULL;
  g_autoptr (GPtrArray) good = NULL;

  paper->dated = day;
  bad = sotay_inspector_inspect (month, paper, nobody);
  good = sotay_inspector_inspect (month, paper, ward->issuer);
  g_assert_nonnull (ward_find (bad, SOTAY_FINDING_NO_ISSUER));
  g_assert_null (ward_find (good, SOTAY_FINDING_NO_ISSUER));
  g_clear_pointer (&ward->issuer->name, g_free);
  g_assert_null (find (ward, &report, MARCH, SOTAY_FINDING_NO_ISSUER));
}

static void
test_number (Ward *ward, gconstpointer data)
{
  static const char *const wrong[] = { "5/BC-UBND", "005/BC-UBND", "12 /BC-UBND", "12/ BC-UBND", "12/BC - UBND",
                                       "12/BC-Ubnd", "12/CV-UBND", "12/BC-", "12", "/BC-UBND", "12/BC-UBND\302\240X" };
  static const char *const right[] = { "05/BC-UBND", "12/BC-UBND", "1205/BC-UBND-VX", "100/BC-ĐĐBQH" };
  g_autoptr (SotayMonthReport) report = NULL;
  const SotayFinding *finding = find (ward, &report, MARCH, SOTAY_FINDING_NO_NUMBER);

  g_assert_nonnull (finding);
  g_assert_cmpint (finding->target, ==, SOTAY_TARGET_FIELD);
  g_assert_cmpstr (finding->target_id, ==, "number");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      ward_write (ward, MARCH, SOTAY_MONTHLY_NUMBER, wrong[i]);
      g_test_message ("%s", wrong[i]);
      g_assert_nonnull (find (ward, &report, MARCH, SOTAY_FINDING_NUMBER_FORM));
      g_assert_null (ward_find (report->findings, SOTAY_FINDING_NO_NUMBER));
    }
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      ward_write (ward, MARCH, SOTAY_MONTHLY_NUMBER, right[i]);
      g_test_message ("%s", right[i]);
      g_assert_null (find (ward, &report, MARCH, SOTAY_FINDING_NUMBER_FORM));
    }
}

static void
test_date (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayMonthReport) report = NULL;
  const SotayFinding *finding;

  ward_write (ward, MARCH, SOTAY_MONTHLY_DATED, "2026-03-30");
  finding = find (ward, &report, MARCH, SOTAY_FINDING_DATE_EARLY);
  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->argument, ==, "31/3/2026");
  g_assert_cmpstr (finding->target_id, ==, "dated");
  ward_write (ward, MARCH, SOTAY_MONTHLY_DATED, "2026-03-31");
  g_assert_null (find (ward, &report, MARCH, SOTAY_FINDING_DATE_EARLY));
}

static void
test_parts (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayMonthReport) report = NULL;

  for (guint i = SOTAY_MONTHLY_DIRECTION; i <= SOTAY_MONTHLY_PROPOSALS; i++)
    {
      const SotayFinding *finding;

      ward_write (ward, MARCH, i, "- …");
      finding = find (ward, &report, MARCH, SOTAY_FINDING_EMPTY_PART);
      g_assert_nonnull (finding);
      g_assert_cmpint (finding->target, ==, SOTAY_TARGET_PART);
      g_assert_cmpstr (finding->target_id, ==, sotay_month_words_get_part (i));
      ward_write (ward, MARCH, i, "Không.");
      g_assert_null (find (ward, &report, MARCH, SOTAY_FINDING_EMPTY_PART));
    }
}

static void
write_template (const char *folder, const char *text)
{
  g_autofree char *path = g_build_filename (folder, "bao-cao-thang.mau", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_type (Ward *ward, gconstpointer data)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autoptr (SotayMonthReport) report = NULL;

  ward->templates = folder;
  write_template (folder, "@ten-loai: Báo cáo\n");
  g_assert_nonnull (find (ward, &report, MARCH, SOTAY_FINDING_TYPE_FORM));
  write_template (folder, "@trich-yeu: Tháng {thang}\n");
  g_assert_nonnull (find (ward, &report, MARCH, SOTAY_FINDING_TYPE_FORM));
  write_template (folder, "@ten-loai: BÁO CÁO\n");
  g_assert_null (find (ward, &report, MARCH, SOTAY_FINDING_TYPE_FORM));
}

static void
test_attendance (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) person = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);
  g_autoptr (SotayRecord) session = ward_session (ward, "Lớp 1", "2026-03-12");
  g_autoptr (SotayMonthReport) report = NULL;
  const SotayFinding *finding = find (ward, &report, MARCH, SOTAY_FINDING_NO_ATTENDANCE);

  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->argument, ==, "Lớp 1");
  g_assert_cmpint (finding->target, ==, SOTAY_TARGET_SESSION);
  g_assert_cmpstr (finding->target_id, ==, sotay_record_get_id (session));
  ward_attend (ward, session, person);
  g_assert_null (find (ward, &report, MARCH, SOTAY_FINDING_NO_ATTENDANCE));
}

static void
test_nobody_due (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) person = NULL;
  g_autoptr (SotayMonthReport) report = NULL;
  const SotayFinding *finding = find (ward, &report, MARCH, SOTAY_FINDING_NOBODY_DUE);

  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->target_id, ==, sotay_unit_get_id (ward->ward));
  person = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);
  g_assert_null (find (ward, &report, MARCH, SOTAY_FINDING_NOBODY_DUE));
}

static void
test_state (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) person = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);
  g_autoptr (SotayMonthReport) running = ward_report (ward, MARCH, "2026-03-20");
  g_autoptr (SotayMonthReport) report = NULL;

  g_assert_nonnull (ward_find (running->findings, SOTAY_FINDING_RUNNING));
  g_assert_nonnull (ward_find (running->findings, SOTAY_FINDING_NOT_CLOSED));
  g_assert_nonnull (find (ward, &report, MARCH, SOTAY_FINDING_NOT_CLOSED));
  g_assert_null (ward_find (report->findings, SOTAY_FINDING_RUNNING));
  ward_close (ward, MARCH, APRIL);
  g_assert_null (find (ward, &report, MARCH, SOTAY_FINDING_NOT_CLOSED));
  g_assert_null (ward_find (report->findings, SOTAY_FINDING_LATE_CHANGES));
  fixture_mark (ward->store, person, "2026-03-20");
  g_assert_nonnull (find (ward, &report, MARCH, SOTAY_FINDING_LATE_CHANGES));
  g_assert_cmpint (ward_find (report->findings, SOTAY_FINDING_LATE_CHANGES)->severity, ==, SOTAY_FINDING_REMARK);
}

static void
test_not_told (Ward *ward, gconstpointer data)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autoptr (SotayStaff) person = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);
  g_autoptr (SotayMonthReport) report = NULL;

  ward_close (ward, MARCH, APRIL);
  fixture_mark (ward->store, person, "2026-03-20");
  ward->templates = folder;
  write_template (folder, "@ten-loai: BÁO CÁO\n[bang-tong-hop]\n");
  g_assert_nonnull (find (ward, &report, APRIL, SOTAY_FINDING_NOT_TOLD));
  write_template (folder, "@ten-loai: BÁO CÁO\n[bang-dinh-chinh]\n");
  g_assert_null (find (ward, &report, APRIL, SOTAY_FINDING_NOT_TOLD));
}

/* A register that other hands wrote: one person in two units on one day. */
static void
test_twice (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) person = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO membership VALUES ('%s/m', '%s', '%s', NULL, '2099-01-01')",
                                          sotay_staff_get_id (person), sotay_staff_get_id (person),
                                          sotay_unit_get_id (ward->office));
  g_autoptr (SotayMonthReport) report = NULL;
  const SotayFinding *finding;
  sqlite3 *db = NULL;

  g_assert_null (find (ward, &report, MARCH, SOTAY_FINDING_TWICE));
  g_assert_cmpint (sqlite3_open (ward->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  finding = find (ward, &report, MARCH, SOTAY_FINDING_TWICE);
  g_assert_nonnull (finding);
  g_assert_cmpint (finding->severity, ==, SOTAY_FINDING_ERROR);
  g_assert_cmpstr (finding->argument, ==, "Lê Văn Chi");
  g_assert_cmpstr (finding->target_id, ==, sotay_staff_get_id (person));
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM membership", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_null (find (ward, &report, MARCH, SOTAY_FINDING_TWICE));
}

/* Figures of a closed month that somebody else wrote into the register. */
static void
test_unit_sum (Ward *ward, gconstpointer data)
{
  GDate day = fixture_date (MARCH);
  g_autoptr (SotayStaff) person = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);
  g_autoptr (SotayMonthReport) report = ward_report (ward, MARCH, APRIL);
  g_autofree char *figures = sotay_frozen_month_to_text (report->data->shown);
  g_autofree char *forged = g_strdup_printf ("%s\nunit/%s 7 0 0 0", figures, sotay_unit_get_id (ward->office));
  g_autoptr (SotayRecord) open = sotay_monthly_new (&day, sotay_unit_get_id (ward->ward));
  g_autoptr (SotayRecord) closed = sotay_monthly_close (open, &day, forged);
  const SotayFinding *finding;

  g_assert_null (ward_find (report->findings, SOTAY_FINDING_UNIT_SUM));
  fixture_apply (ward->store, sotay_monthly_save (NULL, closed, NULL));
  finding = find (ward, &report, MARCH, SOTAY_FINDING_UNIT_SUM);
  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->argument, ==, "Phường Bến Nghé");
  g_assert_cmpint (finding->target, ==, SOTAY_TARGET_UNIT);
  g_assert_cmpstr (finding->target_id, ==, sotay_unit_get_id (ward->ward));
}

/* Changes a figure of the report, inspects it, and puts it back. */
static void
check_figure (Ward *ward, const char *name, gint64 number, SotayFindingCode code)
{
  g_autoptr (SotayMonthReport) report = ward_report (ward, MARCH, APRIL);
  SotayReportFigure *figure = (SotayReportFigure *) sotay_report_find_figure (report->report, name);
  gint64 right = figure->number;
  g_autoptr (GPtrArray) bad = NULL;
  g_autoptr (GPtrArray) good = NULL;

  figure->number = number;
  bad = sotay_inspector_inspect (report->data, report->report, ward->issuer);
  figure->number = right;
  good = sotay_inspector_inspect (report->data, report->report, ward->issuer);
  g_assert_nonnull (ward_find (bad, code));
  g_assert_cmpint (ward_find (bad, code)->target, ==, SOTAY_TARGET_FIGURE);
  g_assert_true (sotay_findings_have_errors (bad));
  g_assert_null (ward_find (good, code));
}

static void
test_figures (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) an = ward_add_person (ward, ward->office, "Nguyễn Văn An", "2026-02-20", FALSE);
  g_autoptr (SotayStaff) chi = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);

  check_figure (ward, "so-lop", 3, SOTAY_FINDING_TABLE_SUM);
  check_figure (ward, "da-tap-huan", 2, SOTAY_FINDING_TABLE_SUM);
  check_figure (ward, "ty-le-tap-huan", 3, SOTAY_FINDING_SHARE);
  check_figure (ward, "ty-le/da-tap-huan", 2, SOTAY_FINDING_SHARE);
  check_figure (ward, "thang-truoc/ty-le/dat", 1, SOTAY_FINDING_SHARE);
  check_figure (ward, "huong-dan-u1", 2, SOTAY_FINDING_SHARE);
}

/* A table whose rows do not make its total. */
static void
test_table_sum (Ward *ward, gconstpointer data)
{
  for (guint sum = 6; sum <= 7; sum++)
    {
      g_autoptr (SotayMonthReport) report = ward_report (ward, MARCH, APRIL);
      SotayReportTable *table = sotay_report_table_new ("Theo đơn vị");
      int figure = sotay_report_add_figure (report->report, sotay_report_figure_new_count ("tong", sum, NULL, NULL));
      g_autoptr (GPtrArray) findings = NULL;

      sotay_report_table_add_column (table, "Số", NULL, 1, SOTAY_CELL_NUMBER, SOTAY_ALIGN_RIGHT);
      for (guint i = 1; i <= 3; i++)
        {
          sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, i == 3 ? 1 : 0);
          sotay_report_table_add_number (table, i * 2, -1);
        }
      sotay_report_table_add_row (table, SOTAY_ROW_TOTAL, 0);
      sotay_report_table_add_number (table, sum, figure);
      sotay_report_part_add_table (report->report->parts->pdata[0], table);
      findings = sotay_inspector_inspect (report->data, report->report, ward->issuer);
      g_assert_true ((ward_find (findings, SOTAY_FINDING_TABLE_SUM) == NULL) == (sum == 6));
    }
}

/* The month's own figures are changed as no register could have them. */
static void
test_utility (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) an = ward_add_person (ward, ward->office, "Nguyễn Văn An", "2026-02-20", FALSE);
  g_autoptr (SotayMonthReport) report = ward_report (ward, MARCH, APRIL);

  for (guint taught = 0; taught <= 2; taught++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      const SotayFinding *finding;

      sotay_frozen_month_set (report->data->shown, "huong-dan-u7", taught);
      findings = sotay_inspector_inspect (report->data, report->report, ward->issuer);
      finding = ward_find (findings, SOTAY_FINDING_UTILITY);
      g_assert_true ((finding == NULL) == (taught == 1));
      if (finding != NULL)
        g_assert_cmpstr (finding->argument, ==, "U7");
    }
}

/* A report that is as it should be: nothing at all is found. */
static void
test_clean (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayStaff) an = ward_add_person (ward, ward->office, "Nguyễn Văn An", "2026-02-20", TRUE);
  g_autoptr (SotayStaff) chi = ward_add_person (ward, ward->school, "Lê Văn Chi", NULL, FALSE);
  g_autoptr (SotayRecord) session = ward_session (ward, "Lớp 1", "2026-03-12");
  g_autoptr (SotayMonthReport) report = NULL;

  ward_attend (ward, session, chi);
  ward_write (ward, MARCH, SOTAY_MONTHLY_NUMBER, "12/BC-UBND");
  ward_close (ward, MARCH, APRIL);
  report = ward_report (ward, MARCH, "2026-05-05");
  for (guint i = 0; i < report->findings->len; i++)
    g_test_message ("%s", sotay_finding_code_to_string (((SotayFinding *) report->findings->pdata[i])->code));
  g_assert_cmpuint (report->findings->len, ==, 0);
  g_assert_false (sotay_findings_have_errors (report->findings));
}

/* The errors stand first. */
static void
test_order (Ward *ward, gconstpointer data)
{
  g_autoptr (SotayMonthReport) report = NULL;

  sotay_issuer_unref (ward->issuer);
  ward->issuer = sotay_issuer_new ();
  report = ward_report (ward, MARCH, "2026-03-20");
  g_assert_true (sotay_findings_have_errors (report->findings));
  for (guint i = 1; i < report->findings->len; i++)
    g_assert_cmpint (((SotayFinding *) report->findings->pdata[i - 1])->severity, >=,
                     ((SotayFinding *) report->findings->pdata[i])->severity);
}

static void
add (const char *path, void (*test) (Ward *, gconstpointer))
{
  g_test_add (path, Ward, NULL, ward_set_up, test, ward_tear_down);
}

static void
add_tests (void)
{
  add ("/inspector/issuer", test_issuer);
  add ("/inspector/no-issuer", test_no_issuer);
  add ("/inspector/number", test_number);
  add ("/inspector/date", test_date);
  add ("/inspector/parts", test_parts);
  add ("/inspector/type", test_type);
  add ("/inspector/attendance", test_attendance);
  add ("/inspector/nobody-due", test_nobody_due);
  add ("/inspector/state", test_state);
  add ("/inspector/not-told", test_not_told);
  add ("/inspector/twice", test_twice);
  add ("/inspector/unit-sum", test_unit_sum);
  add ("/inspector/figures", test_figures);
  add ("/inspector/table-sum", test_table_sum);
  add ("/inspector/utility", test_utility);
  add ("/inspector/clean", test_clean);
  add ("/inspector/order", test_order);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
