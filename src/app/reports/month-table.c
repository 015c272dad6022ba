/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/month-table.h"

#include "app/reports/month-head.h"
#include "core/numbers.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  COLUMN_UNIT,
  COLUMN_DUE,
  COLUMN_TRAINED,
  COLUMN_PERCENT,
  COLUMN_PASSED,
  COLUMN_NEWLY,
  COLUMN_DIFFERENCE,
  N_COLUMNS
} Column;

struct _SotayMonthTable
{
  AdwBin parent_instance;

  GtkColumnView *column_view;
};

G_DEFINE_FINAL_TYPE (SotayMonthTable, sotay_month_table, ADW_TYPE_BIN)

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
column_title (Column column)
{
  switch (column)
    {
    case COLUMN_UNIT:
      return _("Unit");
    case COLUMN_DUE:
      return _("Due");
    case COLUMN_TRAINED:
      return _("Trained");
    case COLUMN_PERCENT:
      return _("Share");
    case COLUMN_PASSED:
      return _("Passed");
    case COLUMN_NEWLY:
      return _("New in the month");
    default:
      return _("Since the month before");
    }
}

static char *
column_text (Column column, SotayMonthPart *part)
{
  const SotayMonthCounts *now = sotay_month_part_get_counts (part, 0);
  const SotayMonthCounts *before = sotay_month_part_get_counts (part, 1);

  switch (column)
    {
    case COLUMN_UNIT:
      return g_strdup (sotay_unit_get_name (sotay_month_part_get_unit (part)));
    case COLUMN_DUE:
      return sotay_number_format (now->due);
    case COLUMN_TRAINED:
      return sotay_number_format (now->trained);
    case COLUMN_PERCENT:
      return sotay_percent_format (now->trained, now->due);
    case COLUMN_PASSED:
      return sotay_number_format (now->passed);
    case COLUMN_NEWLY:
      return sotay_number_format (sotay_month_part_get_newly_trained (part));
    default:
      return sotay_difference_text ((gint64) now->trained - before->trained);
    }
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gboolean is_name = GPOINTER_TO_UINT (column) == COLUMN_UNIT;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_name ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), is_name ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), is_name ? 18 : 5);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_autofree char *text = column_text (GPOINTER_TO_UINT (column), gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
activate_cb (GtkColumnView *view, guint position, SotayMonthTable *self)
{
  g_autoptr (SotayMonthPart) part = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);

  if (part != NULL)
    g_signal_emit (self, signals[ACTIVATE], 0, part);
}

static void
add_column (SotayMonthTable *self, Column number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (column_title (number), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GUINT_TO_POINTER (number));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (number));
  gtk_column_view_column_set_expand (column, number == COLUMN_UNIT);
  gtk_column_view_append_column (self->column_view, column);
}

static void
sotay_month_table_class_init (SotayMonthTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, SOTAY_TYPE_MONTH_PART);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/month-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayMonthTable, column_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
sotay_month_table_init (SotayMonthTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint column = 0; column < N_COLUMNS; column++)
    add_column (self, column);
}

void
sotay_month_table_show (SotayMonthTable *self, SotayMonthPart *part)
{
  GListModel *children = g_object_ref (sotay_month_part_get_children (part));
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (children);

  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (selection));
}
