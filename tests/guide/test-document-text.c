/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching the text of a document without accents, and narrowing with them. */
#include "guide/document-text.h"
#include "support/test-support.h"

#include <string.h>

static SotayDocumentText *
make (const char *page)
{
  return sotay_document_text_new (&page, 1);
}

/* The stretches of @page that @query finds, joined by "|". */
static char *
find (const char *page, const char *query)
{
  g_autoptr (SotayDocumentText) text = make (page);
  g_autoptr (GArray) hits = sotay_document_text_find (text, query, 0);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const SotayTextHit *hit = &g_array_index (hits, SotayTextHit, i);
      g_autofree char *slice = g_utf8_substring (page, hit->start, hit->end);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", slice);
    }
  return g_string_free (found, FALSE);
}

static void
assert_finds (const char *page, const char *query, const char *expected)
{
  g_autofree char *found = find (page, query);
  g_autofree char *decomposed_page = g_utf8_normalize (page, -1, G_NORMALIZE_NFD);
  g_autofree char *decomposed_query = g_utf8_normalize (query, -1, G_NORMALIZE_NFD);
  g_autofree char *decomposed_expected = g_utf8_normalize (expected, -1, G_NORMALIZE_NFD);
  g_autofree char *found_decomposed = find (decomposed_page, query);
  g_autofree char *decomposed_found = find (page, decomposed_query);

  g_assert_cmpstr (found, ==, expected);
  /* However either of them is stored. */
  g_assert_cmpstr (found_decomposed, ==, decomposed_expected);
  g_assert_cmpstr (decomposed_found, ==, expected);
}

static void
test_accents (void)
{
  const char *page = "Định danh, DINH DANH, đinh đanh, định dạnh; Ðịnh danh.";

  assert_finds (page, "dinh danh", "Định danh|DINH DANH|đinh đanh|định dạnh|Ðịnh danh");
  assert_finds (page, "đinh danh", "Định danh|đinh đanh|định dạnh|Ðịnh danh");
  assert_finds (page, "định danh", "Định danh|định dạnh|Ðịnh danh");
  assert_finds (page, "ĐỊNH DẠNH", "định dạnh");
  assert_finds (page, "dinh đanh", "đinh đanh");
  assert_finds ("ô ộ o ơ ợ Ộ", "ô", "ô|ộ|Ộ");
  assert_finds ("ô ộ o ơ ợ Ộ", "ọ", "ộ|ợ|Ộ");
  assert_finds ("ô ộ o ơ ợ Ộ", "o", "ô|ộ|o|ơ|ợ|Ộ");
  assert_finds ("ô ộ o ơ ợ Ộ", "ộ", "ộ|Ộ");
}

static void
test_white_space (void)
{
  assert_finds ("tài khoản định\ndanh mức 2", "khoan dinh danh", "khoản định\ndanh");
  assert_finds ("a\n\n  b", "a b", "a\n\n  b");
  assert_finds ("a\u00a0b", " a  b ", "a\u00a0b");
  assert_finds ("ab", "a b", "");
  assert_finds ("ab", "", "");
  assert_finds ("ab", " \n", "");
  assert_finds ("", "a", "");
  assert_finds ("x", "\u0301", "");
}

static void
test_hyphens (void)
{
  assert_finds ("the infor-\nmation", "information", "infor-\nmation");
  assert_finds ("the infor\u00ad\nmation", "information", "infor\u00ad\nmation");
  assert_finds ("the infor\u00admation", "information", "infor\u00admation");
  assert_finds ("a well-\nknown well-known wellknown", "well-known", "well-\nknown|well-known");
  assert_finds ("a well-\nknown well-known wellknown", "wellknown", "well-\nknown|wellknown");
  assert_finds ("Covid-\n19 - a", "covid- 19", "Covid-\n19");
  assert_finds ("a -\nb", "a - b", "a -\nb");
}

static void
test_pages_and_limit (void)
{
  static const char *const pages[] = { "mot hai", "", " \n", "hai hai", "ba" };
  g_autoptr (SotayDocumentText) text = sotay_document_text_new (pages, G_N_ELEMENTS (pages));
  g_autoptr (GArray) all = sotay_document_text_find (text, "hai", 0);
  g_autoptr (GArray) two = sotay_document_text_find (text, "hai", 2);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (sotay_document_text_get_n_pages (text), ==, 5);
  g_assert_cmpuint (sotay_document_text_get_n_empty (text), ==, 2);
  g_assert_cmpstr (sotay_document_text_get_page (text, 3), ==, "hai hai");
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (g_array_index (all, SotayTextHit, 0).index, ==, 0);
  g_assert_cmpuint (g_array_index (all, SotayTextHit, 0).start, ==, 4);
  g_assert_cmpuint (g_array_index (all, SotayTextHit, 2).index, ==, 3);
  g_assert_cmpuint (g_array_index (all, SotayTextHit, 2).start, ==, 4);
  sotay_document_text_find_async (text, "HÀI", 0, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  later = sotay_document_text_find_finish (text, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (later->len, ==, 0);
}

static void
test_snippet (void)
{
  g_autofree char *decomposed
      = g_utf8_normalize ("Người dân mở ứng dụng, chọn Ví giấy tờ rồi chọn Giấy phép lái xe,\n"
                          "nhập số giấy phép và bấm Gửi yêu cầu để cơ quan công an xác minh thông tin đã khai.",
                          -1, G_NORMALIZE_NFD);
  g_autoptr (SotayDocumentText) text = make (decomposed);
  g_autoptr (GArray) hits = sotay_document_text_find (text, "lai xe, nhap", 0);
  gsize start, end;
  g_autofree char *snippet = sotay_document_text_snippet (text, &g_array_index (hits, SotayTextHit, 0), &start, &end);
  g_autofree char *hit = g_strndup (snippet + start, end - start);
  g_autofree char *composed = g_utf8_normalize (snippet, -1, G_NORMALIZE_NFC);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (hit, ==, "lái xe, nhập");
  g_assert_cmpstr (snippet, ==, composed);
  g_assert_true (g_str_has_prefix (snippet, "…"));
  g_assert_true (g_str_has_suffix (snippet, "…"));
  g_assert_nonnull (strstr (snippet, "chọn Giấy phép lái xe, nhập số giấy phép"));
  g_assert_null (strchr (snippet, '\n'));
  g_assert_cmpint (g_utf8_strlen (snippet, -1), <, 150);
}

/* The whole page when it is short, and no ends cut off. */
static void
test_short_snippet (void)
{
  g_autoptr (SotayDocumentText) text = make ("Một\nhai ba");
  const SotayTextHit hit = { 0, 4, 7 };
  gsize start, end;
  g_autofree char *snippet = sotay_document_text_snippet (text, &hit, &start, &end);

  g_assert_cmpstr (snippet, ==, "Một hai ba");
  g_assert_cmpuint (start, ==, strlen ("Một "));
  g_assert_cmpuint (end, ==, strlen ("Một hai"));
}

static void
add_tests (void)
{
  g_test_add_func ("/document-text/accents", test_accents);
  g_test_add_func ("/document-text/white-space", test_white_space);
  g_test_add_func ("/document-text/hyphens", test_hyphens);
  g_test_add_func ("/document-text/pages-and-limit", test_pages_and_limit);
  g_test_add_func ("/document-text/snippet", test_snippet);
  g_test_add_func ("/document-text/short-snippet", test_short_snippet);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
