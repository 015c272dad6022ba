/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "guide/document.h"

G_BEGIN_DECLS

/* How the zoom follows the size of the window. */
typedef enum
{
  SOTAY_ZOOM_FIT_WIDTH,
  SOTAY_ZOOM_FIT_PAGE,
  SOTAY_ZOOM_FREE,
} SotayZoomMode;

#define SOTAY_ZOOM_LEAST 0.25
#define SOTAY_ZOOM_MOST 4.0

#define SOTAY_TYPE_PAGE_CANVAS (sotay_page_canvas_get_type ())
/**
 * SotayPageCanvas:
 *
 * The pages of a document, one below the other, to be put into a #GtkScrolledWindow. Draws what is seen, asks the
 * document for what is missing, and never waits.
 *
 * Properties, all notifying: "document" (#SotayDocument, nullable, open), "zoom-mode" (int, #SotayZoomMode), "zoom"
 * (double, 1 is 100 %), "night" (boolean), "two-pages" (boolean), "index" (uint, read-only: the page that is read).
 *
 * Signals: "jumped" (int index, double y): a link inside the document was followed, before the canvas goes there;
 * "web-link" (string address): a web link was clicked, which is not opened.
 */
G_DECLARE_FINAL_TYPE (SotayPageCanvas, sotay_page_canvas, SOTAY, PAGE_CANVAS, GtkWidget)

/**
 * sotay_page_canvas_new:
 *
 * Returns: (transfer floating): an empty canvas
 */
SotayPageCanvas *sotay_page_canvas_new (void);

void sotay_page_canvas_set_document (SotayPageCanvas *canvas, SotayDocument *document); /* (nullable) */

/**
 * sotay_page_canvas_go_to:
 * @index: the page
 * @y: the place on it that comes to the top, in points from its top
 */
void sotay_page_canvas_go_to (SotayPageCanvas *canvas, guint index, double y);

/**
 * sotay_page_canvas_get_place:
 * @y: (out) (optional): what is at the top, in points from the top of the page
 *
 * Returns: the page at the top of the view
 */
guint sotay_page_canvas_get_place (SotayPageCanvas *canvas, double *y);

/**
 * sotay_page_canvas_zoom_by:
 * @factor: 1.25 for a step nearer
 *
 * Zooms around the middle of the view, within the limits; the zoom is free afterwards.
 */
void sotay_page_canvas_zoom_by (SotayPageCanvas *canvas, double factor);

/**
 * sotay_page_canvas_set_hits:
 * @hits: (nullable) (element-type SotayTextHit): what is marked
 * @current: the one of them that is marked strongly and brought into view; -1 for none
 */
void sotay_page_canvas_set_hits (SotayPageCanvas *canvas, GArray *hits, int current);

/**
 * sotay_page_canvas_dup_selection:
 *
 * Returns: (transfer full) (nullable): the text that is selected, over pages where it goes over pages
 */
char *sotay_page_canvas_dup_selection (SotayPageCanvas *canvas);

G_END_DECLS
