/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader-fixture.h"

#include "guide/manual-copy-private.h"
#include "support/test-support.h"

#include <cairo-pdf.h>

#define SHA256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define ADDRESS "https://vneid.gov.vn/huongdan/HDSO_VNeID.pdf"
#define WIDTH 595
#define HEIGHT 842

static const char *const chapters[MANUAL_N_CHAPTERS] = {
  "Đăng ký tài khoản định danh điện tử",
  "Kích hoạt tài khoản mức độ 2 trên ứng dụng VNeID",
  "Thông tin cư trú, thông báo lưu trú",
  "Giấy phép lái xe và đăng ký xe",
  "Sổ sức khỏe điện tử, thẻ bảo hiểm y tế",
  "An sinh xã hội",
  "Tố giác tội phạm",
  "Đổi mật khẩu, khóa tài khoản và những câu hỏi thường gặp của người dân khi đến bộ phận một cửa",
};

static void
write_text (cairo_t *cr, double y, double size, const char *text)
{
  cairo_set_font_size (cr, size);
  cairo_move_to (cr, 60, y);
  cairo_show_text (cr, text);
}

static void
draw_page (cairo_t *cr, guint page)
{
  guint chapter = page / 5;
  g_autofree char *number = g_strdup_printf ("Trang %u", page + 1);
  g_autofree char *heading = g_strdup_printf ("Chương %u", chapter + 1);

  cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_source_rgb (cr, 0.55, 0.23, 0.18);
  cairo_rectangle (cr, 60, 60, 475, 4);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  write_text (cr, 100, 20, heading);
  write_text (cr, 125, 11, chapters[chapter]);
  for (guint line = 0; line < 24; line++)
    write_text (cr, 165 + 22 * line, 11, "Công dân mở ứng dụng, chọn Ví giấy tờ rồi làm theo hướng dẫn trên màn hình.");
  if (page % 5 == 0)
    write_text (cr, 710, 11, "Sổ hộ khẩu giấy hết giá trị sử dụng từ ngày 01/01/2023.");
  if (page == 12)
    write_text (cr, 710, 11, "Số điện thoại duy nhất của công dân.");
  write_text (cr, 790, 10, number);
}

static void
add_outline (cairo_surface_t *surface)
{
  for (guint chapter = 0; chapter < MANUAL_N_CHAPTERS; chapter++)
    {
      g_autofree char *title = g_strdup_printf ("%u. %s", chapter + 1, chapters[chapter]);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 60]", MANUAL_CHAPTER (chapter) + 1);
      int id = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, target,
                                              CAIRO_PDF_OUTLINE_FLAG_OPEN);

      for (guint section = 0; section < 2; section++)
        {
          g_autofree char *name = g_strdup_printf ("%u.%u. %s", chapter + 1, section + 1,
                                                   section == 0 ? "Ai dùng được" : "Các bước thực hiện");
          g_autofree char *place = g_strdup_printf ("page=%u", MANUAL_CHAPTER (chapter) + 2 + 2 * section);

          cairo_pdf_surface_add_outline (surface, id, name, place, 0);
        }
    }
}

static SotayManualCopy *
new_copy (const char *folder, guint n_pages)
{
  return sotay_manual_copy_new (folder, SHA256, ADDRESS, 1000, n_pages, 1700000000);
}

static SotayManualCopy *
make (guint n_pages, gboolean text)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, SHA256 ".pdf", NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  if (text)
    add_outline (surface);
  for (guint page = 0; page < n_pages; page++)
    {
      if (text && page + 1 < n_pages)
        draw_page (cr, page);
      cairo_set_source_rgb (cr, 0.8, 0.8, 0.85);
      cairo_rectangle (cr, 400, 720, 135, 60);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return new_copy (folder, n_pages);
}

SotayManualCopy *
reader_fixture_make_manual (void)
{
  return make (MANUAL_N_PAGES, TRUE);
}

SotayManualCopy *
reader_fixture_make_scan (void)
{
  return make (3, FALSE);
}

SotayManualCopy *
reader_fixture_make_damaged (void)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, SHA256 ".pdf", NULL);

  g_assert_true (g_file_set_contents (path, "%PDF-1.7\nnichts", -1, NULL));
  return new_copy (folder, 3);
}
