/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of those who are not yet trained. */
#include "reports/document-draft.h"

#include "core/dates.h"
#include "register/register-error.h"

#define WINDOW_ROWS 4000 /* people are read so many at a time */

static const char *const values[] = { "don-vi", "dia-danh-ngay", "so-ky-hieu", "ngay-so-lieu", "phai-tap-huan",
                                      "da-tap-huan", "ty-le-tap-huan", "chua-tap-huan", NULL };
static const char *const blocks[] = { "bang-chua-tap-huan", NULL };
static const char *const parts[] = { NULL };

const SotayTemplateNames sotay_document_untrained_names = { values, blocks, parts };

static SotayStaffQuery *
make_query (SotayDocumentDraft *draft, SotayStaffScope scope)
{
  return sotay_staff_query_new (draft->request->id, scope, NULL, &draft->request->today);
}

static void
add_person (SotayDocumentDraft *draft, SotayReportTable *table, SotayStaff *staff)
{
  sotay_report_table_add_row (table, SOTAY_ROW_PLAIN, 0);
  sotay_report_table_add_number (table, sotay_report_table_get_n_rows (table), -1);
  sotay_report_table_add_text (table, sotay_staff_get_name (staff));
  sotay_report_table_add_date (table, sotay_staff_get_field (staff, SOTAY_STAFF_BIRTH));
  sotay_report_table_add_text (table, sotay_staff_get_field (staff, SOTAY_STAFF_POSITION));
  sotay_report_table_add_text (table, sotay_document_get_unit_name (draft, sotay_staff_get_unit_id (staff)));
  sotay_report_table_add_text (table, sotay_staff_get_field (staff, SOTAY_STAFF_NOTE));
}

/* By name, as every list of staff. */
static gboolean
read_people (SotayDocumentDraft *draft, SotayReportTable *table, GError **error)
{
  g_autoptr (SotayStaffQuery) query = make_query (draft, SOTAY_STAFF_UNTRAINED);
  guint read = WINDOW_ROWS;

  for (guint offset = 0; read == WINDOW_ROWS; offset += read)
    {
      g_autoptr (GPtrArray) window = sotay_store_list_staff (draft->store, query, offset, WINDOW_ROWS,
                                                             draft->cancellable, error);

      if (window == NULL)
        return FALSE;
      read = window->len;
      for (guint i = 0; i < window->len; i++)
        add_person (draft, table, window->pdata[i]);
    }
  return TRUE;
}

static SotayReportTable *
new_table (void)
{
  SotayReportTable *table = sotay_report_table_new ("Chưa tập huấn");

  sotay_report_table_add_column (table, "STT", NULL, 6, SOTAY_CELL_NUMBER, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Họ và tên", NULL, 24, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Năm sinh", NULL, 12, SOTAY_CELL_DATE, SOTAY_ALIGN_CENTRE);
  sotay_report_table_add_column (table, "Chức vụ", NULL, 20, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Đơn vị", NULL, 22, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  sotay_report_table_add_column (table, "Ghi chú", NULL, 16, SOTAY_CELL_TEXT, SOTAY_ALIGN_LEFT);
  return table;
}

static gboolean
count (SotayDocumentDraft *draft, const char *name, SotayStaffScope scope, const char *rule, gint64 *number,
       GError **error)
{
  g_autoptr (SotayStaffQuery) query = make_query (draft, scope);

  *number = sotay_store_count_staff (draft->store, query, draft->cancellable, error);
  if (*number < 0)
    return FALSE;
  sotay_template_filler_add_figure (draft->filler, sotay_report_figure_new_count (name, *number, query, rule));
  return TRUE;
}

static gboolean
set_figures (SotayDocumentDraft *draft, GError **error)
{
  g_autoptr (SotayStaffQuery) trained_people = make_query (draft, SOTAY_STAFF_TRAINED);
  gint64 due, trained, untrained;

  if (!count (draft, "phai-tap-huan", SOTAY_STAFF_DUE, "Người thuộc diện phải tập huấn trong ngày", &due, error)
      || !count (draft, "da-tap-huan", SOTAY_STAFF_TRAINED, "Đã hoàn thành tập huấn đến hết ngày", &trained, error)
      || !count (draft, "chua-tap-huan", SOTAY_STAFF_UNTRAINED, "Phải tập huấn mà chưa hoàn thành đến hết ngày",
                 &untrained, error))
    return FALSE;
  sotay_template_filler_add_figure (
      draft->filler,
      sotay_report_figure_new_share ("ty-le-tap-huan", trained, due, trained_people, "Đã tập huấn / phải tập huấn"));
  return TRUE;
}

static void
add_table (SotayReportPart *part, gpointer data)
{
  SotayReportTable **table = data;

  if (*table != NULL && sotay_report_table_get_n_rows (*table) > 0)
    sotay_report_part_add_table (part, g_steal_pointer (table));
}

gboolean
sotay_document_fill_untrained (SotayDocumentDraft *draft, SotayTemplate *template, GError **error)
{
  g_autoptr (SotayReportTable) table = new_table ();
  g_autofree char *day = sotay_date_format (&draft->request->today);

  if (draft->request->id != NULL && sotay_document_get_unit_name (draft, draft->request->id) == NULL)
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, draft->request->id);
      return FALSE;
    }
  sotay_template_filler_set_text (draft->filler, "ngay-so-lieu", day);
  if (!set_figures (draft, error) || !read_people (draft, table, error))
    return FALSE;
  sotay_template_filler_set_block (draft->filler, "bang-chua-tap-huan", add_table, &table);
  sotay_template_fill (template, draft->filler);
  return TRUE;
}
