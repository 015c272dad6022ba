/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <cairo-pdf.h>

#include "guide/pdf-fixture.h"
#include "support/test-support.h"

#define LEFT 72
#define FIRST_LINE 160
#define LINE 20
#define LETTERS 12

const SotayBox page_fixture_inner_link = { LEFT, 96, 150, 18 };
const SotayBox page_fixture_web_link = { 300, 96, 150, 18 };
const SotayBox page_fixture_first_line = { LEFT, FIRST_LINE - LETTERS, 400, LETTERS };

static const char *const lines[] = {
  "Công an xã, phường hướng dẫn người dân đăng ký tài khoản định danh điện tử.",
  "Mở ứng dụng VNeID, chọn Đăng ký, nhập số định danh cá nhân và số điện thoại.",
  "Ứng dụng hiển thị thông tin cư trú, giấy tờ xe và thẻ bảo hiểm y tế.",
  "Nếu giấy phép lái xe chưa hiện, hãy kiểm tra lại dữ liệu của cơ quan cấp.",
};

static void
show_text (cairo_t *cr, double x, double y, double size, const char *text)
{
  cairo_set_font_size (cr, size);
  cairo_move_to (cr, x, y);
  cairo_show_text (cr, text);
}

static void
show_link (cairo_t *cr, const SotayBox *box, const char *attributes, const char *text)
{
  g_autofree char *all = g_strdup_printf ("rect=[%g %g %g %g] %s", box->x, box->y, box->width, box->height, attributes);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, all);
  cairo_set_source_rgb (cr, 0.1, 0.3, 0.8);
  show_text (cr, box->x + 2, box->y + 13, LETTERS, text);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_page (cairo_t *cr, guint number, guint n_pages)
{
  g_autofree char *heading = g_strdup_printf ("Trang %u", number);
  g_autofree char *name = g_strdup_printf ("name='page%u' x=0 y=200", number);
  g_autofree char *link = g_strdup_printf ("dest='page%u'", MIN (number + 2, n_pages));

  cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_tag_begin (cr, CAIRO_TAG_DEST, name);
  show_text (cr, LEFT, 72, 32, heading);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
  show_link (cr, &page_fixture_inner_link, link, "Xem hai trang sau");
  show_link (cr, &page_fixture_web_link, "uri='" PAGE_FIXTURE_ADDRESS "'", "Trang chủ VNeID");
  for (guint i = 0; i < 30; i++)
    show_text (cr, LEFT, FIRST_LINE + i * LINE, LETTERS, lines[i % G_N_ELEMENTS (lines)]);
  cairo_show_page (cr);
}

void
page_fixture_write (const char *path, guint n_pages)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, PAGE_FIXTURE_WIDTH, PAGE_FIXTURE_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (guint number = 1; number <= n_pages; number++)
    draw_page (cr, number, n_pages);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

char *
page_fixture_make (guint n_pages)
{
  g_autofree char *folder = sotay_test_folder ();
  char *path = g_build_filename (folder, "pages.pdf", NULL);

  page_fixture_write (path, n_pages);
  return path;
}

char *
page_fixture_make_broken (void)
{
  static const char *const objects[] = {
    "<</Type /Catalog /Pages 2 0 R>>",
    "<</Type /Pages /Count 3 /Kids [3 0 R 4 0 R]>>",
    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R>>",
    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R>>",
    "<</Length 25>> stream\n0 0 1 rg 0 0 595 842 re f\nendstream",
    NULL,
  };

  return pdf_fixture_write (objects);
}
