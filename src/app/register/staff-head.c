/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/register/staff-head.h"

#include "app/widgets/progress-ring.h"
#include "app/widgets/spare.h"
#include "app/widgets/trend-chart.h"
#include "app/widgets/wrap.h"
#include "core/dates.h"
#include "core/numbers.h"
#include "register/campaign.h"

#include <glib/gi18n-lib.h>

struct _SotayStaffHead
{
  AdwBin parent_instance;

  SotayProgressRing *ring;
  GtkLabel *title;
  GtkLabel *due_label;
  GtkLabel *trained_label;
  GtkLabel *passed_label;
  GtkLabel *left_label;
  GtkLabel *deadline_label;
  SotayTrendChart *chart;
  GtkWidget *chart_place;
};

G_DEFINE_FINAL_TYPE (SotayStaffHead, sotay_staff_head, ADW_TYPE_BIN)

/* A button that holds more than a label has no name of its own. */
static void
name_button (GtkLabel *label, const char *name)
{
  GtkWidget *button = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_BUTTON);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_number (GtkLabel *label, const char *caption, guint number)
{
  g_autofree char *text = sotay_number_format (number);
  g_autofree char *name = g_strdup_printf ("%s: %s", caption, text);

  gtk_label_set_text (label, text);
  name_button (label, name);
}

static char *
create_left_text (guint due, guint trained)
{
  g_autofree char *left = sotay_number_format (due - trained);

  if (due == 0)
    return g_strdup (_("Nobody has to be trained yet"));
  if (trained == due)
    return g_strdup (_("Everyone has been trained"));
  return g_strdup_printf (ngettext ("%s person left to train", "%s people left to train", due - trained), left);
}

static void
sotay_staff_head_class_init (SotayStaffHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SOTAY_TYPE_PROGRESS_RING);
  g_type_ensure (SOTAY_TYPE_SPARE);
  g_type_ensure (SOTAY_TYPE_TREND_CHART);
  g_type_ensure (SOTAY_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/register/staff-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, ring);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, title);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, due_label);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, trained_label);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, passed_label);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, left_label);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, deadline_label);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, chart);
  gtk_widget_class_bind_template_child (widget_class, SotayStaffHead, chart_place);
}

static void
sotay_staff_head_init (SotayStaffHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_staff_head_show (SotayStaffHead *self, SotayUnitProgress *part)
{
  SotayUnit *unit = sotay_unit_progress_get_unit (part);
  guint due = sotay_unit_progress_get_due (part);
  guint trained = MIN (sotay_unit_progress_get_trained (part), due);
  guint passed = sotay_unit_progress_get_passed (part);
  g_autofree char *left = create_left_text (due, trained);

  sotay_progress_ring_set_figures (self->ring, due, trained, passed);
  gtk_label_set_text (self->title, unit != NULL ? sotay_unit_get_name (unit) : _("All units"));
  show_number (self->due_label, _("Due for training"), due);
  show_number (self->trained_label, _("Trained"), trained);
  show_number (self->passed_label, _("Passed"), passed);
  gtk_label_set_text (self->left_label, left);
  name_button (self->left_label, left);
}

static char *
create_deadline_text (const char *iso, const GDate *today)
{
  g_autofree char *formatted = sotay_date_format_iso (iso);
  g_autofree char *number = NULL;
  GDate deadline;
  int days;

  if (!sotay_date_parse_iso (iso, &deadline))
    return g_strdup ("");
  days = g_date_days_between (today, &deadline);
  number = sotay_number_format (ABS (days));
  if (days == 0)
    return g_strdup_printf (_("Deadline %s: today"), formatted);
  if (days > 0)
    return g_strdup_printf (ngettext ("Deadline %s: %s day left", "Deadline %s: %s days left", days), formatted, number);
  return g_strdup_printf (ngettext ("Deadline %s: %s day ago", "Deadline %s: %s days ago", -days), formatted, number);
}

void
sotay_staff_head_show_campaign (SotayStaffHead *self, SotayRecord *campaign, const GDate *today)
{
  const char *iso = campaign != NULL ? sotay_record_get (campaign, SOTAY_CAMPAIGN_DEADLINE) : NULL;
  g_autofree char *text = iso != NULL ? create_deadline_text (iso, today) : g_strdup (_("No deadline"));

  gtk_label_set_text (self->deadline_label, text);
  name_button (self->deadline_label, text);
}

void
sotay_staff_head_show_trend (SotayStaffHead *self, GArray *points)
{
  guint n_points = points != NULL ? points->len : 0;
  guint most = 0;
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (SotayTrendFigure));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_points; i++)
    {
      SotayTrendPoint *point = &g_array_index (points, SotayTrendPoint, i);
      SotayTrendFigure figure = { NULL, point->due, point->trained, point->passed };
      char *label = g_strdup_printf ("%d/%d", g_date_get_month (&point->day), g_date_get_year (&point->day));

      g_ptr_array_add (labels, label);
      figure.label = label;
      g_array_append_val (figures, figure);
      most = MAX (most, point->due);
    }
  sotay_trend_chart_set_figures (self->chart, (SotayTrendFigure *) figures->data, figures->len);
  /* Where nobody was due in all that time there is nothing to draw. */
  gtk_widget_set_visible (self->chart_place, most > 0);
}
