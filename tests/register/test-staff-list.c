/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/staff-list.h"

#include "fixture.h"
#include "register/register-error.h"
#include "support/test-support.h"

#include <glib/gstdio.h>

#define MANY 9000 /* more than the windows that are kept hold */
#define KEPT 24   /* windows */

static SotayStore *
make_store (guint count)
{
  g_autofree char *path = fixture_path ();
  SotayStore *store = fixture_store (path);
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Phường");
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "");

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *name = g_strdup_printf ("Người %05u", i);
      g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, name, sotay_unit_get_id (unit));
      g_autoptr (GVariant) record = sotay_staff_to_record (staff);

      sotay_step_add (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (staff), NULL, record);
    }
  fixture_apply (store, g_steal_pointer (&step));
  return store;
}

static SotayStaffList *
make_list (SotayStore *store, const char *search)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, search, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  SotayStaffList *list;

  sotay_staff_list_new_async (store, query, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  list = sotay_staff_list_new_finish (result, NULL);
  g_assert_nonnull (list);
  g_assert_true (sotay_staff_list_get_query (list) == query);
  return list;
}

static void
filled_cb (SotayStaffRow *row, GParamSpec *spec, gboolean *flag)
{
  *flag = sotay_staff_row_get_staff (row) != NULL;
}

/* Looks at a row as a list view does: takes it, and waits for "staff" when it is still empty. */
static SotayStaffRow *
look_at (SotayStaffList *list, guint position)
{
  SotayStaffRow *row = g_list_model_get_item (G_LIST_MODEL (list), position);
  g_autofree char *name = g_strdup_printf ("Người %05u", position);
  gboolean filled = sotay_staff_row_get_staff (row) != NULL;
  gulong handler = g_signal_connect (row, "notify::staff", G_CALLBACK (filled_cb), &filled);

  fixture_wait_for (&filled);
  g_signal_handler_disconnect (row, handler);
  g_assert_cmpstr (sotay_staff_get_name (sotay_staff_row_get_staff (row)), ==, name);
  return row;
}

static void
test_windows (void)
{
  g_autoptr (SotayStore) store = make_store (MANY);
  g_autoptr (SotayStaffList) list = make_list (store, NULL);
  g_autoptr (SotayStaffRow) first = NULL;
  g_autoptr (SotayStaffRow) far = NULL;
  g_autoptr (SotayStaffRow) same = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, MANY);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), MANY));
  /* The first window has come with the list, others come when they are looked at. */
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_nonnull (sotay_staff_row_get_staff (first));
  far = g_list_model_get_item (G_LIST_MODEL (list), MANY - 1);
  g_assert_null (sotay_staff_row_get_staff (far));
  g_object_unref (look_at (list, MANY - 1));
  g_assert_nonnull (sotay_staff_row_get_staff (far));
  same = g_list_model_get_item (G_LIST_MODEL (list), MANY - 1);
  g_assert_true (same == far);
}

static void
count_gone_cb (gpointer data, GObject *where)
{
  ++*(guint *) data;
}

static void
test_few_are_kept (void)
{
  g_autoptr (SotayStore) store = make_store (MANY);
  g_autoptr (SotayStaffList) list = make_list (store, NULL);
  guint gone = 0;

  for (guint i = 0; i < MANY; i += 128)
    {
      g_autoptr (SotayStaffRow) row = look_at (list, i);

      g_object_weak_ref (G_OBJECT (row), count_gone_cb, &gone);
    }
  g_assert_cmpuint (gone, ==, (MANY + 127) / 128 - KEPT);
  g_object_unref (look_at (list, 0));
  g_clear_object (&list);
  g_assert_cmpuint (gone, ==, (MANY + 127) / 128);
}

/* A list that goes while windows are on their way, and rows that outlive it. */
static void
test_short_life (void)
{
  g_autoptr (SotayStore) store = make_store (2000);
  g_autoptr (SotayStaffList) list = make_list (store, NULL);
  g_autoptr (SotayStaffRow) row = g_list_model_get_item (G_LIST_MODEL (list), 1999);
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  g_object_unref (g_list_model_get_item (G_LIST_MODEL (list), 1000));
  g_clear_object (&list);
  sotay_store_count_staff_async (store, query, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  g_assert_null (sotay_staff_row_get_staff (row));
}

/* A row of no list that shows whom rows of lists show. */
static void
test_follow (void)
{
  g_autoptr (SotayStore) store = make_store (500);
  g_autoptr (SotayStaffList) list = make_list (store, NULL);
  g_autoptr (SotayStaffRow) first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_autoptr (SotayStaffRow) far = g_list_model_get_item (G_LIST_MODEL (list), 400);
  g_autoptr (SotayStaffRow) follower = g_object_new (SOTAY_TYPE_STAFF_ROW, NULL);

  sotay_staff_row_follow (follower, first, FALSE);
  g_assert_true (sotay_staff_row_get_staff (follower) == sotay_staff_row_get_staff (first));
  sotay_staff_row_follow (follower, far, TRUE);
  g_assert_true (sotay_staff_row_get_staff (follower) == sotay_staff_row_get_staff (first));
  g_object_unref (look_at (list, 400));
  g_assert_true (sotay_staff_row_get_staff (follower) == sotay_staff_row_get_staff (far));
  sotay_staff_row_follow (follower, NULL, TRUE);
  g_assert_null (sotay_staff_row_get_staff (follower));
}

static void
test_empty (void)
{
  g_autoptr (SotayStore) store = make_store (3);
  g_autoptr (SotayStaffList) list = make_list (store, "nobody");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
}

static void
test_fails (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SotayStore) store = fixture_store (path);
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "a file where the folder should be", -1, NULL));
  sotay_staff_list_new_async (store, query, NULL, sotay_test_store_result, &result);
  sotay_test_wait (&result);
  g_assert_null (sotay_staff_list_new_finish (result, &error));
  g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_READ_ONLY);
}

static void
add_tests (void)
{
  g_test_add_func ("/staff-list/windows", test_windows);
  g_test_add_func ("/staff-list/few-are-kept", test_few_are_kept);
  g_test_add_func ("/staff-list/short-life", test_short_life);
  g_test_add_func ("/staff-list/follow", test_follow);
  g_test_add_func ("/staff-list/empty", test_empty);
  g_test_add_func ("/staff-list/fails", test_fails);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
