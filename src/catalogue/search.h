/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index over the words of all pages. Private to this room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SotaySearch SotaySearch;

/**
 * sotay_search_new:
 * @pages: (element-type SotayPage): the pages; must live as long
 *
 * Returns: (transfer full): an index of them
 */
SotaySearch *sotay_search_new (GPtrArray *pages);

/**
 * sotay_search_run:
 * @text: what a person typed
 *
 * Returns: (transfer full) (element-type SotayHit): see sotay_catalogue_search()
 */
GPtrArray *sotay_search_run (SotaySearch *search, const char *text);

void sotay_search_free (SotaySearch *search);

G_END_DECLS
