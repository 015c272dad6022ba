/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/content-file.h"

#include "catalogue/catalogue-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* json-glib calls itself for each level; content needs seven. */
#define MAX_DEPTH 32
#define HEX_DIGITS "0123456789abcdefABCDEF"
/* Brackets, commas and colons, numbers, "true", "false" and "null". */
#define OUTSIDE_QUOTES "{}[],: \t\r\n0123456789+-.Eeaflnrstu"

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

/* The last character of the escape that begins at @backslash, or %NULL when JSON knows no such escape. */
static const char *
find_end_of_escape (const char *backslash)
{
  const char *p = backslash + 1;

  if (*p != 'u')
    return *p != '\0' && strchr ("\"\\/bfnrt", *p) != NULL ? p : NULL;
  if (strspn (p + 1, HEX_DIGITS) < 4 || g_str_has_prefix (p, "u0000"))
    return NULL;
  if (g_ascii_tolower (p[1]) != 'd' || g_ascii_xdigit_value (p[2]) < 8)
    return p + 4;
  /* Half of a character beyond the first plane. json-glib takes it without the other, as text that is not UTF-8. */
  return g_str_has_prefix (p + 5, "\\u") && strspn (p + 7, HEX_DIGITS) >= 4 ? p + 10 : NULL;
}

/* Why json-glib must not read @text: brackets that would exhaust the stack, and what is no JSON but json-glib accepts,
 * such as comments and other quotes, which would hide brackets from the count. */
static const char *
find_danger (const char *text, guint *line)
{
  gboolean in_quotes = FALSE;
  guint depth = 0;

  *line = 1;
  for (const char *p = text; *p != '\0'; p++)
    {
      *line += *p == '\n';
      if (*p == '"')
        in_quotes = !in_quotes;
      else if (in_quotes && *p == '\\')
        p = find_end_of_escape (p);
      else if (in_quotes || *p == ' ')
        continue;
      else if (strchr (OUTSIDE_QUOTES, *p) == NULL)
        return _("there is no such character outside of quotes");
      else if (*p == '{' || *p == '[')
        depth++;
      else if ((*p == '}' || *p == ']') && depth > 0)
        depth--;
      if (p == NULL)
        return _("not a character");
      if (depth > MAX_DEPTH)
        return _("too many levels of brackets");
    }
  return NULL;
}

static void
set_syntax_error (GError **error, const char *name, guint line, const char *reason)
{
  g_set_error (error, SOTAY_CATALOGUE_ERROR, SOTAY_CATALOGUE_ERROR_SYNTAX, _("%s: line %u: not JSON (%s)"), name, line,
               reason);
}

/* json-glib tells the line in its message only, "<data>:3:1: Parse error: …". */
static void
set_parser_error (GError **error, const char *name, const char *message)
{
  const char *place = strchr (message, ':');
  const char *reason = strstr (message, ": ");
  guint64 line = place != NULL ? g_ascii_strtoull (place + 1, NULL, 10) : 0;

  set_syntax_error (error, name, (guint) MAX (line, 1), reason != NULL ? reason + strlen (": ") : message);
}

static JsonNode *
parse (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *copy = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *danger;
  guint line;

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
  copy = g_strndup (text, length);
  danger = find_danger (copy, &line);
  if (danger != NULL)
    set_syntax_error (error, name, line, danger);
  else if (!json_parser_load_from_data (parser, copy, (gssize) length, &reason))
    set_parser_error (error, name, reason->message);
  else if (json_parser_get_root (parser) == NULL)
    set_syntax_error (error, name, line, _("a value was expected"));
  else
    return json_parser_steal_root (parser);
  return NULL;
}

SotayContentFile *
sotay_content_file_new (const char *name, GBytes *bytes, GError **error)
{
  JsonNode *root = parse (bytes, name, error);
  SotayContentFile *file;

  if (root == NULL)
    return NULL;
  file = g_new0 (SotayContentFile, 1);
  file->name = g_strdup (name);
  file->root = root;
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
  json_node_unref (file->root);
  g_clear_error (&file->error);
  g_free (file);
}
