/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of SotayReaderView share: reader-view.c and the others that begin with its name. */
#pragma once

#include "app/guide/reader/reader-view.h"

#include "app/guide/reader/page-canvas.h"
#include "app/guide/reader/page-history.h"
#include "app/guide/reader/reader-search.h"
#include "app/guide/reader/reader-sidebar.h"
#include "app/guide/reader/reader-toolbar.h"
#include "app/widgets/notice.h"

G_BEGIN_DECLS

struct _SotayReaderView
{
  AdwBin parent_instance;

  SotayServices *services;
  SotayManualCopy *copy;
  SotayDocument *document; /* NULL until it is open */
  SotayReading *reading;
  GCancellable *opening; /* not NULL while the copy is being opened */
  SotayPageHistory *history;
  GSimpleActionGroup *actions;
  GtkEventController *shortcuts;
  GSettings *settings;
  guint spinner_timeout;
  guint remember_timeout;
  int wanted_index; /* where to go once the copy is open; -1 for the place where it was left */
  int index_before; /* the page that was read in the copy before this one; -1 for none */
  gboolean search_left; /* the place from which the search began is in the history */
  gboolean sidebar_wanted;
  char *page_before_search; /* what the side bar showed */
  gboolean hidden_before_search;

  GtkStack *stack;
  SotayNotice *notice;
  AdwFlap *toolbar_flap;
  SotayReaderToolbar *toolbar;
  SotayReaderSearch *search;
  AdwFlap *flap;
  SotayReaderSidebar *sidebar;
  GtkScrolledWindow *scrolled;
  SotayPageCanvas *canvas;
};

/* reader-view-document.c: what the settings call a #SotayZoomMode. */
extern const char *const sotay_reader_zoom_modes[];

/* reader-view.c: the place that is read. */
SotayPlace sotay_reader_view_get_place (SotayReaderView *self);

/* reader-view.c: tells all parts which page is read. */
void sotay_reader_view_show_index (SotayReaderView *self);

/* reader-view-document.c: opens the copy, if there is one and the reader is in a window; closes what was open. */
void sotay_reader_view_open_document (SotayReaderView *self);
void sotay_reader_view_close_document (SotayReaderView *self);

/* reader-view-document.c: keeps the place and the zoom now, or in a moment. */
void sotay_reader_view_remember (SotayReaderView *self);
void sotay_reader_view_plan_to_remember (SotayReaderView *self);

/* reader-view-actions.c: makes the actions "reader.*" and their keys. */
void sotay_reader_view_add_actions (SotayReaderView *self);

/* reader-view-actions.c: what can be done now, and what is on. */
void sotay_reader_view_update_actions (SotayReaderView *self);

/* reader-view-actions.c: offers to set a bookmark again. */
void sotay_reader_view_offer_bookmark (SotayReaderView *self, guint index, const char *name);

/* reader-view-panes.c: the keys for turning pages work at once, unless somebody is typing. */
void sotay_reader_view_take_focus (SotayReaderView *self);

/* reader-view-panes.c: makes the side bar and the toolbar come and go. */
void sotay_reader_view_set_up_panes (SotayReaderView *self);

/* reader-view-panes.c: shows a page of the side bar, or with NULL none. */
void sotay_reader_view_show_sidebar (SotayReaderView *self, const char *page);

/* reader-view-panes.c: in a narrow window the side bar lies over the page that was chosen in it. */
void sotay_reader_view_uncover (SotayReaderView *self);

/* reader-view-panes.c: the toolbar as a window that fills the screen wants it, or as another does. */
void sotay_reader_view_update_fullscreen (SotayReaderView *self);

G_END_DECLS
