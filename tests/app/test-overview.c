/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview of the training and its list: filters, edits in the row, many at once, the units, the campaign. */
#include "app/register/campaign-dialog.h"
#include "app/register/end-unit-dialog.h"
#include "app/register/erase-dialog.h"
#include "app/register/filter-bar.h"
#include "app/register/filter-dialog.h"
#include "app/register/people-dialog.h"
#include "app/register/register-view.h"
#include "app/register/staff-columns.h"
#include "app/register/staff-dialog.h"
#include "app/register/staff-page.h"
#include "app/register/staff-story.h"
#include "app/register/staff-table.h"
#include "app/register/unit-tree.h"
#include "app/widgets/field-row.h"
#include "app/widgets/trend-chart.h"
#include "core/paths.h"
#include "fixture.h"
#include "register/campaign.h"
#include "services/settings.h"
#include "view-support.h"

static void
set_up (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_set_up (fixture);
  view_fixture_open (fixture, sotay_register_view_new);
}

static void
tear_down (ViewFixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (fixture);
}

static SotayStaffTable *
get_table (ViewFixture *fixture)
{
  return view_find (fixture->view, SOTAY_TYPE_STAFF_TABLE);
}

static GtkWidget *
get_page (ViewFixture *fixture)
{
  return view_find (fixture->view, SOTAY_TYPE_STAFF_PAGE);
}

static GtkSelectionModel *
get_model (ViewFixture *fixture)
{
  return gtk_column_view_get_model (view_find (GTK_WIDGET (get_table (fixture)), GTK_TYPE_COLUMN_VIEW));
}

typedef struct
{
  ViewFixture *fixture;
  guint n_people;
} Expectation;

static gboolean
lists_people (gpointer data)
{
  Expectation *expected = data;
  SotayStaffList *list = sotay_staff_table_get_list (get_table (expected->fixture));

  return list != NULL && g_list_model_get_n_items (G_LIST_MODEL (list)) == expected->n_people;
}

static void
wait_for_people (ViewFixture *fixture, guint n_people)
{
  Expectation expected = { fixture, n_people };

  view_wait (lists_people, &expected);
}

static SotayUnit *
add_three (ViewFixture *fixture)
{
  g_autoptr (SotayUnit) ward = fixture_add_unit (fixture->store, NULL, "Phường Hải Tân");
  SotayUnit *office = fixture_add_unit (fixture->store, ward, "Văn phòng");

  g_object_unref (fixture_add_staff (fixture->store, office, "Nguyễn Văn Yên"));
  g_object_unref (fixture_add_staff (fixture->store, office, "Trần Thị Ánh"));
  g_object_unref (fixture_add_staff (fixture->store, ward, "Lê Đức Bình"));
  wait_for_people (fixture, 3);
  return office;
}

static SotayStaff *
find_person (ViewFixture *fixture, const char *name)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, name, NULL);
  g_autoptr (GPtrArray) people = sotay_store_list_staff (fixture->store, query, 0, 0, NULL, NULL);

  g_assert_cmpuint (people->len, ==, 1);
  return g_object_ref (people->pdata[0]);
}

static gpointer
get_child (gpointer dialog, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), name);
}

static void
respond (gpointer dialog, const char *response)
{
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, response));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gpointer
open_dialog (ViewFixture *fixture, const char *action, GType type)
{
  g_assert_true (gtk_widget_activate_action (get_page (fixture), action, NULL));
  view_wait_for_window (type);
  return view_find_window (type);
}

static void
choose (ViewFixture *fixture, const char *action, const char *option)
{
  g_assert_true (gtk_widget_activate_action (view_find (fixture->view, SOTAY_TYPE_FILTER_BAR), action, "s", option));
}

/* A figure of the head shows its people, the rule, and a chip that takes the filter away. */
static void
test_figure (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  g_autoptr (SotayStaff) person = find_person (fixture, "Ánh");
  SotayStaffFilter none = { { 0 } };
  GtkLabel *rule = get_child (get_page (fixture), "rule_label");

  fixture_mark (fixture->store, person, "2024-03-05");
  g_assert_true (gtk_widget_activate_action (get_page (fixture), "unit-page.show-people", "s", "trained"));
  wait_for_people (fixture, 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (rule)));
  g_assert_nonnull (g_strstr_len (gtk_label_get_text (rule), -1, "1 "));
  g_assert_true (gtk_widget_activate_action (get_page (fixture), "unit-page.show-people", "s", "untrained"));
  wait_for_people (fixture, 2);
  sotay_filter_bar_set_filter (view_find (fixture->view, SOTAY_TYPE_FILTER_BAR), &none);
  wait_for_people (fixture, 3);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (rule)));
}

static void
test_facets (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  g_autoptr (SotayStaff) person = find_person (fixture, "Ánh");
  g_autoptr (SotayStaff) level = fixture_change (fixture->store, person, SOTAY_STAFF_LEVEL, "2");
  g_autoptr (SotayStaff) kind = fixture_change (fixture->store, level, SOTAY_STAFF_EMPLOYMENT, "official");

  choose (fixture, "filter.level", "2");
  wait_for_people (fixture, 1);
  choose (fixture, "filter.employment", "public");
  wait_for_people (fixture, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (get_page (fixture), "stack")), ==, "nothing");
  choose (fixture, "filter.employment", "official");
  wait_for_people (fixture, 1);
  gtk_widget_activate_action (get_page (fixture), "staff.clear-search", NULL);
  wait_for_people (fixture, 3);
  sotay_unit_tree_set_unit_id (view_find (fixture->view, SOTAY_TYPE_UNIT_TREE), sotay_unit_get_parent_id (office));
  choose (fixture, "filter.below", "no");
  wait_for_people (fixture, 1);
}

static void
test_kept_filter (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  GtkWidget *bar = view_find (fixture->view, SOTAY_TYPE_FILTER_BAR);
  GSettings *settings = sotay_services_get_settings (fixture->services);
  g_autoptr (GVariant) kept = NULL;
  g_autofree char *printed = NULL;
  gpointer dialog;

  choose (fixture, "filter.scope", "left");
  wait_for_people (fixture, 0);
  g_assert_true (gtk_widget_activate_action (bar, "filter.keep", NULL));
  view_wait_for_window (SOTAY_TYPE_FILTER_DIALOG);
  dialog = view_find_window (SOTAY_TYPE_FILTER_DIALOG);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "keep"));
  sotay_field_row_set_text (get_child (dialog, "name_row"), "Đã đi");
  respond (dialog, "keep");
  kept = g_settings_get_value (settings, SOTAY_SETTING_STAFF_FILTERS);
  printed = g_variant_print (kept, FALSE);
  g_assert_cmpstr (printed, ==, "[('Đã đi', 'scope=left')]");
  choose (fixture, "filter.scope", "members");
  wait_for_people (fixture, 3);
  choose (fixture, "filter.use", "scope=left level=9");
  wait_for_people (fixture, 0);
  choose (fixture, "filter.forget", "Đã đi");
  g_assert_cmpuint (g_variant_n_children (g_settings_get_value (settings, SOTAY_SETTING_STAFF_FILTERS)), ==, 0);
}

/* (transfer none) (nullable): the field of a column in the row that is edited */
static GtkWidget *
find_field (GtkWidget *root, SotayStaffColumn column)
{
  if ((GTK_IS_ENTRY (root) || GTK_IS_DROP_DOWN (root)) && gtk_widget_has_css_class (root, "cell-field")
      && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (root), "column")) == column)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *field = find_field (child, column);

      if (field != NULL)
        return field;
    }
  return NULL;
}

static void
type_in (ViewFixture *fixture, SotayStaffColumn column, const char *text)
{
  GtkWidget *field = find_field (GTK_WIDGET (get_table (fixture)), column);

  g_assert_nonnull (field);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
}

static void
press_enter (ViewFixture *fixture, SotayStaffColumn column)
{
  g_signal_emit_by_name (find_field (GTK_WIDGET (get_table (fixture)), column), "activate");
}

static void
show_columns (ViewFixture *fixture)
{
  static const char *const names[] = { "birth", "position", "level", "left", NULL };

  g_settings_set_strv (sotay_services_get_settings (fixture->services), SOTAY_SETTING_STAFF_COLUMNS, names);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (get_table (fixture)));
}

static gboolean
has_left_editing (gpointer table)
{
  return !sotay_staff_table_is_editing (table);
}

static void
test_edit_in_row (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  SotayStaffTable *table = get_table (fixture);
  g_autoptr (SotayStaff) person = NULL;

  show_columns (fixture);
  sotay_staff_table_edit (table, 0, SOTAY_STAFF_COLUMN_POSITION);
  g_assert_true (sotay_staff_table_is_editing (table));
  type_in (fixture, SOTAY_STAFF_COLUMN_POSITION, "  Văn   thư ");
  type_in (fixture, SOTAY_STAFF_COLUMN_BIRTH, "05031975");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_field (GTK_WIDGET (table), SOTAY_STAFF_COLUMN_LEVEL)), 2);
  type_in (fixture, SOTAY_STAFF_COLUMN_LEFT, "31/2/2024");
  press_enter (fixture, SOTAY_STAFF_COLUMN_POSITION);
  g_assert_true (sotay_staff_table_is_editing (table));
  g_assert_true (gtk_widget_has_css_class (find_field (GTK_WIDGET (table), SOTAY_STAFF_COLUMN_LEFT), "error"));
  type_in (fixture, SOTAY_STAFF_COLUMN_LEFT, "");
  g_assert_false (gtk_widget_has_css_class (find_field (GTK_WIDGET (table), SOTAY_STAFF_COLUMN_LEFT), "error"));
  press_enter (fixture, SOTAY_STAFF_COLUMN_LEFT);
  view_wait (has_left_editing, table);
  view_wait_for_label (GTK_WIDGET (table), "05/3/1975");
  person = find_person (fixture, "Ánh");
  g_assert_cmpstr (sotay_staff_get_field (person, SOTAY_STAFF_POSITION), ==, "Văn thư");
  g_assert_cmpstr (sotay_staff_get_field (person, SOTAY_STAFF_BIRTH), ==, "1975-03-05");
  g_assert_cmpint (sotay_staff_get_level (person), ==, SOTAY_ACCOUNT_LEVEL_2);
  g_object_unref (sotay_store_undo (fixture->store, 0, NULL, NULL));
  view_wait_for_label (GTK_WIDGET (table), "Trần Thị Ánh");
}

static void
test_leave_row (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  SotayStaffTable *table = get_table (fixture);
  g_autoptr (GPtrArray) steps = NULL;

  show_columns (fixture);
  sotay_staff_table_edit (table, 1, SOTAY_STAFF_COLUMN_NAME);
  type_in (fixture, SOTAY_STAFF_COLUMN_NAME, "Ai đó");
  sotay_staff_table_stop_editing (table);
  g_assert_null (find_field (GTK_WIDGET (table), SOTAY_STAFF_COLUMN_NAME));
  g_assert_nonnull (view_find_label (GTK_WIDGET (table), "Lê Đức Bình"));
  steps = sotay_store_list_steps (fixture->store, 0, NULL, NULL);
  g_assert_cmpuint (steps->len, ==, 5);
}

static gboolean
shows_four_in_head (gpointer fixture)
{
  return view_find_label (((ViewFixture *) fixture)->view, "4") != NULL;
}

/* Another program adds somebody while a row is being edited: what was typed stays, and the list follows afterwards. */
static void
test_edit_while_changing (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *path = sotay_paths_data ("register.db");
  g_autoptr (SotayStore) other = fixture_store (path);
  g_autoptr (SotayUnit) office = add_three (fixture);
  SotayStaffTable *table = get_table (fixture);

  show_columns (fixture);
  sotay_staff_table_edit (table, 0, SOTAY_STAFF_COLUMN_POSITION);
  type_in (fixture, SOTAY_STAFF_COLUMN_POSITION, "Kế toán");
  g_object_unref (fixture_add_staff (other, office, "An"));
  view_wait (shows_four_in_head, fixture);
  g_assert_true (sotay_staff_table_is_editing (table));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (GTK_WIDGET (table), SOTAY_STAFF_COLUMN_POSITION))),
                   ==, "Kế toán");
  wait_for_people (fixture, 3);
  press_enter (fixture, SOTAY_STAFF_COLUMN_POSITION);
  view_wait (has_left_editing, table);
  wait_for_people (fixture, 4);
}

static void
test_change_many (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);
  g_autoptr (GPtrArray) steps = NULL;
  gpointer dialog;

  sotay_staff_query_set_employment (query, SOTAY_EMPLOYMENT_OFFICIAL);
  gtk_selection_model_select_all (get_model (fixture));
  dialog = open_dialog (fixture, "staff.change", SOTAY_TYPE_PEOPLE_DIALOG);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "do"));
  adw_combo_row_set_selected (get_child (dialog, "employment_row"), 2);
  respond (dialog, "do");
  while (sotay_store_count_staff (fixture->store, query, NULL, NULL) < 3)
    g_main_context_iteration (NULL, TRUE);
  steps = sotay_store_list_steps (fixture->store, 0, NULL, NULL);
  g_assert_cmpint (sotay_step_get_kind (steps->pdata[0]), ==, SOTAY_STEP_EDIT_STAFF);
  g_assert_cmpuint (sotay_step_get_n_entries (steps->pdata[0]), ==, 3);
}

static void
test_leave_and_erase (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, "Ánh", NULL);
  gpointer dialog;

  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  dialog = open_dialog (fixture, "staff.leave", SOTAY_TYPE_PEOPLE_DIALOG);
  sotay_field_row_set_text (get_child (dialog, "day_row"), "31/2/2024");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "do"));
  sotay_field_row_set_text (get_child (dialog, "day_row"), "5/3/2024");
  respond (dialog, "do");
  wait_for_people (fixture, 2);
  choose (fixture, "filter.scope", "left");
  wait_for_people (fixture, 1);
  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  dialog = open_dialog (fixture, "staff.erase", SOTAY_TYPE_ERASE_DIALOG);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "erase"));
  sotay_field_row_set_text (get_child (dialog, "name_row"), "tran thi anh");
  respond (dialog, "erase");
  while (sotay_store_count_staff (fixture->store, query, NULL, NULL) > 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_people (fixture, 1);
}

static gboolean
is_seen (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static void
test_story (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  GtkWidget *story;
  gpointer dialog;

  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  dialog = open_dialog (fixture, "staff.edit", SOTAY_TYPE_STAFF_DIALOG);
  story = view_find (dialog, SOTAY_TYPE_STAFF_STORY);
  view_wait (is_seen, story);
  view_wait (is_seen, get_child (story, "history_row"));
  view_wait_for_label (story, "còn thiếu tất cả 16 tiện ích");
  gtk_window_close (dialog);
}

static void
test_sample (ViewFixture *fixture, gconstpointer data)
{
  SotayUnitTree *tree = view_find (fixture->view, SOTAY_TYPE_UNIT_TREE);
  GtkStack *stack = get_child (fixture->view, "stack");
  SotayTrendChart *chart = view_find (fixture->view, SOTAY_TYPE_TREND_CHART);

  view_wait_for_label (fixture->view, "Ai đã được tập huấn?");
  g_assert_true (gtk_widget_activate_action (fixture->view, "register.add-sample", NULL));
  wait_for_people (fixture, 45);
  view_wait (is_seen, get_child (fixture->view, "sample_bar"));
  while (g_strstr_len (sotay_trend_chart_get_text (chart), -1, "45") == NULL)
    g_main_context_iteration (NULL, TRUE);
  sotay_unit_tree_set_unit_id (tree, "sample-school");
  wait_for_people (fixture, 15);
  g_assert_true (gtk_widget_activate_action (fixture->view, "register.remove-sample", NULL));
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "empty") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (get_child (fixture->view, "sample_bar")));
  g_object_unref (sotay_store_undo (fixture->store, 0, NULL, NULL));
  wait_for_people (fixture, 45);
}

static SotayRecord *
read_campaign (ViewFixture *fixture)
{
  g_autoptr (GPtrArray) records = sotay_store_list_records (fixture->store, SOTAY_RECORD_CAMPAIGN, -1, NULL, NULL,
                                                            NULL);

  return records->len > 0 ? g_object_ref (records->pdata[0]) : NULL;
}

static void
test_campaign (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  g_autoptr (SotayRecord) campaign = NULL;
  gpointer dialog;

  dialog = open_dialog (fixture, "register.edit-campaign", SOTAY_TYPE_CAMPAIGN_DIALOG);
  gtk_widget_activate_action (dialog, "campaign.none", NULL);
  g_signal_emit_by_name (get_child (dialog, "save_button"), "clicked");
  g_assert_null (read_campaign (fixture));
  gtk_widget_activate_action (dialog, "campaign.all", NULL);
  sotay_field_row_set_text (get_child (dialog, "deadline_row"), "31/2/2026");
  g_signal_emit_by_name (get_child (dialog, "save_button"), "clicked");
  g_assert_true (sotay_field_row_has_problem (get_child (dialog, "deadline_row")));
  sotay_field_row_set_text (get_child (dialog, "deadline_row"), "31122030");
  g_signal_emit_by_name (get_child (dialog, "save_button"), "clicked");
  view_wait_for_no_window (SOTAY_TYPE_CAMPAIGN_DIALOG);
  campaign = read_campaign (fixture);
  g_assert_cmpstr (sotay_record_get (campaign, SOTAY_CAMPAIGN_DEADLINE), ==, "2030-12-31");
  g_assert_null (sotay_record_get (campaign, SOTAY_CAMPAIGN_UTILITIES));
}

static char *
unit_at (ViewFixture *fixture, guint position)
{
  GtkListView *list = view_find (view_find (fixture->view, SOTAY_TYPE_UNIT_TREE), GTK_TYPE_LIST_VIEW);
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  g_autoptr (SotayUnitProgress) progress = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  SotayUnit *unit = progress != NULL ? sotay_unit_progress_get_unit (progress) : NULL;

  return g_strdup (unit != NULL ? sotay_unit_get_name (unit) : NULL);
}

#define assert_unit_at(fixture, position, name) \
  G_STMT_START { g_autofree char *found = unit_at (fixture, position); g_assert_cmpstr (found, ==, name); } G_STMT_END

static void
test_worst_first (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) good = fixture_add_unit (fixture->store, NULL, "An");
  g_autoptr (SotayUnit) bad = fixture_add_unit (fixture->store, NULL, "Bình");
  g_autoptr (SotayUnit) empty = fixture_add_unit (fixture->store, NULL, "Ấp trống");
  g_autoptr (SotayStaff) trained = fixture_add_staff (fixture->store, good, "Lê Văn Một");

  g_object_unref (fixture_add_staff (fixture->store, bad, "Lê Văn Hai"));
  fixture_mark (fixture->store, trained, "2024-03-05");
  wait_for_people (fixture, 2);
  assert_unit_at (fixture, 0, NULL);
  assert_unit_at (fixture, 1, "An");
  g_settings_set_boolean (sotay_services_get_settings (fixture->services), SOTAY_SETTING_UNITS_WORST_FIRST, TRUE);
  assert_unit_at (fixture, 0, NULL);
  assert_unit_at (fixture, 1, "Bình");
  assert_unit_at (fixture, 2, "An");
  assert_unit_at (fixture, 3, "Ấp trống");
}

static void
test_end_unit (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayUnit) office = add_three (fixture);
  g_autoptr (SotayUnit) other = fixture_add_unit (fixture->store, NULL, "Phường Tân Bình");
  SotayUnitTree *tree = view_find (fixture->view, SOTAY_TYPE_UNIT_TREE);
  gpointer dialog;

  view_wait_for_label (fixture->view, "Phường Tân Bình");
  sotay_unit_tree_set_unit_id (tree, sotay_unit_get_id (office));
  wait_for_people (fixture, 2);
  dialog = open_dialog (fixture, "register.end-unit", SOTAY_TYPE_END_UNIT_DIALOG);
  adw_combo_row_set_selected (get_child (dialog, "ending_row"), SOTAY_UNIT_MERGED);
  g_assert_cmpuint (view_choose_unit (get_child (dialog, "successor_row"), "Phường Tân Bình"), ==, 2);
  sotay_field_row_set_text (get_child (dialog, "day_row"), "01/7/2025");
  respond (dialog, "end");
  while (g_strcmp0 (sotay_unit_tree_get_unit_id (tree), sotay_unit_get_id (other)) != 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_people (fixture, 2);
  g_assert_null (view_find_label (GTK_WIDGET (tree), "Văn phòng"));
  g_settings_set_boolean (sotay_services_get_settings (fixture->services), SOTAY_SETTING_UNITS_CLOSED, TRUE);
  view_wait_for_label (GTK_WIDGET (tree), "Văn phòng");
}

static void
test_copy (ViewFixture *fixture, gconstpointer data)
{
  g_autoptr (SotayStaff) staff = sotay_staff_new (NULL, "Trần Thị Ánh", "unit");
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  gboolean shown[SOTAY_STAFF_N_COLUMNS] = { FALSE };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  shown[SOTAY_STAFF_COLUMN_NAME] = shown[SOTAY_STAFF_COLUMN_CODE] = TRUE;
  g_ptr_array_add (people, staff);
  text = sotay_staff_columns_to_text (people, NULL, shown);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[1], ==, "Trần Thị Ánh\t");
}

static void
add (const char *path, void (*test) (ViewFixture *, gconstpointer))
{
  g_test_add (path, ViewFixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  add ("/overview/figure", test_figure);
  add ("/overview/facets", test_facets);
  add ("/overview/kept-filter", test_kept_filter);
  add ("/overview/edit-in-row", test_edit_in_row);
  add ("/overview/leave-row", test_leave_row);
  add ("/overview/edit-while-changing", test_edit_while_changing);
  add ("/overview/change-many", test_change_many);
  add ("/overview/leave-and-erase", test_leave_and_erase);
  add ("/overview/story", test_story);
  add ("/overview/sample", test_sample);
  add ("/overview/campaign", test_campaign);
  add ("/overview/worst-first", test_worst_first);
  add ("/overview/end-unit", test_end_unit);
  add ("/overview/copy", test_copy);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
