/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands at the side of a show: attendance, masked and not, and the hands of the quick check. */
#include "app/presentation/attendance-panel.h"
#include "app/presentation/check-panel.h"

#include "core/dates.h"
#include "core/system.h"
#include "fixture.h"
#include "presentation/lesson.h"
#include "register/edit-records.h"
#include "register/session.h"
#include "view-names.h"

#include <string.h>

#define NARROW 360

typedef struct
{
  ViewFixture view;
  SotayUnit *ward;
  GPtrArray *staff;
  SotayRecord *session;
  char *chosen_id;
} Fixture;

static const char *const names[] = { "Nguyễn Văn Ánh", "Trần Thị Ánh", "Lê Đức Bình", "Phạm Ngọc Hạnh" };

/* What the panel is made with. */
static const char *made_with;
static gboolean made_masked;

static GtkWidget *
make_panel (SotayServices *services)
{
  return sotay_attendance_panel_new (services, made_with, made_masked);
}

static void
add_people (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *code = g_strdup_printf ("CB-77%u", i);
      g_autofree char *phone = g_strdup_printf ("091234567%u", i);
      g_autoptr (SotayStaff) bare = sotay_staff_new (NULL, names[i], sotay_unit_get_id (fixture->ward));
      g_autoptr (SotayStaff) coded = sotay_staff_with (bare, SOTAY_STAFF_CODE, code);
      g_autoptr (SotayStaff) called = sotay_staff_with (coded, SOTAY_STAFF_PHONE, phone);
      g_autoptr (SotayStaff) noted = sotay_staff_with (called, SOTAY_STAFF_NOTE, "Ghi chú riêng");
      SotayStaff *born = sotay_staff_with (noted, SOTAY_STAFF_BIRTH, "1968");

      fixture_apply (fixture->view.store, sotay_edit_add_staff (born, NULL));
      g_ptr_array_add (fixture->staff, born);
    }
}

static SotayRecord *
make_session (Fixture *fixture)
{
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);
  g_autoptr (SotayRecord) empty = sotay_record_new (SOTAY_RECORD_SESSION, NULL);
  g_autoptr (SotayRecord) titled = sotay_record_with (empty, SOTAY_SESSION_TITLE, "Lớp buổi sáng");
  g_autoptr (SotayRecord) dated = sotay_record_with (titled, SOTAY_SESSION_DAY, iso);

  return sotay_record_with (dated, SOTAY_SESSION_TRAINER, names[3]);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  const char *invited[3] = { NULL };

  view_fixture_set_up (&fixture->view);
  sotay_system_use_language ("en");
  fixture->staff = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->ward = fixture_add_unit (fixture->view.store, NULL, "Phường Hải Tân");
  add_people (fixture);
  fixture->session = make_session (fixture);
  fixture_apply (fixture->view.store, sotay_edit_add_record (fixture->session, NULL));
  for (guint i = 0; i + 1 < G_N_ELEMENTS (invited); i++)
    invited[i] = sotay_staff_get_id (fixture->staff->pdata[i]);
  fixture_apply (fixture->view.store, sotay_edit_invite (fixture->session, before, invited));
}

static void
chosen_cb (Fixture *fixture, const char *id)
{
  g_free (fixture->chosen_id);
  fixture->chosen_id = g_strdup (id);
}

static void
open_panel (Fixture *fixture, const char *session_id, gboolean masked)
{
  made_with = session_id;
  made_masked = masked;
  view_fixture_open (&fixture->view, make_panel);
  gtk_window_set_default_size (fixture->view.window, NARROW, 700);
  g_signal_connect_swapped (fixture->view.view, "session-chosen", G_CALLBACK (chosen_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  view_fixture_tear_down (&fixture->view);
  g_object_unref (fixture->ward);
  g_object_unref (fixture->session);
  g_ptr_array_unref (fixture->staff);
  g_free (fixture->chosen_id);
}

static GtkEditable *
get_field (Fixture *fixture)
{
  return view_find (fixture->view.view, GTK_TYPE_SEARCH_ENTRY);
}

/* What a key press does to the field, and Enter. */
static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (get_field (fixture), text);
}

static void
enter (Fixture *fixture, const char *text)
{
  type (fixture, text);
  g_signal_emit_by_name (get_field (fixture), "activate");
}

static void
assert_text_masked (const char *text)
{
  static const char *const secrets[] = { "CB-77", "09123", "1968", "Ghi chú riêng" };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (names); i++)
    g_assert_null (strstr (text, names[i]));
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (strstr (text, secrets[i]));
}

/* Returns: the property in words, "" when there is none: GTK tells it only when it is not what was expected. */
static char *
dup_spoken (GtkWidget *widget, GtkAccessibleProperty property)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), property)
             ? gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "\001")
             : NULL;
}

/* Everything below, seen or not. Returns over how many texts. */
static guint
assert_masked (GtkWidget *widget)
{
  static const GtkAccessibleProperty properties[] = {
    GTK_ACCESSIBLE_PROPERTY_LABEL, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
    GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
  };
  guint n_texts = 0;

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *spoken = dup_spoken (widget, properties[i]);

      assert_text_masked (spoken);
      n_texts += spoken != NULL;
    }
  assert_text_masked (gtk_widget_get_tooltip_text (widget));
  if (GTK_IS_LABEL (widget))
    assert_text_masked (gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_EDITABLE (widget))
    assert_text_masked (gtk_editable_get_text (GTK_EDITABLE (widget)));
  n_texts += GTK_IS_LABEL (widget) || GTK_IS_EDITABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_texts += assert_masked (child);
  return n_texts;
}

/* The room sees who is meant and who was ticked only as those do who bear the names. */
static void
test_masked (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel;

  open_panel (fixture, sotay_record_get_id (fixture->session), TRUE);
  panel = fixture->view.view;
  view_wait_for_label (panel, "0 / 2");
  g_assert_cmpuint (assert_masked (panel), >, 5);
  type (fixture, "anh");
  view_wait_for_label (panel, "N. V. Ánh");
  g_assert_nonnull (view_find_label (panel, "T. T. Ánh"));
  g_assert_cmpuint (assert_masked (panel), >, 10);
  enter (fixture, "van anh");
  view_wait_for_label (panel, "1 / 2");
  view_wait_for_label (panel, "Undo: N. V. Ánh");
  g_assert_cmpuint (assert_masked (panel), >, 8);
  enter (fixture, "van anh");
  view_wait_for_label (panel, "Already marked: N. V. Ánh");
  assert_masked (panel);
  /* Someone of the register who was not invited. */
  enter (fixture, "hanh");
  view_wait_for_label (panel, "2 / 3");
  view_wait_for_label (panel, "Undo: P. N. Hạnh");
  assert_masked (panel);
  type (fixture, "CB-770");
  view_wait_for_label (panel, "N. V. Ánh");
  type (fixture, "");
  g_assert_cmpuint (assert_masked (panel), >, 8);
}

/* Nobody new is offered where the room sees it. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  open_panel (fixture, sotay_record_get_id (fixture->session), TRUE);
  view_wait_for_label (fixture->view.view, "0 / 2");
  enter (fixture, "Hồ Xuân");
  view_wait_for_label (fixture->view.view, "Nobody is called so: Hồ Xuân");
  g_assert_null (view_find_label (fixture->view.view, "Add someone new: Hồ Xuân…"));
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;

  open_panel (fixture, sotay_record_get_id (fixture->session), TRUE);
  view_wait_for_label (fixture->view.view, "0 / 2");
  enter (fixture, "van anh");
  view_wait_for_label (fixture->view.view, "Undo: N. V. Ánh");
  label = view_find_label (fixture->view.view, "Undo: N. V. Ánh");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  view_wait_for_label (fixture->view.view, "0 / 2");
  g_assert_null (view_find_label (fixture->view.view, "Undo: N. V. Ánh"));
}

/* The trainer's own screen has whole names, and may add someone. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  open_panel (fixture, sotay_record_get_id (fixture->session), FALSE);
  view_wait_for_label (fixture->view.view, "0 / 2");
  enter (fixture, "van anh");
  view_wait_for_label (fixture->view.view, "Undo: Nguyễn Văn Ánh");
  type (fixture, "Hồ Xuân");
  view_wait_for_label (fixture->view.view, "Add someone new: Hồ Xuân…");
}

static void
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = view_find_button (fixture->view.view, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_chosen (gpointer data)
{
  return ((Fixture *) data)->chosen_id != NULL;
}

static gboolean
is_in_field (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (fixture->view.window);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_field (fixture)));
}

/* Asked for before the register was read, the keyboard comes to the field with the list. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  open_panel (fixture, sotay_record_get_id (fixture->session), TRUE);
  gtk_widget_grab_focus (fixture->view.view);
  view_wait (is_in_field, fixture);
  g_assert_nonnull (view_find_label (fixture->view.view, "here / on the list"));
}

static gboolean
is_in_list (gpointer data)
{
  return GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (((Fixture *) data)->view.window));
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static void
pressed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* As a person does: on the display. */
static void
press (Fixture *fixture, const char *key)
{
  g_autoptr (GSubprocess) xdotool = NULL;
  gboolean done = FALSE;

  view_wait (is_active, fixture->view.window);
  xdotool = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "xdotool", "key", key, NULL);
  g_assert_nonnull (xdotool);
  g_subprocess_wait_check_async (xdotool, NULL, pressed_cb, &done);
  fixture_wait_for (&done);
}

static gboolean
is_on_button (gpointer data)
{
  return GTK_IS_BUTTON (gtk_window_get_focus (((Fixture *) data)->view.window));
}

/* Keys that mean something else on the wall are used in the panel. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  open_panel (fixture, NULL, TRUE);
  gtk_widget_grab_focus (fixture->view.view);
  view_wait (is_in_list, fixture);
  press (fixture, "Tab");
  view_wait (is_on_button, fixture);
  press (fixture, "Tab");
  view_wait (is_in_list, fixture);
  press (fixture, "Return");
  view_wait (is_chosen, fixture);
  g_assert_cmpstr (fixture->chosen_id, ==, sotay_record_get_id (fixture->session));
  view_wait (is_in_field, fixture);
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list;

  open_panel (fixture, NULL, TRUE);
  gtk_widget_child_focus (fixture->view.view, GTK_DIR_TAB_FORWARD);
  view_wait (is_in_list, fixture);
  view_wait_for_label (fixture->view.view, "Attendance of Which Session?");
  assert_masked (fixture->view.view);
  g_assert_cmpuint (view_assert_named (fixture->view.view), >=, 2);
  g_assert_null (view_find_label (fixture->view.view, "The session of this show is no longer in the register."));
  list = view_find (fixture->view.view, GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  view_wait (is_chosen, fixture);
  g_assert_cmpstr (fixture->chosen_id, ==, sotay_record_get_id (fixture->session));
  view_wait_for_label (fixture->view.view, "0 / 2");
}

static guint
count_steps (Fixture *fixture)
{
  g_autoptr (GPtrArray) steps = sotay_store_list_steps (fixture->view.store, 0, NULL, NULL);

  return steps->len;
}

/* One step: a session of today, held by the unit, beginning now. */
static void
test_new_session (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { NULL, NULL };
  guint n_steps = count_steps (fixture);
  g_autoptr (GPtrArray) found = NULL;

  open_panel (fixture, NULL, TRUE);
  view_wait_for_label (fixture->view.view, "Attendance of Which Session?");
  click (fixture, "New Session");
  view_wait_for_label (fixture->view.view, "0 / 0");
  g_assert_cmpuint (count_steps (fixture), ==, n_steps + 1);
  ids[0] = fixture->chosen_id;
  found = sotay_store_list_records (fixture->view.store, SOTAY_RECORD_SESSION, SOTAY_STORE_BY_ID, ids, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (sotay_record_get (found->pdata[0], SOTAY_SESSION_DAY), ==,
                   sotay_record_get (fixture->session, SOTAY_SESSION_DAY));
  g_assert_cmpstr (sotay_record_get (found->pdata[0], SOTAY_SESSION_UNIT_ID), ==, sotay_unit_get_id (fixture->ward));
  g_assert_cmpstr (sotay_record_get (found->pdata[0], SOTAY_SESSION_TITLE), ==, "Training in the VNeID utilities");
  g_assert_nonnull (sotay_record_get (found->pdata[0], SOTAY_SESSION_STARTS_AT));
  view_wait (is_in_field, fixture);
  enter (fixture, "binh");
  view_wait_for_label (fixture->view.view, "1 / 1");
}

/* Someone removes the session meanwhile. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  const char *ids[] = { sotay_record_get_id (fixture->session), NULL };
  g_autoptr (GPtrArray) attendance = sotay_store_list_records (fixture->view.store, SOTAY_RECORD_ATTENDANCE,
                                                               SOTAY_ATTENDANCE_SESSION_ID, ids, NULL, NULL);

  open_panel (fixture, sotay_record_get_id (fixture->session), TRUE);
  view_wait_for_label (fixture->view.view, "0 / 2");
  fixture_apply (fixture->view.store, sotay_edit_remove_record (fixture->session, attendance, NULL));
  view_wait_for_label (fixture->view.view, "The session of this show is no longer in the register.");
  click (fixture, "New Session");
  view_wait_for_label (fixture->view.view, "0 / 0");
  enter (fixture, "binh");
  view_wait_for_label (fixture->view.view, "1 / 1");
}

/* It fits beside a slide on a wall of 1024×768, also with letters of twice the size. */
static void
test_width (Fixture *fixture, gconstpointer data)
{
  int width;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  open_panel (fixture, sotay_record_get_id (fixture->session), TRUE);
  view_wait_for_label (fixture->view.view, "0 / 2");
  enter (fixture, "van anh");
  view_wait_for_label (fixture->view.view, "Undo: N. V. Ánh");
  type (fixture, "anh");
  view_wait_for_label (fixture->view.view, "T. T. Ánh");
  gtk_widget_measure (fixture->view.view, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_test_message ("%d px", width);
  g_assert_cmpint (width, <=, NARROW);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

/* The show of the panel that counts hands. */
static SotayShow *current_show;

static GtkWidget *
make_check_panel (SotayServices *services)
{
  return sotay_check_panel_new (current_show);
}

static guint
find_kind (SotayDeck *deck, SotaySlideKind kind, guint number)
{
  for (guint i = 0; i < sotay_deck_get_n_slides (deck); i++)
    {
      const SotaySlideParts *parts = sotay_slide_get_parts (sotay_deck_get_slide (deck, i));

      if (parts->kind == kind && parts->number == number)
        return i;
    }
  g_assert_not_reached ();
}

static guint
find_right (SotaySlide *solution)
{
  GPtrArray *texts = sotay_slide_get_parts (solution)->texts;
  guint right = 0;

  while (!((SotaySlideText *) texts->pdata[right])->marked)
    right++;
  return right;
}

static void
find_spins (GtkWidget *widget, GPtrArray *spins)
{
  if (GTK_IS_SPIN_BUTTON (widget))
    g_ptr_array_add (spins, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_spins (child, spins);
}

static void
test_hands (void)
{
  ViewFixture view;
  g_autoptr (SotayCatalogue) catalogue = lesson_load_catalogue ();
  g_autoptr (SotayDeck) deck = lesson_deck (catalogue, "10:8");
  g_autoptr (SotayShow) show = sotay_show_new (deck);
  g_autoptr (GPtrArray) spins = g_ptr_array_new ();
  guint check = find_kind (deck, SOTAY_SLIDE_CHECK, 1);
  guint right = find_right (sotay_deck_get_slide (deck, find_kind (deck, SOTAY_SLIDE_SOLUTION, 1)));
  const char *id = sotay_slide_get_id (sotay_deck_get_slide (deck, check));
  double share;

  current_show = show;
  view_fixture_set_up (&view);
  sotay_system_use_language ("en");
  view_fixture_open (&view, make_check_panel);
  sotay_show_begin (show, NULL, 0, NULL);
  g_assert_false (gtk_widget_get_visible (view.view));
  sotay_show_go_to (show, check);
  g_assert_true (gtk_widget_get_visible (view.view));
  view_wait_for_label (view.view, "No hands were counted yet.");
  find_spins (view.view, spins);
  g_assert_cmpuint (spins->len, ==, SOTAY_QUESTION_N_CHOICES);
  g_assert_cmpuint (view_assert_named (view.view), >=, SOTAY_QUESTION_N_CHOICES);
  gtk_spin_button_set_value (spins->pdata[right], 33);
  gtk_spin_button_set_value (spins->pdata[(right + 1) % SOTAY_QUESTION_N_CHOICES], 7);
  view_wait_for_label (view.view, "33 of 40 hands are right: 83 %");
  g_assert_cmpuint (sotay_check_tally_get (sotay_show_get_tally (show), id, right), ==, 33);
  g_assert_true (sotay_check_tally_get_share (sotay_show_get_tally (show), 10, &share));
  g_assert_cmpfloat_with_epsilon (share, 33.0 / 40, 1e-9);
  /* The solution of the same question shows the same; the next one begins anew. */
  sotay_show_go_to (show, find_kind (deck, SOTAY_SLIDE_SOLUTION, 1));
  view_wait_for_label (view.view, "33 of 40 hands are right: 83 %");
  sotay_show_go_to (show, find_kind (deck, SOTAY_SLIDE_CHECK, 2));
  view_wait_for_label (view.view, "No hands were counted yet.");
  g_assert_cmpfloat (gtk_spin_button_get_value (spins->pdata[right]), ==, 0);
  /* Another window counts too. */
  sotay_check_tally_set (sotay_show_get_tally (show), "U10/check-2", 10,
                         find_right (sotay_deck_get_slide (deck, find_kind (deck, SOTAY_SLIDE_SOLUTION, 2))), 0, 5);
  g_assert_cmpfloat (gtk_spin_button_get_value (spins->pdata[0]), ==, 5);
  sotay_show_go_to (show, 0);
  g_assert_false (gtk_widget_get_visible (view.view));
  view_fixture_tear_down (&view);
}

static void
add_tests (void)
{
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/attendance-panel/masked", test_masked);
  ADD ("/attendance-panel/unknown", test_unknown);
  ADD ("/attendance-panel/undo", test_undo);
  ADD ("/attendance-panel/open", test_open);
  ADD ("/attendance-panel/keyboard", test_keyboard);
  ADD ("/attendance-panel/keys", test_keys);
  ADD ("/attendance-panel/choose", test_choose);
  ADD ("/attendance-panel/new-session", test_new_session);
  ADD ("/attendance-panel/removed", test_removed);
  ADD ("/attendance-panel/width", test_width);
#undef ADD
  g_test_add_func ("/check-panel/hands", test_hands);
}

int
main (int argc, char **argv)
{
  return view_test_run (argc, argv, add_tests);
}
