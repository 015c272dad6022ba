/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server on the loopback that gives every request the same bytes, however wrong they are as HTTP. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _CannedServer CannedServer;

/**
 * canned_server_new:
 * @head: the answer's status line and headers, lines ended by "\n", without the empty line
 * @body: (nullable): what follows
 * @hold: whether the connection then stays open until the client leaves
 *
 * Returns: (transfer full): a server that answers on its own threads
 */
CannedServer *canned_server_new (const char *head, GBytes *body, gboolean hold);

const char *canned_server_get_address (CannedServer *server); /* of a file there */
guint canned_server_count_requests (CannedServer *server);
void canned_server_free (CannedServer *server);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CannedServer, canned_server_free)

G_END_DECLS
