/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strict reading of a content file. The first thing that is wrong is kept, with its place, in the file's error; after
 * that every read answers an empty value, so that callers need to look once, at the end. Private to this room. */
#pragma once

#include "catalogue/content-file.h"

G_BEGIN_DECLS

typedef struct _SotayContentNode SotayContentNode;

/**
 * SotayContentNode:
 * @file: the file
 * @parent: (nullable): what holds it, which must live as long
 * @key: (nullable): its name in an object, or %NULL for an item of a list
 * @index: its place in a list
 * @json: (nullable): its value; %NULL when it is not there
 */
struct _SotayContentNode
{
  SotayContentFile *file;
  const SotayContentNode *parent;
  const char *key;
  guint index;
  JsonNode *json;
};

SotayContentNode sotay_content_root (SotayContentFile *file); /* the whole of the file */

/**
 * sotay_content_fail:
 * @reason: (transfer none): what is wrong there, translated
 *
 * Keeps "file: place: reason" as the file's error, unless something was wrong before.
 */
void sotay_content_fail (const SotayContentNode *node, const char *reason);

/**
 * sotay_content_object:
 *
 * Returns: (transfer none) (nullable): the object that @node must be; %NULL once something was wrong
 */
JsonObject *sotay_content_object (const SotayContentNode *node);

/**
 * sotay_content_only:
 * @keys: (array zero-terminated=1): the names that it may hold
 *
 * @node must be an object without other names.
 */
void sotay_content_only (const SotayContentNode *node, const char *const *keys);

gboolean sotay_content_has (const SotayContentNode *object, const char *key);
SotayContentNode sotay_content_member (const SotayContentNode *object, const char *key); /* must be there */

/**
 * sotay_content_list:
 * @least: the least number of items
 * @most: the greatest number of items
 *
 * Returns: the list @key of @object, which must be there
 */
SotayContentNode sotay_content_list (const SotayContentNode *object, const char *key, guint least, guint most);
guint sotay_content_length (const SotayContentNode *list); /* 0 once something was wrong */
SotayContentNode sotay_content_item (const SotayContentNode *list, guint index);

/**
 * sotay_content_word:
 *
 * Returns: the string that @node is, which must not be empty; "" once something was wrong. Belongs to the file.
 */
const char *sotay_content_word (const SotayContentNode *node);
const char *sotay_content_word_or_empty (const SotayContentNode *node);

const char *sotay_content_string (const SotayContentNode *object, const char *key);          /* not empty */
const char *sotay_content_string_or_empty (const SotayContentNode *object, const char *key);
const char *sotay_content_optional_text (const SotayContentNode *object, const char *key);   /* %NULL when absent */
const char *sotay_content_date (const SotayContentNode *object, const char *key); /* "2024-07-01", "2024-07", "2024" */

/**
 * sotay_content_text:
 *
 * Returns: a string that is not empty and whose links lead to pages
 */
const char *sotay_content_text (const SotayContentNode *object, const char *key);
void sotay_content_check_links (const SotayContentNode *node, const char *text);

/**
 * sotay_content_integer:
 *
 * Returns: a whole number from @least to @most; @least once something was wrong
 */
gint64 sotay_content_integer (const SotayContentNode *object, const char *key, gint32 least, gint32 most);

/**
 * sotay_content_mark:
 *
 * Returns: whether @key is there; it must then be true
 */
gboolean sotay_content_mark (const SotayContentNode *object, const char *key);

/**
 * sotay_content_strings:
 *
 * Returns: (transfer full): a list of strings that are not empty
 */
char **sotay_content_strings (const SotayContentNode *object, const char *key);

/**
 * sotay_content_page_ids:
 *
 * Returns: (transfer full): a list of ids of pages
 */
char **sotay_content_page_ids (const SotayContentNode *object, const char *key);

G_END_DECLS
