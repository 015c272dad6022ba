/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/staff-export.h"

#include "roster-fixture.h"
#include "support/test-support.h"

#include <string.h>

#define N_PEOPLE 10002 /* more than are read at a time */

/* Another program, which takes the first person out once some have been written. */
typedef struct
{
  SotayStore *store;
  gboolean done;
} Other;

static GPtrArray *
list_first (SotayStore *store)
{
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);

  return sotay_store_list_staff (store, everyone, 0, 1, NULL, NULL);
}

static void
advance_cb (gint64 done, gint64 total, gpointer data)
{
  Other *other = data;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  if (other->done)
    return;
  other->done = TRUE;
  first = list_first (other->store);
  fixture_apply (other->store, sotay_edit_remove_staff (first, nothing));
}

static void
fill (SotayStore *store)
{
  g_autoptr (SotayUnit) unit = fixture_add_unit (store, NULL, "Văn phòng");
  g_autoptr (GString) list = g_string_new ("Họ và tên;Mã cán bộ\n");

  for (guint i = 0; i < N_PEOPLE; i++)
    g_string_append_printf (list, "Nguyễn Văn %05u;CB%05u\n", i, i);
  fixture_import (store, unit, list->str);
}

static void
store_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static guint
count_lines (const char *path)
{
  g_autofree char *text = NULL;
  guint count = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (const char *p = text; (p = strchr (p, '\n')) != NULL; p++)
    count++;
  return count;
}

/* Nobody is missing and nobody is there twice. */
static void
test_changed_meanwhile (void)
{
  g_autofree char *register_path = fixture_path ();
  g_autofree char *folder = g_path_get_dirname (register_path);
  g_autofree char *path = g_build_filename (folder, "danh sách.csv", NULL);
  g_autoptr (SotayStore) store = fixture_store (register_path);
  g_autoptr (SotayStore) theirs = fixture_store (register_path);
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  Other other = { theirs, FALSE };
  const SotayAdvance advance = { advance_cb, &other };

  fill (store);
  sotay_staff_export_async (store, everyone, path, &advance, NULL, store_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (sotay_staff_export_finish (result, &error), ==, N_PEOPLE - 1);
  g_assert_no_error (error);
  g_assert_true (other.done);
  g_assert_cmpuint (count_lines (path), ==, N_PEOPLE); /* with the headings */
}

static void
add_tests (void)
{
  g_test_add_func ("/staff-export/changed-meanwhile", test_changed_meanwhile);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
