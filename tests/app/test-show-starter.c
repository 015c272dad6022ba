/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who starts a lesson before it is known that one was not ended. */
#include "app/presentation/show-starter.h"
#include "core/system.h"

#include "view-support.h"

#define UNFINISHED \
  "{\"format\":1,\"started\":1000000,\"plan\":{\"stops\":[{\"utility\":10,\"minutes\":5}]}}\n" \
  "{\"at\":7,\"slide\":\"U10/utility\"}\n"

static GtkWidget *
make_starter (SotayServices *services)
{
  g_autofree char *path = sotay_services_dup_journal_path (services);
  g_autofree char *folder = g_path_get_dirname (path);
  GtkWidget *starter = g_object_new (SOTAY_TYPE_SHOW_STARTER, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, UNFINISHED, -1, NULL));
  sotay_show_starter_set_services (SOTAY_SHOW_STARTER (starter), services);
  return starter;
}

static void
fixture_set_up (ViewFixture *fixture, gconstpointer unused)
{
  view_fixture_set_up (fixture);
  sotay_system_use_language ("en");
  view_fixture_open (fixture, make_starter);
}

static void
fixture_tear_down (ViewFixture *fixture, gconstpointer unused)
{
  view_fixture_tear_down (fixture);
}

static void
assert_kept (ViewFixture *fixture)
{
  g_autofree char *path = sotay_services_dup_journal_path (fixture->services);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, UNFINISHED);
}

static void
test_too_early (ViewFixture *fixture, gconstpointer unused)
{
  SotayShowStarter *starter = SOTAY_SHOW_STARTER (fixture->view);

  sotay_show_starter_look (starter);
  sotay_show_starter_start (starter, "level-1");
  sotay_show_starter_start (starter, "level-2");
  view_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  assert_kept (fixture);
  g_assert_nonnull (adw_bin_get_child (ADW_BIN (starter)));
  gtk_window_close (view_find_window (ADW_TYPE_MESSAGE_DIALOG));
  view_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
  assert_kept (fixture);
}

/* The window goes before it is known. */
static void
test_gone (ViewFixture *fixture, gconstpointer unused)
{
  SotayShowStarter *starter = SOTAY_SHOW_STARTER (fixture->view);

  sotay_show_starter_look (starter);
  sotay_show_starter_start (starter, "level-1");
  sotay_show_starter_close (starter);
  assert_kept (fixture);
}

static void
add_tests (void)
{
  g_test_add ("/show-starter/too-early", ViewFixture, NULL, fixture_set_up, test_too_early, fixture_tear_down);
  g_test_add ("/show-starter/gone", ViewFixture, NULL, fixture_set_up, test_gone, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
