/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "own-fixture.h"

#include "support/test-support.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 60

void
own_fixture_set_up (OwnFixture *fixture, gconstpointer name)
{
  fixture->base = sotay_test_folder ();
  fixture->folder = g_build_filename (fixture->base, "presentation", NULL);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
}

void
own_fixture_tear_down (OwnFixture *fixture, gconstpointer name)
{
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture->base);
}

static gboolean
lose_patience_cb (gpointer data)
{
  g_error ("what was waited for did not come");
  return G_SOURCE_REMOVE;
}

void
own_fixture_wait (gboolean *flag)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, lose_patience_cb, NULL);

  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

void
own_fixture_write (OwnFixture *fixture, const char *name, const char *contents, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

void
own_fixture_assert (OwnFixture *fixture, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, contents);
}

void
own_fixture_block (OwnFixture *fixture)
{
  g_assert_true (g_file_set_contents (fixture->folder, "", 0, NULL));
}

void
own_fixture_unblock (OwnFixture *fixture)
{
  g_assert_cmpint (g_unlink (fixture->folder), ==, 0);
}
