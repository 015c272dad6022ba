/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/digest.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <string.h>

struct _SotayDigest
{
  struct sha256_ctx running;
};

SotayDigest *
sotay_digest_new (void)
{
  SotayDigest *digest = g_new0 (SotayDigest, 1);

  sotay_digest_reset (digest);
  return digest;
}

void
sotay_digest_reset (SotayDigest *digest)
{
  sha256_init (&digest->running);
}

void
sotay_digest_update (SotayDigest *digest, const void *data, gsize length)
{
  sha256_update (&digest->running, length, data);
}

char *
sotay_digest_print (SotayDigest *digest)
{
  struct sha256_ctx copy = digest->running;
  guint8 bytes[SHA256_DIGEST_SIZE];
  char *text = g_malloc0 (BASE16_ENCODE_LENGTH (SHA256_DIGEST_SIZE) + 1);

  sha256_digest (&copy, sizeof bytes, bytes);
  base16_encode_update (text, sizeof bytes, bytes);
  return text;
}

gboolean
sotay_digest_is_name (const char *text)
{
  return strlen (text) == SOTAY_DIGEST_DIGITS && strspn (text, "0123456789abcdef") == SOTAY_DIGEST_DIGITS;
}

void
sotay_digest_free (SotayDigest *digest)
{
  g_free (digest);
}
