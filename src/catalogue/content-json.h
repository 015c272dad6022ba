/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strict reader of JSON (RFC 8259) for content files. json-glib, which writes JSON elsewhere, takes three times as
 * long (a third of the whole run of `sotay catalogue list`), accepts what is no JSON, and has no limit of depth.
 * Private to this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SOTAY_JSON_NULL,
  SOTAY_JSON_FALSE,
  SOTAY_JSON_TRUE,
  SOTAY_JSON_INTEGER, /* fits 18 digits */
  SOTAY_JSON_NUMBER,  /* any other number; its value is not kept */
  SOTAY_JSON_TEXT,
  SOTAY_JSON_LIST,
  SOTAY_JSON_OBJECT,
} SotayJsonKind;

typedef struct _SotayJson SotayJson;

/**
 * SotayJson:
 * @kind: which of the others is set
 * @n_items: of a list or object
 * @name: (nullable): its name in the object that holds it
 * @text: UTF-8 without NUL
 * @items: of a list or object, in the order of the file
 */
struct _SotayJson
{
  SotayJsonKind kind;
  guint n_items;
  const char *name;
  union
  {
    gint64 integer;
    const char *text;
    const SotayJson *items;
  };
};

/**
 * SotayJsonFault:
 * @line: from 1
 * @reason: what is wrong there, translated
 */
typedef struct
{
  guint line;
  const char *reason;
} SotayJsonFault;

typedef struct _SotayJsonDocument SotayJsonDocument;

/**
 * sotay_json_parse:
 * @text: (transfer full): UTF-8 text, zero-terminated; belongs to the document
 * @fault: (out): what is wrong, when %NULL is returned
 *
 * Returns: (transfer full) (nullable): the document
 */
SotayJsonDocument *sotay_json_parse (char *text, SotayJsonFault *fault);

const SotayJson *sotay_json_document_get_root (SotayJsonDocument *document); /* (transfer none) */
void sotay_json_document_free (SotayJsonDocument *document);

/**
 * sotay_json_find:
 * @object: a value of kind OBJECT
 *
 * Returns: (transfer none) (nullable): the first member of this name
 */
const SotayJson *sotay_json_find (const SotayJson *object, const char *name);

G_END_DECLS
