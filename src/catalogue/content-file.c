/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/content-file.h"

#include "catalogue/catalogue-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
set_error (GError **error, SotayCatalogueError code, const char *name, const char *reason)
{
  g_set_error (error, SOTAY_CATALOGUE_ERROR, code, "%s: %s", name, reason);
}

/* Looks before it reads: opening a pipe would wait for ever. */
static GBytes *
load_bytes (GFile *file, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, &reason);
  if (info == NULL)
    {
      gboolean absent = g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

      set_error (error, SOTAY_CATALOGUE_ERROR_MISSING, name, absent ? _("the file is missing") : reason->message);
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      set_error (error, SOTAY_CATALOGUE_ERROR_MISSING, name, _("not a file"));
      return NULL;
    }
  if (g_file_info_get_size (info) > SOTAY_CONTENT_MAX_BYTES)
    {
      set_error (error, SOTAY_CATALOGUE_ERROR_SYNTAX, name, _("larger than 1 MB"));
      return NULL;
    }
  bytes = g_file_load_bytes (file, NULL, NULL, &reason);
  if (bytes == NULL)
    set_error (error, SOTAY_CATALOGUE_ERROR_MISSING, name, reason->message);
  return g_steal_pointer (&bytes);
}

static SotayJsonDocument *
parse (GBytes *bytes, const char *name, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  SotayJsonDocument *document;
  SotayJsonFault fault;

  /* Editors on Windows may put a byte order mark in front. */
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (length == 0 || !g_utf8_validate (text, (gssize) length, NULL))
    {
      set_error (error, SOTAY_CATALOGUE_ERROR_SYNTAX, name, length == 0 ? _("the file is empty") : _("not UTF-8 text"));
      return NULL;
    }
  document = sotay_json_parse (g_strndup (text, length), &fault);
  if (document == NULL)
    g_set_error (error, SOTAY_CATALOGUE_ERROR, SOTAY_CATALOGUE_ERROR_SYNTAX, _("%s: line %u: not JSON (%s)"), name,
                 fault.line, fault.reason);
  return document;
}

SotayContentFile *
sotay_content_file_new (const char *name, GBytes *bytes, GError **error)
{
  SotayJsonDocument *document = parse (bytes, name, error);
  SotayContentFile *file;

  if (document == NULL)
    return NULL;
  file = g_new0 (SotayContentFile, 1);
  file->name = g_strdup (name);
  file->document = document;
  return file;
}

SotayContentFile *
sotay_content_file_read (GFile *folder, const char *name, GError **error)
{
  g_autoptr (GFile) path = g_file_resolve_relative_path (folder, name);
  g_autoptr (GBytes) bytes = load_bytes (path, name, error);

  return bytes != NULL ? sotay_content_file_new (name, bytes, error) : NULL;
}

gboolean
sotay_content_file_check (SotayContentFile *file, GError **error)
{
  if (file->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&file->error));
  return FALSE;
}

void
sotay_content_file_free (SotayContentFile *file)
{
  g_free (file->name);
  sotay_json_document_free (file->document);
  g_clear_error (&file->error);
  g_free (file);
}
