/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The confirmation and the certificate of one person. */
#include "reports/document-draft.h"

#include "core/dates.h"
#include "register/session.h"
#include "reports/report-error.h"

static const char *const values[] = {
  "don-vi",      "so-ky-hieu",   "dia-danh-ngay", "ho-ten", "nam-sinh", "chuc-vu", "don-vi-cong-tac", "da-tap-huan",
  "ngay-tap-huan", "da-dat",     "ngay-dat",      "so-buoi", "so-tien-ich", "so-tien-ich-phai", NULL,
};
static const char *const blocks[] = { "bang-lop-da-hoc", NULL };
static const char *const parts[] = { NULL };

const SotayTemplateNames sotay_document_person_names = { values, blocks, parts };

static guint
count_bits (guint set)
{
  guint n = 0;

  for (; set != 0; set &= set - 1)
    n++;
  return n;
}

static void
add_count (SotayDocumentDraft *draft, const char *name, gint64 number)
{
  sotay_template_filler_add_figure (draft->filler, sotay_report_figure_new_count (name, number, NULL, NULL));
}

static void
set_words (SotayDocumentDraft *draft, SotayStaffStanding *standing)
{
  SotayStaff *staff = sotay_staff_standing_get_staff (standing);
  const char *unit = sotay_document_get_unit_name (draft, sotay_staff_get_unit_id (staff));

  sotay_template_filler_set_text (draft->filler, "ho-ten", sotay_staff_get_name (staff));
  sotay_document_set_date (draft, "nam-sinh", sotay_staff_get_field (staff, SOTAY_STAFF_BIRTH));
  sotay_template_filler_set_text (draft->filler, "chuc-vu", sotay_staff_get_field (staff, SOTAY_STAFF_POSITION));
  sotay_template_filler_set_text (draft->filler, "don-vi-cong-tac", unit);
  sotay_document_set_date (draft, "ngay-tap-huan", sotay_staff_standing_get_trained_since (standing));
  sotay_document_set_date (draft, "da-tap-huan", sotay_staff_standing_get_trained_since (standing));
  sotay_document_set_date (draft, "ngay-dat", sotay_staff_standing_get_passed_since (standing));
  sotay_document_set_date (draft, "da-dat", sotay_staff_standing_get_passed_since (standing));
}

static void
add_session (SotayReportTable *table, SotayRecord *session)
{
  sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, 0);
  sotay_report_table_add_number (table, sotay_report_table_get_n_rows (table), -1);
  sotay_report_table_add_text (table, sotay_record_get (session, SOTAY_SESSION_TITLE));
  sotay_report_table_add_date (table, sotay_record_get (session, SOTAY_SESSION_DAY));
  sotay_report_table_add_number (table, count_bits (sotay_session_get_utilities (session)), -1);
}

static void
add_sessions (SotayReportPart *part, gpointer data)
{
  GPtrArray *sessions = sotay_staff_standing_get_sessions (data);
  SotayReportTable *table;

  if (sessions->len == 0)
    return;
  table = sotay_report_table_new ("Lớp đã học");
  sotay_report_table_add_column (table, "STT", NULL, 8, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Lớp tập huấn", NULL, 56, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Ngày", NULL, 18, SOTAY_CELL_DATE, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Số tiện ích", NULL, 18, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  for (guint i = 0; i < sessions->len; i++)
    add_session (table, sessions->pdata[i]);
  sotay_report_part_add_table (part, table);
}

/* A certificate says that the training was completed. */
static gboolean
check_trained (SotayDocumentDraft *draft, SotayStaffStanding *standing, GError **error)
{
  if (draft->request->kind != SOTAY_REPORT_CERTIFICATE || sotay_staff_standing_get_trained_since (standing) != NULL)
    return TRUE;
  g_set_error_literal (error, SOTAY_REPORT_ERROR, SOTAY_REPORT_ERROR_UNTRAINED,
                       sotay_staff_get_name (sotay_staff_standing_get_staff (standing)));
  return FALSE;
}

gboolean
sotay_document_fill_person (SotayDocumentDraft *draft, SotayTemplate *template, GError **error)
{
  g_autoptr (SotayStaffStanding) standing = sotay_store_explain_staff (draft->store, draft->request->id,
                                                                       draft->cancellable, error);
  guint required, missing;

  if (standing == NULL || !check_trained (draft, standing, error))
    return FALSE;
  required = sotay_staff_standing_get_required (standing);
  missing = sotay_staff_standing_get_missing_training (standing);
  set_words (draft, standing);
  add_count (draft, "so-tien-ich-phai", count_bits (required));
  add_count (draft, "so-tien-ich", count_bits (required & ~missing));
  add_count (draft, "so-buoi", sotay_staff_standing_get_sessions (standing)->len);
  sotay_template_filler_set_block (draft->filler, "bang-lop-da-hoc", add_sessions, standing);
  sotay_template_fill (template, draft->filler);
  return TRUE;
}
