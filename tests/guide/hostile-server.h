/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server on the loopback with a script: one answer for each request, right or wrong, from one file. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _HostileServer HostileServer;

typedef enum
{
  HOSTILE_CLOSE,   /* ends the connection after the body */
  HOSTILE_HOLD,    /* says nothing more until the client leaves */
  HOSTILE_STREAM,  /* goes on with zeros until the client leaves */
  HOSTILE_DRIP,    /* a byte of the head now and then, until the client leaves */
  HOSTILE_INTERIM, /* 1xx answers until the client leaves */
  HOSTILE_ABORT,   /* no answer at all */
} HostileEnd;

/**
 * HostileAnswer:
 * @head: the status line and headers, lines ended by "\n", without the empty line; %PORT% is replaced
 * @from: the body begins with this byte of the file
 * @length: bytes of the body; -1 for all to the end
 * @end: what follows
 * @chunked: whether the body is sent as one chunk and the last one
 */
typedef struct
{
  const char *head;
  gsize from;
  gssize length;
  HostileEnd end;
  gboolean chunked;
} HostileAnswer;

/**
 * hostile_server_new:
 * @answers: (array length=n): the script, which must stay; the last answer is repeated
 *
 * Returns: (transfer full): a server that answers on its own threads
 */
HostileServer *hostile_server_new (GBytes *file, const HostileAnswer *answers, guint n);

const char *hostile_server_get_address (HostileServer *server); /* of a file there */
guint hostile_server_count_requests (HostileServer *server);
char *hostile_server_dup_request (HostileServer *server, guint number); /* (transfer full): its head, from 0 */
gboolean hostile_server_was_asked (HostileServer *server, guint number, const char *line); /* a line of that head */
void hostile_server_free (HostileServer *server);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HostileServer, hostile_server_free)

G_END_DECLS
