/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/article.h"

#include "catalogue/content-blocks.h"
#include "catalogue/page.h"
#include "catalogue/sources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char **
read_cells (const SotayContentNode *object, const char *key, gboolean may_be_empty)
{
  SotayContentNode list = sotay_content_list (object, key, 2, G_MAXUINT);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  for (guint i = 0; i < sotay_content_length (&list); i++)
    {
      SotayContentNode cell = sotay_content_item (&list, i);
      const char *text = may_be_empty ? sotay_content_word_or_empty (&cell) : sotay_content_word (&cell);

      sotay_content_check_links (&cell, text);
      g_strv_builder_add (cells, text);
    }
  return g_strv_builder_end (cells);
}

static void
add_source (SotayContentBlock *table, const char *source)
{
  g_autofree char *before = table->source;

  table->source = before != NULL ? g_strconcat (before, " ", source, NULL) : g_strdup (source);
}

/* A table has one mark for all its rows, so a row to be verified says so in its last cell. */
static void
mark_row (char **cells)
{
  guint last = g_strv_length (cells) - 1;
  g_autofree char *before = cells[last];

  cells[last] = *before != '\0' ? g_strdup_printf ("%s [%s]", before, _("to be verified"))
                                : g_strdup (_("to be verified"));
}

static void
read_row (const SotayContentNode *row, SotayContentBlock *table, guint n_columns)
{
  static const char *const keys[] = { "cells", "source", "to_verify", NULL };
  g_auto (GStrv) cells = NULL;
  g_autofree char *source = NULL;
  gboolean to_verify;

  sotay_content_only (row, keys);
  cells = read_cells (row, "cells", TRUE);
  sotay_content_origin (row, &source, &to_verify);
  if (row->file->error != NULL)
    return;
  if (g_strv_length (cells) != n_columns)
    {
      SotayContentNode node = sotay_content_member (row, "cells");

      sotay_content_fail (&node, _("must have as many cells as there are columns"));
      return;
    }
  if (source != NULL)
    add_source (table, source);
  if (to_verify)
    mark_row (cells);
  g_ptr_array_add (table->rows, g_steal_pointer (&cells));
}

static SotayContentBlock *
read_table (const SotayContentNode *node)
{
  static const char *const keys[] = { "kind", "columns", "rows", NULL };
  SotayContentBlock *table = sotay_block_new (SOTAY_CONTENT_TABLE, NULL);
  SotayContentNode rows;
  char **columns;

  sotay_content_only (node, keys);
  columns = read_cells (node, "columns", FALSE);
  g_ptr_array_add (table->rows, columns);
  rows = sotay_content_list (node, "rows", 1, G_MAXUINT);
  for (guint i = 0; i < sotay_content_length (&rows); i++)
    {
      SotayContentNode row = sotay_content_item (&rows, i);

      read_row (&row, table, g_strv_length (columns));
    }
  return table;
}

static SotayContentBlock *
read_paragraph (const SotayContentNode *node)
{
  static const char *const keys[] = { "kind", "text", "source", "to_verify", NULL };
  SotayContentBlock *block;

  sotay_content_only (node, keys);
  block = sotay_block_new (SOTAY_CONTENT_PARAGRAPH, sotay_content_text (node, "text"));
  sotay_content_origin (node, &block->source, &block->to_verify);
  return block;
}

static void
read_block (const SotayContentNode *node, GPtrArray *blocks)
{
  static const char *const keys[] = { "kind", "items", NULL };
  static const struct
  {
    const char *name;
    SotayContentBlockKind kind;
  } lists[] = {
    { "points", SOTAY_CONTENT_POINT },     { "steps", SOTAY_CONTENT_STEP },   { "problems", SOTAY_CONTENT_PROBLEM },
    { "changes", SOTAY_CONTENT_CHANGE },   { "legal", SOTAY_CONTENT_LEGAL },
  };
  SotayContentNode kind = sotay_content_member (node, "kind");
  const char *name = sotay_content_word (&kind);

  if (g_str_equal (name, "paragraph"))
    {
      g_ptr_array_add (blocks, read_paragraph (node));
      return;
    }
  if (g_str_equal (name, "table"))
    {
      g_ptr_array_add (blocks, read_table (node));
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (name, lists[i].name))
      {
        g_autoptr (GPtrArray) items = NULL;

        sotay_content_only (node, keys);
        items = sotay_content_blocks (node, "items", lists[i].kind, 1);
        sotay_block_list_extend (blocks, items);
        return;
      }
  sotay_content_fail (&kind, _("no kind of block has this name"));
}

static void
read_section (const SotayContentNode *section, GPtrArray *blocks)
{
  static const char *const keys[] = { "heading", "blocks", NULL };
  SotayContentNode list;

  sotay_content_only (section, keys);
  sotay_block_list_add_heading (blocks, sotay_content_string (section, "heading"));
  list = sotay_content_list (section, "blocks", 1, G_MAXUINT);
  for (guint i = 0; i < sotay_content_length (&list); i++)
    {
      SotayContentNode node = sotay_content_item (&list, i);

      read_block (&node, blocks);
    }
}

SotayPage *
sotay_article_read (SotayContentFile *file, const char *id, GError **error)
{
  static const char *const keys[] = { "id", "title", "summary", "keywords", "sections", NULL };
  static const char *const no_pages[] = { NULL };
  g_autoptr (GPtrArray) blocks = sotay_block_list_new ();
  g_auto (GStrv) keywords = NULL;
  SotayContentNode root = sotay_content_root (file);
  SotayContentNode node, sections;
  const char *title, *summary;
  char **sources;

  sotay_content_only (&root, keys);
  node = sotay_content_member (&root, "id");
  if (!g_str_equal (sotay_content_word (&node), id))
    sotay_content_fail (&node, _("must be the name of the file"));
  title = sotay_content_string (&root, "title");
  summary = sotay_content_string (&root, "summary");
  keywords = sotay_content_strings (&root, "keywords");
  sections = sotay_content_list (&root, "sections", 1, G_MAXUINT);
  for (guint i = 0; i < sotay_content_length (&sections); i++)
    {
      SotayContentNode section = sotay_content_item (&sections, i);

      read_section (&section, blocks);
    }
  if (!sotay_content_file_check (file, error))
    return NULL;
  sources = sotay_sources_names (file->sources, blocks);
  return sotay_page_new (&(SotayPageParts){
    .id = id,
    .kicker = _("Background"),
    .title = title,
    .subtitle = summary,
    .sources = sources,
    .blocks = g_steal_pointer (&blocks),
    .see_also = g_strdupv ((char **) no_pages),
    .keywords = g_steal_pointer (&keywords),
  });
}
