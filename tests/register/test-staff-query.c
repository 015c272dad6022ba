/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists, counts and figures of random registers beside the plainest way to work them out. */
#include "register/store.h"

#include "fixture.h"
#include "register/register-error.h"
#include "support/test-support.h"
#include "world.h"

#define STEPS 200
#define QUERIES 200

static void
test_random (gconstpointer seed)
{
  g_auto (World) world;

  world_init (&world, GPOINTER_TO_UINT (seed));
  for (guint i = 0; i < STEPS; i++)
    {
      world_live (&world);
      for (guint j = 0; j < QUERIES / STEPS; j++)
        world_check_query (&world);
      if (i % 8 == 0)
        world_check_tally (&world, world.days[i / 8 % G_N_ELEMENTS (world.days)]);
      if (i % 40 == 0)
        world_assert_whole (&world);
    }
  for (guint i = 0; i < QUERIES; i++)
    world_check_query (&world);
  world_assert_whole (&world);
}

/* One name again and again: everyone goes between the same two, until there is no room and neighbours move. */
static void
test_crowd (void)
{
  g_auto (World) world;
  g_autoptr (SotayUnit) unit = NULL;

  world_init (&world, 1);
  unit = fixture_add_unit (world.store, NULL, "Phường");
  for (guint i = 0; i < 100; i++)
    g_object_unref (fixture_add_staff (world.store, unit, i % 2 == 0 ? "Lê Ánh" : "Lê Yến"));
  for (guint i = 0; i < 300; i++)
    g_object_unref (fixture_add_staff (world.store, unit, "Lê Minh"));
  world_read (&world);
  g_assert_cmpuint (world.staff->len, ==, 400);
  for (guint i = 0; i < 400; i++)
    world_check_query (&world);
  world_assert_whole (&world);
}

static void
check_world (World *world)
{
  world_read (world);
  for (guint i = 0; i < 10; i++)
    world_check_query (world);
  for (guint i = 0; i < G_N_ELEMENTS (world->days); i++)
    world_check_tally (world, world->days[i]);
  world_assert_whole (world);
}

/* Very many at once, in an import that also adds or renames a unit: into a register with fewer, and with more. */
static void
test_bulk (void)
{
  g_auto (World) world;
  guint n_before;

  world_init (&world, 3);
  while (world.staff->len < 20)
    world_live (&world);
  n_before = world.staff->len;
  for (guint i = 0; i < 2; i++)
    {
      fixture_apply (world.store, world_draw_import (&world, i == 0 ? 4000 : 2500));
      check_world (&world);
    }
  g_assert_cmpuint (world.staff->len, ==, n_before + 4001 + 2501);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SotayStep) undone = sotay_store_undo (world.store, 0, NULL, NULL);

      g_assert_nonnull (undone);
      check_world (&world);
    }
  g_assert_cmpuint (world.staff->len, ==, n_before);
  g_object_unref (sotay_store_redo (world.store, NULL, NULL));
  check_world (&world);
  g_assert_cmpuint (world.staff->len, ==, n_before + 4001);
}

/* An id that is there already is found out, and nothing is written. */
static void
test_bulk_conflict (void)
{
  g_auto (World) world;
  SotayStep *step;
  g_autoptr (SotayStep) again = NULL;
  g_autoptr (GError) error = NULL;
  SotayStaff *old;

  world_init (&world, 4);
  while (world.staff->len < 20)
    world_live (&world);
  step = world_draw_import (&world, 2500);
  again = step;
  old = g_ptr_array_index (world.staff, 7);
  sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (old), NULL, sotay_staff_to_record (old));
  g_assert_false (sotay_store_apply (world.store, step, NULL, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT);
  check_world (&world);
}

/* Any window is a part of the whole list. */
static void
compare_windows (World *world, SotayStaffQuery *query)
{
  g_autoptr (GPtrArray) all = sotay_store_list_staff (world->store, query, 0, 0, NULL, NULL);

  g_assert_cmpuint (all->len, >, 1100);
  if (g_rand_boolean (world->chance)) /* the end of a list that was counted is found from the end */
    g_assert_cmpint (sotay_store_count_staff (world->store, query, NULL, NULL), ==, all->len);
  for (guint i = 0; i < 40; i++)
    {
      guint offset = (guint) g_rand_int_range (world->chance, 900, (int) all->len + 300);
      g_autoptr (GPtrArray) some = sotay_store_list_staff (world->store, query, offset, 100, NULL, NULL);

      g_assert_cmpuint (some->len, ==, offset < all->len ? MIN (all->len - offset, 100) : 0);
      for (guint j = 0; j < some->len; j++)
        g_assert_cmpstr (sotay_staff_get_id (g_ptr_array_index (some, j)), ==,
                         sotay_staff_get_id (g_ptr_array_index (all, offset + j)));
    }
}

/* Windows far down, and again after somebody has come in between. */
static void
test_windows (void)
{
  g_auto (World) world;
  SotayStaffQuery *queries[2];

  world_init (&world, 5);
  while (world.staff->len < 20)
    world_live (&world);
  fixture_apply (world.store, world_draw_import (&world, 4000));
  queries[0] = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  queries[1] = sotay_staff_query_new (NULL, SOTAY_STAFF_UNTRAINED, "n", NULL);
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
        compare_windows (&world, queries[i]);
      g_object_unref (fixture_add_staff (world.store, g_ptr_array_index (world.units, 0), "Nguyễn Văn An"));
    }
  g_object_unref (queries[0]);
  g_object_unref (queries[1]);
}

static void
add_tests (void)
{
  g_test_add_data_func ("/register/staff-query/random/1", GUINT_TO_POINTER (1), test_random);
  g_test_add_data_func ("/register/staff-query/random/2", GUINT_TO_POINTER (2), test_random);
  g_test_add_func ("/register/staff-query/crowd", test_crowd);
  g_test_add_func ("/register/staff-query/bulk", test_bulk);
  g_test_add_func ("/register/staff-query/bulk-conflict", test_bulk_conflict);
  g_test_add_func ("/register/staff-query/windows", test_windows);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
