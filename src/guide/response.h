/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the head of a server's answer says. A stranger wrote it: nothing in it is taken on trust. */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * SotayRange:
 * @start: the first byte, or -1 for none (an asterisk in its place)
 * @end: the last byte, or -1
 * @total: bytes of the whole file, or -1 for not known
 */
typedef struct
{
  gint64 start;
  gint64 end;
  gint64 total;
} SotayRange;

/**
 * sotay_range_parse:
 * @text: (nullable): the value of Content-Range
 *
 * Returns: whether @text says one range of bytes that makes sense
 */
gboolean sotay_range_parse (const char *text, SotayRange *range);

/**
 * sotay_response_read_range:
 *
 * Returns: whether the answer has one Content-Range that makes sense
 */
gboolean sotay_response_read_range (SoupMessage *message, SotayRange *range);

/**
 * sotay_response_watch_length:
 * @message: not yet sent
 *
 * Makes sotay_response_check() refuse lengths that are no number or contradict each other.
 */
void sotay_response_watch_length (SoupMessage *message);

/**
 * sotay_response_get_length:
 *
 * Returns: the bytes that the answer declares, or -1
 */
gint64 sotay_response_get_length (SoupMessage *message);

const char *sotay_response_get_type (SoupMessage *message);          /* (nullable): such as "text/html" */
const char *sotay_response_get_etag (SoupMessage *message);          /* (nullable): strong or weak */
const char *sotay_response_get_last_modified (SoupMessage *message); /* (nullable): a date */

/**
 * sotay_response_is_settled:
 *
 * Returns: whether the date of the last change is good enough to put parts together
 */
gboolean sotay_response_is_settled (SoupMessage *message);

/**
 * sotay_response_get_retry_after:
 *
 * Returns: after how many seconds the server wants to be asked again; 0 when it does not say
 */
guint sotay_response_get_retry_after (SoupMessage *message);

/**
 * sotay_response_check:
 * @error: SOTAY_GUIDE_ERROR
 *
 * Returns: whether the answer is a file as it is, or a part of one
 */
gboolean sotay_response_check (SoupMessage *message, GError **error);

G_END_DECLS
