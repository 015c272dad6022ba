/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SOTAY_TYPE_READER_TOOLBAR (sotay_reader_toolbar_get_type ())
/**
 * SotayReaderToolbar:
 *
 * The tools of the reader, which are the actions "reader.*"; those that do not fit are in the menu.
 *
 * Signal "page-entered" (uint index): the number of a page was entered.
 */
G_DECLARE_FINAL_TYPE (SotayReaderToolbar, sotay_reader_toolbar, SOTAY, READER_TOOLBAR, AdwBin)

void sotay_reader_toolbar_set_n_pages (SotayReaderToolbar *toolbar, guint n_pages); /* how many there are */
void sotay_reader_toolbar_set_index (SotayReaderToolbar *toolbar, guint index);     /* the page that is read */
void sotay_reader_toolbar_set_zoom (SotayReaderToolbar *toolbar, double zoom);      /* 1 is 100 % */

/**
 * sotay_reader_toolbar_focus_page:
 *
 * Lets the number of a page be typed.
 */
void sotay_reader_toolbar_focus_page (SotayReaderToolbar *toolbar);

/**
 * sotay_reader_toolbar_add_tool:
 * @tool: what others put at the end, before the menu
 */
void sotay_reader_toolbar_add_tool (SotayReaderToolbar *toolbar, GtkWidget *tool);

G_END_DECLS
