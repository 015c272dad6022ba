/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/month-list.h"

#include "app/reports/month-head.h"
#include "core/dates.h"
#include "register/monthly.h"

#include <glib/gi18n-lib.h>

#define N_MONTHS 24 /* shares are known of SOTAY_MONTH_FIGURES_SPAN */

/* The labels of a month's row. */
typedef struct
{
  GtkListBoxRow *row;
  GtkLabel *share;
  GtkLabel *state;
} Month;

struct _SotayMonthList
{
  AdwBin parent_instance;

  GtkListBox *list_box;

  Month months[N_MONTHS];
  GDate first; /* the first day of the running month */
  SotayMonthFigures *figures;
  GPtrArray *records;
  char *unit_id;
  GCancellable *loading;
  gboolean selecting;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayMonthList, sotay_month_list, ADW_TYPE_BIN)

static GDate
get_month (SotayMonthList *self, guint ago)
{
  GDate month = self->first;

  g_date_subtract_months (&month, ago);
  return month;
}

static char *
create_state (SotayRecord *record, gboolean is_running)
{
  switch (sotay_monthly_get_state (record))
    {
    case SOTAY_MONTHLY_CLOSED:
      return g_strdup (C_("month", "Closed"));
    case SOTAY_MONTHLY_SENT:
      return g_strdup (C_("month", "Sent"));
    default:
      return g_strdup (is_running ? C_("month", "Running") : C_("month", "Open"));
    }
}

static char *
create_share (SotayMonthList *self, guint ago)
{
  SotayMonthPart *part;
  const SotayMonthCounts *counts;

  if (self->figures == NULL || ago >= SOTAY_MONTH_FIGURES_SPAN)
    return g_strdup ("");
  part = self->unit_id != NULL ? sotay_month_figures_find (self->figures, self->unit_id)
                               : sotay_month_figures_get_whole (self->figures);
  counts = part != NULL ? sotay_month_part_get_counts (part, ago) : NULL;
  return counts != NULL ? sotay_whole_percent_text (counts->trained, counts->due) : g_strdup ("");
}

static void
show_month (SotayMonthList *self, guint ago)
{
  Month *month = &self->months[ago];
  GDate first = get_month (self, ago);
  SotayRecord *record = self->records != NULL ? sotay_monthly_find (self->records, &first, self->unit_id) : NULL;
  g_autofree char *title = g_strdup_printf (_("Month %u/%u"), (guint) g_date_get_month (&first),
                                            (guint) g_date_get_year (&first));
  g_autofree char *state = create_state (record, ago == 0);
  g_autofree char *share = create_share (self, ago);
  g_autofree char *name = g_strdup_printf ("%s, %s %s", title, state, share);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (month->share)))),
                      title);
  gtk_label_set_text (month->share, share);
  gtk_label_set_text (month->state, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (month->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_months (SotayMonthList *self)
{
  for (guint i = 0; i < N_MONTHS; i++)
    show_month (self, i);
}

/* What went wrong is told where the month itself is read. */
static void
figures_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayMonthList) self = data;
  g_autoptr (SotayMonthFigures) figures = sotay_month_figures_load_finish (result, NULL);

  if (figures == NULL)
    return;
  g_set_object (&self->figures, figures);
  show_months (self);
}

static void
records_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayMonthList) self = data;
  g_autoptr (GPtrArray) records = sotay_store_list_records_finish (SOTAY_STORE (source), result, NULL);

  if (records == NULL)
    return;
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = g_steal_pointer (&records);
  show_months (self);
}

void
sotay_month_list_load (SotayMonthList *self, SotayStore *store, const GDate *today, const char *unit_id)
{
  self->first = *today;
  g_date_set_day (&self->first, 1);
  if (g_strcmp0 (self->unit_id, unit_id) != 0)
    {
      g_free (self->unit_id);
      self->unit_id = g_strdup (unit_id);
    }
  show_months (self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  sotay_month_figures_load_async (store, today, today, self->loading, figures_loaded_cb, g_object_ref (self));
  sotay_store_list_records_async (store, SOTAY_RECORD_MONTHLY, -1, NULL, self->loading, records_loaded_cb,
                                  g_object_ref (self));
}

void
sotay_month_list_select (SotayMonthList *self, const GDate *month)
{
  guint ago = (g_date_get_year (&self->first) - g_date_get_year (month)) * 12
              + g_date_get_month (&self->first) - g_date_get_month (month);

  self->selecting = TRUE;
  gtk_list_box_select_row (self->list_box, ago < N_MONTHS ? self->months[ago].row : NULL);
  self->selecting = FALSE;
}

static void
selected_cb (SotayMonthList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list_box);
  GDate month;

  if (row == NULL || self->selecting)
    return;
  month = get_month (self, (guint) gtk_list_box_row_get_index (row));
  g_signal_emit (self, signals[CHOSEN], 0, &month);
}

static void
add_month (SotayMonthList *self, Month *month)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *share = gtk_label_new (NULL);
  GtkWidget *state = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "numeric");
  gtk_widget_add_css_class (share, "numeric");
  gtk_widget_add_css_class (share, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_widget_add_css_class (state, "unit-about");
  gtk_widget_add_css_class (state, "dim-label");
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), share);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), state);
  gtk_widget_add_css_class (box, "month");
  gtk_list_box_append (self->list_box, box);
  month->row = GTK_LIST_BOX_ROW (gtk_widget_get_parent (box));
  month->share = GTK_LABEL (share);
  month->state = GTK_LABEL (state);
}

static void
sotay_month_list_dispose (GObject *object)
{
  SotayMonthList *self = SOTAY_MONTH_LIST (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->figures);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->unit_id, g_free);
  G_OBJECT_CLASS (sotay_month_list_parent_class)->dispose (object);
}

static void
sotay_month_list_class_init (SotayMonthListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sotay_month_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_DATE);
}

static void
sotay_month_list_init (SotayMonthList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list_box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_box), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Months"), -1);
  for (guint i = 0; i < N_MONTHS; i++)
    add_month (self, &self->months[i]);
  g_signal_connect_object (self->list_box, "selected-rows-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list_box));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
