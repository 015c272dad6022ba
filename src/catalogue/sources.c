/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/sources.h"

#include "catalogue/content-node.h"
#include "catalogue/page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_source_id (const char *id)
{
  gsize digits = *id == 'S' ? strspn (id + 1, "0123456789") : 0;
  const char *end = id + 1 + digits;

  return digits > 0 && (*end == '\0' || (*end >= 'a' && *end <= 'f' && end[1] == '\0'));
}

static char *
read_name (const SotayContentNode *source)
{
  static const char *const keys[] = { "name", "addresses", "second_hand", "weak", NULL };
  g_auto (GStrv) addresses = NULL;
  const char *name;

  sotay_content_only (source, keys);
  name = sotay_content_string (source, "name");
  addresses = sotay_content_strings (source, "addresses");
  if (sotay_content_mark (source, "weak"))
    return g_strdup_printf (_("%s (a weak source)"), name);
  if (sotay_content_mark (source, "second_hand"))
    return g_strdup_printf (_("%s (cited second-hand)"), name);
  return g_strdup (name);
}

GHashTable *
sotay_sources_read (SotayContentFile *file)
{
  GHashTable *sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SotayContentNode root = sotay_content_root (file);
  JsonObject *object = sotay_content_object (&root);
  JsonObjectIter iter;
  SotayContentNode source = { .file = file, .parent = &root };

  if (object == NULL)
    return sources;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &source.key, &source.json))
    {
      if (!is_source_id (source.key))
        sotay_content_fail (&source, _("must be named “S” and a number"));
      g_hash_table_insert (sources, g_strdup (source.key), read_name (&source));
    }
  return sources;
}

char **
sotay_sources_names (GHashTable *sources, GPtrArray *blocks)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < blocks->len; i++)
    {
      SotayContentBlock *block = blocks->pdata[i];
      g_auto (GStrv) ids = g_strsplit (block->source != NULL ? block->source : "", " ", -1);

      for (guint j = 0; ids[j] != NULL; j++)
        {
          const char *name = g_hash_table_lookup (sources, ids[j]);

          if (name != NULL && g_hash_table_add (seen, (gpointer) name))
            g_strv_builder_add (names, name);
        }
    }
  return g_strv_builder_end (names);
}
