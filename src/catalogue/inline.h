/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text with links, "[words](U8)", cut into its parts. Private to this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SotayInlinePart:
 * @words: what is shown, not terminated
 * @target: (nullable): the id of the page it leads to, not terminated, or %NULL for plain words
 */
typedef struct
{
  const char *words;
  gsize length;
  const char *target;
  gsize target_length;
} SotayInlinePart;

/**
 * sotay_inline_next:
 * @text: the text, or what sotay_inline_next() returned
 * @part: (out): the part at its beginning
 *
 * Brackets that do not make up a link are plain words.
 *
 * Returns: (nullable): the rest after the part, or %NULL when @text is at its end and there is no part
 */
const char *sotay_inline_next (const char *text, SotayInlinePart *part);

G_END_DECLS
