/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every verb of the command line needs: its options, the services, and how to answer. */
#pragma once

#include <json-glib/json-glib.h>

#include "services/services.h"

G_BEGIN_DECLS

/* Exit statuses: the contract that scripts depend on. */
#define SOTAY_EXIT_DONE 0
#define SOTAY_EXIT_COULD_NOT 1
#define SOTAY_EXIT_USAGE 2

typedef struct _SotayCli SotayCli;

/**
 * SotayVerb:
 * @name: "catalogue list"
 * @arguments: what follows it, as help shows it: "NAME"; "" for nothing
 * @summary: what it does, one line, marked for translation
 * @least: the least number of arguments
 * @most: the greatest number of arguments
 * @run: does it and returns the exit status; its first act is sotay_cli_parse()
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  guint least;
  guint most;
  int (*run) (SotayCli *cli);
} SotayVerb;

/**
 * sotay_cli_new:
 * @services: the services
 * @json: whether --json stood before the verb
 *
 * Returns: (transfer full): the context of one run of the program
 */
SotayCli *sotay_cli_new (SotayServices *services, gboolean json);
void sotay_cli_free (SotayCli *cli);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayCli, sotay_cli_free)

/**
 * sotay_cli_set_verb:
 * @words: (array zero-terminated=1): what was typed after the verb
 *
 * Says which verb runs.
 */
void sotay_cli_set_verb (SotayCli *cli, const SotayVerb *verb, char **words);

/**
 * sotay_cli_parse:
 * @options: the verb's own options
 *
 * Reads the options, --json and --help, and counts the arguments.
 *
 * Returns: (transfer full) (nullable): the arguments, or %NULL when there is nothing more to do: return
 *   sotay_cli_get_status()
 */
char **sotay_cli_parse (SotayCli *cli, const GOptionEntry *options);

int sotay_cli_get_status (SotayCli *cli); /* after one of these functions told the person that it could not */
gboolean sotay_cli_wants_json (SotayCli *cli);
SotayServices *sotay_cli_get_services (SotayCli *cli); /* (transfer none) */

/**
 * sotay_cli_get_cancellable:
 *
 * Returns: (transfer none): cancelled when the person presses Ctrl+C, while the main context runs
 */
GCancellable *sotay_cli_get_cancellable (SotayCli *cli);

/**
 * sotay_cli_store_result:
 *
 * A #GAsyncReadyCallback; @data is the address of a %NULL #GAsyncResult pointer for sotay_cli_wait().
 */
void sotay_cli_store_result (GObject *source, GAsyncResult *result, gpointer data);

void sotay_cli_wait (GAsyncResult **slot); /* runs the main context until the result is there */

/**
 * sotay_cli_fail:
 * @error: (transfer none): why
 *
 * Tells the person why on standard error.
 *
 * Returns: %SOTAY_EXIT_COULD_NOT
 */
int sotay_cli_fail (SotayCli *cli, const GError *error);

/**
 * sotay_cli_refuse:
 * @sentence: why it cannot be done, translated
 *
 * Tells the person, where no error of an area says it.
 *
 * Returns: %SOTAY_EXIT_COULD_NOT
 */
int sotay_cli_refuse (SotayCli *cli, const char *sentence);

/**
 * sotay_cli_misuse:
 * @reason: what is wrong with what was typed, translated
 *
 * Tells the person, with a hint where help is.
 *
 * Returns: %SOTAY_EXIT_USAGE
 */
int sotay_cli_misuse (SotayCli *cli, const char *reason);

/**
 * sotay_cli_print_json:
 * @builder: holds one value
 *
 * Prints it.
 *
 * Returns: %SOTAY_EXIT_DONE
 */
int sotay_cli_print_json (SotayCli *cli, JsonBuilder *builder);

/**
 * sotay_cli_print_id:
 * @id: the id of what was made or changed
 * @sentence: what was done, for people
 *
 * Prints `{"id": …}` or the sentence.
 *
 * Returns: %SOTAY_EXIT_DONE
 */
int sotay_cli_print_id (SotayCli *cli, const char *id, const char *sentence);

/* Adds a member; %NULL becomes null. */
void sotay_json_add_text (JsonBuilder *builder, const char *name, const char *value);
void sotay_json_add_number (JsonBuilder *builder, const char *name, gint64 value);
void sotay_json_add_flag (JsonBuilder *builder, const char *name, gboolean value);

/**
 * sotay_cli_read_day:
 * @option: the option's name, for the message
 * @typed: what was typed for it
 * @day: (out): the date
 *
 * Returns: whether it is a date; if not, the person was told
 */
gboolean sotay_cli_read_day (SotayCli *cli, const char *option, const char *typed, GDate *day);

/**
 * sotay_cli_find_unit:
 * @units: (element-type SotayUnit): all units
 * @error: %SOTAY_REGISTER_ERROR_NOT_FOUND
 *
 * Returns: (transfer none) (nullable): the unit of this id
 */
SotayUnit *sotay_cli_find_unit (GPtrArray *units, const char *id, GError **error);

G_END_DECLS
