/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question to a web server, redirects followed, up to the end of the answer's head. */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * SotayRequest:
 * @uri: where the file is
 * @head_seconds: gives up when the head of the answer is not complete after so long
 * @from: the first byte that is wanted; 0 for the whole file
 * @if_range: (nullable): the validator of the edition that the bytes before @from are of
 * @etag: (nullable): of an edition that need not be sent
 * @last_modified: (nullable): of that edition
 */
typedef struct
{
  GUri *uri;
  guint head_seconds;
  gint64 from;
  const char *if_range;
  const char *etag;
  const char *last_modified;
} SotayRequest;

/**
 * sotay_request_open:
 * @stall_seconds: gives up after so long without a byte
 * @trust: (nullable): who vouches for servers; the system's authorities otherwise
 *
 * Returns: (transfer full): a session that asks for files as they are
 */
SoupSession *sotay_request_open (guint stall_seconds, GTlsDatabase *trust);

/**
 * sotay_request_send:
 * @message: (out) (transfer full): the last request of the chain, also when it failed
 * @error: SOTAY_GUIDE_ERROR, or an error of the network as it is
 *
 * Blocks. Needs a thread-default main context that nothing else runs.
 *
 * Returns: (transfer full) (nullable): the body of the answer
 */
GInputStream *sotay_request_send (SoupSession *session, const SotayRequest *request, SoupMessage **message,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
