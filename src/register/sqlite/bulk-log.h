/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of people who were added in bulk (table "bulk_add"): their rows are their log. */
#pragma once

#include "register/sqlite/connection.h"
#include "register/step.h"

G_BEGIN_DECLS

/* Like the table "change": the people added in bulk; see 002-training.sql. */
#define SOTAY_BULK_CHANGES                                                                                             \
  "(SELECT b.step, b.position, 1 AS kind, s.id AS entity, NULL AS before, json_patch ('{}', json_object ("             \
  "'name', s.name, 'unit_id', s.unit_id, 'birth', s.birth, 'position', s.position, "                                   \
  "'code', s.code, 'phone', s.phone, 'level', s.level, 'joined_on', s.joined_on, "                                     \
  "'left_on', s.left_on, 'trained_on', s.trained_on, 'passed_on', s.passed_on, "                                       \
  "'note', s.note, 'employment', s.employment, 'activated', s.activated, 'reason', s.reason)) AS after "               \
  "FROM bulk_add b JOIN staff s ON s.id BETWEEN b.first_id AND b.last_id "                                             \
  "WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.entity = s.id AND c.step > b.step) "                               \
  "UNION ALL SELECT b.step, b.position, 1, c.entity, NULL, c.before "                                                  \
  "FROM bulk_add b JOIN change c ON c.entity BETWEEN b.first_id AND b.last_id "                                        \
  "WHERE c.kind = 1 AND c.step > b.step AND NOT EXISTS (SELECT 1 FROM change d "                                       \
  "WHERE d.entity = c.entity AND d.step > b.step AND (d.step, d.position) < (c.step, c.position)))"

/**
 * sotay_bulk_log_write:
 * @number: the step's place in the log
 * @first_id: the id of the first of its additions
 *
 * Logs the additions of @step, after its changes.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_bulk_log_write (sqlite3 *db, SotayStep *step, gint64 number, const char *first_id, GError **error);

/**
 * sotay_bulk_log_unpack:
 * @number: a step
 *
 * Makes changes of the people whom the step added in bulk, before it is undone. Nothing happens when it added none.
 *
 * Returns: %FALSE on error
 */
gboolean sotay_bulk_log_unpack (sqlite3 *db, gint64 number, GError **error);

G_END_DECLS
