/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements, steps, problems, legal notes and changes of a content file as blocks. Private to this room. */
#pragma once

#include "catalogue/block.h"
#include "catalogue/content-node.h"

G_BEGIN_DECLS

/**
 * sotay_content_blocks:
 * @object: what holds the list
 * @key: the name of the list
 * @kind: PARAGRAPH, POINT, STEP, PROBLEM, LEGAL or CHANGE
 * @least: the least number of items
 *
 * Returns: (transfer full) (element-type SotayContentBlock): a block for each item; of no use after an error
 */
GPtrArray *sotay_content_blocks (const SotayContentNode *object, const char *key, SotayContentBlockKind kind,
                                 guint least);

/**
 * sotay_content_origin:
 *
 * Reads where a statement comes from, exactly one of "source" and "to_verify", into @block.
 */
void sotay_content_origin (const SotayContentNode *statement, SotayContentBlock *block);

G_END_DECLS
