/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/document.h"
#include "guide/manual-copy.h"
#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_READER_VIEW (sotay_reader_view_get_type ())
/**
 * SotayReaderView:
 *
 * Reads a copy of the manual: pages, contents, small pictures, bookmarks, search, print. Says so when a copy cannot be
 * read. Of the window it needs the actions that view.h lists.
 *
 * Properties: "services" (#SotayServices, construct-only); "document" (#SotayDocument, nullable, read-only, notifies):
 * what is open; "index" (uint, read-only, notifies): the page that is read.
 * Signals: "export-wanted": the person wants the PDF as a file; "failed": the copy cannot be read.
 */
G_DECLARE_FINAL_TYPE (SotayReaderView, sotay_reader_view, SOTAY, READER_VIEW, AdwBin)

/**
 * sotay_reader_view_new:
 *
 * Returns: (transfer floating): a reader without a copy
 */
SotayReaderView *sotay_reader_view_new (SotayServices *services);

/**
 * sotay_reader_view_set_copy:
 * @copy: (nullable): what to read; opened where it was left, as soon as the reader is in a window
 */
void sotay_reader_view_set_copy (SotayReaderView *view, SotayManualCopy *copy);

SotayManualCopy *sotay_reader_view_get_copy (SotayReaderView *view);   /* (transfer none) (nullable) */
SotayDocument *sotay_reader_view_get_document (SotayReaderView *view); /* (transfer none) (nullable): once it is open */
guint sotay_reader_view_get_index (SotayReaderView *view);             /* the page that is read, from 0 */

/**
 * sotay_reader_view_go_to:
 * @index: a page; one can go back from it. Before the copy is open it is remembered, and gone to then.
 */
void sotay_reader_view_go_to (SotayReaderView *view, guint index);

/**
 * sotay_reader_view_add_tool:
 * @tool: a widget for the end of the toolbar
 */
void sotay_reader_view_add_tool (SotayReaderView *view, GtkWidget *tool);

void sotay_reader_view_search (SotayReaderView *view);      /* as #SotayViewInterface has it */
gboolean sotay_reader_view_go_back (SotayReaderView *view); /* as #SotayViewInterface has it */
void sotay_reader_view_print (SotayReaderView *view);       /* as #SotayViewInterface has it */

G_END_DECLS
