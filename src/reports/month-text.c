/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reports/month-figures.h"

#include "core/dates.h"
#include "core/numbers.h"

#include <glib/gi18n-lib.h>

static void
append_line (GString *text, const char *label, gint64 number, const char *percent)
{
  g_autofree char *formatted = sotay_number_format (number);

  g_string_append_printf (text, "%s: %s", label, formatted);
  if (percent != NULL)
    g_string_append_printf (text, " (%s)", percent);
  g_string_append_c (text, '\n');
}

static void
append_difference (GString *text, SotayMonthFigures *figures, SotayMonthPart *part)
{
  g_autofree char *day = sotay_date_format (sotay_month_figures_get_day (figures, 1));
  const SotayMonthCounts *before = sotay_month_part_get_counts (part, 1);
  g_autofree char *trained = sotay_number_format (before->trained);
  g_autofree char *due = sotay_number_format (before->due);
  g_autofree char *percent = sotay_percent_format (before->trained, before->due);

  /* Translators: "On 31/10/2026: 96 of 120 trained (80 %)" */
  g_string_append_printf (text, _("On %s: %s of %s trained (%s)"), day, trained, due, percent);
  g_string_append_c (text, '\n');
}

static void
append_child (GString *text, guint number, SotayMonthPart *part)
{
  const SotayMonthCounts *counts = sotay_month_part_get_counts (part, 0);
  g_autofree char *trained = sotay_number_format (counts->trained);
  g_autofree char *due = sotay_number_format (counts->due);
  g_autofree char *percent = sotay_percent_format (counts->trained, counts->due);

  g_string_append_printf (text, "%u. %s: %s/%s (%s)\n", number,
                          sotay_unit_get_name (sotay_month_part_get_unit (part)), trained, due, percent);
}

char *
sotay_month_figures_to_text (SotayMonthFigures *figures, SotayMonthPart *part)
{
  GString *text = g_string_new (NULL);
  const SotayMonthCounts *counts = sotay_month_part_get_counts (part, 0);
  SotayUnit *unit = sotay_month_part_get_unit (part);
  GListModel *children = sotay_month_part_get_children (part);
  guint n_children = g_list_model_get_n_items (children);
  g_autofree char *day = sotay_date_format (sotay_month_figures_get_day (figures, 0));
  g_autofree char *trained = sotay_percent_format (counts->trained, counts->due);
  g_autofree char *passed = sotay_percent_format (counts->passed, counts->due);

  g_string_append_printf (text, _("Training in the use of VNeID, figures up to %s"), day);
  g_string_append_printf (text, "\n%s\n", unit != NULL ? sotay_unit_get_name (unit) : _("All units"));
  append_line (text, _("Due for training"), counts->due, NULL);
  append_line (text, _("Trained"), counts->trained, trained);
  append_line (text, _("Passed"), counts->passed, passed);
  append_line (text, _("Newly trained in the month"), sotay_month_part_get_newly_trained (part), NULL);
  append_line (text, _("Still to be trained"), (gint64) counts->due - counts->trained, NULL);
  append_difference (text, figures, part);
  if (n_children > 0)
    g_string_append_printf (text, "\n%s\n", _("By unit (trained / due):"));
  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr (SotayMonthPart) child = g_list_model_get_item (children, i);

      append_child (text, i + 1, child);
    }
  return g_string_free (text, FALSE);
}
