/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/reports-view.h"

#include "app/register/staff-filter.h"
#include "app/reports/documents-window.h"
#include "app/reports/figure-people.h"
#include "app/reports/month-head.h"
#include "app/reports/month-list.h"
#include "app/reports/month-page.h"
#include "app/reports/month-table.h"
#include "app/view.h"
#include "app/widgets/notice.h"
#include "core/dates.h"

#include <glib/gi18n-lib.h>

/* Changes that follow each other closely make the figures anew once. */
#define PAUSE_MS 200

struct _SotayReportsView
{
  AdwBin parent_instance;

  SotayServices *services;

  GtkStack *stack;
  SotayNotice *notice;
  SotayNotice *open_notice;
  GtkLabel *month_label;
  GtkLabel *day_label;
  GtkButton *up_button;
  GtkLabel *unit_label;
  SotayMonthHead *head;
  GtkWidget *table_box;
  SotayMonthTable *table;
  AdwLeaflet *leaflet;
  GtkWidget *months_box;
  GtkWidget *months_button;
  GtkWidget *month_box;
  SotayMonthList *months;
  GtkStack *tabs;
  SotayMonthPage *page;

  GDate month;      /* its first day */
  GDate day;        /* the current day when it was read */
  char *unit_id;    /* the unit looked at; NULL for all */
  SotayMonthFigures *figures;
  GCancellable *loading;
  gboolean outdated; /* the register changed since the figures were read */
  guint reload_timeout;
  guint folding;
};

static void view_iface_init (SotayViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayReportsView, sotay_reports_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SOTAY_TYPE_VIEW, view_iface_init))

enum
{
  PROP_SERVICES = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static GDate
first_of_this_month (void)
{
  GDate day = sotay_date_today ();

  g_date_set_day (&day, 1);
  return day;
}

/* The part looked at; all units when the unit is gone. */
static SotayMonthPart *
get_part (SotayReportsView *self)
{
  SotayMonthPart *part = self->unit_id != NULL ? sotay_month_figures_find (self->figures, self->unit_id) : NULL;

  return part != NULL ? part : sotay_month_figures_get_whole (self->figures);
}

static void
show_month (SotayReportsView *self)
{
  GDate this_month = first_of_this_month ();
  /* Translators: a month and its year, "Month 11/2026" */
  g_autofree char *text = g_strdup_printf (_("Month %u/%u"), (guint) g_date_get_month (&self->month),
                                           (guint) g_date_get_year (&self->month));

  gtk_label_set_text (self->month_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.next-month",
                                 g_date_compare (&self->month, &this_month) < 0);
}

static void
show_day (SotayReportsView *self)
{
  g_autofree char *day = sotay_date_format (sotay_month_figures_get_day (self->figures, 0));
  g_autofree char *text = NULL;

  if (sotay_month_figures_is_running (self->figures))
    text = g_strdup_printf (_("Figures up to %s; the month is still running"), day);
  else
    text = g_strdup_printf (_("Figures at the end of %s"), day);
  gtk_label_set_text (self->day_label, text);
}

static void
show_part (SotayReportsView *self)
{
  SotayMonthPart *part = get_part (self);
  SotayUnit *unit = sotay_month_part_get_unit (part);
  gboolean has_children = g_list_model_get_n_items (sotay_month_part_get_children (part)) > 0;

  gtk_label_set_text (self->unit_label, unit != NULL ? sotay_unit_get_name (unit) : _("All units"));
  gtk_widget_set_visible (GTK_WIDGET (self->up_button), unit != NULL);
  sotay_month_head_show (self->head, self->figures, part);
  sotay_month_table_show (self->table, part);
  gtk_widget_set_visible (self->table_box, has_children);
  sotay_month_page_show (self->page, &self->month, unit);
}

static void
show_figures (SotayReportsView *self, SotayMonthFigures *figures)
{
  SotayMonthPart *whole = sotay_month_figures_get_whole (figures);
  gboolean has_units = g_list_model_get_n_items (sotay_month_part_get_children (whole)) > 0;

  g_set_object (&self->figures, figures);
  show_day (self);
  show_part (self);
  gtk_stack_set_visible_child_name (self->stack, has_units ? "content" : "empty");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayReportsView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayMonthFigures) figures = sotay_month_figures_load_finish (result, &error);
  gboolean has_content = self->figures != NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  sotay_notice_show_error (self->notice, has_content ? error : NULL);
  sotay_notice_show_error (self->open_notice, has_content ? NULL : error);
  if (figures != NULL)
    show_figures (self, figures);
  else if (!has_content)
    gtk_stack_set_visible_child_name (self->stack, "error");
}

/* States and shares of all months. */
static void
load_months (SotayReportsView *self)
{
  GDate today = sotay_date_today ();

  sotay_month_list_load (self->months, sotay_services_get_store (self->services), &today, self->unit_id);
  sotay_month_list_select (self->months, &self->month);
}

static void
load (SotayReportsView *self)
{
  self->day = sotay_date_today ();
  self->outdated = FALSE;
  g_clear_handle_id (&self->reload_timeout, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  show_month (self);
  sotay_month_figures_load_async (sotay_services_get_store (self->services), &self->month, &self->day, self->loading,
                                  loaded_cb, g_object_ref (self));
}

static void
load_all (SotayReportsView *self)
{
  load (self);
  load_months (self);
}

static gboolean
reload_cb (gpointer data)
{
  SotayReportsView *self = data;

  self->reload_timeout = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load_all (self);
  return G_SOURCE_REMOVE;
}

/* A month takes reading everyone: not for figures that nobody looks at. */
static void
store_changed_cb (SotayReportsView *self)
{
  self->outdated = TRUE;
  sotay_month_page_reload (self->page);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->reload_timeout == 0)
    self->reload_timeout = g_timeout_add (PAUSE_MS, reload_cb, self);
}

static void
set_month (SotayReportsView *self)
{
  sotay_month_list_select (self->months, &self->month);
  load (self);
}

static void
month_chosen_cb (SotayReportsView *self, const GDate *month)
{
  self->month = *month;
  adw_leaflet_set_visible_child (self->leaflet, self->month_box);
  load (self);
}

static void
previous_month_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (widget);

  g_date_subtract_months (&self->month, 1);
  set_month (self);
}

static void
next_month_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (widget);

  g_date_add_months (&self->month, 1);
  set_month (self);
}

static void
set_unit_id (SotayReportsView *self, const char *unit_id)
{
  g_free (self->unit_id);
  self->unit_id = g_strdup (unit_id);
  show_part (self);
  load_months (self);
}

static void
unit_activated_cb (SotayReportsView *self, SotayMonthPart *part)
{
  set_unit_id (self, sotay_unit_get_id (sotay_month_part_get_unit (part)));
  gtk_widget_grab_focus (GTK_WIDGET (self->up_button));
}

static void
up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (widget);
  SotayUnit *unit = self->figures != NULL ? sotay_month_part_get_unit (get_part (self)) : NULL;

  if (unit != NULL)
    set_unit_id (self, sotay_unit_get_parent_id (unit));
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (widget);
  g_autofree char *text = NULL;

  if (self->figures == NULL)
    return;
  text = sotay_month_figures_to_text (self->figures, get_part (self));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.show-toast", "s", _("Figures copied: paste them into your report"));
}

static gboolean
sotay_reports_view_go_back (SotayView *view)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (view);

  if (sotay_month_page_go_back (self->page))
    return TRUE;
  if (self->unit_id != NULL && self->figures != NULL)
    {
      up_cb (GTK_WIDGET (self), NULL, NULL);
      return TRUE;
    }
  return adw_leaflet_get_folded (self->leaflet) && adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
sotay_reports_view_print (SotayView *view)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (view);

  if (self->figures == NULL)
    return;
  gtk_stack_set_visible_child_name (self->tabs, "report");
  sotay_month_page_print (self->page);
}

static gboolean
show_button_cb (gpointer data)
{
  SotayReportsView *self = data;

  self->folding = 0;
  gtk_widget_set_visible (self->months_button, adw_leaflet_get_folded (self->leaflet));
  return G_SOURCE_REMOVE;
}

/* It folds while the window is laid out, when nothing may appear. */
static void
folded_cb (SotayReportsView *self)
{
  if (self->folding == 0)
    self->folding = g_idle_add (show_button_cb, self);
}

static void
show_months_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->months_box);
  gtk_widget_child_focus (self->months_box, GTK_DIR_TAB_FORWARD);
}

static SotayStaffScope
find_scope (const char *name)
{
  if (g_str_equal (name, "trained"))
    return SOTAY_STAFF_TRAINED;
  if (g_str_equal (name, "passed"))
    return SOTAY_STAFF_PASSED;
  return g_str_equal (name, "untrained") ? SOTAY_STAFF_UNTRAINED : SOTAY_STAFF_DUE;
}

/* The people behind a figure, as they were on its day. */
static void
people_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  SotayStaffFilter filter = { { 0 } };
  const GDate *day;
  g_autofree char *rule = NULL;
  g_autoptr (SotayStaffQuery) query = NULL;

  if (self->figures == NULL)
    return;
  day = sotay_month_figures_get_day (self->figures, 0);
  filter.choices[SOTAY_FACET_SCOPE] = sotay_facet_find_option (SOTAY_FACET_SCOPE, name);
  rule = sotay_staff_filter_dup_rule (&filter, day);
  query = sotay_staff_query_new (self->unit_id, find_scope (name), NULL, day);
  gtk_window_present (GTK_WINDOW (sotay_figure_people_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                           sotay_services_get_store (self->services), query, rule)));
}

static void
documents_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (widget);

  gtk_window_present (GTK_WINDOW (sotay_documents_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              self->services)));
}

static void
show_tab_cb (GtkWidget *widget, const char *action, GVariant *name)
{
  gtk_stack_set_visible_child_name (SOTAY_REPORTS_VIEW (widget)->tabs, g_variant_get_string (name, NULL));
}

/* The register changed while the view was hidden, or the window stayed open overnight. */
static void
sotay_reports_view_map (GtkWidget *widget)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (widget);
  GDate today = sotay_date_today ();

  GTK_WIDGET_CLASS (sotay_reports_view_parent_class)->map (widget);
  if (self->outdated || g_date_compare (&today, &self->day) != 0)
    load_all (self);
}

static void
sotay_reports_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (object);

  switch (id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sotay_reports_view_constructed (GObject *object)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (object);

  G_OBJECT_CLASS (sotay_reports_view_parent_class)->constructed (object);
  self->month = first_of_this_month ();
  sotay_month_page_set_services (self->page, self->services);
  g_signal_connect_object (sotay_services_get_store (self->services), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->outdated = TRUE;
}

static void
sotay_reports_view_dispose (GObject *object)
{
  SotayReportsView *self = SOTAY_REPORTS_VIEW (object);

  g_clear_handle_id (&self->reload_timeout, g_source_remove);
  g_clear_handle_id (&self->folding, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->services);
  g_clear_object (&self->figures);
  g_clear_pointer (&self->unit_id, g_free);
  G_OBJECT_CLASS (sotay_reports_view_parent_class)->dispose (object);
}

static void
view_iface_init (SotayViewInterface *iface)
{
  iface->go_back = sotay_reports_view_go_back;
  iface->print = sotay_reports_view_print;
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, open_notice);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, month_label);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, day_label);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, up_button);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, unit_label);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, head);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, table_box);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, table);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, months_box);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, months_button);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, month_box);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, months);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, tabs);
  gtk_widget_class_bind_template_child (widget_class, SotayReportsView, page);
}

static void
sotay_reports_view_class_init (SotayReportsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sotay_reports_view_set_property;
  object_class->constructed = sotay_reports_view_constructed;
  object_class->dispose = sotay_reports_view_dispose;
  widget_class->map = sotay_reports_view_map;
  props[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, SOTAY_TYPE_SERVICES,
                                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_type_ensure (SOTAY_TYPE_MONTH_HEAD);
  g_type_ensure (SOTAY_TYPE_MONTH_LIST);
  g_type_ensure (SOTAY_TYPE_MONTH_PAGE);
  g_type_ensure (SOTAY_TYPE_MONTH_TABLE);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/reports-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, month_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_activated_cb);
  gtk_widget_class_install_action (widget_class, "report.previous-month", NULL, previous_month_cb);
  gtk_widget_class_install_action (widget_class, "report.next-month", NULL, next_month_cb);
  gtk_widget_class_install_action (widget_class, "report.up", NULL, up_cb);
  gtk_widget_class_install_action (widget_class, "report.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "report.show-months", NULL, show_months_cb);
  gtk_widget_class_install_action (widget_class, "report.people", "s", people_cb);
  gtk_widget_class_install_action (widget_class, "report.documents", NULL, documents_cb);
  gtk_widget_class_install_action (widget_class, "report.show-tab", "s", show_tab_cb);
}

static void
sotay_reports_view_init (SotayReportsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Where there is room for one only, the running month is what is wanted. */
  adw_leaflet_set_visible_child (self->leaflet, self->month_box);
}

GtkWidget *
sotay_reports_view_new (SotayServices *services)
{
  return g_object_new (SOTAY_TYPE_REPORTS_VIEW, "services", services, NULL);
}
