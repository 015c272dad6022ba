/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-page.h"

#include "app/register/step-actions.h"
#include "fixture.h"
#include "register/register-error.h"
#include "view-support.h"

#define N_PEOPLE 1000

/* A store of many people which can be made to fail. */
typedef struct
{
  SotayStore parent_instance;
  gboolean broken;
} FailingStore;

typedef SotayStoreClass FailingStoreClass;

GType failing_store_get_type (void);
G_DEFINE_TYPE (FailingStore, failing_store, SOTAY_TYPE_STORE)

static gint64
failing_store_count_staff (SotayStore *store, SotayStaffQuery *query, GCancellable *cancellable, GError **error)
{
  return N_PEOPLE;
}

static GPtrArray *
failing_store_list_staff (SotayStore *store, SotayStaffQuery *query, guint offset, guint limit,
                          GCancellable *cancellable, GError **error)
{
  GPtrArray *staff;

  if (((FailingStore *) store)->broken)
    {
      g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_BUSY, "locked");
      return NULL;
    }
  staff = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = offset; i < N_PEOPLE && (limit == 0 || i < offset + limit); i++)
    {
      g_autofree char *name = g_strdup_printf ("Nguyễn Văn %04u", i);

      g_ptr_array_add (staff, sotay_staff_new (NULL, name, "unit"));
    }
  return staff;
}

static void
failing_store_class_init (FailingStoreClass *class)
{
  class->count_staff = failing_store_count_staff;
  class->list_staff = failing_store_list_staff;
}

static void
failing_store_init (FailingStore *self)
{
}

static GtkWidget *
make_page (SotayServices *services)
{
  FailingStore *store = g_object_new (failing_store_get_type (), NULL);
  GtkWidget *page = g_object_new (SOTAY_TYPE_STAFF_PAGE, "store", store, "settings",
                                  sotay_services_get_settings (services), NULL);

  g_object_set_data_full (G_OBJECT (page), "failing-store", store, g_object_unref);
  return page;
}

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_set_up (fixture);
  view_fixture_open (fixture, make_page);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (fixture);
}

static gboolean
is_seen (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

/* Rows that cannot be loaded while somebody scrolls to them: told, and read again on demand. */
static void
test_scrolling_fails (ViewFixture *fixture, gconstpointer data)
{
  FailingStore *store = g_object_get_data (G_OBJECT (fixture->view), "failing-store");
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (SotayUnitProgress) whole = sotay_progress_build (nothing, nothing);
  g_autoptr (SotayUnitNames) names = sotay_unit_names_new (whole);
  GtkWidget *notice = view_find (fixture->view, SOTAY_TYPE_NOTICE);
  GtkColumnView *table = view_find (fixture->view, GTK_TYPE_COLUMN_VIEW);
  g_autoptr (GObject) row = NULL;

  sotay_register_tab_show (SOTAY_REGISTER_TAB (fixture->view), whole, names);
  view_wait_for_label (fixture->view, "Nguyễn Văn 0000");
  g_assert_false (gtk_widget_get_visible (notice));
  store->broken = TRUE;
  row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (table)), N_PEOPLE - 1);
  view_wait (is_seen, notice);
  store->broken = FALSE;
  g_signal_emit_by_name (notice, "retry");
  view_wait (is_hidden, notice);
  view_wait_for_label (fixture->view, "Nguyễn Văn 0000");
}

/* As a step that takes long to make, until it is cancelled. */
static SotayStep *
make_slowly (SotayStore *store, gpointer unit, GCancellable *cancellable, GError **error)
{
  while (!g_cancellable_is_cancelled (cancellable))
    g_thread_yield ();
  return sotay_edit_add_unit (unit, error);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* The main loop turns while a step is made; cancelled, the step is not done. */
static void
test_cancel (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = NULL;

  sotay_do_step_async (fixture->store, make_slowly, sotay_unit_new (NULL, NULL, "Văn phòng"), g_object_unref,
                       cancellable, done_cb, &result);
  g_idle_add (cancel_cb, cancellable);
  view_wait (is_set, &result);
  g_assert_null (sotay_do_step_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  units = sotay_store_list_units (fixture->store, NULL, NULL);
  g_assert_cmpuint (units->len, ==, 0);
}

static void
add_tests (void)
{
  g_test_add ("/staff-page/scrolling-fails", ViewFixture, NULL, set_up, test_scrolling_fails, tear_down);
  g_test_add ("/staff-page/cancel", ViewFixture, NULL, set_up, test_cancel, tear_down);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
