/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks a document and waits for the answer. */
#pragma once

#include "guide/document.h"

G_BEGIN_DECLS

/* An open document; fails the test when it cannot be opened. */
SotayDocument *document_fixture_open (const char *path);

/* Like the functions of SotayDocument, but wait. */
gboolean document_fixture_try_open (SotayDocument *document, GError **error);
GBytes *document_fixture_render (SotayDocument *document, const SotayPageArea *area, GError **error);
SotayPageContent *document_fixture_load_page (SotayDocument *document, guint index, GError **error);
GListModel *document_fixture_load_outline (SotayDocument *document, GError **error);
SotayDocumentText *document_fixture_load_text (SotayDocument *document, GError **error);

/* The colour of a pixel, 0xaarrggbb. */
guint32 document_fixture_get_pixel (GBytes *pixels, int width, int x, int y);

G_END_DECLS
