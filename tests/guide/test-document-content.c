/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on a page: text with places, links, outline; read by the helper from PDFs. */
#include "guide/document-fixture.h"
#include "guide/guide-error.h"
#include "guide/pdf-fixture.h"
#include "support/test-support.h"

#include <string.h>

static guint
find_offset (const char *text, const char *part)
{
  const char *place = strstr (text, part);

  g_assert_nonnull (place);
  return (guint) g_utf8_pointer_to_offset (text, place);
}

static void
test_text (void)
{
  g_autofree char *path = pdf_fixture_make_book ();
  g_autoptr (SotayDocument) document = document_fixture_open (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayPageContent) page = document_fixture_load_page (document, BOOK_COVER, &error);
  g_autoptr (GArray) lines = NULL;
  g_autofree char *slice = NULL;
  const SotayBox *boxes, *line;
  guint n_boxes, start, end;

  g_assert_no_error (error);
  g_assert_cmpstr (sotay_page_content_get_text (page), ==, "Định danh điện tử\nDịch vụ công");
  boxes = sotay_page_content_get_boxes (page, &n_boxes);
  g_assert_cmpuint (n_boxes, ==, g_utf8_strlen (sotay_page_content_get_text (page), -1));
  /* The first letter stands on the base line at 300, 50 from the left, 20 high. */
  g_assert_cmpfloat_with_epsilon (boxes[0].x, 50, 2);
  g_assert_cmpfloat (boxes[0].y, >, 275);
  g_assert_cmpfloat (boxes[0].y + boxes[0].height, <, 310);
  /* A stretch over the end of the line covers a part of each. */
  start = find_offset (sotay_page_content_get_text (page), "tử");
  lines = sotay_page_content_cover (page, start, start + 6);
  g_assert_cmpuint (lines->len, ==, 2);
  line = &g_array_index (lines, SotayBox, 1);
  g_assert_cmpfloat_with_epsilon (line->x, 50, 2);
  g_assert_cmpfloat (line->y, >, 310);
  slice = sotay_page_content_slice (page, start, start + 6);
  g_assert_cmpstr (slice, ==, "tử\nDịc");
  /* A word from inside it. */
  start = find_offset (sotay_page_content_get_text (page), "anh đ");
  sotay_page_content_find_word (page, &start, &end);
  g_assert_cmpuint (start, ==, 5);
  g_assert_cmpuint (end, ==, 9);
}

static void
test_places (void)
{
  g_autofree char *path = pdf_fixture_make_book ();
  g_autoptr (SotayDocument) document = document_fixture_open (path);
  g_autoptr (SotayPageContent) page = document_fixture_load_page (document, BOOK_COVER, NULL);
  g_autoptr (SotayPageContent) empty = document_fixture_load_page (document, BOOK_SCANNED, NULL);
  guint n_boxes;
  const SotayBox *boxes = sotay_page_content_get_boxes (page, &n_boxes);

  g_assert_cmpuint (sotay_page_content_find_character (page, 0, 0), ==, 0);
  g_assert_cmpuint (sotay_page_content_find_character (page, 590, 840), ==, n_boxes);
  /* Right of the first line is its end, left of the second its begin. */
  g_assert_cmpuint (sotay_page_content_find_character (page, 590, boxes[0].y + 5), ==, 17);
  g_assert_cmpuint (sotay_page_content_find_character (page, 0, boxes[18].y + 5), ==, 18);
  /* Within a letter the nearer edge counts. */
  g_assert_cmpuint (sotay_page_content_find_character (page, boxes[3].x + 1, boxes[3].y + 5), ==, 3);
  g_assert_cmpuint (
      sotay_page_content_find_character (page, boxes[3].x + boxes[3].width - 1, boxes[3].y + 5), ==, 4);
  g_assert_cmpstr (sotay_page_content_get_text (empty), ==, "");
  g_assert_cmpuint (sotay_page_content_find_character (empty, 10, 10), ==, 0);
}

static void
test_links (void)
{
  g_autofree char *path = pdf_fixture_make_book ();
  g_autoptr (SotayDocument) document = document_fixture_open (path);
  g_autoptr (SotayPageContent) page = document_fixture_load_page (document, BOOK_WIDE, NULL);
  const SotayLink *links, *link;
  guint n_links;

  links = sotay_page_content_get_links (page, &n_links);
  /* The link to a file of this PC is none. */
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpint (links[0].index, ==, BOOK_LAST);
  g_assert_null (links[0].address);
  g_assert_cmpfloat_with_epsilon (links[0].y, 200, 2);
  link = sotay_page_content_find_link (page, 60, 55);
  g_assert_true (link == links);
  link = sotay_page_content_find_link (page, 60, 115);
  g_assert_nonnull (link);
  g_assert_cmpstr (link->address, ==, "https://vneid.gov.vn/huongdan");
  g_assert_cmpint (link->index, ==, -1);
  g_assert_null (sotay_page_content_find_link (page, 60, 175));
  g_assert_null (sotay_page_content_find_link (page, 490, 290));
}

static void
test_outline (void)
{
  g_autofree char *path = pdf_fixture_make_book ();
  g_autofree char *plain = sotay_test_data ("guide/data/three-pages.pdf");
  g_autoptr (SotayDocument) document = document_fixture_open (path);
  g_autoptr (SotayDocument) other = document_fixture_open (plain);
  g_autoptr (GListModel) outline = document_fixture_load_outline (document, NULL);
  g_autoptr (GListModel) none = document_fixture_load_outline (other, NULL);
  g_autoptr (SotayOutlineItem) first = g_list_model_get_item (outline, 0);
  g_autoptr (SotayOutlineItem) second = g_list_model_get_item (outline, 1);
  g_autoptr (SotayOutlineItem) child = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (outline), ==, 2);
  g_assert_cmpstr (sotay_outline_item_get_title (first), ==, "Chương 1");
  g_assert_cmpint (sotay_outline_item_get_index (first), ==, BOOK_COVER);
  g_assert_cmpfloat_with_epsilon (sotay_outline_item_get_y (first), 100, 2);
  g_assert_cmpstr (sotay_outline_item_get_title (second), ==, "Chương 2");
  g_assert_cmpint (sotay_outline_item_get_index (second), ==, BOOK_LAST);
  g_assert_null (sotay_outline_item_get_children (second));
  child = g_list_model_get_item (sotay_outline_item_get_children (first), 0);
  g_assert_cmpstr (sotay_outline_item_get_title (child), ==, "Mục 1.1");
  g_assert_cmpint (sotay_outline_item_get_index (child), ==, BOOK_WIDE);
}

/* A page that is turned: sizes, text and links are as it is shown. */
static void
test_turned (void)
{
  static const char *const objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 400] /Rotate 90 /Contents 4 0 R /Annots [6 0 R] "
    "/Resources << /Font << /F 5 0 R >> >> >>",
    "<< /Length 76 >>\nstream\n1 0 0 rg 0 0 20 20 re f BT /F 20 Tf 0 1 -1 0 40 100 Tm (turned) Tj ET          \n"
    "endstream",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Annot /Subtype /Link /Rect [0 0 50 100] /A << /S /URI /URI (https://example.org/) >> >>",
    NULL,
  };
  g_autofree char *path = pdf_fixture_write (objects);
  g_autoptr (SotayDocument) document = document_fixture_open (path);
  const SotayPageArea area = { .scale = 1, .width = 400, .height = 200 };
  g_autoptr (GBytes) pixels = document_fixture_render (document, &area, NULL);
  g_autoptr (SotayPageContent) page = document_fixture_load_page (document, 0, NULL);
  double width, height;
  guint n;

  sotay_document_get_page_size (document, 0, &width, &height);
  g_assert_cmpfloat (width, ==, 400);
  g_assert_cmpfloat (height, ==, 200);
  /* What is at the lower left of the sheet is at the upper left once it is turned clockwise. */
  g_assert_cmphex (document_fixture_get_pixel (pixels, 400, 5, 5), ==, 0xffff0000);
  g_assert_cmpstr (sotay_page_content_get_text (page), ==, "turned");
  g_assert_cmpfloat_with_epsilon (sotay_page_content_get_boxes (page, &n)[0].x, 100, 3);
  g_assert_nonnull (sotay_page_content_find_link (page, 50, 25));
  g_assert_null (sotay_page_content_find_link (page, 150, 25));
  g_assert_null (sotay_page_content_find_link (page, 50, 75));
}

static void
test_search (void)
{
  g_autofree char *path = pdf_fixture_make_book ();
  g_autoptr (SotayDocument) document = document_fixture_open (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayDocumentText) text = document_fixture_load_text (document, &error);
  g_autoptr (SotayPageContent) page = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) combining = NULL;
  const SotayTextHit *hit;

  g_assert_no_error (error);
  g_assert_cmpuint (sotay_document_text_get_n_pages (text), ==, BOOK_N_PAGES);
  g_assert_cmpuint (sotay_document_text_get_n_empty (text), ==, 1);
  hits = sotay_document_text_find (text, "dinh danh", 0);
  g_assert_cmpuint (hits->len, ==, 2);
  hit = &g_array_index (hits, SotayTextHit, 1);
  g_assert_cmpuint (hit->index, ==, BOOK_LAST);
  /* Hits are counted in the text that the page has. */
  page = document_fixture_load_page (document, BOOK_LAST, NULL);
  g_assert_cmpstr (sotay_page_content_get_text (page), ==, sotay_document_text_get_page (text, BOOK_LAST));
  {
    g_autofree char *slice = sotay_page_content_slice (page, hit->start, hit->end);

    g_assert_cmpstr (slice, ==, "định\ndanh");
  }
  combining = sotay_document_text_find (text, "căn cước công dân", 0);
  g_assert_cmpuint (combining->len, ==, 1);
  g_assert_cmpuint (g_array_index (combining, SotayTextHit, 0).index, ==, BOOK_COMBINING);
}

static void
add_tests (void)
{
  g_test_add_func ("/document-content/text", test_text);
  g_test_add_func ("/document-content/places", test_places);
  g_test_add_func ("/document-content/links", test_links);
  g_test_add_func ("/document-content/outline", test_outline);
  g_test_add_func ("/document-content/turned", test_turned);
  g_test_add_func ("/document-content/search", test_search);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
