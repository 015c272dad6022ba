/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/document.h"

G_BEGIN_DECLS

/* What a search has to say. */
typedef enum
{
  SOTAY_SEARCH_IDLE,    /* nothing was typed */
  SOTAY_SEARCH_LOADING, /* the text of the document is being read */
  SOTAY_SEARCH_HITS,
  SOTAY_SEARCH_NOTHING, /* the words are nowhere */
  SOTAY_SEARCH_SCANNED, /* the document has no text at all */
  SOTAY_SEARCH_FAILED,  /* its text could not be read */
} SotaySearchState;

#define SOTAY_TYPE_READER_SEARCH (sotay_reader_search_get_type ())
/**
 * SotayReaderSearch:
 *
 * The bar in which words of the document are searched as they are typed. The text is read in the background when the
 * bar is first opened.
 *
 * Signals: "found": state and hits are others; "moved": another hit is the current one.
 * Property "open" (boolean).
 */
G_DECLARE_FINAL_TYPE (SotayReaderSearch, sotay_reader_search, SOTAY, READER_SEARCH, AdwBin)

/**
 * sotay_reader_search_set_document:
 * @document: (nullable): an open document
 */
void sotay_reader_search_set_document (SotayReaderSearch *search, SotayDocument *document);

/**
 * sotay_reader_search_open:
 * @index: the page that is read: the first hit from there on is shown first
 *
 * Opens the bar and gives it the keyboard.
 */
void sotay_reader_search_open (SotayReaderSearch *search, guint index);

/**
 * sotay_reader_search_close:
 *
 * Returns: whether the bar was open
 */
gboolean sotay_reader_search_close (SotayReaderSearch *search);

void sotay_reader_search_step (SotayReaderSearch *search, int step);   /* 1 for the next hit, -1 for the one before */
void sotay_reader_search_go_to (SotayReaderSearch *search, guint hit); /* makes a hit the current one */

SotaySearchState sotay_reader_search_get_state (SotayReaderSearch *search);
SotayDocumentText *sotay_reader_search_get_text (SotayReaderSearch *search); /* (nullable): once it has been read */
GArray *sotay_reader_search_get_hits (SotayReaderSearch *search);            /* (nullable) of SotayTextHit */
int sotay_reader_search_get_current (SotayReaderSearch *search);             /* a hit, or -1 */

G_END_DECLS
