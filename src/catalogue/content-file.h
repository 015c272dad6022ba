/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of a content folder, read but not yet looked at. Private to this room. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A file larger than this is refused; the largest of the built-in ones has 20 kB. */
#define SOTAY_CONTENT_MAX_BYTES (1000 * 1000)

/**
 * SotayContentFile:
 * @name: the path below the content folder: "vi/utilities/U3.json"
 * @root: what is in it
 * @sources: (nullable): the ids that a statement may name, when they are known
 * @pages: (nullable): the ids that a link may lead to, when they are known
 * @error: (nullable): the first thing found wrong; from then on reads answer empty values
 */
typedef struct
{
  char *name;
  JsonNode *root;
  GHashTable *sources;
  GHashTable *pages;
  GError *error;
} SotayContentFile;

/**
 * sotay_content_file_new:
 * @name: the path below the content folder
 * @bytes: what is in it
 * @error: %SOTAY_CATALOGUE_ERROR_SYNTAX
 *
 * Returns: (transfer full) (nullable): the file
 */
SotayContentFile *sotay_content_file_new (const char *name, GBytes *bytes, GError **error);

/**
 * sotay_content_file_read:
 * @folder: the content folder
 * @name: a path below it
 * @error: %SOTAY_CATALOGUE_ERROR_MISSING or %SOTAY_CATALOGUE_ERROR_SYNTAX
 *
 * Returns: (transfer full) (nullable): the file
 */
SotayContentFile *sotay_content_file_read (GFile *folder, const char *name, GError **error);

/**
 * sotay_content_file_check:
 * @error: the first thing that reading its values found wrong
 *
 * Returns: whether nothing was found wrong
 */
gboolean sotay_content_file_check (SotayContentFile *file, GError **error);

void sotay_content_file_free (SotayContentFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayContentFile, sotay_content_file_free)

G_END_DECLS
