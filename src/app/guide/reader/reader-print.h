/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "guide/document.h"

G_BEGIN_DECLS

/**
 * sotay_reader_print_operation:
 * @document: an open document
 * @job_name: what the printer's queue shows
 *
 * Each page is drawn by the document's helpers when the printer asks for it, so nothing waits. A page lies on its sheet
 * as large as it fits, turned when it is wider than high; one that cannot be shown says so.
 *
 * Returns: (transfer full): an operation that prints @document
 */
GtkPrintOperation *sotay_reader_print_operation (SotayDocument *document, const char *job_name);

G_END_DECLS
