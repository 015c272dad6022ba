/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/roster.h"

#include "core/text.h"
#include "register/csv-file.h"
#include "register/match.h"
#include "register/register-error.h"
#include "register/roster-reader.h"
#include "register/roster-row.h"

struct _SotayRoster
{
  GObject parent_instance;
  char *subject;
  GPtrArray *rows;
  GPtrArray *new_units;
};

/* What the register holds, made ready for looking up. */
typedef struct
{
  const char *unit_id;         /* the unit of rows that name none */
  GPtrArray *units;
  GPtrArray *staff;
  GHashTable *home;            /* ids: the chosen unit and those below, or all when none was chosen */
  GHashTable *units_by_name;   /* folded name: SotayUnit, those at home first, new ones included */
  GHashTable *unit_names;      /* id: folded name */
  SotayMatcher *matcher;
  SotayRoster *roster;
} Plan;

typedef struct
{
  SotayStore *store;
  GFile *file;
  char *unit_id;
} Request;

static void sotay_roster_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayRoster, sotay_roster, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sotay_roster_model_init))

static void
clear_plan (Plan *plan)
{
  g_clear_pointer (&plan->units, g_ptr_array_unref);
  g_clear_pointer (&plan->staff, g_ptr_array_unref);
  g_clear_pointer (&plan->home, g_hash_table_unref);
  g_clear_pointer (&plan->units_by_name, g_hash_table_unref);
  g_clear_pointer (&plan->unit_names, g_hash_table_unref);
  g_clear_pointer (&plan->matcher, sotay_matcher_free);
  g_clear_object (&plan->roster);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, clear_plan)

static void
request_free (Request *request)
{
  g_object_unref (request->store);
  g_object_unref (request->file);
  g_free (request->unit_id);
  g_free (request);
}

/* Gathers the chosen unit and those below it: each round finds the children of those found before. */
static void
find_home (Plan *plan)
{
  guint before;

  for (guint i = 0; i < plan->units->len; i++)
    {
      const char *id = sotay_unit_get_id (g_ptr_array_index (plan->units, i));

      if (plan->unit_id == NULL || g_str_equal (id, plan->unit_id))
        g_hash_table_add (plan->home, (char *) id);
    }
  do
    {
      before = g_hash_table_size (plan->home);
      for (guint i = 0; i < plan->units->len; i++)
        {
          SotayUnit *unit = g_ptr_array_index (plan->units, i);
          const char *parent_id = sotay_unit_get_parent_id (unit);

          if (parent_id != NULL && g_hash_table_contains (plan->home, parent_id))
            g_hash_table_add (plan->home, (char *) sotay_unit_get_id (unit));
        }
    }
  while (g_hash_table_size (plan->home) > before);
}

static void
know_unit (Plan *plan, SotayUnit *unit)
{
  char *folded = sotay_text_fold (sotay_unit_get_name (unit));
  SotayUnit *known = g_hash_table_lookup (plan->units_by_name, folded);
  const char *id = sotay_unit_get_id (unit);

  g_hash_table_insert (plan->unit_names, (char *) id, folded);
  if (known == NULL || (g_hash_table_contains (plan->home, id)
                        && !g_hash_table_contains (plan->home, sotay_unit_get_id (known))))
    g_hash_table_insert (plan->units_by_name, folded, unit);
}

static gboolean
load_register (Plan *plan, SotayStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayStaffQuery) everyone = sotay_staff_query_new (NULL, SOTAY_STAFF_ALL, NULL, NULL);

  plan->units = sotay_store_list_units (store, cancellable, error);
  if (plan->units == NULL)
    return FALSE;
  plan->staff = sotay_store_list_staff (store, everyone, 0, 0, cancellable, error);
  if (plan->staff == NULL)
    return FALSE;
  plan->home = g_hash_table_new (g_str_hash, g_str_equal);
  plan->unit_names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  plan->units_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  plan->matcher = sotay_matcher_new ();
  find_home (plan);
  for (guint i = 0; i < plan->units->len; i++)
    know_unit (plan, g_ptr_array_index (plan->units, i));
  for (guint i = 0; i < plan->staff->len; i++)
    sotay_matcher_add (plan->matcher, g_ptr_array_index (plan->staff, i), FALSE);
  if (plan->unit_id == NULL || g_hash_table_contains (plan->unit_names, plan->unit_id))
    return TRUE;
  g_set_error_literal (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_NOT_FOUND, plan->unit_id);
  return FALSE;
}

/* The unit of a row: the one it names, made when it is missing, else the chosen one. */
static const char *
find_unit (Plan *plan, const char *name)
{
  g_autofree char *folded = NULL;
  SotayUnit *unit;

  if (name == NULL)
    return plan->unit_id;
  folded = sotay_text_fold (name);
  unit = g_hash_table_lookup (plan->units_by_name, folded);
  if (unit == NULL)
    {
      unit = sotay_unit_new (NULL, plan->unit_id, name);
      g_ptr_array_add (plan->roster->new_units, unit);
      know_unit (plan, unit);
    }
  return sotay_unit_get_id (unit);
}

/* Where someone in the register is after an update: nobody is moved who is in such a unit already. */
static const char *
find_unit_after (Plan *plan, SotayRosterLine *line, SotayStaff *said, SotayStaff *existing)
{
  const char *now = sotay_staff_get_unit_id (existing);
  g_autofree char *folded = NULL;

  if (line->unit_name == NULL)
    return g_hash_table_contains (plan->home, now) ? now : sotay_staff_get_unit_id (said);
  folded = sotay_text_fold (line->unit_name);
  return g_strcmp0 (g_hash_table_lookup (plan->unit_names, now), folded) == 0 ? now : sotay_staff_get_unit_id (said);
}

static SotayRosterReason
reason_of (const GError *error)
{
  const char *field = error->message;

  if (g_str_equal (field, "name"))
    return SOTAY_ROSTER_REASON_BAD_NAME;
  if (g_str_equal (field, "unit_id"))
    return SOTAY_ROSTER_REASON_NO_UNIT;
  if (g_str_equal (field, "birth"))
    return SOTAY_ROSTER_REASON_BAD_BIRTH;
  if (g_str_equal (field, "level"))
    return SOTAY_ROSTER_REASON_BAD_LEVEL;
  if (g_str_equal (field, "joined_on") || g_str_equal (field, "left_on"))
    return SOTAY_ROSTER_REASON_BAD_SERVICE;
  if (g_str_has_suffix (field, "_on"))
    return SOTAY_ROSTER_REASON_BAD_DATE;
  return SOTAY_ROSTER_REASON_TOO_LONG;
}

static gboolean
reject_unless_whole (SotayRosterRow *row, SotayStaff *staff)
{
  g_autoptr (GError) error = NULL;

  if (sotay_staff_check (staff, &error))
    return TRUE;
  sotay_roster_row_reject (row, reason_of (error));
  return FALSE;
}

static void
relate (Plan *plan, SotayRosterRow *row, SotayRosterLine *line, SotayKnown *known, gboolean sure)
{
  SotayStaff *said = sotay_roster_row_get_staff (row);
  const char *unit_after = find_unit_after (plan, line, said, known->staff);
  g_autoptr (SotayStaff) merged = sotay_match_merge (known->staff, said, unit_after);
  SotayRosterDecision decision = SOTAY_ROSTER_UPDATE;

  if (sotay_match_equal (merged, known->staff))
    decision = SOTAY_ROSTER_UNCHANGED;
  if (!reject_unless_whole (row, merged))
    return;
  known->taken |= sure;
  sotay_roster_row_relate (row, known->staff, unit_after, sure ? decision : SOTAY_ROSTER_ASK);
}

static void
decide (Plan *plan, SotayRosterRow *row, SotayRosterLine *line)
{
  SotayStaff *said = sotay_roster_row_get_staff (row);
  SotayKnown *known = NULL;
  SotayMatchKind match = sotay_matcher_find (plan->matcher, said, line->unit_name == NULL ? plan->home : NULL, &known);

  if (match == SOTAY_MATCH_SAME && known->taken)
    {
      sotay_roster_row_reject (row, SOTAY_ROSTER_REASON_TWICE);
      return;
    }
  if (match != SOTAY_MATCH_NONE && known != NULL && !known->in_file)
    {
      relate (plan, row, line, known, match == SOTAY_MATCH_SAME);
      return;
    }
  if (!reject_unless_whole (row, said))
    return;
  sotay_matcher_add (plan->matcher, said, TRUE);
  if (match == SOTAY_MATCH_MAYBE)
    sotay_roster_row_ask (row);
}

static gboolean
is_known_trained (SotayRosterRow *row)
{
  SotayStaff *existing = sotay_roster_row_get_existing (row);

  return existing != NULL && sotay_staff_get_field (existing, SOTAY_STAFF_TRAINED_ON) != NULL;
}

static void
plan_line (Plan *plan, SotayRosterLine *line)
{
  g_autoptr (SotayRosterRow) row = NULL;
  g_autoptr (SotayStaff) staff = NULL;

  if (line->reason == SOTAY_ROSTER_REASON_NONE)
    staff = sotay_staff_with (line->staff, SOTAY_STAFF_UNIT_ID, find_unit (plan, line->unit_name));
  row = sotay_roster_row_new (line->number, staff != NULL ? staff : line->staff, line->unit_name);
  if (staff != NULL)
    {
      decide (plan, row, line);
      if (line->undated && !is_known_trained (row))
        sotay_roster_row_note (row, SOTAY_ROSTER_REASON_NO_DAY);
    }
  else
    sotay_roster_row_reject (row, line->reason);
  g_ptr_array_add (plan->roster->rows, g_steal_pointer (&row));
}

static SotayRoster *
make_plan (SotayStore *store, GFile *file, const char *unit_id, GPtrArray *lines, GCancellable *cancellable,
           GError **error)
{
  g_auto (Plan) plan = { .unit_id = unit_id };
  g_autofree char *name = g_file_get_basename (file);

  plan.roster = g_object_new (SOTAY_TYPE_ROSTER, NULL);
  plan.roster->subject = name != NULL ? g_filename_display_name (name) : NULL;
  if (!load_register (&plan, store, cancellable, error))
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      plan_line (&plan, g_ptr_array_index (lines, i));
    }
  return g_steal_pointer (&plan.roster);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  SotayRoster *roster = sotay_roster_read (request->store, request->file, request->unit_id, cancellable, &error);

  if (roster != NULL)
    g_task_return_pointer (task, roster, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* The entry after an update; @updated keeps it, because two rows may be about one person when the person at the
 * screen says so. */
static SotayStaff *
update (SotayRosterRow *row, GHashTable *updated)
{
  SotayStaff *existing = sotay_roster_row_get_existing (row);
  SotayStaff *now = g_hash_table_lookup (updated, sotay_staff_get_id (existing));

  return sotay_match_merge (now != NULL ? now : existing, sotay_roster_row_get_staff (row),
                            sotay_roster_row_get_unit_after (row));
}

/* The people afterwards, by id, in the order of the file. */
static GPtrArray *
collect_people (SotayRoster *roster, GHashTable *updated, GHashTable *units)
{
  GPtrArray *added = g_ptr_array_new ();

  for (guint i = 0; i < roster->rows->len; i++)
    {
      SotayRosterRow *row = g_ptr_array_index (roster->rows, i);
      SotayStaff *staff = sotay_roster_row_get_staff (row);

      if (sotay_roster_row_get_decision (row) == SOTAY_ROSTER_ADD)
        g_ptr_array_add (added, staff);
      else if (sotay_roster_row_get_decision (row) == SOTAY_ROSTER_UPDATE)
        {
          staff = update (row, updated);
          g_hash_table_replace (updated, (char *) sotay_staff_get_id (staff), staff);
        }
      else
        continue;
      g_hash_table_add (units, g_strdup (sotay_staff_get_unit_id (staff)));
    }
  return added;
}

static void
add_units (SotayRoster *roster, SotayStep *step, GHashTable *wanted)
{
  for (guint i = 0; i < roster->new_units->len; i++)
    {
      SotayUnit *unit = g_ptr_array_index (roster->new_units, i);

      if (g_hash_table_contains (wanted, sotay_unit_get_id (unit)))
        sotay_step_take (step, SOTAY_RECORD_UNIT, sotay_unit_get_id (unit), NULL, sotay_unit_to_record (unit));
    }
}

static void
add_updates (SotayRoster *roster, SotayStep *step, GHashTable *updated)
{
  for (guint i = 0; i < roster->rows->len; i++)
    {
      SotayRosterRow *row = g_ptr_array_index (roster->rows, i);
      SotayStaff *existing = sotay_roster_row_get_existing (row);
      SotayStaff *after = existing != NULL ? g_hash_table_lookup (updated, sotay_staff_get_id (existing)) : NULL;

      if (after == NULL)
        continue;
      sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (existing), sotay_staff_to_record (existing),
                       sotay_staff_to_record (after));
      g_hash_table_remove (updated, sotay_staff_get_id (existing));
    }
}

static GType
sotay_roster_get_item_type (GListModel *model)
{
  return SOTAY_TYPE_ROSTER_ROW;
}

static guint
sotay_roster_get_n_items (GListModel *model)
{
  return SOTAY_ROSTER (model)->rows->len;
}

static gpointer
sotay_roster_get_item (GListModel *model, guint position)
{
  GPtrArray *rows = SOTAY_ROSTER (model)->rows;

  return position < rows->len ? g_object_ref (g_ptr_array_index (rows, position)) : NULL;
}

static void
sotay_roster_model_init (GListModelInterface *interface)
{
  interface->get_item_type = sotay_roster_get_item_type;
  interface->get_n_items = sotay_roster_get_n_items;
  interface->get_item = sotay_roster_get_item;
}

static void
sotay_roster_finalize (GObject *object)
{
  SotayRoster *self = SOTAY_ROSTER (object);

  g_free (self->subject);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->new_units);
  G_OBJECT_CLASS (sotay_roster_parent_class)->finalize (object);
}

static void
sotay_roster_class_init (SotayRosterClass *class)
{
  G_OBJECT_CLASS (class)->finalize = sotay_roster_finalize;
}

static void
sotay_roster_init (SotayRoster *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->new_units = g_ptr_array_new_with_free_func (g_object_unref);
}

SotayRoster *
sotay_roster_read (SotayStore *store, GFile *file, const char *unit_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = sotay_csv_load (file, cancellable, error);
  g_autoptr (GPtrArray) lines = text != NULL ? sotay_roster_read_text (text, cancellable, error) : NULL;

  return lines != NULL ? make_plan (store, file, unit_id, lines, cancellable, error) : NULL;
}

void
sotay_roster_read_async (SotayStore *store, GFile *file, const char *unit_id, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Request *request = g_new0 (Request, 1);

  request->store = g_object_ref (store);
  request->file = g_object_ref (file);
  request->unit_id = g_strdup (unit_id);
  g_task_set_source_tag (task, sotay_roster_read_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, read_in_thread);
}

SotayRoster *
sotay_roster_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
sotay_roster_count (SotayRoster *roster, SotayRosterDecision decision)
{
  guint count = 0;

  for (guint i = 0; i < roster->rows->len; i++)
    count += sotay_roster_row_get_decision (g_ptr_array_index (roster->rows, i)) == decision;
  return count;
}

SotayStep *
sotay_roster_make_step (SotayRoster *roster)
{
  g_autoptr (GHashTable) updated = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) added = collect_people (roster, updated, units);
  SotayStep *step = sotay_step_new (SOTAY_STEP_IMPORT_STAFF, roster->subject);

  add_units (roster, step, units);
  for (guint i = 0; i < added->len; i++)
    {
      SotayStaff *staff = g_ptr_array_index (added, i);

      sotay_step_take (step, SOTAY_RECORD_STAFF, sotay_staff_get_id (staff), NULL, sotay_staff_to_record (staff));
    }
  add_updates (roster, step, updated);
  return step;
}
