/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sources that statements refer to. Private to this room. */
#pragma once

#include "catalogue/content-file.h"

G_BEGIN_DECLS

/**
 * sotay_sources_read:
 * @file: sources.json
 *
 * Returns: (transfer full): id → name as readers see it; not to be used once the file has an error
 */
GHashTable *sotay_sources_read (SotayContentFile *file);

/**
 * sotay_sources_names:
 * @sources: what sotay_sources_read() returned
 * @blocks: (element-type SotayContentBlock): the blocks of a page
 *
 * Returns: (transfer full): the names that @blocks refer to, each once, in the order in which they first appear
 */
char **sotay_sources_names (GHashTable *sources, GPtrArray *blocks);

G_END_DECLS
