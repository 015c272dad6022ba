/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of utilities, and their pages. Private to this room. */
#pragma once

#include "catalogue/content-file.h"
#include "catalogue/page.h"
#include "catalogue/utility.h"

G_BEGIN_DECLS

/**
 * sotay_utility_read:
 * @file: a file of utilities/
 * @id: the id that it must have
 * @order: its place in the letter's order, from 1, which it must have
 * @error: %SOTAY_CATALOGUE_ERROR_SCHEMA
 *
 * Returns: (transfer full) (nullable): the utility
 */
SotayUtility *sotay_utility_read (SotayContentFile *file, const char *id, guint order, GError **error);

/**
 * sotay_utility_make_page:
 * @sources: what sotay_sources_read() returned
 *
 * Returns: (transfer full): the page of the utility
 */
SotayPage *sotay_utility_make_page (SotayUtility *utility, GHashTable *sources);

G_END_DECLS
