/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/page.h"

G_BEGIN_DECLS

/**
 * sotay_block_widget_new:
 * @block: a block of a page
 * @words: (nullable) (array zero-terminated=1): folded words to highlight
 * @settings: where telephone numbers of contacts are kept
 *
 * Returns: (transfer floating): the widget; a #GtkListBoxRow for blocks that stand in a boxed list
 */
GtkWidget *sotay_block_widget_new (const SotayContentBlock *block, const char *const *words, GSettings *settings);

G_END_DECLS
