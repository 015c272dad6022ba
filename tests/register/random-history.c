/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-history.h"

#include "core/dates.h"
#include "fixture.h"
#include "register/campaign.h"
#include "register/edit-membership.h"
#include "register/edit-records.h"
#include "register/feedback.h"
#include "register/outreach.h"
#include "register/register-error.h"
#include "register/session.h"
#include "register/utilities.h"

#define FEW_UTILITIES 0x7u /* few, so that sessions often cover what is required */

/* What is there, for a step to choose from. */
typedef struct
{
  SotayStore *store;
  GRand *random;
  GPtrArray *units;
  GPtrArray *staff;
  GPtrArray *sessions;
} World;

typedef SotayStep *(*Maker) (World *world, GError **error);

static void
world_clear (World *world)
{
  g_ptr_array_unref (world->units);
  g_ptr_array_unref (world->staff);
  g_ptr_array_unref (world->sessions);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static gboolean
chance (World *world, int percent)
{
  return g_rand_int_range (world->random, 0, 100) < percent;
}

static gpointer
pick (World *world, GPtrArray *from)
{
  return from->len > 0 ? g_ptr_array_index (from, g_rand_int_range (world->random, 0, (int) from->len)) : NULL;
}

static GPtrArray *
pick_people (World *world)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < world->staff->len; i++)
    if (chance (world, 60))
      g_ptr_array_add (people, g_ptr_array_index (world->staff, i));
  return people;
}

static char *
pick_day (World *world)
{
  GDate day = random_history_day (world->random);

  return sotay_date_to_iso (&day);
}

static guint
pick_utilities (World *world)
{
  return chance (world, 40) ? SOTAY_ALL_UTILITIES : (guint) g_rand_int_range (world->random, 1, FEW_UTILITIES + 1);
}

static GPtrArray *
list_belongings (World *world, char **ids)
{
  g_auto (GStrv) owned = ids;
  GPtrArray *belongings = sotay_store_list_belongings (world->store, (const char *const *) owned, NULL, NULL);

  g_assert_nonnull (belongings);
  return belongings;
}

static GPtrArray *
list_staff_of (World *world, SotayUnit *unit)
{
  g_autoptr (SotayStaffQuery) query = sotay_staff_query_new (sotay_unit_get_id (unit), SOTAY_STAFF_ALL, NULL, NULL);

  return sotay_store_list_staff (world->store, query, 0, 0, NULL, NULL);
}

static SotayStaff *
change_field (World *world, SotayStaff *staff, SotayStaffField field)
{
  g_autofree char *day = chance (world, 75) ? pick_day (world) : NULL;
  SotayEmployment employment = g_rand_int_range (world->random, 0, SOTAY_EMPLOYMENT_N);

  if (field == SOTAY_STAFF_EMPLOYMENT)
    return sotay_staff_with (staff, field, day != NULL ? sotay_employment_to_string (employment) : NULL);
  return sotay_staff_with (staff, field, day);
}

static SotayStaff *
change_fields (World *world, SotayStaff *staff, int percent)
{
  static const SotayStaffField fields[] = { SOTAY_STAFF_JOINED_ON, SOTAY_STAFF_LEFT_ON, SOTAY_STAFF_TRAINED_ON,
                                            SOTAY_STAFF_PASSED_ON, SOTAY_STAFF_EMPLOYMENT };
  SotayStaff *changed = g_object_ref (staff);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (chance (world, percent))
      {
        g_autoptr (SotayStaff) before = changed;

        changed = change_field (world, before, fields[i]);
      }
  return changed;
}

static SotayStep *
add_unit (World *world, GError **error)
{
  SotayUnit *parent = chance (world, 80) ? pick (world, world->units) : NULL;
  g_autoptr (SotayUnit) unit = sotay_unit_new (NULL, parent != NULL ? sotay_unit_get_id (parent) : NULL, "Đơn vị");

  return sotay_edit_add_unit (unit, error);
}

static SotayStep *
move_unit (World *world, GError **error)
{
  SotayUnit *unit = pick (world, world->units);
  SotayUnit *parent = pick (world, world->units);
  g_autoptr (SotayUnit) after = NULL;

  after = sotay_unit_with (unit, SOTAY_UNIT_PARENT_ID, chance (world, 80) ? sotay_unit_get_id (parent) : NULL);
  return sotay_edit_change_unit (unit, after, world->units, error);
}

static SotayStep *
end_unit (World *world, GError **error)
{
  SotayUnitEnding ending = g_rand_int_range (world->random, 0, SOTAY_UNIT_ENDING_N);
  SotayUnit *unit = pick (world, world->units);
  SotayUnit *other = pick (world, world->units);
  GDate day = random_history_day (world->random);
  g_autoptr (SotayUnit) fresh = NULL;
  g_autoptr (GPtrArray) staff = NULL;
  g_autoptr (GPtrArray) belongings = NULL;

  staff = list_staff_of (world, unit);
  belongings = list_belongings (world, sotay_edit_list_ids (unit, world->units, staff));
  fresh = sotay_unit_new (NULL, sotay_unit_get_parent_id (unit), "Đơn vị mới");
  return sotay_edit_end_unit (unit, ending,
                              ending == SOTAY_UNIT_MERGED ? other : ending == SOTAY_UNIT_RENAMED ? fresh : NULL, &day,
                              world->units, staff, belongings, error);
}

static SotayStep *
remove_unit (World *world, GError **error)
{
  SotayUnit *unit = chance (world, 30) ? pick (world, world->units) : NULL;
  g_autoptr (GPtrArray) staff = unit != NULL ? list_staff_of (world, unit) : NULL;
  g_autoptr (GPtrArray) belongings = NULL;

  if (unit == NULL)
    return NULL;
  belongings = list_belongings (world, sotay_edit_list_ids (unit, world->units, staff));
  return sotay_edit_remove_unit (unit, world->units, staff, belongings);
}

static SotayStaff *
make_person (World *world)
{
  g_autoptr (SotayStaff) plain = sotay_staff_new (NULL, "Nguyễn Văn An",
                                                  sotay_unit_get_id (pick (world, world->units)));

  return change_fields (world, plain, 20);
}

static SotayStep *
add_staff (World *world, GError **error)
{
  g_autoptr (SotayStaff) person = make_person (world);

  return sotay_edit_add_staff (person, error);
}

static void
get_addition_cb (gpointer data, guint index, const char **fields)
{
  for (guint i = 0; i < SOTAY_STAFF_N_FIELDS; i++)
    fields[i] = sotay_staff_get_field (g_ptr_array_index ((GPtrArray *) data, index), i);
}

/* As very many are imported: without a change for each. */
static SotayStep *
import_in_bulk (World *world, GError **error)
{
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "toan-tinh.csv");
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (SotayStaff) person = make_person (world);

      if (sotay_staff_check (person, NULL))
        g_ptr_array_add (people, g_steal_pointer (&person));
    }
  sotay_step_set_additions (step, people->len, get_addition_cb, people, (GDestroyNotify) g_ptr_array_unref);
  return step;
}

static SotayStep *
import_staff (World *world, GError **error)
{
  g_autoptr (SotayStep) step = NULL;

  if (chance (world, 50))
    return import_in_bulk (world, error);
  step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "danh-sach.csv");

  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (SotayStaff) person = make_person (world);

      if (sotay_staff_check (person, NULL))
        sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (person), NULL, sotay_staff_to_record (person));
    }
  return g_steal_pointer (&step);
}

static SotayStep *
change_people (World *world, GError **error)
{
  g_autoptr (GPtrArray) before = pick_people (world);
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < before->len; i++)
    {
      SotayStaff *person = g_ptr_array_index (before, i);
      g_autoptr (SotayStaff) changed = change_fields (world, person, 20);

      g_ptr_array_add (after, g_object_ref (sotay_staff_check (changed, NULL) ? changed : person));
    }
  return sotay_edit_change_people (before, after, error);
}

static SotayStep *
remove_staff (World *world, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GPtrArray) belongings = NULL;

  g_ptr_array_add (people, pick (world, world->staff));
  g_ptr_array_add (people, pick (world, world->staff));
  belongings = list_belongings (world, sotay_edit_list_staff_ids (people));
  return sotay_edit_remove_staff (people, belongings);
}

static SotayStep *
transfer (World *world, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  GDate day = random_history_day (world->random);

  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (people, pick (world, world->staff));
  return sotay_edit_transfer_staff (people, pick (world, world->units), &day, error);
}

static SotayStep *
leave (World *world, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  GDate day = random_history_day (world->random);

  g_ptr_array_add (people, pick (world, world->staff));
  return sotay_edit_leave (people, chance (world, 80) ? &day : NULL, error);
}

static SotayStep *
mark (World *world, GError **error)
{
  g_autoptr (GPtrArray) people = pick_people (world);
  GDate day = random_history_day (world->random);

  return sotay_edit_mark_trained (people, chance (world, 70) ? &day : NULL, chance (world, 50), "Đã học ở nơi khác",
                                  error);
}

static SotayRecord *
set (SotayRecord *record, guint field, const char *value)
{
  SotayRecord *after = sotay_record_with (record, field, value);

  g_object_unref (record);
  return after;
}

static SotayRecord *
draw_session (World *world, SotayRecord *session)
{
  g_autofree char *day = pick_day (world);
  g_autofree char *utilities = sotay_utilities_format (pick_utilities (world));
  SotayUnit *unit = pick (world, world->units);

  session = set (session, SOTAY_SESSION_TITLE, "Lớp tập huấn");
  session = set (session, SOTAY_SESSION_DAY, day);
  session = set (session, SOTAY_SESSION_UNIT_ID, unit != NULL ? sotay_unit_get_id (unit) : NULL);
  session = set (session, SOTAY_SESSION_MINUTES, chance (world, 50) ? "U1=5 U10=12" : NULL);
  return set (session, SOTAY_SESSION_UTILITIES, chance (world, 90) ? utilities : NULL);
}

static SotayStep *
add_session (World *world, GError **error)
{
  SotayRecord *first = pick (world, world->sessions);
  SotayRecord *plain = draw_session (world, sotay_record_new (SOTAY_RECORD_SESSION, NULL));
  g_autoptr (SotayRecord) session = NULL;

  session = set (plain, SOTAY_SESSION_SERIES_ID,
                 first != NULL && chance (world, 30) ? sotay_record_get_id (first) : NULL);
  return sotay_edit_add_record (session, error);
}

static SotayStep *
edit_session (World *world, GError **error)
{
  SotayRecord *before = pick (world, world->sessions);
  g_autoptr (SotayRecord) after = before != NULL ? draw_session (world, g_object_ref (before)) : NULL;

  return before != NULL ? sotay_edit_change_record (before, after, error) : NULL;
}

static GPtrArray *
list_records (World *world, SotayRecordKind kind, int field, const char *value)
{
  const char *values[] = { value, NULL };
  GPtrArray *records = sotay_store_list_records (world->store, kind, field, values, NULL, NULL);

  g_assert_nonnull (records);
  return records;
}

static SotayStep *
remove_session (World *world, GError **error)
{
  SotayRecord *session = pick (world, world->sessions);
  g_autoptr (GPtrArray) attendance = NULL;
  g_autoptr (GPtrArray) slots = NULL;

  if (session == NULL)
    return NULL;
  attendance = list_records (world, SOTAY_RECORD_ATTENDANCE, SOTAY_ATTENDANCE_SESSION_ID,
                             sotay_record_get_id (session));
  slots = list_records (world, SOTAY_RECORD_SESSION, SOTAY_SESSION_SERIES_ID, sotay_record_get_id (session));
  return sotay_edit_remove_record (session, attendance, slots);
}

static SotayStep *
attend (World *world, GError **error)
{
  SotayRecord *session = pick (world, world->sessions);
  g_autoptr (GPtrArray) people = pick_people (world);
  g_auto (GStrv) ids = sotay_edit_list_staff_ids (people);
  int status = g_rand_int_range (world->random, -2, SOTAY_ATTENDANCE_STATUS_N + 3);
  g_autoptr (GPtrArray) before = NULL;

  if (session == NULL)
    return NULL;
  before = list_records (world, SOTAY_RECORD_ATTENDANCE, SOTAY_ATTENDANCE_SESSION_ID, sotay_record_get_id (session));
  if (status == -2)
    return sotay_edit_invite (session, before, (const char *const *) ids);
  if (status >= SOTAY_ATTENDANCE_STATUS_N)
    status = SOTAY_ATTENDANCE_PRESENT;
  return sotay_edit_record_attendance (session, before, (const char *const *) ids,
                                       status >= 0 ? sotay_attendance_status_to_string (status) : NULL, NULL, error);
}

static SotayStep *
practise (World *world, GError **error)
{
  g_autoptr (GPtrArray) people = pick_people (world);
  g_auto (GStrv) ids = sotay_edit_list_staff_ids (people);
  g_autoptr (GPtrArray) before = sotay_store_list_records (world->store, SOTAY_RECORD_PRACTICE,
                                                           SOTAY_PRACTICE_STAFF_ID, (const char *const *) ids, NULL,
                                                           NULL);
  GDate day = random_history_day (world->random);
  int level = chance (world, 70) ? SOTAY_PRACTICE_FLUENT : g_rand_int_range (world->random, -1, SOTAY_PRACTICE_FLUENT);

  return sotay_edit_record_practice (before, (const char *const *) ids, pick_utilities (world), level, &day, error);
}

static SotayStep *
change_campaign (World *world, GError **error)
{
  g_autoptr (GPtrArray) campaigns = list_records (world, SOTAY_RECORD_CAMPAIGN, -1, NULL);
  SotayRecord *before = pick (world, campaigns);
  g_autofree char *utilities = sotay_utilities_format ((guint) g_rand_int_range (world->random, 1, FEW_UTILITIES + 1));
  SotayRecord *titled = sotay_record_new (SOTAY_RECORD_CAMPAIGN, SOTAY_CAMPAIGN_ID);
  g_autoptr (SotayRecord) after = NULL;

  titled = set (titled, SOTAY_CAMPAIGN_UTILITIES, chance (world, 90) ? utilities : NULL);
  after = set (titled, SOTAY_CAMPAIGN_EMPLOYMENTS, chance (world, 50) ? "official public worker" : NULL);
  return sotay_edit_change_record (before, after, error);
}

static SotayStep *
add_outreach (World *world, GError **error)
{
  SotayUnit *unit = pick (world, world->units);
  g_autofree char *day = pick_day (world);
  SotayRecord *dated = set (sotay_record_new (SOTAY_RECORD_OUTREACH, NULL), SOTAY_OUTREACH_DAY, day);
  SotayRecord *placed = set (dated, SOTAY_OUTREACH_PLACE, "Nhà văn hóa");
  g_autoptr (SotayRecord) outreach = set (placed, SOTAY_OUTREACH_UNIT_ID,
                                          unit != NULL ? sotay_unit_get_id (unit) : NULL);

  return sotay_edit_add_record (outreach, error);
}

/* More of what makes figures than of what takes them away. */
static const Maker makers[] = {
  add_unit,     import_staff, change_campaign, add_session,  add_unit,       move_unit,       end_unit,
  remove_unit,  add_staff,    change_people,   remove_staff, transfer,       transfer,        leave,
  mark,         add_session,  edit_session,    edit_session, remove_session, attend,          attend,
  attend,       attend,       attend,          practise,     practise,       practise,        practise,
  add_outreach,
};

static void
move_back_or_forth (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = chance (world, 60) ? sotay_store_undo (world->store, 0, NULL, &error)
                                                  : sotay_store_redo (world->store, NULL, &error);

  if (step == NULL)
    g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOTHING);
}

/* An empty register gets a unit first, then people. */
static Maker
pick_maker (World *world)
{
  if (world->units->len == 0)
    return add_unit;
  return world->staff->len == 0 ? import_staff : makers[g_rand_int_range (world->random, 0, G_N_ELEMENTS (makers))];
}

static SotayStep *
make (World *world)
{
  g_autoptr (GError) error = NULL;
  SotayStep *step = pick_maker (world) (world, &error);

  if (error != NULL)
    g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  return step;
}

static void
apply (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = make (world);

  if (step != NULL && !sotay_store_apply (world->store, step, NULL, &error)) /* in two units at once */
    g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
}

static void
read_world (World *world, SotayStore *store, GRand *random)
{
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);

  world->store = store;
  world->random = random;
  world->units = sotay_store_list_units (store, NULL, NULL);
  world->staff = sotay_store_list_staff (store, everyone, 0, 0, NULL, NULL);
  world->sessions = sotay_store_list_records (store, SOTAY_RECORD_SESSION, -1, NULL, NULL, NULL);
}

GDate
random_history_day (GRand *random)
{
  GDate day = fixture_date ("2023-12-15");

  g_date_add_days (&day, (guint) g_rand_int_range (random, 0, 760));
  return day;
}

SotayStep *
random_history_make (SotayStore *store, GRand *random)
{
  g_auto (World) world = { NULL };

  read_world (&world, store, random);
  return make (&world);
}

void
random_history_step (SotayStore *store, GRand *random)
{
  g_auto (World) world = { NULL };

  read_world (&world, store, random);
  if (chance (&world, 20))
    move_back_or_forth (&world);
  else
    apply (&world);
}
