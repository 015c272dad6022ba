/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding what ids on the command line name. */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

SotayStore *sotay_cli_get_store (SotayCli *cli); /* (transfer none) */

/**
 * sotay_cli_find_record:
 * @kind: any kind but staff
 * @error: %SOTAY_REGISTER_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the record of this id
 */
SotayRecord *sotay_cli_find_record (SotayCli *cli, SotayRecordKind kind, const char *id, GError **error);

/**
 * sotay_cli_find_staff:
 * @ids: (array zero-terminated=1): ids; one that stands there twice counts once
 * @error: %SOTAY_REGISTER_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (element-type SotayStaff) (nullable): these people in the order of @ids
 */
GPtrArray *sotay_cli_find_staff (SotayCli *cli, char **ids, GError **error);

/**
 * sotay_cli_choose_staff:
 * @ids: (array zero-terminated=1): ids
 * @unit_id: (nullable): a unit
 * @day: a day
 * @error: %SOTAY_REGISTER_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the ids, each once, of these people and of the members of the unit and of the
 *   units below it on @day
 */
char **sotay_cli_choose_staff (SotayCli *cli, char **ids, const char *unit_id, const GDate *day, GError **error);

/**
 * sotay_cli_list_units:
 * @unit_id: (nullable): a unit that must be there
 * @error: %SOTAY_REGISTER_ERROR_NOT_FOUND when it is not
 *
 * Returns: (transfer full) (element-type SotayUnit) (nullable): all units
 */
GPtrArray *sotay_cli_list_units (SotayCli *cli, const char *unit_id, GError **error);

/**
 * sotay_cli_list_below:
 * @units: (element-type SotayUnit): all units
 *
 * Returns: (transfer full) (element-type utf8): the ids of the unit and of the units below it, borrowed from @units
 */
GHashTable *sotay_cli_list_below (GPtrArray *units, const char *unit_id);

/**
 * sotay_cli_index_names:
 * @units: (element-type SotayUnit): units
 *
 * Returns: (transfer full) (element-type utf8 utf8): their names by their ids, borrowed from @units
 */
GHashTable *sotay_cli_index_names (GPtrArray *units);

/**
 * sotay_cli_name_units:
 * @staff: (element-type SotayStaff): people
 *
 * For few people of a register of many units: reads no other unit.
 *
 * Returns: (transfer full) (element-type utf8 utf8) (nullable): the names of their units by the units' ids
 */
GHashTable *sotay_cli_name_units (SotayCli *cli, GPtrArray *staff, GError **error);

/**
 * sotay_cli_get_name:
 * @names: see sotay_cli_index_names()
 * @unit_id: (nullable): a unit
 *
 * Returns: (nullable): its name
 */
const char *sotay_cli_get_name (GHashTable *names, const char *unit_id);

G_END_DECLS
