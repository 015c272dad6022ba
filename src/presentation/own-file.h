/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a trainer wrote, each piece under a key, in a private JSON file. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_OWN_FILE (sotay_own_file_get_type ())
/**
 * SotayOwnFile:
 *
 * Changes are written a moment later, off the main thread, and when the object is disposed. Only what was changed here
 * is put into the file as it then is, so two programs at once keep each other's pieces; of one piece the last writer's
 * stays. Pieces that this program does not understand stay in the file.
 *
 * Signal "loaded" (#JsonObject): the pieces that the file holds; once.
 * Signal "failed" (#GError): changes could not be written; they are tried again with the next change.
 */
G_DECLARE_FINAL_TYPE (SotayOwnFile, sotay_own_file, SOTAY, OWN_FILE, GObject)

/**
 * sotay_own_file_new:
 * @path: the file (0600), its folder (0700) made when it is written; one that is damaged is kept beside under another
 *   name, and counts as empty
 *
 * Returns: (transfer full): begins to read
 */
SotayOwnFile *sotay_own_file_new (const char *path);

/**
 * sotay_own_file_wait:
 *
 * Waits until the file was read, which began when @file was made, and tells "loaded" if that was not told yet. For who
 * cannot go on without: it is short, as the file is.
 */
void sotay_own_file_wait (SotayOwnFile *file);

/**
 * sotay_own_file_set:
 * @file: a file that was read
 * @value: (transfer full) (nullable): the piece, %NULL to remove it
 */
void sotay_own_file_set (SotayOwnFile *file, const char *key, JsonNode *value);

/**
 * sotay_own_file_parse:
 * @text: any bytes
 *
 * Returns: (transfer full) (nullable): the pieces; %NULL when @text is no such file
 */
JsonObject *sotay_own_file_parse (const char *text, gsize length);

G_END_DECLS
