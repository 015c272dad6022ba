/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/digest.h"

#include <openssl/evp.h>
#include <string.h>

struct _SotayDigest
{
  EVP_MD_CTX *running;
};

SotayDigest *
sotay_digest_new (void)
{
  SotayDigest *digest = g_new0 (SotayDigest, 1);

  digest->running = EVP_MD_CTX_new ();
  sotay_digest_reset (digest);
  return digest;
}

/* OpenSSL fails here only without memory, as GLib does, or without SHA-256: no copy could be told from another. */
static void
insist (int done)
{
  if (done != 1)
    g_error ("OpenSSL has no SHA-256");
}

void
sotay_digest_reset (SotayDigest *digest)
{
  insist (EVP_DigestInit_ex (digest->running, EVP_sha256 (), NULL));
}

void
sotay_digest_update (SotayDigest *digest, const void *data, gsize length)
{
  insist (EVP_DigestUpdate (digest->running, data, length));
}

char *
sotay_digest_print (SotayDigest *digest)
{
  EVP_MD_CTX *copy = EVP_MD_CTX_new ();
  guint8 bytes[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  GString *text = g_string_sized_new (SOTAY_DIGEST_DIGITS);

  insist (EVP_MD_CTX_copy_ex (copy, digest->running));
  insist (EVP_DigestFinal_ex (copy, bytes, &length));
  EVP_MD_CTX_free (copy);
  for (unsigned int i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  return g_string_free (text, FALSE);
}

gboolean
sotay_digest_is_name (const char *text)
{
  return strlen (text) == SOTAY_DIGEST_DIGITS && strspn (text, "0123456789abcdef") == SOTAY_DIGEST_DIGITS;
}

void
sotay_digest_free (SotayDigest *digest)
{
  EVP_MD_CTX_free (digest->running);
  g_free (digest);
}
