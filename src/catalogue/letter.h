/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The official letter that the program serves, as a page. Private to this room. */
#pragma once

#include "catalogue/content-file.h"
#include "catalogue/page.h"

G_BEGIN_DECLS

#define SOTAY_LETTER_ID "letter"

/**
 * sotay_letter_read:
 * @file: letter.json
 * @utilities: (element-type SotayUtility): the 16 utilities
 * @error: %SOTAY_CATALOGUE_ERROR_SCHEMA
 *
 * Returns: (transfer full) (nullable): the page of the letter
 */
SotayPage *sotay_letter_read (SotayContentFile *file, GPtrArray *utilities, GError **error);

G_END_DECLS
