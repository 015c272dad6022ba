/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document inside the helper program, and how it answers. */
#pragma once

#include <json-glib/json-glib.h>
#include <poppler.h>

#include "guide/wire.h"

G_BEGIN_DECLS

/**
 * Reader:
 * @path: the document
 * @document: once it was looked at and can be read
 * @reason: (nullable): once it was looked at and cannot: the word for it
 * @n_pages: its pages
 * @pixels: (nullable): room for a picture, kept from one to the next: new memory costs as much as a simple page
 * @words: (nullable): room for it once it is packed
 * @n_pixels: how many pixels there is room for
 */
typedef struct
{
  const char *path;
  PopplerDocument *document;
  const char *reason;
  int n_pages;
  guint32 *pixels;
  guint32 *words;
  gsize n_pixels;
} Reader;

/**
 * reader_open:
 *
 * Looks at the document at the first call.
 *
 * Returns: whether it can be read
 */
gboolean reader_open (Reader *reader);

/**
 * reader_get_page:
 *
 * Returns: (transfer full) (nullable): the page, or %NULL when it cannot be loaded
 */
PopplerPage *reader_get_page (Reader *reader, guint index);

/**
 * reader_measure:
 * @size: (out): width and height of the page, within the limits; zeros when it cannot be loaded
 */
void reader_measure (Reader *reader, guint index, float size[2]);

/**
 * reader_begin:
 *
 * Returns: (transfer full): a builder inside the object that will be the answer, for members (guide/members.h)
 */
JsonBuilder *reader_begin (void);

/**
 * reader_answer:
 * @builder: (transfer full): the answer
 * @bytes: (nullable): what follows it
 *
 * Ends the answer and says it.
 */
void reader_answer (JsonBuilder *builder, const void *bytes, gsize length);

/**
 * reader_refuse:
 * @word: the reason
 *
 * Answers with an error.
 */
void reader_refuse (const char *word);

/**
 * reader_render:
 *
 * Answers with the picture of a part of a page.
 */
void reader_render (Reader *reader, const SotayPageArea *area);

/* Answer with the text, places and links of a page; with the table of contents; with the text of several pages. */
void reader_tell_page (Reader *reader, guint index);
void reader_tell_outline (Reader *reader);
void reader_tell_text (Reader *reader, guint first, guint count);

G_END_DECLS
