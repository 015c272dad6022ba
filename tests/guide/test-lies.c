/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever a reader of PDFs says that was taken over by a document: no harm is done, and the rest goes on. */
#include "guide/document-fixture.h"
#include "guide/guide-error.h"
#include "support/test-support.h"

#include <string.h>

#define READY "start say {\"bytes\":0}\n"
#define FIVE_PAGES READY "open say {\"pages\":5,\"bytes\":40}\nopen floats 10\n"
/* 2147483648 is the bit that says "so many of the next". */
#define HONEST_PICTURE \
  "render say {\"bytes\":16}\nrender word 2147483747\nrender word 4294967295\nrender word 1\nrender word 255\n"

static const SotayPageArea area = { .index = 1, .scale = 1, .width = 10, .height = 10 };

static void
write_script (const char *path, const char *script)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, script, -1, &error);
  g_assert_no_error (error);
}

static SotayDocument *
make_liar (const char *script)
{
  g_autofree char *folder = sotay_test_folder ();
  g_autofree char *path = g_build_filename (folder, "script", NULL);
  g_autofree char *helper = g_build_filename (g_getenv ("SOTAY_BUILD_ROOT"), "tests", "guide", "lying-helper", NULL);

  write_script (path, script);
  return g_object_new (SOTAY_TYPE_DOCUMENT, "path", path, "helper", helper, "patience", 4, NULL);
}

static SotayDocument *
make_open_liar (const char *lies)
{
  g_autofree char *script = g_strconcat (FIVE_PAGES, lies, NULL);
  SotayDocument *document = make_liar (script);
  g_autoptr (GError) error = NULL;

  document_fixture_try_open (document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sotay_document_get_n_pages (document), ==, 5);
  return document;
}

/* The stand-in can also tell the truth: what the other tests refuse is refused for its lie. */
static void
test_truth (void)
{
  g_autoptr (SotayDocument) document = make_open_liar (
      HONEST_PICTURE "page say {\"text\":2,\"characters\":1,\"links\":[{\"x\":1,\"y\":1,\"width\":1,\"height\":1,\"index\":4,"
                     "\"top\":9}],\"bytes\":18}\npage say a\npage floats 4\n"
                     "outline say {\"items\":[{\"title\":\"T\",\"index\":-1,\"y\":0,\"depth\":3}]}\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = document_fixture_render (document, &area, &error);
  g_autoptr (GListModel) outline = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pixels), ==, 400);
  outline = document_fixture_load_outline (document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (outline), ==, 1);
}

static void
test_opening (void)
{
  static const char *const lies[] = {
    READY "open say {\"pages\":5,\"bytes\":40}\nopen nans 10\n",
    READY "open say {\"pages\":5,\"bytes\":8}\nopen floats 2\n",
    READY "open say {\"pages\":2000000000,\"bytes\":128}\nopen floats 32\n",
    READY "open say {\"pages\":-1,\"bytes\":0}\n",
    READY "open say {\"pages\":1e300,\"bytes\":0}\n",
    READY "open say {\"pages\":[],\"bytes\":\"x\"}\n",
    READY "open say {}\n",
    READY "open say []\n",
    READY "open say \n",
    READY "open exit\n",
    READY "open hang\n",
    READY "open flood\n",
    READY "open open 1000000\nopen say \n",
    READY "open bytes 100\nopen say \n",
    READY "open say {\"pages\":5,\"bytes\":4000000000}\n",
    READY "open say {\"pages\":5,\"bytes\":-40}\n",
    READY "open say {\"pages\":5,\"bytes\":40}\nopen floats 5\nopen exit\n",
    READY "open say {\"pages\":5,\"bytes\":40}\nopen floats 5\nopen hang\n",
    READY "open say {\"pages\":5,\"bytes\":40}\nopen floats 10\nopen flood\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autoptr (SotayDocument) document = make_liar (lies[i]);
      g_autoptr (GError) error = NULL;

      /* What follows a right answer is noticed with the next question. */
      if (document_fixture_try_open (document, &error) && g_str_has_suffix (lies[i], "open flood\n"))
        continue;
      if (error == NULL || error->code != SOTAY_GUIDE_ERROR_DAMAGED)
        g_test_message ("%s: %s", lies[i], error != NULL ? error->message : "opened");
      g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_DAMAGED);
      g_assert_cmpuint (sotay_document_get_n_pages (document), ==, 0);
    }
}

/* One that does not even begin as it should. */
static void
test_starting (void)
{
  static const char *const lies[] = {
    "start exit\n",
    "start hang\n",
    "start flood\n",
    "start say {\"bytes\":1000000000}\n",
    "start say {\"error\":\"locked\",\"bytes\":0}\n",
    "start say hello\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autoptr (SotayDocument) document = make_liar (lies[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (document_fixture_try_open (document, &error));
      g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HELPER);
    }
}

static void
test_pictures (void)
{
  static const char *const lies[] = {
    "render say {\"bytes\":0}\n",
    "render say {\"bytes\":8}\nrender word 2147483747\nrender word 0\n",
    "render say {\"bytes\":8}\nrender word 2147483749\nrender word 0\n",
    "render say {\"bytes\":4}\nrender word 2147483748\n",
    "render say {\"bytes\":4}\nrender word 100\n",
    "render say {\"bytes\":8}\nrender word 100\nrender word 0\n",
    "render say {\"bytes\":8}\nrender word 0\nrender word 0\n",
    "render say {\"bytes\":8}\nrender word 4294967295\nrender word 0\n",
    "render say {\"bytes\":9}\nrender word 2147483748\nrender word 0\nrender bytes 1\n",
    "render say {\"bytes\":408}\nrender word 100\nrender floats 101\n",
    "render say {\"bytes\":404}\nrender word 100\nrender floats 50\nrender exit\n",
    "render exit\n",
    "render hang\n",
    "render flood\n",
    "render say {\"error\":\"page\",\"bytes\":0}\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autoptr (SotayDocument) document = make_open_liar (lies[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (document_fixture_render (document, &area, &error));
      g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_PAGE);
    }
}

static void
test_contents (void)
{
  static const char *const lies[] = {
    "page say {\"text\":1,\"characters\":1,\"links\":[],\"bytes\":17}\npage bytes 1\npage nans 4\n",
    "page say {\"text\":1,\"characters\":200000,\"links\":[],\"bytes\":17}\npage bytes 1\npage floats 4\n",
    "page say {\"text\":1,\"characters\":4000000000,\"links\":[],\"bytes\":1}\npage bytes 1\n",
    "page say {\"text\":0,\"characters\":0,\"links\":0,\"bytes\":0}\n",
    "page say {\"text\":0,\"characters\":0,\"links\":[1],\"bytes\":0}\n",
    "page say {\"text\":0,\"characters\":0,\"bytes\":0,\"links\":[{\"x\":1e999,\"y\":1,\"width\":1,\"height\":1,\"index\":0,"
    "\"top\":0}]}\n",
    "page say {\"text\":0,\"characters\":0,\"bytes\":0,\"links\":[{\"x\":1,\"y\":1,\"width\":1,\"height\":1,\"index\":5,"
    "\"top\":0}]}\n",
    "page say {\"text\":-1,\"characters\":0,\"links\":[],\"bytes\":0}\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autoptr (SotayDocument) document = make_open_liar (lies[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (document_fixture_load_page (document, 1, &error));
      g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_PAGE);
    }
}

static void
test_outlines (void)
{
  static const char *const lies[] = {
    "outline say {\"items\":{}}\n",
    "outline say {\"items\":[{\"title\":\"T\",\"index\":5,\"y\":0,\"depth\":0}]}\n",
    "outline say {\"items\":[{\"title\":\"T\",\"index\":0,\"y\":0,\"depth\":16}]}\n",
    "outline say {\"items\":[{\"index\":0,\"y\":0,\"depth\":0}]}\n",
    "outline say {\"items\":[[[[[[]]]]]]}\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autoptr (SotayDocument) document = make_open_liar (lies[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (document_fixture_load_outline (document, &error));
      g_assert_nonnull (error);
    }
}

/* Bytes that are no text become text; what cannot be seen becomes white space; strange addresses are no links. */
static void
test_cleaning (void)
{
  g_autoptr (SotayDocument) document = make_open_liar (
      "page say {\"text\":3,\"characters\":3,\"bytes\":51,\"links\":["
      "{\"x\":0,\"y\":0,\"width\":9,\"height\":9,\"index\":-1,\"top\":0,\"address\":\"javascript:x\"},"
      "{\"x\":0,\"y\":0,\"width\":9,\"height\":9,\"index\":-1,\"top\":0,\"address\":\"https://a\\u202eb\"},"
      "{\"x\":0,\"y\":0,\"width\":-9,\"height\":9,\"index\":-1,\"top\":-5,\"address\":\"https://vi.gov.vn/\"}]}\n"
      "page bytes 1\npage say \x1b\npage floats 12\n"
      "outline say {\"items\":[{\"title\":\"a\\nb\\u0007\",\"index\":4,\"y\":-3,\"depth\":0}]}\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayPageContent) page = document_fixture_load_page (document, 0, &error);
  g_autoptr (GListModel) outline = document_fixture_load_outline (document, NULL);
  g_autoptr (SotayOutlineItem) item = g_list_model_get_item (outline, 0);
  const SotayLink *links;
  guint n_links;

  g_assert_no_error (error);
  g_assert_cmpstr (sotay_page_content_get_text (page), ==, "\xef\xbf\xbd \n");
  links = sotay_page_content_get_links (page, &n_links);
  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpstr (links[0].address, ==, "https://vi.gov.vn/");
  g_assert_cmpfloat (links[0].box.width, ==, 0);
  g_assert_cmpfloat (links[0].y, ==, 0);
  g_assert_cmpfloat (sotay_outline_item_get_y (item), ==, 0);
  g_assert_cmpstr (sotay_outline_item_get_title (item), ==, "a b");
}

/* A page that killed two readers is not tried again; the others are. */
static void
test_deadly_page (void)
{
  g_autoptr (SotayDocument) document = make_open_liar ("render exit\n");
  SotayPageArea other = area;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = NULL;

  g_assert_null (document_fixture_render (document, &area, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_PAGE);
  g_clear_error (&error);
  write_script (sotay_document_get_path (document), FIVE_PAGES HONEST_PICTURE);
  g_assert_null (document_fixture_render (document, &area, &error));
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_PAGE);
  g_clear_error (&error);
  other.index = 2;
  pixels = document_fixture_render (document, &other, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pixels);
}

/* When nothing works any more, it is not tried for ever. */
static void
test_giving_up (void)
{
  g_autoptr (SotayDocument) document
      = make_liar (READY "open say {\"pages\":100,\"bytes\":128}\nopen floats 32\nrender exit\nsizes exit\n");
  SotayPageArea page = area;
  g_autoptr (GError) error = NULL;

  document_fixture_try_open (document, &error);
  g_assert_no_error (error);
  for (page.index = 0; page.index < 20; page.index++)
    {
      g_clear_error (&error);
      g_assert_null (document_fixture_render (document, &page, &error));
    }
  g_assert_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_HELPER);
}

/* Pages whose text kills the reader count as pages without text; the others are read. */
static void
test_deadly_text (void)
{
  g_autoptr (SotayDocument) document = make_open_liar ("text exit\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayDocumentText) text = document_fixture_load_text (document, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sotay_document_text_get_n_empty (text), ==, 5);
}

static void
add_tests (void)
{
  g_test_add_func ("/lies/truth", test_truth);
  g_test_add_func ("/lies/opening", test_opening);
  g_test_add_func ("/lies/starting", test_starting);
  g_test_add_func ("/lies/pictures", test_pictures);
  g_test_add_func ("/lies/contents", test_contents);
  g_test_add_func ("/lies/outlines", test_outlines);
  g_test_add_func ("/lies/cleaning", test_cleaning);
  g_test_add_func ("/lies/deadly-page", test_deadly_page);
  g_test_add_func ("/lies/giving-up", test_giving_up);
  g_test_add_func ("/lies/deadly-text", test_deadly_text);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
