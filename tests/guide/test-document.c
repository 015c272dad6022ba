/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document is opened, drawn, read and searched, by readers in their sandbox. */
#include "guide/document-fixture.h"
#include "guide/guide-error.h"
#include "guide/pdf-fixture.h"
#include "support/test-support.h"

#include <string.h>

static void
note_cb (SotayDocument *document, gpointer data)
{
  ++*(guint *) data;
}

static void
test_open (void)
{
  g_autofree char *path = pdf_fixture_make_book ();
  g_autoptr (SotayDocument) document = sotay_document_new (path);
  g_autoptr (GError) error = NULL;
  double width, height;

  g_assert_cmpuint (sotay_document_get_n_pages (document), ==, 0);
  g_assert_true (document_fixture_try_open (document, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sotay_document_get_path (document), ==, path);
  g_assert_cmpuint (sotay_document_get_n_pages (document), ==, BOOK_N_PAGES);
  sotay_document_get_page_size (document, BOOK_COVER, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595, 0.1);
  g_assert_cmpfloat_with_epsilon (height, 842, 0.1);
  sotay_document_get_page_size (document, BOOK_WIDE, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 500, 0.1);
  g_assert_cmpfloat_with_epsilon (height, 300, 0.1);
}

/* The first pages at once; the others as large as the first until they are known. */
static void
test_later_sizes (void)
{
  g_autofree char *path = pdf_fixture_make_long (500);
  g_autoptr (SotayDocument) document = document_fixture_open (path);
  guint changes = 0;
  double width, height;

  g_signal_connect (document, "sizes-changed", G_CALLBACK (note_cb), &changes);
  sotay_document_get_page_size (document, 15, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 215, 0.1);
  sotay_document_get_page_size (document, 499, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 200, 0.1);
  while (changes == 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 500; i++)
    {
      sotay_document_get_page_size (document, i, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, 200 + i, 0.1);
      g_assert_cmpfloat_with_epsilon (height, 300, 0.1);
    }
  g_assert_cmpuint (changes, ==, 1);
}

static void
test_render (void)
{
  g_autofree char *path = pdf_fixture_make_book ();
  g_autoptr (SotayDocument) document = document_fixture_open (path);
  SotayPageArea area = { .index = BOOK_COVER, .scale = 2, .x = 150, .y = 150, .width = 200, .height = 300 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) day = document_fixture_render (document, &area, &error);
  g_autoptr (GBytes) night = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (day), ==, 200 * 300 * 4);
  /* The red square reaches from 100 to 150 points, which is from pixel 50 to pixel 150 of the area. */
  g_assert_cmphex (document_fixture_get_pixel (day, 200, 48, 100), ==, 0xffffffff);
  g_assert_cmphex (document_fixture_get_pixel (day, 200, 52, 100), ==, 0xffff0000);
  g_assert_cmphex (document_fixture_get_pixel (day, 200, 148, 148), ==, 0xffff0000);
  g_assert_cmphex (document_fixture_get_pixel (day, 200, 152, 148), ==, 0xffffffff);
  area.night = TRUE;
  night = document_fixture_render (document, &area, &error);
  g_assert_no_error (error);
  /* Paper becomes dark, not black; pure red is as far from white as from black, and stays red. */
  g_assert_cmphex (document_fixture_get_pixel (night, 200, 48, 100), ==, 0xff1e1e1e);
  g_assert_cmphex (document_fixture_get_pixel (night, 200, 100, 100), ==, 0xffff1e1e);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    SotayGuideError code;
  } cases[] = {
    { "guide/data/encrypted.pdf", SOTAY_GUIDE_ERROR_ENCRYPTED }, { "guide/data/no-pages.pdf", SOTAY_GUIDE_ERROR_NO_PAGES },
    { "guide/data/nobody.pem", SOTAY_GUIDE_ERROR_DAMAGED },      { "guide/data/none.pdf", SOTAY_GUIDE_ERROR_FILE },
    { "guide/data", SOTAY_GUIDE_ERROR_FILE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = sotay_test_data (cases[i].name);
      g_autoptr (SotayDocument) document = sotay_document_new (path);
      g_autoptr (GError) error = NULL;

      g_assert_false (document_fixture_try_open (document, &error));
      g_assert_error (error, SOTAY_GUIDE_ERROR, (int) cases[i].code);
      g_assert_cmpuint (sotay_document_get_n_pages (document), ==, 0);
    }
}

static void
test_cancelled (void)
{
  g_autofree char *path = pdf_fixture_make_book ();
  g_autoptr (SotayDocument) document = document_fixture_open (path);
  const SotayPageArea area = { .index = BOOK_COVER, .scale = 1, .width = 10, .height = 10 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) picture = NULL;
  g_autoptr (GAsyncResult) text = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  sotay_document_render_async (document, &area, 0, cancellable, sotay_test_store_result, &picture);
  sotay_document_load_text_async (document, cancellable, sotay_test_store_result, &text);
  sotay_test_wait (&picture);
  sotay_test_wait (&text);
  g_assert_null (sotay_document_render_finish (document, picture, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (sotay_document_load_text_finish (document, text, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add_tests (void)
{
  g_test_add_func ("/document/open", test_open);
  g_test_add_func ("/document/later-sizes", test_later_sizes);
  g_test_add_func ("/document/render", test_render);
  g_test_add_func ("/document/refused", test_refused);
  g_test_add_func ("/document/cancelled", test_cancelled);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
