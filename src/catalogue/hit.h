/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/page.h"

G_BEGIN_DECLS

/**
 * SotayHit:
 * @page: the page
 * @snippet: the words found with some around them, plain text; of a problem, its question
 * @score: higher is better
 */
typedef struct
{
  SotayPage *page;
  char *snippet;
  guint score;
} SotayHit;

void sotay_hit_free (SotayHit *hit);

G_END_DECLS
