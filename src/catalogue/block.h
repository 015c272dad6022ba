/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How blocks are made. Private to this room. */
#pragma once

#include "catalogue/page.h"

G_BEGIN_DECLS

/* Blocks are counted: a utility and its page hold the same ones. */
SotayContentBlock *sotay_block_new (SotayContentBlockKind kind, const char *text); /* (transfer full); @text nullable */
SotayContentBlock *sotay_block_ref (SotayContentBlock *block);
void sotay_block_unref (SotayContentBlock *block);

GPtrArray *sotay_block_list_new (void);                              /* (transfer full): owns its blocks */
void sotay_block_list_extend (GPtrArray *list, GPtrArray *blocks);   /* takes further references */
void sotay_block_list_add_heading (GPtrArray *list, const char *text);

/* Adds a bar to a block of figures: see SotayContentFigure. */
void sotay_block_add_figure (SotayContentBlock *block, const char *label, gint64 value, gint64 whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayContentBlock, sotay_block_unref)

G_END_DECLS
