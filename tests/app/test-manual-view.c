/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/guide-view.h"
#include "app/guide/handout-page.h"
#include "app/guide/manual-panel.h"
#include "app/guide/qr-card.h"
#include "app/guide/utility-tool.h"
#include "app/view.h"

#include "reader-fixture.h"

#include "support/test-support.h"

#include <glib/gstdio.h>

static GtkWidget *
make_view (SotayServices *services)
{
  return GTK_WIDGET (sotay_guide_view_new (services));
}

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_set_up (fixture);
  view_fixture_open (fixture, make_view);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (fixture);
}

static SotayReaderView *
get_reader (ViewFixture *fixture)
{
  return view_find (fixture->view, SOTAY_TYPE_READER_VIEW);
}

static gboolean
is_open (gpointer data)
{
  return sotay_reader_view_get_document (get_reader (data)) != NULL;
}

static gboolean
is_followed (gpointer data)
{
  ViewFixture *fixture = data;
  SotayManualCopy *copy = sotay_guide_library_get_current (sotay_services_get_guide (fixture->services));

  return sotay_page_map_is_for (sotay_services_get_page_map (fixture->services), sotay_manual_copy_get_sha256 (copy));
}

static gboolean
is_failed (gpointer data)
{
  return view_find_label (GTK_WIDGET (get_reader (data)), "Không mở được cẩm nang") != NULL;
}

static void
import (ViewFixture *fixture, SotayManualCopy *copy)
{
  g_autoptr (GFile) file = g_file_new_for_path (sotay_manual_copy_get_path (copy));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayManualCopy) imported = NULL;
  SotayGuideLibrary *library = sotay_services_get_guide (fixture->services);

  sotay_guide_library_import_async (library, file, NULL, NULL, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  imported = sotay_guide_library_import_finish (library, result, &error);
  g_assert_no_error (error);
}

static void
open_manual (ViewFixture *fixture)
{
  g_autoptr (SotayManualCopy) copy = reader_fixture_make_manual ();

  import (fixture, copy);
  view_wait (is_open, fixture);
  view_wait (is_followed, fixture);
}

static gboolean
is_seen (ViewFixture *fixture, GType type)
{
  return gtk_widget_get_mapped (view_find (fixture->view, type));
}

/* Without a copy: the code and the download; with one: the reader, and the rest where it was asked for. */
static void
test_parts (ViewFixture *fixture, gconstpointer data)
{
  g_assert_true (is_seen (fixture, SOTAY_TYPE_QR_CARD));
  g_assert_true (is_seen (fixture, SOTAY_TYPE_MANUAL_PANEL));
  g_assert_false (is_seen (fixture, SOTAY_TYPE_HANDOUT_PAGE));
  open_manual (fixture);
  g_assert_true (is_seen (fixture, SOTAY_TYPE_READER_VIEW));
  g_assert_false (is_seen (fixture, SOTAY_TYPE_QR_CARD));
  g_assert_false (is_seen (fixture, SOTAY_TYPE_MANUAL_PANEL));

  g_assert_true (gtk_widget_activate_action (fixture->view, "guide.toggle-sheet", NULL));
  g_assert_true (is_seen (fixture, SOTAY_TYPE_HANDOUT_PAGE));
  g_assert_false (is_seen (fixture, SOTAY_TYPE_QR_CARD));
  g_assert_true (sotay_view_go_back (SOTAY_VIEW (fixture->view)));
  g_assert_false (is_seen (fixture, SOTAY_TYPE_HANDOUT_PAGE));
  g_assert_false (sotay_view_go_back (SOTAY_VIEW (fixture->view)));
}

/* The last copy is removed: the download is the view again. */
static void
test_removed (ViewFixture *fixture, gconstpointer data)
{
  SotayGuideLibrary *library = sotay_services_get_guide (fixture->services);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *sha256 = NULL;

  open_manual (fixture);
  sha256 = g_strdup (sotay_manual_copy_get_sha256 (sotay_guide_library_get_current (library)));
  sotay_guide_library_remove_async (library, sha256, TRUE, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  g_assert_true (sotay_guide_library_remove_finish (library, result, NULL));
  g_assert_null (sotay_guide_library_get_current (library));
  g_assert_true (is_seen (fixture, SOTAY_TYPE_QR_CARD));
  g_assert_true (is_seen (fixture, SOTAY_TYPE_MANUAL_PANEL));
  g_assert_false (is_seen (fixture, SOTAY_TYPE_READER_VIEW));
}

/* A copy that was spoilt on the disk: the reader says so, and the way to another one is in view. */
static void
test_spoilt (ViewFixture *fixture, gconstpointer data)
{
  SotayGuideLibrary *library = sotay_services_get_guide (fixture->services);
  SotayManualCopy *copy = NULL;
  g_autofree char *nonsense = NULL;

  open_manual (fixture);
  copy = sotay_guide_library_get_current (library);
  /* As long as before: a copy of another size would count as none. */
  nonsense = g_strnfill ((gsize) sotay_manual_copy_get_bytes (copy), 'x');
  g_assert_true (g_file_set_contents_full (sotay_manual_copy_get_path (copy), nonsense, -1, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
  sotay_reader_view_set_copy (get_reader (fixture), NULL);
  sotay_reader_view_set_copy (get_reader (fixture), copy);
  view_wait (is_failed, fixture);
  g_assert_true (is_seen (fixture, SOTAY_TYPE_MANUAL_PANEL));
}

typedef struct
{
  SotayPageMap *map;
  const char *id;
  int index;
  gboolean checked;
} Wanted;

static gboolean
is_mapped (gpointer data)
{
  const Wanted *wanted = data;
  gboolean checked = FALSE;

  return sotay_page_map_get_index (wanted->map, wanted->id, NULL, &checked) == wanted->index
         && checked == wanted->checked;
}

typedef struct
{
  SotayReaderView *reader;
  guint index;
} Place;

static gboolean
is_there (gpointer data)
{
  const Place *place = data;

  return sotay_reader_view_get_index (place->reader) == place->index;
}

/* A person gives the page that is read to a utility, is led to it from the utility, and takes it away again. */
static void
test_map (ViewFixture *fixture, gconstpointer data)
{
  GtkWidget *tool = NULL;
  Wanted wanted = { sotay_services_get_page_map (fixture->services), "U10", 15, TRUE };
  Place place = { NULL, 15 };

  open_manual (fixture);
  tool = view_find (fixture->view, SOTAY_TYPE_UTILITY_TOOL);
  place.reader = get_reader (fixture);
  sotay_reader_view_go_to (place.reader, 15);
  view_wait (is_there, &place);
  g_assert_true (gtk_widget_activate_action (tool, "utility-tool.set", "s", "U10"));
  view_wait (is_mapped, &wanted);

  sotay_reader_view_go_to (place.reader, 3);
  place.index = 3;
  view_wait (is_there, &place);
  sotay_guide_view_show_utility (SOTAY_GUIDE_VIEW (fixture->view), "U10");
  place.index = 15;
  view_wait (is_there, &place);

  g_assert_true (gtk_widget_activate_action (tool, "utility-tool.clear", "s", "U10"));
  wanted.index = -1;
  wanted.checked = FALSE;
  view_wait (is_mapped, &wanted);
}

/* A utility without a page opens the map, with a row for each of the 16. */
static void
test_unmapped (ViewFixture *fixture, gconstpointer data)
{
  open_manual (fixture);
  sotay_guide_view_show_utility (SOTAY_GUIDE_VIEW (fixture->view), "U8");
  view_wait_for_label (fixture->view, "8 · Đổi số điện thoại trực tuyến");
  g_assert_nonnull (view_find_label (fixture->view, "chưa có trang"));
}

static void
add (const char *path, void (*func) (ViewFixture *, gconstpointer))
{
  g_test_add (path, ViewFixture, NULL, set_up, func, tear_down);
}

static void
add_tests (void)
{
  add ("/manual-view/parts", test_parts);
  add ("/manual-view/removed", test_removed);
  add ("/manual-view/spoilt", test_spoilt);
  add ("/manual-view/map", test_map);
  add ("/manual-view/unmapped", test_unmapped);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
