/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the canvas share; for them and their tests only. */
#pragma once

#include "app/guide/reader/page-canvas.h"
#include "app/guide/reader/page-contents.h"
#include "app/guide/reader/book-layout.h"
#include "app/guide/reader/page-tiling.h"
#include "app/guide/reader/page-pictures.h"

G_BEGIN_DECLS

/* A place in the text of the document: before a character. */
typedef struct
{
  guint index;
  guint offset;
} SotayTextPlace;

typedef enum
{
  SOTAY_SELECT_CHARACTERS,
  SOTAY_SELECT_WORDS,
  SOTAY_SELECT_LINES,
} SotaySelectUnit;

/* What one press of a key does. */
typedef enum
{
  SOTAY_STEP_LINE,
  SOTAY_STEP_ACROSS,
  SOTAY_STEP_TURN,
  SOTAY_STEP_PAGE_END,
  SOTAY_STEP_DOCUMENT_END,
} SotayCanvasStep;

struct _SotayPageCanvas
{
  GtkWidget parent_instance;

  SotayDocument *document;
  SotayBookLayout *layout; /* this and the next two: NULL without a document */
  SotayPagePictures *pictures;
  SotayPageContents *contents;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  SotayZoomMode zoom_mode;
  double zoom;
  gboolean night;
  gboolean two_pages;

  /* Where the reader is. It stays when the window or the zoom changes, until someone scrolls. */
  guint place_index;
  double place_y;   /* in points */
  double centre_x;  /* which part of the width, from 0 to 1, is in the middle of the view */
  gboolean asked;   /* the place was asked for: it counts as read even where the end of the document keeps it low */
  gboolean placing; /* the adjustments are being set: nobody scrolls */
  gboolean allocating;
  guint index;
  gboolean index_changed; /* this and the next: not yet notified */
  gboolean zoom_changed;

  /* Asking for pictures and contents. */
  guint tick;
  gint64 moved_at; /* when it was scrolled or zoomed last */
  double burst;    /* how many pixels it was moved without a pause */
  double last_top;
  gboolean pinching;
  gboolean wishing; /* something has changed since the last wishes */

  /* The selected text, between two places in any order. */
  SotayTextPlace anchor_start; /* the unit, a character gap, a word or a line, in which the selection began */
  SotayTextPlace anchor_end;
  SotayTextPlace selection_start;
  SotayTextPlace selection_end;
  SotaySelectUnit unit;
  gboolean selecting; /* with the pointer, now */
  guint selecting_tick;
  double selecting_x; /* where the pointer is, in the view or beyond it */
  double selecting_y;

  GArray *hits; /* of SotayTextHit */
  int current_hit;
  gboolean revealing; /* the current hit is to be brought into view */

  int link; /* which link of link_index has the keyboard, or -1 */
  guint link_index;
  double pinch_zoom; /* what it was before the pinch */
  double pan_left;   /* likewise, before panning */
  double pan_top;
  double pointer_x; /* where the pointer was seen last, in the view */
  double pointer_y;
};

/* The view */
double sotay_page_canvas_get_left (SotayPageCanvas *self); /* of the view, within the canvas */
double sotay_page_canvas_get_top (SotayPageCanvas *self);
void sotay_page_canvas_get_band (SotayPageCanvas *self, guint *first, guint *end); /* the pages in view */
void sotay_page_canvas_scroll_to (SotayPageCanvas *self, double left, double top);
void sotay_page_canvas_reveal (SotayPageCanvas *self, guint index, const SotayBox *box); /* box in points */

/**
 * sotay_page_canvas_find_place:
 * @x: in the view
 * @y: likewise
 * @place: (out): the place on the page, in points
 *
 * Returns: the page there or nearest; 0 without a document
 */
guint sotay_page_canvas_find_place (SotayPageCanvas *self, double x, double y, graphene_point_t *place);

/* Where something on a page is in the view. */
graphene_rect_t sotay_page_canvas_locate (SotayPageCanvas *self, guint index, const SotayBox *box);

/* What page-canvas-scroll.c does for the others. */
void sotay_page_canvas_set_adjustment (SotayPageCanvas *self, GtkOrientation orientation, GtkAdjustment *adjustment);
void sotay_page_canvas_lay_out (SotayPageCanvas *self); /* new sizes or columns; the place stays */
void sotay_page_canvas_place (SotayPageCanvas *self);   /* the view or the zoom mode changed; the place stays */
void sotay_page_canvas_zoom_at (SotayPageCanvas *self, double zoom, double x, double y);
void sotay_page_canvas_step (SotayPageCanvas *self, SotayCanvasStep step, int n); /* n below 0: backwards */
void sotay_page_canvas_notify_changes (SotayPageCanvas *self);

/* What page-canvas-tiles.c does. */
void sotay_page_canvas_moved (SotayPageCanvas *self, double pixels);
void sotay_page_canvas_zoomed (SotayPageCanvas *self);
void sotay_page_canvas_wish (SotayPageCanvas *self); /* in the next frame */
void sotay_page_canvas_stop_wishing (SotayPageCanvas *self);
void sotay_page_canvas_describe_tiling (SotayPageCanvas *self, guint index, SotayPageTiling *tiling);

void sotay_page_canvas_draw (SotayPageCanvas *self, GtkSnapshot *snapshot); /* page-canvas-draw.c */

/* Selection; places are in the view. */
void sotay_page_canvas_select_begin (SotayPageCanvas *self, double x, double y, SotaySelectUnit unit, gboolean extend);
void sotay_page_canvas_select_drag (SotayPageCanvas *self, double x, double y);
void sotay_page_canvas_select_end (SotayPageCanvas *self);
void sotay_page_canvas_select_read (SotayPageCanvas *self, guint index); /* the text of a page came */
void sotay_page_canvas_select_page (SotayPageCanvas *self);
void sotay_page_canvas_select_nothing (SotayPageCanvas *self);
gboolean sotay_page_canvas_get_selected (SotayPageCanvas *self, guint index, guint *start, guint *end);

/* The pages whose text the selection needs, from the first to the one after the last. */
void sotay_page_canvas_get_selected_pages (SotayPageCanvas *self, guint *first, guint *end);

/* Hits: those of a page, from the first to the one after the last. */
void sotay_page_canvas_get_page_hits (SotayPageCanvas *self, guint index, guint *first, guint *end);
void sotay_page_canvas_reveal_hit (SotayPageCanvas *self); /* once its page is read */

/* Links, by a place in the view or by the keyboard. */
const SotayLink *sotay_page_canvas_find_link (SotayPageCanvas *self, double x, double y, guint *index);
const SotayLink *sotay_page_canvas_get_focus_link (SotayPageCanvas *self);
void sotay_page_canvas_follow (SotayPageCanvas *self, const SotayLink *link);
gboolean sotay_page_canvas_move_focus (SotayPageCanvas *self, GtkDirectionType direction);
gboolean sotay_page_canvas_query_tooltip (SotayPageCanvas *self, int x, int y, GtkTooltip *tooltip);

void sotay_page_canvas_describe (SotayPageCanvas *self); /* to assistive technology */

/* What page-canvas-input.c does. */
void sotay_page_canvas_add_controllers (SotayPageCanvas *self);
void sotay_page_canvas_add_keys (GtkWidgetClass *widget_class);

/* The signals of the class. */
void sotay_page_canvas_emit_jumped (SotayPageCanvas *self, guint index, double y);
void sotay_page_canvas_emit_web_link (SotayPageCanvas *self, const char *address);

G_END_DECLS
