/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done to a person. */
#include "cli/find.h"
#include "cli/step-output.h"
#include "cli/verbs.h"
#include "services/describe-change.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

/* A field of a change's record, or NULL. */
static char *
dup_field (GVariant *record, const char *field)
{
  char *value = NULL;

  if (record != NULL)
    g_variant_lookup (record, field, "s", &value);
  return value;
}

typedef void (*FieldFunc) (SotayRecordKind kind, guint field, const char *before, const char *after, gpointer data);

/* Calls @func for each field that the change changes. */
static void
foreach_field (const SotayChange *change, FieldFunc func, gpointer data)
{
  const SotayRecordShape *shape = sotay_record_shape (change->kind);

  for (guint i = 0; i < shape->n_fields; i++)
    {
      g_autofree char *before = dup_field (change->before, shape->fields[i]);
      g_autofree char *after = dup_field (change->after, shape->fields[i]);

      if (g_strcmp0 (before, after) != 0)
        func (change->kind, i, before, after, data);
    }
}

static void
write_field (SotayRecordKind kind, guint field, const char *before, const char *after, gpointer json)
{
  json_builder_begin_object (json);
  sotay_json_add_text (json, "field", sotay_record_shape (kind)->fields[field]);
  sotay_json_add_text (json, "before", before);
  sotay_json_add_text (json, "after", after);
  json_builder_end_object (json);
}

static const char *
name_action (const SotayChange *change)
{
  if (change->before == NULL)
    return "added";
  return change->after == NULL ? "removed" : "changed";
}

static void
write_changes (JsonBuilder *json, GPtrArray *changes)
{
  json_builder_set_member_name (json, "changes");
  json_builder_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    {
      const SotayChange *change = changes->pdata[i];

      json_builder_begin_object (json);
      sotay_json_add_text (json, "kind", sotay_record_shape (change->kind)->name);
      sotay_json_add_text (json, "id", change->id);
      sotay_json_add_text (json, "action", name_action (change));
      json_builder_set_member_name (json, "fields");
      json_builder_begin_array (json);
      foreach_field (change, write_field, json);
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static int
print_json (SotayCli *cli, GPtrArray *steps)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < steps->len; i++)
    {
      json_builder_begin_object (json);
      sotay_step_output_write (json, steps->pdata[i]);
      write_changes (json, sotay_step_get_changes (steps->pdata[i]));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return sotay_cli_print_json (cli, json);
}

static char *
name_unit (SotayRecordKind kind, const char *id, gpointer names)
{
  return kind == SOTAY_RECORD_UNIT ? g_strdup (sotay_cli_get_name (names, id)) : NULL;
}

static void
print_field (SotayRecordKind kind, guint field, const char *before, const char *after, gpointer names)
{
  const char *word = sotay_record_shape (kind)->fields[field];
  g_autofree char *old = sotay_field_value_text (kind, field, before, name_unit, names);
  g_autofree char *new = sotay_field_value_text (kind, field, after, name_unit, names);

  /* The names of sessions and people are said by the step; their ids would only fill the lines. */
  if (g_str_equal (word, "staff_id") || g_str_equal (word, "session_id"))
    return;
  g_print ("    %s: %s → %s\n", sotay_field_name_text (kind, field), old != NULL ? old : "–", new != NULL ? new : "–");
}

static int
print_text (GPtrArray *steps, GHashTable *names)
{
  for (guint i = 0; i < steps->len; i++)
    {
      GPtrArray *changes = sotay_step_get_changes (steps->pdata[i]);
      g_autofree char *time = sotay_step_output_format_time (steps->pdata[i]);
      g_autofree char *sentence = sotay_describe_step (steps->pdata[i]);
      const char *state = sotay_step_output_describe_state (steps->pdata[i]);

      g_print ("%s  %s%s%s\n", time, sentence, *state != '\0' ? "  " : "", state);
      for (guint j = 0; j < changes->len; j++)
        foreach_field (changes->pdata[j], print_field, names);
    }
  return SOTAY_EXIT_DONE;
}

/* Other entries have histories too. */
static gboolean
is_of_person (GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      GPtrArray *changes = sotay_step_get_changes (steps->pdata[i]);

      for (guint j = 0; j < changes->len; j++)
        if (((const SotayChange *) changes->pdata[j])->kind == SOTAY_RECORD_STAFF)
          return TRUE;
    }
  return FALSE;
}

static int
history (SotayCli *cli)
{
  static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  steps = sotay_store_list_history (sotay_cli_get_store (cli), arguments[0], NULL, &error);
  /* Someone who was removed still has a history; an id without one is nobody's. */
  if (steps != NULL && !is_of_person (steps))
    {
      people = sotay_cli_find_staff (cli, arguments, &error);
      if (people == NULL)
        return sotay_cli_fail (cli, error);
    }
  units = steps != NULL ? sotay_cli_list_units (cli, NULL, &error) : NULL;
  if (units == NULL)
    return sotay_cli_fail (cli, error);
  names = sotay_cli_index_names (units);
  return sotay_cli_wants_json (cli) ? print_json (cli, steps) : print_text (steps, names);
}

const SotayVerb sotay_staff_history_verbs[] = {
  { "staff history", N_("ID"), N_("Show what was done to a person, newest first"), 1, 1, history },
  { NULL },
};
