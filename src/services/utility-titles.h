/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What documents call the utilities: in Vietnamese, whatever the language of the window is. */
#pragma once

#include "reports/document.h"
#include "services/services.h"

G_BEGIN_DECLS

/**
 * sotay_utility_titles_new:
 *
 * Returns: (transfer full) (array zero-terminated=1): the titles of the 16 utilities
 */
char **sotay_utility_titles_new (SotayServices *services);

/**
 * sotay_utility_titles_fill:
 * @request: gets the titles, the purposes and the levels
 */
void sotay_utility_titles_fill (SotayServices *services, SotayDocumentRequest *request);

G_END_DECLS
