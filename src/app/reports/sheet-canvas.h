/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/reports/sheets.h"

G_BEGIN_DECLS

typedef enum
{
  SOTAY_ZOOM_FIT_WIDTH,
  SOTAY_ZOOM_FIT_PAGE,
  SOTAY_ZOOM_FREE,
} SotayZoomMode;

#define SOTAY_TYPE_SHEET_CANVAS (sotay_sheet_canvas_get_type ())
/**
 * SotaySheetCanvas:
 *
 * The pages of a report one below the other, for a scrolled window. Only those in view are drawn, in a thread.
 *
 * Signal "clicked" (uint, double, double): the page and the point of the sheet that was clicked.
 * Signal "zoom-changed": pages are larger or smaller, by the person or by the window.
 * Signal "page-changed": another page is at the top.
 */
G_DECLARE_FINAL_TYPE (SotaySheetCanvas, sotay_sheet_canvas, SOTAY, SHEET_CANVAS, GtkWidget)

/**
 * sotay_sheet_canvas_set_sheets:
 * @sheets: (nullable): the pages; what is in view stays in view
 */
void sotay_sheet_canvas_set_sheets (SotaySheetCanvas *canvas, SotaySheets *sheets);

/**
 * sotay_sheet_canvas_get_mode, sotay_sheet_canvas_set_mode:
 * @mode: whether the pages are as large as the window makes them
 */
SotayZoomMode sotay_sheet_canvas_get_mode (SotaySheetCanvas *canvas);
void sotay_sheet_canvas_set_mode (SotaySheetCanvas *canvas, SotayZoomMode mode);

double sotay_sheet_canvas_get_zoom (SotaySheetCanvas *canvas); /* 1: as large as on paper */
void sotay_sheet_canvas_zoom_by (SotaySheetCanvas *canvas, double factor); /* and %SOTAY_ZOOM_FREE */

guint sotay_sheet_canvas_get_page (SotaySheetCanvas *canvas); /* from 0: the one at the top of the view */

/**
 * sotay_sheet_canvas_find_place:
 * @page, @x, @y: a point of a sheet
 *
 * Returns: where it is in the widget
 */
GdkRectangle sotay_sheet_canvas_find_place (SotaySheetCanvas *canvas, guint page, double x, double y);

gboolean sotay_sheet_canvas_is_drawn (SotaySheetCanvas *canvas); /* every page in view is there, and sharp */

G_END_DECLS
