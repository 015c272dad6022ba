/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The read-only content in one language: 16 utilities, background articles, the letter. */
#pragma once

#include <gio/gio.h>

#include "catalogue/hit.h"
#include "catalogue/page.h"
#include "catalogue/utility.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_CATALOGUE (sotay_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (SotayCatalogue, sotay_catalogue, SOTAY, CATALOGUE, GObject)

/**
 * sotay_catalogue_builtin_folder:
 *
 * Returns: (transfer full): the content that is built into the program
 */
GFile *sotay_catalogue_builtin_folder (void);

/**
 * sotay_catalogue_load:
 * @folder: a content folder (sources.json, vi/, en/), from disk or resource:///
 * @language: "vi" or "en"
 * @error: SOTAY_CATALOGUE_ERROR
 *
 * Reads all files and refuses the folder when one is wrong: see resources/content/README.md.
 *
 * Returns: (transfer full) (nullable): the catalogue
 */
SotayCatalogue *sotay_catalogue_load (GFile *folder, const char *language, GError **error);

/**
 * sotay_catalogue_builtin_folder:
 *
 * Returns: (transfer full): the content that the program carries inside itself, for sotay_catalogue_load()
 */
GFile *sotay_catalogue_builtin_folder (void);

const char *sotay_catalogue_get_language (SotayCatalogue *catalogue);
const char *sotay_catalogue_get_edition (SotayCatalogue *catalogue); /* ISO date */

/**
 * sotay_catalogue_get_utilities:
 *
 * Returns: (transfer none) (element-type SotayUtility): the 16 utilities in the letter's order
 */
GPtrArray *sotay_catalogue_get_utilities (SotayCatalogue *catalogue);
SotayUtility *sotay_catalogue_get_utility (SotayCatalogue *catalogue, const char *id); /* (transfer none) (nullable) */

/**
 * sotay_catalogue_get_pages:
 *
 * Returns: (transfer none) (element-type SotayPage): utilities in order, then articles in order, then the letter
 */
GPtrArray *sotay_catalogue_get_pages (SotayCatalogue *catalogue);
SotayPage *sotay_catalogue_get_page (SotayCatalogue *catalogue, const char *id); /* (transfer none) (nullable) */

/**
 * sotay_catalogue_dup_overview:
 *
 * Returns: (transfer full): the names of the utilities of both levels on one page, for printing
 */
SotayPage *sotay_catalogue_dup_overview (SotayCatalogue *catalogue);

/**
 * sotay_catalogue_search:
 * @text: what a person typed; accents optional
 *
 * Finds the pages in which every word of @text begins a word. Titles and keywords count more than problems' questions,
 * those more than the rest; words found with the accents as typed count more than words found without.
 *
 * Returns: (transfer full) (element-type SotayHit): best first; empty for an empty @text
 */
GPtrArray *sotay_catalogue_search (SotayCatalogue *catalogue, const char *text);

G_END_DECLS
