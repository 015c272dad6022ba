/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds a request to the side of the PDF reader: for libFuzzer, and for test-fuzz-request. */
#include "guide/wire.h"

#include "fuzz.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  SotayWireRequest request, again;
  g_autofree char *line = NULL;

  if (!sotay_wire_decode_request ((const char *) data, size, &request))
    return 0;
  g_assert_cmpint (request.kind, <, SOTAY_WIRE_N_KINDS);
  g_assert_cmpuint (request.first, <=, SOTAY_WIRE_MOST_PAGES);
  g_assert_cmpuint (request.count, <=, SOTAY_WIRE_MOST_PAGES);
  if (request.kind == SOTAY_WIRE_RENDER)
    {
      g_assert_true (request.area.scale > 0 && request.area.scale <= SOTAY_WIRE_MOST_SCALE);
      g_assert_true (request.area.width > 0 && request.area.width <= SOTAY_DOCUMENT_MOST_PIXELS);
      g_assert_true (request.area.height > 0 && request.area.height <= SOTAY_DOCUMENT_MOST_PIXELS);
    }
  /* What was understood can be said again, in as many words as are permitted. */
  line = sotay_wire_encode_request (&request);
  g_assert_cmpuint (strlen (line), <, SOTAY_WIRE_LONGEST_REQUEST);
  g_assert_true (sotay_wire_decode_request (line, strlen (line), &again));
  g_assert_cmpint (again.kind, ==, request.kind);
  g_assert_cmpfloat (again.area.scale, ==, request.area.scale);
  g_assert_cmpint (again.area.x, ==, request.area.x);
  return 0;
}
