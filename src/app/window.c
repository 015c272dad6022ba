/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window.h"

#include "app/catalogue/catalogue-view.h"
#include "app/guide/guide-view.h"
#include "app/register/register-view.h"
#include "app/reports/reports-view.h"
#include "app/window-actions.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

#define PRESENT_ICON "media-playback-start-symbolic"
/* From this width on, in letters of the usual size, the header bar has room for a word beside the views. */
#define WIDE 1180
#define PLAIN_DPI (96 * PANGO_SCALE)

struct _SotayWindow
{
  AdwApplicationWindow parent_instance;

  SotayServices *services;

  GtkWidget *header_bar;
  AdwViewStack *stack;
  AdwToastOverlay *toast_overlay;
  SotayShowStarter *starter;
  AdwSplitButton *present_button;
  GtkWidget *present_content;
  GMenuModel *present_menu;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  AdwToast *toast; /* the one shown last, a weak pointer */
  gboolean wide; /* there is room for a word on the button that presents */
  guint narrowing;
};

enum
{
  PROP_SERVICES = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SotayWindow, sotay_window, ADW_TYPE_APPLICATION_WINDOW)

static GtkWidget *
make_view (SotayWindow *self, const char *name)
{
  if (g_str_equal (name, "guide"))
    return GTK_WIDGET (sotay_guide_view_new (self->services));
  if (g_str_equal (name, "register"))
    return sotay_register_view_new (self->services);
  if (g_str_equal (name, "reports"))
    return sotay_reports_view_new (self->services);
  return GTK_WIDGET (sotay_catalogue_view_new (self->services));
}

/* Each page of the stack is an empty bin until it is shown: a start builds one view, not four. */
static AdwBin *
ensure_visible_view (SotayWindow *self)
{
  AdwBin *bin = ADW_BIN (adw_view_stack_get_visible_child (self->stack));

  if (adw_bin_get_child (bin) == NULL)
    adw_bin_set_child (bin, make_view (self, adw_view_stack_get_visible_child_name (self->stack)));
  return bin;
}

/* The manual over the whole screen is nothing but its pages; the other views need the way to each other. */
static void
update_header (SotayWindow *self)
{
  gboolean reading = g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "guide") == 0;

  gtk_widget_set_visible (self->header_bar, !reading || !gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

static void
visible_child_changed_cb (SotayWindow *self)
{
  if (self->services == NULL)
    return;
  ensure_visible_view (self);
  update_header (self);
  g_settings_set_string (sotay_services_get_settings (self->services), SOTAY_SETTING_VIEW,
                         adw_view_stack_get_visible_child_name (self->stack));
}

/* Where there is little room the button that presents is a sign only. */
static gboolean
narrow_cb (gpointer data)
{
  SotayWindow *self = data;

  self->narrowing = 0;
  if (self->wide)
    adw_split_button_set_child (self->present_button, self->present_content);
  else
    adw_split_button_set_icon_name (self->present_button, PRESENT_ICON);
  return G_SOURCE_REMOVE;
}

/* Sizes are given out here: a button that changed now would not get its own. */
static void
sotay_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SotayWindow *self = SOTAY_WINDOW (widget);
  gboolean wide;
  int dpi;

  GTK_WIDGET_CLASS (sotay_window_parent_class)->size_allocate (widget, width, height, baseline);
  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  wide = width >= WIDE * MAX (dpi, PLAIN_DPI) / PLAIN_DPI;
  if (wide == self->wide)
    return;
  self->wide = wide;
  if (self->narrowing == 0)
    self->narrowing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, narrow_cb, self, NULL);
}

/* The switcher of a narrow window and the menu are made when they are first wanted: a start can do without. */
static void
title_visible_changed_cb (SotayWindow *self)
{
  if (adw_view_switcher_title_get_title_visible (self->switcher_title))
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->stack);
}

/* After the first frame: what a start can do without. */
static gboolean
settle_cb (gpointer data)
{
  SotayWindow *self = data;

  if (self->services == NULL)
    return G_SOURCE_REMOVE;
  adw_split_button_set_menu_model (self->present_button, self->present_menu);
  sotay_show_starter_look (self->starter);
  return G_SOURCE_REMOVE;
}

static void
sotay_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sotay_window_parent_class)->map (widget);
  g_idle_add_full (G_PRIORITY_LOW, settle_cb, g_object_ref (widget), g_object_unref);
}

static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  SotayWindow *self = data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->menu);
}

static void
restore_state (SotayWindow *self)
{
  GSettings *settings = sotay_services_get_settings (self->services);
  g_autofree char *view = g_settings_get_string (settings, SOTAY_SETTING_VIEW);

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, SOTAY_SETTING_WINDOW_WIDTH),
                               g_settings_get_int (settings, SOTAY_SETTING_WINDOW_HEIGHT));
  if (g_settings_get_boolean (settings, SOTAY_SETTING_WINDOW_MAXIMIZED))
    gtk_window_maximize (GTK_WINDOW (self));
  sotay_window_show_view (self, view);
  ensure_visible_view (self);
}

static void
save_state (SotayWindow *self)
{
  GSettings *settings = sotay_services_get_settings (self->services);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, SOTAY_SETTING_WINDOW_WIDTH, width);
  g_settings_set_int (settings, SOTAY_SETTING_WINDOW_HEIGHT, height);
  g_settings_set_boolean (settings, SOTAY_SETTING_WINDOW_MAXIMIZED, gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
sotay_window_close_request (GtkWindow *window)
{
  save_state (SOTAY_WINDOW (window));
  return GTK_WINDOW_CLASS (sotay_window_parent_class)->close_request (window);
}

static void
sotay_window_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SotayWindow *self = SOTAY_WINDOW (object);

  if (property_id == PROP_SERVICES)
    self->services = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
warned_cb (SotayWindow *self, const char *sentence)
{
  sotay_window_show_toast (self, sentence, 0);
}

static void
sotay_window_constructed (GObject *object)
{
  G_OBJECT_CLASS (sotay_window_parent_class)->constructed (object);
  g_signal_connect_object (SOTAY_WINDOW (object)->services, "warned", G_CALLBACK (warned_cb), object,
                           G_CONNECT_SWAPPED);
  sotay_show_starter_set_services (SOTAY_WINDOW (object)->starter, SOTAY_WINDOW (object)->services);
  restore_state (SOTAY_WINDOW (object));
}

static void
sotay_window_dispose (GObject *object)
{
  g_clear_handle_id (&SOTAY_WINDOW (object)->narrowing, g_source_remove);
  sotay_show_starter_close (SOTAY_WINDOW (object)->starter);
  g_clear_weak_pointer (&SOTAY_WINDOW (object)->toast);
  g_clear_object (&SOTAY_WINDOW (object)->services);
  G_OBJECT_CLASS (sotay_window_parent_class)->dispose (object);
}

static void
sotay_window_class_init (SotayWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sotay_window_set_property;
  object_class->constructed = sotay_window_constructed;
  object_class->dispose = sotay_window_dispose;
  widget_class->map = sotay_window_map;
  widget_class->size_allocate = sotay_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = sotay_window_close_request;

  properties[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, SOTAY_TYPE_SERVICES,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (SOTAY_TYPE_SHOW_STARTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sotay_vneid/SotayVneid/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, SotayWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SotayWindow, starter);
  gtk_widget_class_bind_template_child (widget_class, SotayWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, SotayWindow, present_content);
  gtk_widget_class_bind_template_child (widget_class, SotayWindow, present_menu);
  gtk_widget_class_bind_template_child (widget_class, SotayWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, SotayWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, SotayWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SotayWindow, menu);
  gtk_widget_class_bind_template_callback (widget_class, title_visible_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_header);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_changed_cb);
  sotay_window_install_actions (klass);
}

static void
sotay_window_init (SotayWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
}

SotayWindow *
sotay_window_new (GtkApplication *application, SotayServices *services)
{
  return g_object_new (SOTAY_TYPE_WINDOW, "application", application, "services", services, NULL);
}

SotayServices *
sotay_window_get_services (SotayWindow *self)
{
  return self->services;
}

SotayShowStarter *
sotay_window_get_starter (SotayWindow *self)
{
  return self->starter;
}

SotayView *
sotay_window_get_view (SotayWindow *self)
{
  return SOTAY_VIEW (adw_bin_get_child (ensure_visible_view (self)));
}

void
sotay_window_show_view (SotayWindow *self, const char *name)
{
  if (adw_view_stack_get_child_by_name (self->stack, name) != NULL)
    adw_view_stack_set_visible_child_name (self->stack, name);
}

void
sotay_window_show_toast (SotayWindow *self, const char *text, gint64 step)
{
  /* A toast reads its title as markup. */
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (step != 0)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo-step");
      adw_toast_set_action_target (toast, "x", step);
      adw_toast_set_timeout (toast, 10);
    }
  /* The newest word counts: an older toast would offer to undo what no longer can be. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}
