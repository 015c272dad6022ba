/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "reports/page-layout.h"

G_BEGIN_DECLS

#define SOTAY_TYPE_SHEETS (sotay_sheets_get_type ())
/**
 * SotaySheets:
 *
 * The pages of a report for the screen: laid out, drawn and searched in threads, one at a time, so that the window
 * never waits for them.
 */
G_DECLARE_FINAL_TYPE (SotaySheets, sotay_sheets, SOTAY, SHEETS, GObject)

/**
 * SotaySheetPlace:
 * @figure: the index of the figure that stands at a place; -1: none
 * @part: (nullable): the written part that stands there, interned
 */
typedef struct
{
  int figure;
  const char *part;
} SotaySheetPlace;

/**
 * sotay_sheets_make_async:
 * @report: what is laid out; it is kept
 */
void sotay_sheets_make_async (SotayReport *report, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data);
SotaySheets *sotay_sheets_make_finish (GAsyncResult *result, GError **error); /* (transfer full) (nullable) */

SotayReport *sotay_sheets_get_report (SotaySheets *sheets); /* (transfer none) */
guint sotay_sheets_get_n_pages (SotaySheets *sheets);       /* at least 1 */

/**
 * sotay_sheets_get_size:
 * @page: from 0
 * @width, @height: (out): in points
 */
void sotay_sheets_get_size (SotaySheets *sheets, guint page, double *width, double *height);

/**
 * sotay_sheets_draw_async:
 * @scale: pixels of the picture to a point
 *
 * Draws a page on white paper.
 */
void sotay_sheets_draw_async (SotaySheets *sheets, guint page, double scale, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);
GdkTexture *sotay_sheets_draw_finish (GAsyncResult *result, GError **error); /* (transfer full) (nullable) */

/**
 * sotay_sheets_find_async:
 * @x, @y: a point of the sheet
 */
void sotay_sheets_find_async (SotaySheets *sheets, guint page, double x, double y, GAsyncReadyCallback callback,
                              gpointer data);
SotaySheetPlace sotay_sheets_find_finish (GAsyncResult *result);

/**
 * sotay_sheets_print:
 *
 * Returns: (transfer full): an operation that prints all pages, to be run by sotay_print_run()
 */
GtkPrintOperation *sotay_sheets_print (SotaySheets *sheets);

G_END_DECLS
