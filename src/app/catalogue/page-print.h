/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "catalogue/page.h"

G_BEGIN_DECLS

/**
 * sotay_page_print_operation:
 * @page: the page
 * @letterhead: (nullable): lines above the page: the body above the unit, the unit
 *
 * Returns: (transfer full): an operation that prints @page on A4, ready to be run
 */
GtkPrintOperation *sotay_page_print_operation (SotayPage *page, const char *letterhead);

/**
 * sotay_page_print_run:
 * @page: the page
 * @letterhead: (nullable): lines above the page: the body above the unit, the unit
 * @widget: where the person is; its window gets the dialog and is told when printing fails
 *
 * Asks how to print, and prints.
 */
void sotay_page_print_run (SotayPage *page, const char *letterhead, GtkWidget *widget);

G_END_DECLS
