/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "world.h"

#include "core/dates.h"
#include "core/text.h"
#include "fixture.h"
#include "register/membership.h"
#include "register/register-error.h"
#include "support/test-support.h"

#define TODAY 0 /* of days[]: the figures are kept for it */

static const char *const names[] = { "Nguyễn Văn An", "Nguyen Van An", "Trần Thị Ánh", "Lê Đức Đạt", "Lê Đức Dạt",
                                     "Phan Ân", "Y Bliê Niê", "Đỗ", "Hồ Nguyên", "Vũ Thị Thanh Trà" };
static const char *const positions[] = { NULL, "Trưởng phòng", "Phó trưởng phòng", "Tổ 12 phố An", "Văn thư" };
static const char *const codes[] = { NULL, "CB00123", "CB00124", "cb-0099", "NHAN000123456789012345", "12345678",
                                     "CB0012345", "CB0012399", "congchuc0012345", "congchuc0012377-CB0012345",
                                     "phongnoivukinhtevahatang12" };
static const char *const unit_names[] = { "Phường Bến Nghé", "Tổ 12", "Phòng Văn hoá", "Trường THCS 20041975", "Nhà" };
static const char *const searches[] = {
  NULL, "n", "ng", "ngu", "nguy", "nguyen", "nguyễn an", "an ph", "cb", "cb0", "cb00", "cb00123", "CB-0099", "nhan",
  "nhan0", "nhan0001", "nhan00012345678901", "1234", "12345678", "12", "2004", "200419", "20041975", "ben nghe",
  "cb0012", "cb001234", "CB0012345", "cb0012399 an", "cb00123456", "congchuc", "congchuc0", "congchuc00123",
  "congchuc0012345", "cb0012345 congchuc0012377", "nhan000123456789012345", "phongnoivukinhteva", "phongnoivukinhtevb",
  "phongnoivukinhtevahatang1", "to 12 an", "zz", "d", "đat", "\"a* OR -_", "_cb00", "van",
};

#define PICK(world, array) ((array)[g_rand_int_range ((world)->chance, 0, G_N_ELEMENTS (array))])

static gpointer
pick (World *world, GPtrArray *from)
{
  return from->len > 0 ? g_ptr_array_index (from, g_rand_int_range (world->chance, 0, (int) from->len)) : NULL;
}

static gboolean
often (World *world)
{
  return g_rand_boolean (world->chance);
}

static int
compare_staff (gconstpointer a, gconstpointer b)
{
  SotayStaff *one = *(SotayStaff **) a;
  SotayStaff *other = *(SotayStaff **) b;
  g_autoptr (GBytes) key = sotay_text_name_key (sotay_staff_get_name (one));
  g_autoptr (GBytes) other_key = sotay_text_name_key (sotay_staff_get_name (other));
  int order = g_bytes_compare (key, other_key);

  return order != 0 ? order : g_strcmp0 (sotay_staff_get_id (one), sotay_staff_get_id (other));
}

void
world_read (World *world)
{
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);

  g_clear_pointer (&world->units, g_ptr_array_unref);
  g_clear_pointer (&world->staff, g_ptr_array_unref);
  g_clear_pointer (&world->memberships, g_ptr_array_unref);
  world->units = sotay_store_list_units (world->store, NULL, NULL);
  world->staff = sotay_store_list_staff (world->store, everyone, 0, 0, NULL, NULL);
  world->memberships = sotay_store_list_records (world->store, SOTAY_RECORD_MEMBERSHIP, -1, NULL, NULL, NULL);
  g_assert_nonnull (world->units);
  g_assert_nonnull (world->staff);
  g_assert_nonnull (world->memberships);
  for (guint i = 1; i < world->staff->len; i++)
    g_assert_cmpint (compare_staff (&world->staff->pdata[i - 1], &world->staff->pdata[i]), <, 0);
}

static void
make_units (World *world, SotayStep *step)
{
  SotayUnit *old = pick (world, world->units);

  if (old == NULL || often (world))
    {
      g_autoptr (SotayUnit) unit = sotay_unit_new (NULL, old != NULL ? sotay_unit_get_id (old) : NULL,
                                                   PICK (world, unit_names));

      sotay_step_take (step, SOTAY_RECORD_UNIT, sotay_unit_get_id (unit), NULL, sotay_unit_to_record (unit));
    }
  else
    {
      g_autoptr (SotayUnit) renamed = sotay_unit_with (old, SOTAY_UNIT_NAME, PICK (world, unit_names));

      sotay_step_take (step, SOTAY_RECORD_UNIT, sotay_unit_get_id (old), sotay_unit_to_record (old),
                       sotay_unit_to_record (renamed));
    }
}

static SotayStaff *
change_field (World *world, SotayStaff *staff, SotayStaffField field, const char *value)
{
  SotayStaff *after = sotay_staff_with (staff, field, value);

  g_object_unref (staff);
  return after;
}

/* Somebody with other fields; now and then everything is drawn anew. */
static SotayStaff *
redraw (World *world, SotayStaff *staff)
{
  staff = g_object_ref (staff);
  if (often (world))
    staff = change_field (world, staff, SOTAY_STAFF_NAME, PICK (world, names));
  if (often (world))
    staff = change_field (world, staff, SOTAY_STAFF_UNIT_ID, sotay_unit_get_id (pick (world, world->units)));
  if (often (world))
    staff = change_field (world, staff, SOTAY_STAFF_POSITION, PICK (world, positions));
  if (often (world))
    staff = change_field (world, staff, SOTAY_STAFF_CODE, PICK (world, codes));
  if (often (world))
    staff = change_field (world, staff, SOTAY_STAFF_JOINED_ON, PICK (world, world->days));
  if (often (world))
    staff = change_field (world, staff, SOTAY_STAFF_LEFT_ON, often (world) ? PICK (world, world->days) : NULL);
  if (often (world))
    staff = change_field (world, staff, SOTAY_STAFF_TRAINED_ON, PICK (world, world->days));
  if (often (world))
    staff = change_field (world, staff, SOTAY_STAFF_PASSED_ON, often (world) ? PICK (world, world->days) : NULL);
  if (often (world))
    staff = change_field (world, staff, SOTAY_STAFF_ACTIVATED, often (world) ? "yes" : "no");
  if (often (world))
    staff = change_field (world, staff, SOTAY_STAFF_LEVEL, often (world) ? "2" : NULL);
  if (often (world))
    staff = change_field (world, staff, SOTAY_STAFF_EMPLOYMENT, often (world) ? "public" : NULL);
  return staff;
}

static gboolean
has_memberships (World *world, SotayStaff *staff)
{
  for (guint i = 0; i < world->memberships->len; i++)
    if (g_strcmp0 (sotay_record_get (g_ptr_array_index (world->memberships, i), SOTAY_MEMBERSHIP_STAFF_ID),
                   sotay_staff_get_id (staff)) == 0)
      return TRUE;
  return FALSE;
}

static void
change_staff (World *world, SotayStep *step)
{
  SotayStaff *old = pick (world, world->staff);
  int draw = g_rand_int_range (world->chance, 0, 10);

  if (old == NULL || draw < 5)
    for (int i = g_rand_int_range (world->chance, 1, often (world) ? 3 : 12); i > 0; i--)
      {
        g_autoptr (SotayStaff) empty = sotay_staff_new (NULL, PICK (world, names),
                                                        sotay_unit_get_id (pick (world, world->units)));
        g_autoptr (SotayStaff) staff = redraw (world, empty);

        sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (staff), NULL, sotay_staff_to_record (staff));
      }
  else if (draw == 5 && !has_memberships (world, old))
    sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (old), sotay_staff_to_record (old), NULL);
  else if (draw == 6)
    {
      g_autoptr (SotayRecord) former = sotay_membership_new (sotay_staff_get_id (old),
                                                             sotay_unit_get_id (pick (world, world->units)),
                                                             PICK (world, world->days), PICK (world, world->days));

      sotay_step_take (step, SOTAY_RECORD_MEMBERSHIP, sotay_record_get_id (former), NULL,
                       sotay_record_to_variant (former));
    }
  else
    {
      g_autoptr (SotayStaff) after = redraw (world, old);

      sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (old), sotay_staff_to_record (old),
                       sotay_staff_to_record (after));
    }
}

void
world_live (World *world)
{
  int draw = g_rand_int_range (world->chance, 0, 12);
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_EDIT_STAFF, "random");
  g_autoptr (SotayStep) moved = NULL;
  g_autoptr (GError) error = NULL;

  if (draw == 0)
    moved = sotay_store_undo (world->store, 0, NULL, NULL);
  else if (draw == 1)
    moved = sotay_store_redo (world->store, NULL, NULL);
  else if (world->units->len == 0 || draw == 2)
    make_units (world, step);
  else
    change_staff (world, step);
  if (sotay_step_get_n_entries (step) > 0)
    sotay_store_apply (world->store, step, NULL, &error);
  if (error != NULL) /* in two units at once */
    g_assert_error (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_INVALID);
  world_read (world);
}

static const char *
parent_of (World *world, const char *unit_id)
{
  for (guint i = 0; i < world->units->len; i++)
    if (g_strcmp0 (sotay_unit_get_id (g_ptr_array_index (world->units, i)), unit_id) == 0)
      return sotay_unit_get_parent_id (g_ptr_array_index (world->units, i));
  g_assert_not_reached ();
}

static const char *
name_of (World *world, const char *unit_id)
{
  for (guint i = 0; i < world->units->len; i++)
    if (g_strcmp0 (sotay_unit_get_id (g_ptr_array_index (world->units, i)), unit_id) == 0)
      return sotay_unit_get_name (g_ptr_array_index (world->units, i));
  g_assert_not_reached ();
}

static gboolean
is_in (World *world, SotayStaffQuery *query, const char *unit_id)
{
  const char *wanted = sotay_staff_query_get_unit_id (query);

  if (wanted == NULL || g_strcmp0 (wanted, unit_id) == 0)
    return TRUE;
  if (!sotay_staff_query_get_below (query))
    return FALSE;
  unit_id = parent_of (world, unit_id);
  return unit_id != NULL && is_in (world, query, unit_id);
}

static gboolean
is_by (const char *date, const char *day)
{
  return date != NULL && g_strcmp0 (date, day) <= 0;
}

static gboolean
is_present (SotayStaff *staff, const char *day)
{
  const char *joined = sotay_staff_get_field (staff, SOTAY_STAFF_JOINED_ON);

  return (joined == NULL || is_by (joined, day)) && !is_by (sotay_staff_get_field (staff, SOTAY_STAFF_LEFT_ON), day);
}

static gboolean
covers (SotayRecord *membership, const char *day)
{
  const char *from = sotay_record_get (membership, SOTAY_MEMBERSHIP_FROM_ON);

  return (from == NULL || is_by (from, day)) && !is_by (sotay_record_get (membership, SOTAY_MEMBERSHIP_TO_ON), day);
}

static gboolean
was_member (World *world, SotayStaffQuery *query, SotayStaff *staff, const char *day)
{
  if (is_present (staff, day) && is_in (world, query, sotay_staff_get_unit_id (staff)))
    return TRUE;
  for (guint i = 0; i < world->memberships->len; i++)
    {
      SotayRecord *membership = g_ptr_array_index (world->memberships, i);

      if (g_strcmp0 (sotay_record_get (membership, SOTAY_MEMBERSHIP_STAFF_ID), sotay_staff_get_id (staff)) == 0
          && covers (membership, day) && is_in (world, query, sotay_record_get (membership, SOTAY_MEMBERSHIP_UNIT_ID)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_scope (World *world, SotayStaffQuery *query, SotayStaff *staff)
{
  g_autofree char *day = sotay_date_to_iso (sotay_staff_query_get_day (query));
  gboolean trained = is_by (sotay_staff_get_trained_since (staff), day);
  gboolean passed = trained && is_by (sotay_staff_get_passed_since (staff), day);
  gboolean due;

  if (sotay_staff_query_get_scope (query) == SOTAY_STAFF_ALL)
    return is_in (world, query, sotay_staff_get_unit_id (staff));
  if (sotay_staff_query_get_scope (query) == SOTAY_STAFF_LEFT)
    return is_in (world, query, sotay_staff_get_unit_id (staff))
           && is_by (sotay_staff_get_field (staff, SOTAY_STAFF_LEFT_ON), day);
  if (!was_member (world, query, staff, day))
    return FALSE;
  due = sotay_staff_counts (staff);
  switch (sotay_staff_query_get_scope (query))
    {
    case SOTAY_STAFF_MEMBERS:
      return TRUE;
    case SOTAY_STAFF_TRAINED:
      return due && trained;
    case SOTAY_STAFF_UNTRAINED:
      return due && !trained;
    case SOTAY_STAFF_PASSED:
      return due && passed;
    case SOTAY_STAFF_NOT_PASSED:
      return due && !passed;
    default:
      return due;
    }
}

static gboolean
has_words (World *world, SotayStaffQuery *query, SotayStaff *staff)
{
  const char *position = sotay_staff_get_field (staff, SOTAY_STAFF_POSITION);
  const char *code = sotay_staff_get_field (staff, SOTAY_STAFF_CODE);
  g_autofree char *text
      = g_strdup_printf ("%s %s %s %s", sotay_staff_get_name (staff), position != NULL ? position : "",
                         code != NULL ? code : "", name_of (world, sotay_staff_get_unit_id (staff)));
  g_autofree char *folded = sotay_text_fold (text);
  g_auto (GStrv) words = sotay_text_split (folded);
  const char *const *wanted = sotay_staff_query_get_words (query);

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; words[j] != NULL; j++)
        found |= g_str_has_prefix (words[j], wanted[i]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static gboolean
passes_filters (SotayStaffQuery *query, SotayStaff *staff)
{
  gboolean activated = g_strcmp0 (sotay_staff_get_field (staff, SOTAY_STAFF_ACTIVATED), "yes") == 0;
  const char *employment = sotay_staff_get_field (staff, SOTAY_STAFF_EMPLOYMENT);
  int wanted = sotay_staff_query_get_employment (query);

  return (sotay_staff_query_get_level (query) < 0
          || sotay_staff_query_get_level (query) == (int) sotay_staff_get_level (staff))
         && (sotay_staff_query_get_activated (query) < 0 || sotay_staff_query_get_activated (query) == activated)
         && (wanted < 0 || g_strcmp0 (employment, sotay_employment_to_string ((SotayEmployment) wanted)) == 0);
}

static SotayStaffQuery *
draw_query (World *world)
{
  SotayUnit *unit = often (world) ? pick (world, world->units) : NULL;
  GDate day = fixture_date (PICK (world, world->days));
  SotayStaffQuery *query;

  query = sotay_staff_query_new (unit != NULL ? sotay_unit_get_id (unit) : NULL,
                                 g_rand_int_range (world->chance, 0, SOTAY_STAFF_NOT_PASSED + 1),
                                 often (world) ? PICK (world, searches) : NULL, &day);
  sotay_staff_query_set_below (query, often (world));
  if (g_rand_int_range (world->chance, 0, 4) == 0)
    sotay_staff_query_set_level (query, often (world) ? SOTAY_ACCOUNT_LEVEL_2 : SOTAY_ACCOUNT_UNKNOWN);
  if (g_rand_int_range (world->chance, 0, 4) == 0)
    sotay_staff_query_set_activated (query, often (world));
  if (g_rand_int_range (world->chance, 0, 4) == 0)
    sotay_staff_query_set_employment (query, SOTAY_EMPLOYMENT_PUBLIC);
  return query;
}

void
world_check_query (World *world)
{
  g_autoptr (SotayStaffQuery) query = draw_query (world);
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = NULL;
  guint offset = (guint) g_rand_int_range (world->chance, 0, 20);
  guint limit = (guint) g_rand_int_range (world->chance, 0, 20);
  guint n_expected;

  for (guint i = 0; i < world->staff->len; i++)
    {
      SotayStaff *staff = g_ptr_array_index (world->staff, i);

      if (is_in_scope (world, query, staff) && has_words (world, query, staff) && passes_filters (query, staff))
        g_ptr_array_add (expected, staff);
    }
  g_assert_cmpint (sotay_store_count_staff (world->store, query, NULL, NULL), ==, expected->len);
  found = sotay_store_list_staff (world->store, query, offset, limit, NULL, NULL);
  g_assert_nonnull (found);
  n_expected = expected->len > offset ? expected->len - offset : 0;
  g_assert_cmpuint (found->len, ==, limit > 0 ? MIN (limit, n_expected) : n_expected);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (sotay_staff_get_id (g_ptr_array_index (found, i)), ==,
                     sotay_staff_get_id (g_ptr_array_index (expected, offset + i)));
}

static SotayTally *
use_tally (GHashTable *tallies, const char *unit_id)
{
  SotayTally *tally = g_hash_table_lookup (tallies, unit_id);

  if (tally == NULL)
    {
      tally = g_new0 (SotayTally, 1);
      tally->unit_id = g_strdup (unit_id);
      g_hash_table_insert (tallies, tally->unit_id, tally);
    }
  return tally;
}

static void
count_one (SotayTally *tally, SotayStaff *staff, const char *day)
{
  gboolean trained = is_by (sotay_staff_get_trained_since (staff), day);

  if (!sotay_staff_counts (staff))
    return;
  tally->due++;
  tally->trained += trained ? 1 : 0;
  tally->passed += trained && is_by (sotay_staff_get_passed_since (staff), day) ? 1 : 0;
}

static SotayStaff *
find_staff (World *world, const char *id)
{
  for (guint i = 0; i < world->staff->len; i++)
    if (g_strcmp0 (sotay_staff_get_id (g_ptr_array_index (world->staff, i)), id) == 0)
      return g_ptr_array_index (world->staff, i);
  g_assert_not_reached ();
}

void
world_check_tally (World *world, const char *day)
{
  g_autoptr (GHashTable) expected = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                           (GDestroyNotify) sotay_tally_free);
  GDate date = fixture_date (day);
  g_autoptr (GPtrArray) found = sotay_store_tally (world->store, &date, NULL, NULL);

  for (guint i = 0; i < world->staff->len; i++)
    {
      SotayStaff *staff = g_ptr_array_index (world->staff, i);
      SotayTally *tally = use_tally (expected, sotay_staff_get_unit_id (staff));

      if (is_present (staff, day))
        count_one (tally, staff, day);
    }
  for (guint i = 0; i < world->memberships->len; i++)
    {
      SotayRecord *membership = g_ptr_array_index (world->memberships, i);

      if (covers (membership, day))
        count_one (use_tally (expected, sotay_record_get (membership, SOTAY_MEMBERSHIP_UNIT_ID)),
                   find_staff (world, sotay_record_get (membership, SOTAY_MEMBERSHIP_STAFF_ID)), day);
    }
  g_assert_nonnull (found);
  g_assert_cmpuint (found->len, ==, g_hash_table_size (expected));
  for (guint i = 0; i < found->len; i++)
    {
      SotayTally *tally = g_ptr_array_index (found, i);
      SotayTally *right = g_hash_table_lookup (expected, tally->unit_id);

      g_assert_nonnull (right);
      g_assert_cmpuint (tally->due, ==, right->due);
      g_assert_cmpuint (tally->trained, ==, right->trained);
      g_assert_cmpuint (tally->passed, ==, right->passed);
    }
}

void
world_assert_whole (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = sotay_store_check (world->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (state);
}

void
world_init (World *world, guint seed)
{
  GDate today = sotay_date_today ();
  GDate tomorrow = today;

  *world = (World) { .chance = g_rand_new_with_seed (seed), .path = fixture_path () };
  g_date_add_days (&tomorrow, 1);
  world->days[TODAY] = sotay_date_to_iso (&today);
  world->days[1] = g_strdup ("2024-03-05");
  world->days[2] = g_strdup ("2025-01-01");
  world->days[3] = sotay_date_to_iso (&tomorrow);
  world->store = fixture_store (world->path);
  world_read (world);
}

void
world_clear (World *world)
{
  g_rand_free (world->chance);
  g_free (world->path);
  g_object_unref (world->store);
  g_ptr_array_unref (world->units);
  g_ptr_array_unref (world->staff);
  g_ptr_array_unref (world->memberships);
  for (guint i = 0; i < G_N_ELEMENTS (world->days); i++)
    g_free (world->days[i]);
}

SotayStep *
world_draw_import (World *world, guint n_people)
{
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, "people.csv");
  g_autoptr (SotayStaff) twice = sotay_staff_new (NULL, "Lê Ánh", sotay_unit_get_id (pick (world, world->units)));
  g_autoptr (SotayStaff) renamed = sotay_staff_with (twice, SOTAY_STAFF_NAME, "Phan Ân");

  make_units (world, step);
  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr (SotayStaff) empty = sotay_staff_new (NULL, PICK (world, names),
                                                      sotay_unit_get_id (pick (world, world->units)));
      g_autoptr (SotayStaff) staff = redraw (world, empty);

      sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (staff), NULL, sotay_staff_to_record (staff));
    }
  sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (twice), NULL, sotay_staff_to_record (twice));
  sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (twice), sotay_staff_to_record (twice),
                   sotay_staff_to_record (renamed));
  return step;
}
