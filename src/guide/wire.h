/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What this program and its PDF reader (sotay-document) say to each other: a request is a line of JSON, an answer is a
 * line of JSON, followed by as many raw bytes as its member "bytes" says. First of all the reader says "ready". Both
 * sides run on the same machine, so numbers within the raw bytes are as the machine has them.
 *
 *   request  answer
 *   open     pages, bytes: the sizes of the first SOTAY_WIRE_FIRST_SIZES pages
 *   check    pages, after each of them was loaded
 *   sizes    bytes: width and height (float) of "count" pages from "first" on
 *   render   bytes: pixels, blue, green, red, 255
 *   page     text, characters, links; bytes: "text" bytes of UTF-8, then a box (4 floats) for each character
 *   outline  items: {title, index, y, depth} in the order in which they are read
 *   text     lengths: the bytes of each of "count" pages from "first" on; bytes: the texts one after the other
 *   (any)    error: "file", "damaged", "encrypted", "no-pages", "page", "request" or "locked"
 */
#pragma once

#include <json-glib/json-glib.h>

#include "guide/page-area.h"

G_BEGIN_DECLS

#define SOTAY_WIRE_LONGEST_REQUEST 1024
#define SOTAY_WIRE_LONGEST_LINE (8 * 1024 * 1024)
#define SOTAY_WIRE_FIRST_SIZES 16
#define SOTAY_WIRE_MOST_PAGES 100000
#define SOTAY_WIRE_MOST_SIZE 14400.0 /* the largest side of a page in points, that of PDF itself */
#define SOTAY_WIRE_MOST_SCALE 64.0
#define SOTAY_WIRE_MOST_CHARACTERS 200000
#define SOTAY_WIRE_MOST_TEXT (4 * SOTAY_WIRE_MOST_CHARACTERS)
#define SOTAY_WIRE_MOST_LINKS 5000
#define SOTAY_WIRE_MOST_ITEMS 20000
#define SOTAY_WIRE_MOST_DEPTH 16
#define SOTAY_WIRE_LONGEST_TITLE 1000   /* characters */
#define SOTAY_WIRE_LONGEST_ADDRESS 2000 /* bytes */

typedef enum
{
  SOTAY_WIRE_OPEN,
  SOTAY_WIRE_CHECK,
  SOTAY_WIRE_SIZES,
  SOTAY_WIRE_RENDER,
  SOTAY_WIRE_PAGE,
  SOTAY_WIRE_OUTLINE,
  SOTAY_WIRE_TEXT,
  SOTAY_WIRE_N_KINDS
} SotayWireKind;

/**
 * SotayWireRequest:
 * @kind: what is asked for
 * @area: what to draw
 * @first: the first page, or the only one
 * @count: how many pages
 */
typedef struct
{
  SotayWireKind kind;
  SotayPageArea area;
  guint first;
  guint count;
} SotayWireRequest;

/**
 * sotay_wire_encode_request:
 *
 * Returns: (transfer full): the line, with its end
 */
char *sotay_wire_encode_request (const SotayWireRequest *request);

/**
 * sotay_wire_decode_request:
 * @line: any bytes
 *
 * Returns: whether it is a request that keeps all limits; whether the pages are there is for the reader to see
 */
gboolean sotay_wire_decode_request (const char *line, gsize length, SotayWireRequest *request);

/**
 * sotay_wire_get_number:
 * @least: the smallest value that is right
 * @most: the greatest
 * @value: (out): the member
 *
 * Returns: whether the member is there, a number, and within the limits
 */
gboolean sotay_wire_get_number (JsonObject *object, const char *name, double least, double most, double *value);

/**
 * sotay_wire_get_count:
 * @most: the greatest value that is right
 * @value: (out): the member
 *
 * Returns: whether the member is there, a whole number, and within 0 and @most
 */
gboolean sotay_wire_get_count (JsonObject *object, const char *name, guint most, guint *value);

G_END_DECLS
