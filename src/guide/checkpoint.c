/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/checkpoint.h"

#include "core/system.h"
#include "guide/digest.h"
#include "guide/members.h"
#include "guide/small-file.h"
#include "guide/validator.h"

#include <glib/gstdio.h>

#define LARGEST_FILE (64 * 1024)

SotayCheckpoint *
sotay_checkpoint_parse (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (SotayCheckpoint) checkpoint = g_new0 (SotayCheckpoint, 1);
  JsonObject *object = sotay_members_parse (parser, text, length);

  if (object == NULL)
    return NULL;
  checkpoint->address = g_strdup (sotay_members_get_string (object, "address"));
  checkpoint->etag = g_strdup (sotay_members_get_string (object, "etag"));
  checkpoint->last_modified = g_strdup (sotay_members_get_string (object, "last_modified"));
  checkpoint->sha256 = g_strdup (sotay_members_get_string (object, "sha256"));
  checkpoint->total = sotay_members_get_int (object, "total");
  checkpoint->bytes = sotay_members_get_int (object, "bytes");
  if (checkpoint->address == NULL || checkpoint->sha256 == NULL || !sotay_digest_is_name (checkpoint->sha256)
      || (checkpoint->etag != NULL && !sotay_validator_is_strong (checkpoint->etag))
      || (checkpoint->last_modified != NULL && !sotay_validator_is_date (checkpoint->last_modified))
      || (checkpoint->etag == NULL && checkpoint->last_modified == NULL) || checkpoint->bytes <= 0
      || (checkpoint->total != -1 && checkpoint->total < checkpoint->bytes))
    return NULL;
  return g_steal_pointer (&checkpoint);
}

SotayCheckpoint *
sotay_checkpoint_read (const char *path, const char *address)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr (SotayCheckpoint) checkpoint = NULL;

  text = sotay_small_file_read (path, LARGEST_FILE, &length);
  checkpoint = text != NULL ? sotay_checkpoint_parse (text, length) : NULL;
  return checkpoint != NULL && g_str_equal (checkpoint->address, address) ? g_steal_pointer (&checkpoint) : NULL;
}

static char *
print (const SotayCheckpoint *checkpoint)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  sotay_members_add_string (builder, "address", checkpoint->address);
  sotay_members_add_string (builder, "etag", checkpoint->etag);
  sotay_members_add_string (builder, "last_modified", checkpoint->last_modified);
  sotay_members_add_string (builder, "sha256", checkpoint->sha256);
  sotay_members_add_int (builder, "total", checkpoint->total);
  sotay_members_add_int (builder, "bytes", checkpoint->bytes);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

gboolean
sotay_checkpoint_write (const SotayCheckpoint *checkpoint, const char *path)
{
  g_autofree char *temporary = g_strconcat (path, "-XXXXXX", NULL);
  g_autofree char *text = print (checkpoint);
  int fd = sotay_system_create_file (temporary, 0600, NULL);
  gboolean written = fd >= 0 && sotay_system_write (fd, temporary, text, strlen (text), NULL);

  if (fd >= 0)
    written = g_close (fd, NULL) && written;
  written = written && sotay_system_rename (temporary, path, NULL);
  if (fd >= 0 && !written)
    g_unlink (temporary);
  return written;
}

const char *
sotay_checkpoint_get_validator (const SotayCheckpoint *checkpoint)
{
  return checkpoint->etag != NULL ? checkpoint->etag : checkpoint->last_modified;
}

void
sotay_checkpoint_free (SotayCheckpoint *checkpoint)
{
  g_free (checkpoint->address);
  g_free (checkpoint->etag);
  g_free (checkpoint->last_modified);
  g_free (checkpoint->sha256);
  g_free (checkpoint);
}
