/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "month-fixture.h"

#include "register/edit-records.h"
#include "register/session.h"

static const char *const utilities[SOTAY_N_UTILITIES + 1] = {
  "Tiện ích 1",  "Tiện ích 2",  "Tiện ích 3",  "Tiện ích 4",  "Tiện ích 5",  "Tiện ích 6",
  "Tiện ích 7",  "Tiện ích 8",  "Tiện ích 9",  "Tiện ích 10", "Tiện ích 11", "Tiện ích 12",
  "Tiện ích 13", "Tiện ích 14", "Tiện ích 15", "Tiện ích 16", NULL,
};

static SotayIssuer *
make_issuer (void)
{
  SotayIssuer *issuer = sotay_issuer_new ();

  issuer->superior = g_strdup ("Thành phố Hồ Chí Minh");
  issuer->name = g_strdup ("Ủy ban nhân dân phường Bến Nghé");
  issuer->symbol = g_strdup ("UBND");
  issuer->place = g_strdup ("Bến Nghé");
  issuer->addressees = g_strsplit ("Công an Thành phố", "\n", -1);
  issuer->authority = g_strsplit ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "\n", -1);
  issuer->role = g_strdup ("PHÓ CHỦ TỊCH");
  issuer->signer = g_strdup ("Trần Thị Bình");
  return issuer;
}

void
ward_set_up (Ward *ward, gconstpointer data)
{
  ward->path = fixture_path ();
  ward->store = fixture_store (ward->path);
  ward->ward = fixture_add_unit (ward->store, NULL, "Phường Bến Nghé");
  ward->office = fixture_add_unit (ward->store, ward->ward, "Văn phòng");
  ward->school = fixture_add_unit (ward->store, ward->ward, "Trường Tiểu học");
  ward->issuer = make_issuer ();
}

void
ward_tear_down (Ward *ward, gconstpointer data)
{
  g_clear_object (&ward->ward);
  g_clear_object (&ward->office);
  g_clear_object (&ward->school);
  g_clear_object (&ward->store);
  g_clear_pointer (&ward->issuer, sotay_issuer_unref);
  g_clear_pointer (&ward->path, g_free);
}

SotayStaff *
ward_add_person (Ward *ward, SotayUnit *unit, const char *name, const char *trained_on, gboolean passed)
{
  g_autoptr (SotayStaff) plain = sotay_staff_new (NULL, name, sotay_unit_get_id (unit));
  g_autoptr (SotayStaff) trained = sotay_staff_with (plain, SOTAY_STAFF_TRAINED_ON, trained_on);
  SotayStaff *person = sotay_staff_with (trained, SOTAY_STAFF_PASSED_ON, passed ? trained_on : NULL);

  fixture_apply (ward->store, sotay_edit_add_staff (person, NULL));
  return person;
}

SotayRecord *
ward_add (Ward *ward, SotayRecord *record)
{
  g_autoptr (GError) error = NULL;
  SotayStep *step = sotay_edit_add_record (record, &error);

  g_assert_no_error (error);
  fixture_apply (ward->store, step);
  return record;
}

SotayRecord *
ward_set (SotayRecord *record, guint field, const char *value)
{
  SotayRecord *after = sotay_record_with (record, field, value);

  g_object_unref (record);
  return after;
}

SotayRecord *
ward_session (Ward *ward, const char *title, const char *day)
{
  SotayRecord *session = sotay_record_new (SOTAY_RECORD_SESSION, NULL);

  session = ward_set (session, SOTAY_SESSION_TITLE, title);
  session = ward_set (session, SOTAY_SESSION_DAY, day);
  session = ward_set (session, SOTAY_SESSION_PLACE, "Hội trường");
  session = ward_set (session, SOTAY_SESSION_UTILITIES, "U1 U2");
  session = ward_set (session, SOTAY_SESSION_UNIT_ID, sotay_unit_get_id (ward->office));
  return ward_add (ward, session);
}

void
ward_attend (Ward *ward, SotayRecord *session, SotayStaff *person)
{
  const char *const ids[] = { sotay_staff_get_id (person), NULL };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  SotayStep *step = sotay_edit_record_attendance (session, none, ids, "present", NULL, &error);

  g_assert_no_error (error);
  fixture_apply (ward->store, step);
}

SotayMonthReport *
ward_report (Ward *ward, const char *month, const char *today)
{
  SotayMonthOrder order = { fixture_date (month), fixture_date (today), sotay_unit_get_id (ward->ward), ward->issuer,
                            ward->templates, utilities };
  g_autoptr (GError) error = NULL;
  SotayMonthReport *report = sotay_month_report_build (ward->store, &order, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

static SotayRecord *
find_record (Ward *ward, const GDate *month)
{
  g_autoptr (GPtrArray) records = sotay_store_list_records (ward->store, SOTAY_RECORD_MONTHLY, -1, NULL, NULL, NULL);
  SotayRecord *found = sotay_monthly_find (records, month, sotay_unit_get_id (ward->ward));

  return found != NULL ? g_object_ref (found) : NULL;
}

static void
save (Ward *ward, SotayRecord *before, SotayRecord *after)
{
  g_autoptr (GError) error = NULL;
  SotayStep *step = sotay_monthly_save (before, after, &error);

  g_assert_no_error (error);
  fixture_apply (ward->store, step);
}

void
ward_write (Ward *ward, const char *month, SotayMonthlyField field, const char *value)
{
  GDate day = fixture_date (month);
  g_autoptr (SotayRecord) before = find_record (ward, &day);
  g_autoptr (SotayRecord) plain = before != NULL ? g_object_ref (before)
                                                 : sotay_monthly_new (&day, sotay_unit_get_id (ward->ward));
  g_autoptr (SotayRecord) after = sotay_record_with (plain, field, value);

  save (ward, before, after);
}

void
ward_close (Ward *ward, const char *month, const char *today)
{
  GDate day = fixture_date (month);
  GDate today_day = fixture_date (today);
  g_autoptr (SotayRecord) before = find_record (ward, &day);
  g_autoptr (SotayMonthReport) report = ward_report (ward, month, today);
  g_autoptr (SotayRecord) after = sotay_month_data_close (report->data, &today_day);

  save (ward, before, after);
}

static void
append_table (GString *text, const SotayReportTable *table)
{
  for (guint row = 0; row < sotay_report_table_get_n_rows (table); row++)
    {
      for (guint column = 0; column < sotay_report_table_get_n_columns (table); column++)
        {
          g_autofree char *cell = sotay_report_cell_format (sotay_report_table_get_cell (table, row, column));

          g_string_append_printf (text, "%s%s", column > 0 ? "|" : "", cell);
        }
      g_string_append_c (text, '\n');
    }
}

char *
ward_text (SotayReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->parts->len; i++)
    {
      const SotayReportPart *part = report->parts->pdata[i];

      for (guint j = 0; j < part->blocks->len; j++)
        {
          const SotayReportBlock *block = part->blocks->pdata[j];
          g_autofree char *words = block->chart != NULL ? sotay_report_chart_describe (block->chart)
                                                        : sotay_report_block_get_text (block);

          if (block->table != NULL)
            append_table (text, block->table);
          else
            g_string_append_printf (text, "%s\n", words);
        }
    }
  return g_string_free (text, FALSE);
}

const SotayFinding *
ward_find (GPtrArray *findings, SotayFindingCode code)
{
  for (guint i = 0; i < findings->len; i++)
    if (((SotayFinding *) findings->pdata[i])->code == code)
      return findings->pdata[i];
  return NULL;
}
