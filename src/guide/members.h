/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of a JSON object that may hold anything: json-glib's own getters trust the type. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * sotay_members_get_string:
 *
 * Returns: (transfer none) (nullable): the member, when it is there and a string
 */
const char *sotay_members_get_string (JsonObject *object, const char *name);

/**
 * sotay_members_get_int:
 *
 * Returns: the member; 0 when it is not there or not a whole number
 */
gint64 sotay_members_get_int (JsonObject *object, const char *name);

/**
 * sotay_members_parse:
 * @parser: keeps the object
 * @text: any bytes
 *
 * Returns: (transfer none) (nullable): the object that @text is, brackets within brackets to a limit
 */
JsonObject *sotay_members_parse (JsonParser *parser, const char *text, gsize length);

/* Adds a member to the object that is being built; a string of %NULL is left out. */
void sotay_members_add_string (JsonBuilder *builder, const char *name, const char *value);
void sotay_members_add_int (JsonBuilder *builder, const char *name, gint64 value);
void sotay_members_add_number (JsonBuilder *builder, const char *name, double value);

G_END_DECLS
