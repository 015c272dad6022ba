/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all that is printed has in common: an A4 sheet, the dialog of the printers, a word when it fails. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SotayPrintMargins:
 *
 * In millimetres.
 */
typedef struct
{
  double top;
  double bottom;
  double left;
  double right;
} SotayPrintMargins;

/**
 * sotay_print_new:
 * @job_name: what the printer's queue shows
 *
 * Returns: (transfer full): an operation on A4 sheets that measures in points and does not block
 */
GtkPrintOperation *sotay_print_new (const char *job_name, const SotayPrintMargins *margins);

/**
 * sotay_print_run:
 * @widget: whose window asks for the printer, and hears of a failure
 */
void sotay_print_run (GtkPrintOperation *operation, GtkWidget *widget);

G_END_DECLS
