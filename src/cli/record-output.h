/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listing records and printing their fields: what the verbs of sessions, practice, outreach and feedback share. */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * SotayRecordFilter:
 * @unit: (nullable): the id of a unit: its records and those of the units below it
 * @month: (nullable): as typed: "2024-03", "3/2024"
 * @limit: at most so many; 0 for all
 */
typedef struct
{
  char *unit;
  char *month;
  int limit;
} SotayRecordFilter;

void sotay_record_filter_clear (SotayRecordFilter *filter); /* frees what was typed */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SotayRecordFilter, sotay_record_filter_clear)

/**
 * sotay_cli_read_month:
 * @typed: "2024-03", "3/2024" or "03-2024"
 *
 * Returns: (transfer full) (nullable): "2024-03"; %NULL for anything else
 */
char *sotay_cli_read_month (const char *typed);

/**
 * sotay_record_filter_parse:
 * @filter: (out caller-allocates): what was typed, to be cleared
 * @more: (nullable): further options, at most four
 *
 * sotay_cli_parse() with --unit, --month and --limit.
 *
 * Returns: (transfer full) (nullable): the arguments
 */
char **sotay_record_filter_parse (SotayCli *cli, SotayRecordFilter *filter, const GOptionEntry *more);

/**
 * sotay_record_filter_cut:
 *
 * Leaves in @records no more than the limit.
 */
void sotay_record_filter_cut (const SotayRecordFilter *filter, GPtrArray *records);

/**
 * sotay_cli_list_records:
 * @unit_field: the field of @kind that names the unit
 * @day_field: the field that @filter's month means
 * @units: (out) (element-type SotayUnit): all units
 *
 * Returns: (transfer full) (element-type SotayRecord) (nullable): the records, newest first, without regard to the
 *   limit; %NULL after the person was told why: return sotay_cli_get_status()
 */
GPtrArray *sotay_cli_list_records (SotayCli *cli, SotayRecordKind kind, guint unit_field, guint day_field,
                                   const SotayRecordFilter *filter, GPtrArray **units);

/**
 * sotay_json_add_id, sotay_json_add_field, sotay_json_add_unit:
 * @field: a field of @record
 * @names: (element-type utf8 utf8): the names of units
 *
 * The id; a field under its name in records; a unit as "unit" and "unit_name".
 */
void sotay_json_add_id (JsonBuilder *json, SotayRecord *record);
void sotay_json_add_field (JsonBuilder *json, SotayRecord *record, guint field);
void sotay_json_add_unit (JsonBuilder *json, const char *unit_id, GHashTable *names);

/**
 * sotay_json_add_parts:
 * @text: (nullable): parts
 * @separator: what parts them
 *
 * Adds an array of texts, empty for %NULL.
 */
void sotay_json_add_parts (JsonBuilder *json, const char *name, const char *text, const char *separator);

/**
 * sotay_cli_format_day:
 * @iso: (nullable): a day
 *
 * Returns: (transfer full): "05/3/2024", or an empty text
 */
char *sotay_cli_format_day (const char *iso);

/**
 * sotay_cli_format_utilities:
 * @text: (nullable): a set as it is stored
 *
 * Returns: (transfer full): "U1–U16" in words when it is all of them, else "U1 U5"
 */
char *sotay_cli_format_utilities (const char *text);

/**
 * sotay_cli_describe_employment:
 * @word: a word of SotayEmployment
 *
 * Returns: (transfer none): what it is called
 */
const char *sotay_cli_describe_employment (const char *word);

/**
 * sotay_cli_print_line:
 * @label: what it is, translated
 * @value: (nullable): the value; nothing is printed for %NULL
 *
 * Prints "Label: value", each line of the value on a line of its own.
 */
void sotay_cli_print_line (const char *label, const char *value);

/**
 * sotay_cli_print_count:
 * @name: the member's name
 * @sentence: what was done, for people
 *
 * Prints `{name: count}` or the sentence.
 *
 * Returns: %SOTAY_EXIT_DONE
 */
int sotay_cli_print_count (SotayCli *cli, const char *name, guint count, const char *sentence);

G_END_DECLS
