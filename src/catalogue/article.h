/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Background articles. Private to this room. */
#pragma once

#include "catalogue/content-file.h"
#include "catalogue/page.h"

G_BEGIN_DECLS

/**
 * sotay_article_read:
 * @file: a file of articles/
 * @id: the id that it must have
 * @error: %SOTAY_CATALOGUE_ERROR_SCHEMA
 *
 * Returns: (transfer full) (nullable): the page of the article
 */
SotayPage *sotay_article_read (SotayContentFile *file, const char *id, GError **error);

G_END_DECLS
