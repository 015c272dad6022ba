/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide/manual-copy-private.h"

struct _SotayManualCopy
{
  GObject parent_instance;

  char *sha256;
  char *address;
  char *etag;
  char *last_modified;
  char *path;
  gint64 bytes;
  gint64 downloaded_at;
  gint64 resumed_from;
  guint pages;
};

G_DEFINE_FINAL_TYPE (SotayManualCopy, sotay_manual_copy, G_TYPE_OBJECT)

static void
sotay_manual_copy_finalize (GObject *object)
{
  SotayManualCopy *copy = SOTAY_MANUAL_COPY (object);

  g_free (copy->sha256);
  g_free (copy->address);
  g_free (copy->etag);
  g_free (copy->last_modified);
  g_free (copy->path);
  G_OBJECT_CLASS (sotay_manual_copy_parent_class)->finalize (object);
}

static void
sotay_manual_copy_class_init (SotayManualCopyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_manual_copy_finalize;
}

static void
sotay_manual_copy_init (SotayManualCopy *copy)
{
}

SotayManualCopy *
sotay_manual_copy_new (const char *folder, const SotayManualFacts *facts)
{
  SotayManualCopy *copy = g_object_new (SOTAY_TYPE_MANUAL_COPY, NULL);
  g_autofree char *name = g_strconcat (facts->sha256, ".pdf", NULL);

  copy->sha256 = g_strdup (facts->sha256);
  copy->address = g_strdup (facts->address);
  copy->etag = g_strdup (facts->etag);
  copy->last_modified = g_strdup (facts->last_modified);
  copy->path = g_build_filename (folder, name, NULL);
  copy->bytes = facts->bytes;
  copy->pages = facts->pages;
  copy->downloaded_at = facts->downloaded_at;
  copy->resumed_from = facts->resumed_from;
  return copy;
}

gboolean
sotay_manual_copy_equal (SotayManualCopy *a, SotayManualCopy *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (a->path, b->path) && g_str_equal (a->address, b->address) && a->bytes == b->bytes
         && a->pages == b->pages && a->downloaded_at == b->downloaded_at;
}

const char *
sotay_manual_copy_get_sha256 (SotayManualCopy *copy)
{
  g_return_val_if_fail (SOTAY_IS_MANUAL_COPY (copy), NULL);

  return copy->sha256;
}

const char *
sotay_manual_copy_get_address (SotayManualCopy *copy)
{
  g_return_val_if_fail (SOTAY_IS_MANUAL_COPY (copy), NULL);

  return copy->address;
}

gint64
sotay_manual_copy_get_bytes (SotayManualCopy *copy)
{
  g_return_val_if_fail (SOTAY_IS_MANUAL_COPY (copy), 0);

  return copy->bytes;
}

guint
sotay_manual_copy_get_pages (SotayManualCopy *copy)
{
  g_return_val_if_fail (SOTAY_IS_MANUAL_COPY (copy), 0);

  return copy->pages;
}

gint64
sotay_manual_copy_get_downloaded_at (SotayManualCopy *copy)
{
  g_return_val_if_fail (SOTAY_IS_MANUAL_COPY (copy), 0);

  return copy->downloaded_at;
}

const char *
sotay_manual_copy_get_path (SotayManualCopy *copy)
{
  g_return_val_if_fail (SOTAY_IS_MANUAL_COPY (copy), NULL);

  return copy->path;
}

gint64
sotay_manual_copy_get_resumed_from (SotayManualCopy *copy)
{
  g_return_val_if_fail (SOTAY_IS_MANUAL_COPY (copy), 0);

  return copy->resumed_from;
}

const char *
sotay_manual_copy_get_etag (SotayManualCopy *copy)
{
  g_return_val_if_fail (SOTAY_IS_MANUAL_COPY (copy), NULL);

  return copy->etag;
}

const char *
sotay_manual_copy_get_last_modified (SotayManualCopy *copy)
{
  g_return_val_if_fail (SOTAY_IS_MANUAL_COPY (copy), NULL);

  return copy->last_modified;
}
