/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest content folder that is right, for tests to break. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * content_fixture_write:
 *
 * Writes sources.json and vi/ with 16 utilities, one article ("table") and the letter.
 *
 * Returns: (transfer full): the path of the folder
 */
char *content_fixture_write (void);

/**
 * content_fixture_replace:
 * @name: a file of the folder
 * @find: words that stand in it
 * @replacement: what shall stand there instead, the first time
 */
void content_fixture_replace (const char *folder, const char *name, const char *find, const char *replacement);

void content_fixture_set (const char *folder, const char *name, const char *contents, gssize length); /* whole file */

G_END_DECLS
