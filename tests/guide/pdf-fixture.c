/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/pdf-fixture.h"

#include "support/test-support.h"

#include <cairo-pdf.h>
#include <math.h>

#define A4_WIDTH 595
#define A4_HEIGHT 842

static void
write_line (cairo_t *cr, double x, double y, const char *text)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 20);
  cairo_move_to (cr, x, y);
  cairo_show_text (cr, text);
}

static void
draw_cover (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, 100, 100, 50, 50);
  cairo_fill (cr);
  write_line (cr, 50, 300, "Định danh điện tử");
  write_line (cr, 50, 340, "Dịch vụ công");
}

static void
draw_link (cairo_t *cr, const char *target, double y, const char *text)
{
  cairo_tag_begin (cr, CAIRO_TAG_LINK, target);
  write_line (cr, 50, y, text);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_wide (cairo_t *cr)
{
  draw_link (cr, "dest='end'", 60, "Sang trang cuối");
  draw_link (cr, "uri='https://vneid.gov.vn/huongdan'", 120, "Trang mạng");
  draw_link (cr, "uri='file:///etc/passwd'", 180, "Tệp");
}

static void
draw_scanned (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_rectangle (cr, 50, 50, 400, 600);
  cairo_fill (cr);
}

static void
draw_page (cairo_t *cr, int page)
{
  g_autofree char *decomposed = g_utf8_normalize ("Căn cước công dân", -1, G_NORMALIZE_NFD);

  switch (page)
    {
    case BOOK_COVER:
      draw_cover (cr);
      break;
    case BOOK_WIDE:
      draw_wide (cr);
      break;
    case BOOK_COMBINING:
      write_line (cr, 50, 100, decomposed);
      break;
    case BOOK_SCANNED:
      draw_scanned (cr);
      break;
    default:
      cairo_tag_begin (cr, CAIRO_TAG_DEST, "name='end' x=0 y=200");
      cairo_tag_end (cr, CAIRO_TAG_DEST);
      write_line (cr, 50, 200, "Tài khoản định");
      write_line (cr, 50, 230, "danh mức 2");
    }
}

char *
pdf_fixture_make_book (void)
{
  g_autofree char *folder = sotay_test_folder ();
  char *path = g_build_filename (folder, "sổ tay 'một' “hai” $x.pdf", NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, A4_WIDTH, A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  int first = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, "Chương 1", "page=1 pos=[0 100]",
                                             CAIRO_PDF_OUTLINE_FLAG_OPEN);

  cairo_pdf_surface_add_outline (surface, first, "Mục 1.1", "page=2", 0);
  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, "Chương 2", "page=5", 0);
  for (int page = 0; page < BOOK_N_PAGES; page++)
    {
      if (page == BOOK_WIDE)
        cairo_pdf_surface_set_size (surface, 500, 300);
      else
        cairo_pdf_surface_set_size (surface, A4_WIDTH, A4_HEIGHT);
      draw_page (cr, page);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return path;
}

char *
pdf_fixture_make_long (guint n_pages)
{
  g_autofree char *folder = sotay_test_folder ();
  char *path = g_build_filename (folder, "long.pdf", NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, A4_WIDTH, A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *text = g_strdup_printf ("Trang %u", page + 1);

      cairo_pdf_surface_set_size (surface, 200 + page, 300);
      write_line (cr, 20, 100, text);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return path;
}

char *
pdf_fixture_write (const char *const *objects)
{
  g_autofree char *folder = sotay_test_folder ();
  char *path = g_build_filename (folder, "written.pdf", NULL);
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.7\n");
  g_autoptr (GString) table = g_string_new ("0000000000 65535 f \n");
  g_autoptr (GError) error = NULL;
  guint count = 0;

  for (; objects[count] != NULL; count++)
    {
      g_string_append_printf (table, "%010u 00000 n \n", (guint) pdf->len);
      g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", count + 1, objects[count]);
    }
  g_string_append_printf (table, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%u\n%%%%EOF\n", count + 1,
                          (guint) pdf->len);
  g_string_append_printf (pdf, "xref\n0 %u\n%s", count + 1, table->str);
  g_file_set_contents (path, pdf->str, (gssize) pdf->len, &error);
  g_assert_no_error (error);
  return path;
}
