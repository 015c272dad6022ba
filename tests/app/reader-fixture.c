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
      int id
          = cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);

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
  return sotay_manual_copy_new (folder, &(SotayManualFacts){ .sha256 = SHA256, .address = ADDRESS, .bytes = 1000,
                                                              .pages = n_pages, .downloaded_at = 1700000000 });
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

static GtkWidget *
make_view (SotayServices *services)
{
  return GTK_WIDGET (sotay_reader_view_new (services));
}

gboolean
reader_fixture_is_open (gpointer data)
{
  return SOTAY_READER_VIEW (data)->document != NULL;
}

void
reader_fixture_show (ReaderFixture *fixture, SotayManualCopy *copy)
{
  view_fixture_open (&fixture->base, make_view);
  fixture->reader = SOTAY_READER_VIEW (fixture->base.view);
  sotay_reader_view_set_copy (fixture->reader, copy);
}

void
reader_fixture_set_up_empty (ReaderFixture *fixture, gconstpointer data)
{
  view_fixture_set_up (&fixture->base);
}

void
reader_fixture_set_up (ReaderFixture *fixture, gconstpointer data)
{
  reader_fixture_set_up_empty (fixture, data);
  fixture->copy = reader_fixture_make_manual ();
  reader_fixture_show (fixture, fixture->copy);
  view_wait (reader_fixture_is_open, fixture->reader);
  gtk_test_widget_wait_for_draw (fixture->base.view);
}

void
reader_fixture_tear_down (ReaderFixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (&fixture->base);
  g_clear_object (&fixture->copy);
}

void
reader_fixture_activate (ReaderFixture *fixture, const char *action, GVariant *target)
{
  g_assert_true (gtk_widget_activate_action_variant (fixture->base.view, action, target));
}

gboolean
reader_fixture_is_enabled (ReaderFixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->reader->actions), action);
}

gboolean
reader_fixture_is_on (ReaderFixture *fixture, const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->reader->actions), action);

  return g_variant_get_boolean (state);
}

typedef struct
{
  SotayReaderView *reader;
  guint index;
} IndexWait;

/* The reader hears of another page in the frame after the canvas has come there. */
static gboolean
is_at (gpointer data)
{
  IndexWait *wait = data;
  GtkEditable *entry = view_find (GTK_WIDGET (wait->reader->toolbar), GTK_TYPE_ENTRY);

  return sotay_reader_view_get_index (wait->reader) == wait->index
         && (guint) atoi (gtk_editable_get_text (entry)) == wait->index + 1;
}

void
reader_fixture_wait_for_index (ReaderFixture *fixture, guint index)
{
  IndexWait wait = { fixture->reader, index };

  view_wait (is_at, &wait);
}

gpointer
reader_fixture_find (ReaderFixture *fixture, GType type)
{
  return view_find (fixture->base.view, type);
}

void
reader_fixture_type (ReaderFixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (reader_fixture_find (fixture, GTK_TYPE_SEARCH_ENTRY)), text);
}

GtkWidget *
reader_fixture_find_list (ReaderFixture *fixture, const char *page)
{
  GType type = g_type_from_name (page);

  return view_find (GTK_WIDGET (reader_fixture_find (fixture, type)), GTK_TYPE_LIST_BASE);
}

void
reader_fixture_reopen (ReaderFixture *fixture)
{
  gtk_window_set_child (fixture->base.window, NULL);
  gtk_window_destroy (fixture->base.window);
  reader_fixture_show (fixture, fixture->copy);
  view_wait (reader_fixture_is_open, fixture->reader);
}
