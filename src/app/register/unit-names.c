/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/unit-names.h"

#include "core/text.h"

#include <string.h>

#define MOST_WORDS 16

struct _SotayUnitNames
{
  GObject parent_instance;

  GPtrArray *units;   /* in the order of the tree */
  GHashTable *by_id;
};

G_DEFINE_FINAL_TYPE (SotayUnitNames, sotay_unit_names, G_TYPE_OBJECT)

static void
collect (SotayUnitNames *self, SotayUnitProgress *progress)
{
  GListModel *children;
  SotayUnit *unit = sotay_unit_progress_get_unit (progress);

  if (unit != NULL)
    {
      g_ptr_array_add (self->units, g_object_ref (unit));
      g_hash_table_insert (self->by_id, (gpointer) sotay_unit_get_id (unit), unit);
    }
  if (!sotay_unit_progress_has_children (progress))
    return;
  children = sotay_unit_progress_get_children (progress);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SotayUnitProgress) child = g_list_model_get_item (children, i);

      collect (self, child);
    }
}

static SotayUnit *
get_parent (SotayUnitNames *self, SotayUnit *unit)
{
  const char *parent_id = sotay_unit_get_parent_id (unit);

  return parent_id != NULL ? g_hash_table_lookup (self->by_id, parent_id) : NULL;
}

static void
sotay_unit_names_finalize (GObject *object)
{
  SotayUnitNames *self = SOTAY_UNIT_NAMES (object);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  G_OBJECT_CLASS (sotay_unit_names_parent_class)->finalize (object);
}

static void
sotay_unit_names_class_init (SotayUnitNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sotay_unit_names_finalize;
}

static void
sotay_unit_names_init (SotayUnitNames *self)
{
  self->units = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

SotayUnitNames *
sotay_unit_names_new (SotayUnitProgress *whole)
{
  SotayUnitNames *self = g_object_new (SOTAY_TYPE_UNIT_NAMES, NULL);

  collect (self, whole);
  return self;
}

guint
sotay_unit_names_count (SotayUnitNames *self)
{
  return self->units->len;
}

SotayUnit *
sotay_unit_names_get (SotayUnitNames *self, guint position)
{
  return self->units->pdata[position];
}

SotayUnit *
sotay_unit_names_find (SotayUnitNames *self, const char *unit_id)
{
  return g_hash_table_lookup (self->by_id, unit_id);
}

char *
sotay_unit_names_dup_above (SotayUnitNames *self, SotayUnit *unit)
{
  SotayUnit *parent = get_parent (self, unit);

  return parent != NULL ? sotay_unit_names_dup_path (self, parent) : NULL;
}

char *
sotay_unit_names_dup_path (SotayUnitNames *self, SotayUnit *unit)
{
  GString *path = g_string_new (sotay_unit_get_name (unit));
  guint steps = 0;

  /* Another program may have written a circle. */
  for (unit = get_parent (self, unit); unit != NULL && steps < self->units->len; unit = get_parent (self, unit))
    {
      g_string_prepend (path, " › ");
      g_string_prepend (path, sotay_unit_get_name (unit));
      steps++;
    }
  return g_string_free (path, FALSE);
}

gboolean
sotay_unit_names_is_within (SotayUnitNames *self, SotayUnit *unit, SotayUnit *above)
{
  guint steps = 0;

  for (; unit != NULL && steps <= self->units->len; unit = get_parent (self, unit))
    {
      if (g_str_equal (sotay_unit_get_id (unit), sotay_unit_get_id (above)))
        return TRUE;
      steps++;
    }
  return FALSE;
}

GPtrArray *
sotay_unit_names_dup_all (SotayUnitNames *self)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->units->len; i++)
    g_ptr_array_add (units, g_object_ref (self->units->pdata[i]));
  return units;
}

/* Whether a word of @folded begins with @word. */
static gboolean
has_word (const char *folded, const char *word)
{
  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + 1, word))
    if (at == folded || !g_ascii_isalnum (at[-1]))
      return TRUE;
  return FALSE;
}

/* A bit for each word that is one of the unit's own name. */
static guint
match_words (SotayUnit *unit, char **words)
{
  g_autofree char *folded = sotay_text_fold (sotay_unit_get_name (unit));
  guint found = 0;

  for (guint i = 0; i < MOST_WORDS && words[i] != NULL; i++)
    if (has_word (folded, words[i]))
      found |= 1u << i;
  return found;
}

GPtrArray *
sotay_unit_names_search (SotayUnitNames *self, GPtrArray *units, const char *text, GCancellable *cancellable)
{
  g_autofree char *folded = sotay_text_fold (text);
  g_auto (GStrv) words = sotay_text_split (folded);
  guint n_words = MIN (g_strv_length (words), MOST_WORDS);
  g_autoptr (GHashTable) matches = g_hash_table_new (NULL, NULL); /* of each unit and of those above it */
  g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  /* In the order of the tree what is above has been looked at before. */
  for (guint i = 0; i < self->units->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      SotayUnit *unit = self->units->pdata[i];
      SotayUnit *parent = get_parent (self, unit);
      guint bits = match_words (unit, words);

      if (bits != 0)
        g_hash_table_insert (own, unit, GUINT_TO_POINTER (bits));
      if (parent != NULL)
        bits |= GPOINTER_TO_UINT (g_hash_table_lookup (matches, parent));
      if (bits != 0)
        g_hash_table_insert (matches, unit, GUINT_TO_POINTER (bits));
    }
  for (guint i = 0; i < units->len; i++)
    {
      SotayUnit *unit = units->pdata[i];
      gboolean named = n_words == 0 || g_hash_table_contains (own, unit);

      if (named && GPOINTER_TO_UINT (g_hash_table_lookup (matches, unit)) == (1u << n_words) - 1)
        g_ptr_array_add (found, g_object_ref (unit));
    }
  return found;
}
