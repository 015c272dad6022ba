/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/utility-tool.h"

#include "app/widgets/undo-toast.h"
#include "services/messages.h"

#include <glib/gi18n-lib.h>

struct _SotayUtilityTool
{
  AdwBin parent_instance;

  SotayServices *services;
  SotayDocument *document;
  char *sha256;
  guint index;
  char *asked_id;    /* the utility whose page is being set, or NULL */
  guint asked_index;

  GtkMenuButton *menu_button;
  AdwButtonContent *content;
  GtkWidget *popover;
  GtkWidget *found_box;
  GtkLabel *found_label;
  GtkWidget *check_label;
  GtkWidget *show_button;
  GtkWidget *confirm_button;
  GtkListBox *list;
};

enum
{
  GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SotayUtilityTool, sotay_utility_tool, ADW_TYPE_BIN)

static SotayPageMap *
get_map (SotayUtilityTool *self)
{
  return sotay_services_get_page_map (self->services);
}

static SotayUtility *
find_utility (SotayUtilityTool *self, const char *id)
{
  return id != NULL ? sotay_catalogue_get_utility (sotay_services_get_catalogue (self->services), id) : NULL;
}

/* An action that wants a target must not be set before the target. */
static void
set_action (GtkWidget *widget, const char *action, const char *id)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), action);
}

static void
show_found (SotayUtilityTool *self)
{
  const char *id = sotay_page_map_find (get_map (self), self->index);
  SotayUtility *utility = find_utility (self, id);
  gboolean checked = FALSE;
  gboolean first;

  gtk_widget_set_visible (self->found_box, utility != NULL);
  adw_button_content_set_label (self->content, utility != NULL ? id : _("Utilities"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  utility != NULL ? sotay_utility_get_title (utility) : _("Utilities"), -1);
  if (utility == NULL)
    return;
  first = sotay_page_map_get_index (get_map (self), id, self->sha256, &checked) == (int) self->index;
  gtk_label_set_text (self->found_label, sotay_utility_get_title (utility));
  gtk_widget_set_visible (self->check_label, first && !checked);
  gtk_widget_set_visible (self->confirm_button, first && !checked);
  set_action (self->show_button, "win.show-page", id);
  set_action (self->confirm_button, "utility-tool.confirm", id);
}

static char *
describe_page (SotayUtilityTool *self, const char *id)
{
  gboolean checked = FALSE;
  int index = sotay_page_map_get_index (get_map (self), id, self->sha256, &checked);

  if (index < 0)
    return g_strdup (_("no page yet"));
  return checked ? g_strdup_printf (_("page %d"), index + 1) : g_strdup_printf (_("page %d, to be checked"), index + 1);
}

static GtkWidget *
make_button (const char *icon, const char *text, const char *action, const char *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  set_action (button, action, id);
  return button;
}

static GtkWidget *
make_row (SotayUtilityTool *self, SotayUtility *utility)
{
  const char *id = sotay_utility_get_id (utility);
  gboolean has_page = sotay_page_map_get_index (get_map (self), id, NULL, NULL) >= 0;
  g_autofree char *title = g_strdup_printf ("%u · %s", sotay_utility_get_order (utility),
                                            sotay_utility_get_title (utility));
  g_autofree char *page = describe_page (self, id);
  g_autofree char *here = g_strdup_printf (_("Give page %u to: %s"), self->index + 1,
                                           sotay_utility_get_title (utility));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", page,
                                 "title-lines", 0, "activatable", has_page, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, page, -1);
  if (has_page)
    {
      g_autofree char *none = g_strdup_printf (_("Take the page away from: %s"), sotay_utility_get_title (utility));

      set_action (row, "utility-tool.go", id);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 make_button ("edit-clear-symbolic", none, "utility-tool.clear", id));
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button ("bookmark-new-symbolic", here, "utility-tool.set", id));
  return row;
}

static void
show_rows (SotayUtilityTool *self)
{
  GPtrArray *utilities = sotay_catalogue_get_utilities (sotay_services_get_catalogue (self->services));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < utilities->len; i++)
    gtk_list_box_append (self->list, make_row (self, utilities->pdata[i]));
}

static void
map_changed_cb (SotayUtilityTool *self)
{
  show_found (self);
  if (gtk_widget_get_visible (self->popover))
    show_rows (self);
}

static void
shown_cb (SotayUtilityTool *self)
{
  show_rows (self);
}

static void
close_cb (SotayUtilityTool *self)
{
  gtk_menu_button_popdown (self->menu_button);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayUtilityTool) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (sotay_page_map_set_finish (SOTAY_PAGE_MAP (source), result, &error) || self->services == NULL)
    return;
  text = sotay_describe_error (error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static void
keep (SotayUtilityTool *self, const char *id, int index, const char *words)
{
  sotay_page_map_set_async (get_map (self), id, index, words, kept_cb, g_object_ref (self));
}

/* The words of the page are kept with it: by them it is found again in a newer manual. A page that cannot be read can
 * be given to a utility all the same. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SotayUtilityTool) self = data;
  g_autoptr (SotayPageContent) content = sotay_document_load_page_finish (SOTAY_DOCUMENT (source), result, NULL);
  g_autofree char *id = g_steal_pointer (&self->asked_id);

  if (self->services != NULL)
    keep (self, id, (int) self->asked_index, content != NULL ? sotay_page_content_get_text (content) : "");
}

static void
set_page (SotayUtilityTool *self, const char *id, guint index)
{
  if (self->document == NULL || self->asked_id != NULL)
    return;
  self->asked_id = g_strdup (id);
  self->asked_index = index;
  sotay_document_load_page_async (self->document, index, SOTAY_DOCUMENT_PRIORITY_VISIBLE, NULL, read_cb,
                                  g_object_ref (self));
}

static void
set_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayUtilityTool *self = SOTAY_UTILITY_TOOL (widget);

  set_page (self, g_variant_get_string (parameter, NULL), self->index);
}

static void
confirm_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayUtilityTool *self = SOTAY_UTILITY_TOOL (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  set_page (self, id, (guint) MAX (sotay_page_map_get_index (get_map (self), id, NULL, NULL), 0));
}

static void
restore_cb (GtkWidget *widget, GVariant *target)
{
  const char *id;
  guint index;

  g_variant_get (target, "(&su)", &id, &index);
  set_page (SOTAY_UTILITY_TOOL (widget), id, index);
}

static void
clear_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayUtilityTool *self = SOTAY_UTILITY_TOOL (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  int index = sotay_page_map_get_index (get_map (self), id, NULL, NULL);
  g_autofree char *text = g_strdup_printf (_("%s has no page in the manual any more"), id);

  keep (self, id, -1, "");
  sotay_undo_toast_show (widget, text, restore_cb, g_variant_new ("(su)", id, (guint) MAX (index, 0)));
}

static void
go_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SotayUtilityTool *self = SOTAY_UTILITY_TOOL (widget);
  int index = sotay_page_map_get_index (get_map (self), g_variant_get_string (parameter, NULL), NULL, NULL);

  if (index >= 0)
    g_signal_emit (self, signals[GO_TO], 0, (guint) index);
  close_cb (self);
}

static void
sotay_utility_tool_dispose (GObject *object)
{
  SotayUtilityTool *self = SOTAY_UTILITY_TOOL (object);

  g_clear_object (&self->document);
  g_clear_object (&self->services);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->asked_id, g_free);
  G_OBJECT_CLASS (sotay_utility_tool_parent_class)->dispose (object);
}

static void
sotay_utility_tool_class_init (SotayUtilityToolClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sotay_utility_tool_dispose;
  signals[GO_TO] = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sotay_vneid/SotayVneid/ui/guide/utility-tool.ui");
  gtk_widget_class_bind_template_child (widget_class, SotayUtilityTool, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SotayUtilityTool, content);
  gtk_widget_class_bind_template_child (widget_class, SotayUtilityTool, popover);
  gtk_widget_class_bind_template_child (widget_class, SotayUtilityTool, found_box);
  gtk_widget_class_bind_template_child (widget_class, SotayUtilityTool, found_label);
  gtk_widget_class_bind_template_child (widget_class, SotayUtilityTool, check_label);
  gtk_widget_class_bind_template_child (widget_class, SotayUtilityTool, show_button);
  gtk_widget_class_bind_template_child (widget_class, SotayUtilityTool, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, SotayUtilityTool, list);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_install_action (widget_class, "utility-tool.set", "s", set_cb);
  gtk_widget_class_install_action (widget_class, "utility-tool.confirm", "s", confirm_cb);
  gtk_widget_class_install_action (widget_class, "utility-tool.clear", "s", clear_cb);
  gtk_widget_class_install_action (widget_class, "utility-tool.go", "s", go_cb);
}

static void
sotay_utility_tool_init (SotayUtilityTool *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SotayUtilityTool *
sotay_utility_tool_new (SotayServices *services)
{
  SotayUtilityTool *self = g_object_new (SOTAY_TYPE_UTILITY_TOOL, NULL);

  self->services = g_object_ref (services);
  g_signal_connect_object (get_map (self), "changed", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
  show_found (self);
  return self;
}

void
sotay_utility_tool_set_document (SotayUtilityTool *self, SotayDocument *document, const char *sha256)
{
  g_set_object (&self->document, document);
  g_free (self->sha256);
  self->sha256 = g_strdup (sha256);
  show_found (self);
}

void
sotay_utility_tool_set_index (SotayUtilityTool *self, guint index)
{
  self->index = index;
  map_changed_cb (self);
}

void
sotay_utility_tool_popup (SotayUtilityTool *self)
{
  gtk_menu_button_popup (self->menu_button);
}
