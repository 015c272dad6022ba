/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presentation/lesson-plans.h"

#include "lesson.h"
#include "own-fixture.h"
#include "support/test-support.h"

#include <glib/gstdio.h>
#include <string.h>

static void
changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, gboolean *changed)
{
  *changed = TRUE;
}

/* Plans whose file holds some. */
static SotayLessonPlans *
open_plans (OwnFixture *fixture)
{
  SotayLessonPlans *plans = sotay_lesson_plans_new (fixture->path);
  gboolean loaded = FALSE;
  gulong handler = g_signal_connect (plans, "items-changed", G_CALLBACK (changed_cb), &loaded);

  own_fixture_wait (&loaded);
  g_signal_handler_disconnect (plans, handler);
  return plans;
}

static void
keep (SotayLessonPlans *plans, const char *name, const char *stops, const char *expected_old)
{
  g_autoptr (SotayLessonPlan) plan = lesson_plan (name, stops, NULL);
  g_autoptr (SotayLessonPlan) old = sotay_lesson_plans_keep (plans, plan);
  g_autofree char *old_stops = old != NULL ? lesson_describe (old) : NULL;

  g_assert_cmpstr (old_stops, ==, expected_old);
  g_assert_true (sotay_lesson_plans_find (plans, name) == plan);
}

/* "name stops; …" of all. */
static void
assert_plans (SotayLessonPlans *plans, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (plans)); i++)
    {
      g_autoptr (SotayLessonPlan) plan = g_list_model_get_item (G_LIST_MODEL (plans), i);
      g_autofree char *stops = lesson_describe (plan);

      g_string_append_printf (text, "%s %s; ", sotay_lesson_plan_get_name (plan), stops);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* In the order of a Vietnamese list, numbers by their value. */
static void
test_kept (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayLessonPlans) plans = sotay_lesson_plans_new (fixture->path);
  GStatBuf info;

  keep (plans, "Đợt 10", "1:5", NULL);
  keep (plans, "Đợt 9", "16:240 1:1", NULL);
  keep (plans, "Ấp \"A\"", "2:5", NULL);
  keep (plans, "Zalo", "3:5", NULL);
  keep (plans, "Đợt 10", "10:15 3:7", "1:5");
  assert_plans (plans, "Ấp \"A\" 2:5; Đợt 9 16:240 1:1; Đợt 10 10:15 3:7; Zalo 3:5; ");
  sotay_lesson_plans_remove (plans, "Zalo");
  sotay_lesson_plans_remove (plans, "Zalo");
  g_assert_null (sotay_lesson_plans_find (plans, "Zalo"));
  g_clear_object (&plans);

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  plans = open_plans (fixture);
  assert_plans (plans, "Ấp \"A\" 2:5; Đợt 9 16:240 1:1; Đợt 10 10:15 3:7; ");
}

/* Whoever is quicker than the disk finds what the file holds; one that ends at once leaves it as it is. */
static void
test_early (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayLessonPlans) plans = sotay_lesson_plans_new (fixture->path);
  g_autofree char *stops = NULL;

  keep (plans, "Một", "1:5", NULL);
  keep (plans, "Hai", "2:5", NULL);
  g_clear_object (&plans);
  plans = sotay_lesson_plans_new (fixture->path);
  g_clear_object (&plans);
  plans = sotay_lesson_plans_new (fixture->path);
  stops = lesson_describe (sotay_lesson_plans_find (plans, "Hai"));
  g_assert_cmpstr (stops, ==, "2:5");
  g_clear_object (&plans);
  plans = sotay_lesson_plans_new (fixture->path);
  keep (plans, "Một", "3:5", "1:5");
  g_clear_object (&plans);
  plans = sotay_lesson_plans_new (fixture->path);
  sotay_lesson_plans_remove (plans, "Hai");
  g_clear_object (&plans);
  plans = open_plans (fixture);
  assert_plans (plans, "Một 3:5; ");
}

static void
follow_cb (GListModel *model, guint position, guint n_removed, guint n_added, GListStore *followed)
{
  g_list_store_splice (followed, position, n_removed, NULL, 0);
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (SotayLessonPlan) plan = g_list_model_get_item (model, i);

      g_list_store_insert (followed, i, plan);
    }
}

/* Who follows the changes has the list as it is. */
static void
test_changes (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayLessonPlans) plans = sotay_lesson_plans_new (fixture->path);
  g_autoptr (GListStore) followed = g_list_store_new (SOTAY_TYPE_LESSON_PLAN);

  g_signal_connect (plans, "items-changed", G_CALLBACK (follow_cb), followed);
  keep (plans, "c", "1:5", NULL);
  keep (plans, "a", "1:6", NULL);
  keep (plans, "b", "1:7", NULL);
  keep (plans, "a", "1:8", "1:6");
  sotay_lesson_plans_remove (plans, "b");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (followed)), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SotayLessonPlan) expected = g_list_model_get_item (G_LIST_MODEL (plans), i);
      g_autoptr (SotayLessonPlan) plan = g_list_model_get_item (G_LIST_MODEL (followed), i);

      g_assert_true (plan == expected);
    }
}

static void
test_damaged (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayLessonPlans) plans = NULL;

  own_fixture_write (fixture, "plans.json", "{\"format\":1,\"entr", -1);
  plans = sotay_lesson_plans_new (fixture->path);
  keep (plans, "Mới", "1:5", NULL);
  g_clear_object (&plans);
  own_fixture_assert (fixture, "plans.json.damaged-1", "{\"format\":1,\"entr");
  plans = open_plans (fixture);
  assert_plans (plans, "Mới 1:5; ");
}

/* Pieces that break the rules of a plan are no plans, and stay in the file. */
static void
test_unknown (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayLessonPlans) plans = NULL;
  g_autofree char *after = NULL;

  own_fixture_write (fixture, "plans.json",
                     "{\"format\":1,\"entries\":{"
                     "\"a\":{\"name\":\"a\",\"stops\":[{\"utility\":1,\"minutes\":241}]},"
                     "\"b\":{\"name\":\"c\",\"stops\":[{\"utility\":1,\"minutes\":5}]},"
                     "\"d\":7,"
                     "\"e\":{\"stops\":[{\"utility\":1,\"minutes\":5}]},"
                     "\"f\":{\"name\":\"f\",\"stops\":[{\"utility\":1,\"minutes\":5}]}}}", -1);
  plans = open_plans (fixture);
  assert_plans (plans, "f 1:5; ");
  sotay_lesson_plans_remove (plans, "f");
  g_clear_object (&plans);
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_nonnull (strstr (after, "241"));
  g_assert_null (strstr (after, "\"f\""));
}

static void
failed_cb (SotayLessonPlans *plans, GError *error, gboolean *failed)
{
  g_assert_nonnull (error);
  *failed = TRUE;
}

static void
test_unwritable (OwnFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayLessonPlans) plans = sotay_lesson_plans_new (fixture->path);
  gboolean failed = FALSE;

  own_fixture_block (fixture);
  g_signal_connect (plans, "failed", G_CALLBACK (failed_cb), &failed);
  keep (plans, "Một", "1:5", NULL);
  own_fixture_wait (&failed);
  assert_plans (plans, "Một 1:5; ");
  own_fixture_unblock (fixture);
  g_clear_object (&plans); /* tries again */
  plans = open_plans (fixture);
  assert_plans (plans, "Một 1:5; ");
}

static void
add (const char *name, void (*test) (OwnFixture *, gconstpointer))
{
  g_test_add (name, OwnFixture, "plans.json", own_fixture_set_up, test, own_fixture_tear_down);
}

static void
add_tests (void)
{
  add ("/lesson-plans/kept", test_kept);
  add ("/lesson-plans/early", test_early);
  add ("/lesson-plans/changes", test_changes);
  add ("/lesson-plans/damaged", test_damaged);
  add ("/lesson-plans/unknown", test_unknown);
  add ("/lesson-plans/unwritable", test_unwritable);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
