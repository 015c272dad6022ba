/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/block.h"

static void
free_figure (gpointer data)
{
  SotayContentFigure *figure = data;

  g_free (figure->label);
  g_free (figure);
}

static void
clear_block (gpointer data)
{
  SotayContentBlock *block = data;

  g_free (block->text);
  g_free (block->answer);
  g_free (block->detail);
  g_free (block->date);
  g_free (block->target);
  g_free (block->source);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_clear_pointer (&block->figures, g_ptr_array_unref);
}

SotayContentBlock *
sotay_block_new (SotayContentBlockKind kind, const char *text)
{
  SotayContentBlock *block = g_atomic_rc_box_new0 (SotayContentBlock);

  block->kind = kind;
  block->text = g_strdup (text);
  if (kind == SOTAY_CONTENT_TABLE)
    block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (kind == SOTAY_CONTENT_FIGURES)
    block->figures = g_ptr_array_new_with_free_func (free_figure);
  return block;
}

SotayContentBlock *
sotay_block_ref (SotayContentBlock *block)
{
  return g_atomic_rc_box_acquire (block);
}

void
sotay_block_unref (SotayContentBlock *block)
{
  g_atomic_rc_box_release_full (block, clear_block);
}

GPtrArray *
sotay_block_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sotay_block_unref);
}

void
sotay_block_list_extend (GPtrArray *list, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (list, sotay_block_ref (blocks->pdata[i]));
}

void
sotay_block_list_add_heading (GPtrArray *list, const char *text)
{
  g_ptr_array_add (list, sotay_block_new (SOTAY_CONTENT_HEADING, text));
}

void
sotay_block_add_figure (SotayContentBlock *block, const char *label, gint64 value, gint64 whole)
{
  SotayContentFigure *figure = g_new0 (SotayContentFigure, 1);

  figure->label = g_strdup (label);
  figure->value = value;
  figure->whole = whole;
  g_ptr_array_add (block->figures, figure);
}
