/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/reader/reader-view-private.h"

#include "app/guide/reader/link-dialog.h"
#include "app/guide/reader/reader-print.h"
#include "app/widgets/print.h"
#include "services/settings.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_SERVICES = 1,
  PROP_DOCUMENT,
  PROP_INDEX,
  N_PROPS
};

enum
{
  EXPORT_WANTED,
  FAILED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayReaderView, sotay_reader_view, ADW_TYPE_BIN)

static void
restore_settings (SotayReaderView *self)
{
  g_autofree char *mode = g_settings_get_string (self->settings, SOTAY_SETTING_READER_ZOOM_MODE);

  g_settings_bind (self->settings, SOTAY_SETTING_READER_NIGHT, self->canvas, "night", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, SOTAY_SETTING_READER_TWO_PAGES, self->canvas, "two-pages", G_SETTINGS_BIND_DEFAULT);
  for (int i = SOTAY_ZOOM_FIT_WIDTH; i <= SOTAY_ZOOM_FREE; i++)
    if (g_str_equal (mode, sotay_reader_zoom_modes[i]))
      g_object_set (self->canvas, "zoom-mode", i, NULL);
  if (g_str_equal (mode, sotay_reader_zoom_modes[SOTAY_ZOOM_FREE]))
    g_object_set (self->canvas, "zoom", g_settings_get_double (self->settings, SOTAY_SETTING_READER_ZOOM), NULL);
}

static void
scrolled_cb (SotayReaderView *self)
{
  sotay_reader_view_plan_to_remember (self);
}

static void
index_changed_cb (SotayReaderView *self)
{
  sotay_reader_view_show_index (self);
}

static void
zoomed_cb (SotayReaderView *self)
{
  double zoom;

  g_object_get (self->canvas, "zoom", &zoom, NULL);
  sotay_reader_toolbar_set_zoom (self->toolbar, zoom);
  sotay_reader_view_update_actions (self);
  sotay_reader_view_plan_to_remember (self);
}

void
sotay_reader_view_show_index (SotayReaderView *self)
{
  SotayPlace place = sotay_reader_view_get_place (self);
  guint index = sotay_reader_view_get_index (self);

  sotay_reader_toolbar_set_index (self->toolbar, index);
  sotay_reader_sidebar_set_place (self->sidebar, index, place.index == index ? place.y : 0);
  sotay_reader_view_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INDEX]);
}

/* A link inside the document was followed; the canvas goes there itself. */
static void
jumped_cb (SotayReaderView *self)
{
  SotayPlace here = sotay_reader_view_get_place (self);

  sotay_page_history_leave (self->history, &here);
  sotay_reader_view_update_actions (self);
}

static void
web_link_cb (SotayReaderView *self, const char *address)
{
  sotay_link_dialog_show (address, GTK_WIDGET (self));
}

/* Goes to a place from which one can come back. */
static void
jump (SotayReaderView *self, guint index, double y)
{
  SotayPlace here = sotay_reader_view_get_place (self);

  if (self->document == NULL || index >= sotay_document_get_n_pages (self->document))
    return;
  sotay_page_history_leave (self->history, &here);
  sotay_page_canvas_go_to (self->canvas, index, y);
  sotay_reader_view_update_actions (self);
}

static void
page_entered_cb (SotayReaderView *self, guint index)
{
  jump (self, index, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
chosen_cb (SotayReaderView *self, int index, double y)
{
  jump (self, (guint) index, y);
  sotay_reader_view_uncover (self);
}

static void
hit_chosen_cb (SotayReaderView *self)
{
  sotay_reader_view_uncover (self);
}

static void
bookmark_removed_cb (SotayReaderView *self, guint index, const char *name)
{
  sotay_reader_view_offer_bookmark (self, index, name);
}

/* All hits are marked; the first time one is gone to, the place before it can be gone back to. */
static void
show_hits_cb (SotayReaderView *self)
{
  int current = sotay_reader_search_get_current (self->search);
  SotayPlace here = sotay_reader_view_get_place (self);

  if (current >= 0 && !self->search_left)
    {
      sotay_page_history_leave (self->history, &here);
      self->search_left = TRUE;
    }
  sotay_page_canvas_set_hits (self->canvas, sotay_reader_search_get_hits (self->search), current);
  sotay_reader_view_update_actions (self);
}

static void
retry_cb (SotayReaderView *self)
{
  sotay_reader_view_open_document (self);
}

static void
sotay_reader_view_root (GtkWidget *widget)
{
  SotayReaderView *self = SOTAY_READER_VIEW (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (sotay_reader_view_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "notify::fullscreened", G_CALLBACK (sotay_reader_view_update_fullscreen), self,
                             G_CONNECT_SWAPPED);
  sotay_reader_view_open_document (self);
}

/* What is under way holds the reader: without this it would go on after the window is closed. */
static void
sotay_reader_view_unroot (GtkWidget *widget)
{
  SotayReaderView *self = SOTAY_READER_VIEW (widget);

  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), sotay_reader_view_update_fullscreen, self);
  sotay_reader_view_close_document (self);
  GTK_WIDGET_CLASS (sotay_reader_view_parent_class)->unroot (widget);
}

/* The keys of the reader are its own while it is seen, wherever in the window the focus is. */
static void
sotay_reader_view_map (GtkWidget *widget)
{
  SotayReaderView *self = SOTAY_READER_VIEW (widget);

  gtk_widget_add_controller (widget, g_object_ref (self->shortcuts));
  GTK_WIDGET_CLASS (sotay_reader_view_parent_class)->map (widget);
  sotay_reader_view_take_focus (self);
}

static void
sotay_reader_view_unmap (GtkWidget *widget)
{
  SotayReaderView *self = SOTAY_READER_VIEW (widget);

  sotay_reader_view_remember (self);
  gtk_widget_remove_controller (widget, self->shortcuts);
  GTK_WIDGET_CLASS (sotay_reader_view_parent_class)->unmap (widget);
}

static void
sotay_reader_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_INDEX)
    g_value_set_uint (value, sotay_reader_view_get_index (SOTAY_READER_VIEW (object)));
  else if (id == PROP_DOCUMENT)
    g_value_set_object (value, SOTAY_READER_VIEW (object)->document);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_reader_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SERVICES)
    SOTAY_READER_VIEW (object)->services = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_reader_view_constructed (GObject *object)
{
  SotayReaderView *self = SOTAY_READER_VIEW (object);

  G_OBJECT_CLASS (sotay_reader_view_parent_class)->constructed (object);
  self->settings = g_object_ref (sotay_services_get_settings (self->services));
  restore_settings (self);
  sotay_reader_view_add_actions (self);
  sotay_reader_view_set_up_panes (self);
  zoomed_cb (self);
}

static void
sotay_reader_view_dispose (GObject *object)
{
  SotayReaderView *self = SOTAY_READER_VIEW (object);

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_clear_handle_id (&self->remember_timeout, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->reading);
  g_clear_object (&self->copy);
  g_clear_object (&self->actions);
  g_clear_object (&self->shortcuts);
  g_clear_object (&self->settings);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (sotay_reader_view_parent_class)->dispose (object);
}

static void
sotay_reader_view_finalize (GObject *object)
{
  SotayReaderView *self = SOTAY_READER_VIEW (object);

  sotay_page_history_free (self->history);
  g_free (self->page_before_search);
  G_OBJECT_CLASS (sotay_reader_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SOTAY_TYPE_NOTICE);
  g_type_ensure (SOTAY_TYPE_PAGE_CANVAS);
  g_type_ensure (SOTAY_TYPE_READER_SEARCH);
  g_type_ensure (SOTAY_TYPE_READER_SIDEBAR);
  g_type_ensure (SOTAY_TYPE_READER_TOOLBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/reader/reader-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayReaderView, stack);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderView, notice);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderView, toolbar_flap);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderView, search);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderView, flap);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SotayReaderView, canvas);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_hits_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, bookmark_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoomed_cb);
  gtk_widget_class_bind_template_callback (widget_class, index_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, jumped_cb);
  gtk_widget_class_bind_template_callback (widget_class, web_link_cb);
}

static void
sotay_reader_view_class_init (SotayReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sotay_reader_view_get_property;
  object_class->set_property = sotay_reader_view_set_property;
  object_class->constructed = sotay_reader_view_constructed;
  object_class->dispose = sotay_reader_view_dispose;
  object_class->finalize = sotay_reader_view_finalize;
  widget_class->root = sotay_reader_view_root;
  widget_class->unroot = sotay_reader_view_unroot;
  widget_class->map = sotay_reader_view_map;
  widget_class->unmap = sotay_reader_view_unmap;
  props[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, SOTAY_TYPE_SERVICES,
                                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, SOTAY_TYPE_DOCUMENT,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[EXPORT_WANTED] = g_signal_new ("export-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  bind_template (widget_class);
}

static void
sotay_reader_view_init (SotayReaderView *self)
{
  self->history = sotay_page_history_new ();
  self->wanted_index = -1;
  self->index_before = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  sotay_reader_sidebar_set_search (self->sidebar, self->search);
  g_object_bind_property (self->canvas, "night", self->sidebar, "night", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

SotayReaderView *
sotay_reader_view_new (SotayServices *services)
{
  return g_object_new (SOTAY_TYPE_READER_VIEW, "services", services, NULL);
}

void
sotay_reader_view_set_copy (SotayReaderView *self, SotayManualCopy *copy)
{
  const char *path = copy != NULL ? sotay_manual_copy_get_path (copy) : NULL;
  g_autofree char *old_path = self->copy != NULL ? g_strdup (sotay_manual_copy_get_path (self->copy)) : NULL;
  gboolean same = g_strcmp0 (path, old_path) == 0 && (self->document != NULL || self->opening != NULL);

  /* Entered anew, the same file stays open where it is read. */
  if (!g_set_object (&self->copy, copy) || same)
    return;
  self->index_before = self->document != NULL ? (int) sotay_reader_view_get_index (self) : -1;
  sotay_reader_view_open_document (self);
}

SotayManualCopy *
sotay_reader_view_get_copy (SotayReaderView *self)
{
  return self->copy;
}

SotayDocument *
sotay_reader_view_get_document (SotayReaderView *self)
{
  return self->document;
}

SotayPlace
sotay_reader_view_get_place (SotayReaderView *self)
{
  SotayPlace place = { 0 };

  place.index = sotay_page_canvas_get_place (self->canvas, &place.y);
  return place;
}

guint
sotay_reader_view_get_index (SotayReaderView *self)
{
  guint index;

  g_object_get (self->canvas, "index", &index, NULL);
  return index;
}

void
sotay_reader_view_go_to (SotayReaderView *self, guint index)
{
  if (self->document != NULL)
    jump (self, index, 0);
  else
    self->wanted_index = (int) MIN (index, G_MAXINT);
}

void
sotay_reader_view_add_tool (SotayReaderView *self, GtkWidget *tool)
{
  sotay_reader_toolbar_add_tool (self->toolbar, tool);
}

void
sotay_reader_view_search (SotayReaderView *self)
{
  if (self->document == NULL)
    return;
  sotay_reader_search_open (self->search, sotay_reader_view_get_index (self));
}

gboolean
sotay_reader_view_go_back (SotayReaderView *self)
{
  if (adw_flap_get_folded (self->flap) && adw_flap_get_reveal_flap (self->flap))
    {
      sotay_reader_view_uncover (self);
      return TRUE;
    }
  return sotay_reader_search_close (self->search);
}

void
sotay_reader_view_print (SotayReaderView *self)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->document == NULL)
    return;
  operation = sotay_reader_print_operation (self->document, _("VNeID manual"));
  gtk_print_operation_set_current_page (operation, (int) sotay_reader_view_get_index (self));
  sotay_print_run (operation, GTK_WIDGET (self));
}
