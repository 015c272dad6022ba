/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/widgets/print.h"

#include <glib/gi18n-lib.h>

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  text = g_strdup_printf (_("Printing failed: %s"), error->message);
  gtk_widget_activate_action (widget, "win.show-toast", "s", text);
}

static GtkPageSetup *
new_page_setup (const SotayPrintMargins *margins)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, margins->top, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, margins->bottom, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, margins->left, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, margins->right, GTK_UNIT_MM);
  return setup;
}

GtkPrintOperation *
sotay_print_new (const char *job_name, const SotayPrintMargins *margins)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup (margins);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  return operation;
}

void
sotay_print_run (GtkPrintOperation *operation, GtkWidget *widget)
{
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), widget, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
