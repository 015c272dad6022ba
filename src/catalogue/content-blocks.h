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
 * @source: (inout) (transfer full): where the ids of sources go, %NULL before; stays so for what is to be verified
 * @to_verify: (out): whether it is believed, not confirmed
 *
 * Reads where a statement comes from: exactly one of "source" and "to_verify".
 */
void sotay_content_origin (const SotayContentNode *statement, char **source, gboolean *to_verify);

G_END_DECLS
