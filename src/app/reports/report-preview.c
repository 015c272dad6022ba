/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/report-preview.h"

#include "app/reports/figure-people.h"
#include "app/reports/sheet-canvas.h"
#include "app/widgets/notice.h"

#include <glib/gi18n-lib.h>

#define SPINNER_MS 200
#define STEP 1.25 /* of the zoom */

struct _SotayReportPreview
{
  AdwBin parent_instance;

  SotayServices *services;

  GtkStack *stack;
  SotayNotice *notice;
  SotaySheetCanvas *canvas;
  GtkLabel *page_label;
  GtkMenuButton *zoom_button;
  GtkLabel *zoom_label;
  GtkPopover *popover;
  GtkLabel *figure_label;
  GtkLabel *rule_label;
  GtkButton *people_button;

  SotayReport *report; /* the newest, laid out or not */
  SotaySheets *sheets;
  const SotayReportFigure *figure; /* of the popover, in sheets */
  GCancellable *loading;
  guint spinner_timeout;
  GtkEventController *shortcuts;
};

enum
{
  PART_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayReportPreview, sotay_report_preview, ADW_TYPE_BIN)

/* Where a click went, until it is known what stands there. */
typedef struct
{
  SotayReportPreview *preview;
  guint page;
  double x;
  double y;
} Click;

static void
show_zoom (SotayReportPreview *self)
{
  guint percent = (guint) (sotay_sheet_canvas_get_zoom (self->canvas) * 100 + 0.5);
  g_autofree char *text = g_strdup_printf ("%u %%", percent);

  gtk_label_set_text (self->zoom_label, text);
}

static void
show_page (SotayReportPreview *self)
{
  /* Translators: "Page 2 of 5" */
  g_autofree char *text = self->sheets != NULL
                            ? g_strdup_printf (_("Page %u of %u"), sotay_sheet_canvas_get_page (self->canvas) + 1,
                                               sotay_sheets_get_n_pages (self->sheets))
                            : g_strdup ("");

  gtk_label_set_text (self->page_label, text);
}

static void
zoom_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_sheet_canvas_zoom_by (SOTAY_REPORT_PREVIEW (widget)->canvas, STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sotay_sheet_canvas_zoom_by (SOTAY_REPORT_PREVIEW (widget)->canvas, 1 / STEP);
}

/* To a number of percents; 0 and 1: to the width and to the whole page. */
static void
zoom_to_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayReportPreview *self = SOTAY_REPORT_PREVIEW (widget);
  int percent = g_variant_get_int32 (parameter);

  if (percent <= 1)
    sotay_sheet_canvas_set_mode (self->canvas, percent == 0 ? SOTAY_ZOOM_FIT_WIDTH : SOTAY_ZOOM_FIT_PAGE);
  else
    sotay_sheet_canvas_zoom_by (self->canvas, percent / 100.0 / sotay_sheet_canvas_get_zoom (self->canvas));
}

static void
people_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayReportPreview *self = SOTAY_REPORT_PREVIEW (widget);

  gtk_popover_popdown (self->popover);
  if (self->figure == NULL || self->figure->people == NULL)
    return;
  gtk_window_present (GTK_WINDOW (sotay_figure_people_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                           sotay_services_get_store (self->services),
                                                           self->figure->people, self->figure->rule)));
}

void
sotay_report_preview_show_figure (SotayReportPreview *self, const SotayReportFigure *figure, guint page, double x,
                                  double y)
{
  g_autofree char *text = sotay_report_figure_format (figure);
  GdkRectangle place = sotay_sheet_canvas_find_place (self->canvas, page, x, y);
  double to_x, to_y;

  self->figure = figure;
  gtk_label_set_text (self->figure_label, text);
  gtk_label_set_text (self->rule_label, figure->rule != NULL ? figure->rule : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rule_label), figure->rule != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->people_button), figure->people != NULL);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (self), place.x, place.y, &to_x, &to_y);
  place.x = (int) to_x;
  place.y = (int) to_y;
  gtk_popover_set_pointing_to (self->popover, &place);
  gtk_popover_popup (self->popover);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Click *click = data;
  g_autoptr (SotayReportPreview) self = click->preview;
  SotaySheetPlace place = sotay_sheets_find_finish (result);

  if (SOTAY_SHEETS (source) != self->sheets)
    return; /* other pages by now */
  if (place.figure >= 0)
    sotay_report_preview_show_figure (self, sotay_sheets_get_report (self->sheets)->figures->pdata[place.figure],
                                      click->page, click->x, click->y);
  else if (place.part != NULL)
    g_signal_emit (self, signals[PART_CLICKED], 0, place.part);
}

static void
clicked_cb (SotayReportPreview *self, guint page, double x, double y)
{
  Click *click = g_new0 (Click, 1);

  *click = (Click) { g_object_ref (self), page, x, y };
  sotay_sheets_find_async (self->sheets, page, x, y, found_cb, click);
}

static gboolean
show_spinner_cb (gpointer data)
{
  SotayReportPreview *self = data;

  self->spinner_timeout = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

static void
set_sheets (SotayReportPreview *self, SotaySheets *sheets)
{
  self->figure = NULL;
  gtk_popover_popdown (self->popover);
  g_set_object (&self->sheets, sheets);
  sotay_sheet_canvas_set_sheets (self->canvas, sheets);
  show_page (self);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayReportPreview) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotaySheets) sheets = sotay_sheets_make_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  sotay_notice_show_error (self->notice, error);
  if (sheets == NULL)
    return;
  set_sheets (self, sheets);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

void
sotay_report_preview_show (SotayReportPreview *self, SotayReport *report)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->report, sotay_report_unref);
  if (report == NULL)
    {
      set_sheets (self, NULL);
      return;
    }
  self->report = sotay_report_ref (report);
  self->loading = g_cancellable_new ();
  if (self->sheets == NULL && self->spinner_timeout == 0)
    self->spinner_timeout = g_timeout_add (SPINNER_MS, show_spinner_cb, self);
  sotay_sheets_make_async (report, self->loading, made_cb, g_object_ref (self));
}

SotaySheets *
sotay_report_preview_get_sheets (SotayReportPreview *self)
{
  return self->sheets;
}

void
sotay_report_preview_set_services (SotayReportPreview *self, SotayServices *services)
{
  g_set_object (&self->services, services);
}

/* Only pages that are seen take the keys. */
static void
sotay_report_preview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sotay_report_preview_parent_class)->map (widget);
  gtk_widget_add_controller (widget, g_object_ref (SOTAY_REPORT_PREVIEW (widget)->shortcuts));
}

static void
sotay_report_preview_unmap (GtkWidget *widget)
{
  gtk_widget_remove_controller (widget, SOTAY_REPORT_PREVIEW (widget)->shortcuts);
  GTK_WIDGET_CLASS (sotay_report_preview_parent_class)->unmap (widget);
}

static void
add_shortcut (SotayReportPreview *self, const char *key, const char *action, GVariant *target)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key), gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (self->shortcuts), shortcut);
}

static void
add_shortcuts (SotayReportPreview *self)
{
  self->shortcuts = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (self->shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_shortcut (self, "<Control>plus|<Control>equal|<Control>KP_Add", "preview.zoom-in", NULL);
  add_shortcut (self, "<Control>minus|<Control>KP_Subtract", "preview.zoom-out", NULL);
  add_shortcut (self, "<Control>0|<Control>KP_0", "preview.zoom-to", g_variant_new_int32 (100));
  add_shortcut (self, "<Control>1", "preview.zoom-to", g_variant_new_int32 (0));
  add_shortcut (self, "<Control>2", "preview.zoom-to", g_variant_new_int32 (1));
}

static void
sotay_report_preview_dispose (GObject *object)
{
  SotayReportPreview *self = SOTAY_REPORT_PREVIEW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_object (&self->shortcuts);
  g_clear_object (&self->services);
  g_clear_object (&self->sheets);
  g_clear_pointer (&self->report, sotay_report_unref);
  G_OBJECT_CLASS (sotay_report_preview_parent_class)->dispose (object);
}

static void
sotay_report_preview_class_init (SotayReportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_report_preview_dispose;
  widget_class->map = sotay_report_preview_map;
  widget_class->unmap = sotay_report_preview_unmap;
  signals[PART_CLICKED] = g_signal_new ("part-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SOTAY_TYPE_SHEET_CANVAS);
  g_type_ensure (SOTAY_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/reports/report-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayReportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayReportPreview, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayReportPreview, canvas);
  gtk_widget_class_bind_template_child (widget_class, SotayReportPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, SotayReportPreview, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, SotayReportPreview, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, SotayReportPreview, popover);
  gtk_widget_class_bind_template_child (widget_class, SotayReportPreview, figure_label);
  gtk_widget_class_bind_template_child (widget_class, SotayReportPreview, rule_label);
  gtk_widget_class_bind_template_child (widget_class, SotayReportPreview, people_button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_zoom);
  gtk_widget_class_bind_template_callback (widget_class, show_page);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-to", "i", zoom_to_cb);
  gtk_widget_class_install_action (widget_class, "preview.people", NULL, people_cb);
}

static void
sotay_report_preview_init (SotayReportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  add_shortcuts (self);
  show_zoom (self);
}
