/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/content-blocks.h"

#include <glib/gi18n-lib.h>

static char *
read_source (const SotayContentNode *statement)
{
  SotayContentNode node = sotay_content_member (statement, "source");
  const char *source = sotay_content_word (&node);
  g_auto (GStrv) ids = g_strsplit (source, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *reason = NULL;

      if (statement->file->sources == NULL || g_hash_table_contains (statement->file->sources, ids[i]))
        continue;
      reason = g_strdup_printf (_("“%s” is not in sources.json"), ids[i]);
      sotay_content_fail (&node, reason);
    }
  return g_strdup (source);
}

void
sotay_content_origin (const SotayContentNode *statement, char **source, gboolean *to_verify)
{
  gboolean sourced = sotay_content_has (statement, "source");

  if (sourced == sotay_content_has (statement, "to_verify"))
    sotay_content_fail (statement, sourced ? _("has both “source” and “to_verify”")
                                           : _("has neither “source” nor “to_verify”"));
  if (sourced)
    *source = read_source (statement);
  *to_verify = sotay_content_mark (statement, "to_verify");
}

static SotayContentBlock *
read_statement (const SotayContentNode *item, SotayContentBlockKind kind)
{
  static const char *const keys[] = { "text", "source", "to_verify", NULL };

  sotay_content_only (item, keys);
  return sotay_block_new (kind, sotay_content_text (item, "text"));
}

static SotayContentBlock *
read_step (const SotayContentNode *item)
{
  static const char *const keys[] = { "text", "seen_at", "source", "to_verify", NULL };
  SotayContentBlock *block;

  sotay_content_only (item, keys);
  block = sotay_block_new (SOTAY_CONTENT_STEP, sotay_content_text (item, "text"));
  block->number = item->index + 1;
  block->detail = g_strdup (sotay_content_string_or_empty (item, "seen_at"));
  return block;
}

static SotayContentBlock *
read_problem (const SotayContentNode *item)
{
  static const char *const keys[] = { "question", "answer", "repaired_by", "source", "to_verify", NULL };
  SotayContentBlock *block;

  sotay_content_only (item, keys);
  block = sotay_block_new (SOTAY_CONTENT_PROBLEM, sotay_content_text (item, "question"));
  block->answer = g_strdup (sotay_content_text (item, "answer"));
  block->detail = g_strdup (sotay_content_text (item, "repaired_by"));
  return block;
}

static SotayLegalStatus
read_status (const SotayContentNode *item)
{
  SotayContentNode node = sotay_content_member (item, "status");
  const char *status = sotay_content_word (&node);

  if (g_str_equal (status, "amended"))
    return SOTAY_LEGAL_AMENDED;
  if (g_str_equal (status, "lapsed"))
    return SOTAY_LEGAL_LAPSED;
  if (!g_str_equal (status, "in-force"))
    sotay_content_fail (&node, _("must be “in-force”, “amended” or “lapsed”"));
  return SOTAY_LEGAL_IN_FORCE;
}

static SotayContentBlock *
read_legal (const SotayContentNode *item)
{
  static const char *const keys[] = { "citation", "date", "status", "note", "source", "to_verify", NULL };
  SotayContentBlock *block;
  const char *note;

  sotay_content_only (item, keys);
  block = sotay_block_new (SOTAY_CONTENT_LEGAL, sotay_content_text (item, "citation"));
  note = sotay_content_optional_text (item, "note");
  block->detail = g_strdup (note != NULL ? note : "");
  block->date = g_strdup (sotay_content_date (item, "date"));
  block->status = read_status (item);
  return block;
}

static SotayContentBlock *
read_change (const SotayContentNode *item)
{
  static const char *const keys[] = { "date", "text", "source", "to_verify", NULL };
  SotayContentBlock *block;

  sotay_content_only (item, keys);
  block = sotay_block_new (SOTAY_CONTENT_CHANGE, sotay_content_text (item, "text"));
  block->date = g_strdup (sotay_content_date (item, "date"));
  return block;
}

static SotayContentBlock *
read_block (const SotayContentNode *item, SotayContentBlockKind kind)
{
  switch (kind)
    {
    case SOTAY_CONTENT_STEP:
      return read_step (item);
    case SOTAY_CONTENT_PROBLEM:
      return read_problem (item);
    case SOTAY_CONTENT_LEGAL:
      return read_legal (item);
    case SOTAY_CONTENT_CHANGE:
      return read_change (item);
    default:
      return read_statement (item, kind);
    }
}

GPtrArray *
sotay_content_blocks (const SotayContentNode *object, const char *key, SotayContentBlockKind kind, guint least)
{
  SotayContentNode list = sotay_content_list (object, key, least, G_MAXUINT);
  GPtrArray *blocks = sotay_block_list_new ();

  for (guint i = 0; i < sotay_content_length (&list); i++)
    {
      SotayContentNode item = sotay_content_item (&list, i);
      SotayContentBlock *block = read_block (&item, kind);

      sotay_content_origin (&item, &block->source, &block->to_verify);
      g_ptr_array_add (blocks, block);
    }
  return blocks;
}
