/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/copy-check.h"

#include "guide/blocks.h"
#include "guide/digest.h"
#include "guide/guide-error.h"

GError *
sotay_copy_name_error (GError *error)
{
  if (error->domain == SOTAY_GUIDE_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;
  error->code = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? SOTAY_GUIDE_ERROR_DISK_FULL
                                                                         : SOTAY_GUIDE_ERROR_FILE;
  error->domain = SOTAY_GUIDE_ERROR;
  return error;
}

/* Returns the SHA-256, or NULL. */
static char *
digest_stream (GInputStream *stream, SotayMeter *meter, GCancellable *cancellable, GError **error)
{
  g_autoptr (SotayDigest) digest = sotay_digest_new ();
  g_autofree guint8 *block = g_malloc (SOTAY_BLOCK_BYTES);
  gint64 bytes = 0;
  gssize length;

  while ((length = g_input_stream_read (stream, block, SOTAY_BLOCK_BYTES, cancellable, error)) > 0)
    {
      sotay_digest_update (digest, block, (gsize) length);
      bytes += length;
      sotay_meter_update (meter, bytes);
    }
  return length == 0 ? sotay_digest_print (digest) : NULL;
}

gboolean
sotay_copy_check (const char *path, const char *sha256, gint64 bytes, int code, SotayMeter *meter,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *found = NULL;
  GError *reason = NULL;

  sotay_meter_start (meter, SOTAY_GUIDE_STAGE_CHECKING, 0, bytes);
  stream = g_file_read (file, cancellable, &reason);
  if (stream != NULL)
    found = digest_stream (G_INPUT_STREAM (stream), meter, cancellable, &reason);
  if (found == NULL)
    {
      g_propagate_error (error, sotay_copy_name_error (reason));
      return FALSE;
    }
  if (g_str_equal (found, sha256))
    return TRUE;
  g_set_error (error, SOTAY_GUIDE_ERROR, code, "%s", path);
  return FALSE;
}
