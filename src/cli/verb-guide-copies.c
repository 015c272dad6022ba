/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/guide-output.h"
#include "cli/table.h"
#include "cli/verbs.h"
#include "core/numbers.h"
#include "guide/guide-error.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEAST_DIGITS 8

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

/* What is wrong with a copy, if its bytes were looked at. */
typedef struct
{
  gboolean looked;
  GPtrArray *problems; /* as long as the list; NULL for a sound copy */
} Findings;

typedef void (*Start) (SotayGuideLibrary *library, const char *sha256, GAsyncReadyCallback callback, gpointer data);
typedef gboolean (*Finish) (SotayGuideLibrary *library, GAsyncResult *result, GError **error);

static GPtrArray *
list_copies (SotayGuideLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;

  sotay_guide_library_list_async (library, NULL, sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  return sotay_guide_library_list_finish (library, result, NULL);
}

static gboolean
is_current (SotayGuideLibrary *library, SotayManualCopy *copy)
{
  SotayManualCopy *current = sotay_guide_library_read_current (library);

  return current != NULL && g_str_equal (sotay_manual_copy_get_sha256 (current), sotay_manual_copy_get_sha256 (copy));
}

static int
print_json (SotayCli *cli, GPtrArray *copies, const Findings *findings)
{
  SotayGuideLibrary *library = sotay_services_get_guide (sotay_cli_get_services (cli));
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_array (json);
  for (guint i = 0; i < copies->len; i++)
    {
      SotayManualCopy *copy = g_ptr_array_index (copies, i);

      json_builder_begin_object (json);
      sotay_guide_output_add_copy (json, copy);
      sotay_json_add_flag (json, "current", is_current (library, copy));
      if (findings->looked)
        {
          sotay_json_add_flag (json, "ok", findings->problems->pdata[i] == NULL);
          sotay_json_add_text (json, "reason", findings->problems->pdata[i]);
        }
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return sotay_cli_print_json (cli, json);
}

static int
print_copies (SotayCli *cli, GPtrArray *copies, const Findings *findings)
{
  SotayGuideLibrary *library = sotay_services_get_guide (sotay_cli_get_services (cli));
  g_autoptr (SotayTable) table = sotay_table_new (findings->looked ? 6 : 5, 1u << 2 | 1u << 3);

  if (sotay_cli_wants_json (cli))
    return print_json (cli, copies, findings);
  for (guint i = 0; i < copies->len; i++)
    {
      SotayManualCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *sha256 = g_strndup (sotay_manual_copy_get_sha256 (copy), 2 * LEAST_DIGITS);
      g_autofree char *time = sotay_guide_output_format_time (copy);
      g_autofree char *size = sotay_size_format (sotay_manual_copy_get_bytes (copy));
      g_autofree char *pages = sotay_number_format (sotay_manual_copy_get_pages (copy));
      const char *problem = findings->looked ? g_ptr_array_index (findings->problems, i) : NULL;

      sotay_table_add (table, sha256, time, size, pages, is_current (library, copy) ? _("current") : "",
                       problem != NULL ? problem : _("sound"));
    }
  sotay_table_print (table);
  if (copies->len == 0)
    g_print ("%s\n", _("There is no copy of the manual yet."));
  return SOTAY_EXIT_DONE;
}

static int
print_list (SotayCli *cli)
{
  const Findings none = { FALSE, NULL };
  g_autoptr (GPtrArray) copies = list_copies (sotay_services_get_guide (sotay_cli_get_services (cli)));

  return print_copies (cli, copies, &none);
}

static int
list (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);

  return arguments != NULL ? print_list (cli) : sotay_cli_get_status (cli);
}

/* Returns the copy whose SHA-256 begins like that, when there is one and only one. */
static char *
find_copy (SotayGuideLibrary *library, const char *typed, GError **error)
{
  g_autoptr (GPtrArray) copies = list_copies (library);
  g_autofree char *digits = g_ascii_strdown (typed, -1);
  const char *found = NULL;

  for (guint i = 0; i < copies->len; i++)
    {
      const char *sha256 = sotay_manual_copy_get_sha256 (g_ptr_array_index (copies, i));

      if (!g_str_has_prefix (sha256, digits))
        continue;
      if (found != NULL)
        {
          g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NOT_FOUND, _("%s (several begin like that)"), typed);
          return NULL;
        }
      found = sha256;
    }
  if (found == NULL)
    g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_NOT_FOUND, "%s", typed);
  return g_strdup (found);
}

/* Reads the one argument of a verb that changes a copy; without it, returns NULL and the exit status. */
static char *
read_copy (SotayCli *cli, int *exit_status)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GError) error = NULL;
  char *sha256 = NULL;

  if (arguments == NULL)
    {
      *exit_status = sotay_cli_get_status (cli);
      return NULL;
    }
  if (strlen (arguments[0]) < LEAST_DIGITS || strspn (arguments[0], "0123456789abcdefABCDEF") != strlen (arguments[0]))
    {
      *exit_status = sotay_cli_misuse (cli, _("A copy is named by its SHA-256, or by the first 8 digits of it or more"));
      return NULL;
    }
  sha256 = find_copy (sotay_services_get_guide (sotay_cli_get_services (cli)), arguments[0], &error);
  if (sha256 == NULL)
    *exit_status = sotay_cli_fail (cli, error);
  return sha256;
}

/* Does something to the copy that was typed, and prints what there is then. */
static int
change (SotayCli *cli, Start start, Finish finish)
{
  SotayGuideLibrary *library = sotay_services_get_guide (sotay_cli_get_services (cli));
  int exit_status;
  g_autofree char *sha256 = read_copy (cli, &exit_status);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (sha256 == NULL)
    return exit_status;
  start (library, sha256, sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  return finish (library, result, &error) ? print_list (cli) : sotay_cli_fail (cli, error);
}

static int
use (SotayCli *cli)
{
  return change (cli, sotay_guide_library_use_async, sotay_guide_library_use_finish);
}

/* Nothing here could take it back, so the room that it takes is free at once. */
static void
remove_async (SotayGuideLibrary *library, const char *sha256, GAsyncReadyCallback callback, gpointer data)
{
  sotay_guide_library_remove_async (library, sha256, TRUE, callback, data);
}

static int
remove_copy (SotayCli *cli)
{
  return change (cli, remove_async, sotay_guide_library_remove_finish);
}

/* Returns what is wrong with a copy, or NULL; @error when the person stopped it. */
static char *
find_problem (SotayCli *cli, SotayManualCopy *copy, GError **error)
{
  SotayGuideLibrary *library = sotay_services_get_guide (sotay_cli_get_services (cli));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) reason = NULL;

  sotay_guide_library_verify_async (library, sotay_manual_copy_get_sha256 (copy), sotay_guide_output_show_progress,
                                    NULL, sotay_cli_get_cancellable (cli), sotay_cli_store_result, &result);
  sotay_cli_wait (&result);
  if (sotay_guide_library_verify_finish (library, result, &reason))
    return NULL;
  if (!g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return sotay_describe_error (reason);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

static int
verify (SotayCli *cli)
{
  g_auto (GStrv) arguments = sotay_cli_parse (cli, no_options);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  Findings findings = { TRUE, problems };
  g_autoptr (GError) error = NULL;
  gboolean sound = TRUE;
  int exit_status;

  if (arguments == NULL)
    return sotay_cli_get_status (cli);
  copies = list_copies (sotay_services_get_guide (sotay_cli_get_services (cli)));
  for (guint i = 0; i < copies->len && error == NULL; i++)
    {
      g_ptr_array_add (problems, find_problem (cli, g_ptr_array_index (copies, i), &error));
      sound = sound && g_ptr_array_index (problems, i) == NULL;
    }
  sotay_guide_output_end_progress ();
  if (error != NULL)
    return sotay_cli_fail (cli, error);
  exit_status = print_copies (cli, copies, &findings);
  return sound ? exit_status : SOTAY_EXIT_COULD_NOT;
}

const SotayVerb sotay_guide_copies_verbs[] = {
  { "guide list", "", N_("List the copies of the manual on this PC"), 0, 0, list },
  { "guide use", N_("SHA256"), N_("Make another copy the current one"), 1, 1, use },
  { "guide remove", N_("SHA256"), N_("Remove a copy of the manual"), 1, 1, remove_copy },
  { "guide verify", "", N_("Read all copies through: are they still what was downloaded?"), 0, 0, verify },
  { NULL },
};
