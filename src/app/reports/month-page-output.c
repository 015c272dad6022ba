/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a month: what leaves the program. */
#include "app/reports/month-page-private.h"

#include "app/reports/report-export.h"
#include "app/reports/report-mail.h"
#include "app/widgets/print.h"

#include <glib/gi18n-lib.h>

static char *
create_stem (SotayMonthPage *self)
{
  g_autofree char *title = g_strdup_printf ("Báo cáo tháng %u/%u", (guint) g_date_get_month (&self->month),
                                            (guint) g_date_get_year (&self->month));
  g_autoptr (SotayIssuer) issuer = sotay_services_get_issuer (self->services, self->unit_name);

  return sotay_report_file_stem (title, self->unit_name != NULL ? self->unit_name : issuer->name);
}

static void
want (SotayMonthPage *self, const char *action, GVariant *target)
{
  g_free (self->wanted_action);
  g_free (self->wanted_target);
  self->wanted_action = g_strdup (action);
  self->wanted_target = target != NULL ? g_variant_dup_string (target, NULL) : NULL;
}

static void
do_wanted (SotayMonthPage *self)
{
  g_autofree char *action = g_steal_pointer (&self->wanted_action);
  g_autofree char *target = g_steal_pointer (&self->wanted_target);

  if (action != NULL && target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "s", target);
  else if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/* What was written a moment ago must be in what leaves the program. */
static gboolean
is_settled (SotayMonthPage *self)
{
  return self->built != NULL && self->n_saving == 0 && self->loading == NULL && !self->outdated;
}

void
sotay_month_page_go_on (SotayMonthPage *self)
{
  if (is_settled (self) && !gtk_widget_get_visible (self->ask_box))
    do_wanted (self);
}

static void
show_question (SotayMonthPage *self)
{
  guint n_errors = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->built->findings->len; i++)
    n_errors += ((const SotayFinding *) self->built->findings->pdata[i])->severity == SOTAY_FINDING_ERROR;
  text = g_strdup_printf (ngettext ("The check found %u thing to mend in this report.",
                                    "The check found %u things to mend in this report.", n_errors), n_errors);
  gtk_label_set_text (self->ask_label, text);
  gtk_widget_set_visible (self->ask_box, TRUE);
  gtk_widget_child_focus (self->ask_box, GTK_DIR_TAB_FORWARD);
}

/* Errors are told first, in place; who wants it all the same says so. */
static gboolean
must_wait (SotayMonthPage *self, const char *action, GVariant *target)
{
  sotay_written_parts_flush (self->parts);
  if (is_settled (self) && (self->is_answered || !sotay_findings_have_errors (self->built->findings)))
    {
      gtk_widget_set_visible (self->ask_box, FALSE);
      return FALSE;
    }
  want (self, action, target);
  if (is_settled (self))
    show_question (self);
  return TRUE;
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *format)
{
  SotayMonthPage *self = SOTAY_MONTH_PAGE (widget);
  g_autofree char *stem = NULL;

  if (must_wait (self, action, format))
    return;
  stem = create_stem (self);
  sotay_report_export_choose_file (widget, self->built->report, stem, g_variant_get_string (format, NULL));
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayMonthPage *self = SOTAY_MONTH_PAGE (widget);
  SotaySheets *sheets = sotay_report_preview_get_sheets (self->preview);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (sheets == NULL || must_wait (self, action, NULL))
    return;
  operation = sotay_sheets_print (sheets);
  sotay_print_run (operation, widget);
}

static void
mailed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayMonthPage) self = data;
  g_autoptr (GError) error = NULL;

  sotay_report_mail_finish (result, &error);
  if (self->services != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sotay_notice_show_error (self->notice, error);
}

static void
mail_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayMonthPage *self = SOTAY_MONTH_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *stem = NULL;

  if (must_wait (self, action, NULL))
    return;
  if (self->mail_folder == NULL)
    self->mail_folder = sotay_report_mail_make_folder (&error);
  sotay_notice_show_error (self->notice, error);
  if (self->mail_folder == NULL)
    return;
  stem = create_stem (self);
  sotay_report_mail_async (self->built->report, self->mail_folder, stem, NULL, mailed_cb, g_object_ref (self));
}

static void
anyway_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayMonthPage *self = SOTAY_MONTH_PAGE (widget);

  gtk_widget_set_visible (self->ask_box, FALSE);
  self->is_answered = TRUE;
  do_wanted (self);
  self->is_answered = FALSE;
}

static void
look_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayMonthPage *self = SOTAY_MONTH_PAGE (widget);

  gtk_widget_set_visible (self->ask_box, FALSE);
  g_clear_pointer (&self->wanted_action, g_free);
  sotay_month_page_show_side (self);
  sotay_findings_list_edit (self->findings);
}

void
sotay_month_page_print (SotayMonthPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "month.print", NULL);
}

void
sotay_month_page_install_output (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "month.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "month.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "month.mail", NULL, mail_cb);
  gtk_widget_class_install_action (widget_class, "month.anyway", NULL, anyway_cb);
  gtk_widget_class_install_action (widget_class, "month.look", NULL, look_cb);
}
