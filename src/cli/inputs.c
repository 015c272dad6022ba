/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/inputs.h"

#include "cli/find.h"
#include "core/dates.h"
#include "core/text.h"
#include "register/session.h"

#include <glib/gi18n-lib.h>

#define MOST_MORE 8

void
sotay_typed_clear (SotayTyped *typed)
{
  for (guint i = 0; i < SOTAY_MOST_INPUTS; i++)
    {
      g_clear_pointer (&typed->texts[i], g_free);
      g_clear_pointer (&typed->lines[i], g_strfreev);
    }
}

char **
sotay_inputs_parse (SotayCli *cli, const SotayInput *inputs, SotayTyped *typed, const GOptionEntry *more)
{
  GOptionEntry options[SOTAY_MOST_INPUTS + MOST_MORE + 1] = { G_OPTION_ENTRY_NULL };
  guint n = 0;

  for (guint i = 0; inputs[i].option != NULL; i++)
    {
      gboolean lines = inputs[i].type == SOTAY_INPUT_LINES;

      g_assert (i < SOTAY_MOST_INPUTS);
      options[n++] = (GOptionEntry){
        .long_name = inputs[i].option,
        .arg = lines ? G_OPTION_ARG_STRING_ARRAY : G_OPTION_ARG_STRING,
        .arg_data = lines ? (gpointer) &typed->lines[i] : (gpointer) &typed->texts[i],
        .description = inputs[i].description,
        .arg_description = inputs[i].placeholder,
      };
    }
  for (guint i = 0; more != NULL && more[i].long_name != NULL; i++)
    {
      g_assert (i < MOST_MORE);
      options[n++] = more[i];
    }
  return sotay_cli_parse (cli, options);
}

gboolean
sotay_typed_is_empty (const SotayTyped *typed)
{
  for (guint i = 0; i < SOTAY_MOST_INPUTS; i++)
    if (typed->texts[i] != NULL || typed->lines[i] != NULL)
      return FALSE;
  return TRUE;
}

const char *
sotay_inputs_get (const SotayInput *inputs, const SotayTyped *typed, guint field)
{
  for (guint i = 0; inputs[i].option != NULL; i++)
    if (inputs[i].field == field)
      return typed->texts[i];
  return NULL;
}

static char *
refuse (SotayCli *cli, const SotayInput *input, const char *typed, const char *example)
{
  /* Translators: what was typed, the option, what can be typed */
  g_autofree char *reason = g_strdup_printf (_("“%s” cannot be used for --%s (write %s)"), typed, input->option,
                                             example);

  sotay_cli_misuse (cli, reason);
  return NULL;
}

static char *
read_day (const char *typed)
{
  GDate today = sotay_date_today ();
  GDate date;

  return sotay_date_parse (typed, &today, &date) ? sotay_date_to_iso (&date) : NULL;
}

static char *
read_birth (const char *typed)
{
  GDate today = sotay_date_today ();

  return sotay_birth_parse (typed, &today);
}

static char *
read_level (const char *typed)
{
  if (g_str_equal (typed, "none"))
    return g_strdup_printf ("%d", SOTAY_ACCOUNT_NONE);
  return g_str_equal (typed, "1") || g_str_equal (typed, "2") ? g_strdup (typed) : NULL;
}

static char *
read_utilities (const char *typed, gboolean one)
{
  guint set;

  /* A power of two is one utility. */
  if (!sotay_utilities_parse (typed, &set) || (one && (set & (set - 1)) != 0))
    return NULL;
  return sotay_utilities_format (set);
}

static char *
read_minutes (const char *typed)
{
  SotaySessionMinutes minutes;

  return sotay_session_minutes_parse (typed, &minutes) ? sotay_session_minutes_format (&minutes) : NULL;
}

/* The words in the order of the list; "" for all of them. */
static char *
read_words (const char *typed, const char *list)
{
  g_auto (GStrv) known = g_strsplit (list, "|", -1);
  g_auto (GStrv) words = g_strsplit_set (typed, ", ", -1);
  g_autoptr (GString) found = g_string_new (NULL);

  if (g_str_equal (typed, "all"))
    return g_strdup ("");
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_strv_contains ((const char *const *) known, words[i]))
      return NULL;
  for (guint i = 0; known[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) words, known[i]))
      g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", known[i]);
  return found->len > 0 ? g_strdup (found->str) : NULL;
}

static char *
read_word (const char *typed, const char *list)
{
  g_auto (GStrv) known = g_strsplit (list, "|", -1);

  return g_strv_contains ((const char *const *) known, typed) ? g_strdup (typed) : NULL;
}

/* "1.250" → "1250"; NULL for what is no whole number. */
static char *
read_number (const char *typed)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(?:\\d{1,9}|\\d{1,3}(?:\\.\\d{3})+)$", 0, 0, NULL);
  g_auto (GStrv) parts = g_strsplit (typed, ".", -1);

  return g_regex_match (regex, typed, 0, NULL) ? g_strjoinv ("", parts) : NULL;
}

static char *
read_unit (SotayCli *cli, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayRecord) unit = sotay_cli_find_record (cli, SOTAY_RECORD_UNIT, typed, &error);

  if (unit != NULL)
    return g_strdup (typed);
  sotay_cli_fail (cli, error);
  return NULL;
}

char *
sotay_inputs_read (SotayCli *cli, const SotayInput *input, const char *typed)
{
  const char *words = input->words != NULL ? input->words : input->placeholder;
  const char *example = words;
  char *value = NULL;

  switch (input->type)
    {
    case SOTAY_INPUT_UNIT:
      return read_unit (cli, typed);
    case SOTAY_INPUT_WORD:
      value = read_word (typed, words);
      break;
    case SOTAY_INPUT_WORDS:
      value = read_words (typed, words);
      break;
    case SOTAY_INPUT_NUMBER:
      value = read_number (typed);
      example = "250";
      break;
    case SOTAY_INPUT_DAY:
      value = read_day (typed);
      example = "2024-03-05";
      break;
    case SOTAY_INPUT_TIME:
      value = sotay_session_time_parse (typed);
      example = "08:00";
      break;
    case SOTAY_INPUT_UTILITIES:
      value = read_utilities (typed, FALSE);
      example = "U1,U5|all";
      break;
    case SOTAY_INPUT_UTILITY:
      value = read_utilities (typed, TRUE);
      example = "U1 … U16";
      break;
    case SOTAY_INPUT_MINUTES:
      value = read_minutes (typed);
      example = "U1=5,U10=12";
      break;
    case SOTAY_INPUT_BIRTH:
      value = read_birth (typed);
      example = "1975|1975-03-05";
      break;
    case SOTAY_INPUT_LEVEL:
      value = read_level (typed);
      break;
    case SOTAY_INPUT_TEXT:
      return sotay_text_tidy (typed);
    case SOTAY_INPUT_LONG_TEXT:
    case SOTAY_INPUT_LINES:
      return g_strdup (typed);
    }
  return value != NULL ? value : refuse (cli, input, typed, example);
}

/* What was typed for the input of this place, in one text; NULL: nothing was. */
static char *
join (const SotayTyped *typed, guint place)
{
  if (typed->lines[place] != NULL)
    return g_strjoinv ("\n", typed->lines[place]);
  return typed->texts[place] != NULL ? g_strstrip (g_strdup (typed->texts[place])) : NULL;
}

gboolean
sotay_inputs_fill (SotayCli *cli, const SotayInput *inputs, const SotayTyped *typed, char **values)
{
  for (guint i = 0; inputs[i].option != NULL; i++)
    {
      g_autofree char *text = join (typed, i);

      if (text == NULL)
        continue;
      values[inputs[i].field] = *text != '\0' ? sotay_inputs_read (cli, &inputs[i], text) : g_strdup ("");
      if (values[inputs[i].field] == NULL)
        return FALSE;
    }
  return TRUE;
}

SotayRecord *
sotay_inputs_put (SotayCli *cli, const SotayInput *inputs, const SotayTyped *typed, SotayRecord *record)
{
  guint n_fields = sotay_record_shape (sotay_record_get_kind (record))->n_fields;
  g_autoptr (SotayRecord) result = g_object_ref (record);
  g_autoptr (GPtrArray) values = g_ptr_array_new_full (n_fields, g_free);

  g_ptr_array_set_size (values, (int) n_fields);
  if (!sotay_inputs_fill (cli, inputs, typed, (char **) values->pdata))
    return NULL;
  for (guint i = 0; i < n_fields; i++)
    {
      SotayRecord *changed;

      if (values->pdata[i] == NULL)
        continue;
      changed = sotay_record_with (result, i, values->pdata[i]);
      g_object_unref (result);
      result = changed;
    }
  return g_steal_pointer (&result);
}
