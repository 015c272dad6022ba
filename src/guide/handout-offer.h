/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the hand-out server answers: a page, one file, and no to everything else. Used by the server's thread. */
#pragma once

#include <libsoup/soup.h>

#include "guide/handout-stream.h"
#include "guide/manual-copy.h"
#include "guide/phones.h"

G_BEGIN_DECLS

/* Letters and digits of a token. None looks like another on a far wall: no 0 o, 1 l i. */
#define SOTAY_HANDOUT_ALPHABET "23456789abcdefghjkmnpqrstuvwxyz"
#define SOTAY_HANDOUT_TOKEN_LENGTH 6
/* So much of the file is read at once, and held in memory for each client. */
#define SOTAY_HANDOUT_PIECE (128 * 1024)

typedef struct _SotayHandoutOffer SotayHandoutOffer;

/**
 * sotay_handout_offer_new:
 * @copy: the copy to give
 * @phones: (transfer none): who asks; outlives the offer
 * @bytes_per_second: the most for one client, 0 for no limit
 * @stall_milliseconds: how long a client may take no byte
 * @error: %SOTAY_GUIDE_ERROR_FILE
 *
 * Opens the file, which may be deleted from then on, and finds a token.
 *
 * Returns: (transfer full) (nullable): the offer
 */
SotayHandoutOffer *sotay_handout_offer_new (SotayManualCopy *copy, SotayPhones *phones, guint bytes_per_second,
                                            guint stall_milliseconds, GError **error);
void sotay_handout_offer_free (SotayHandoutOffer *offer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayHandoutOffer, sotay_handout_offer_free)

const char *sotay_handout_offer_get_token (SotayHandoutOffer *offer);
const char *sotay_handout_offer_get_file_name (SotayHandoutOffer *offer); /* the last part of the file's address */
GBytes *sotay_handout_offer_get_start (SotayHandoutOffer *offer);         /* the first bytes of the file */
GBytes *sotay_handout_offer_get_end (SotayHandoutOffer *offer);           /* the last bytes of the file */

/**
 * sotay_handout_offer_answer:
 * @message: a request whose head was read
 * @path: the decoded path that it asks for
 * @stream: its connection
 */
void sotay_handout_offer_answer (SotayHandoutOffer *offer, SoupServerMessage *message, const char *path,
                                 SotayHandoutStream *stream);

/**
 * sotay_handout_offer_end:
 *
 * Nothing waits any more before it is sent: lines that were dropped end at once.
 */
void sotay_handout_offer_end (SotayHandoutOffer *offer);

G_END_DECLS
