/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A request's head is a few hundred bytes; more than this is no browser. */
#define SOTAY_HANDOUT_MOST_HEAD (16 * 1024)

#define SOTAY_TYPE_HANDOUT_STREAM (sotay_handout_stream_get_type ())
/**
 * SotayHandoutStream:
 *
 * A client's connection that ends by itself: when the time is over that it was allowed, or when more than
 * SOTAY_HANDOUT_MOST_HEAD bytes come in. Used by one thread, whose default main context it keeps.
 *
 * Signal "ended": it is closed; emitted once.
 */
G_DECLARE_FINAL_TYPE (SotayHandoutStream, sotay_handout_stream, SOTAY, HANDOUT_STREAM, GIOStream)

/**
 * sotay_handout_stream_new:
 * @base: the accepted connection
 * @address: the client's address, without the port
 * @milliseconds: the time until the next sotay_handout_stream_allow()
 *
 * Returns: (transfer full): the stream
 */
SotayHandoutStream *sotay_handout_stream_new (GSocketConnection *base, const char *address, guint milliseconds);

const char *sotay_handout_stream_get_address (SotayHandoutStream *stream); /* the client's */
gboolean sotay_handout_stream_has_spoken (SotayHandoutStream *stream);     /* whether anything came in */

/**
 * sotay_handout_stream_allow:
 * @milliseconds: the time from now, instead of what was left
 */
void sotay_handout_stream_allow (SotayHandoutStream *stream, guint milliseconds);

/**
 * sotay_handout_stream_drop:
 *
 * Breaks the line. Whoever reads or writes it learns so, and closes it.
 */
void sotay_handout_stream_drop (SotayHandoutStream *stream);

G_END_DECLS
