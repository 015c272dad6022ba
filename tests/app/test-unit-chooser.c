/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of a unit: what is found by typing, and the row and its list in a window. */
#include "app/register/unit-chooser.h"

#include "view-support.h"

#define N_WARDS 2000
#define N_OFFICES 10 /* of each ward */
#define MOST_ROWS 500

typedef struct
{
  ViewFixture view;
  SotayUnitNames *names;
  GtkWidget *chooser;
  guint n_chosen;
} Fixture;

static void
add_unit (GPtrArray *units, const char *id, const char *parent_id, const char *name)
{
  g_ptr_array_add (units, sotay_unit_new (id, parent_id, name));
}

static SotayUnitNames *
make_names (GPtrArray *units)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new ();
  g_autoptr (SotayUnitProgress) whole = sotay_progress_build (units, tallies);

  return sotay_unit_names_new (whole);
}

static SotayUnitNames *
make_two_wards (void)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);

  add_unit (units, "dong-da", NULL, "Phường Đống Đa");
  add_unit (units, "dong-da-office", "dong-da", "Văn phòng");
  add_unit (units, "hai-tan", NULL, "Phường Hải Tân");
  add_unit (units, "hai-tan-office", "hai-tan", "Văn phòng");
  return make_names (units);
}

static char *
search (SotayUnitNames *names, const char *text)
{
  g_autoptr (GPtrArray) all = sotay_unit_names_dup_all (names);
  g_autoptr (GPtrArray) found = sotay_unit_names_search (names, all, text, NULL);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", sotay_unit_get_id (found->pdata[i]));
  return g_string_free (ids, FALSE);
}

static void
test_search (void)
{
  g_autoptr (SotayUnitNames) names = make_two_wards ();
  const struct
  {
    const char *typed;
    const char *found;
  } cases[] = {
    { "", "dong-da dong-da-office hai-tan hai-tan-office" },
    { "dong da", "dong-da" },
    { "Đống", "dong-da" },
    { "HẢI t", "hai-tan" },
    { "ai tan", "" }, /* not the beginning of a word */
    { "van phong", "dong-da-office hai-tan-office" },
    { "van phong hai tan", "hai-tan-office" },
    { "tan van", "hai-tan-office" },
    { "phường khác", "" },
    { "–", "dong-da dong-da-office hai-tan hai-tan-office" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search (names, cases[i].typed);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_search_some (void)
{
  g_autoptr (SotayUnitNames) names = make_two_wards ();
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = NULL;

  g_ptr_array_add (some, sotay_unit_names_find (names, "hai-tan-office"));
  found = sotay_unit_names_search (names, some, "phuong", NULL);
  g_assert_cmpuint (found->len, ==, 0);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = sotay_unit_names_search (names, some, "phong tan", NULL);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
count_choice_cb (Fixture *fixture)
{
  fixture->n_chosen++;
}

static GtkWidget *
make_form (SotayServices *services)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *chooser = g_object_new (SOTAY_TYPE_UNIT_CHOOSER, "caption", "Đơn vị", NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), chooser);
  return group;
}

static void
open_window (Fixture *fixture, const char *unit_id)
{
  view_fixture_set_up (&fixture->view);
  view_fixture_open (&fixture->view, make_form);
  fixture->chooser = view_find (fixture->view.view, SOTAY_TYPE_UNIT_CHOOSER);
  sotay_unit_chooser_set_units (SOTAY_UNIT_CHOOSER (fixture->chooser), fixture->names, NULL, unit_id);
  g_signal_connect_swapped (fixture->chooser, "notify::unit", G_CALLBACK (count_choice_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->names = make_two_wards ();
  open_window (fixture, NULL);
}

static void
set_up_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_WARDS; i++)
    {
      g_autofree char *ward = g_strdup_printf ("ward-%u", i);
      g_autofree char *name = g_strdup_printf ("Phường số %u", i);

      add_unit (units, ward, NULL, name);
      for (guint j = 1; j < N_OFFICES; j++)
        {
          g_autofree char *office = g_strdup_printf ("office-%u-%u", i, j);
          g_autofree char *office_name = g_strdup_printf ("Tổ dân phố %u", j);

          add_unit (units, office, ward, office_name);
        }
    }
  fixture->names = make_names (units);
  open_window (fixture, "office-1999-9");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (&fixture->view);
  g_object_unref (fixture->names);
}

static gpointer
get_popover (Fixture *fixture)
{
  return view_find (fixture->chooser, GTK_TYPE_POPOVER);
}

static guint
count_choices (Fixture *fixture)
{
  GtkSelectionModel *model = gtk_list_view_get_model (view_find (fixture->chooser, GTK_TYPE_LIST_VIEW));

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static gboolean
offers_one (gpointer fixture)
{
  return count_choices (fixture) == 1;
}

static gboolean
was_chosen (gpointer data)
{
  return ((Fixture *) data)->n_chosen > 0;
}

static gboolean
is_closed (gpointer data)
{
  return !gtk_widget_get_visible (get_popover (data));
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (view_find (fixture->chooser, GTK_TYPE_SEARCH_ENTRY), text);
}

static void
assert_chosen (Fixture *fixture, const char *id)
{
  SotayUnit *unit = sotay_unit_chooser_get_unit (SOTAY_UNIT_CHOOSER (fixture->chooser));

  g_assert_cmpstr (unit != NULL ? sotay_unit_get_id (unit) : NULL, ==, id);
}

/* Typed, Enter: also when the search is not done yet. */
static void
test_type (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (view_find_label (fixture->chooser, "Chọn…"));
  gtk_widget_activate (fixture->chooser);
  g_assert_cmpuint (count_choices (fixture), ==, 4);
  type (fixture, "phong tan");
  g_signal_emit_by_name (view_find (fixture->chooser, GTK_TYPE_SEARCH_ENTRY), "activate");
  view_wait (was_chosen, fixture);
  assert_chosen (fixture, "hai-tan-office");
  view_wait (is_closed, fixture);
  g_assert_nonnull (view_find_label (fixture->chooser, "Phường Hải Tân › Văn phòng"));
  g_assert_true (gtk_widget_is_focus (fixture->chooser));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate (fixture->chooser);
  type (fixture, "qqq");
  view_wait_for_label (fixture->chooser, "Không có đơn vị nào tên như vậy");
  g_signal_emit_by_name (view_find (fixture->chooser, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_signal_emit_by_name (view_find (fixture->chooser, GTK_TYPE_SEARCH_ENTRY), "stop-search");
  view_wait (is_closed, fixture);
  assert_chosen (fixture, NULL);
  g_assert_cmpuint (fixture->n_chosen, ==, 0);
}

static void
test_problem (Fixture *fixture, gconstpointer data)
{
  sotay_unit_chooser_set_problem (SOTAY_UNIT_CHOOSER (fixture->chooser), "chọn đơn vị");
  g_assert_nonnull (view_find_label (fixture->chooser, "Đơn vị – chọn đơn vị"));
  view_choose_unit (fixture->chooser, "Phường Đống Đa");
  g_assert_nonnull (view_find_label (fixture->chooser, "Đơn vị"));
  assert_chosen (fixture, "dong-da");
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

/* The list begins at what is chosen, and has no widget for what is not seen. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  GtkListView *list = view_find (fixture->chooser, GTK_TYPE_LIST_VIEW);
  GtkSingleSelection *selection;

  gtk_widget_activate (fixture->chooser);
  g_assert_cmpuint (count_choices (fixture), ==, N_WARDS * N_OFFICES);
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  assert_chosen (fixture, "office-1999-9");
  g_assert_true (gtk_single_selection_get_selected_item (selection)
                 == sotay_unit_names_find (fixture->names, "office-1999-9"));
  g_assert_cmpuint (count_widgets (GTK_WIDGET (list)), <, 10 * MOST_ROWS);
  type (fixture, "1234 so phuong");
  view_wait (offers_one, fixture);
  view_choose_unit (fixture->chooser, "Phường số 1234");
  assert_chosen (fixture, "ward-1234");
}

static void
add (const char *path, void (*set_up_it) (Fixture *, gconstpointer), void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up_it, test, tear_down);
}

static void
add_tests (void)
{
  g_test_add_func ("/unit-chooser/search", test_search);
  g_test_add_func ("/unit-chooser/search-some", test_search_some);
  add ("/unit-chooser/type", set_up, test_type);
  add ("/unit-chooser/nothing", set_up, test_nothing);
  add ("/unit-chooser/problem", set_up, test_problem);
  add ("/unit-chooser/many", set_up_many, test_many);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
