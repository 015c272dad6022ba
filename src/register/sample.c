/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/sample.h"

#include "core/dates.h"
#include "register/attendance.h"
#include "register/edit-changes.h"
#include "register/practice.h"
#include "register/session.h"
#include "register/utilities.h"

#define N_PEOPLE 45
#define N_UNITS 3

static const char *const unit_names[N_UNITS] = { "Phường Mẫu", "Văn phòng HĐND và UBND", "Trường Tiểu học Mẫu" };
static const char *const unit_kinds[N_UNITS] = { "ward", "department", "school" };
static const char *const unit_ids[N_UNITS] = { SOTAY_SAMPLE_UNIT_ID, "sample-office", "sample-school" };

static const char *const family_names[] = { "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ" };
static const char *const women[] = { "Thị Ánh", "Thu Hà", "Thị Lan", "Ngọc Mai", "Thị Yến", "Minh Châu", "Thị Dung" };
static const char *const men[] = { "Văn Bình", "Đức Cường", "Minh Đức", "Văn Hùng", "Quốc Khánh", "Anh Tuấn", "Văn Phúc",
                                   "Thành Sơn" };
static const char *const positions[N_UNITS][3] = {
  { "Chuyên viên", "Công chức tư pháp – hộ tịch", "Cán bộ không chuyên trách" },
  { "Văn thư", "Kế toán", "Chuyên viên" },
  { "Giáo viên", "Nhân viên thư viện", "Giáo viên" },
};
static const char *const employments[N_UNITS][3] = {
  { "official", "official", "part-time" },
  { "official", "public", "worker" },
  { "public", "worker", "public" },
};

typedef struct
{
  const char *id;
  const char *title;
  const char *utilities;
  const char *form;
  int days_ago;
  guint stride; /* every so many-th person ... */
  guint absent; /* ... with this rest was absent */
} Lesson;

static const Lesson lessons[] = {
  { "sample-session-1", "Tập huấn VNeID, buổi 1", "U1 U2 U3 U4 U5 U6 U7 U8", "in-person", 75, 6, 5 },
  { "sample-session-2", "Tập huấn VNeID, buổi 2", "U9 U10 U11 U12 U13 U14 U15 U16", "in-person", 45, 4, 3 },
  { "sample-session-3", "Buổi bù cho người vắng", "U9 U10 U11 U12 U13 U14 U15 U16", "online", 12, 3, 0 },
};

static void
set_staff (SotayStaff **staff, SotayStaffField field, const char *value)
{
  SotayStaff *changed = sotay_staff_with (*staff, field, value);

  g_object_unref (*staff);
  *staff = changed;
}

static void
set_record (SotayRecord **record, guint field, const char *value)
{
  SotayRecord *changed = sotay_record_with (*record, field, value);

  g_object_unref (*record);
  *record = changed;
}

static char *
create_day (const GDate *today, int days_ago)
{
  GDate day = *today;

  g_date_subtract_days (&day, days_ago);
  return sotay_date_to_iso (&day);
}

static char *
create_id (guint person)
{
  return g_strdup_printf ("sample-person-%02u", person + 1);
}

static gboolean
attended (guint person, const Lesson *lesson)
{
  return person % lesson->stride != lesson->absent;
}

static void
add_units (SotayStep *step)
{
  for (guint i = 0; i < N_UNITS; i++)
    {
      g_autoptr (SotayUnit) unit = sotay_unit_new (unit_ids[i], i > 0 ? unit_ids[0] : NULL, unit_names[i]);
      g_autoptr (SotayUnit) of_kind = sotay_unit_with (unit, SOTAY_UNIT_KIND, unit_kinds[i]);

      sotay_edit_note_unit (step, NULL, of_kind);
    }
}

static void
add_person (SotayStep *step, guint person)
{
  guint unit = person % N_UNITS;
  const char *family = family_names[person % G_N_ELEMENTS (family_names)];
  const char *given = person % 2 == 0 ? women[person % G_N_ELEMENTS (women)] : men[person % G_N_ELEMENTS (men)];
  g_autofree char *id = create_id (person);
  g_autofree char *name = g_strdup_printf ("%s %s", family, given);
  g_autofree char *birth = g_strdup_printf ("%u", 1966 + person * 7 % 36);
  g_autofree char *code = g_strdup_printf ("M%03u", person + 1);
  g_autoptr (SotayStaff) staff = sotay_staff_new (id, name, unit_ids[unit]);

  set_staff (&staff, SOTAY_STAFF_BIRTH, birth);
  set_staff (&staff, SOTAY_STAFF_CODE, code);
  set_staff (&staff, SOTAY_STAFF_POSITION, positions[unit][person / N_UNITS % 3]);
  set_staff (&staff, SOTAY_STAFF_EMPLOYMENT, employments[unit][person / N_UNITS % 3]);
  set_staff (&staff, SOTAY_STAFF_LEVEL, person % 9 == 8 ? "3" : person % 5 == 4 ? "1" : "2");
  set_staff (&staff, SOTAY_STAFF_ACTIVATED, person % 9 == 8 ? "no" : person % 7 == 6 ? NULL : "yes");
  sotay_edit_note_staff (step, NULL, staff);
}

static void
add_lesson (SotayStep *step, const Lesson *lesson, const GDate *today)
{
  g_autoptr (SotayRecord) session = sotay_record_new (SOTAY_RECORD_SESSION, lesson->id);
  g_autofree char *day = create_day (today, lesson->days_ago);

  set_record (&session, SOTAY_SESSION_TITLE, lesson->title);
  set_record (&session, SOTAY_SESSION_DAY, day);
  set_record (&session, SOTAY_SESSION_STARTS_AT, "08:00");
  set_record (&session, SOTAY_SESSION_ENDS_AT, "11:30");
  set_record (&session, SOTAY_SESSION_PLACE, "Hội trường UBND phường");
  set_record (&session, SOTAY_SESSION_FORM, lesson->form);
  set_record (&session, SOTAY_SESSION_UTILITIES, lesson->utilities);
  set_record (&session, SOTAY_SESSION_UNIT_ID, unit_ids[0]);
  sotay_edit_note_record (step, NULL, session);
  for (guint person = 0; person < N_PEOPLE; person++)
    {
      g_autofree char *id = create_id (person);
      const char *status = attended (person, lesson) ? (person % 13 == 12 ? "late" : "present") : "absent";
      g_autoptr (SotayRecord) attendance = sotay_attendance_new (id, lesson->id, status);

      sotay_edit_note_record (step, NULL, attendance);
    }
}

/* A third of the people handles every utility by now. */
static void
add_practice (SotayStep *step, const GDate *today)
{
  g_autofree char *day = create_day (today, 5);

  for (guint person = 0; person < N_PEOPLE; person += 3)
    for (guint utility = 1; utility <= SOTAY_N_UTILITIES; utility++)
      {
        g_autofree char *id = create_id (person);
        g_autoptr (SotayRecord) practice = sotay_practice_new (id, utility, SOTAY_PRACTICE_FLUENT, day);

        sotay_edit_note_record (step, NULL, practice);
      }
}

SotayStep *
sotay_sample_create (const GDate *today)
{
  SotayStep *step = sotay_step_new (SOTAY_STEP_ADD_SAMPLE, unit_names[0]);

  add_units (step);
  for (guint person = 0; person < N_PEOPLE; person++)
    add_person (step, person);
  for (guint i = 0; i < G_N_ELEMENTS (lessons); i++)
    add_lesson (step, &lessons[i], today);
  add_practice (step, today);
  return step;
}

SotayStep *
sotay_sample_remove (GPtrArray *units, GPtrArray *staff, GPtrArray *belongings)
{
  g_autoptr (GHashTable) parents = sotay_edit_index_parents (units);
  SotayStep *step = sotay_step_new (SOTAY_STEP_REMOVE_SAMPLE, unit_names[0]);

  /* Attendance goes before the session that it is of. */
  for (guint i = 0; i < belongings->len; i++)
    if (sotay_record_get_kind (belongings->pdata[i]) != SOTAY_RECORD_SESSION)
      sotay_edit_note_record (step, belongings->pdata[i], NULL);
  for (guint i = 0; i < belongings->len; i++)
    if (sotay_record_get_kind (belongings->pdata[i]) == SOTAY_RECORD_SESSION)
      sotay_edit_note_record (step, belongings->pdata[i], NULL);
  for (guint i = 0; i < staff->len; i++)
    sotay_edit_note_staff (step, staff->pdata[i], NULL);
  for (guint i = 0; i < units->len; i++)
    if (sotay_edit_is_within (sotay_unit_get_id (units->pdata[i]), SOTAY_SAMPLE_UNIT_ID, parents))
      sotay_edit_note_unit (step, units->pdata[i], NULL);
  return step;
}
