/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/document-fixture.h"

#include "support/test-support.h"

gboolean
document_fixture_try_open (SotayDocument *document, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sotay_document_open_async (document, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return sotay_document_open_finish (document, result, error);
}

SotayDocument *
document_fixture_open (const char *path)
{
  SotayDocument *document = sotay_document_new (path);
  g_autoptr (GError) error = NULL;

  document_fixture_try_open (document, &error);
  g_assert_no_error (error);
  return document;
}

GBytes *
document_fixture_render (SotayDocument *document, const SotayPageArea *area, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sotay_document_render_async (document, area, SOTAY_DOCUMENT_PRIORITY_VISIBLE, NULL, sotay_test_store_result,
                               &result);
  sotay_test_wait (&result);
  return sotay_document_render_finish (document, result, error);
}

SotayPageContent *
document_fixture_load_page (SotayDocument *document, guint index, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sotay_document_load_page_async (document, index, SOTAY_DOCUMENT_PRIORITY_VISIBLE, NULL, sotay_test_store_result,
                                  &result);
  sotay_test_wait (&result);
  return sotay_document_load_page_finish (document, result, error);
}

GListModel *
document_fixture_load_outline (SotayDocument *document, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sotay_document_load_outline_async (document, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return sotay_document_load_outline_finish (document, result, error);
}

SotayDocumentText *
document_fixture_load_text (SotayDocument *document, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sotay_document_load_text_async (document, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  return sotay_document_load_text_finish (document, result, error);
}

guint32
document_fixture_get_pixel (GBytes *pixels, int width, int x, int y)
{
  const guint32 *data = g_bytes_get_data (pixels, NULL);

  return data[(gsize) y * (gsize) width + (gsize) x];
}
