/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/month-figures.h"

#include "fixture.h"
#include "register/register-error.h"
#include "support/test-support.h"

#include <string.h>

typedef struct
{
  char *path;
  SotayStore *store;
  SotayUnit *ward;
  SotayUnit *office;
  SotayUnit *school;
} Fixture;

/* Seven people, one for each way of counting in October and November 2026. */
static const struct
{
  const char *name;
  gboolean in_school;
  const char *joined_on;
  const char *left_on;
  const char *trained_on;
  const char *passed_on;
} people[] = {
  { "Nguyễn Văn An", FALSE, NULL, NULL, "2026-09-15", "2026-09-15" },          /* before both months */
  { "Trần Thị Bình", FALSE, NULL, NULL, "2026-10-31", NULL },                  /* the last day of October */
  { "Lê Văn Chi", FALSE, NULL, NULL, "2026-11-01", "2026-11-01" },             /* the first day of November */
  { "Phạm Thị Dung", FALSE, NULL, NULL, NULL, NULL },                          /* never */
  { "Hoàng Văn Em", TRUE, "2026-11-05", NULL, "2026-11-10", NULL },            /* came and was trained in November */
  { "Vũ Thị Giang", TRUE, NULL, "2026-11-15", "2026-11-03", NULL },            /* trained, then left */
  { "Đỗ Văn Hải", TRUE, NULL, NULL, "2025-12-20", NULL },                      /* the year before */
};

static void
set (SotayStaff **staff, SotayStaffField field, const char *value)
{
  SotayStaff *changed = sotay_staff_with (*staff, field, value);

  g_object_unref (*staff);
  *staff = changed;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = fixture_path ();
  fixture->store = fixture_store (fixture->path);
  fixture->ward = fixture_add_unit (fixture->store, NULL, "Phường Hải Tân");
  fixture->office = fixture_add_unit (fixture->store, fixture->ward, "Văn phòng");
  fixture->school = fixture_add_unit (fixture->store, fixture->ward, "Trường Tiểu học");
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      SotayUnit *unit = people[i].in_school ? fixture->school : fixture->office;
      SotayStaff *staff = sotay_staff_new (NULL, people[i].name, sotay_unit_get_id (unit));

      set (&staff, SOTAY_STAFF_JOINED_ON, people[i].joined_on);
      set (&staff, SOTAY_STAFF_LEFT_ON, people[i].left_on);
      set (&staff, SOTAY_STAFF_TRAINED_ON, people[i].trained_on);
      set (&staff, SOTAY_STAFF_PASSED_ON, people[i].passed_on);
      fixture_apply (fixture->store, sotay_edit_add_staff (staff, NULL));
      g_object_unref (staff);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->school);
  g_clear_object (&fixture->office);
  g_clear_object (&fixture->ward);
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->path, g_free);
}

static SotayMonthFigures *
load (SotayStore *store, const char *month, const char *today)
{
  GDate month_day = fixture_date (month);
  GDate today_day = fixture_date (today);
  g_autoptr (GError) error = NULL;
  SotayMonthFigures *figures = sotay_month_figures_load (store, &month_day, &today_day, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (figures);
  return figures;
}

static void
assert_counts (SotayMonthPart *part, guint ago, guint due, guint trained, guint passed)
{
  const SotayMonthCounts *counts = sotay_month_part_get_counts (part, ago);

  g_assert_cmpuint (counts->due, ==, due);
  g_assert_cmpuint (counts->trained, ==, trained);
  g_assert_cmpuint (counts->passed, ==, passed);
}

static void
assert_day (SotayMonthFigures *figures, guint ago, const char *iso)
{
  GDate day = fixture_date (iso);

  g_assert_cmpint (g_date_compare (sotay_month_figures_get_day (figures, ago), &day), ==, 0);
}

static void
test_month (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayMonthFigures) figures = load (fixture->store, "2026-11-01", "2026-12-05");
  SotayMonthPart *whole = sotay_month_figures_get_whole (figures);
  SotayMonthPart *office = sotay_month_figures_find (figures, sotay_unit_get_id (fixture->office));
  SotayMonthPart *school = sotay_month_figures_find (figures, sotay_unit_get_id (fixture->school));

  g_assert_false (sotay_month_figures_is_running (figures));
  assert_day (figures, 0, "2026-11-30");
  assert_day (figures, 1, "2026-10-31");
  assert_day (figures, 11, "2025-12-31");
  assert_counts (whole, 0, 6, 5, 2);
  assert_counts (whole, 1, 6, 3, 1);
  assert_counts (whole, 11, 6, 1, 0);
  assert_counts (office, 0, 4, 3, 2);
  assert_counts (school, 0, 2, 2, 0);
  assert_counts (school, 1, 2, 1, 0);
}

/* Not the difference of the two counts: someone trained who left takes nothing away from those newly trained. */
static void
test_newly_trained (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayMonthFigures) november = load (fixture->store, "2026-11-20", "2026-12-05");
  g_autoptr (SotayMonthFigures) october = load (fixture->store, "2026-10-20", "2026-12-05");
  SotayMonthPart *office = sotay_month_figures_find (november, sotay_unit_get_id (fixture->office));
  SotayMonthPart *school = sotay_month_figures_find (november, sotay_unit_get_id (fixture->school));

  g_assert_cmpuint (sotay_month_part_get_newly_trained (office), ==, 1);
  g_assert_cmpuint (sotay_month_part_get_newly_trained (school), ==, 1);
  g_assert_cmpuint (sotay_month_part_get_newly_trained (sotay_month_figures_get_whole (november)), ==, 2);
  g_assert_cmpuint (sotay_month_part_get_newly_trained (sotay_month_figures_get_whole (october)), ==, 1);
}

static void
test_running (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayMonthFigures) second = load (fixture->store, "2026-11-30", "2026-11-02");
  g_autoptr (SotayMonthFigures) last = load (fixture->store, "2026-11-01", "2026-11-30");

  g_assert_true (sotay_month_figures_is_running (second));
  assert_day (second, 0, "2026-11-02");
  assert_day (second, 1, "2026-10-31");
  assert_counts (sotay_month_figures_get_whole (second), 0, 6, 4, 2);
  g_assert_false (sotay_month_figures_is_running (last));
}

static void
test_february (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayMonthFigures) leap = load (fixture->store, "2024-03-31", "2026-11-30");
  g_autoptr (SotayMonthFigures) common = load (fixture->store, "2026-01-31", "2026-11-30");

  assert_day (leap, 0, "2024-03-31");
  assert_day (leap, 1, "2024-02-29");
  assert_day (common, 0, "2026-01-31");
  assert_day (common, 11, "2025-02-28");
}

static void
test_tree (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayMonthFigures) figures = load (fixture->store, "2026-11-01", "2026-12-05");
  GListModel *top = sotay_month_part_get_children (sotay_month_figures_get_whole (figures));
  g_autoptr (SotayMonthPart) ward = g_list_model_get_item (top, 0);
  GListModel *below = sotay_month_part_get_children (ward);
  g_autoptr (SotayMonthPart) first = g_list_model_get_item (below, 0);

  g_assert_null (sotay_month_part_get_unit (sotay_month_figures_get_whole (figures)));
  g_assert_cmpuint (g_list_model_get_n_items (top), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (below), ==, 2);
  g_assert_cmpstr (sotay_unit_get_name (sotay_month_part_get_unit (first)), ==, "Trường Tiểu học");
  assert_counts (ward, 0, 6, 5, 2);
  g_assert_null (sotay_month_figures_find (figures, "no such unit"));
}

static void
test_empty (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayMonthFigures) figures = load (store, "2026-11-01", "2026-11-23");
  SotayMonthPart *whole = sotay_month_figures_get_whole (figures);
  g_autofree char *text = sotay_month_figures_to_text (figures, whole);

  assert_counts (whole, 0, 0, 0, 0);
  g_assert_cmpuint (g_list_model_get_n_items (sotay_month_part_get_children (whole)), ==, 0);
  g_assert_nonnull (strstr (text, "Trained: 0 (–)\n"));
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SotayMonthFigures) figures = load (fixture->store, "2026-11-01", "2026-12-05");
  SotayMonthPart *ward = sotay_month_figures_find (figures, sotay_unit_get_id (fixture->ward));
  SotayMonthPart *office = sotay_month_figures_find (figures, sotay_unit_get_id (fixture->office));
  g_autofree char *text = sotay_month_figures_to_text (figures, ward);
  g_autofree char *short_text = sotay_month_figures_to_text (figures, office);

  g_assert_nonnull (strstr (text, "figures up to 30/11/2026\nPhường Hải Tân\n"));
  g_assert_nonnull (strstr (text, "Due for training: 6\nTrained: 5 (83,33 %)\nPassed: 2 (33,33 %)\n"));
  g_assert_nonnull (strstr (text, "Newly trained in the month: 2\nStill to be trained: 1\n"));
  g_assert_nonnull (strstr (text, "On 31/10/2026: 3 of 6 trained"));
  g_assert_nonnull (strstr (text, "1. Trường Tiểu học: 2/2 (100 %)\n2. Văn phòng: 3/4"));
  g_assert_null (strstr (short_text, "By unit"));
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  GDate day = fixture_date ("2026-11-23");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SotayMonthFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  sotay_month_figures_load_async (fixture->store, &day, &day, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  figures = sotay_month_figures_load_finish (result, &error);
  g_assert_no_error (error);
  assert_counts (sotay_month_figures_get_whole (figures), 0, 6, 5, 2);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  GDate day = fixture_date ("2026-11-23");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sotay_month_figures_load_async (fixture->store, &day, &day, cancellable, sotay_test_store_result, &result);
  g_cancellable_cancel (cancellable);
  sotay_test_wait (&result);
  g_assert_null (sotay_month_figures_load_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_corrupt (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SotayStore) store = fixture_store (path);
  GDate day = fixture_date ("2026-11-23");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "This is not a register, and long enough to be looked at closely.", -1,
                                      NULL));
  g_assert_null (sotay_month_figures_load (store, &day, &day, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CORRUPT);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/month-figures/month", test_month);
  add ("/month-figures/newly-trained", test_newly_trained);
  add ("/month-figures/running", test_running);
  add ("/month-figures/february", test_february);
  add ("/month-figures/tree", test_tree);
  add ("/month-figures/text", test_text);
  add ("/month-figures/async", test_async);
  add ("/month-figures/cancelled", test_cancelled);
  g_test_add_func ("/month-figures/empty", test_empty);
  g_test_add_func ("/month-figures/corrupt", test_corrupt);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
