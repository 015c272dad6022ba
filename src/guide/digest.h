/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SHA-256 of bytes as they come. Nettle's is four times as fast as GChecksum, and GnuTLS has it loaded anyway. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SOTAY_DIGEST_DIGITS 64

typedef struct _SotayDigest SotayDigest;

/**
 * sotay_digest_new:
 *
 * Returns: (transfer full): the digest of nothing yet
 */
SotayDigest *sotay_digest_new (void);

void sotay_digest_update (SotayDigest *digest, const void *data, gsize length); /* takes in more bytes */
void sotay_digest_reset (SotayDigest *digest);                                  /* forgets all bytes */

/**
 * sotay_digest_print:
 *
 * Returns: (transfer full): SOTAY_DIGEST_DIGITS digits for the bytes so far; more may follow
 */
char *sotay_digest_print (SotayDigest *digest);

/**
 * sotay_digest_is_name:
 *
 * Returns: whether @text is written as sotay_digest_print() writes
 */
gboolean sotay_digest_is_name (const char *text);

void sotay_digest_free (SotayDigest *digest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayDigest, sotay_digest_free)

G_END_DECLS
