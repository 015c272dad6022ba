/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/describe-change.h"

#include "register/attendance.h"
#include "register/employment.h"
#include "register/feedback.h"
#include "register/practice.h"
#include "register/session.h"
#include "support/test-support.h"

static char *
name_of (SotayRecordKind kind, const char *id, gpointer data)
{
  return g_strdup_printf ("%s %s", sotay_record_shape (kind)->name, id);
}

static char *
describe (SotayStep *step)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sotay_step_get_changes (step)->len; i++)
    {
      g_autoptr (GPtrArray) fields = sotay_describe_change (sotay_step_get_changes (step)->pdata[i], name_of, NULL);

      for (guint j = 0; j < fields->len; j++)
        {
          SotayFieldChange *field = fields->pdata[j];

          g_string_append_printf (text, "%s>%s;", field->before != NULL ? field->before : "",
                                  field->after != NULL ? field->after : "");
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_person (void)
{
  g_autoptr (SotayStaff) before = sotay_staff_new ("p", "Trần Thị Ánh", "a");
  g_autoptr (SotayStaff) moved = sotay_staff_with (before, SOTAY_STAFF_UNIT_ID, "b");
  g_autoptr (SotayStaff) after = sotay_staff_with (moved, SOTAY_STAFF_TRAINED_ON, "2024-03-05");
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_EDIT_STAFF, "Trần Thị Ánh");
  g_autofree char *text = NULL;
  g_autofree char *entry = NULL;

  sotay_step_add (step, SOTAY_RECORD_STAFF, "p", sotay_staff_to_record (before), sotay_staff_to_record (after));
  text = describe (step);
  g_assert_cmpstr (text, ==, "unit a>unit b;>05/3/2024;");
  entry = sotay_describe_entry (sotay_step_get_changes (step)->pdata[0], name_of, NULL);
  g_assert_true (g_str_has_suffix (entry, "Trần Thị Ánh"));
}

/* Without somebody who names records, no id is shown; a name cannot work as a format. */
static void
test_unnamed (void)
{
  g_autoptr (SotayRecord) attendance = sotay_attendance_new ("p", "s", "late");
  g_autoptr (SotayRecord) session = sotay_record_new (SOTAY_RECORD_SESSION, "s");
  g_autoptr (SotayRecord) titled = sotay_record_with (session, SOTAY_SESSION_TITLE, "100 %s %n");
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_RECORD_ATTENDANCE, "");
  g_autofree char *person = NULL;
  g_autofree char *class = NULL;

  sotay_step_take (step, SOTAY_RECORD_ATTENDANCE, "p/s", NULL, sotay_record_to_variant (attendance));
  sotay_step_take (step, SOTAY_RECORD_SESSION, "s", sotay_record_to_variant (titled), NULL);
  person = sotay_describe_entry (sotay_step_get_changes (step)->pdata[0], NULL, NULL);
  class = sotay_describe_entry (sotay_step_get_changes (step)->pdata[1], NULL, NULL);
  g_assert_true (g_str_has_suffix (person, "…"));
  g_assert_true (g_str_has_suffix (class, "100 %s %n"));
}

static void
assert_word (SotayRecordKind kind, guint field, const char *word)
{
  g_autofree char *text = sotay_field_value_text (kind, field, word, NULL, NULL);

  g_assert_nonnull (text);
  g_assert_cmpstr (text, !=, word);
}

static void
test_words (void)
{
  for (guint i = 0; i < SOTAY_EMPLOYMENT_N; i++)
    assert_word (SOTAY_RECORD_STAFF, SOTAY_STAFF_EMPLOYMENT, sotay_employment_to_string (i));
  for (guint i = 0; i < SOTAY_UNIT_KIND_N; i++)
    assert_word (SOTAY_RECORD_UNIT, SOTAY_UNIT_KIND, sotay_unit_kind_to_string (i));
  for (guint i = 0; i < SOTAY_SESSION_FORM_N; i++)
    assert_word (SOTAY_RECORD_SESSION, SOTAY_SESSION_FORM, sotay_session_form_to_string (i));
  for (guint i = 0; i < SOTAY_ATTENDANCE_STATUS_N; i++)
    assert_word (SOTAY_RECORD_ATTENDANCE, SOTAY_ATTENDANCE_STATUS, sotay_attendance_status_to_string (i));
  for (guint i = 0; i < SOTAY_PRACTICE_LEVEL_N; i++)
    assert_word (SOTAY_RECORD_PRACTICE, SOTAY_PRACTICE_LEVEL, sotay_practice_level_to_string (i));
  for (guint i = 0; i < SOTAY_FEEDBACK_STATE_N; i++)
    assert_word (SOTAY_RECORD_FEEDBACK, SOTAY_FEEDBACK_STATE, sotay_feedback_state_to_string (i));
}

/* Every field of every kind has a name for people. */
static void
test_all_fields (void)
{
  for (guint kind = 0; kind < SOTAY_RECORD_N_KINDS; kind++)
    for (guint i = 0; i < sotay_record_shape (kind)->n_fields; i++)
      g_assert_cmpstr (sotay_field_name_text (kind, i), !=, "");
}

static void
add_tests (void)
{
  g_test_add_func ("/describe-change/person", test_person);
  g_test_add_func ("/describe-change/unnamed", test_unnamed);
  g_test_add_func ("/describe-change/words", test_words);
  g_test_add_func ("/describe-change/all-fields", test_all_fields);
}

int
main (int argc, char **argv)
{
  return sotay_test_run (argc, argv, add_tests);
}
