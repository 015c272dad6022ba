/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "reports/report.h"
#include "services/services.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_DOCUMENTS_WINDOW (sotay_documents_window_get_type ())
/**
 * SotayDocumentsWindow:
 *
 * The documents beside the month's report: chosen by their kind and by what they are about, seen, exported, printed.
 */
G_DECLARE_FINAL_TYPE (SotayDocumentsWindow, sotay_documents_window, SOTAY, DOCUMENTS_WINDOW, AdwWindow)

/**
 * sotay_documents_window_new:
 * @parent: the main window
 *
 * Returns: the window, to be presented
 */
GtkWidget *sotay_documents_window_new (GtkWindow *parent, SotayServices *services);

/**
 * sotay_documents_window_show:
 * @kind: any but the month's report
 * @id: (nullable): what it is about: a session, a person or a unit; %NULL: to be chosen
 */
void sotay_documents_window_show (SotayDocumentsWindow *window, SotayReportKind kind, const char *id);

G_END_DECLS
