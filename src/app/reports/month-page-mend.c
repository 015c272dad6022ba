/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of a month: from a finding to where it is mended. */
#include "app/reports/month-page-private.h"

static void
show_figure (SotayMonthPage *self, const char *name)
{
  const SotayReportFigure *figure = sotay_report_find_figure (self->built->report, name);

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->preview));
  if (figure != NULL)
    sotay_report_preview_show_figure (self->preview, figure, 0, 0, 0);
}

static void
show_month (SotayMonthPage *self)
{
  GtkWidget *buttons[] = { GTK_WIDGET (self->close_button), GTK_WIDGET (self->reopen_button) };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_widget_get_visible (buttons[i]))
      {
        gtk_widget_grab_focus (buttons[i]);
        return;
      }
}

void
sotay_month_page_mend (SotayMonthPage *self, const SotayFinding *finding)
{
  const char *id = finding->target_id != NULL ? finding->target_id : "";
  GtkWidget *widget = GTK_WIDGET (self);

  switch (finding->target)
    {
    case SOTAY_TARGET_SETTING:
      gtk_widget_activate_action (widget, "win.show-setting", "s", id);
      break;
    case SOTAY_TARGET_TEMPLATE:
      gtk_widget_activate_action (widget, "win.show-setting", "s", "templates");
      break;
    case SOTAY_TARGET_FIELD:
      sotay_written_parts_edit_field (self->parts, id);
      break;
    case SOTAY_TARGET_PART:
      sotay_written_parts_edit_part (self->parts, id);
      break;
    case SOTAY_TARGET_UNIT:
      gtk_widget_activate_action (widget, "win.show-training", "(sss)", "staff", id, "");
      break;
    case SOTAY_TARGET_SESSION:
      gtk_widget_activate_action (widget, "win.show-training", "(sss)", "sessions", "", id);
      break;
    case SOTAY_TARGET_PERSON:
      gtk_widget_activate_action (widget, "win.show-training", "(sss)", "staff", "", id);
      break;
    case SOTAY_TARGET_FIGURE:
      show_figure (self, id);
      break;
    case SOTAY_TARGET_MONTH:
    default:
      show_month (self);
    }
}
