/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/receive.h"

#include "guide/blocks.h"
#include "guide/guide-error.h"

#define HEAD_BYTES 1024

static gboolean
begins_with (const guint8 *bytes, gsize length, const char *text)
{
  return length >= strlen (text) && g_ascii_strncasecmp ((const char *) bytes, text, strlen (text)) == 0;
}

/* Skips a byte order mark and white space, which some servers put before everything they send. */
static gsize
find_content (const guint8 *bytes, gsize length)
{
  gsize start = begins_with (bytes, length, "\xef\xbb\xbf") ? 3 : 0;

  while (start < length && g_ascii_isspace (bytes[start]))
    start++;
  return start;
}

static gboolean
check_head (const guint8 *head, gsize length, const char *content_type, GError **error)
{
  gsize start = find_content (head, length);
  gboolean web_page;

  if (begins_with (head + start, length - start, "%PDF-"))
    return TRUE;
  web_page = begins_with (head + start, length - start, "<!doctype")
             || begins_with (head + start, length - start, "<html")
             || (content_type != NULL && g_ascii_strncasecmp (content_type, "text/html", 9) == 0);
  g_set_error (error, SOTAY_GUIDE_ERROR, web_page ? SOTAY_GUIDE_ERROR_WEB_PAGE : SOTAY_GUIDE_ERROR_NOT_PDF,
               "%" G_GSIZE_FORMAT " bytes that do not begin like a PDF, sent as %s", length,
               content_type != NULL ? content_type : "no type");
  return FALSE;
}

static gboolean
take_block (SotayPartialFile *file, gsize length, const SotayReceiveTerms *terms, GError **error)
{
  gint64 most = terms->declared >= 0 ? MIN (terms->declared, terms->max_bytes) : terms->max_bytes;

  if (sotay_partial_file_get_bytes (file) + (gint64) length > most)
    {
      g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_TOO_LARGE, "more than %" G_GINT64_FORMAT " bytes", most);
      return FALSE;
    }
  if (!sotay_partial_file_write (file, length, error))
    return FALSE;
  if (terms->received != NULL)
    terms->received (terms->data);
  return TRUE;
}

static gboolean
check_length (SotayPartialFile *file, const SotayReceiveTerms *terms, GError **error)
{
  if (sotay_partial_file_get_bytes (file) >= terms->declared)
    return TRUE;
  g_set_error (error, SOTAY_GUIDE_ERROR, SOTAY_GUIDE_ERROR_TRUNCATED,
               "%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " bytes", sotay_partial_file_get_bytes (file),
               terms->declared);
  return FALSE;
}

/* A login page in place of the rest must not cost what is there. */
static gboolean
take_head (GInputStream *stream, SotayPartialFile *file, const SotayReceiveTerms *terms, GCancellable *cancellable,
           GError **error)
{
  guint8 *block = sotay_partial_file_get_block (file);
  gsize length = 0;

  return g_input_stream_read_all (stream, block, HEAD_BYTES, &length, cancellable, error)
         && check_head (block, length, terms->content_type, error) && sotay_partial_file_restart (file, error)
         && take_block (file, length, terms, error);
}

gboolean
sotay_guide_receive (GInputStream *stream, SotayPartialFile *file, const SotayReceiveTerms *terms,
                     GCancellable *cancellable, GError **error)
{
  gssize length;

  if (terms->from == 0 && !take_head (stream, file, terms, cancellable, error))
    return FALSE;
  while ((length = g_input_stream_read (stream, sotay_partial_file_get_block (file), SOTAY_BLOCK_BYTES, cancellable,
                                        error)) > 0)
    if (!take_block (file, (gsize) length, terms, error))
      return FALSE;
  return length == 0 && check_length (file, terms, error);
}
