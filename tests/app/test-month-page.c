/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a month in the window: pages, what is written by hand, closing, files. */
#include "app/reports/reports-view.h"

#include "app/reports/documents-window.h"
#include "app/reports/figure-people.h"
#include "app/reports/findings-list.h"
#include "app/reports/month-page-private.h"
#include "app/reports/report-export.h"
#include "app/reports/sheet-canvas.h"
#include "app/reports/written-part.h"
#include "core/dates.h"
#include "fixture.h"
#include "support/test-support.h"
#include "view-support.h"

#include <string.h>

typedef struct
{
  ViewFixture base;
  SotayStaff *late;
} MonthFixture;

static SotayMonthPage *
get_page (MonthFixture *fixture)
{
  return view_find (fixture->base.view, SOTAY_TYPE_MONTH_PAGE);
}

static gboolean
is_made (gpointer data)
{
  SotayMonthPage *page = data;

  return page->built != NULL && page->loading == NULL && !page->outdated && page->n_saving == 0
         && sotay_report_preview_get_sheets (page->preview) != NULL
         && sotay_sheets_get_report (sotay_report_preview_get_sheets (page->preview)) == page->built->report
         && sotay_sheet_canvas_is_drawn (view_find (GTK_WIDGET (page), SOTAY_TYPE_SHEET_CANVAS));
}

static void
wait_until_made (MonthFixture *fixture)
{
  view_wait (is_made, get_page (fixture));
}

static void
set_up (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) ward = NULL;
  g_autoptr (SotayStaff) trained = NULL;
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);

  view_fixture_set_up (&fixture->base);
  ward = fixture_add_unit (fixture->base.store, NULL, "Phường Bến Nghé");
  trained = fixture_add_staff (fixture->base.store, ward, "Nguyễn Văn Yên");
  fixture->late = fixture_add_staff (fixture->base.store, ward, "Trần Thị Ánh");
  fixture_mark (fixture->base.store, trained, iso);
  view_fixture_open (&fixture->base, sotay_reports_view_new);
  view_wait_for_label (fixture->base.view, "Chưa chốt: số liệu còn thay đổi theo sổ");
  wait_until_made (fixture);
}

static void
tear_down (MonthFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->late);
  view_fixture_tear_down (&fixture->base);
}

static void
test_pages (MonthFixture *fixture, gconstpointer data)
{
  SotaySheetCanvas *canvas = view_find (fixture->base.view, SOTAY_TYPE_SHEET_CANVAS);
  SotayReportPreview *preview = get_page (fixture)->preview;
  double zoom = sotay_sheet_canvas_get_zoom (canvas);

  g_assert_cmpuint (sotay_sheets_get_n_pages (sotay_report_preview_get_sheets (preview)), >, 1);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-in", NULL);
  g_assert_cmpfloat (sotay_sheet_canvas_get_zoom (canvas), >, zoom);
  wait_until_made (fixture);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-to", "i", 100);
  g_assert_cmpfloat_with_epsilon (sotay_sheet_canvas_get_zoom (canvas), 1, 0.001);
  view_wait_for_label (GTK_WIDGET (preview), "100 %");
  wait_until_made (fixture);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-to", "i", 1);
  g_assert_cmpint (sotay_sheet_canvas_get_mode (canvas), ==, SOTAY_ZOOM_FIT_PAGE);
  wait_until_made (fixture);
}

/* Asks every point of the first pages as a click does, until one hits a figure that counts people. */
typedef struct
{
  SotaySheetPlace place;
  gboolean is_there;
} Answer;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->place = sotay_sheets_find_finish (result);
  answer->is_there = TRUE;
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->is_there;
}

static int
ask (SotaySheets *sheets, guint page, double x, double y)
{
  Answer answer = { 0 };

  sotay_sheets_find_async (sheets, page, x, y, found_cb, &answer);
  view_wait (is_answered, &answer);
  return answer.place.figure;
}

static const SotayReportFigure *
find_people (SotaySheets *sheets, guint page, double *x, double *y)
{
  GPtrArray *figures = sotay_sheets_get_report (sheets)->figures;
  double width, height;

  sotay_sheets_get_size (sheets, page, &width, &height);
  for (*y = 60; *y < height; *y += 9)
    for (*x = 80; *x < width; *x += 11)
      {
        int figure = ask (sheets, page, *x, *y);

        if (figure >= 0 && ((const SotayReportFigure *) figures->pdata[figure])->people != NULL)
          return figures->pdata[figure];
      }
  return NULL;
}

static void
test_figure (MonthFixture *fixture, gconstpointer data)
{
  SotaySheetCanvas *canvas = view_find (fixture->base.view, SOTAY_TYPE_SHEET_CANVAS);
  SotayReportPreview *preview = get_page (fixture)->preview;
  double x = 0, y = 0;
  const SotayReportFigure *figure = find_people (sotay_report_preview_get_sheets (preview), 0, &x, &y);
  g_autofree char *text = NULL;
  GType type = SOTAY_TYPE_FIGURE_PEOPLE;

  g_assert_nonnull (figure);
  text = sotay_report_figure_format (figure);
  g_signal_emit_by_name (canvas, "clicked", 0u, x, y);
  view_wait_for_label (GTK_WIDGET (preview), text);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.people", NULL);
  view_wait_for_window (type);
  view_wait_for_label (view_find_window (type), "Nguyễn Văn Yên");
  gtk_window_close (view_find_window (type));
  view_wait_for_no_window (type);
}

static SotayWrittenPart *
find_part (GtkWidget *root, const char *caption)
{
  g_autofree char *found = NULL;

  if (SOTAY_IS_WRITTEN_PART (root))
    g_object_get (root, "caption", &found, NULL);
  if (g_strcmp0 (found, caption) == 0)
    return SOTAY_WRITTEN_PART (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      SotayWrittenPart *part = find_part (child, caption);

      if (part != NULL)
        return part;
    }
  return NULL;
}

static GtkTextBuffer *
get_obstacles (MonthFixture *fixture)
{
  SotayWrittenPart *part = find_part (fixture->base.view, "III. Khó khăn, vướng mắc");

  return gtk_text_view_get_buffer (view_find (GTK_WIDGET (part), GTK_TYPE_TEXT_VIEW));
}

static char *
get_text (GtkTextBuffer *buffer)
{
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static gboolean
has_record (gpointer data)
{
  return is_made (data) && ((SotayMonthPage *) data)->built->data->record != NULL;
}

static gboolean
has_no_record (gpointer data)
{
  return is_made (data) && ((SotayMonthPage *) data)->built->data->record == NULL;
}

static void
test_writing (MonthFixture *fixture, gconstpointer data)
{
  SotayMonthPage *page = get_page (fixture);
  GtkTextBuffer *buffer = get_obstacles (fixture);
  g_autofree char *proposed = get_text (buffer);
  g_autofree char *now = NULL;
  g_autoptr (SotayStep) undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (proposed, !=, "");
  gtk_text_buffer_set_text (buffer, "- Mạng \"yếu\" -- ở khu phố 3...", -1);
  sotay_written_parts_flush (page->parts);
  view_wait (has_record, page);
  /* Nothing makes other quotes or dashes of what was typed. */
  g_assert_cmpstr (sotay_record_get (page->built->data->record, SOTAY_MONTHLY_OBSTACLES), ==,
                   "- Mạng \"yếu\" -- ở khu phố 3...");
  undone = sotay_store_undo (fixture->base.store, 0, NULL, &error);
  g_assert_no_error (error);
  view_wait (has_no_record, page);
  now = get_text (buffer);
  g_assert_cmpstr (now, ==, proposed);
}

static gboolean
is_closed (gpointer data)
{
  return is_made (data)
         && sotay_monthly_get_state (((SotayMonthPage *) data)->built->data->record) == SOTAY_MONTHLY_CLOSED;
}

static gboolean
is_sent (gpointer data)
{
  return is_made (data)
         && sotay_monthly_get_state (((SotayMonthPage *) data)->built->data->record) == SOTAY_MONTHLY_SENT;
}

static gboolean
is_open (gpointer data)
{
  return is_made (data)
         && sotay_monthly_get_state (((SotayMonthPage *) data)->built->data->record) == SOTAY_MONTHLY_OPEN;
}

static gboolean
has_late (gpointer data)
{
  return is_made (data) && ((SotayMonthPage *) data)->built->data->late->len > 0;
}

static void
test_closing (MonthFixture *fixture, gconstpointer data)
{
  SotayMonthPage *page = get_page (fixture);
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);

  gtk_widget_activate_action (GTK_WIDGET (page), "month.close", NULL);
  view_wait (is_closed, page);
  /* The figures stay whatever the register says later. */
  fixture_mark (fixture->base.store, fixture->late, iso);
  view_wait (has_late, page);
  g_assert_cmpint (sotay_frozen_month_get (page->built->data->shown, "da-tap-huan"), ==, 1);
  g_assert_cmpint (sotay_frozen_month_get (page->built->data->now, "da-tap-huan"), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (page), "month.send", NULL);
  view_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (view_find_window (ADW_TYPE_MESSAGE_DIALOG), "mark");
  view_wait (is_sent, page);
  gtk_widget_activate_action (GTK_WIDGET (page), "month.reopen", NULL);
  view_wait (is_open, page);
  g_assert_cmpint (sotay_frozen_month_get (page->built->data->shown, "da-tap-huan"), ==, 2);
}

static void
export (MonthFixture *fixture, const char *path)
{
  SotayMonthPage *page = get_page (fixture);
  GType type = SOTAY_TYPE_REPORT_EXPORT;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *toast = g_strdup_printf ("Đã ghi: %s", name);

  gtk_window_present (GTK_WINDOW (sotay_report_export_new (GTK_WIDGET (page), page->built->report, path)));
  view_wait_for_no_window (type);
  view_wait_for_label (GTK_WIDGET (fixture->base.window), toast);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_files (MonthFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *pdf = g_build_filename (folder, "bao cao.pdf", NULL);
  g_autofree char *docx = g_build_filename (folder, "bao cao.docx", NULL);
  const char *arguments[] = { "pdftotext", pdf, "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  export (fixture, pdf);
  export (fixture, docx);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Kết quả tập huấn, tuyên truyền sử dụng ứng dụng VNeID"));
  g_assert_nonnull (strstr (text, "50,00 %"));
}

static void
assert_stem (const char *title, const char *name, const char *expected)
{
  g_autofree char *stem = sotay_report_file_stem (title, name);

  g_assert_cmpstr (stem, ==, expected);
}

static void
test_file_names (MonthFixture *fixture, gconstpointer data)
{
  assert_stem ("Báo cáo tháng 11/2026", "Phường Bến Nghé", "Bao cao thang 11-2026 - Phuong Ben Nghe");
  assert_stem ("Báo cáo tháng 11/2026", NULL, "Bao cao thang 11-2026");
  assert_stem ("Đơn vị đặc khu", "../a\\b:c", "Don vi dac khu - -a-b-c");
}

/* With errors the person is asked in place, and is led to them or goes on. */
static void
test_findings (MonthFixture *fixture, gconstpointer data)
{
  SotayMonthPage *page = get_page (fixture);
  GtkListBox *list = view_find (GTK_WIDGET (page->findings), GTK_TYPE_LIST_BOX);
  SotayFinding number = { .target = SOTAY_TARGET_FIELD, .target_id = (char *) "number" };
  SotayFinding part = { .target = SOTAY_TARGET_PART, .target_id = (char *) "kho-khan" };
  GtkWidget *focus;

  g_assert_true (sotay_findings_have_errors (page->built->findings));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 0));
  gtk_widget_activate_action (GTK_WIDGET (page), "month.export", "s", "pdf");
  g_assert_true (gtk_widget_get_visible (page->ask_box));
  gtk_widget_activate_action (GTK_WIDGET (page), "month.look", NULL);
  g_assert_false (gtk_widget_get_visible (page->ask_box));
  g_signal_emit_by_name (page->findings, "mend", &number);
  focus = gtk_window_get_focus (fixture->base.window);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (page->parts)));
  g_signal_emit_by_name (page->findings, "mend", &part);
  focus = gtk_window_get_focus (fixture->base.window);
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  g_assert_true (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)) == get_obstacles (fixture));
}

static gboolean
is_shown (gpointer data)
{
  SotaySheets *sheets = sotay_report_preview_get_sheets (data);

  return sheets != NULL && sotay_sheets_get_report (sheets)->kind == SOTAY_REPORT_CERTIFICATE;
}

static void
test_documents (MonthFixture *fixture, gconstpointer data)
{
  GType type = SOTAY_TYPE_DOCUMENTS_WINDOW;
  GtkWidget *window;
  GtkWidget *chooser;

  gtk_widget_activate_action (fixture->base.view, "report.documents", NULL);
  view_wait_for_window (type);
  window = view_find_window (type);
  view_wait_for_label (window, "Hãy chọn đối tượng của văn bản");
  sotay_documents_window_show (SOTAY_DOCUMENTS_WINDOW (window), SOTAY_REPORT_CERTIFICATE, NULL);
  /* Who is not trained gets none. */
  view_wait_for_label (window, "Nguyễn Văn Yên");
  g_assert_null (view_find_label (window, "Trần Thị Ánh"));
  chooser = view_find (GTK_WIDGET (gtk_widget_get_template_child (window, type, "subject_box")), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (chooser, "activate", 0u);
  view_wait (is_shown, view_find (window, SOTAY_TYPE_REPORT_PREVIEW));
  gtk_window_close (GTK_WINDOW (window));
  view_wait_for_no_window (type);
}

/* The figures of the other tab know their people too. */
static void
test_people (MonthFixture *fixture, gconstpointer data)
{
  GType type = SOTAY_TYPE_FIGURE_PEOPLE;

  gtk_widget_activate_action (fixture->base.view, "report.show-tab", "s", "figures");
  gtk_widget_activate_action (fixture->base.view, "report.people", "s", "untrained");
  view_wait_for_window (type);
  view_wait_for_label (view_find_window (type), "Trần Thị Ánh");
  g_assert_null (view_find_label (view_find_window (type), "Nguyễn Văn Yên"));
  gtk_window_close (view_find_window (type));
  view_wait_for_no_window (type);
}

static void
add (const char *path, void (*test) (MonthFixture *, gconstpointer))
{
  g_test_add (path, MonthFixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/month-page/pages", test_pages);
  add ("/month-page/figure", test_figure);
  add ("/month-page/writing", test_writing);
  add ("/month-page/closing", test_closing);
  add ("/month-page/files", test_files);
  add ("/month-page/file-names", test_file_names);
  add ("/month-page/findings", test_findings);
  add ("/month-page/documents", test_documents);
  add ("/month-page/people", test_people);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
