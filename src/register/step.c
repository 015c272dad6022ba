/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/step.h"

/* In µs; still a year of four digits in every time zone. */
#define LATEST_TIME (G_GINT64_CONSTANT (253402000000) * G_USEC_PER_SEC)

struct _SotayStep
{
  GObject parent_instance;
  SotayStepKind kind;
  char *subject;
  SotayStepState state;
  gint64 number;
  gint64 time;
  guint n_entries; /* of a log listing; otherwise the changes are counted */
  GPtrArray *changes;
  gboolean expects;
  SotayLogMark expected;
  guint n_additions;
  SotayAdditionFunc addition;
  gpointer additions;
  GDestroyNotify free_additions;
};

G_DEFINE_FINAL_TYPE (SotayStep, sotay_step, G_TYPE_OBJECT)

static const char *const kinds[] = {
  [SOTAY_STEP_ADD_UNIT] = "add-unit",
  [SOTAY_STEP_RENAME_UNIT] = "rename-unit",
  [SOTAY_STEP_MOVE_UNIT] = "move-unit",
  [SOTAY_STEP_REMOVE_UNIT] = "remove-unit",
  [SOTAY_STEP_ADD_STAFF] = "add-staff",
  [SOTAY_STEP_EDIT_STAFF] = "edit-staff",
  [SOTAY_STEP_REMOVE_STAFF] = "remove-staff",
  [SOTAY_STEP_MARK_TRAINED] = "mark-trained",
  [SOTAY_STEP_UNMARK_TRAINED] = "unmark-trained",
  [SOTAY_STEP_IMPORT_STAFF] = "import-staff",
  [SOTAY_STEP_TRANSFER_STAFF] = "transfer-staff",
  [SOTAY_STEP_END_UNIT] = "end-unit",
  [SOTAY_STEP_ADD_SESSION] = "add-session",
  [SOTAY_STEP_EDIT_SESSION] = "edit-session",
  [SOTAY_STEP_REMOVE_SESSION] = "remove-session",
  [SOTAY_STEP_RECORD_ATTENDANCE] = "record-attendance",
  [SOTAY_STEP_RECORD_PRACTICE] = "record-practice",
  [SOTAY_STEP_CHANGE_CAMPAIGN] = "change-campaign",
  [SOTAY_STEP_ADD_OUTREACH] = "add-outreach",
  [SOTAY_STEP_EDIT_OUTREACH] = "edit-outreach",
  [SOTAY_STEP_REMOVE_OUTREACH] = "remove-outreach",
  [SOTAY_STEP_ADD_FEEDBACK] = "add-feedback",
  [SOTAY_STEP_EDIT_FEEDBACK] = "edit-feedback",
  [SOTAY_STEP_REMOVE_FEEDBACK] = "remove-feedback",
  [SOTAY_STEP_ANONYMISE_STAFF] = "anonymise-staff",
  [SOTAY_STEP_ADD_SAMPLE] = "add-sample",
  [SOTAY_STEP_REMOVE_SAMPLE] = "remove-sample",
  [SOTAY_STEP_EDIT_MONTHLY] = "edit-monthly",
  [SOTAY_STEP_CLOSE_MONTHLY] = "close-monthly",
  [SOTAY_STEP_SEND_MONTHLY] = "send-monthly",
  [SOTAY_STEP_REOPEN_MONTHLY] = "reopen-monthly",
};

static void
change_free (SotayChange *change)
{
  g_free (change->id);
  g_clear_pointer (&change->before, g_variant_unref);
  g_clear_pointer (&change->after, g_variant_unref);
  g_free (change);
}

static gboolean
records_equal (GVariant *a, GVariant *b)
{
  return a == b || (a != NULL && b != NULL && g_variant_equal (a, b));
}

static void
sotay_step_finalize (GObject *object)
{
  SotayStep *self = SOTAY_STEP (object);

  g_free (self->subject);
  g_ptr_array_unref (self->changes);
  if (self->free_additions != NULL)
    self->free_additions (self->additions);
  G_OBJECT_CLASS (sotay_step_parent_class)->finalize (object);
}

static void
sotay_step_class_init (SotayStepClass *class)
{
  G_OBJECT_CLASS (class)->finalize = sotay_step_finalize;
}

static void
sotay_step_init (SotayStep *self)
{
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
}

SotayStep *
sotay_step_new (SotayStepKind kind, const char *subject)
{
  SotayStep *step = g_object_new (SOTAY_TYPE_STEP, NULL);

  step->kind = kind;
  step->subject = g_strdup (subject != NULL ? subject : "");
  return step;
}

SotayStep *
sotay_step_restore (gint64 number, gint64 time, SotayStepKind kind, const char *subject, SotayStepState state,
                    guint n_entries)
{
  SotayStep *step = sotay_step_new (kind, subject);

  step->number = number;
  step->time = CLAMP (time, 0, LATEST_TIME);
  step->state = state;
  step->n_entries = n_entries;
  return step;
}

void
sotay_step_add (SotayStep *step, SotayRecordKind kind, const char *id, GVariant *before, GVariant *after)
{
  g_autoptr (GVariant) kept_before = before != NULL ? g_variant_ref_sink (before) : NULL;
  g_autoptr (GVariant) kept_after = after != NULL ? g_variant_ref_sink (after) : NULL;
  SotayChange *change;

  if (records_equal (before, after))
    return;
  change = g_new0 (SotayChange, 1);
  change->kind = kind;
  change->id = g_strdup (id);
  change->before = g_steal_pointer (&kept_before);
  change->after = g_steal_pointer (&kept_after);
  g_ptr_array_add (step->changes, change);
}

void
sotay_step_take (SotayStep *step, SotayRecordKind kind, const char *id, GVariant *before, GVariant *after)
{
  sotay_step_add (step, kind, id, before, after);
  g_clear_pointer (&before, g_variant_unref);
  g_clear_pointer (&after, g_variant_unref);
}

void
sotay_step_expect (SotayStep *step, const SotayLogMark *mark)
{
  step->expects = TRUE;
  step->expected = *mark;
}

const SotayLogMark *
sotay_step_get_expected (SotayStep *step)
{
  return step->expects ? &step->expected : NULL;
}

gboolean
sotay_log_mark_equal (const SotayLogMark *a, const SotayLogMark *b)
{
  return a->scope == b->scope && a->newest == b->newest && a->time == b->time && a->done == b->done;
}

void
sotay_step_set_logged (SotayStep *step, gint64 number, gint64 time)
{
  step->number = number;
  step->time = time;
}

void
sotay_step_set_state (SotayStep *step, SotayStepState state)
{
  step->state = state;
}

void
sotay_step_set_additions (SotayStep *step, guint count, SotayAdditionFunc func, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (step->addition == NULL);
  step->n_additions = count;
  step->addition = func;
  step->additions = data;
  step->free_additions = destroy;
}

guint
sotay_step_get_n_additions (SotayStep *step)
{
  return step->n_additions;
}

void
sotay_step_get_addition (SotayStep *step, guint index, const char **fields)
{
  g_return_if_fail (index < step->n_additions);
  step->addition (step->additions, index, fields);
}

gboolean
sotay_step_is_empty (SotayStep *step)
{
  return step->changes->len == 0 && step->n_additions == 0;
}

SotayStepKind
sotay_step_get_kind (SotayStep *step)
{
  return step->kind;
}

const char *
sotay_step_get_subject (SotayStep *step)
{
  return step->subject;
}

SotayStepState
sotay_step_get_state (SotayStep *step)
{
  return step->state;
}

gint64
sotay_step_get_number (SotayStep *step)
{
  return step->number;
}

gint64
sotay_step_get_time (SotayStep *step)
{
  return step->time;
}

guint
sotay_step_get_n_entries (SotayStep *step)
{
  guint n_main = 0;

  if (sotay_step_is_empty (step))
    return step->n_entries;
  for (guint i = 0; i < step->changes->len; i++)
    n_main += ((SotayChange *) g_ptr_array_index (step->changes, i))->kind <= SOTAY_RECORD_STAFF;
  n_main += step->n_additions;
  return n_main > 0 ? n_main : step->changes->len;
}

GPtrArray *
sotay_step_get_changes (SotayStep *step)
{
  return step->changes;
}

const char *
sotay_step_kind_to_string (SotayStepKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  return kinds[kind];
}

gboolean
sotay_step_kind_from_string (const char *text, SotayStepKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], text))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}
