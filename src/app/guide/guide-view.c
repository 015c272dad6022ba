/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/guide-view.h"

#include "app/guide/copy-text.h"
#include "app/guide/handout-page.h"
#include "app/guide/manual-panel.h"
#include "app/guide/qr-card.h"
#include "app/guide/reader/reader-view.h"
#include "app/guide/utility-tool.h"
#include "app/view.h"
#include "app/widgets/columns.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

#define START_WIDTH 1160
#define SHEET_WIDTH 400

struct _SotayGuideView
{
  AdwBin parent_instance;

  SotayServices *services;
  SotayReaderView *reader;        /* NULL until there is a copy to read */
  SotayUtilityTool *utility_tool;
  GCancellable *following;        /* reads the text by which the map is carried over to another copy, or NULL */
  gboolean followed;              /* the map is as good as it gets for what is open */
  char *asked_id;                 /* the utility to show when the manual is open, or NULL */

  AdwLeaflet *leaflet;
  GtkWidget *reader_box;
  AdwBin *reader_bin;
  GtkLabel *copy_label;
  GtkWidget *sheet;
  GtkWidget *sheet_head;
  AdwClamp *clamp;
  GtkToggleButton *qr_toggle;
  GtkToggleButton *handout_toggle;
  GtkToggleButton *copies_toggle;
  SotayQrCard *qr_card;
  SotayHandoutPage *handout_page;
  SotayManualPanel *manual_panel;
};

enum
{
  PROP_SERVICES = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void view_iface_init (SotayViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SotayGuideView, sotay_guide_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SOTAY_TYPE_VIEW, view_iface_init))

static SotayGuideLibrary *
get_library (SotayGuideView *self)
{
  return sotay_services_get_guide (self->services);
}

/* A title without its explanations: manuals rarely repeat those. */
static char *
shorten_title (const char *title)
{
  char *shortened = g_strndup (title, strcspn (title, "(:,;"));

  return g_strstrip (shortened);
}

static GHashTable *
collect_titles (SotayGuideView *self)
{
  GPtrArray *utilities = sotay_catalogue_get_utilities (sotay_services_get_catalogue (self->services));
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < utilities->len; i++)
    g_hash_table_insert (titles, g_strdup (sotay_utility_get_id (utilities->pdata[i])),
                         shorten_title (sotay_utility_get_title (utilities->pdata[i])));
  return titles;
}

static void
end_following (SotayGuideView *self)
{
  g_autofree char *id = g_steal_pointer (&self->asked_id);
  int index = id != NULL ? sotay_page_map_get_index (sotay_services_get_page_map (self->services), id, NULL, NULL) : -1;

  if (index >= 0)
    sotay_reader_view_go_to (self->reader, (guint) index);
  else if (id != NULL)
    sotay_utility_tool_popup (self->utility_tool);
  self->followed = TRUE;
}

static gboolean
is_map_for_reader (SotayGuideView *self)
{
  SotayManualCopy *copy = sotay_reader_view_get_copy (self->reader);

  return copy != NULL
         && sotay_page_map_is_for (sotay_services_get_page_map (self->services), sotay_manual_copy_get_sha256 (copy));
}

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayGuideView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->services == NULL)
    return;
  if (sotay_page_map_follow_finish (SOTAY_PAGE_MAP (source), result, &error))
    {
      /* By now the reader may show another copy, for which the map is still to be carried over. */
      if (is_map_for_reader (self))
        end_following (self);
      return;
    }
  text = sotay_describe_error (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayGuideView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SotayDocumentText) text = sotay_document_load_text_finish (SOTAY_DOCUMENT (source), result, &error);
  SotayManualCopy *copy = self->services != NULL ? sotay_reader_view_get_copy (self->reader) : NULL;
  g_autoptr (GHashTable) titles = NULL;

  if (copy == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (text == NULL)
    {
      /* Nothing can be found in it; the map of the manual before it stays. */
      end_following (self);
      return;
    }
  titles = collect_titles (self);
  sotay_page_map_follow_async (sotay_services_get_page_map (self->services), sotay_manual_copy_get_sha256 (copy), text,
                               titles, followed_cb, g_object_ref (self));
}

static void
stop_following (SotayGuideView *self)
{
  g_cancellable_cancel (self->following);
  g_clear_object (&self->following);
  self->followed = FALSE;
}

/* Another copy than the one that the map was made for: its pages are looked for again. */
static void
document_changed_cb (SotayGuideView *self)
{
  SotayDocument *document = sotay_reader_view_get_document (self->reader);
  const char *sha256 = NULL;

  stop_following (self);
  if (document != NULL)
    sha256 = sotay_manual_copy_get_sha256 (sotay_reader_view_get_copy (self->reader));
  sotay_utility_tool_set_document (self->utility_tool, document, sha256);
  if (document == NULL)
    return;
  if (is_map_for_reader (self))
    {
      end_following (self);
      return;
    }
  self->following = g_cancellable_new ();
  sotay_document_load_text_async (document, self->following, text_read_cb, g_object_ref (self));
}

static void
index_changed_cb (SotayGuideView *self)
{
  sotay_utility_tool_set_index (self->utility_tool, sotay_reader_view_get_index (self->reader));
}

static void
go_to_cb (SotayGuideView *self, guint index)
{
  sotay_reader_view_go_to (self->reader, index);
}

static void
export_wanted_cb (SotayGuideView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->manual_panel), "manual.export", NULL);
}

static gboolean
is_reading (SotayGuideView *self)
{
  return gtk_widget_get_visible (self->reader_box);
}

/* Without a copy the code and the download stand side by side; beside the reader there is room for one part. */
static void
show_parts (SotayGuideView *self)
{
  gboolean reading = is_reading (self);

  gtk_widget_set_visible (self->sheet_head, reading);
  gtk_widget_set_visible (GTK_WIDGET (self->qr_card), !reading || gtk_toggle_button_get_active (self->qr_toggle));
  gtk_widget_set_visible (GTK_WIDGET (self->handout_page),
                          reading && gtk_toggle_button_get_active (self->handout_toggle));
  gtk_widget_set_visible (GTK_WIDGET (self->manual_panel),
                          !reading || gtk_toggle_button_get_active (self->copies_toggle));
}

static void
show_sheet (SotayGuideView *self, gboolean shown)
{
  int width = is_reading (self) ? SHEET_WIDTH : START_WIDTH;

  adw_clamp_set_maximum_size (self->clamp, width);
  adw_clamp_set_tightening_threshold (self->clamp, width);
  gtk_widget_set_hexpand (self->sheet, !is_reading (self));
  gtk_widget_set_visible (self->sheet, shown);
  adw_leaflet_set_visible_child (self->leaflet, shown ? self->sheet : self->reader_box);
}

/* A copy that cannot be read has to be got again. */
static void
failed_cb (SotayGuideView *self)
{
  gtk_toggle_button_set_active (self->copies_toggle, TRUE);
  show_sheet (self, TRUE);
}

static GtkWidget *
make_sheet_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("send-to-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("QR code, hand-out, copies"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("QR code, hand-out, copies"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "guide.toggle-sheet");
  return button;
}

static void
ensure_reader (SotayGuideView *self)
{
  if (self->reader != NULL)
    return;
  self->reader = sotay_reader_view_new (self->services);
  self->utility_tool = sotay_utility_tool_new (self->services);
  sotay_reader_view_add_tool (self->reader, GTK_WIDGET (self->utility_tool));
  sotay_reader_view_add_tool (self->reader, make_sheet_button ());
  g_signal_connect_object (self->reader, "notify::document", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "notify::index", G_CALLBACK (index_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "export-wanted", G_CALLBACK (export_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->utility_tool, "go-to", G_CALLBACK (go_to_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->reader_bin, GTK_WIDGET (self->reader));
}

static void
describe_copy (SotayGuideView *self, SotayManualCopy *copy)
{
  g_autofree char *day = sotay_copy_text_day (copy);
  g_autofree char *size = sotay_copy_text_size (copy);
  g_autofree char *text = g_strdup_printf ("%s · %s", day, size);

  gtk_label_set_text (self->copy_label, text);
}

/* Without a copy the code and the download are the view; with one the reader fills it. */
static void
show_current (SotayGuideView *self)
{
  SotayManualCopy *copy = sotay_guide_library_get_current (get_library (self));
  gboolean was_reading = is_reading (self);

  /* The disk may be slow: until it has answered, nothing is shown that would go away again. */
  gtk_widget_set_opacity (GTK_WIDGET (self->leaflet), sotay_guide_library_is_known (get_library (self)) ? 1 : 0);

  gtk_widget_set_visible (self->reader_box, copy != NULL);
  if (copy != NULL)
    {
      ensure_reader (self);
      describe_copy (self, copy);
    }
  if (self->reader != NULL)
    sotay_reader_view_set_copy (self->reader, copy);
  if (copy == NULL || !was_reading)
    show_sheet (self, copy == NULL);
  show_parts (self);
}

static GtkWidget *
find_active_toggle (SotayGuideView *self)
{
  if (gtk_toggle_button_get_active (self->qr_toggle))
    return GTK_WIDGET (self->qr_toggle);
  return GTK_WIDGET (gtk_toggle_button_get_active (self->handout_toggle) ? self->handout_toggle : self->copies_toggle);
}

static void
toggle_sheet_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayGuideView *self = SOTAY_GUIDE_VIEW (widget);
  gboolean shown = !gtk_widget_get_visible (self->sheet);

  show_sheet (self, shown);
  if (shown)
    gtk_widget_grab_focus (find_active_toggle (self));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, SotayGuideView *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  sotay_manual_panel_import (self->manual_panel, files->data);
  return TRUE;
}

static void
sotay_guide_view_search (SotayView *view)
{
  SotayGuideView *self = SOTAY_GUIDE_VIEW (view);

  if (is_reading (self))
    sotay_reader_view_search (self->reader);
}

static gboolean
sotay_guide_view_go_back (SotayView *view)
{
  SotayGuideView *self = SOTAY_GUIDE_VIEW (view);

  if (!is_reading (self))
    return FALSE;
  if (!gtk_widget_get_visible (self->sheet))
    return sotay_reader_view_go_back (self->reader);
  show_sheet (self, FALSE);
  return TRUE;
}

static void
sotay_guide_view_print (SotayView *view)
{
  SotayGuideView *self = SOTAY_GUIDE_VIEW (view);

  if (is_reading (self))
    sotay_reader_view_print (self->reader);
  else
    sotay_qr_card_print (self->qr_card);
}

static void
view_iface_init (SotayViewInterface *iface)
{
  iface->search = sotay_guide_view_search;
  iface->go_back = sotay_guide_view_go_back;
  iface->print = sotay_guide_view_print;
}

static void
sotay_guide_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SotayGuideView *self = SOTAY_GUIDE_VIEW (object);

  if (id == PROP_SERVICES)
    self->services = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sotay_guide_view_constructed (GObject *object)
{
  SotayGuideView *self = SOTAY_GUIDE_VIEW (object);

  G_OBJECT_CLASS (sotay_guide_view_parent_class)->constructed (object);
  sotay_qr_card_set_settings (self->qr_card, sotay_services_get_settings (self->services));
  sotay_manual_panel_set_services (self->manual_panel, self->services);
  sotay_handout_page_set_services (self->handout_page, self->services);
  g_signal_connect_object (get_library (self), "notify::current", G_CALLBACK (show_current), self, G_CONNECT_SWAPPED);
  show_current (self);
}

/* Over the whole screen there are only the pages. */
static void
show_fullscreen (SotayGuideView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean fullscreen = GTK_IS_WINDOW (root) && gtk_window_is_fullscreen (GTK_WINDOW (root));

  gtk_widget_set_visible (GTK_WIDGET (self->copy_label), !fullscreen);
  if (!fullscreen || !is_reading (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  show_sheet (self, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("Press Esc to leave the full screen"));
}

/* Work under way holds the panel: without this it would go on after the window is closed. */
static void
sotay_guide_view_unroot (GtkWidget *widget)
{
  SotayGuideView *self = SOTAY_GUIDE_VIEW (widget);

  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), show_fullscreen, self);
  stop_following (self);
  sotay_manual_panel_cancel (self->manual_panel);
  GTK_WIDGET_CLASS (sotay_guide_view_parent_class)->unroot (widget);
}

static void
sotay_guide_view_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (sotay_guide_view_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    g_signal_connect_object (root, "notify::fullscreened", G_CALLBACK (show_fullscreen), widget, G_CONNECT_SWAPPED);
}

static void
sotay_guide_view_dispose (GObject *object)
{
  SotayGuideView *self = SOTAY_GUIDE_VIEW (object);

  stop_following (self);
  g_clear_pointer (&self->asked_id, g_free);
  g_clear_object (&self->services);
  G_OBJECT_CLASS (sotay_guide_view_parent_class)->dispose (object);
}

static void
sotay_guide_view_class_init (SotayGuideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sotay_guide_view_set_property;
  object_class->constructed = sotay_guide_view_constructed;
  object_class->dispose = sotay_guide_view_dispose;
  widget_class->root = sotay_guide_view_root;
  widget_class->unroot = sotay_guide_view_unroot;
  properties[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, SOTAY_TYPE_SERVICES,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (SOTAY_TYPE_COLUMNS);
  g_type_ensure (SOTAY_TYPE_HANDOUT_PAGE);
  g_type_ensure (SOTAY_TYPE_MANUAL_PANEL);
  g_type_ensure (SOTAY_TYPE_QR_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/guide-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, reader_box);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, reader_bin);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, copy_label);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, sheet);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, sheet_head);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, clamp);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, qr_toggle);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, handout_toggle);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, copies_toggle);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, qr_card);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, handout_page);
  gtk_widget_class_bind_template_child (widget_class, SotayGuideView, manual_panel);
  gtk_widget_class_bind_template_callback (widget_class, show_parts);
  gtk_widget_class_install_action (widget_class, "guide.toggle-sheet", NULL, toggle_sheet_cb);
}

static void
sotay_guide_view_init (SotayGuideView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

SotayGuideView *
sotay_guide_view_new (SotayServices *services)
{
  return g_object_new (SOTAY_TYPE_GUIDE_VIEW, "services", services, NULL);
}

void
sotay_guide_view_show_utility (SotayGuideView *self, const char *id)
{
  g_free (self->asked_id);
  self->asked_id = g_strdup (id);
  if (self->followed)
    end_following (self);
}
