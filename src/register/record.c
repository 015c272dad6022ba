/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "register/record.h"

#include "core/text.h"
#include "core/uuid.h"

struct _SotayRecord
{
  GObject parent_instance;
  SotayRecordKind kind;
  char *id;
  char **fields; /* as many as the shape says */
};

G_DEFINE_FINAL_TYPE (SotayRecord, sotay_record, G_TYPE_OBJECT)

#define SHAPE(name, fields) { name, fields, G_N_ELEMENTS (fields) }

/* Each in the order of the enumeration in the kind's header. */
static const char *const unit_fields[] = {
  "name", "parent_id", "kind", "opened_on", "closed_on", "ending", "successor_id",
};
static const char *const staff_fields[] = {
  "name",      "unit_id", "birth",      "position",  "code", "phone",      "level",     "joined_on",
  "left_on",   "trained_on", "passed_on", "note", "employment", "activated", "reason",
};
static const char *const membership_fields[] = { "staff_id", "unit_id", "from_on", "to_on" };
static const char *const session_fields[] = {
  "title", "day", "starts_at", "ends_at", "place", "trainer", "form", "utilities", "minutes", "unit_id", "series_id",
  "documents", "note",
};
static const char *const attendance_fields[] = { "staff_id", "session_id", "status", "remark" };
static const char *const practice_fields[] = { "staff_id", "utility", "level", "day" };
static const char *const campaign_fields[] = { "title", "utilities", "employments", "deadline" };
static const char *const outreach_fields[] = { "day", "place", "form", "reached", "unit_id", "note" };
static const char *const feedback_fields[] = {
  "kind", "text", "state", "made_on", "unit_id", "utility", "sent_to", "sent_on", "solved_on", "answer",
};
static const char *const monthly_fields[] = {
  "month", "unit_id", "number", "dated", "direction", "results", "obstacles", "tasks", "proposals", "closed_on",
  "figures", "sent_on", "sent_to",
};

static const SotayRecordShape shapes[SOTAY_RECORD_N_KINDS] = {
  [SOTAY_RECORD_UNIT] = SHAPE ("unit", unit_fields),
  [SOTAY_RECORD_STAFF] = SHAPE ("staff", staff_fields),
  [SOTAY_RECORD_MEMBERSHIP] = SHAPE ("membership", membership_fields),
  [SOTAY_RECORD_SESSION] = SHAPE ("session", session_fields),
  [SOTAY_RECORD_ATTENDANCE] = SHAPE ("attendance", attendance_fields),
  [SOTAY_RECORD_PRACTICE] = SHAPE ("practice", practice_fields),
  [SOTAY_RECORD_CAMPAIGN] = SHAPE ("campaign", campaign_fields),
  [SOTAY_RECORD_OUTREACH] = SHAPE ("outreach", outreach_fields),
  [SOTAY_RECORD_FEEDBACK] = SHAPE ("feedback", feedback_fields),
  [SOTAY_RECORD_MONTHLY] = SHAPE ("monthly", monthly_fields),
};

static char *
dup_unless_empty (const char *value)
{
  return value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

/* Every line tidy; lines that hold nothing go. */
static char *
tidy_lines (const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  g_autoptr (GString) tidy = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = sotay_text_tidy (lines[i]);

      if (line == NULL || *line == '\0')
        continue;
      if (tidy->len > 0)
        g_string_append_c (tidy, '\n');
      g_string_append (tidy, line);
    }
  return dup_unless_empty (tidy->str);
}

static void
sotay_record_finalize (GObject *object)
{
  SotayRecord *self = SOTAY_RECORD (object);

  for (guint i = 0; i < shapes[self->kind].n_fields; i++)
    g_free (self->fields[i]);
  g_free (self->fields);
  g_free (self->id);
  G_OBJECT_CLASS (sotay_record_parent_class)->finalize (object);
}

static void
sotay_record_class_init (SotayRecordClass *class)
{
  G_OBJECT_CLASS (class)->finalize = sotay_record_finalize;
}

static void
sotay_record_init (SotayRecord *self)
{
}

const SotayRecordShape *
sotay_record_shape (SotayRecordKind kind)
{
  g_return_val_if_fail (kind < SOTAY_RECORD_N_KINDS, NULL);
  return &shapes[kind];
}

SotayRecord *
sotay_record_new (SotayRecordKind kind, const char *id)
{
  SotayRecord *record = g_object_new (SOTAY_TYPE_RECORD, NULL);

  record->kind = kind;
  record->id = id != NULL ? g_strdup (id) : sotay_uuid_new ();
  record->fields = g_new0 (char *, shapes[kind].n_fields);
  return record;
}

SotayRecord *
sotay_record_restore (SotayRecordKind kind, const char *id, const char *const *fields)
{
  SotayRecord *record = sotay_record_new (kind, id);

  for (guint i = 0; i < shapes[kind].n_fields; i++)
    record->fields[i] = dup_unless_empty (fields[i]);
  return record;
}

SotayRecord *
sotay_record_with (SotayRecord *record, guint field, const char *value)
{
  SotayRecord *copy = sotay_record_restore (record->kind, record->id, (const char *const *) record->fields);

  g_free (copy->fields[field]);
  copy->fields[field] = value != NULL ? tidy_lines (value) : NULL;
  return copy;
}

SotayRecordKind
sotay_record_get_kind (SotayRecord *record)
{
  return record->kind;
}

const char *
sotay_record_get_id (SotayRecord *record)
{
  return record->id;
}

const char *
sotay_record_get (SotayRecord *record, guint field)
{
  g_return_val_if_fail (field < shapes[record->kind].n_fields, NULL);
  return record->fields[field];
}

GVariant *
sotay_record_to_variant (SotayRecord *record)
{
  return sotay_record_pack_fields (record->kind, (const char *const *) record->fields);
}

SotayRecord *
sotay_record_from_variant (SotayRecordKind kind, const char *id, GVariant *fields)
{
  g_autofree const char **texts = g_new0 (const char *, shapes[kind].n_fields);

  sotay_record_unpack_fields (kind, fields, texts);
  return sotay_record_restore (kind, id, texts);
}

GVariant *
sotay_record_pack_fields (SotayRecordKind kind, const char *const *fields)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (guint i = 0; i < shapes[kind].n_fields; i++)
    if (fields[i] != NULL)
      g_variant_builder_add (&builder, "{ss}", shapes[kind].fields[i], fields[i]);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* The fields mostly come in the order of the shape: each is looked for from the one before. */
void
sotay_record_unpack_fields (SotayRecordKind kind, GVariant *variant, const char **fields)
{
  guint n_fields = shapes[kind].n_fields;
  guint field = 0;
  const char *name, *text;
  GVariantIter iter;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    for (guint i = 0; i < n_fields; i++, field = (field + 1) % n_fields)
      if (g_str_equal (shapes[kind].fields[field], name))
        {
          fields[field] = text;
          break;
        }
}
