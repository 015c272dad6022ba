/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread of the hand-out: listens, lets clients in or not, and asks the offer what to answer. */
#pragma once

#include <gio/gio.h>

#include "guide/manual-copy.h"

G_BEGIN_DECLS

/* So many connections at once, of all clients together. */
#define SOTAY_HANDOUT_MOST_CONNECTIONS 200

typedef struct _SotayHandoutServer SotayHandoutServer;

/**
 * SotayHandoutLimits:
 * @bytes_per_second: the most for one connection, 0 for no limit
 * @head_milliseconds: the time for a request's head, from the connection on
 * @stall_milliseconds: how long a client may take no byte
 */
typedef struct
{
  guint bytes_per_second;
  guint head_milliseconds;
  guint stall_milliseconds;
} SotayHandoutLimits;

/**
 * SotayHandoutFigures:
 * @phones: how many devices have the whole file
 * @visitors: how many came at all
 * @connections: how many connections they have now
 *
 * This PC does not count.
 */
typedef struct
{
  guint phones;
  guint visitors;
  guint connections;
} SotayHandoutFigures;

/* Called on the server's thread. */
typedef void (*SotayHandoutChanged) (const SotayHandoutFigures *figures, gpointer data);

/**
 * sotay_handout_server_start:
 * @copy: what to give
 * @address: the address of this PC to listen at, and no other
 * @changed: is told the figures, on the server's thread
 * @started: (transfer full): answered with %TRUE when the server listens, or with an error; it must be stopped in any
 *   case
 *
 * Starts the thread. Everything slow happens there.
 *
 * Returns: (transfer full): the server
 */
SotayHandoutServer *sotay_handout_server_start (SotayManualCopy *copy, GInetAddress *address,
                                                const SotayHandoutLimits *limits, SotayHandoutChanged changed,
                                                gpointer data, GTask *started);

/**
 * sotay_handout_server_stop:
 * @server: (transfer full): breaks all lines, ends the thread and frees the server
 */
void sotay_handout_server_stop (SotayHandoutServer *server);

/* Once it listens: the address of the page, that of the file, and what the file begins and ends with. */
const char *sotay_handout_server_get_address (SotayHandoutServer *server);
char *sotay_handout_server_dup_file_address (SotayHandoutServer *server);
GBytes *sotay_handout_server_get_start (SotayHandoutServer *server);
GBytes *sotay_handout_server_get_end (SotayHandoutServer *server);

G_END_DECLS
