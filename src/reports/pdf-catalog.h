/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cairo does not say of a PDF: its language, that its text is marked, that its title is to be shown. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SotayPdfCatalog SotayPdfCatalog;

/**
 * sotay_pdf_catalog_new:
 *
 * Returns: (transfer full): what watches a file being written
 */
SotayPdfCatalog *sotay_pdf_catalog_new (void);
void sotay_pdf_catalog_free (SotayPdfCatalog *catalog);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SotayPdfCatalog, sotay_pdf_catalog_free)

/**
 * sotay_pdf_catalog_watch:
 * @data: the next bytes of the file
 */
void sotay_pdf_catalog_watch (SotayPdfCatalog *catalog, const void *data, gsize length);

/**
 * sotay_pdf_catalog_amend:
 *
 * Returns: (transfer full) (nullable): what is to be added at the end of the file: its catalog anew; %NULL when the
 * file is not as cairo writes it
 */
GString *sotay_pdf_catalog_amend (SotayPdfCatalog *catalog);

G_END_DECLS
