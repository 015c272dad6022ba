/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/month-head.h"

#include "app/widgets/bar-chart.h"
#include "app/widgets/progress-ring.h"
#include "core/dates.h"
#include "core/numbers.h"

#include <glib/gi18n-lib.h>

struct _SotayMonthHead
{
  AdwBin parent_instance;

  SotayProgressRing *ring;
  SotayBarChart *chart;
  GtkLabel *due_label;
  GtkLabel *due_difference;
  GtkLabel *trained_label;
  GtkLabel *trained_difference;
  GtkLabel *passed_label;
  GtkLabel *passed_difference;
  GtkLabel *newly_label;
  GtkLabel *left_label;
};

G_DEFINE_FINAL_TYPE (SotayMonthHead, sotay_month_head, ADW_TYPE_BIN)

static void
show_number (GtkLabel *label, guint number)
{
  g_autofree char *text = sotay_number_format (number);

  gtk_label_set_text (label, text);
}

static void
show_difference (GtkLabel *label, guint now, guint before, const char *day_before)
{
  g_autofree char *difference = sotay_difference_text ((gint64) now - before);
  /* Translators: "+6 since 31/10/2026" */
  g_autofree char *text = g_strdup_printf (_("%s since %s"), difference, day_before);

  gtk_label_set_text (label, text);
}

static char *
month_text (const GDate *day)
{
  guint month = g_date_get_month (day);

  return g_strdup_printf (month <= 2 ? "%02u/%02u" : "%u/%02u", month, g_date_get_year (day) % 100);
}

static void
show_chart (SotayMonthHead *self, SotayMonthFigures *figures, SotayMonthPart *part)
{
  SotayBar bars[SOTAY_MONTH_FIGURES_SPAN];

  for (guint i = 0; i < SOTAY_MONTH_FIGURES_SPAN; i++)
    {
      guint ago = SOTAY_MONTH_FIGURES_SPAN - 1 - i;
      const SotayMonthCounts *counts = sotay_month_part_get_counts (part, ago);

      bars[i].label = month_text (sotay_month_figures_get_day (figures, ago));
      bars[i].value = sotay_whole_percent_text (counts->trained, counts->due);
      bars[i].share = counts->due > 0 ? (double) counts->trained / counts->due : 0;
    }
  sotay_bar_chart_set_bars (self->chart, _("Share of trained staff at the end of each month"), bars, G_N_ELEMENTS (bars));
  for (guint i = 0; i < SOTAY_MONTH_FIGURES_SPAN; i++)
    {
      g_free (bars[i].label);
      g_free (bars[i].value);
    }
}

static void
bind_labels (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SotayMonthHead, due_label);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthHead, due_difference);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthHead, trained_label);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthHead, trained_difference);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthHead, passed_label);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthHead, passed_difference);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthHead, newly_label);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthHead, left_label);
}

static void
sotay_month_head_class_init (SotayMonthHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SOTAY_TYPE_PROGRESS_RING);
  g_type_ensure (SOTAY_TYPE_BAR_CHART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/month-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayMonthHead, ring);
  gtk_widget_class_bind_template_child (widget_class, SotayMonthHead, chart);
  bind_labels (widget_class);
}

static void
sotay_month_head_init (SotayMonthHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sotay_month_head_show (SotayMonthHead *self, SotayMonthFigures *figures, SotayMonthPart *part)
{
  const SotayMonthCounts *now = sotay_month_part_get_counts (part, 0);
  const SotayMonthCounts *before = sotay_month_part_get_counts (part, 1);
  g_autofree char *day = sotay_date_format (sotay_month_figures_get_day (figures, 1));

  sotay_progress_ring_set_figures (self->ring, now->due, now->trained, now->passed);
  show_number (self->due_label, now->due);
  show_number (self->trained_label, now->trained);
  show_number (self->passed_label, now->passed);
  show_number (self->newly_label, sotay_month_part_get_newly_trained (part));
  show_number (self->left_label, now->due - MIN (now->trained, now->due));
  show_difference (self->due_difference, now->due, before->due, day);
  show_difference (self->trained_difference, now->trained, before->trained, day);
  show_difference (self->passed_difference, now->passed, before->passed, day);
  show_chart (self, figures, part);
}

char *
sotay_difference_text (gint64 difference)
{
  g_autofree char *number = sotay_number_format (difference < 0 ? -difference : difference);

  return g_strconcat (difference > 0 ? "+" : difference < 0 ? "−" : "±", number, NULL);
}

char *
sotay_whole_percent_text (guint part, guint whole)
{
  guint64 percent;

  if (whole == 0)
    return g_strdup ("–");
  percent = ((guint64) part * 200 + whole) / ((guint64) whole * 2);
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %%", part < whole ? MIN (percent, 99) : percent);
}
