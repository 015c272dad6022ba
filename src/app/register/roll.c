/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/roll.h"

#include "core/dates.h"
#include "core/text.h"
#include "register/edit-records.h"
#include "register/edit.h"
#include "register/register-error.h"
#include "register/session.h"

#include <string.h>

struct _SotayRoll
{
  GObject parent_instance;

  SotayStore *store;
  SotayRecord *session;
  GListStore *people;
  GHashTable *by_id; /* staff id → SotayAttendee in people */
  guint n_there;
  gboolean read;
  gboolean loading;
  gboolean stale;      /* to be read again when nothing is under way */
  guint n_applying;
  guint generation;    /* of marks: what was read before one must not overwrite it */
  guint load_generation;
};

typedef struct
{
  GPtrArray *records;
  GPtrArray *staff;
} Reading;

typedef struct
{
  SotayRoll *roll;
  SotayStep *step;
} Applying;

G_DEFINE_FINAL_TYPE (SotayRoll, sotay_roll, G_TYPE_OBJECT)

enum
{
  PROP_PEOPLE = 1,
  N_PROPS
};

enum
{
  CHANGED,
  MARKED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->records, g_ptr_array_unref);
  g_clear_pointer (&reading->staff, g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static int
compare_keys_cb (gconstpointer a, gconstpointer b)
{
  GBytes *first = g_object_get_data (*(GObject *const *) a, "name-key");
  GBytes *second = g_object_get_data (*(GObject *const *) b, "name-key");

  return g_bytes_compare (first, second);
}

static void
sort_by_name (GPtrArray *staff)
{
  for (guint i = 0; i < staff->len; i++)
    g_object_set_data_full (staff->pdata[i], "name-key", sotay_text_name_key (sotay_staff_get_name (staff->pdata[i])),
                            (GDestroyNotify) g_bytes_unref);
  g_ptr_array_sort (staff, compare_keys_cb);
}

static void
read_in_thread (GTask *task, gpointer store, gpointer session_id, GCancellable *cancellable)
{
  const char *values[] = { session_id, NULL };
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GError *error = NULL;

  reading->records = sotay_store_list_records (store, SOTAY_RECORD_ATTENDANCE, SOTAY_ATTENDANCE_SESSION_ID, values,
                                               cancellable, &error);
  for (guint i = 0; reading->records != NULL && i < reading->records->len; i++)
    g_ptr_array_add (ids, (char *) sotay_record_get (reading->records->pdata[i], SOTAY_ATTENDANCE_STAFF_ID));
  g_ptr_array_add (ids, NULL);
  if (reading->records != NULL)
    reading->staff = sotay_store_get_staff (store, (const char *const *) ids->pdata, cancellable, &error);
  if (reading->staff == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sort_by_name (reading->staff);
  g_task_return_pointer (task, g_steal_pointer (&reading), reading_free);
}

static void
count (SotayRoll *self)
{
  self->n_there = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    {
      g_autoptr (SotayAttendee) attendee = g_list_model_get_item (G_LIST_MODEL (self->people), i);

      self->n_there += sotay_attendee_is_there (attendee);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static SotayRecord *
find_record (SotayRoll *self, GHashTable *records, SotayStaff *staff)
{
  return g_hash_table_lookup (records, sotay_staff_get_id (staff));
}

/* Whether the list names the same people, as the register has them now, in the same order. */
static gboolean
is_same_list (SotayRoll *self, GPtrArray *staff)
{
  if (staff->len != g_list_model_get_n_items (G_LIST_MODEL (self->people)))
    return FALSE;
  for (guint i = 0; i < staff->len; i++)
    {
      g_autoptr (SotayAttendee) attendee = g_list_model_get_item (G_LIST_MODEL (self->people), i);
      g_autoptr (GVariant) before = g_variant_ref_sink (sotay_staff_to_record (sotay_attendee_get_staff (attendee)));
      g_autoptr (GVariant) after = g_variant_ref_sink (sotay_staff_to_record (staff->pdata[i]));
      const char *id = sotay_staff_get_id (sotay_attendee_get_staff (attendee));

      if (!g_str_equal (id, sotay_staff_get_id (staff->pdata[i])) || !g_variant_equal (before, after))
        return FALSE;
    }
  return TRUE;
}

static void
set_people (SotayRoll *self, GPtrArray *attendees)
{
  g_clear_object (&self->people);
  self->people = g_list_store_new (SOTAY_TYPE_ATTENDEE);
  g_list_store_splice (self->people, 0, 0, attendees->pdata, attendees->len);
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < attendees->len; i++)
    g_hash_table_insert (self->by_id, (char *) sotay_staff_get_id (sotay_attendee_get_staff (attendees->pdata[i])),
                         attendees->pdata[i]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PEOPLE]);
}

static void
show_reading (SotayRoll *self, Reading *reading)
{
  g_autoptr (GHashTable) records = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) attendees = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < reading->records->len; i++)
    g_hash_table_insert (records, (char *) sotay_record_get (reading->records->pdata[i], SOTAY_ATTENDANCE_STAFF_ID),
                         reading->records->pdata[i]);
  if (self->read && is_same_list (self, reading->staff))
    {
      for (guint i = 0; i < reading->staff->len; i++)
        sotay_attendee_set_record (sotay_roll_find (self, sotay_staff_get_id (reading->staff->pdata[i])),
                                   find_record (self, records, reading->staff->pdata[i]));
      count (self);
      return;
    }
  for (guint i = 0; i < reading->staff->len; i++)
    g_ptr_array_add (attendees, sotay_attendee_new (reading->staff->pdata[i],
                                                    find_record (self, records, reading->staff->pdata[i])));
  self->read = TRUE;
  set_people (self, attendees);
  count (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayRoll) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Reading) reading = g_task_propagate_pointer (G_TASK (result), &error);

  self->loading = FALSE;
  if (self->store == NULL)
    return;
  if (self->generation != self->load_generation)
    self->stale = TRUE;
  else if (reading != NULL)
    show_reading (self, reading);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
  if (self->stale)
    sotay_roll_reload (self);
}

void
sotay_roll_reload (SotayRoll *self)
{
  g_autoptr (GTask) task = NULL;

  self->stale = self->loading || self->n_applying > 0;
  if (self->stale || self->store == NULL)
    return;
  self->loading = TRUE;
  self->load_generation = self->generation;
  task = g_task_new (self->store, NULL, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, sotay_roll_reload);
  g_task_set_task_data (task, g_strdup (sotay_record_get_id (self->session)), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
applying_free (Applying *applying)
{
  g_object_unref (applying->roll);
  g_object_unref (applying->step);
  g_free (applying);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Applying, applying_free)

static void
finish_step (SotayRoll *self, SotayStep *step, const GError *error)
{
  self->n_applying--;
  if (self->store == NULL)
    return;
  if (error == NULL)
    g_signal_emit (self, signals[MARKED], 0, step);
  else
    g_signal_emit (self, signals[FAILED], 0, error);
  if (error != NULL || self->stale)
    sotay_roll_reload (self);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Applying) applying = data;
  g_autoptr (GError) error = NULL;

  sotay_store_apply_finish (SOTAY_STORE (source), result, &error);
  finish_step (applying->roll, applying->step, error);
}

static Applying *
begin (SotayRoll *self, SotayStep *step)
{
  Applying *applying = g_new0 (Applying, 1);

  self->n_applying++;
  self->generation++;
  applying->roll = g_object_ref (self);
  applying->step = g_object_ref (step);
  return applying;
}

static void
apply (SotayRoll *self, SotayStep *step)
{
  sotay_store_apply_async (self->store, step, NULL, applied_cb, begin (self, step));
}

static guint
find_place (SotayRoll *self, GBytes *key)
{
  guint n_people = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr (SotayAttendee) attendee = g_list_model_get_item (G_LIST_MODEL (self->people), i);
      g_autoptr (GBytes) other = sotay_text_name_key (sotay_staff_get_name (sotay_attendee_get_staff (attendee)));

      if (g_bytes_compare (key, other) < 0)
        return i;
    }
  return n_people;
}

static void
put_in (SotayRoll *self, SotayStaff *staff, SotayRecord *record)
{
  g_autoptr (SotayAttendee) attendee = sotay_attendee_new (staff, record);
  g_autoptr (GBytes) key = sotay_text_name_key (sotay_staff_get_name (staff));

  g_list_store_insert (self->people, find_place (self, key), attendee);
  g_hash_table_insert (self->by_id, (char *) sotay_staff_get_id (sotay_attendee_get_staff (attendee)), attendee);
}

/* Shows what a step makes of the list, before the register has done it. */
static void
show_step (SotayRoll *self, SotayStep *step, GPtrArray *people)
{
  GPtrArray *changes = sotay_step_get_changes (step);

  for (guint i = 0; i < changes->len; i++)
    {
      SotayChange *change = g_ptr_array_index (changes, i);
      g_autoptr (SotayRecord) record = NULL;

      if (change->kind != SOTAY_RECORD_ATTENDANCE || change->after == NULL)
        continue;
      record = sotay_record_from_variant (change->kind, change->id, change->after);
      for (guint j = 0; j < people->len; j++)
        {
          const char *id = sotay_staff_get_id (people->pdata[j]);

          if (g_strcmp0 (id, sotay_record_get (record, SOTAY_ATTENDANCE_STAFF_ID)) != 0)
            continue;
          if (sotay_roll_find (self, id) != NULL)
            sotay_attendee_set_record (sotay_roll_find (self, id), record);
          else
            put_in (self, people->pdata[j], record);
        }
    }
  count (self);
}

static GPtrArray *
dup_records (SotayRoll *self, GPtrArray *people, GPtrArray *ids)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < people->len; i++)
    {
      const char *id = sotay_staff_get_id (people->pdata[i]);
      SotayAttendee *attendee = sotay_roll_find (self, id);

      g_ptr_array_add (ids, (char *) id);
      if (attendee != NULL)
        g_ptr_array_add (records, g_object_ref (sotay_attendee_get_record (attendee)));
    }
  g_ptr_array_add (ids, NULL);
  return records;
}

static void
sotay_roll_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_PEOPLE)
    g_value_set_object (value, SOTAY_ROLL (object)->people);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sotay_roll_dispose (GObject *object)
{
  SotayRoll *self = SOTAY_ROLL (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (sotay_roll_parent_class)->dispose (object);
}

static void
sotay_roll_finalize (GObject *object)
{
  SotayRoll *self = SOTAY_ROLL (object);

  g_hash_table_unref (self->by_id);
  g_object_unref (self->people);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sotay_roll_parent_class)->finalize (object);
}

static void
sotay_roll_class_init (SotayRollClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = sotay_roll_get_property;
  object_class->dispose = sotay_roll_dispose;
  object_class->finalize = sotay_roll_finalize;
  props[PROP_PEOPLE] = g_param_spec_object ("people", NULL, NULL, G_TYPE_LIST_MODEL,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", SOTAY_TYPE_ROLL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MARKED] = g_signal_new ("marked", SOTAY_TYPE_ROLL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  SOTAY_TYPE_STEP);
  signals[FAILED] = g_signal_new ("failed", SOTAY_TYPE_ROLL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static void
sotay_roll_init (SotayRoll *self)
{
  self->people = g_list_store_new (SOTAY_TYPE_ATTENDEE);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

SotayRoll *
sotay_roll_new (SotayStore *store, SotayRecord *session)
{
  SotayRoll *self = g_object_new (SOTAY_TYPE_ROLL, NULL);

  g_set_object (&self->store, store);
  g_set_object (&self->session, session);
  g_signal_connect_object (store, "changed", G_CALLBACK (sotay_roll_reload), self, G_CONNECT_SWAPPED);
  sotay_roll_reload (self);
  return self;
}

void
sotay_roll_set_session (SotayRoll *self, SotayRecord *session)
{
  g_set_object (&self->session, session);
}

GListModel *
sotay_roll_get_people (SotayRoll *self)
{
  return G_LIST_MODEL (self->people);
}

SotayRecord *
sotay_roll_get_session (SotayRoll *self)
{
  return self->session;
}

guint
sotay_roll_count_there (SotayRoll *self)
{
  return self->n_there;
}

gboolean
sotay_roll_is_read (SotayRoll *self)
{
  return self->read;
}

gboolean
sotay_roll_is_to_come (SotayRoll *self)
{
  GDate today = sotay_date_today ();
  g_autofree char *iso = sotay_date_to_iso (&today);

  return g_strcmp0 (sotay_record_get (self->session, SOTAY_SESSION_DAY), iso) > 0;
}

SotayAttendee *
sotay_roll_find (SotayRoll *self, const char *staff_id)
{
  return g_hash_table_lookup (self->by_id, staff_id);
}

SotayStaff *
sotay_roll_find_marked (SotayRoll *self, SotayStep *step)
{
  GPtrArray *changes = sotay_step_get_changes (step);
  SotayChange *change = changes->pdata[changes->len - 1];
  const char *slash = strchr (change->id, '/');
  g_autofree char *id = slash != NULL ? g_strndup (change->id, slash - change->id) : NULL;
  SotayAttendee *attendee = id != NULL ? sotay_roll_find (self, id) : NULL;

  return attendee != NULL ? sotay_attendee_get_staff (attendee) : NULL;
}

void
sotay_roll_mark (SotayRoll *self, GPtrArray *people, const char *status, const char *remark)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) before = dup_records (self, people, ids);
  g_autoptr (SotayStep) step = NULL;
  g_autoptr (GError) error = NULL;
  const char *const *staff_ids = (const char *const *) ids->pdata;

  if (status == NULL && remark == NULL && before->len == 0)
    step = sotay_edit_invite (self->session, before, staff_ids);
  else
    step = sotay_edit_record_attendance (self->session, before, staff_ids, status, remark, &error);
  if (step == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  if (sotay_step_get_changes (step)->len == 0)
    return;
  show_step (self, step, people);
  apply (self, step);
}

void
sotay_roll_add_person (SotayRoll *self, SotayStaff *staff)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) step = sotay_edit_add_staff (staff, &error);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (SotayRecord) record = NULL;

  if (step == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  g_ptr_array_add (people, staff);
  record = sotay_attendance_new (sotay_staff_get_id (staff), sotay_record_get_id (self->session),
                                 sotay_roll_is_to_come (self)
                                     ? NULL
                                     : sotay_attendance_status_to_string (SOTAY_ATTENDANCE_PRESENT));
  sotay_step_take (step, SOTAY_RECORD_ATTENDANCE, sotay_record_get_id (record), NULL,
                   sotay_record_to_variant (record));
  show_step (self, step, people);
  apply (self, step);
}

void
sotay_roll_take_out (SotayRoll *self, GPtrArray *people)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) records = dup_records (self, people, ids);
  g_autoptr (SotayStep) step = sotay_step_new (SOTAY_STEP_RECORD_ATTENDANCE,
                                               sotay_record_get (self->session, SOTAY_SESSION_TITLE));

  for (guint i = 0; i < records->len; i++)
    sotay_step_take (step, SOTAY_RECORD_ATTENDANCE, sotay_record_get_id (records->pdata[i]),
                     sotay_record_to_variant (records->pdata[i]), NULL);
  if (records->len > 0)
    apply (self, step);
}

static void
taken_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Applying) applying = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayStep) undone = sotay_store_undo_finish (SOTAY_STORE (source), result, &error);
  SotayRoll *self = applying->roll;
  GPtrArray *changes = sotay_step_get_changes (applying->step);
  g_autoptr (SotayStep) reversal = NULL;

  self->n_applying--;
  if (self->store == NULL)
    return;
  if (undone == NULL && !g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT))
    g_signal_emit (self, signals[FAILED], 0, error);
  if (undone != NULL || !g_error_matches (error, SOTAY_REGISTER_ERROR, SOTAY_REGISTER_ERROR_CONFLICT))
    {
      sotay_roll_reload (self);
      return;
    }
  reversal = sotay_step_new (SOTAY_STEP_RECORD_ATTENDANCE, sotay_step_get_subject (applying->step));
  for (guint i = changes->len; i > 0; i--)
    {
      SotayChange *change = g_ptr_array_index (changes, i - 1);

      sotay_step_add (reversal, change->kind, change->id, change->after, change->before);
    }
  apply (self, reversal);
}

void
sotay_roll_take_back (SotayRoll *self, SotayStep *step)
{
  sotay_store_undo_async (self->store, sotay_step_get_number (step), NULL, taken_back_cb, begin (self, step));
}
