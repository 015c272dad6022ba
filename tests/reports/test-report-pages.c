/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/page-layout.h"

#include "reports/page-text.h"
#include "reports/report-pdf.h"
#include "sample-reports.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>

#define STEP 6 /* points between two looks at a page */

static SotayPageLayout *
lay_out (const char *name)
{
  g_autoptr (SotayReport) report = sample_report (name);
  g_autoptr (GError) error = NULL;
  SotayPageLayout *layout = sotay_page_layout_new (report, NULL, &error);

  g_assert_no_error (error);
  return layout;
}

/* Whether anything is drawn in a part of the sheet. */
static gboolean
is_inked (cairo_surface_t *picture, double x, double y, double width, double height)
{
  const guint8 *pixels = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);

  for (int row = (int) y; row < (int) (y + height) && row < cairo_image_surface_get_height (picture); row++)
    for (int column = (int) x; column < (int) (x + width) && column < cairo_image_surface_get_width (picture); column++)
      if (pixels[row * stride + column] > 40)
        return TRUE;
  return FALSE;
}

static cairo_surface_t *
draw (SotayPageLayout *layout, guint page)
{
  cairo_surface_t *picture;
  cairo_t *cr;
  double width, height;

  sotay_page_layout_get_page_size (layout, page, &width, &height);
  picture = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width + 1, (int) height + 1);
  cr = cairo_create (picture);
  sotay_page_layout_draw (layout, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  return picture;
}

static void
test_margins (gconstpointer name)
{
  g_autoptr (SotayPageLayout) layout = lay_out (name);

  for (guint i = 0; i < MIN (sotay_page_layout_get_n_pages (layout), 12); i++)
    {
      cairo_surface_t *picture = draw (layout, i);
      double width, height;

      sotay_page_layout_get_page_size (layout, i, &width, &height);
      g_assert_false (is_inked (picture, 0, 0, 82, height));
      g_assert_false (is_inked (picture, width - 54, 0, 54, height));
      g_assert_false (is_inked (picture, 0, height - 54, width, 54));
      g_assert_false (is_inked (picture, 0, 44, width, 9));
      cairo_surface_destroy (picture);
    }
}

static void
test_sizes (void)
{
  g_autoptr (SotayPageLayout) layout = lay_out ("monthly");
  guint last = sotay_page_layout_get_n_pages (layout) - 1;
  double width, height;

  sotay_page_layout_get_page_size (layout, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
  sotay_page_layout_get_page_size (layout, last, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 841.89, 0.01);
}

static void
test_figures (void)
{
  g_autoptr (SotayPageLayout) layout = lay_out ("monthly");
  guint points[4] = { 0 };

  for (guint page = 0; page < sotay_page_layout_get_n_pages (layout); page++)
    for (double y = 0; y < 842; y += STEP)
      for (double x = 0; x < 842; x += STEP)
        {
          int figure = sotay_page_layout_find_figure (layout, page, x, y);

          g_assert_cmpint (figure, <, 3);
          points[figure + 1]++;
        }
  /* In words, some 30 × 18 points; in a table, a cell. */
  for (guint i = 1; i < G_N_ELEMENTS (points); i++)
    {
      g_assert_cmpuint (points[i] * STEP * STEP, >, 250);
      g_assert_cmpuint (points[i] * STEP * STEP, <, 1500);
    }
}

static void
test_parts (void)
{
  g_autoptr (SotayPageLayout) layout = lay_out ("monthly");
  static const char *const parts[] = { "direction", "obstacles", "tasks", "proposals" };
  guint page, before_page = 0;
  double y, before_y = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_assert_true (sotay_page_layout_find_block (layout, parts[i], &page, &y));
      g_assert_true (page > before_page || (page == before_page && y > before_y));
      g_assert_cmpstr (sotay_page_layout_find_part (layout, page, 300, y + 2), ==, parts[i]);
      g_assert_cmpstr (sotay_page_layout_find_part (layout, page, 300, y - 4), !=, parts[i]);
      before_page = page;
      before_y = y;
    }
  g_assert_false (sotay_page_layout_find_block (layout, "no such part", &page, &y));
}

static void
collect_cb (guint level, const char *text, guint page, double y, gpointer data)
{
  g_string_append_printf (data, "%u %s\n", level, text);
}

static void
test_headings (void)
{
  g_autoptr (SotayPageLayout) layout = lay_out ("monthly");
  g_autoptr (GString) found = g_string_new (NULL);

  sotay_page_layout_foreach_heading (layout, collect_cb, found);
  g_assert_true (g_str_has_prefix (found->str, "1 I. CÔNG TÁC CHỈ ĐẠO, TUYÊN TRUYỀN\n1 II. KẾT QUẢ THỰC HIỆN\n2 1. Tập"));
  g_assert_true (g_str_has_suffix (found->str, "0 Phụ lục I. SỐ LIỆU TẬP HUẤN THEO ĐƠN VỊ\n"
                                               "0 Phụ lục II. TIẾN ĐỘ QUA CÁC THÁNG\n"));
}

/* Random strips: each stands on one page, in order, within the height; nothing is torn that could be kept. */
static void
test_dealing_out (void)
{
  for (guint turn = 0; turn < 200; turn++)
    {
      g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GArray) strips = g_array_new (FALSE, FALSE, sizeof (SotayPageStrip));
      SotayPageFlow flow = { NULL, pieces, strips, 400, 700 };
      guint count = (guint) g_test_rand_int_range (1, 120);
      guint first = 0;

      sotay_page_flow_add_piece (&flow, g_new0 (SotayPagePiece, 1));
      ((SotayPagePiece *) pieces->pdata[0])->repeated = 40;
      for (guint i = 0; i < count; i++)
        sotay_page_flow_add_strip (&flow, i, g_test_rand_int_range (0, 20), g_test_rand_int_range (1, 200))->keep
          = g_test_rand_int_range (0, 3) == 0;
      while (first < count)
        {
          guint next = sotay_page_flow_fill (&flow, first, count);
          const SotayPageStrip *strip = &g_array_index (strips, SotayPageStrip, first);
          double end = first > 0 ? 40 : 0;
          gboolean kept = TRUE;

          g_assert_cmpuint (next, >, first);
          for (guint i = first; i < next; i++, strip++)
            {
              g_assert_cmpfloat (strip->y, >=, end - 0.01);
              end = strip->y + strip->height;
              kept = kept && (i + 1 == next || strip->keep);
            }
          g_assert_cmpfloat (end, <=, 700.02);
          /* Torn only where all of the page is to be kept together. */
          g_assert_true (next == count || !strip[-1].keep || kept);
          first = next;
        }
    }
}

/* Two lines at least on each side of a page's end. */
static void
test_lines_kept (void)
{
  g_autoptr (SotayPagePen) pen = sotay_page_pen_new ();
  SotayPageTextForm form = { { 14, FALSE, FALSE }, .pitch = 18, .role = "P" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint words = 1; words < 60; words++)
    {
      g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_page_piece_free);
      g_autoptr (GArray) strips = g_array_new (FALSE, FALSE, sizeof (SotayPageStrip));
      SotayPageFlow flow = { pen, pieces, strips, 150, 700 };

      g_string_append (text, "chữ nghĩa ");
      sotay_page_text_add (&flow, &form, text->str, NULL);
      for (guint i = 0; i < strips->len; i++)
        {
          gboolean edge = i + 1 < strips->len && (i == 0 || i == strips->len - 2);

          g_assert_cmpint (g_array_index (strips, SotayPageStrip, i).keep, ==, edge);
        }
    }
}

/* Returns the width of the widest line. */
static double
lay_paragraph (SotayPagePen *pen, const char *text, double width)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_page_piece_free);
  g_autoptr (GArray) strips = g_array_new (FALSE, FALSE, sizeof (SotayPageStrip));
  SotayPageFlow flow = { pen, pieces, strips, width, 700 };
  SotayPageTextForm form = { { 14, FALSE, FALSE }, .pitch = 18, .role = "P" };

  return sotay_page_text_add (&flow, &form, text, NULL);
}

/* Where there is room for the number, but not for its sign, both go to the next line. */
static void
test_percent_kept (void)
{
  g_autoptr (SotayPagePen) pen = sotay_page_pen_new ();
  double number = lay_paragraph (pen, "đạt tỷ lệ 38,89", 700);

  g_assert_cmpfloat (lay_paragraph (pen, "đạt tỷ lệ 38,89 phần", number + 1), >, number - 1);
  g_assert_cmpfloat (lay_paragraph (pen, "đạt tỷ lệ 38,89 %", number + 1), <, number - 1);
  g_assert_cmpfloat (lay_paragraph (pen, " % 38,89 % %", 700), >, 0);
}

static gpointer
lay_out_thread (gpointer name)
{
  return lay_out (name);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("pages", lay_out_thread, i % 2 == 0 ? "monthly" : "participants");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (SotayPageLayout) layout = g_thread_join (threads[i]);

      cairo_surface_destroy (draw (layout, 1));
    }
}

static void
count_cb (gint64 done, gint64 total, gpointer data)
{
  guint *calls = data;

  g_assert_cmpint (done, ==, ++*calls);
  g_assert_cmpint (done, <=, total);
}

static void
test_write (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "báo cáo.pdf", NULL);
  g_autoptr (SotayReport) report = sample_report ("monthly");
  g_autoptr (SotayPageLayout) layout = lay_out ("monthly");
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  guint calls = 0;
  SotayAdvance advance = { count_cb, &calls };

  g_assert_true (sotay_report_write_pdf (report, path, &advance, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (calls, ==, sotay_page_layout_get_n_pages (layout));
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
cancel_cb (gint64 done, gint64 total, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancelled (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "cũ.pdf", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (SotayReport) report = sample_report ("monthly");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  SotayAdvance advance = { cancel_cb, cancellable };

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (sotay_report_write_pdf (report, path, &advance, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "old");
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_clear_error (&error);
  g_assert_null (sotay_page_layout_new (report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_folder (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "not there", "a.pdf", NULL);
  g_autoptr (SotayReport) report = sample_report ("letter");
  g_autoptr (GError) error = NULL;

  g_assert_false (sotay_report_write_pdf (report, path, NULL, NULL, &error));
  g_assert_cmpstr (g_quark_to_string (error->domain), ==, "sotay-register-error-quark");
  g_assert_cmpuint (count_files (folder), ==, 0);
}

static void
test_one_page (gconstpointer name)
{
  g_autoptr (SotayPageLayout) layout = lay_out (name);

  g_assert_cmpuint (sotay_page_layout_get_n_pages (layout), ==, 1);
}

static void
add_tests (void)
{
  for (guint i = 0; sample_report_names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/pages/margins/", sample_report_names[i], NULL);

      g_test_add_data_func (path, sample_report_names[i], test_margins);
    }
  g_test_add_data_func ("/pages/one-page/poster", "poster", test_one_page);
  g_test_add_data_func ("/pages/one-page/empty", "empty", test_one_page);
  g_test_add_data_func ("/pages/one-page/wide", "wide", test_one_page);
  g_test_add_data_func ("/pages/one-page/letter", "letter", test_one_page);
  g_test_add_func ("/pages/sizes", test_sizes);
  g_test_add_func ("/pages/figures", test_figures);
  g_test_add_func ("/pages/parts", test_parts);
  g_test_add_func ("/pages/headings", test_headings);
  g_test_add_func ("/pages/dealing-out", test_dealing_out);
  g_test_add_func ("/pages/lines-kept", test_lines_kept);
  g_test_add_func ("/pages/percent-kept", test_percent_kept);
  g_test_add_func ("/pages/threads", test_threads);
  g_test_add_func ("/pages/write", test_write);
  g_test_add_func ("/pages/cancelled", test_cancelled);
  g_test_add_func ("/pages/no-folder", test_no_folder);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
