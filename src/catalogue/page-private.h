/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How pages are made, and what only search looks at. Private to this room. */
#pragma once

#include "catalogue/page.h"

G_BEGIN_DECLS

/**
 * SotayPageParts:
 *
 * What a page is made of. Strings are copied; @blocks, @see_also, @keywords and @sources are taken.
 */
typedef struct
{
  const char *id;
  const char *kicker;
  const char *title;
  const char *subtitle;
  GPtrArray *blocks;
  char **see_also;
  char **keywords; /* words that a clerk may type and that are not in the text */
  char **sources;
} SotayPageParts;

SotayPage *sotay_page_new (const SotayPageParts *parts);

const char *const *sotay_page_get_keywords (SotayPage *page);

G_END_DECLS
