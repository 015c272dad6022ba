/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/block.h"
#include "catalogue/catalogue.h"
#include "catalogue/page.h"

#include <glib/gi18n-lib.h>

static void
add_level (GPtrArray *blocks, GPtrArray *utilities, guint level, const char *heading)
{
  sotay_block_list_add_heading (blocks, heading);
  for (guint i = 0; i < utilities->len; i++)
    {
      SotayUtility *utility = utilities->pdata[i];
      SotayContentBlock *block;

      if (sotay_utility_get_level (utility) != level)
        continue;
      block = sotay_block_new (SOTAY_CONTENT_STEP, sotay_utility_get_title (utility));
      block->number = sotay_utility_get_order (utility);
      g_ptr_array_add (blocks, block);
    }
}

SotayPage *
sotay_catalogue_dup_overview (SotayCatalogue *self)
{
  GPtrArray *utilities = sotay_catalogue_get_utilities (self);
  GPtrArray *blocks = sotay_block_list_new ();
  SotayPageParts parts = {
    .id = "overview",
    .kicker = _("After letter 520, 06/3/2024"),
    .title = _("The utilities of the VNeID app"),
    .blocks = blocks,
    .see_also = g_new0 (char *, 1),
    .keywords = g_new0 (char *, 1),
    .sources = g_new0 (char *, 1),
  };

  add_level (blocks, utilities, 1, _("Level 1: 09 utilities"));
  add_level (blocks, utilities, 2, _("Level 2: 16 utilities, the 09 of level 1 and these"));
  return sotay_page_new (&parts);
}
